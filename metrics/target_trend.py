"""How many of the completely reported target days were met, month by month and kind by kind."""

import ibis.expr.types as ir

from metrics.keeping import attach
from metrics.ratio import share


def monthly_days(judged: ir.Table, agencies: ir.Table) -> ir.Table:
    """Target days by month: kind, start (the 1st), due, reported (completely), met (of these), share (met of reported).

    Grain: kind of OPD and month with a due day. `judged`: the result of `target_days`; `agencies`: agency_id, kind.
    A day of an incomplete report can be met and never unmet, so it would lift the share: it is not in it. share is
    null where no due day is completely reported. Days before the first target are not due. Rule: docs/design.md §2.
    """
    due = attach(judged.filter(judged.verdict != "none"), agencies.select("agency_id", "kind"), ["agency_id"])
    rows = due.mutate(start=due.day.truncate("M").cast("date"), whole=due.covered == "lengkap")
    sums = rows.group_by("kind", "start").agg(
        due=rows.count(),
        reported=rows.count(where=rows.whole),
        met=rows.count(where=rows.whole & (rows.verdict == "met")),
    )
    return sums.mutate(share=share(sums.met, sums.reported))


def kind_sums(sums: ir.Table, agencies: ir.Table) -> ir.Table:
    """Target days by kind of OPD: kind, opds (with a due day), due, met, unmet, unknown (days), share (met of judged).

    Grain: kind with a due day. `sums`: the result of `target_sums`; `agencies`: agency_id, kind. share is null where
    no day could be judged.
    """
    rows = attach(sums.filter(sums.due > 0), agencies.select("agency_id", "kind"), ["agency_id"])
    columns = {name: rows[name].sum().cast("int64") for name in ("due", "met", "unmet", "unknown")}
    by_kind = rows.group_by("kind").agg(opds=rows.count(), **columns)
    return by_kind.mutate(share=share(by_kind.met, by_kind.met + by_kind.unmet))
