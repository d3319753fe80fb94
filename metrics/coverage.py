"""Whom the konten show: leaders, departments, both, or not to be told; per OPD."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.codes import listed
from metrics.ratio import share


def agency_subjects(konten: ir.Table, agencies: ir.Table, subjects: Collection[str]) -> ir.Table:
    """Konten per OPD and subject: agency_id, subject, konten, whole (konten of the OPD), share.

    Grain: every OPD × every code of `subjects`; share is null where the OPD has no konten. `konten`: see `contents`.
    """
    every = listed(subjects, "subject")
    counted = konten.group_by("agency_id", "subject").agg(konten=lambda row: row.count())
    rows = agencies.select("agency_id").cross_join(every).left_join(counted, ["agency_id", "subject"])
    rows = rows.fill_null({"konten": 0})
    whole = rows.konten.sum().over(group_by=rows.agency_id).cast("int64")
    return rows.mutate(whole=whole).mutate(share=lambda row: share(row.konten, row.whole))


def subject_totals(konten: ir.Table, subjects: Collection[str]) -> ir.Table:
    """Konten per subject over all OPDs: subject, konten, share. Grain: every code of `subjects`, also at 0."""
    every = listed(subjects, "subject")
    counted = konten.group_by("subject").agg(konten=lambda row: row.count())
    rows = every.left_join(counted, "subject").fill_null({"konten": 0})
    return rows.mutate(share=share(rows.konten, rows.konten.sum().over(ibis.window())))
