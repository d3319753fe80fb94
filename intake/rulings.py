"""What persons decide about posts: rows that are only added, put onto the posts in the same transaction."""

import datetime as dt
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from intake.placing import add_names, decided_in
from intake.rebuild import posts_of
from intake.slices import from_arrow, unique
from intake.standing import ANSWER, DOUBTS, SUBJECT_OF, VERDICTS, names_by_post, with_decisions
from intake.touched import replace_posts, with_uploads
from loaders import RefusedError
from rules import TOPICS
from store import Scope, Store, Writer

OFFICE = "kantor"
"""Own OPD of a person who belongs to the office that keeps the dashboard, not to an OPD."""


@dataclass(frozen=True)
class Ruling:
    """What a person says of a post. kind: topic, subject, bidang, neutrality, caution or jawaban.

    value: a topic code; a subject_detail; unit_ids joined by ";" ("" for none); a verdict; for a jawaban the kind of
    doubt that it answers. own: agency_id of the person's OPD, or OFFICE. rules: the rules that the person was shown.
    """

    kind: str
    value: str
    note: str
    who: str
    own: str
    rules: str = ""


def decide(store: Store, scope: Scope, post_key: str, ruling: Ruling, now: dt.datetime) -> str:
    """Add a decision and let it count at once; its decision_id.

    Raises RefusedError, in Indonesian: nothing to decide on, a value that is none, no name, an own OPD's doubt.
    """
    with store.write() as writer:
        post = _post(writer, scope, post_key)
        check(ruling, post, _family(writer, ruling.own, scope.sample))
        return _add(writer, scope.sample, post, ruling, "", now)


def take_back(store: Store, scope: Scope, decision_id: str, ruling: Ruling, now: dt.datetime) -> str:
    """Add a row that takes a decision back; `ruling` tells who does it and why (kind and value are the decision's).

    Raises RefusedError, in Indonesian, for a decision that is unknown or taken back already, or of another's OPD.
    """
    with store.write() as writer:
        found = writer.fetch("decisions", {"decision_id": decision_id, "sample": scope.sample}).to_pylist()
        if not found or (scope.agencies is not None and found[0]["agency_id"] not in scope.agencies):
            raise RefusedError("Keputusan ini tidak ditemukan. Tidak ada data yang berubah.")
        gone = writer.fetch("decisions", {"takes_back": decision_id, "sample": scope.sample}).to_pylist()
        if gone or found[0]["takes_back"]:
            raise RefusedError("Keputusan ini sudah ditarik kembali. Tidak ada data yang berubah.")
        old = found[0]
        note = ruling.note.strip() or "ditarik kembali"
        same = Ruling(old["kind"], old["value"], note, ruling.who, ruling.own, old["rules"])
        check(same, old, _family(writer, ruling.own, scope.sample))
        return _add(writer, scope.sample, old, same, decision_id, now)


def check(ruling: Ruling, post: Mapping[str, Any], family: Collection[str]) -> None:
    """Raise RefusedError, in Indonesian, for a ruling that may not be. `family`: the person's OPD, its parent and its
    children."""
    if not ruling.who.strip() or not ruling.own:
        raise RefusedError("Mohon Bapak/Ibu mengisi nama dan instansi sendiri lebih dahulu.")
    allowed: Collection[str] = {
        "topic": TOPICS, "subject": SUBJECT_OF, ANSWER: DOUBTS, **dict.fromkeys(DOUBTS, VERDICTS),
    }.get(ruling.kind, ())  # fmt: skip
    if ruling.kind != "bidang" and ruling.value not in allowed:
        raise RefusedError("Pilihan ini tidak dikenal. Tidak ada data yang berubah.")
    if ruling.kind in DOUBTS and post["agency_id"] in family:
        raise RefusedError(
            "Unggahan OPD sendiri tidak dapat diputuskan sendiri. Mohon orang dari instansi lain atau dari kantor "
            "pengelola yang memutuskan; Bapak/Ibu dapat memberi penjelasan OPD."
        )
    if ruling.kind == ANSWER and post["agency_id"] not in family:
        raise RefusedError("Penjelasan hanya dapat diberikan oleh OPD pemilik unggahan ini.")
    if ruling.kind == ANSWER and not ruling.note.strip():
        raise RefusedError("Mohon Bapak/Ibu menuliskan penjelasannya.")


def rebuild_posts(writer: Writer, keys: Collection[str], sample: bool) -> None:
    """Build these posts anew from their records and decisions, without asking which records are one post."""
    stored = from_arrow(writer.fetch("records", {"post_key": sorted(keys), "sample": sample}))
    records = with_uploads(writer, stored)
    decided = decided_in(writer, sample)
    standing = writer.fetch("decision_posts", {"post_key": sorted(keys), "sample": sample}) if decided.rows else None
    rows = standing.to_pylist() if standing is not None else []
    places = {row["decision_id"]: row["post_key"] for row in rows}
    built = with_decisions(posts_of(records), decided, places)
    replace_posts(writer, [built], unique(keys), sample)


def _post(writer: Writer, scope: Scope, post_key: str) -> dict[str, Any]:
    found = writer.fetch("posts", {"post_key": post_key, "sample": scope.sample}).to_pylist()
    if not found or (scope.agencies is not None and found[0]["agency_id"] not in scope.agencies):
        raise RefusedError("Unggahan ini tidak ditemukan lagi. Mohon muat ulang halaman. Tidak ada data yang berubah.")
    return dict(found[0])


def _family(writer: Writer, own: str, sample: bool) -> set[str]:
    """An OPD, its parent and its children."""
    if own in (OFFICE, ""):
        return set()
    children = writer.fetch("agencies", {"parent_id": own, "sample": sample}).to_pylist()
    self_ = writer.fetch("agencies", {"agency_id": own, "sample": sample}).to_pylist()
    if not self_:
        raise RefusedError("Instansi ini tidak ada dalam Daftar OPD.")
    return {own, *(row["agency_id"] for row in children), *(row["parent_id"] for row in self_ if row["parent_id"])}


def _add(
    writer: Writer, sample: bool, post: Mapping[str, Any], ruling: Ruling, takes_back: str, now: dt.datetime
) -> str:
    """Append the row and its names, rebuild the post, tell the audit (not of the sample)."""
    before = writer.fetch("decisions", {"sample": sample}).num_rows
    decision_id = f"{now:%Y%m%d%H%M%S}-{before:06d}-{secrets.token_hex(4)}"
    old = writer.fetch("decision_posts", {"decision_id": takes_back, "sample": sample}).to_pylist()
    key = old[0]["post_key"] if old else post["post_key"]
    row = {
        "decision_id": decision_id, "kind": ruling.kind, "value": ruling.value, "note": ruling.note.strip(),
        "decided_by": ruling.who.strip(), "by_agency": ruling.own, "decided_at": now, "rules": ruling.rules,
        "takes_back": takes_back, "post_key": key, "sample": sample,
        **{name: post[name] for name in ("rules_version", "agency_id", "platform", "published_at", "caption")},
    }  # fmt: skip
    writer.append("decisions", [row])
    if takes_back:  # it knows its post by the names of the decision that it takes back
        rows = writer.fetch("decision_names", {"decision_id": takes_back, "sample": sample}).to_pylist()
        writer.append("decision_names", [each | {"decision_id": decision_id} for each in rows])
    else:
        add_names(writer, decision_id, _names_now(writer, key, sample), 0, sample)
    if old or not takes_back:
        writer.append("decision_posts", [{"decision_id": decision_id, "post_key": key, "sample": sample}])
        rebuild_posts(writer, {key}, sample)
    if not sample:
        action, detail = (
            ("take_back" if takes_back else "decide"),
            f"{ruling.kind}: {ruling.value} {ruling.note}".strip(),
        )
        told = {"at": now, "who": ruling.who.strip(), "action": action, "subject": key, "detail": detail}
        writer.append("audit", [told])
    return decision_id


def _names_now(writer: Writer, key: str, sample: bool) -> dict[str, str]:
    """The names of a post as its standing records have them."""
    own = with_uploads(writer, from_arrow(writer.fetch("records", {"post_key": key, "sample": sample})))
    texts = sorted({name for name in own["text_key"] if name})
    alike = with_uploads(writer, from_arrow(writer.fetch("records", {"text_key": texts, "sample": sample})))
    records = pd.concat([own, alike], ignore_index=True).drop_duplicates("record_id", ignore_index=True)
    return names_by_post(records)[key]
