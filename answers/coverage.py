"""Liputan Pimpinan dan Perangkat Daerah: whom the konten of each OPD show."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, Frame, frame, nothing_to_show
from answers.legible import TERSEDIA, read_legible
from answers.selection import select
from charts.coverage import SUBJECT_HOW, subject_chart
from charts.labels import SUBJECTS
from charts.model import Answer, Number
from indonesia import show_number, show_share
from metrics.content import contents
from metrics.coverage import agency_subjects, subject_totals
from store import Scope, Store

NAME, TITLE = "coverage", "Liputan Pimpinan dan Perangkat Daerah"

LIPUTAN = ("Liputan", SUBJECT_HOW)
BATAS = (
    "Batas",
    "Yang dihitung ialah bagian dari konten yang dilaporkan, bukan bagian kegiatan yang dipublikasikan: daftar "
    "kegiatan tidak ada dalam laporan.",
)


def coverage(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """How the konten of the period divide between leaders and departments."""
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    read = read_legible(selection, frame(selection), "subject_source")
    words = read.words
    konten = contents(read.posts)
    counted = selection.kept(agency_subjects(konten, selection.roster, SUBJECTS))
    sums = {row["subject"]: row for row in selection.rows(subject_totals(counted))}
    cells = selection.rows(counted)
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, sums) + read.remark,
        numbers=tuple(
            Number(
                label,
                sums[code]["share"],
                f"dari konten ({show_number(sums[code]['konten'])} konten)",
                SUBJECT_HOW,
                number_format="percent",
                posts=words.basis.mark(subjek=code),
            )
            for code, label in SUBJECTS.items()
        ),
        charts=(subject_chart(words.basis, cells),),
        definitions=(KONTEN, LIPUTAN, BATAS, *([TERSEDIA] if read.remark else []), MELAPOR),
    )


def _sentence(words: Frame, sums: Mapping[str, Mapping[str, Any]]) -> str:
    total = sum(row["konten"] for row in sums.values())
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; liputan belum dapat dihitung."
    if not total:
        return f"Pada {words.period}, {show_number(words.reporting_opds)} OPD melapor tanpa satu konten pun."
    parts = ", ".join(f"{show_share(sums[code]['share'])} {label.lower()}" for code, label in SUBJECTS.items())
    return f"Dari {show_number(total)} konten pada {words.period}: {parts}."
