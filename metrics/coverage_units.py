"""Which bidang the konten name: konten per OPD and bidang, and how many name none."""

import ibis.expr.types as ir

from metrics.keeping import attach
from metrics.ratio import share


def unit_contents(posts: ir.Table) -> ir.Table:
    """Konten per OPD and bidang named: agency_id, unit (unit_id, or the name as a report wrote it), konten.

    Grain: OPD and bidang named at least once. A konten that names several counts at each of them, once, on whichever
    of its posts it does. `posts` needs agency_id, content_key, bidang (joined by ";").
    """
    pieces = posts.select("agency_id", "content_key", unit=posts.bidang.split(";").unnest())
    named = pieces.mutate(unit=pieces.unit.strip()).filter(lambda rows: rows.unit != "")
    return named.group_by("agency_id", "unit").agg(konten=named.content_key.nunique())


def naming(posts: ir.Table, agencies: ir.Table) -> ir.Table:
    """How many konten name a bidang: agency_id, konten (those that can be read), named, none, share (of none).

    Grain: every OPD. Konten that can be read have a text or a bidang that a report or a person said. share is null
    without konten. `posts` needs agency_id, content_key, caption, bidang.
    """
    told = posts.filter((posts.caption.strip() != "") | (posts.bidang != ""))
    counted = told.group_by("agency_id").agg(
        konten=told.content_key.nunique(), named=told.content_key.nunique(where=told.bidang != "")
    )
    rows = attach(agencies.select("agency_id"), counted, ["agency_id"], zero=["konten", "named"])
    rows = rows.mutate(none=rows.konten - rows.named)
    return rows.mutate(share=share(rows.none, rows.konten))
