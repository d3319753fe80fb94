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
    """The platforms expected of each OPD (metrics.covered.expected_platforms), with the columns of accounts."""
    known = [table.select("agency_id", "platform") for table in (tables.coverage, tables.posts)]
    found = ibis.union(tables.accounts.select("agency_id", "platform"), *known, distinct=True)
    accounts = tables.accounts.group_by("agency_id", "platform").agg(handle=tables.accounts.handle.max())
    joined = found.left_join(accounts, ["agency_id", "platform"])
    return joined.select("agency_id", "platform", handle=joined.handle.fill_null(""), sample=ibis.literal(sample))
