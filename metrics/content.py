"""Konten out of posts, and what a period holds of either."""

from datetime import date

import ibis
import ibis.expr.types as ir


def contents(posts: ir.Table, *more: str) -> ir.Table:
    """Konten: agency_id, content_key, content_day, topic, subject (of its first post), unggahan (posts it consists of).

    Grain: one konten. `more` names further columns to take of its first post. `posts` needs them and agency_id,
    content_key, content_day, published_at, post_key, topic, subject.
    Rule: docs/design.md, "Konten is one piece of content", counted on its first day.
    """
    keys = [posts.agency_id, posts.content_key]
    ranked = posts.select(
        "agency_id", "content_key", "content_day", "topic", "subject", *more,
        place=ibis.row_number().over(group_by=keys, order_by=[posts.published_at, posts.post_key]),
        unggahan=posts.count().over(group_by=keys),
    )  # fmt: skip
    return ranked.filter(ranked.place == 0).drop("place")


def within(posts: ir.Table, first: date, last: date) -> ir.Table:
    """The posts whose own day lies in the period: what an unggahan count of a period counts."""
    return posts.filter(posts.day.between(first, last))


def begun_within(posts: ir.Table, first: date, last: date) -> ir.Table:
    """The posts of konten whose first day lies in the period: what a konten count of a period counts."""
    return posts.filter(posts.content_day.between(first, last))


def legible(posts: ir.Table, source: str) -> ir.Table:
    """The posts whose topic or subject can be told: they have a text, or the log itself said it (`source` = "log")."""
    return posts.filter((posts.caption.strip() != "") | (posts[source] == "log"))


def legible_counts(posts: ir.Table, source: str) -> ir.Table:
    """Unggahan per OPD: agency_id, told (see `legible`), whole. Grain: OPD with at least one post."""
    told = (posts.caption.strip() != "") | (posts[source] == "log")
    return posts.group_by("agency_id").agg(told=posts.count(where=told), whole=posts.count())
