"""The months of Capaian Target: days met by month, and for one OPD the posts behind its count."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.choice import trend_start
from answers.selection import Selection
from charts.basis import Basis
from charts.model import Chart, Table
from charts.target_posts import counted_table
from charts.target_trend import kinds_table, trend_chart
from charts.targets import DayWords
from indonesia import AGENCY_KINDS
from metrics.content import begun_within, within
from metrics.target_trend import kind_sums, monthly_days
from posts import PLATFORMS

_DAYS = ("day", "content_day")


def months_of(selection: Selection, today: date) -> Selection | None:
    """The selection on the days of the trend: from the month of the first target on, twelve months or the period if
    that is longer; None where that is one month only."""
    start = trend_start(selection.last)
    targets = selection.tables.targets
    begun = selection.rows(targets.aggregate(first=targets.from_day.min()))[0]["first"]
    start = max(min(start, selection.first.replace(day=1)), (begun or today).replace(day=1))
    return selection.moved(start, selection.last, today) if start < selection.last.replace(day=1) else None


def days_trend(months: Selection, basis: Basis, judged: ir.Table, words: DayWords) -> tuple[Chart, ...]:
    """The trend by month; none before a second month has target days. `judged`: the days against their targets."""
    rows = months.rows(monthly_days(judged, months.whole_roster))
    if len({row["start"] for row in rows}) < 2:
        return ()
    return (trend_chart(basis, rows, AGENCY_KINDS, words, months.last),)


def by_kind(selection: Selection, basis: Basis, sums: ir.Table, words: DayWords) -> tuple[Table, ...]:
    """The days of each kind, where several are shown. `sums`: metrics.targets.target_sums."""
    if len({opd.kind for opd in selection.opds}) < 2:
        return ()
    return (kinds_table(basis, selection.rows(kind_sums(sums, selection.roster)), AGENCY_KINDS, words),)


def _whole_posts(rows: Iterable[dict[str, Any]], first: date, last: date) -> list[dict[str, Any]]:
    """Each post once with both its days. Of a closed month and the next each keeps one side of a post whose konten
    spans both (answers/closed.py): the side of the period speaks, the other adds its day."""
    found: dict[str, dict[str, Any]] = {}
    sides = [(any(row[day] and first <= row[day] <= last for day in _DAYS), row) for row in rows]
    for _, row in sorted(sides, key=lambda side: not side[0]):
        known = found.setdefault(row["post_key"], row)
        found[row["post_key"]] = known | {day: known[day] or row[day] for day in _DAYS}
    for row in found.values():
        row["day"] = row["day"] or row["published_at"].date()
        row["content_day"] = row["content_day"] or row["day"]
    return list(found.values())


def counted_posts(selection: Selection, basis: Basis) -> tuple[Table, ...]:
    """For one OPD the posts of the period with link, file and row: what a head who doubts the number can look up."""
    if len(selection.opds) != 1:
        return ()
    posts = selection.posts
    keys = [counted(posts, selection.first, selection.last).select("post_key") for counted in (within, begun_within)]
    shown = posts.filter(posts.post_key.isin(ibis.union(*keys).post_key))
    files = selection.tables.uploads.select("upload_id", "file_name")
    rows = selection.rows(shown.left_join(files, "upload_id", rname="{name}_of_file"))
    rows = _whole_posts(rows, selection.first, selection.last)
    return (counted_table(basis, rows, PLATFORMS),)
