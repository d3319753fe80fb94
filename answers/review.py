"""Tinjauan: the posts that ask for a look, by weight, with what the rules found and what persons decided so far."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.choice import Choice, filter_words, period_words
from answers.selection import Selection, select
from indonesia import show_number
from metrics.content import within
from store import Scope, Store

NAME, TITLE = "review", "Tinjauan"

DOUBTS = {"neutrality": "Netralitas", "caution": "Kehati-hatian"}
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
ENOUGH = 10
"""Posts looked at from which the precision of a rule is said."""


@dataclass(frozen=True)
class ReviewChoice:
    """What the page asks beyond the choice. doubt: "" for both kinds; rule: "" for any; states: keys of STATES."""

    doubt: str = ""
    rule: str = ""
    states: tuple[str, ...] = OPEN
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
class Said:
    """One row of the decisions of a post: what a person said of it, and whether it was taken back since."""

    decision_id: str
    kind: str
    value: str
    note: str
    who: str
    own: str
    at: datetime
    gone: bool


@dataclass(frozen=True)
class Doubt:
    """One kind of doubt about a post: how far it is looked into, what the rules found, what persons said of it."""

    kind: str
    state: str
    findings: tuple[Finding, ...]
    said: tuple[Said, ...]


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
    `rules` are those that speak in the posts of the period.
    """

    items: tuple[Item, ...]
    total: int
    states: Mapping[str, int]
    elsewhere: int
    rules: tuple[str, ...]
    period: str
    filters: str
    sample: bool


@dataclass(frozen=True)
class Worth:
    """What persons made of the posts that a rule marked: how many were looked at, how many of them without a note."""

    reviewed: int
    without_note: int

    @property
    def words(self) -> str:
        """As the page prints it."""
        if self.reviewed < ENOUGH:
            return f"ketepatan: belum cukup ditinjau ({show_number(self.reviewed)})"
        return f"dari {show_number(self.reviewed)} yang ditinjau, {show_number(self.without_note)} tanpa catatan"


def review(store: Store, scope: Scope, choice: Choice, today: date, asked: ReviewChoice = ReviewChoice()) -> Queue:
    """The posts whose own day lies in the period and that ask for a look, the weightiest first, then the newest."""
    selection = select(store, scope, choice, today)
    names = {opd.agency_id: opd.name for opd in selection.opds}
    words = period_words(choice), filter_words(choice, names)
    if not selection.days:
        return Queue((), 0, {}, 0, (), *words, scope.sample)
    posts = selection.posts
    doubtful = posts.filter((posts.neutrality_review != "") | (posts.caution_review != ""))
    inside = within(doubtful, selection.first, selection.last)
    found = _found(inside, asked)
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
    )


def _in(posts: ir.Table, asked: ReviewChoice) -> ir.BooleanValue:
    """Whether a doubt of the kind asked for is in one of the states asked for."""
    neutrality, caution = (posts[f"{kind}_review"].isin(asked.states) for kind in DOUBTS)
    if asked.doubt:
        return neutrality if asked.doubt == "neutrality" else caution
    return neutrality | caution


def _found(posts: ir.Table, asked: ReviewChoice) -> ir.Table:
    found = posts.filter(_in(posts, asked))
    return found.filter(found.findings.contains(f'"rule": "{asked.rule}"')) if asked.rule else found


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


def said_of(store: Store, scope: Scope, posts: Sequence[str]) -> dict[str, tuple[Said, ...]]:
    """post_key → what persons said of it, oldest first, what was taken back marked as gone."""
    if not posts:
        return {}
    decisions = store.read(scope).decisions
    rows = store.run(decisions.filter(decisions.stands_on.isin(list(posts)))).to_pylist()
    rows.sort(key=lambda row: (row["decided_at"], row["decision_id"]))
    gone = {row["takes_back"] for row in rows if row["takes_back"]}
    told: dict[str, tuple[Said, ...]] = {}
    for row in rows:
        if not row["takes_back"]:
            one = Said(
                row["decision_id"], row["kind"], row["value"], row["note"], row["decided_by"], row["by_agency"],
                row["decided_at"], row["decision_id"] in gone,
            )  # fmt: skip
            told[row["stands_on"]] = (*told.get(row["stands_on"], ()), one)
    return told


def _item(row: Mapping[str, Any], names: Mapping[str, str], said: tuple[Said, ...]) -> Item:
    findings = _findings(row["findings"])
    doubts = tuple(
        Doubt(
            kind,
            row[f"{kind}_review"],
            tuple(_finding(each) for each in findings if each["kind"] == kind),
            tuple(one for one in said if one.kind == kind or (one.kind == "jawaban" and one.value == kind)),
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


def worth_of_rules(store: Store, scope: Scope) -> dict[str, Worth]:
    """rule → what the newest standing verdict that closes a doubt made of the posts that it marked."""
    rows = store.run(store.read(scope).decisions).to_pylist()
    rows.sort(key=lambda row: (row["decided_at"], row["decision_id"]))
    gone = {row["takes_back"] for row in rows if row["takes_back"]}
    newest = {
        (row["stands_on"] or row["post_key"], row["kind"]): row
        for row in rows
        if row["kind"] in DOUBTS and not row["takes_back"] and row["decision_id"] not in gone
    }
    reviewed: Counter[str] = Counter()
    without: Counter[str] = Counter()
    for row in newest.values():
        if row["value"] != "mohon_penjelasan":
            rules = {rule for rule in row["rules"].split("; ") if rule}
            reviewed.update(rules)
            without.update(rules if row["value"] == "tidak_ada_catatan" else ())
    return {rule: Worth(number, without[rule]) for rule, number in reviewed.items()}
