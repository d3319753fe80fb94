"""Find the entries of a word list in a text: stems with affixes, phrases, abbreviations, look-alikes."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, NamedTuple

from rules.stems import bases, forms, plain_word
from rules.words import Words

Strength = Literal["strong", "sure", "weak"]
"""How much a hit counts; a weak one never decides alone."""

_JOINTS = re.compile(r"[^\w]+|_")

_made = tuple.__new__
"""Makes a Hit at a third of the price of calling it."""

_CACHE = 20_000
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
    word, its forms without clitics, which words that rule an entry out it is, and whether such words matter to it."""

    single: tuple[tuple[int, Entry], ...]
    phrases: dict[str, list[_Phrase]]
    forms: frozenset[str]
    bans: frozenset[str]
    doubtful: bool


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
        self.followers = {word for _, *rest in phrases for word in rest}

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
        self._bans = frozenset(word for entries in given for entry in entries for word in entry.unless)
        self._followers = frozenset(word for one in self._lists for word in one.followers)
        self._meanings = _Meanings(self._look_up)

    def hits(self, words: Words) -> tuple[list[Hit], ...]:
        """For each list all its entries in the text in their order.

        Within a list a longer phrase wins over what stands inside it; the lists do not see each other.
        """
        if len(self._meanings) > _CACHE:
            self._meanings.clear()
        meanings = list(map(self._meanings.__getitem__, words.tokens))
        found: list[list[Hit]] = [[] for _ in self._lists]
        behind = [0] * len(found)
        doubtful = False
        for place, (meaning, after) in enumerate(zip_longest(meanings, meanings[1:])):
            if meaning is None:
                continue
            single, phrases, _, _, doubt = meaning
            if doubt:
                doubtful = True
            if phrases and after is not None:
                for form in after.forms:
                    if form in phrases:
                        _add_phrases(phrases[form], meanings, place, behind, found)
            for part, entry in single:
                if place >= behind[part]:
                    found[part].append(_made(Hit, (entry, place, place + 1)))
        return _ruled_out(found, meanings) if doubtful else tuple(found)

    def _look_up(self, token: str) -> _Meaning | None:
        """What a token means in all lists; None if it is no word of any entry."""
        plain = plain_word(token)
        own, stems = forms(plain), bases(plain)
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
        bans = own & self._bans
        if not (single or phrases or bans) and own.isdisjoint(self._followers):
            return None
        return _Meaning(tuple(single), phrases, own, bans, doubtful)


def _add_phrases(
    phrases: list[_Phrase], meanings: list[_Meaning | None], place: int, behind: list[int], found: list[list[Hit]]
) -> None:
    """Add, for each list, the longest phrase that stands here; its first two words do."""
    for part, rest, entries in phrases:
        end = place + 1 + len(rest)
        if place >= behind[part] and (len(rest) == 1 or _follow(rest[1:], meanings[place + 2 : end])):
            found[part] += [_made(Hit, (entry, place, end)) for entry in entries]
            behind[part] = end


def _follow(rest: tuple[str, ...], meanings: list[_Meaning | None]) -> bool:
    """Whether tokens of these meanings are the words behind the second of a phrase."""
    if len(meanings) < len(rest):
        return False
    return all(meaning is not None and word in meaning.forms for word, meaning in zip(rest, meanings, strict=True))


def _ruled_out(found: list[list[Hit]], meanings: list[_Meaning | None]) -> tuple[list[Hit], ...]:
    """The hits without those of entries whose `unless` words stand in the text."""
    standing = {ban for meaning in meanings if meaning is not None and meaning.bans for ban in meaning.bans}
    if standing:
        found = [[hit for hit in hits if hit.entry.unless.isdisjoint(standing)] for hits in found]
    return tuple(found)


def _rank(entry: Entry) -> tuple[int, int, str]:
    """One word speaks once for a label: through its strongest, longest entry (the last in this order)."""
    return ("weak", "sure", "strong").index(entry.strength), len(entry.written), entry.written
