"""How one post is read: topic, subject and bidang with their source, and what persons decided about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answers.decided import Said, said_of
from charts.labels import TOPICS
from store import Scope, Store

DETAILS = {
    "pimpinan_daerah": "Pimpinan daerah",
    "pimpinan_opd": "Pimpinan OPD",
    "campuran": "Pimpinan bersama layanan",
    "bidang": "Perangkat daerah/bidang",
    "belum_jelas": "Belum jelas",
}
"""What a person may say a post is about: subject_detail and its words."""

KINDS = {"topic": "Topik", "subject": "Subjek", "bidang": "Bidang/Bagian/Seksi"}


@dataclass(frozen=True)
class ReadingOf:
    """`values`: kind → code as it is read now (of bidang unit_ids joined by ";"); `sources` and `evidence` likewise.

    `day`: by the office's clock. `units`: unit_id → name of the OPD's own units. `said`: corrections, the oldest first.
    """

    post_key: str
    agency_id: str
    opd: str
    platform: str
    day: date
    caption: str
    values: Mapping[str, str]
    sources: Mapping[str, str]
    evidence: Mapping[str, str]
    units: Mapping[str, str]
    said: tuple[Said, ...]

    def words(self, kind: str, value: str) -> str:
        """A value as the screen says it."""
        if kind == "bidang":
            return ", ".join(self.units.get(unit, unit) for unit in value.split(";") if unit) or "tidak disebut"
        return (TOPICS if kind == "topic" else DETAILS).get(value, value or "–")


def reading_of(store: Store, scope: Scope, post_key: str) -> ReadingOf | None:
    """The reading of a post as it stands, None if it is not in the store."""
    tables = store.read(scope)
    found = store.run(tables.posts.filter(tables.posts.post_key == post_key)).to_pylist()
    if not found:
        return None
    post = found[0]
    own = tables.units.filter(tables.units.agency_id == post["agency_id"]).select("unit_id", "name")
    units = {row["unit_id"]: row["name"] for row in store.run(own.order_by("name")).to_pylist()}
    names = store.run(tables.agencies.filter(tables.agencies.agency_id == post["agency_id"]).select("name"))
    said = said_of(store, scope, [post_key]).get(post_key, ())
    return ReadingOf(
        post_key,
        post["agency_id"],
        next(iter(names["name"].to_pylist()), post["agency_id"]),
        post["platform"] or "",
        post["day"],
        post["caption"],
        {"topic": post["topic"], "subject": post["subject_detail"] or "", "bidang": post["bidang"] or ""},
        {kind: post[f"{kind}_source"] or "aturan" for kind in KINDS},
        {kind: post[f"{kind}_evidence"] or "" for kind in KINDS},
        units,
        tuple(one for one in said if one.kind in KINDS),
    )
