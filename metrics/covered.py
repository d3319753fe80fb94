"""Which days of an OPD are covered by a report: the difference between silence and a report that has not come."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir


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
    """How well each day of each OPD is reported: agency_id, day, working, covered.

    Grain: every row of `agencies` × every row of `days` (day, working). `covered` is
    lengkap: every expected platform has a complete report that contains the day;
    sebagian: not so, but some report contains the day, or a post of that day is known;
    belum_melapor: neither, also where no platform is expected because nothing is known of the OPD;
    tanpa_akun: `platforms` narrows the question to platforms on which nothing is expected of this OPD.
    Give all posts, coverage and accounts: what is expected does not hang on the period. Rule: docs/design.md §2.
    """
    known = expected_platforms(coverage, posts, accounts)
    chosen = known.platform.isin(tuple(platforms)) if platforms else None
    expected = known.group_by("agency_id").agg(wanted=known.count(where=chosen), anywhere=known.count())
    evidence = _evidence(coverage, posts, days, platforms)
    roster = agencies.select("agency_id")
    cells = (
        roster.cross_join(days.select("day", "working"))
        .left_join(expected, [roster.agency_id == expected.agency_id], rname="{name}_of_expected")
        .left_join(evidence, ["agency_id", "day"], rname="{name}_of_evidence")
    )
    wanted, complete = cells.wanted.fill_null(0), cells.complete.fill_null(0)
    state = ibis.cases(
        ((wanted == 0) & (cells.anywhere.fill_null(0) > 0), "tanpa_akun"),
        ((wanted > 0) & (complete >= wanted), "lengkap"),
        (cells.touched.notnull(), "sebagian"),
        else_="belum_melapor",
    )
    return cells.select("agency_id", "day", "working", covered=state)


def _evidence(coverage: ir.Table, posts: ir.Table, days: ir.Table, platforms: Sequence[str]) -> ir.Table:
    """Of each OPD and day: touched (reports or posts of it), complete (platforms with a complete report of it)."""
    if platforms:
        coverage = coverage.filter(coverage.platform.isin(tuple(platforms)))
        posts = posts.filter(posts.platform.isin(tuple(platforms)))
    on_days = coverage.inner_join(days, [coverage.first_day <= days.day, coverage.last_day >= days.day])
    told = ibis.union(
        on_days.select("agency_id", "day", "platform", "complete"),
        posts.select("agency_id", "day", "platform", complete=ibis.literal(False)),
    )
    return told.group_by("agency_id", "day").agg(
        touched=told.count(), complete=told.platform.nunique(where=told.complete)
    )


def reporting(covered: ir.Table) -> ir.Table:
    """How each OPD reported over a period: agency_id, days, days_complete, days_partial, days_missing, reporting.

    Grain: OPD. `covered` is the result of `covered_days`. `reporting` is melapor_lengkap (every day lengkap),
    belum_melapor (no day lengkap or sebagian), tanpa_akun, or melapor_sebagian.
    """
    sums = covered.group_by("agency_id").agg(
        days=covered.count(),
        days_complete=covered.count(where=covered.covered == "lengkap"),
        days_partial=covered.count(where=covered.covered == "sebagian"),
        days_missing=covered.count(where=covered.covered == "belum_melapor"),
        without=covered.count(where=covered.covered == "tanpa_akun"),
    )
    state = ibis.cases(
        (sums.without > 0, "tanpa_akun"),
        (sums.days_complete == sums.days, "melapor_lengkap"),
        (sums.days_complete + sums.days_partial == 0, "belum_melapor"),
        else_="melapor_sebagian",
    )
    return sums.select("agency_id", "days", "days_complete", "days_partial", "days_missing", reporting=state)
