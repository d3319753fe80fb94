"""What a closing keeps of each table: the rows of its month, told once for who copies and who compares."""

import datetime as dt

import ibis
import ibis.expr.types as ir

from store.scope import Tables

WHOLE = ("agencies", "units", "targets", "calendar_days")
"""Tables of which a closing keeps every row: they hold from a day on, or always."""
SPANS = ("coverage", "dispensations", "refusal_agencies")
"""Tables of which it keeps the rows whose first_day to last_day touches the month."""
REVISED = ("posts", "coverage", "dispensations")
"""Tables whose copies an accepted objection of an OPD renews: these copies bear an objection_id."""


def posts_of_month(tables: Tables, first: dt.date, last: dt.date) -> ir.Table:
    """The posts of the month, and those of a konten that began in it; a day that lies outside it is null."""
    posts = tables.posts
    shown, begun = posts.day.between(first, last), posts.content_day.between(first, last)
    return posts.filter(shown | begun).mutate(
        day=ibis.ifelse(shown, posts.day, None), content_day=ibis.ifelse(begun, posts.content_day, None)
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
