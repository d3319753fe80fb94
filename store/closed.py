"""What a closing keeps of each table: the rows of its month, told once for who copies and who compares."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Any

import ibis
import ibis.expr.types as ir

from store.scope import Tables

WHOLE = ("agencies", "units", "targets", "calendar_days")
"""Tables of which a closing keeps every row: they hold from a day on, or always."""
SPANS = ("coverage", "dispensations", "refusal_agencies")
"""Tables of which it keeps the rows whose first_day to last_day touches the month."""
REVISED = ("posts", "coverage", "dispensations")
"""Tables whose copies an accepted objection of an OPD renews: these copies bear an objection_id."""


def posts_of_month(
    tables: Tables, first: dt.date, last: dt.date, others: Mapping[str, "Revised"] | None = None
) -> ir.Table:
    """The posts of the month, and those of a konten that began in it; a day that lies outside it is null.

    `others`: the other closed months (see kept_rows); what they count is not counted here again.
    """
    posts = uncounted(tables.posts, kept_rows(tables, "posts", others)) if others else tables.posts
    shown, begun = posts.day.between(first, last), posts.content_day.between(first, last)
    return posts.filter(shown | begun).mutate(
        day=ibis.ifelse(shown, posts.day, None), content_day=ibis.ifelse(begun, posts.content_day, None)
    )


def uncounted(posts: ir.Table, kept: ir.Table) -> ir.Table:
    """`posts`, day or content_day null where the rows that closed months keep (`kept`) count them there already.

    A post whose day changes after the closing stays in the month in which it was counted, and so does a konten of which
    only later posts are left.
    """
    shown = posts.post_key.isin(kept.filter(kept.day.notnull()).post_key)
    known = posts.post_key.isin(kept.filter(kept.content_day.notnull()).post_key)
    begun = posts.content_key.isin(posts.filter(known).content_key)
    return posts.mutate(
        day=ibis.ifelse(shown, None, posts.day), content_day=ibis.ifelse(begun, None, posts.content_day)
    )


def overlapping(rows: ir.Table, first: dt.date, last: dt.date) -> ir.Table:
    """The rows whose first_day to last_day touches these days."""
    return rows.filter((rows.first_day <= last) & (rows.last_day >= first))


def expected_accounts(tables: Tables, sample: bool) -> ir.Table:
    """The platforms expected of each OPD (metrics.covered.expected_platforms), with the columns of accounts.

    The accounts as they are, and a row without a handle for every platform that is known from reports and posts alone.
    """
    accounts = tables.accounts
    told = [table.select("agency_id", "platform") for table in (tables.coverage, tables.posts)]
    official = accounts.select("agency_id", "platform", official=ibis.literal(True)).distinct()
    joined = ibis.union(*told, distinct=True).left_join(official, ["agency_id", "platform"])
    others = joined.filter(joined.official.isnull()).select("agency_id", "platform")
    given = {"handle": ibis.literal(""), "sample": ibis.literal(sample)}
    empty = {name: ibis.null(kind) for name, kind in accounts.schema().items() if name not in others.columns}
    return ibis.union(accounts, others.mutate(**{**empty, **given}).select(*accounts.columns))


Revised = Mapping[str, str]
"""agency_id → the accepted objection that gave the OPD the rows by which it is judged now."""


def grants(tables: Tables) -> ir.Table:
    """What accepted objections granted, in the order of the decisions: objection_id, granted, detail, decided_at,
    closing_id, agency_id, month."""
    outcomes, objections = tables.objection_outcomes, tables.objections.select("objection_id", "closing_id")
    accepted = outcomes.filter((outcomes.outcome == "diterima") & (outcomes.granted != ""))
    rows = accepted.select("objection_id", "agency_id", "granted", "detail", "decided_at")
    rows = rows.inner_join(objections, "objection_id")
    rows = rows.inner_join(tables.closings.select("closing_id", "month"), "closing_id")
    return rows.order_by("decided_at", "objection_id")


def revised_of(granted: Iterable[Mapping[str, Any]], closing_id: str) -> dict[str, str]:
    """Which objections renewed rows of a closing. `granted`: rows of `grants`, in their order."""
    return {row["agency_id"]: row["objection_id"] for row in granted if row["closing_id"] == closing_id}


def kept_rows(tables: Tables, name: str, closings: Mapping[str, Revised]) -> ir.Table:
    """The rows that closings (closing_id → whom an objection renewed) keep of a table, with its columns."""
    copies = getattr(tables, f"closed_{name}")
    rows = copies.filter(copies.closing_id.isin(list(closings)))
    if name in REVISED:
        renewed = [objection for revised in closings.values() for objection in revised.values()]
        outdated = [
            (rows.closing_id == closing_id) & rows.agency_id.isin(list(revised))
            for closing_id, revised in closings.items()
            if revised
        ]
        first = rows.objection_id == ""
        rows = rows.filter((first & ~reduce(or_, outdated)) | rows.objection_id.isin(renewed) if renewed else first)
    return rows.select(*getattr(tables, name).columns)


def moved_days(rows: list[dict[str, Any]], granted: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of posts_of_month with the posts that objections granted to another day on that day.

    The konten of a post moves along if the post is its first (docs/design.md: counted on its first day).
    """
    days = {
        detail["post_key"]: dt.date.fromisoformat(detail["day"])
        for row in granted
        if row["granted"] == "hari_lain"
        for detail in [json.loads(row["detail"])]
    }
    return [
        {
            **row,
            "day": days.get(row["post_key"], row["day"]) if row["day"] else None,
            "content_day": days.get(row["content_key"], row["content_day"]) if row["content_day"] else None,
        }
        for row in rows
    ]
