"""Konten about leaders alone against the office's threshold, and the parts of the konten month by month."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.ratio import share


def leader_verdicts(
    parts: ir.Table, leaders: Collection[str], percent: int | None, *, margin: int, fewest: int
) -> ir.Table:
    """Leaders alone per OPD: agency_id, leaders, unclear, whole (konten), share, verdict.

    Grain: OPD of `parts` (agency_id, subject, konten; see agency_subjects); `leaders`: the subjects of leaders alone.
    The share lies between that of leaders and that of leaders and unclear konten together. verdict is above or below
    (both lie more than `margin` points beyond the threshold, on the same side), open (not so), few (less than `fewest`
    konten), none (no konten, or `percent` is None: no threshold).
    """
    sums = parts.group_by("agency_id").agg(
        leaders=parts.konten.sum(where=parts.subject.isin(tuple(leaders))).fill_null(0).cast("int64"),
        unclear=parts.konten.sum(where=parts.subject == "tidak_jelas").fill_null(0).cast("int64"),
        whole=parts.konten.sum().cast("int64"),
    )
    sums = sums.mutate(share=share(sums.leaders, sums.whole))
    if percent is None:
        return sums.mutate(verdict=ibis.literal("none"))
    # in whole numbers: exactly ten points away must not depend on how a fraction is rounded
    verdict = ibis.cases(
        (sums.whole == 0, "none"),
        (sums.whole < fewest, "few"),
        (sums.leaders * 100 > sums.whole * (percent + margin), "above"),
        ((sums.leaders + sums.unclear) * 100 < sums.whole * (percent - margin), "below"),
        else_="open",
    )
    return sums.mutate(verdict=verdict)


def monthly_parts(konten: ir.Table) -> ir.Table:
    """Konten per month and subject: start (first day of the month), subject, konten, whole (of the month), share.

    Grain: month and subject with at least one konten. `konten` needs content_day, subject.
    """
    start = konten.content_day.truncate("M").cast("date")
    rows = konten.group_by(start=start, subject=konten.subject).agg(konten=konten.count())
    rows = rows.mutate(whole=rows.konten.sum().over(group_by=rows.start).cast("int64"))
    return rows.mutate(share=share(rows.konten, rows.whole))
