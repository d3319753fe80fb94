"""What the public saw and answered: figures of single posts, their medians and tops. Nothing here is added up."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach
from metrics.ratio import share

FIGURES = ("likes", "comments", "shares", "saves", "views", "reach", "impressions")
COUNTS = ("views", "impressions", "reach", "interactions")
RATES = {"by_reach": "reach", "by_views": "views", "by_impressions": "impressions"}
"""Interactions of a post as a share of one of its own figures: name → its denominator."""

MEASURES = (*COUNTS, *RATES)


def figured(posts: ir.Table, records: ir.Table, uploads: ir.Table) -> ir.Table:
    """`posts` with interactions, the shares of RATES, and as_of, the day to which their figures count.

    `interactions` are likes, comments and shares of the post, null where one of the three is not known: Facebook does
    not tell saves. A share is null where its denominator is missing or 0. Figures of a post come together from one
    record (docs/design.md §2): `as_of` is the newest export that told just these, also where a closed month keeps older
    ones; one that was undone since speaks only where no other did. It is null without any figure.
    """
    exports = uploads.select("upload_id", day_told=uploads.as_of, stands=uploads.undone_at.isnull())
    told = records.filter(_any_figure(records)).select("post_key", "upload_id", figures=_told_figures(records))
    told = told.inner_join(exports, "upload_id")
    days = told.group_by("post_key", "figures").agg(
        as_of=told.day_told.max(where=told.stands).fill_null(told.day_told.max())
    )
    rows = attach(posts.mutate(figures=_told_figures(posts)), days, ["post_key", "figures"]).drop("figures")
    rows = rows.mutate(interactions=rows.likes + rows.comments + rows.shares)
    return rows.mutate(**{name: share(rows.interactions, rows[below]) for name, below in RATES.items()})


def _told_figures(rows: ir.Table) -> ir.StringValue:
    """All figures of a row as one text, to find the row that told them: "12;;3;;400;;"."""
    return ibis.literal(";").join(rows[figure].cast("string").fill_null("") for figure in FIGURES)


def _any_figure(rows: ir.Table) -> ir.BooleanValue:
    return ibis.or_(*(rows[figure].notnull() for figure in FIGURES))


def medians(posts: ir.Table, *keys: str) -> ir.Table:
    """Per group of `keys`: unggahan, known (posts with any figure), first_as_of, last_as_of, and of every measure
    `…_n` (posts with that figure) and `…_median` (of those posts; null without any).

    Grain: `keys`. `posts`: see `figured`. A post with an unusually large figure does not move a median.
    """
    columns: dict[str, ir.Value] = {}
    for measure in MEASURES:
        columns[f"{measure}_n"] = posts[measure].count()
        columns[f"{measure}_median"] = posts[measure].cast("float64").median()
    return posts.group_by(*keys).agg(
        unggahan=posts.count(),
        known=posts.count(where=_any_figure(posts)),
        first_as_of=posts.as_of.min(),
        last_as_of=posts.as_of.max(),
        **columns,
    )


def kind_medians(
    by_agency: ir.Table, agencies: ir.Table, measures: Collection[str] = MEASURES, least: int = 10
) -> ir.Table:
    """What is usual among OPDs of a kind on a platform: kind, platform, of every measure `…_opds` and `…_median`.

    Grain: kind and platform. The median of the OPDs' own medians, each of at least `least` posts with the figure;
    `…_opds` is how many those are. `by_agency`: `medians` by agency_id and platform; `agencies`: agency_id, kind.
    """
    rows = attach(by_agency, agencies.select("agency_id", "kind"), ["agency_id"])
    columns: dict[str, ir.Value] = {}
    for measure in measures:
        enough = rows[f"{measure}_n"] >= least
        columns[f"{measure}_opds"] = rows.count(where=enough)
        columns[f"{measure}_median"] = rows[f"{measure}_median"].median(where=enough)
    return rows.group_by("kind", "platform").agg(**columns)


def top_posts(posts: ir.Table, measure: str, most: int) -> ir.Table:
    """The posts with the largest figure on each platform: the columns of `posts`, and place from 1 to `most`.

    Grain: post. Of equal figures the earlier post; a post without the figure, or with 0, is not among them.
    """
    known = posts.filter(posts[measure] > 0)
    order = [known[measure].desc(), known.published_at, known.post_key]
    placed = known.mutate(place=ibis.row_number().over(group_by=known.platform, order_by=order) + 1)
    return placed.filter(placed.place <= most)
