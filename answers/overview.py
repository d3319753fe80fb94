"""Ringkasan: one sentence, three numbers against the period before, konten per OPD, the months, who reported."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import dropwhile
from typing import Any

from answers.choice import Choice, Previous, is_whole_month, previous, trend_start
from answers.frame import KONTEN, MELAPOR, UNGGAHAN, Frame, frame, nothing_to_show
from answers.selection import Selection, select
from charts.model import Answer, Number
from charts.overview import agency_chart, months_chart, platform_chart, reporting_table
from indonesia import show_number
from metrics.activity import activity_trend
from metrics.content import within
from metrics.overview import agency_totals, platform_counts, totals
from posts import PLATFORMS
from store import Scope, Store

NAME, TITLE = "overview", "Ringkasan"


def overview(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """What was published in the period, by whom, and who has not reported."""
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    words = frame(selection)
    sums = selection.rows(totals(selection.counted))[0]
    earlier = previous(choice)
    trend = _trend(selection, today)
    before = _before(selection, earlier.choice, trend, today)
    charts = (
        agency_chart(words.basis, selection.by_agency(agency_totals(selection.counted))),
        months_chart(words.basis, trend, selection.last),
        platform_chart(words.basis, _platforms(selection)),
    )
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, sums),
        numbers=_numbers(words, sums, before, earlier),
        charts=charts,
        tables=(reporting_table(words.basis, words.reports),),
        definitions=(KONTEN, UNGGAHAN, MELAPOR, *([("Perbandingan", earlier.warning)] if earlier.warning else [])),
        extra={"perbandingan": earlier.warning} if earlier.warning else {},
    )


def _sentence(words: Frame, sums: Mapping[str, Any]) -> str:
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; belum ada yang dapat dihitung."
    sentence = (
        f"Pada {words.period}, {show_number(words.reporting_opds)} dari {show_number(words.asked_opds)} OPD melapor "
        f"dan memublikasikan {show_number(sums['konten'])} konten melalui {show_number(sums['unggahan'])} unggahan"
    )
    return sentence + (f"; {show_number(words.silent_opds)} OPD belum melapor." if words.silent_opds else ".")


def _before(
    selection: Selection, earlier: Choice, trend: Sequence[Mapping[str, Any]], today: date
) -> Mapping[str, float | None]:
    """konten, unggahan and reporting of the period before, of the same OPDs; None each where nobody reported then."""
    if is_whole_month(earlier):
        found = [row for row in trend if row["start"] == earlier.first]
    else:
        moved = selection.moved(earlier.first, earlier.last, today)
        found = [row for row in moved.rows(totals(moved.daily)) if row["reporting"]]
    return found[0] if found and found[0]["reporting"] else {"konten": None, "unggahan": None, "reporting": None}


def _numbers(
    words: Frame, sums: Mapping[str, Any], before: Mapping[str, float | None], earlier: Previous
) -> tuple[Number, ...]:
    posts = words.basis.mark()
    known = words.reporting_opds > 0
    of_all = f"dari {show_number(words.asked_opds)} OPD"
    return (
        Number(
            label="Konten",
            value=sums["konten"] if known else None,
            unit="konten",
            how=f"{KONTEN[1]} Dari {show_number(words.reporting_opds)} OPD yang melapor.",
            before=before["konten"],
            before_label=earlier.label,
            posts=posts,
        ),
        Number(
            label="Unggahan",
            value=sums["unggahan"] if known else None,
            unit="unggahan",
            how=f"{UNGGAHAN[1]} Dari {show_number(words.reporting_opds)} OPD yang melapor.",
            before=before["unggahan"],
            before_label=earlier.label,
            posts=posts,
        ),
        Number(
            label="OPD melapor",
            value=words.reporting_opds,
            unit=of_all,
            how=MELAPOR[1],
            before=before["reporting"],
            before_label=earlier.label,
        ),
    )


def _trend(selection: Selection, today: date) -> list[dict[str, Any]]:
    """Rows of activity_trend by month, up to the one in which the period ends: at most twelve, from the first known."""
    months = selection.moved(trend_start(selection.last), selection.last, today)
    trend = sorted(months.rows(activity_trend(months.daily, "month")), key=lambda row: row["start"])
    return list(dropwhile(lambda row: not row["reporting"], trend))


def _platforms(selection: Selection) -> list[tuple[str, str, int, int]]:
    """Code, label, unggahan and OPDs of every chosen platform with a post."""
    posts = within(selection.posts, selection.first, selection.last)
    found = {row["platform"]: row for row in selection.rows(platform_counts(posts))}
    chosen = selection.choice.platforms or tuple(PLATFORMS)
    return [
        (code, name, found[code]["unggahan"], found[code]["agencies"])
        for code, name in PLATFORMS.items()
        if code in chosen and code in found
    ]
