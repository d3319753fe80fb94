"""The totals of a period: konten, unggahan, posts per platform, konten per OPD."""

import ibis.expr.types as ir


def totals(daily: ir.Table) -> ir.Table:
    """One row: konten, unggahan, reporting (OPDs with a reported day). `daily`: see daily_activity.

    Days add up: a konten counts on one day only.
    """
    return daily.aggregate(
        konten=daily.konten.sum().cast("int64"),
        unggahan=daily.unggahan.sum().cast("int64"),
        reporting=daily.agency_id.nunique(where=daily.covered.isin(("lengkap", "sebagian"))),
    )


def agency_totals(daily: ir.Table) -> ir.Table:
    """Counts of every OPD over a period: agency_id, konten, unggahan. Grain: OPD of `daily` (see daily_activity)."""
    return daily.group_by("agency_id").agg(
        konten=daily.konten.sum().cast("int64"), unggahan=daily.unggahan.sum().cast("int64")
    )


def platform_counts(posts: ir.Table) -> ir.Table:
    """Posts per platform: platform, unggahan, agencies (OPDs that posted there). Grain: platform with a post."""
    return posts.group_by("platform").agg(unggahan=posts.count(), agencies=posts.agency_id.nunique())
