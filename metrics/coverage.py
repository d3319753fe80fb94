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
    every = listed(subjects, "subject")
    counted = konten.group_by("agency_id", "subject").agg(konten=lambda row: row.count())
    cells = agencies.select("agency_id").cross_join(every)
    rows = attach(cells, counted, ["agency_id", "subject"], zero=["konten"])
    whole = rows.konten.sum().over(group_by=rows.agency_id).cast("int64")
    return rows.mutate(whole=whole).mutate(share=lambda row: share(row.konten, row.whole))


def subject_totals(konten: ir.Table, subjects: Collection[str]) -> ir.Table:
    """Konten per subject over all OPDs: subject, konten, share. Grain: every code of `subjects`, also at 0."""
    every = listed(subjects, "subject")
    counted = konten.group_by("subject").agg(konten=lambda row: row.count())
    rows = attach(every, counted, ["subject"], zero=["konten"])
    return rows.mutate(share=share(rows.konten, rows.konten.sum().over(ibis.window())))
