"""Jangkauan Publik: what citizens saw and answered, post by post; figures to the day of export, never added up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis.expr.types as ir

from answers.choice import Choice
from answers.frame import MELAPOR, UNGGAHAN, Frame, frame, nothing_to_show
from answers.selection import Selection, select
from charts.model import Answer, Number, Table
from charts.reach import LEAST, LIFETIME_HOW, MEDIAN_HOW, Rows, figures_chart, median_chart, rounded, until_words
from charts.reach_tables import RATE_HOW, medians_table, rates_table, top_table
from indonesia import show_number
from metrics.content import within
from metrics.reach import figured, kind_medians, medians, top_posts
from posts import PLATFORMS
from store import Scope, Store

NAME, TITLE = "reach", "Jangkauan Publik"
MOST = 5
"""Posts listed for each platform."""

TAYANGAN = ("Tayangan", "Berapa kali unggahan ditampilkan atau diputar, menurut platformnya. Bukan jumlah orang.")
IMPRESI = ("Impresi", "Berapa kali unggahan muncul di layar; dihitung lain daripada tayangan, tidak digabungkan.")
JANGKAUAN = ("Jangkauan", "Berapa akun yang melihat satu unggahan. Tidak pernah dijumlahkan antarunggahan.")
INTERAKSI = (
    "Interaksi",
    "Suka, komentar, dan dibagikan pada satu unggahan; hanya bila ketiganya tersedia. Simpanan tidak ikut, sebab tidak "
    "semua platform melaporkannya.",
)
MEDIAN, SEUMUR, TINGKAT = ("Median", MEDIAN_HOW), ("Angka platform", LIFETIME_HOW), ("Tingkat interaksi", RATE_HOW)
NO_FIGURES = (
    "Laporan pada periode ini belum memuat angka platform. Angka ada dalam ekspor Meta Business Suite, TikTok Studio, "
    "X, dan YouTube Studio, atau dalam kolom suka, komentar, dibagikan, dan tayangan pada daftar buatan OPD."
)


@dataclass(frozen=True)
class Reached:
    """`posts`: see metrics.reach.figured; their medians by platform (`overall`) and by OPD and platform (`own`)."""

    posts: ir.Table
    overall: Rows
    by_agency: ir.Table
    own: Rows

    def total(self, column: str) -> int:
        """A count of posts over all platforms."""
        return sum(row[column] for row in self.overall)

    @property
    def until(self) -> str:
        """To which days of export the figures count."""
        days = [row for row in self.overall if row["last_as_of"]]
        if not days:
            return ""
        return until_words(min(row["first_as_of"] for row in days), max(row["last_as_of"] for row in days))


def reach(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """What single posts of the period reached, as far as their reports hold figures."""
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    words = frame(selection)
    read = _read(selection)
    definitions = (TAYANGAN, IMPRESI, JANGKAUAN, INTERAKSI, MEDIAN, TINGKAT, SEUMUR, UNGGAHAN, MELAPOR)
    if not read.total("known"):
        sentence = _silent_sentence(words, read)
        return words.answer(selection, NAME, TITLE, sentence, definitions=definitions, empty=NO_FIGURES)
    note = f"{read.until} Tidak dijumlahkan."
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, read),
        numbers=_numbers(words, read),
        charts=(
            median_chart(words.basis, read.own, PLATFORMS, "views", note),
            median_chart(words.basis, read.own, PLATFORMS, "interactions", note),
            figures_chart(words.basis, read.overall, PLATFORMS, note),
        ),
        tables=_tables(selection, words, read, note),
        definitions=definitions,
    )


def _read(selection: Selection) -> Reached:
    """Figures of the posts of the period, and their medians."""
    tables = selection.tables
    posts = within(selection.posts, selection.first, selection.last)
    posts = selection.kept(figured(posts, tables.records, tables.uploads))
    by_agency = selection.kept(medians(posts, "agency_id", "platform"))
    return Reached(posts, selection.rows(medians(posts, "platform")), by_agency, selection.rows(by_agency))


def _tables(selection: Selection, words: Frame, read: Reached, note: str) -> tuple[Table, ...]:
    alike = kind_medians(read.by_agency, selection.roster, least=LEAST)
    kinds = {(row["kind"], row["platform"]): row for row in selection.rows(alike)}
    kind_of = {row["agency_id"]: row["kind"] for row in selection.rows(selection.roster)}
    own = [{**row, "kind": kind_of[row["agency_id"]]} for row in read.own]
    seen = {row["platform"] for row in read.overall if row["views_n"]}
    viewed = _top(selection, read, "views")
    shown = [row for row in _top(selection, read, "impressions") if row["platform"] not in seen]
    answered = _top(selection, read, "interactions")
    return (
        top_table(words.basis, [*viewed, *shown], PLATFORMS, "tayangan", note),
        top_table(words.basis, answered, PLATFORMS, "interaksi", note),
        medians_table(words.basis, own, kinds, PLATFORMS, note),
        rates_table(words.basis, own, PLATFORMS, note),
    )


def _top(selection: Selection, read: Reached, measure: str) -> list[dict[str, Any]]:
    """The posts with the largest figure, each with the name of the figure."""
    return [{**row, "measure": measure} for row in selection.rows(top_posts(read.posts, measure, MOST))]


def _silent_sentence(words: Frame, read: Reached) -> str:
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; jangkauan belum dapat dihitung."
    if not read.total("unggahan"):
        return f"Pada {words.period}, {show_number(words.reporting_opds)} OPD melapor tanpa satu unggahan pun."
    return f"Pada {words.period}, angka tersedia: 0 dari {show_number(read.total('unggahan'))} unggahan."


def _leading(read: Reached) -> list[Mapping[str, Any]]:
    """The two platforms of which most views are known, in the order of every list."""
    seen = sorted((row for row in read.overall if row["views_n"]), key=lambda row: -row["views_n"])
    return sorted(seen[:2], key=lambda row: tuple(PLATFORMS).index(row["platform"]))


def _sentence(words: Frame, read: Reached) -> str:
    """The median in the words of a layman: half of the posts were seen at least so often."""
    halves = [
        f"separuh unggahan {PLATFORMS[row['platform']]} ditayangkan "
        f"{show_number(rounded(row['views_median']))} kali atau lebih "
        f"(angka tersedia: {show_number(row['views_n'])} dari {show_number(row['unggahan'])} unggahan)"
        for row in _leading(read)
    ]
    if not halves:
        return (
            f"Pada {words.period}, angka platform tersedia pada {show_number(read.total('known'))} dari "
            f"{show_number(read.total('unggahan'))} unggahan, tanpa angka tayangan. {read.until}"
        )
    return f"Pada {words.period}, {' dan '.join(halves)}. {read.until}"


def _numbers(words: Frame, read: Reached) -> tuple[Number, ...]:
    figures = Number(
        "Unggahan dengan angka",
        read.total("known"),
        f"dari {show_number(read.total('unggahan'))} unggahan",
        "Unggahan yang laporannya memuat sekurangnya satu angka platform.",
        posts=words.basis.mark(),
    )
    views = tuple(
        Number(
            f"Tayangan {PLATFORMS[row['platform']]}",
            rounded(row["views_median"]),
            f"nilai tengah per unggahan; angka tersedia: {show_number(row['views_n'])} dari "
            f"{show_number(row['unggahan'])} unggahan",
            f"{MEDIAN_HOW} {LIFETIME_HOW}",
            posts=words.basis.mark(platform=row["platform"]),
        )
        for row in _leading(read)
    )
    return (figures, *views)
