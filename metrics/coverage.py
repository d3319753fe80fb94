"""Whom the konten show: leaders, departments, both, or not to be told; per OPD."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach, listed
from metrics.ratio import share


def agency_subjects(konten: ir.Table, agencies: ir.Table, subjects: Collection[str]) -> ir.Table:
    """Konten per OPD and subject: agency_id, subject, konten, whole (konten of the OPD), share.

    Grain: every OPD × every code of `subjects`; share is null where the OPD has no konten. `konten`: see `contents`.
    """
    counted = konten.group_by("agency_id", "subject").agg(konten=konten.count())
    cells = agencies.select("agency_id").cross_join(listed(subjects, "subject"))
    rows = attach(cells, counted, ["agency_id", "subject"], zero=["konten"])
    rows = rows.mutate(whole=rows.konten.sum().over(group_by=rows.agency_id).cast("int64"))
    return rows.mutate(share=share(rows.konten, rows.whole))


def subject_totals(by_agency: ir.Table) -> ir.Table:
    """Konten per subject over all OPDs: subject, konten, share. Grain: subject. `by_agency`: see `agency_subjects`."""
    rows = by_agency.group_by("subject").agg(konten=by_agency.konten.sum().cast("int64"))
    return rows.mutate(share=share(rows.konten, rows.konten.sum().over(ibis.window())))
