"""Find the entries of a word list in a text: stems with affixes, phrases, abbreviations, look-alikes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rules.stems import bases, forms, plain_word
from rules.words import Words

Strength = Literal["strong", "sure", "weak"]
"""How much a hit counts; a weak one never decides alone."""

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
    """What a token may be: entries of one word, phrases that begin with it (longest first) and their second words."""

    single: tuple[Entry, ...]
    phrases: tuple[_Phrase, ...]
    seconds: frozenset[str]


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


class Matcher:
    """A word list made ready for reading; remembers what each written token means."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Make a word list ready. A phrase is also found written as one word (#pasarmurah)."""
        self._stems: dict[str, list[Entry]] = {}
        self._exact: dict[str, list[Entry]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._forms = _Forms()
        self._meanings = _Meanings(self._meaning)
        phrases: dict[tuple[str, ...], list[Entry]] = {}
        for entry in entries:
            parts = tuple(plain_word(part) for part in entry.written.replace("-", " ").replace("/", " ").split())
            if len(parts) > 1:
                phrases.setdefault(parts, []).append(entry)
                self._exact.setdefault("".join(parts), []).append(entry)
            elif entry.exact or entry.capitals or entry.written.isupper():
                self._exact.setdefault(parts[0], []).append(entry)
            else:
                self._stems.setdefault(parts[0], []).append(entry)
        for (first, *rest), meant in phrases.items():
            self._phrases.setdefault(first, []).append(_Phrase(tuple(rest), tuple(meant)))

    def hits(self, words: Words) -> list[Hit]:
        """All entries in the text in their order. A longer phrase wins over what stands inside it."""
        known = self._meanings
        if len(known) > _CACHE or len(self._forms) > _CACHE:
            known.clear()
            self._forms.clear()
        tokens = words.tokens
        found: list[Hit] = []
        behind = 0
        doubtful = False
        last = len(tokens) - 1
        for place, meaning in enumerate([known[token] for token in tokens]):
            if meaning is None or place < behind:
                continue
            entries, phrases, seconds = meaning
            behind = place + 1
            if seconds and place < last and not seconds.isdisjoint(self._forms[tokens[behind]]):
                phrase = self._phrase(phrases, tokens, behind)
                if phrase is not None:
                    behind, entries = behind + len(phrase.rest), phrase.entries
            for entry in entries:
                if entry.label:
                    found.append(Hit(entry, place, behind))
                    doubtful = doubtful or bool(entry.unless)
        return self._without_ruled_out(found, tokens) if doubtful else found

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

    def _meaning(self, token: str) -> _Meaning | None:
        """Look a token up; None if no entry begins with it."""
        own = self._forms[token]
        single = [entry for form in own for entry in self._exact.get(form, ())]
        single += [entry for base in bases(plain_word(token)) for entry in self._stems.get(base, ())]
        phrases = [phrase for form in own for phrase in self._phrases.get(form, ())]
        counted = {e.label: e for e in sorted(single, key=_rank) if not e.capitals or token.isupper()}
        if not counted and not phrases:
            return None
        phrases.sort(key=lambda phrase: (-len(phrase.rest), phrase.rest))
        return _Meaning(tuple(counted.values()), tuple(phrases), frozenset(phrase.rest[0] for phrase in phrases))


def _rank(entry: Entry) -> tuple[int, int, str]:
    """One word speaks once for a label: through its strongest, longest entry (the last in this order)."""
    return ("weak", "sure", "strong").index(entry.strength), len(entry.written), entry.written
