"""How long an OPD met its target day after day, and how long it stayed below."""

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach


def streaks(judged: ir.Table) -> ir.Table:
    """Longest runs of each OPD: agency_id, met_days, met_from, met_to, unmet_days, unmet_from, unmet_to.

    Grain: OPD of `judged` (see `target_days`). A run is of consecutive target days with the same verdict: days that ask
    for nothing neither count nor break it, a day that could not be judged breaks it. Of equal runs the earliest. Days
    are 0 and dates null where there is no such run.
    """
    due = judged.filter(judged.verdict != "none")
    island = ibis.row_number().over(group_by=due.agency_id, order_by=due.day) - ibis.row_number().over(
        group_by=[due.agency_id, due.verdict], order_by=due.day
    )
    runs = due.mutate(island=island).group_by("agency_id", "verdict", "island")
    runs = runs.agg(days=lambda row: row.count(), first=lambda row: row.day.min(), last=lambda row: row.day.max())
    order = [runs.days.desc(), runs["first"]]
    placed = runs.mutate(place=ibis.row_number().over(group_by=[runs.agency_id, runs.verdict], order_by=order))
    longest = placed.filter(lambda row: row.place == 0)
    rows = judged.select("agency_id").distinct()
    for verdict in ("met", "unmet"):
        own = longest.filter(longest.verdict == verdict)
        own = own.select("agency_id", **{f"{verdict}_days": own.days, f"{verdict}_from": own["first"]}, end=own["last"])
        rows = attach(rows, own, ["agency_id"], zero=[f"{verdict}_days"]).rename({f"{verdict}_to": "end"})
    return rows
