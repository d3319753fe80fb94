"""What persons said of posts that ask for a look: the rows of a post, what came after a verdict, a rule's worth."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from indonesia import show_number
from store import Scope, Store

DOUBTS = {"neutrality": "Netralitas", "caution": "Kehati-hatian"}
ENOUGH = 10
"""Posts looked at from which the precision of a rule is said."""


@dataclass(frozen=True)
class Said:
    """One row of the decisions of a post: what a person said of it, and whether it was taken back since.

    rules: those that the person was shown.
    """

    decision_id: str
    kind: str
    value: str
    note: str
    who: str
    own: str
    at: datetime
    gone: bool
    rules: tuple[str, ...] = ()


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
                row["decided_at"], row["decision_id"] in gone, rules_in(row["rules"]),
            )  # fmt: skip
            told[row["stands_on"]] = (*told.get(row["stands_on"], ()), one)
    return told


def rules_in(text: str) -> tuple[str, ...]:
    """The rules of a row of decisions: "A1; B2" → ("A1", "B2")."""
    return tuple(rule for rule in text.split("; ") if rule)


def rules_since(kind: str, rules: Iterable[str], said: Sequence[Said]) -> tuple[str, ...]:
    """Of the rules that speak now those that the newest standing verdict on this doubt was not shown, each once.

    Empty without such a verdict. `said`: what persons said of the post, oldest first.
    """
    verdicts = [one for one in said if one.kind == kind and not one.gone]
    shown = set(verdicts[-1].rules) if verdicts else set(rules)
    return tuple(dict.fromkeys(rule for rule in rules if rule not in shown))


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
            rules = set(rules_in(row["rules"]))
            reviewed.update(rules)
            without.update(rules if row["value"] == "tidak_ada_catatan" else ())
    return {rule: Worth(number, without[rule]) for rule, number in reviewed.items()}
