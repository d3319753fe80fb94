"""Against its target: every OPD and day judged met, unmet or unknown, and the gap of the unmet days."""

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach


def target_days(daily: ir.Table, agencies: ir.Table, targets: ir.Table) -> ir.Table:
    """Every OPD and day against its target: agency_id, day, and the columns below.

    Columns: target_id, number, counts, days, basis (of the target), count, covered, verdict.
    Grain: rows of `daily` (see daily_activity). The target of a day is the most specific one (of the OPD, else of its
    kind, else office-wide) with from_day on or before it, the newest of those; its columns are null where none is.
    `count` is konten or unggahan as the target says. `verdict` is met (count reaches number, however incomplete the
    report), unmet (it does not, and the day is completely reported), unknown (it does not, and more may exist), or
    none (no target yet, or a day off under a target for hari_kerja). Rule: docs/design.md §2.
    """
    chosen = _target_of_day(daily, agencies, targets)
    rows = attach(daily, chosen, ["agency_id", "day"])
    count = ibis.cases((rows.counts == "unggahan", rows.unggahan), else_=rows.konten)
    due = rows.target_id.notnull() & (rows.number > 0) & ((rows.days == "hari_kalender") | rows.working)
    rows = rows.mutate(count=count, due=due.fill_null(False))
    verdict = ibis.cases(
        (~rows.due | (rows.covered == "tanpa_akun"), "none"),
        (rows["count"] >= rows.number, "met"),
        (rows.covered == "lengkap", "unmet"),
        else_="unknown",
    )
    return rows.select(
        "agency_id", "day", "target_id", "number", "counts", "days", "basis", "count", "covered", verdict=verdict
    )


def _target_of_day(daily: ir.Table, agencies: ir.Table, targets: ir.Table) -> ir.Table:
    """The one target that holds for each OPD and day: agency_id, day, target_id, number, counts, days, basis."""
    rules = targets.select(
        "target_id",
        "from_day",
        "number",
        "counts",
        "days",
        basis=targets.basis.nullif(""),
        for_agency=targets.agency_id.nullif(""),
        for_kind=targets.kind.nullif(""),
    )
    cells = daily.select("agency_id", "day").inner_join(agencies.select("agency_id", "kind"), "agency_id")
    rank = ibis.cases((rules.for_agency.notnull(), 0), (rules.for_kind.notnull(), 1), else_=2)
    rules = rules.mutate(rank=rank)
    fits = cells.inner_join(rules, [rules.from_day <= cells.day]).filter(
        lambda row: (
            (row.for_agency == row.agency_id)
            | (row.for_agency.isnull() & (row.for_kind == row.kind))
            | (row.for_agency.isnull() & row.for_kind.isnull())
        )
    )
    order = [fits["rank"], fits.from_day.desc(), fits.target_id.desc()]
    placed = fits.mutate(place=ibis.row_number().over(group_by=[fits.agency_id, fits.day], order_by=order))
    return placed.filter(lambda row: row.place == 0).select(
        "agency_id", "day", "target_id", "number", "counts", "days", "basis"
    )


def target_sums(judged: ir.Table) -> ir.Table:
    """Of every OPD: agency_id, due, met, unmet, unknown (days), expected, counted, gap (posts), assumed (days).

    Grain: OPD. `judged` is the result of `target_days`. `expected` sums the numbers of all due days and `counted` what
    was posted on them; `gap` sums what the unmet days lack, so the surplus of another day never cancels it; `assumed`
    are the due days under a target without dasar (a simulation).
    """
    lack = ibis.cases((judged.verdict == "unmet", judged.number - judged["count"]), else_=0)
    rows = judged.mutate(lack=lack, due=judged.verdict != "none")
    return rows.group_by("agency_id").agg(
        due=lambda row: row.count(where=row.due),
        met=lambda row: row.count(where=row.verdict == "met"),
        unmet=lambda row: row.count(where=row.verdict == "unmet"),
        unknown=lambda row: row.count(where=row.verdict == "unknown"),
        expected=lambda row: row.number.sum(where=row.due).cast("int64").fill_null(0),
        counted=lambda row: row["count"].sum(where=row.due).cast("int64").fill_null(0),
        gap=lambda row: row.lack.sum().cast("int64").fill_null(0),
        assumed=lambda row: row.count(where=row.due & row.basis.isnull()),
    )


def agency_targets(judged: ir.Table) -> ir.Table:
    """The targets under which each OPD was judged: agency_id, number, counts, days, basis, first_day.

    Grain: OPD and target that holds on a due day of it. `judged` is the result of `target_days`.
    """
    due = judged.filter(judged.verdict != "none")
    return due.group_by("agency_id", "number", "counts", "days", "basis").agg(first_day=lambda row: row.day.min())
