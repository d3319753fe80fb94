"""Aktivitas: every OPD and day with its state, the trend, the hours, last post and longest silence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answers.calendar import WEEKEND
from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, NIHIL, UNGGAHAN, Frame
from answers.head import answer_to
from answers.selection import Selection, select
from charts.activity import heat_map, hours_chart, silence_table, trend_chart
from charts.model import Answer, Chart, Number
from indonesia import show_number
from metrics.activity import (
    Step,
    activity_trend,
    last_posts,
    posting_hours,
    silences,
    stepped_activity,
)
from metrics.content import within
from metrics.overview import agency_totals
from store import Scope, Store

NAME, TITLE = "activity", "Aktivitas"
MOST_CELLS, MOST_DAYS = 5_000, 62

LIBUR = ("Libur", "Akhir pekan, libur nasional, dan cuti bersama yang dilaporkan lengkap dan tidak memuat unggahan.")
JEDA = (
    "Jeda terpanjang",
    "Hari kalender berurutan tanpa unggahan yang seluruhnya dilaporkan lengkap, di dalam periode. Hari yang belum "
    "dilaporkan lengkap memutusnya, karena belum diketahui.",
)


def activity(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """When each OPD published, and on which days it is not known."""
    selection = select(store, scope, choice, today)
    return answer_to(selection, NAME, TITLE, lambda words: _parts(selection, words))


def _parts(selection: Selection, words: Frame) -> dict[str, Any]:
    totals = selection.by_agency(agency_totals(selection.counted))
    return {
        "sentence": _sentence(words, totals),
        "numbers": _numbers(words, totals),
        "charts": (_heat_map(selection, words), _trend(selection, words), _hours(selection, words)),
        "tables": (silence_table(words.basis, _silences(selection)),),
        "definitions": (KONTEN, UNGGAHAN, MELAPOR, NIHIL, LIBUR, JEDA),
    }


def step_of(opds: int, days: int) -> Step:
    """The finest step that can still be read: days up to two months, else weeks, else months; at most 5,000 cells."""
    if days <= MOST_DAYS and opds * days <= MOST_CELLS:
        return "day"
    return "week" if opds * (days // 7 + 2) <= MOST_CELLS else "month"


def _sentence(words: Frame, totals: Mapping[str, Mapping[str, Any]]) -> str:
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; keaktifan belum dapat dihitung."
    active = sum(row["unggahan"] > 0 for row in totals.values())
    sentence = (
        f"Pada {words.period}, {show_number(active)} dari {show_number(words.reporting_opds)} OPD yang melapor "
        "mengunggah sekurangnya satu kali: "
        f"{show_number(sum(row['konten'] for row in totals.values()))} konten melalui "
        f"{show_number(sum(row['unggahan'] for row in totals.values()))} unggahan"
    )
    return sentence + (f"; {show_number(words.silent_opds)} OPD belum melapor." if words.silent_opds else ".")


def _numbers(words: Frame, totals: Mapping[str, Mapping[str, Any]]) -> tuple[Number, ...]:
    known = words.reporting_opds > 0
    posts = words.basis.mark()
    konten, unggahan = (sum(row[key] for row in totals.values()) for key in ("konten", "unggahan"))
    active = sum(row["unggahan"] > 0 for row in totals.values())
    return (
        Number("Konten", konten if known else None, "konten", KONTEN[1], posts=posts),
        Number("Unggahan", unggahan if known else None, "unggahan", UNGGAHAN[1], posts=posts),
        Number(
            "OPD dengan unggahan",
            active if known else None,
            f"dari {show_number(words.reporting_opds)} OPD yang melapor",
            "OPD yang memiliki sekurangnya satu unggahan pada periode ini.",
        ),
    )


def _heat_map(selection: Selection, words: Frame) -> Chart:
    step = step_of(len(selection.opds), len(selection.days))
    cells = selection.rows(stepped_activity(selection.counted, step))
    return heat_map(words.basis, cells, sorted({cell["start"] for cell in cells}), step)


def _trend(selection: Selection, words: Frame) -> Chart:
    step = step_of(1, len(selection.days))
    trend = sorted(selection.rows(activity_trend(selection.counted, step)), key=lambda row: row["start"])
    days_off = {day.day: day.day_off for day in selection.days if day.day_off not in ("", WEEKEND)}
    return trend_chart(words.basis, trend, step, days_off)


def _hours(selection: Selection, words: Frame) -> Chart:
    posts = within(selection.posts, selection.first, selection.last)
    return hours_chart(words.basis, selection.rows(posting_hours(posts)))


def _silences(selection: Selection) -> dict[str, dict[str, Any]]:
    """agency_id → columns of silences and the last post up to the end of the period."""
    until = selection.posts.filter(selection.posts.day <= selection.last)
    newest = selection.by_agency(last_posts(until, selection.roster))
    found = selection.by_agency(silences(selection.counted))
    return {agency: {**row, **newest[agency]} for agency, row in found.items()}
