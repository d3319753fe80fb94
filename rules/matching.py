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
    """The words of a phrase behind its first, and what it stands for."""

    rest: tuple[str, ...]
    entries: tuple[Entry, ...]


class _Meaning(NamedTuple):
    """What a token may be in one list: entries of one word, phrases that begin with it (longest first) and their second
    words."""

    part: int
    single: tuple[Entry, ...]
    phrases: tuple[_Phrase, ...]
    seconds: frozenset[str]


class _Forms(dict[str, frozenset[str]]):
    """The forms of each token met so far, without clitics."""

    def __missing__(self, token: str) -> frozenset[str]:
        found = self[token] = forms(plain_word(token))
        return found


class _Meanings(dict[str, tuple[_Meaning, ...]]):
    """The meanings of each token met so far; `look_up` finds a new one's."""

    def __init__(self, look_up: Callable[[str], tuple[_Meaning, ...]]) -> None:
        super().__init__()
        self.look_up = look_up

    def __missing__(self, token: str) -> tuple[_Meaning, ...]:
        found = self[token] = self.look_up(token)
        return found


class _List:
    """One word list by stem, by exact word and by the first word of a phrase."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Sort the entries. A phrase is also found written as one word (#pasarmurah)."""
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
            self.phrases.setdefault(first, []).append(_Phrase(tuple(rest), tuple(meant)))

    def meaning(self, part: int, token: str, own: frozenset[str], stems: frozenset[str]) -> _Meaning | None:
        """Look a token up; None if no entry begins with it."""
        single = [entry for form in own for entry in self.exact.get(form, ())]
        single += [entry for base in stems for entry in self.stems.get(base, ())]
        phrases = [phrase for form in own for phrase in self.phrases.get(form, ())]
        counted = {e.label: e for e in sorted(single, key=_rank) if not e.capitals or token.isupper()}
        if not counted and not phrases:
            return None
        phrases.sort(key=lambda phrase: (-len(phrase.rest), phrase.rest))
        seconds = frozenset(phrase.rest[0] for phrase in phrases)
        return _Meaning(part, tuple(counted.values()), tuple(phrases), seconds)


class Matcher:
    """Several word lists made ready for reading; each written token is looked up once for all of them."""

    def __init__(self, lists: Iterable[Iterable[Entry]]) -> None:
        """Make word lists ready; their hits come in the order given here."""
        self._lists = [_List(entries) for entries in lists]
        self._forms = _Forms()
        self._meanings = _Meanings(self._look_up)

    def hits(self, words: Words) -> tuple[list[Hit], ...]:
        """For each list all its entries in the text in their order.

        Within a list a longer phrase wins over what stands inside it; the lists do not see each other.
        """
        known = self._meanings
        if len(known) > _CACHE or len(self._forms) > _CACHE:
            known.clear()
            self._forms.clear()
        tokens = words.tokens
        found: tuple[list[Hit], ...] = tuple([] for _ in self._lists)
        behind = [0] * len(found)
        doubtful: set[int] = set()
        for place, meanings in enumerate(map(known.__getitem__, tokens)):
            for part, single, phrases, seconds in meanings:
                if place < behind[part]:
                    continue
                end, entries = place + 1, single
                if seconds and end < len(tokens) and not seconds.isdisjoint(self._forms[tokens[end]]):
                    phrase = self._phrase(phrases, tokens, end)
                    if phrase is not None:
                        end, entries = end + len(phrase.rest), phrase.entries
                behind[part] = end
                for entry in entries:
                    if entry.label:
                        found[part].append(Hit(entry, place, end))
                        if entry.unless:
                            doubtful.add(part)
        for part in doubtful:
            found[part][:] = self._without_ruled_out(found[part], tokens)
        return found

    def _phrase(self, phrases: tuple[_Phrase, ...], tokens: list[str], after: int) -> _Phrase | None:
        """The longest phrase whose further words stand from `after` on."""
        forms_of = self._forms
        for phrase in phrases:
            following = tokens[after : after + len(phrase.rest)]
            if len(following) == len(phrase.rest) and all(
                word in forms_of[token] for word, token in zip(phrase.rest, following, strict=True)
            ):
                return phrase
        return None

    def _without_ruled_out(self, found: list[Hit], tokens: list[str]) -> list[Hit]:
        """The hits but those of an entry whose `unless` words stand in the text."""
        standing = {form for token in tokens for form in self._forms[token]}
        return [hit for hit in found if hit.entry.unless.isdisjoint(standing)]

    def _look_up(self, token: str) -> tuple[_Meaning, ...]:
        """What a token means in each list that knows it."""
        own, stems = self._forms[token], bases(plain_word(token))
        meanings = (one.meaning(part, token, own, stems) for part, one in enumerate(self._lists))
        return tuple(meaning for meaning in meanings if meaning)


def _rank(entry: Entry) -> tuple[int, int, str]:
    """One word speaks once for a label: through its strongest, longest entry (the last in this order)."""
    return ("weak", "sure", "strong").index(entry.strength), len(entry.written), entry.written
