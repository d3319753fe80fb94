"""Find the entries of a word list in a text: stems with affixes, phrases, abbreviations, look-alikes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rules.stems import bases, forms, plain_word
from rules.words import Words

Strength = Literal["strong", "sure", "weak"]
"""How much a hit counts; a weak one never decides alone."""

_JOINTS = re.compile(r"[^\w]+|_")

_made = tuple.__new__
"""Makes a Hit at a third of the price of calling it."""

_CACHE = 200_000
"""Distinct tokens whose meaning is remembered; hostile input must not fill the memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of a word list: what it stands for (`label`, "" = a look-alike that means nothing) and how it counts.

    In small letters it is a stem that takes affixes, unless `exact`; in capitals an abbreviation that takes none; with
    a space a phrase of exact words. `capitals`: counts only when written in capitals. `unless`: counts only if none
    of these words is in the text.
    """

    written: str
    label: str
    strength: Strength = "sure"
    capitals: bool = False
    exact: bool = False
    unless: frozenset[str] = frozenset()


class Hit(NamedTuple):
    """An entry found in a text: the numbers of its first token and the one behind its last."""

    entry: Entry
    first: int
    behind: int


class _Phrase(NamedTuple):
    """A phrase of one list: its words behind the first, and what it stands for."""

    part: int
    rest: tuple[str, ...]
    entries: tuple[Entry, ...]


class _Meaning(NamedTuple):
    """What a token may be: entries of one word with the number of their list, phrases (longest first) by their second
    word, and whether an entry has words that rule it out."""

    single: tuple[tuple[int, Entry], ...]
    phrases: dict[str, list[_Phrase]]
    doubtful: bool


class _Forms(dict[str, frozenset[str]]):
    """The forms of each token met so far, without clitics."""

    def __missing__(self, token: str) -> frozenset[str]:
        found = self[token] = forms(plain_word(token))
        return found


class _Meanings(dict[str, _Meaning | None]):
    """The meaning of each token met so far; `look_up` finds a new one's."""

    def __init__(self, look_up: Callable[[str], _Meaning | None]) -> None:
        super().__init__()
        self.look_up = look_up

    def __missing__(self, token: str) -> _Meaning | None:
        found = self[token] = self.look_up(token)
        return found


class _List:
    """One word list by stem, by exact word and by the first word of a phrase."""

    def __init__(self, part: int, entries: Iterable[Entry]) -> None:
        """Sort the entries of the list with this number. A phrase is also found written as one word (#pasarmurah)."""
        self.stems: dict[str, list[Entry]] = {}
        self.exact: dict[str, list[Entry]] = {}
        self.phrases: dict[str, list[_Phrase]] = {}
        phrases: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            parts = tuple(plain_word(part) for part in _JOINTS.sub(" ", entry.written).split())
            if len(parts) > 1:
                phrases.setdefault(parts, []).append(entry)
                self.exact.setdefault("".join(parts), []).append(entry)
            elif entry.exact or entry.capitals or entry.written.isupper():
                self.exact.setdefault(parts[0], []).append(entry)
            else:
                self.stems.setdefault(parts[0], []).append(entry)
        for (first, *rest), meant in phrases.items():
            counted = tuple(entry for entry in meant if entry.label)
            self.phrases.setdefault(first, []).append(_Phrase(part, tuple(rest), counted))

    def singles(self, token: str, own: frozenset[str], stems: frozenset[str]) -> list[Entry]:
        """The entries of one word that a token may be, one for each label."""
        found = [entry for form in own for entry in self.exact.get(form, ())]
        found += [entry for base in stems for entry in self.stems.get(base, ())]
        counted = {e.label: e for e in sorted(found, key=_rank) if not e.capitals or token.isupper()}
        return [entry for entry in counted.values() if entry.label]


class Matcher:
    """Several word lists made ready for reading; each written token is looked up once for all of them."""

    def __init__(self, lists: Iterable[Iterable[Entry]]) -> None:
        """Make word lists ready; their hits come in the order given here."""
        given = [list(entries) for entries in lists]
        self._lists = [_List(part, entries) for part, entries in enumerate(given)]
        self._banning: dict[str, frozenset[str]] = {}
        self._bans = frozenset(word for entries in given for entry in entries for word in entry.unless)
        self._forms = _Forms()
        self._meanings = _Meanings(self._look_up)

    def hits(self, words: Words) -> tuple[list[Hit], ...]:
        """For each list all its entries in the text in their order.

        Within a list a longer phrase wins over what stands inside it; the lists do not see each other.
        """
        known, forms_of = self._meanings, self._forms
        if len(known) > _CACHE or len(forms_of) > _CACHE:
            known.clear()
            forms_of.clear()
            self._banning.clear()
        tokens = words.tokens
        last = len(tokens) - 1
        found: list[list[Hit]] = [[] for _ in self._lists]
        behind = [0] * len(found)
        covered = 0
        doubtful = False
        for place, meaning in enumerate(map(known.__getitem__, tokens)):
            if meaning is None:
                continue
            single, phrases, doubt = meaning
            doubtful = doubtful or doubt
            if phrases and place < last:
                for form in forms_of[tokens[place + 1]]:
                    if form in phrases and self._phrase(phrases[form], tokens, place, behind, found):
                        covered = max(behind)
            if place < covered:
                single = tuple(one for one in single if place >= behind[one[0]])
            for part, entry in single:
                found[part].append(_made(Hit, (entry, place, place + 1)))
        if doubtful:
            self._rule_out(found, tokens)
        return tuple(found)

    def _phrase(
        self, phrases: list[_Phrase], tokens: list[str], place: int, behind: list[int], found: list[list[Hit]]
    ) -> bool:
        """Add, for each list, the longest phrase that stands here; whether there is one."""
        forms_of = self._forms
        any_found = False
        for part, rest, entries in phrases:
            end = place + 1 + len(rest)
            if place < behind[part] or end > len(tokens):
                continue
            if len(rest) > 1 and any(
                word not in forms_of[token] for word, token in zip(rest[1:], tokens[place + 2 : end], strict=True)
            ):
                continue
            found[part] += [_made(Hit, (entry, place, end)) for entry in entries]
            behind[part] = end
            any_found = True
        return any_found

    def _rule_out(self, found: list[list[Hit]], tokens: list[str]) -> None:
        """Take away the hits of entries whose `unless` words stand in the text."""
        banning = self._banning
        standing = {form for token in tokens if token in banning for form in banning[token]}
        if standing:
            found[:] = [[hit for hit in hits if hit.entry.unless.isdisjoint(standing)] for hits in found]

    def _look_up(self, token: str) -> _Meaning | None:
        """What a token means in all lists; None if no entry begins with it."""
        own, stems = self._forms[token], bases(plain_word(token))
        single: list[tuple[int, Entry]] = []
        phrases: dict[str, list[_Phrase]] = {}
        doubtful = False
        for part, one in enumerate(self._lists):
            single += [(part, entry) for entry in one.singles(token, own, stems)]
            begun = [phrase for form in own for phrase in one.phrases.get(form, ())]
            for phrase in sorted(begun, key=lambda phrase: (-len(phrase.rest), phrase.rest)):
                phrases.setdefault(phrase.rest[0], []).append(phrase)
                doubtful = doubtful or any(entry.unless for entry in phrase.entries)
        doubtful = doubtful or any(entry.unless for _, entry in single)
        if not own.isdisjoint(self._bans):
            self._banning[token] = own & self._bans
        return _Meaning(tuple(single), phrases, doubtful) if single or phrases else None


def _rank(entry: Entry) -> tuple[int, int, str]:
    """One word speaks once for a label: through its strongest, longest entry (the last in this order)."""
    return ("weak", "sure", "strong").index(entry.strength), len(entry.written), entry.written
