"""Find the entries of word lists in texts: stems with affixes, phrases, abbreviations, look-alikes.

Texts are read many at once: each token becomes the number of its meaning by one look-up; what most tokens are
(nothing, or a word that stands for itself) is sorted out by numpy, and Python walks only where a phrase begins.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate, pairwise, repeat
from operator import or_
from typing import NamedTuple

import numpy as np
import pandas as pd

from rules.entries import NOTHING, Entry, Strength, WordLists, longest
from rules.split import ranges
from rules.words import Keys, Numbers, Texts, Truths

__all__ = ["Entry", "Hit", "Hits", "Matcher", "Strength"]

_CACHE = 50_000
"""Spellings whose meaning is remembered; hostile input must not fill the memory."""
_PAIRS = 100_000
"""Distinct pairs of tokens whose phrases are remembered."""
_SHIFT = 32
_BITS = 63


class Hit(NamedTuple):
    """An entry found in a text: the numbers of its first token and the one behind its last."""

    entry: Entry
    first: int
    behind: int


class Hits(NamedTuple):
    """The entries of one list in several texts, in the order of their places.

    numbers: which entry (of Matcher.entries). firsts, behinds: the numbers of its first token and the one behind its
    last among the tokens of all texts.
    """

    numbers: Numbers
    firsts: Numbers
    behinds: Numbers


class Matcher:
    """Several word lists made ready for reading; each written token is looked up once for all of them."""

    def __init__(self, lists: Iterable[Iterable[Entry]]) -> None:
        """Make word lists ready; their hits come in the order given here."""
        self._lists = WordLists(lists)
        self.entries = self._lists.entries
        self._objects = np.array([*self.entries, None], object)[:-1]
        self._guarded = np.array([bool(entry.unless) for entry in self.entries], bool)
        phrases = self._lists.phrases
        self._phrase_parts = np.array([phrase.part for phrase in phrases], np.int64)
        self._phrase_lengths = np.array([1 + len(phrase.rest) for phrase in phrases], np.int64)
        self._phrase_counts = np.array([len(phrase.entries) for phrase in phrases], np.int64)
        self._phrase_offsets = np.cumsum(self._phrase_counts) - self._phrase_counts
        self._phrase_entries = np.array([number for phrase in phrases for number in phrase.entries], np.int64)
        self._meanings = _Meanings(self._lists)
        self._pairs = _Pairs(self._meanings)

    def hits(self, texts: Texts) -> tuple[Hits, ...]:
        """For each list all its entries in the texts.

        Within a list a longer phrase wins over what stands inside it; the lists do not see each other.
        """
        if len(self._meanings) > _CACHE or len(self._pairs) > _PAIRS:
            self._meanings = _Meanings(self._lists)
            self._pairs = _Pairs(self._meanings)
        codes = self._meanings.codes(texts)
        phrases, covered = self._of_phrases(*self._phrases(codes, texts), len(codes))
        parts, numbers, firsts, behinds = np.concatenate((phrases, self._singles(codes, covered)), axis=1)
        order = np.argsort(parts * len(codes) + firsts, kind="stable")
        order = order[self._allowed(numbers[order], firsts[order], codes, texts)]
        cuts = np.searchsorted(parts[order], np.arange(self._lists.parts + 1))
        columns = numbers[order], firsts[order], behinds[order]
        return tuple(Hits(*(column[a:b] for column in columns)) for a, b in pairwise(cuts.tolist()))

    def by_text(self, hits: Hits, texts: Texts, wanted: Sequence[int]) -> list[list[Hit]]:
        """The hits of one list as `Hit` for each wanted text; there the first token of the text has number 0."""
        owner = texts.owner[hits.firsts]
        begins = np.searchsorted(owner, wanted)
        counts = np.searchsorted(owner, wanted, side="right") - begins
        rows = ranges(begins, counts)
        base = np.repeat(texts.bounds[wanted], counts)
        columns = self._objects[hits.numbers[rows]], hits.firsts[rows] - base, hits.behinds[rows] - base
        # tuple.__new__ makes a Hit at a third of the price of calling it.
        made = list(map(tuple.__new__, repeat(Hit), zip(*(column.tolist() for column in columns), strict=True)))
        return [made[a:b] for a, b in pairwise(accumulate(counts.tolist(), initial=0))]

    def _phrases(self, codes: Numbers, texts: Texts) -> tuple[Numbers, Numbers]:
        """The numbers of the phrases that stand in the texts, and of their first tokens."""
        known, owner = self._meanings, texts.owner
        first, behind = [-1] * self._lists.parts, [0] * self._lists.parts
        found: list[int] = []
        where: list[int] = []
        begun = np.flatnonzero((known.begins[codes[:-1]] & known.follows[codes[1:]]) != 0)
        begun = begun[owner[begun] == owner[begun + 1]]
        keys = ((codes[begun] << _SHIFT) | codes[begun + 1]).tolist()
        limits = texts.bounds[owner[begun] + 1]
        thirds = np.where(begun + 2 < limits, codes[np.minimum(begun + 2, len(codes) - 1)], 0).tolist()
        rows = zip(begun.tolist(), thirds, limits.tolist(), map(self._pairs.__getitem__, keys), strict=True)
        for place, third, limit, phrases in rows:
            for number, part, length, more in phrases:
                # Most phrases of three words and more fail with the third.
                if more and more[0] not in known.known[third].forms:
                    continue
                # Of phrases that hold the same words ("nama(nya) diamankan") all speak.
                hidden = place < behind[part] and (first[part], behind[part]) != (place, place + length)
                if hidden or (len(more) > 1 and not known.follow(more[1:], codes[place + 3 : limit])):
                    continue
                first[part], behind[part] = place, place + length
                found.append(number)
                where.append(place)
        return np.array(found, np.int64), np.array(where, np.int64)

    def _of_phrases(self, found: Numbers, places: Numbers, size: int) -> tuple[Numbers, Truths]:
        """The entries of phrases found, as rows of part, number, first, behind; and which tokens they hold, by list and
        token: list * size + token."""
        parts, lengths, counts = self._phrase_parts[found], self._phrase_lengths[found], self._phrase_counts[found]
        covered = np.zeros(self._lists.parts * size, bool)
        covered[ranges(parts * size + places, lengths)] = True
        numbers = self._phrase_entries[ranges(self._phrase_offsets[found], counts)]
        first, behind = np.repeat(places, counts), np.repeat(places + lengths, counts)
        return np.stack((np.repeat(parts, counts), numbers, first, behind)), covered

    def _singles(self, codes: Numbers, covered: Truths) -> Numbers:
        """The entries of one word outside the phrases of their list, as rows of part, number, first, behind."""
        known = self._meanings
        places = np.flatnonzero(known.counts[codes])
        meant = codes[places]
        counts = known.counts[meant]
        rows = ranges(known.offsets[meant], counts)
        parts, firsts = known.parts[rows], np.repeat(places, counts)
        free = ~covered[parts * len(codes) + firsts]
        firsts = firsts[free]
        return np.stack((parts[free], known.numbers[rows][free], firsts, firsts + 1))

    def _allowed(self, numbers: Numbers, firsts: Numbers, codes: Numbers, texts: Texts) -> Truths:
        """Which hits stay: not those of entries whose `unless` words stand in the text."""
        allowed = np.ones(len(numbers), bool)
        guarded = np.flatnonzero(self._guarded[numbers])
        if len(guarded):
            standing: dict[int, set[str]] = {}
            for place in np.flatnonzero(self._meanings.bans[codes]).tolist():
                standing.setdefault(int(texts.owner[place]), set()).update(self._meanings.known[codes[place]].bans)
            for row in guarded.tolist():
                bans = standing.get(int(texts.owner[firsts[row]]))
                if bans and not self.entries[numbers[row]].unless.isdisjoint(bans):
                    allowed[row] = False
        return allowed


class _Meanings:
    """What the words met so far mean: each spelling is looked up once.

    known: the meanings; number 0 is none. begins, follows: bits of the second words of the phrases that a meaning
    begins, and of the second words that it may be: a pair without a common bit begins no phrase, and few others do not.
    bans: it rules entries out. counts, offsets: how many entries of one word it is, and where in `parts` and `numbers`
    they stand.
    """

    def __init__(self, lists: WordLists) -> None:
        self._lists = lists
        self._spellings = pd.Index(np.zeros(0, np.uint64))
        self._of_spelling = np.zeros(0, np.int64)
        self.known = [NOTHING]
        seconds = sorted({phrase.rest[0] for phrase in lists.phrases})
        self._bits = {word: 1 << number % _BITS for number, word in enumerate(seconds)}
        self.begins = self.follows = np.zeros(1, np.int64)
        self.bans = np.zeros(1, bool)
        self.counts = self.offsets = np.zeros(1, np.int64)
        self.parts = self.numbers = np.zeros(0, np.int64)

    def __len__(self) -> int:
        return len(self._spellings)

    def codes(self, texts: Texts) -> Numbers:
        """The numbers of the meanings of all tokens."""
        rows = self._spellings.get_indexer(texts.keys)
        unknown = np.flatnonzero(rows < 0)
        if len(unknown):
            new, first = np.unique(texts.keys[unknown], return_index=True)
            self._meet(new, [texts.token(number) for number in unknown[first].tolist()])
            rows = self._spellings.get_indexer(texts.keys)
        return self._of_spelling[rows]

    def follow(self, rest: tuple[str, ...], codes: Numbers) -> bool:
        """Whether tokens of these meanings begin with the last words of a phrase."""
        if len(codes) < len(rest):
            return False
        return all(word in self.known[code].forms for word, code in zip(rest, codes, strict=False))

    def _bits_of(self, words: Iterable[str]) -> int:
        return reduce(or_, (self._bits.get(word, 0) for word in words), 0)

    def _meet(self, spellings: Keys, tokens: Sequence[str]) -> None:
        """Look up words not met before."""
        meanings = [self._lists.meaning(token) for token in tokens]
        new = [meaning for meaning in meanings if meaning is not NOTHING]
        numbers = np.array([meaning is not NOTHING for meaning in meanings], np.int64)
        numbers *= len(self.known) - 1 + np.cumsum(numbers)
        self._spellings = self._spellings.append(pd.Index(spellings))
        self._of_spelling = np.append(self._of_spelling, numbers)
        self.known += new
        self.begins = np.append(self.begins, np.array([self._bits_of(one.phrases) for one in new], np.int64))
        self.follows = np.append(self.follows, np.array([self._bits_of(one.forms) for one in new], np.int64))
        self.bans = np.append(self.bans, np.array([bool(one.bans) for one in new], bool))
        counts = np.array([len(one.singles) for one in new], np.int64)
        self.offsets = np.append(self.offsets, len(self.parts) + np.cumsum(counts) - counts)
        self.counts = np.append(self.counts, counts)
        rows = np.array([row for one in new for row in one.singles], np.int64).reshape(-1, 2)
        self.parts, self.numbers = np.append(self.parts, rows[:, 0]), np.append(self.numbers, rows[:, 1])


_Begun = tuple[int, int, int, tuple[str, ...]]


class _Pairs(dict[int, list[_Begun]]):
    """The phrases that begin with two tokens, longest first, by the numbers of the meanings of both.

    Of each: its number, the number of its list, how many words it has, and those behind the second.
    """

    def __init__(self, meanings: _Meanings) -> None:
        super().__init__()
        self._meanings = meanings

    def __missing__(self, key: int) -> list[_Begun]:
        first, second = self._meanings.known[key >> _SHIFT], self._meanings.known[key & ((1 << _SHIFT) - 1)]
        begun = [phrase for form in longest(second.forms) for phrase in first.phrases.get(form, ())]
        begun.sort(key=lambda phrase: (-len(phrase.rest), -sum(map(len, phrase.rest))))
        self[key] = [(one.number, one.part, 1 + len(one.rest), one.rest[1:]) for one in begun]
        return self[key]
