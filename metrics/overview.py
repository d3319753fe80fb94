"""The totals of a period: konten, unggahan, posts per platform, konten per OPD."""

import ibis.expr.types as ir

from metrics.content import begun_within, within


def totals(posts: ir.Table, days: ir.Table) -> ir.Table:
    """One row: konten (distinct, begun on one of `days`) and unggahan (posted on one of `days`)."""
    konten = begun_within(posts, days).agg(konten=lambda post: post.content_key.nunique())
    unggahan = within(posts, days).agg(unggahan=lambda post: post.count())
    return konten.cross_join(unggahan)


def platform_counts(posts: ir.Table, days: ir.Table) -> ir.Table:
    """Posts per platform: platform, unggahan, agencies (OPDs that posted there). Grain: platform with a post."""
    return (
        within(posts, days)
        .group_by("platform")
        .agg(unggahan=lambda post: post.count(), agencies=lambda post: post.agency_id.nunique())
    )


def agency_totals(daily: ir.Table) -> ir.Table:
    """Counts of every OPD over a period: agency_id, konten, unggahan. Grain: OPD of `daily` (see daily_activity)."""
    return daily.group_by("agency_id").agg(
        konten=lambda row: row.konten.sum().cast("int64"), unggahan=lambda row: row.unggahan.sum().cast("int64")
    )
