"""What a target may set apart: reposts and pure greetings, listed beside the count and not in it."""

from collections.abc import Collection, Sequence

import ibis
import ibis.expr.types as ir


def marked(posts: ir.Table, greetings: Sequence[str]) -> ir.Table:
    """`posts` with repost and greeting (booleans).

    A greeting is a post whose only topic is seremonial and whose text holds one of the words (small letters). `posts`
    needs is_repost, topics, caption.
    """
    text = posts.caption.lower()
    wished = ibis.or_(*(text.contains(words) for words in greetings)) if greetings else ibis.literal(False)
    return posts.mutate(repost=posts.is_repost, greeting=(posts.topics == "seremonial") & wished)


def kept_counts(posts: ir.Table, choices: Collection[tuple[bool, bool]]) -> ir.Table:
    """Counts without what is set apart: agency_id, day, without_reposts, without_greetings, konten, unggahan.

    Grain: OPD, day with a post that is kept, and each of `choices` (without reposts, without greetings). A konten is
    kept if one of its posts is, and counts on its first day. `posts`: see `marked`.
    """
    return ibis.union(*(_kept(posts, *choice) for choice in sorted(choices)))


def _kept(posts: ir.Table, without_reposts: bool, without_greetings: bool) -> ir.Table:
    rows = posts
    if without_reposts:
        rows = rows.filter(~rows.repost)
    if without_greetings:
        rows = rows.filter(~rows.greeting)
    begun = rows.select("agency_id", "content_key", day=rows.content_day, post=ibis.literal(0))
    shown = rows.select("agency_id", content_key=ibis.null("string"), day=rows.day, post=ibis.literal(1))
    both = ibis.union(begun, shown)
    return both.group_by("agency_id", "day").agg(
        without_reposts=ibis.literal(without_reposts),
        without_greetings=ibis.literal(without_greetings),
        konten=both.content_key.nunique(),
        unggahan=both.post.sum().cast("int64"),
    )
