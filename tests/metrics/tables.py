"""Literal tables for the tests of the metrics: days are days of October 2024 (the 1st is a Tuesday)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import ibis
import ibis.expr.types as ir

Run = Callable[[ir.Table], list[dict[str, Any]]]
"""Executes an expression and returns its rows."""

POSTS = {
    "post_key": "string", "agency_id": "string", "platform": "string", "day": "date", "published_at": "timestamp",
    "has_time": "boolean", "content_key": "string", "content_day": "date", "topic": "string", "subject": "string",
}  # fmt: skip
COVERAGE = {"agency_id": "string", "platform": "string", "first_day": "date", "last_day": "date", "complete": "boolean"}
ACCOUNTS = {"agency_id": "string", "platform": "string", "handle": "string"}
AGENCIES = {"agency_id": "string", "kind": "string"}
DAYS = {"day": "date", "working": "boolean"}
TARGETS = {
    "target_id": "string", "agency_id": "string", "kind": "string", "from_day": "date", "number": "int32",
    "counts": "string", "days": "string", "basis": "string",
    "without_reposts": "boolean", "without_greetings": "boolean",
}  # fmt: skip


def at(day: int | date) -> date:
    """A day of October 2024, or the day itself."""
    return day if isinstance(day, date) else date(2024, 10, day)


def table(schema: dict[str, str], rows: list[tuple[Any, ...]]) -> ir.Table:
    """A table of literal rows."""
    return ibis.memtable([dict(zip(schema, row, strict=True)) for row in rows], schema=schema)


def post(
    agency: str,
    platform: str,
    day: int | date,
    konten: str,
    begun: int | date | None = None,
    *,
    hour: int | None = None,
    topic: str = "layanan",
    subject: str = "perangkat",
) -> tuple[Any, ...]:
    """A row of posts; `konten` is its content key, `begun` the konten's first day (the day itself if left out)."""
    moment = datetime.combine(at(day), datetime.min.time()).replace(hour=hour or 0)
    key = f"{platform}:{agency}:{konten}:{at(day)}"
    first = at(day if begun is None else begun)
    return (key, agency, platform, at(day), moment, hour is not None, konten, first, topic, subject)


def posts(*rows: tuple[Any, ...]) -> ir.Table:
    return table(POSTS, list(rows))


def coverage(*rows: tuple[str, str, int | date, int | date, bool]) -> ir.Table:
    return table(COVERAGE, [(a, p, at(f), at(t), complete) for a, p, f, t, complete in rows])


def accounts(*rows: tuple[str, str]) -> ir.Table:
    return table(ACCOUNTS, [(agency, platform, "") for agency, platform in rows])


def agencies(*names: str, kind: str = "dinas") -> ir.Table:
    return table(AGENCIES, [(name, kind) for name in names])


def days(first: int, last: int, off: tuple[int, ...] = (5, 6, 12, 13, 19, 20, 26, 27)) -> ir.Table:
    return table(DAYS, [(at(day), day not in off) for day in range(first, last + 1)])


def targets(*rows: tuple[Any, ...]) -> ir.Table:
    """Rows: target_id, agency_id, kind, from_day, number, counts, days, basis."""
    return table(TARGETS, [(i, a, k, at(f), n, c, d, b, None, None) for i, a, k, f, n, c, d, b in rows])
