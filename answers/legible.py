"""Posts that say what they are about: a link without a text counts for activity, not for topic and coverage."""

from dataclasses import dataclass, replace

import ibis.expr.types as ir

from answers.frame import Frame
from answers.selection import Selection
from indonesia import show_number
from metrics.content import begun_within, legible, legible_counts

TERSEDIA = (
    "Teks tersedia",
    "Unggahan yang keterangannya tertulis dalam laporan, atau yang diisi pengirimnya. Unggahan tanpa teks, misalnya "
    "tautan saja, dihitung dalam aktivitas dan tidak ikut dalam pembagi di sini.",
)


@dataclass(frozen=True)
class Legible:
    """The posts of the period that can be read; of all `whole` unggahan `told`; the frame, and the remark "" if all.

    In the frame an OPD whose posts all lack a text is belum lengkap here, not nihil: it did publish.
    """

    posts: ir.Table
    words: Frame
    told: int
    whole: int

    @property
    def remark(self) -> str:
        """How many unggahan have a text, where some have none."""
        if self.told == self.whole:
            return ""
        return f" Teks tersedia: {show_number(self.told)} dari {show_number(self.whole)} unggahan."


def read_legible(selection: Selection, words: Frame, source: str) -> Legible:
    """The posts of konten begun in the period; `source` names the column that tells whether the log itself said it."""
    posts = begun_within(selection.posts, selection.first, selection.last)
    counts = selection.rows(legible_counts(posts, source))
    mute = {row["agency_id"] for row in counts if not row["told"]}
    states = {
        agency: "melapor_sebagian" if agency in mute and state == "melapor_lengkap" else state
        for agency, state in words.basis.reporting.items()
    }
    words = replace(words, basis=replace(words.basis, reporting=states))
    told, whole = sum(row["told"] for row in counts), sum(row["whole"] for row in counts)
    return Legible(legible(posts, source), words, told, whole)
