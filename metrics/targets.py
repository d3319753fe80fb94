"""Against its target: every OPD and day judged met, unmet or unknown, the gap of the unmet days, and the ranks."""

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach
from metrics.ratio import share

RULES = ("target_id", "number", "counts", "days", "basis", "without_reposts", "without_greetings")
"""What a day takes over from the target that holds on it."""


def target_days(daily: ir.Table, agencies: ir.Table, targets: ir.Table, kept: ir.Table | None = None) -> ir.Table:
    """Every OPD and day against its target: agency_id, day, and the columns below.

    Columns: those of RULES, count, apart, covered, state, verdict, gap. Grain: rows of `daily` (see daily_activity).
    The target of a day is the most specific one (of the OPD, else of its kind, else office-wide) with from_day on or
    before it, the newest of those; its columns are null where none is. A number of 0 ends the target before it.
    `count` is konten or unggahan as the target says, without what it sets apart (`kept`, see metrics.apart.kept_counts;
    `apart` is how many). `state` is that of the day, and libur or dispensasi wherever the day asks for nothing for that
    reason. `verdict` is met (count reaches number, however incomplete the report), unmet (it does not, and the day is
    completely reported), unknown (it does not, and more may exist), or none (no target yet, a day off under a target
    for hari_kerja, a dispensation, no account, a day on which the OPD is not there). With a platform excused, konten
    are still asked for on the others; unggahan are not. `gap` is what an unmet day lacks, else 0.
    Rule: docs/design.md §2.
    """
    rows = attach(daily, _target_of_day(daily, agencies, targets), ["agency_id", "day"])
    rows = _counted(rows, kept)
    off = ~rows.working & (rows.days.fill_null("hari_kerja") != "hari_kalender")
    excused = (rows.covered == "dispensasi") | (rows.excused & (rows.counts.fill_null("konten") == "unggahan"))
    state = ibis.cases(
        (rows.covered.isin(("tanpa_akun", "di_luar_data")), rows.covered),
        (off, "libur"),
        (excused, "dispensasi"),
        (rows.state == "libur", "nihil"),
        else_=rows.state,
    )
    asked = (rows.number > 0).fill_null(False) & ~state.isin(("tanpa_akun", "di_luar_data", "libur", "dispensasi"))
    verdict = ibis.cases(
        (~asked, "none"),
        (rows["count"] >= rows.number, "met"),
        (rows.covered == "lengkap", "unmet"),
        else_="unknown",
    )
    judged = rows.select("agency_id", "day", *RULES, "count", "apart", "covered", state=state, verdict=verdict)
    lack = ibis.cases((judged.verdict == "unmet", judged.number - judged["count"]), else_=0)
    return judged.mutate(gap=lack.cast("int64"))


def _counted(rows: ir.Table, kept: ir.Table | None) -> ir.Table:
    """`rows` with count (what the target counts) and apart (what it does not, of konten or unggahan as it says)."""
    whole = ibis.cases((rows.counts == "unggahan", rows.unggahan), else_=rows.konten)
    if kept is None:
        return rows.mutate(count=whole, apart=ibis.literal(0, "int64"))
    flags = ["without_reposts", "without_greetings"]
    rows = attach(rows, kept, ["agency_id", "day", *flags])
    chosen = ibis.cases((rows.counts == "unggahan", rows.unggahan_found), else_=rows.konten_found).fill_null(0)
    whole = ibis.cases((rows.counts == "unggahan", rows.unggahan), else_=rows.konten)
    count = (rows.without_reposts | rows.without_greetings).fill_null(False).ifelse(chosen, whole)
    return rows.mutate(count=count, apart=whole - count)


def _target_of_day(daily: ir.Table, agencies: ir.Table, targets: ir.Table) -> ir.Table:
    """The one target that holds for each OPD and day: agency_id, day, and RULES."""
    rules = targets.select(
        *("target_id", "from_day", "number", "counts", "days"),
        basis=targets.basis.nullif(""),
        without_reposts=targets.without_reposts.fill_null(False),
        without_greetings=targets.without_greetings.fill_null(False),
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
    return placed.filter(lambda row: row.place == 0).select("agency_id", "day", *RULES)


def target_sums(judged: ir.Table) -> ir.Table:
    """Of every OPD: agency_id, due, met, unmet, unknown (days), expected, counted, gap (posts), assumed (days).

    Grain: OPD. `judged` is the result of `target_days`. `expected` sums the numbers of all due days and `counted` what
    was posted on them; `gap` sums what the unmet days lack, so the surplus of another day never cancels it; `assumed`
    are the due days under a target without dasar (a simulation).
    """
    rows = judged.mutate(due=judged.verdict != "none")
    return rows.group_by("agency_id").agg(
        due=lambda row: row.count(where=row.due),
        met=lambda row: row.count(where=row.verdict == "met"),
        unmet=lambda row: row.count(where=row.verdict == "unmet"),
        unknown=lambda row: row.count(where=row.verdict == "unknown"),
        expected=lambda row: row.number.sum(where=row.due).cast("int64").fill_null(0),
        counted=lambda row: row["count"].sum(where=row.due).cast("int64").fill_null(0),
        gap=lambda row: row.gap.sum().cast("int64").fill_null(0),
        assumed=lambda row: row.count(where=row.due & row.basis.isnull()),
    )


def target_ranks(sums: ir.Table, agencies: ir.Table) -> ir.Table:
    """The place of each OPD within its kind: agency_id, coverage, share, rank, ranked_opds. Grain: OPD that has a rank.

    `coverage` is the part of its due days that could be judged, `share` the part of those that were met. Ranked is who
    has a due day, a dasar for all of them, and a coverage of at least 90 %; equal shares share a rank, and the next one
    is as much later. `sums`: see `target_sums`; `agencies`: agency_id, kind. Rule: issue 5, docs/design.md §2.
    """
    rows = attach(sums, agencies.select("agency_id", "kind"), ["agency_id"])
    rows = rows.mutate(judged=rows.met + rows.unmet)
    rows = rows.filter((rows.due > 0) & (rows.assumed == 0) & (rows.judged * 10 >= rows.due * 9))
    rows = rows.mutate(coverage=share(rows.judged, rows.due), share=share(rows.met, rows.judged))
    place = ibis.rank().over(group_by=rows.kind, order_by=rows.share.desc()) + 1
    return rows.select("agency_id", "coverage", "share", rank=place, ranked_opds=rows.count().over(group_by=rows.kind))


def agency_targets(judged: ir.Table) -> ir.Table:
    """The targets under which each OPD was judged: agency_id, RULES without target_id, first_day.

    Grain: OPD and target that holds on a due day of it. `judged` is the result of `target_days`.
    """
    due = judged.filter(judged.verdict != "none")
    return due.group_by("agency_id", *RULES[1:]).agg(first_day=lambda row: row.day.min())
