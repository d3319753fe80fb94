"""Prokopim: which posts the protocol section speaks in, told from who sent them."""

import ibis
import ibis.expr.types as ir

from answers.selection import Selection
from indonesia import is_protocol
from metrics.coverage import SENDER, senders, sent, with_protocol


def told_apart(selection: Selection, posts: ir.Table, *columns: str) -> ir.Table:
    """`posts` with protocol (boolean): whether the protocol section speaks; of them `columns`, all without any.

    `posts` needs record_id and the columns of metrics.coverage.sent. The OPD's aliases do not count: an OPD that keeps
    the section's name among its own so that reports of either are found (Sekretariat Daerah) is not the section.
    """
    posts = sent(posts, selection.tables.records)
    posts = selection.kept(posts.select(*columns) if columns else posts)
    names = {opd.agency_id: opd.name for opd in selection.opds}
    units = {unit["unit_id"]: f"{unit['name']}; {unit['aliases']}" for unit in selection.rows(selection.tables.units)}
    found = [
        row
        for row in selection.rows(senders(posts))
        if is_protocol(names[row["agency_id"]], row["account"], row["agency_text"])
        or (row["bidang"] and all(is_protocol(units.get(unit, unit)) for unit in row["bidang"].split(";")))
    ]
    return with_protocol(posts, ibis.memtable(found, schema=dict.fromkeys(SENDER, "string")))
