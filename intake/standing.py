"""Which post a decision stands on, and what decisions make of the posts: pure, the same in every rebuild.

A decision knows its post by names: links and ids of the post's records, and their text. Later names of the same post
are learnt, so that a decision moves along when the post is called otherwise. A link or an id settles it. A text settles
it only for a post that no link or id contradicts: two posts of one text on one day are two posts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

NO_NOTE, FOLLOW_UP, ASK = "tidak_ada_catatan", "perlu_tindak_lanjut", "mohon_penjelasan"
VERDICTS = (NO_NOTE, FOLLOW_UP, ASK)
"""What a person may say of a doubt about neutrality or caution."""

DOUBTS = ("neutrality", "caution")
CORRECTIONS = ("topic", "subject", "bidang")
DECIDED = "keputusan"
"""Source of a reading that a person decided."""
ANSWER = "jawaban"
"""Kind of the row by which an OPD answers a doubt; its value is the kind of that doubt."""

SUBJECT_OF = {
    "pimpinan_daerah": "pimpinan",
    "pimpinan_opd": "pimpinan",
    "campuran": "campuran",
    "bidang": "perangkat",
    "belum_jelas": "tidak_jelas",
}
"""subject_detail → subject."""

_PLAIN, _OPAQUE, _TEXT, _SHARED = "plain", "opaque", "text", "shared"
_RANK = {_PLAIN: 0, _OPAQUE: 1, "": 2}


@dataclass(frozen=True)
class Decided:
    """What persons decided: rows of the table decisions in the order in which they were made, and the names of each.

    `names`: decision_id → (name, strength) in the order of `seq`.
    """

    rows: tuple[Mapping[str, Any], ...] = ()
    names: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def kin_of(self, names: Iterable[str]) -> tuple[set[str], set[str]]:
        """The links and ids, and the texts, of all decisions that know one of these names."""
        asked = set(names)
        known = [own for own in self.names.values() if any(name in asked for name, _ in own)]
        strong = {name for own in known for name, how in own if how in (_PLAIN, _OPAQUE)}
        return strong, {name for own in known for name, how in own if how in (_TEXT, _SHARED)}


def decided_of(rows: Iterable[Mapping[str, Any]], names: Iterable[Mapping[str, Any]]) -> Decided:
    """From rows of the tables decisions and decision_names, in any order."""
    ordered = sorted(rows, key=lambda row: (row["decided_at"], row["decision_id"]))
    known: dict[str, dict[str, str]] = {row["decision_id"]: {} for row in ordered}
    for row in sorted(names, key=lambda row: (row["seq"], row["name"])):
        own = known.setdefault(row["decision_id"], {})
        own[row["name"]] = _SHARED if own.get(row["name"]) == _SHARED else row["strength"]
    return Decided(tuple(ordered), {key: tuple(own.items()) for key, own in known.items()})


def names_by_post(records: pd.DataFrame) -> dict[str, dict[str, str]]:
    """post_key → name → strength, of records with post_key, and uploaded_at of their upload.

    A record with neither link, id nor text is known by its row in the very file. A text that several posts bear is
    "shared".
    """
    found: dict[str, dict[str, str]] = {}
    bearers: dict[str, set[str]] = {}
    columns = ("post_key", "link_key", "id_key", "text_key", "platform", "content_text")
    coming = records.sort_values(["uploaded_at", "upload_id", "sheet", "row_number", "record_id"], kind="stable")
    for post, link, ident, text, platform, place in zip(*(coming[c].tolist() for c in columns), strict=True):
        own = found.setdefault(post, {})
        own |= {name: _strength(name) for name in (link, ident) if name}
        last = text or (f"{platform}@{place}" if not (link or ident) else "")
        if last:
            own[last] = _TEXT
            bearers.setdefault(last, set()).add(post)
    for name, posts in bearers.items():
        if len(posts) > 1:
            for post in posts:
                found[post][name] = _SHARED
    return found


def settle(decided: Decided, records: pd.DataFrame) -> dict[str, str]:
    """decision_id → post_key of the post among these records that it stands on; the others are left out."""
    if not decided.rows or records.empty:
        return {}
    named = names_by_post(records)
    strong = {n: post for post, names in named.items() for n, how in names.items() if how in (_PLAIN, _OPAQUE)}
    rank = {post: min((_RANK.get(how, 2) for how in names.values()), default=2) for post, names in named.items()}
    bearers: dict[str, list[str]] = {}
    for post, names in named.items():
        for name, how in names.items():
            if how in (_TEXT, _SHARED):
                bearers.setdefault(name, []).append(post)
    places = {}
    for row in decided.rows:
        place = _place(decided.names[row["decision_id"]], strong, bearers, rank)
        if place is not None:
            places[row["decision_id"]] = place
    return places


def _place(
    names: tuple[tuple[str, str], ...],
    strong: Mapping[str, str],
    bearers: Mapping[str, list[str]],
    rank: Mapping[str, int],
) -> str | None:
    """By the first link or id that is there; else by text, where link and id do not say otherwise."""
    known = next((strong[name] for name, how in names if how in (_PLAIN, _OPAQUE) and name in strong), None)
    if known is not None:
        return known
    own = min((_RANK.get(how, 2) for _, how in names), default=2)
    for name, how in names:
        if how not in (_TEXT, _SHARED):
            continue
        posts = bearers.get(name, [])
        alone = how == _TEXT and len(posts) == 1  # then and now the only post of this text: its address was mended
        fitting = [post for post in posts if alone or own == 2 or rank[post] != own]
        if fitting:
            return min(fitting, key=lambda post: (rank[post], posts.index(post)))
    return None


def _strength(name: str) -> str:
    """As posts.same_post has it: a short or scrambled address may be one of several of its post."""
    return _OPAQUE if ":~" in name or name.startswith("url:") else _PLAIN


def with_decisions(built: pd.DataFrame, decided: Decided, places: Mapping[str, str]) -> pd.DataFrame:
    """Posts (one row a post_key, as their records say) with what persons decided, and how far doubts are looked into.

    The newest decision of a kind that was not taken back counts. Adds bidang_source, neutrality_review, caution_review.
    """
    told = built.assign(bidang_source="aturan")
    for doubt in DOUBTS:
        open_ = told[doubt].fillna("none") == "review"
        told[f"{doubt}_review"] = open_.map({True: "terbuka", False: ""}).astype("str")
    if not places:
        return told
    told = told.reset_index(drop=True)
    at = {key: place for place, key in enumerate(told["post_key"].tolist())}
    standing: dict[str, list[Mapping[str, Any]]] = {}
    for row in in_force(decided.rows):
        if places.get(row["decision_id"]) in at:
            standing.setdefault(places[row["decision_id"]], []).append(row)
    for key, rows in standing.items():
        post = told.loc[at[key]].to_dict()
        for column, value in _outcome(post, rows).items():
            told.loc[at[key], column] = value
    return told


def in_force(rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The decisions without those that were taken back and without the rows that take back, in their order."""
    every = list(rows)
    gone = {row["takes_back"] for row in every if row["takes_back"]}
    return [row for row in every if not row["takes_back"] and row["decision_id"] not in gone]


def _outcome(post: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> dict[str, str]:
    """The columns of a post that its standing decisions change."""
    newest = {row["kind"]: row for row in rows}
    changed: dict[str, str] = {}
    for kind in CORRECTIONS:
        if kind in newest:
            changed |= _corrected(kind, newest[kind], post)
    for doubt in DOUBTS:
        if doubt in newest:
            changed |= _looked_into(doubt, newest[doubt], rows)
    return changed


def _corrected(kind: str, row: Mapping[str, Any], post: Mapping[str, Any]) -> dict[str, str]:
    value = row["value"]
    columns = {f"{kind}_source": DECIDED, f"{kind}_evidence": decision_words(row)}
    if kind == "topic":
        others = [code for code in post["topics"].split(";") if code and code not in (value, "lainnya")]
        return {**columns, "topic": value, "topics": ";".join((value, *others))}
    if kind == "subject":
        return {**columns, "subject_detail": value, "subject": SUBJECT_OF[value]}
    return {**columns, "bidang": value}


def _looked_into(doubt: str, row: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> dict[str, str]:
    answered = any(
        other["kind"] == ANSWER
        and other["value"] == doubt
        and (other["decided_at"], other["decision_id"]) > (row["decided_at"], row["decision_id"])
        for other in rows
    )
    states = {NO_NOTE: "selesai", FOLLOW_UP: "tindak_lanjut", ASK: "dijawab" if answered else "menunggu"}
    return {doubt: "none" if row["value"] == NO_NOTE else "review", f"{doubt}_review": states[row["value"]]}


def decision_words(row: Mapping[str, Any]) -> str:
    """Who decided and why, as it stands in the place of the words that would have decided."""
    note = f": {row['note']}" if row["note"] else ""
    return f"ditetapkan oleh {row['decided_by']}{note}"
