"""Rules that combine cues: which words stand where, which pairs stand near each other, what rules them out."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from rules.codes import ListError
from rules.context import Finding
from rules.matching import Entry, Hit
from rules.words import Words

NEAR = 15
"""Words within which a cue of `unless_near` rules a rule out."""
DENIED = 4
"""Words before a cue in which a denial ("tidak mendukung") takes it away."""
_STOPS = frozenset(",.;:!?\n")
_MOST = 12
"""Places of one cue that are looked at; hostile text must not cost more."""


class Spot(NamedTuple):
    """Where a cue stands: number of its first word, of the word behind it, and its letters."""

    first: int
    behind: int
    start: int
    end: int


Spots = dict[str, list[Spot]]


@dataclass(frozen=True, slots=True)
class Pair:
    """One cue of `a` and one of `b` with fewer than `within` words between them; `after`: b stands behind a."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    within: int
    after: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a list: its words for the page (label, explain, source), its weight, tier, and what makes it speak.

    needs: of each set one cue must stand somewhere in the text.
    """

    rule: str
    label: str
    explain: str
    source: str
    weight: int
    tier: str
    alone: tuple[str, ...]
    pairs: tuple[Pair, ...]
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]
    unless_near: frozenset[str]
    starters: frozenset[str]

    def names(self, cues: Iterable[str]) -> bool:
        """Whether it speaks of any of these cues."""
        paired = (cue for pair in self.pairs for cue in (*pair.a, *pair.b))
        own = self.unless.union(self.unless_near, self.alone, paired, *self.needs)
        return not own.isdisjoint(cues)


@dataclass(frozen=True, eq=False)
class CueList:
    """A list of cues and rules made ready: `entries` for the Matcher (labels are cues), rules by id in their order.

    late: cues that are common and mean nothing alone: looked at once another stands in the text, most hold none.
    """

    entries: tuple[Entry, ...]
    late: tuple[Entry, ...]
    rules: Mapping[str, Rule]
    starters: frozenset[str]

    @cached_property
    def by_starter(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that a cue may start."""
        return {cue: tuple(rule for rule in self.rules.values() if cue in rule.starters) for cue in self.starters}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each rule in the list."""
        return {rule: place for place, rule in enumerate(self.rules)}

    def started(self, spots: "Spots") -> list[Rule]:
        """The rules that the cues of a text may start, in the order of the list."""
        ready = {rule.rule: rule for cue in spots for rule in self.by_starter.get(cue, ())}
        return sorted(ready.values(), key=lambda rule: self.ranks[rule.rule])


def parse_cues(name: str, text: str, made: Iterable[str], inner: bool = False) -> tuple[CueList, dict[str, Any]]:
    """Read a list of cues and rules from TOML text (form: the comments at the top of rules/lists/neutrality.toml).

    `made`: cues that the program makes itself. `inner`: a phrase also stands for the cues of the words inside it, which
    it would hide (a longer phrase of one cue must not blind another; look-alikes still do). Also gives the parts that
    are neither cues, rules nor lookalikes. Raises ListError with an Indonesian sentence that names list and entry or
    line.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"Daftar {name} tidak dapat dibaca: {error}.") from error
    alike = [Entry(written, "", exact=True) for written in _texts(name, "lookalikes", data.pop("lookalikes", []))]
    cues, written_rules = data.pop("cues", {}), data.pop("rules", {})
    if not isinstance(cues, dict) or not isinstance(written_rules, dict):
        raise ListError(f"Daftar {name}: cues dan rules harus berupa bagian bernama, misalnya [cues.calon].")
    entries, late = [*alike], [*alike]
    for cue, group in cues.items():
        own = _entries(name, cue, group)
        if group.get("late", False):
            late += own
        else:
            entries += own
    if inner:
        entries, late = entries + _inner(entries), late + _inner(late)
    known = {*cues, *made}
    rules = {rule: _rule(name, rule, found, known) for rule, found in written_rules.items()}
    starters = frozenset().union(*(rule.starters for rule in rules.values()))
    return CueList(tuple(entries), tuple(late), rules, starters), data


def _inner(entries: Sequence[Entry]) -> list[Entry]:
    """For each phrase entries for the cues whose words stand inside it."""
    cues: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        cues.setdefault(tuple(entry.written.split()), set()).add(entry.label)
    found = []
    for words, own in cues.items():
        spans = [words[a:b] for a in range(len(words)) for b in range(a + 1, len(words) + 1) if b - a < len(words)]
        hidden = set().union(*(cues.get(span, set()) for span in spans)) - own - {""}
        found += [Entry(" ".join(words), cue, exact=True) for cue in sorted(hidden) if "" not in own]
    return found


def _entries(name: str, cue: str, group: Any) -> list[Entry]:
    """The entries of one cue."""
    if not isinstance(group, dict) or set(group) - {"words", "stems", "capitals", "late"}:
        raise ListError(f"Daftar {name}: isyarat “{cue}” hanya boleh memuat words, stems, capitals, late.")
    words = _texts(name, cue, group.get("words", []))
    capitals = set(_texts(name, cue, group.get("capitals", [])))
    if capitals - set(words):
        raise ListError(f"Daftar {name}: “{sorted(capitals - set(words))[0]}” pada “{cue}” tidak ada dalam words.")
    exact = [Entry(written, cue, capitals=written in capitals, exact=True) for written in words]
    return exact + [Entry(written, cue) for written in _texts(name, cue, group.get("stems", []))]


def _rule(name: str, rule: str, found: Any, known: set[str]) -> Rule:
    """One rule, its cues checked."""
    if not isinstance(found, dict):
        raise ListError(f"Daftar {name}: aturan “{rule}” harus berupa bagian bernama.")
    texts = {key: found.get(key, "") for key in ("label", "explain", "source", "tier")}
    weight = found.get("weight", 0)
    if not all(isinstance(value, str) for value in texts.values()) or not texts["label"] or not texts["explain"]:
        raise ListError(f"Daftar {name}: aturan “{rule}” harus memiliki label dan explain.")
    if not isinstance(weight, int) or not 0 < weight < 10:
        raise ListError(f"Daftar {name}: bobot aturan “{rule}” harus bilangan 1 sampai 9.")
    pairs = tuple(_pair(name, rule, pair) for pair in found.get("pairs", []))
    lists = {key: _texts(name, rule, found.get(key, [])) for key in ("alone", "unless", "unless_near")}
    needs = tuple(frozenset(need.split("|")) for need in _texts(name, rule, found.get("needs", [])))
    starters = {*lists["alone"], *(cue for pair in pairs for cue in pair.a)}
    used = {*starters, *(cue for pair in pairs for cue in pair.b), *(cue for cues in lists.values() for cue in cues)}
    used = used.union(*needs)
    if used - known:
        raise ListError(f"Daftar {name}: aturan “{rule}” menyebut isyarat “{sorted(used - known)[0]}” yang tidak ada.")
    return Rule(
        rule, texts["label"], texts["explain"], texts["source"], weight, texts["tier"], tuple(lists["alone"]), pairs,
        needs, frozenset(lists["unless"]), frozenset(lists["unless_near"]), frozenset(starters),
    )  # fmt: skip


def _pair(name: str, rule: str, pair: Any) -> Pair:
    """One pair of a rule."""
    if (
        not isinstance(pair, dict)
        or set(pair) - {"a", "b", "within", "after"}
        or not isinstance(pair.get("within"), int)
    ):
        raise ListError(f"Daftar {name}: pasangan pada aturan “{rule}” harus memuat a, b, within.")
    first, second = (tuple(_texts(name, rule, pair.get(key, []))) for key in ("a", "b"))
    return Pair(first, second, pair["within"], bool(pair.get("after", False)))


def _texts(name: str, place: str, value: Any) -> list[str]:
    """A list of non-empty texts, or the error that says where it is not."""
    if not isinstance(value, list) or not all(isinstance(text, str) and any(map(str.isalnum, text)) for text in value):
        raise ListError(f"Daftar {name}: “{place}” harus berupa daftar teks yang tidak kosong.")
    return value


def spots_of(words: Words, hits: Sequence[Hit]) -> Spots:
    """The places of each cue that the hits stand for."""
    spots: Spots = {}
    starts, ends = words.starts, words.ends
    for entry, first, behind in hits:
        places = spots.setdefault(entry.label, [])
        if len(places) < _MOST:
            places.append(Spot(first, behind, starts[first], ends[behind - 1]))
    return spots


def spot(words: Words, first: int, behind: int) -> Spot:
    """The place of the words first..behind."""
    return Spot(first, behind, words.starts[first], words.end(behind - 1))


def take_denied(spots: Spots, denials: Sequence[Spot], cues: Iterable[str], text: str) -> None:
    """Take away the places of `cues` that stand within DENIED words behind a denial, in the same part of a sentence."""
    if not denials:
        return
    for cue in cues:
        if cue in spots:
            left = [one for one in spots[cue] if not any(_denies(no, one, text) for no in denials)]
            if left:
                spots[cue] = left
            else:
                del spots[cue]


def _denies(no: Spot, one: Spot, text: str) -> bool:
    """Whether a denial reaches a cue."""
    return 0 < one.first - no.first <= DENIED and _STOPS.isdisjoint(text[no.end : one.start])


def found_by(rule: Rule, spots: Spots) -> tuple[int, int] | None:
    """The letters where a rule speaks (its first place), None if it does not."""
    if rule.starters.isdisjoint(spots) or not rule.unless.isdisjoint(spots):
        return None
    if any(need.isdisjoint(spots) for need in rule.needs):
        return None
    against = [no for cue in spots.keys() & rule.unless_near for no in spots[cue]]
    for cue in rule.alone:
        for one in spots.get(cue, ()):
            if _free(one, against):
                return one.start, one.end
    for pair in rule.pairs:
        place = _pair_place(pair, spots, against)
        if place:
            return place
    return None


def _pair_place(pair: Pair, spots: Spots, against: list[Spot]) -> tuple[int, int] | None:
    """The letters from one cue of a pair to the other, the first such place."""
    seconds = [spot for cue in pair.b for spot in spots.get(cue, ())]
    if not seconds:
        return None
    for cue in pair.a:
        for one in spots.get(cue, ()):
            for two in seconds:
                gap = two.first - one.behind if two.first >= one.behind else one.first - two.behind
                apart = two.first >= one.behind or two.behind <= one.first
                if (
                    not apart
                    or gap >= pair.within
                    or (pair.after and two.first < one.behind)
                    or not _free(one, against)
                ):
                    continue
                return min(one.start, two.start), max(one.end, two.end)
    return None


def _free(one: Spot, against: list[Spot]) -> bool:
    """Whether no cue that rules out stands near."""
    return not any(abs(no.first - one.first) <= NEAR for no in against)


def finding(kind: str, rule: Rule, place: tuple[int, int], raw: str, phase: str = "") -> Finding:
    """A finding of a rule at these letters of the stored caption."""
    return Finding(kind, rule.rule, rule.weight, place[0], place[1], raw[place[0] : place[1]], phase)
