"""Which days of an OPD are covered by a report: the difference between silence and a report that has not come."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach


def expected_platforms(coverage: ir.Table, posts: ir.Table, accounts: ir.Table) -> ir.Table:
    """Platforms an OPD is expected to report on: agency_id, platform.

    Its official accounts, the platforms it ever reported on, and those it ever posted on. Grain: OPD and platform.
    """
    sources = [table.select("agency_id", "platform") for table in (accounts, coverage, posts)]
    return ibis.union(*sources, distinct=True)


def covered_days(
    coverage: ir.Table,
    posts: ir.Table,
    accounts: ir.Table,
    agencies: ir.Table,
    days: ir.Table,
    *,
    platforms: Sequence[str] = (),
) -> ir.Table:
    """How well each day of each OPD is reported: agency_id, day, covered.

    Grain: every row of `agencies` × every row of `days`. `covered` is
    lengkap: every expected platform has a complete report that contains the day;
    sebagian: not so, but some report contains the day, or a post of that day is known;
    belum_melapor: neither, also where no platform is expected because nothing is known of the OPD;
    tanpa_akun: `platforms` narrows the question to platforms on which nothing is expected of this OPD.
    Give all posts, coverage and accounts: what is expected does not hang on the period. Rule: docs/design.md §2.
    """
    known = expected_platforms(coverage, posts, accounts)
    if platforms:
        known_chosen = known.filter(known.platform.isin(tuple(platforms)))
        coverage = coverage.filter(coverage.platform.isin(tuple(platforms)))
        posts = posts.filter(posts.platform.isin(tuple(platforms)))
    else:
        known_chosen = known
    wanted = known_chosen.group_by("agency_id").agg(wanted=lambda row: row.count())
    anywhere = known.group_by("agency_id").agg(anywhere=lambda row: row.count())
    evidence = _evidence(coverage, posts, days)
    cells = agencies.select("agency_id").cross_join(days.select("day"))
    cells = attach(cells, wanted, ["agency_id"], zero=["wanted"])
    cells = attach(cells, anywhere, ["agency_id"], zero=["anywhere"])
    cells = attach(cells, evidence, ["agency_id", "day"], zero=["touched", "complete"])
    state = ibis.cases(
        ((cells.wanted == 0) & (cells.anywhere > 0), "tanpa_akun"),
        ((cells.wanted > 0) & (cells.complete >= cells.wanted), "lengkap"),
        (cells.touched > 0, "sebagian"),
        else_="belum_melapor",
    )
    return cells.select("agency_id", "day", covered=state)


def _evidence(coverage: ir.Table, posts: ir.Table, days: ir.Table) -> ir.Table:
    """Of each OPD and day: touched (reports or posts of it), complete (platforms with a complete report of it)."""
    reported = coverage.select(
        "agency_id", "platform", "first_day", "last_day", whole=coverage.complete.ifelse(1, 0).cast("int64")
    )
    on_days = reported.inner_join(
        days.select("day"), [reported.first_day <= days.day, reported.last_day >= days.day]
    ).select("agency_id", "platform", "day", "whole")
    posted = posts.filter(posts.day.isin(days.day)).select(
        "agency_id", "platform", "day", whole=ibis.literal(0, "int64")
    )
    by_platform = (
        ibis.union(on_days, posted).group_by("agency_id", "platform", "day").agg(whole=lambda row: row.whole.max())
    )
    return by_platform.group_by("agency_id", "day").agg(
        touched=lambda row: row.count(), complete=lambda row: row.whole.sum().cast("int64")
    )


def reporting(covered: ir.Table) -> ir.Table:
    """How each OPD reported over a period: agency_id, days, days_complete, days_partial, days_missing, reporting.

    Grain: OPD. `covered` is the result of `covered_days`. `reporting` is melapor_lengkap (every day lengkap),
    belum_melapor (no day lengkap or sebagian), tanpa_akun, or melapor_sebagian.
    """
    sums = covered.group_by("agency_id").agg(
        days=lambda row: row.count(),
        days_complete=lambda row: row.count(where=row.covered == "lengkap"),
        days_partial=lambda row: row.count(where=row.covered == "sebagian"),
        days_missing=lambda row: row.count(where=row.covered == "belum_melapor"),
        without=lambda row: row.count(where=row.covered == "tanpa_akun"),
    )
    state = ibis.cases(
        (sums.without > 0, "tanpa_akun"),
        (sums.days_complete == sums.days, "melapor_lengkap"),
        (sums.days_complete + sums.days_partial == 0, "belum_melapor"),
        else_="melapor_sebagian",
    )
    return sums.mutate(reporting=state).drop("without")
