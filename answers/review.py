"""Tinjauan: the posts that ask for a look, by weight, with what the rules found and what persons decided so far."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.choice import Choice, filter_words, period_words
from answers.decided import DOUBTS, Said, rules_since, said_of
from answers.frame import frame
from answers.selection import Selection, select
from metrics.content import within
from store import Scope, Store

NAME, TITLE = "review", "Tinjauan"

VERDICTS = {
    "tidak_ada_catatan": "Tidak ada catatan",
    "perlu_tindak_lanjut": "Perlu tindak lanjut",
    "mohon_penjelasan": "Mohon penjelasan OPD",
}
STATES = {
    "terbuka": "Perlu ditinjau",
    "menunggu": "Menunggu penjelasan OPD",
    "dijawab": "Sudah dijelaskan OPD",
    "tindak_lanjut": "Selesai: perlu tindak lanjut",
    "selesai": "Selesai: tidak ada catatan",
}
"""How far a doubt has been looked into (posts.neutrality_review, posts.caution_review)."""
OPEN = ("terbuka", "menunggu", "dijawab")
CLOSED = ("tindak_lanjut", "selesai")


@dataclass(frozen=True)
class ReviewChoice:
    """What the page asks beyond the choice. doubt: "" for both kinds; rule: "" for any; states: keys of STATES.

    since: only doubts that other rules mark since a person closed them.
    """

    doubt: str = ""
    rule: str = ""
    states: tuple[str, ...] = OPEN
    since: bool = False
    limit: int = 10
    offset: int = 0


@dataclass(frozen=True)
class Finding:
    """What one rule found; start and end are letters of the caption."""

    rule: str
    weight: int
    start: int
    end: int
    words: str
    phase: str


@dataclass(frozen=True)
class Doubt:
    """One kind of doubt about a post: how far it is looked into, what the rules found, what persons said of it.

    since: of a closed one the rules that speak now and that the newest verdict was not shown; the verdict stands.
    """

    kind: str
    state: str
    findings: tuple[Finding, ...]
    said: tuple[Said, ...]
    since: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """A post that asks for a look."""

    post_key: str
    at: datetime
    has_time: bool
    agency_id: str
    opd: str
    platform: str
    account: str
    caption: str
    link: str
    weight: int
    rules_version: str
    file_name: str
    sheet: str
    row: int
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Queue:
    """A slice of the posts that ask for a look.

    `states` counts posts (unggahan) of the period by the state of a doubt; `elsewhere` counts open ones outside it.
    `rules` are those that speak in the posts of the period. `marked_since` counts posts of the period with a closed
    doubt that other rules mark since, `marked_since_elsewhere` those outside it. `reporting`: who reported so far; here
    closed months count as they are today, for these posts are still being looked into.
    """

    items: tuple[Item, ...]
    total: int
    states: Mapping[str, int]
    elsewhere: int
    rules: tuple[str, ...]
    period: str
    filters: str
    sample: bool
    marked_since: int = 0
    marked_since_elsewhere: int = 0
    reporting: str = ""


def review(store: Store, scope: Scope, choice: Choice, today: date, asked: ReviewChoice = ReviewChoice()) -> Queue:
    """The posts whose own day lies in the period and that ask for a look, the weightiest first, then the newest."""
    selection = select(store, scope, choice, today, closings=())
    names = {opd.agency_id: opd.name for opd in selection.opds}
    words = period_words(choice), filter_words(choice, names)
    if not selection.days:
        return Queue((), 0, {}, 0, (), *words, scope.sample)
    posts = selection.posts
    doubtful = posts.filter((posts.neutrality_review != "") | (posts.caution_review != ""))
    inside = within(doubtful, selection.first, selection.last)
    since = _since(selection, doubtful)
    marked = {key: day for found in since.values() for key, day in found.items()}
    marked_here = sum(selection.first <= day <= selection.last for day in marked.values())
    found = _found(inside, asked, since)
    everywhere = doubtful.aggregate(number=doubtful.count(where=_in(doubtful, ReviewChoice())))
    here = inside.aggregate(number=inside.count(where=_in(inside, ReviewChoice())))
    open_ = [selection.rows(each)[0]["number"] for each in (everywhere, here)]
    return Queue(
        items=_items(selection, found, asked, names),
        total=selection.rows(found.aggregate(number=found.count()))[0]["number"],
        states=_states(selection, inside),
        elsewhere=open_[0] - open_[1],
        rules=_rules(selection, inside),
        period=words[0],
        filters=words[1],
        sample=scope.sample,
        marked_since=marked_here,
        marked_since_elsewhere=len(marked) - marked_here,
        reporting=frame(selection).reporting if selection.opds else "",
    )


def _in(posts: ir.Table, asked: ReviewChoice) -> ir.BooleanValue:
    """Whether a doubt of the kind asked for is in one of the states asked for."""
    neutrality, caution = (posts[f"{kind}_review"].isin(asked.states) for kind in DOUBTS)
    if asked.doubt:
        return neutrality if asked.doubt == "neutrality" else caution
    return neutrality | caution


def _found(posts: ir.Table, asked: ReviewChoice, since: Mapping[str, Mapping[str, date]]) -> ir.Table:
    found = posts.filter(_in(posts, asked))
    if asked.since:
        kinds = (asked.doubt,) if asked.doubt else tuple(DOUBTS)
        found = found.filter(found.post_key.isin(sorted({key for kind in kinds for key in since[kind]})))
    return found.filter(found.findings.contains(f'"rule": "{asked.rule}"')) if asked.rule else found


def _since(selection: Selection, posts: ir.Table) -> dict[str, dict[str, date]]:
    """Kind of doubt → post_key → day of the posts of all days that other rules mark since a person closed that doubt.

    Only posts that a person looked at are fetched.
    """
    closed = posts.filter(_in(posts, ReviewChoice(states=CLOSED)))
    columns = ("post_key", "day", "findings", *(f"{kind}_review" for kind in DOUBTS))
    rows = selection.rows(closed.select(*columns))
    said = said_of(selection.store, selection.scope, [row["post_key"] for row in rows])
    return {
        kind: {
            row["post_key"]: row["day"]
            for row in rows
            if _rules_since(kind, row, _findings(row["findings"]), said.get(row["post_key"], ()))
        }
        for kind in DOUBTS
    }


def _rules_since(
    kind: str, row: Mapping[str, Any], findings: Collection[Mapping[str, Any]], said: tuple[Said, ...]
) -> tuple[str, ...]:
    """The rules that mark a post since a person closed this doubt about it."""
    if row[f"{kind}_review"] not in CLOSED:
        return ()
    return rules_since(kind, [found["rule"] for found in findings if found["kind"] == kind], said)


def _states(selection: Selection, posts: ir.Table) -> dict[str, int]:
    """Posts by state; one with two doubts counts in the state of each."""
    counted: Counter[str] = Counter()
    for kind in DOUBTS:
        state = posts[f"{kind}_review"]
        for row in selection.rows(posts.group_by(state=state).aggregate(number=posts.count())):
            counted[row["state"]] += row["number"]
    return {code: counted[code] for code in STATES if counted[code]}


def _rules(selection: Selection, posts: ir.Table) -> tuple[str, ...]:
    rows = selection.rows(posts.select("findings").distinct().limit(5_000))
    return tuple(sorted({found["rule"] for row in rows for found in _findings(row["findings"])}, key=_rule_order))


def _rule_order(rule: str) -> tuple[str, int, str]:
    """A2 before A10."""
    digits = "".join(filter(str.isdigit, rule))
    return rule.rstrip("0123456789"), int(digits or 0), rule


def _items(selection: Selection, found: ir.Table, asked: ReviewChoice, names: Mapping[str, str]) -> tuple[Item, ...]:
    order = [ibis.desc("weight"), ibis.desc("published_at"), "post_key"]
    uploads = selection.tables.uploads.select("upload_id", "file_name")
    page = found.order_by(order).limit(asked.limit, offset=asked.offset)
    rows = selection.rows(page.left_join(uploads, "upload_id", rname="{name}_of_file").order_by(order))
    said = said_of(selection.store, selection.scope, [row["post_key"] for row in rows])
    return tuple(_item(row, names, said.get(row["post_key"], ())) for row in rows)


def _item(row: Mapping[str, Any], names: Mapping[str, str], said: tuple[Said, ...]) -> Item:
    findings = _findings(row["findings"])
    doubts = tuple(
        Doubt(
            kind,
            row[f"{kind}_review"],
            tuple(_finding(each) for each in findings if each["kind"] == kind),
            tuple(one for one in said if one.kind == kind or (one.kind == "jawaban" and one.value == kind)),
            _rules_since(kind, row, findings, said),
        )
        for kind in DOUBTS
        if row[f"{kind}_review"]
    )
    return Item(
        row["post_key"], row["published_at"], row["has_time"], row["agency_id"],
        names.get(row["agency_id"], row["agency_id"]), row["platform"], row["account"], row["caption"], row["link"],
        row["weight"] or 0, row["rules_version"], row["file_name"] or "", row["sheet"], row["row_number"], doubts,
    )  # fmt: skip


def _findings(text: str | None) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(text or "[]")
    return found


def _finding(found: Mapping[str, Any]) -> Finding:
    return Finding(**{name: found[name] for name in ("rule", "weight", "start", "end", "words", "phase")})
