"""Word lists made ready: their entries by stem, by exact word and by the first word of a phrase."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from typing import Literal, NamedTuple

from rules.stems import bases, forms, plain_word

Strength = Literal["strong", "sure", "weak"]
"""How much a hit counts; a weak one never decides alone."""

_JOINTS = re.compile(r"[^\w]+|_")


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


class Phrase(NamedTuple):
    """A phrase with its number, the number of its list, its words behind the first, the numbers of its entries."""

    number: int
    part: int
    rest: tuple[str, ...]
    entries: tuple[int, ...]


class Meaning(NamedTuple):
    """What a token may be: entries of one word with the number of their list, the phrases that it begins by their
    second word, its forms without clitics, and which words that rule an entry out it is."""

    singles: tuple[tuple[int, int], ...]
    phrases: Mapping[str, Sequence[Phrase]]
    forms: frozenset[str]
    bans: frozenset[str]


NOTHING = Meaning((), {}, frozenset(), frozenset())


class WordLists:
    """Several word lists, their entries numbered through: what one token may be in any of them."""

    def __init__(self, lists: Iterable[Iterable[Entry]]) -> None:
        """Sort the entries of the lists; their order here numbers lists and entries."""
        given = [list(entries) for entries in lists]
        self.entries = [entry for entries in given for entry in entries]
        self.parts = len(given)
        self._bans = frozenset(word for entry in self.entries for word in entry.unless)
        firsts, numbers = accumulate(map(len, given), initial=0), count()
        self._lists = [
            _WordList(part, list(enumerate(entries, first)), numbers)
            for part, (entries, first) in enumerate(zip(given, firsts, strict=False))
        ]
        self.phrases = [phrase for one in self._lists for begun in one.phrases.values() for phrase in begun]
        self.phrases.sort()
        self.followers = frozenset(word for phrase in self.phrases for word in phrase.rest)
        self._known = self.followers.union(self._bans, *(one.words for one in self._lists))

    def meaning(self, token: str) -> Meaning:
        """What a token means in all lists; NOTHING if it is no word of any entry."""
        plain = plain_word(token)
        own, stems = forms(plain), bases(plain)
        if self._known.isdisjoint(stems):
            return NOTHING
        singles = [(one.part, number) for one in self._lists for number in one.singles(token, own, stems)]
        phrases: dict[str, list[Phrase]] = {}
        for phrase in (phrase for one in self._lists for form in longest(own) for phrase in one.phrases.get(form, ())):
            phrases.setdefault(phrase.rest[0], []).append(phrase)
        bans = own & self._bans
        if not (singles or phrases or bans) and own.isdisjoint(self.followers):
            return NOTHING
        return Meaning(tuple(singles), phrases, own, bans)


_Numbered = tuple[int, Entry]


class _WordList:
    """One word list by stem, by exact word and by the first word of a phrase."""

    def __init__(self, part: int, entries: Sequence[_Numbered], numbers: Iterator[int]) -> None:
        """Sort the entries of the list `part`, its phrases numbered from `numbers`.

        A phrase is also found written as one word (#pasarmurah).
        """
        self.part = part
        self.stems: dict[str, list[_Numbered]] = {}
        self.exact: dict[str, list[_Numbered]] = {}
        self.phrases: dict[str, list[Phrase]] = {}
        phrases: dict[tuple[str, ...], list[_Numbered]] = {}
        for number, entry in entries:
            words = tuple(plain_word(word) for word in _JOINTS.sub(" ", entry.written).split())
            if len(words) > 1:
                phrases.setdefault(words, []).append((number, entry))
                self.exact.setdefault("".join(words), []).append((number, entry))
            elif entry.exact or entry.capitals or entry.written.isupper():
                self.exact.setdefault(words[0], []).append((number, entry))
            else:
                self.stems.setdefault(words[0], []).append((number, entry))
        for (first, *rest), meant in phrases.items():
            counted = tuple(number for number, entry in meant if entry.label)
            self.phrases.setdefault(first, []).append(Phrase(next(numbers), part, tuple(rest), counted))
        self.words = frozenset((*self.stems, *self.exact, *self.phrases))

    def singles(self, token: str, own: frozenset[str], stems: frozenset[str]) -> list[int]:
        """The entries of one word that a token may be, one for each label."""
        found = [entry for form in own for entry in self.exact.get(form, ())]
        found += [entry for base in stems for entry in self.stems.get(base, ())]
        if not found:
            return []
        counted = {e.label: n for n, e in sorted(found, key=_rank) if not e.capitals or token.isupper()}
        return [number for label, number in counted.items() if label]


def longest(forms: Iterable[str]) -> list[str]:
    """Forms of one word, the longest first: of two phrases that fit, the one that is nearer to what is written."""
    return sorted(forms, key=lambda form: (-len(form), form))


def _rank(numbered: _Numbered) -> tuple[int, int, str]:
    """One word speaks once for a label: through its strongest, longest entry (the last in this order)."""
    entry = numbered[1]
    return ("weak", "sure", "strong").index(entry.strength), len(entry.written), entry.written
