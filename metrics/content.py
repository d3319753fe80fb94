"""Konten out of posts: one row a piece of content, and both counts a day."""

import ibis
import ibis.expr.types as ir


def contents(posts: ir.Table) -> ir.Table:
    """Konten: agency_id, content_key, content_day, topic, subject (of its first post), unggahan (posts it consists of).

    Grain: one konten. `posts` needs agency_id, content_key, content_day, published_at, post_key, topic, subject.
    Rule: docs/design.md, "Konten is one piece of content", counted on its first day.
    """
    place = ibis.row_number().over(
        group_by=[posts.agency_id, posts.content_key], order_by=[posts.published_at, posts.post_key]
    )
    firsts = posts.mutate(place=place).filter(lambda post: post.place == 0)
    sizes = posts.group_by("agency_id", "content_key").agg(unggahan=lambda post: post.count())
    return firsts.select("agency_id", "content_key", "content_day", "topic", "subject").inner_join(
        sizes, ["agency_id", "content_key"]
    )


def day_counts(posts: ir.Table) -> ir.Table:
    """Both counts: agency_id, day, konten (distinct, on the first day of each), unggahan (posts on their own day).

    Grain: OPD and day on which either count is above 0. `posts` needs agency_id, day, content_key, content_day.
    """
    konten = posts.group_by("agency_id", day=posts.content_day).agg(konten=lambda post: post.content_key.nunique())
    unggahan = posts.group_by("agency_id", "day").agg(unggahan=lambda post: post.count())
    both = ibis.union(
        konten.mutate(unggahan=ibis.literal(0, "int64")),
        unggahan.mutate(konten=ibis.literal(0, "int64")).select("agency_id", "day", "konten", "unggahan"),
    )
    return both.group_by("agency_id", "day").agg(
        konten=lambda row: row.konten.sum().cast("int64"), unggahan=lambda row: row.unggahan.sum().cast("int64")
    )


def within(posts: ir.Table, days: ir.Table) -> ir.Table:
    """The posts whose own day is one of `days`: what an unggahan count of a period counts."""
    return posts.filter(posts.day.isin(days.day))  # a semi-join of a semi-join is no SQL that PostgreSQL knows


def begun_within(konten: ir.Table, days: ir.Table) -> ir.Table:
    """The konten (or posts of konten) whose first day is one of `days`: what a konten count of a period counts."""
    return konten.filter(konten.content_day.isin(days.day))
