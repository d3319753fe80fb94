"""Where decisions stand, written down with the posts that a transaction touches."""

from collections.abc import Mapping

import pandas as pd
import pyarrow as pa

from intake.standing import Decided, decided_of, names_by_post, settle
from store import Writer


def decided_in(writer: Writer, sample: bool) -> Decided:
    """Everything that persons decided, as this transaction sees it."""
    rows = writer.fetch("decisions", {"sample": sample}).to_pylist()
    return decided_of(rows, writer.fetch("decision_names", {"sample": sample}).to_pylist() if rows else ())


def stand_anew(writer: Writer, decided: Decided, records: pd.DataFrame, keys: pa.Array, sample: bool) -> dict[str, str]:
    """Where decisions stand among these records (all that may be one post with them), written down.

    `keys` are the posts, old and new, that the records touch. What a post is called besides is learnt.
    """
    if not decided.rows:
        return {}
    places = settle(decided, records)
    writer.delete("decision_posts", {"post_key": keys, "sample": sample})
    if not places:
        return places
    writer.delete("decision_posts", {"decision_id": sorted(places), "sample": sample})
    rows = [{"decision_id": key, "post_key": post, "sample": sample} for key, post in places.items()]
    writer.append("decision_posts", rows)
    named = names_by_post(records)
    for decision_id, post in places.items():
        known = dict(decided.names[decision_id])
        fresh = {name: how for name, how in named[post].items() if known.get(name) not in (how, "shared")}
        add_names(writer, decision_id, fresh, len(known), sample)
    return places


def add_names(writer: Writer, decision_id: str, names: Mapping[str, str], seq: int, sample: bool) -> None:
    """Let a decision know its post by these names (name → strength) too, numbered from `seq` on."""
    rows = [
        {"decision_id": decision_id, "seq": seq + number, "name": name, "strength": how, "sample": sample}
        for number, (name, how) in enumerate(names.items())
    ]
    writer.append("decision_names", rows)
