"""What the konten are about: counts and shares per topic, per OPD and topic, and the informative share."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir

from metrics.keeping import attach, listed
from metrics.ratio import share


def agency_topics(konten: ir.Table) -> ir.Table:
    """Konten per OPD and topic: agency_id, topic, konten, unggahan, share (of the konten of that OPD).

    Grain: OPD and topic with at least one konten; a konten counts once, at its main topic. `konten`: see `contents`.
    """
    counted = konten.group_by("agency_id", "topic").agg(
        konten=konten.count(), unggahan=konten.unggahan.sum().cast("int64")
    )
    return counted.mutate(share=share(counted.konten, counted.konten.sum().over(group_by=counted.agency_id)))


def topic_counts(by_agency: ir.Table, topics: Collection[str]) -> ir.Table:
    """Konten per topic: topic, konten, unggahan, share (of all konten). Every code of `topics` has a row, also at 0.

    Grain: topic. `by_agency` is the result of `agency_topics`.
    """
    counted = by_agency.group_by("topic").agg(
        konten=by_agency.konten.sum().cast("int64"), unggahan=by_agency.unggahan.sum().cast("int64")
    )
    rows = attach(listed(topics, "topic"), counted, ["topic"], zero=["konten", "unggahan"])
    return rows.mutate(share=share(rows.konten, rows.konten.sum().over(ibis.window())))


def informative_shares(by_agency: ir.Table, agencies: ir.Table, informative: Collection[str]) -> ir.Table:
    """Share of informative konten of every OPD: agency_id, konten, informative, unclassified, share.

    Grain: OPD. `by_agency` is the result of `agency_topics`, `informative` the topic codes that count as such;
    `unclassified` (code lainnya) stays in the whole, so the share is never flattered. share is null without konten.
    """
    counts = by_agency.konten
    counted = by_agency.group_by("agency_id").agg(
        konten=counts.sum().cast("int64"),
        informative=counts.sum(where=by_agency.topic.isin(tuple(informative))).cast("int64"),
        unclassified=counts.sum(where=by_agency.topic == "lainnya").cast("int64"),
    )
    zero = ["konten", "informative", "unclassified"]
    rows = attach(agencies.select("agency_id"), counted, ["agency_id"], zero=zero)
    return rows.mutate(share=share(rows.informative, rows.konten))
