"""Whom the konten show: leaders, departments, both, or not to be told; per OPD."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach, listed
from metrics.ratio import share

SENDER = ("agency_id", "account", "agency_text", "bidang")
"""Columns that tell who speaks in a post: OPD, account, the name that the report wrote, the bidang that it names."""


def sent(posts: ir.Table, records: ir.Table) -> ir.Table:
    """`posts` with agency_text, the OPD's name as the newest record wrote it; account, agency_text, bidang never null.

    `posts` needs record_id, agency_id, account, bidang; `records` record_id, agency_text.
    """
    rows = attach(posts, records.select("record_id", "agency_text"), ["record_id"])
    return rows.fill_null({"account": "", "agency_text": "", "bidang": ""})


def senders(posts: ir.Table) -> ir.Table:
    """Who speaks in the posts: SENDER, each combination once. `posts`: see `sent`."""
    return posts.select(*SENDER).distinct()


def with_protocol(posts: ir.Table, protocol: ir.Table) -> ir.Table:
    """`posts` with protocol (boolean): whether the sender is one of the rows of `protocol` (SENDER)."""
    known = protocol.select(*SENDER, protocol=ibis.literal(True))
    return attach(posts, known, SENDER).fill_null({"protocol": False})


def with_parts(konten: ir.Table, details: Collection[str]) -> ir.Table:
    """`konten` with its subject told finer: pimpinan becomes its subject_detail where that is one of `details`."""
    finer = (konten.subject == "pimpinan") & konten.subject_detail.isin(tuple(details))
    return konten.mutate(subject=ibis.ifelse(finer, konten.subject_detail, konten.subject))


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


def repost_counts(posts: ir.Table) -> ir.Table:
    """Unggahan that are reposts: agency_id, unggahan. Grain: OPD with at least one."""
    reposts = posts.filter(posts.is_repost)
    return reposts.group_by("agency_id").agg(unggahan=reposts.count())
