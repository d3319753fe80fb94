"""Posts of an OPD that can be shown as examples of informing the public."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir


def example_posts(posts: ir.Table, topics: Collection[str], most: int) -> ir.Table:
    """At most `most` posts of each OPD: the columns of `posts`, and place from 1.

    Grain: post. Shown are own posts (no reposts) with a text and a link, about one of `topics` and not about leaders
    alone, that no rule ever marked for review; one of each konten. First those with most interactions, those of which
    these are not known last, the newest first. `posts` needs agency_id, content_key, topic, subject, caption, link,
    is_repost, neutrality_review, caution_review, interactions (null where not known), day, post_key.
    """
    doubts = posts.neutrality_review.fill_null("") + posts.caution_review.fill_null("")
    fit = posts.filter(
        posts.topic.isin(tuple(topics)),
        posts.subject != "pimpinan",
        ~posts.is_repost,
        posts.caption.strip() != "",
        posts.link != "",
        doubts == "",
    )
    order = [fit.interactions.fill_null(-1).desc(), fit.day.desc(), fit.post_key]
    best = fit.mutate(of_konten=ibis.row_number().over(group_by=[fit.agency_id, fit.content_key], order_by=order))
    best = best.filter(best.of_konten == 0).drop("of_konten")
    order = [best.interactions.fill_null(-1).desc(), best.day.desc(), best.post_key]
    placed = best.mutate(place=ibis.row_number().over(group_by=best.agency_id, order_by=order) + 1)
    return placed.filter(placed.place <= most)
