"""What the konten are about: counts and shares per topic, per OPD and topic, and the informative share."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach, listed
from metrics.ratio import share


def topic_counts(konten: ir.Table, topics: Collection[str]) -> ir.Table:
    """Konten per topic: topic, konten, unggahan, share (of all konten). Every code of `topics` has a row, also at 0.

    Grain: topic; a konten counts once, at its main topic. `konten` is the result of `contents`.
    """
    every = listed(topics, "topic")
    counted = konten.group_by("topic").agg(
        konten=lambda row: row.count(), unggahan=lambda row: row.unggahan.sum().cast("int64")
    )
    rows = attach(every, counted, ["topic"], zero=["konten", "unggahan"])
    return rows.mutate(share=share(rows.konten, rows.konten.sum().over(ibis.window())))


def agency_topics(konten: ir.Table) -> ir.Table:
    """Konten per OPD and topic: agency_id, topic, konten, share (of the konten of that OPD).

    Grain: OPD and topic with at least one konten.
    """
    counted = konten.group_by("agency_id", "topic").agg(konten=lambda row: row.count())
    return counted.mutate(share=share(counted.konten, counted.konten.sum().over(group_by=counted.agency_id)))


def informative_shares(konten: ir.Table, agencies: ir.Table, informative: Collection[str]) -> ir.Table:
    """Share of informative konten of every OPD: agency_id, konten, informative, unclassified, share.

    Grain: OPD. `informative` are the topic codes that count as such; `unclassified` (code lainnya) stays in the whole,
    so the share is never flattered. share is null where the OPD has no konten.
    """
    counted = konten.group_by("agency_id").agg(
        konten=lambda row: row.count(),
        informative=lambda row: row.count(where=row.topic.isin(tuple(informative))),
        unclassified=lambda row: row.count(where=row.topic == "lainnya"),
    )
    zero = ["konten", "informative", "unclassified"]
    rows = attach(agencies.select("agency_id"), counted, ["agency_id"], zero=zero)
    return rows.mutate(share=share(rows.informative, rows.konten))
