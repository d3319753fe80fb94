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
    changes: ir.Table | None = None,
    dispensations: ir.Table | None = None,
    refusals: ir.Table | None = None,
    ended: ir.Table | None = None,
    outside: ir.Table | None = None,
) -> ir.Table:
    """How well each day of each OPD is reported: agency_id, day, working, covered, excused (docs/design.md §2).

    Grain: every row of `agencies` × every row of `days` (day, working). `covered` is
    di_luar_data: the OPD was not there yet, or no more, on that day (`outside`), whatever was reported;
    tanpa_akun: `agencies.no_account` says that the OPD has none and nothing proves the contrary, or `platforms` narrows
    the question to platforms on which nothing is expected of this OPD, or every expected account had ended;
    dispensasi: every expected platform is excused on the day;
    lengkap: every expected platform that is not excused and did not end has a complete report that contains the day;
    sebagian: not so, but some report contains the day, or a post of that day is known;
    belum_terbaca: neither, but a file came for it that could not be read; belum_melapor: none of these, also where no
    platform is expected because nothing is known of the OPD.
    `excused`: some expected platform is. Give all posts, coverage and accounts: what is expected does not hang on the
    period. Optional: `changes` (agency_id, day, working) where a day differs for an OPD, `dispensations` (agency_id,
    platform or null for all, first_day, last_day), `refusals` (agency_id, first_day, last_day), `ended` (agency_id,
    platform, day: no account is there on that day), `outside` (agency_id, day).
    """
    known = expected_platforms(coverage, posts, accounts)
    chosen = known.platform.isin(tuple(platforms)) if platforms else None
    expected = known.group_by("agency_id").agg(wanted=known.count(where=chosen), anywhere=known.count())
    told = [_reports(coverage, days), posts.select("agency_id", "day", "platform", told=_mark("partial"))]
    told += _exceptions(known, days, dispensations, refusals, ended)
    cells = agencies.select("agency_id", no_account=_no_account(agencies)).cross_join(days.select("day", "working"))
    cells = attach(attach(cells, expected, ["agency_id"]), _evidence(told, platforms), ["agency_id", "day"])
    cells, state = _there(cells, outside)
    cells = cells.select("agency_id", "day", "working", covered=state, excused=cells.excused.fill_null(0) > 0)
    return cells if changes is None else _changed(cells, changes)


def _exceptions(
    known: ir.Table,
    days: ir.Table,
    dispensations: ir.Table | None,
    refusals: ir.Table | None,
    ended: ir.Table | None,
) -> list[ir.Table]:
    """What is told of days besides reports and posts: agency_id, day, platform ("" for none), told."""
    told = []
    if dispensations is not None:
        told.append(_excuses(dispensations, known, days))
    if refusals is not None:
        told.append(_within(refusals, days).select("agency_id", "day", platform=_mark(""), told=_mark("unread")))
    if ended is not None:
        told.append(ended.select("agency_id", "day", "platform", told=_mark("ended")))
    return told


def _there(cells: ir.Table, outside: ir.Table | None) -> tuple[ir.Table, ir.StringValue]:
    """`cells` and the state of each, di_luar_data on the days of `outside`."""
    if outside is None:
        return cells, _covered(cells)
    cells = attach(cells, outside.select("agency_id", "day", gone=ibis.literal(True)), ["agency_id", "day"])
    return cells, cells.gone.fill_null(False).ifelse("di_luar_data", _covered(cells))


def _changed(cells: ir.Table, changes: ir.Table) -> ir.Table:
    """`cells` with the working days that are an OPD's own."""
    rows = attach(cells, changes.select("agency_id", "day", own=changes.working), ["agency_id", "day"])
    return rows.mutate(working=ibis.coalesce(rows.own, rows.working)).drop("own")


def _covered(cells: ir.Table) -> ir.StringValue:
    wanted, anywhere = cells.wanted.fill_null(0), cells.anywhere.fill_null(0)
    done, excused, free = cells.done.fill_null(0), cells.excused.fill_null(0), cells.free.fill_null(0)
    touched = cells.touched.fill_null(0) > 0
    return ibis.cases(
        ((wanted == 0) & ((anywhere > 0) | cells.no_account), "tanpa_akun"),
        ((wanted > 0) & (cells.ended.fill_null(0) >= wanted) & ~touched, "tanpa_akun"),
        ((cells.whole.fill_null(0) > 0) | ((wanted > 0) & (excused > 0) & (free >= wanted)), "dispensasi"),
        ((wanted > 0) & (done >= wanted) & (cells.complete.fill_null(0) > 0), "lengkap"),
        (touched, "sebagian"),
        (cells.unread.fill_null(0) > 0, "belum_terbaca"),
        else_="belum_melapor",
    )


def _no_account(agencies: ir.Table) -> ir.BooleanValue:
    if "no_account" not in agencies.columns:
        return ibis.literal(False)
    return agencies.no_account.fill_null(False)


def _mark(word: str) -> ir.StringValue:
    return ibis.literal(word)


def _within(periods: ir.Table, days: ir.Table) -> ir.Table:
    """A row for each day of `days` that lies in the period of a row (first_day, last_day)."""
    return periods.inner_join(days.select("day"), [periods.first_day <= days.day, periods.last_day >= days.day])


def _reports(coverage: ir.Table, days: ir.Table) -> ir.Table:
    on_days = _within(coverage, days)
    told = on_days.complete.ifelse("complete", "partial")
    return on_days.select("agency_id", "day", "platform", told=told)


def _excuses(dispensations: ir.Table, known: ir.Table, days: ir.Table) -> ir.Table:
    """Excused platforms of each day; of a dispensation for all platforms also one row without a platform."""
    rows = dispensations.select("agency_id", "first_day", "last_day", only=dispensations.platform.nullif(""))
    one = rows.inner_join(known, "agency_id").filter(lambda row: row.only.isnull() | (row.only == row.platform))
    whole = rows.filter(rows.only.isnull())
    return ibis.union(
        _within(one, days).select("agency_id", "day", "platform", told=_mark("excused")),
        _within(whole, days).select("agency_id", "day", platform=_mark(""), told=_mark("whole")),
    )


def _evidence(told: Sequence[ir.Table], platforms: Sequence[str]) -> ir.Table:
    """Of each OPD and day: touched (reports or posts), whole, unread; platforms complete, excused, ended, free (excused
    or ended), done (complete or free)."""
    rows = ibis.union(*(each.filter(each.platform.isin((*platforms, ""))) if platforms else each for each in told))
    return rows.group_by("agency_id", "day").agg(
        touched=rows.count(where=rows.told.isin(("complete", "partial"))),
        complete=rows.count(where=rows.told == "complete"),
        done=rows.platform.nunique(where=rows.told.isin(("complete", "excused", "ended"))),
        free=rows.platform.nunique(where=rows.told.isin(("excused", "ended"))),
        ended=rows.platform.nunique(where=rows.told == "ended"),
        excused=rows.platform.nunique(where=rows.told == "excused"),
        whole=rows.count(where=rows.told == "whole"),
        unread=rows.count(where=rows.told == "unread"),
    )


def reporting(covered: ir.Table) -> ir.Table:
    """How each OPD reported over a period: agency_id, days, days_complete, days_partial, days_missing, days_unread,
    days_excused, reporting.

    Grain: OPD. `covered` is the result of `covered_days`; `days` are those on which the OPD was there. `reporting` is
    di_luar_data, tanpa_akun or dispensasi (every day so), melapor_lengkap (every day that is not excused or without an
    account is lengkap), belum_terbaca (no day lengkap or sebagian, but some file came), belum_melapor (no day lengkap
    or sebagian), or melapor_sebagian.
    """
    named = {
        "days_complete": "lengkap",
        "days_partial": "sebagian",
        "days_missing": "belum_melapor",
        "days_unread": "belum_terbaca",
        "days_excused": "dispensasi",
        "without": "tanpa_akun",
    }
    counts = {name: covered.count(where=covered.covered == state) for name, state in named.items()}
    there = covered.covered != "di_luar_data"
    sums = covered.group_by("agency_id").agg(days=covered.count(where=there), **counts)
    state = ibis.cases(
        (sums.days == 0, "di_luar_data"),
        (sums.without == sums.days, "tanpa_akun"),
        (sums.days_excused == sums.days, "dispensasi"),
        (sums.days_complete + sums.days_excused + sums.without == sums.days, "melapor_lengkap"),
        (sums.days_complete + sums.days_partial > 0, "melapor_sebagian"),
        (sums.days_unread > 0, "belum_terbaca"),
        else_="belum_melapor",
    )
    return sums.mutate(reporting=state).drop("without")
