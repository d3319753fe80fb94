"""Which texts the rules of a list may speak of at all, by the sets of cues that stand in them.

Most texts with a cue hold nothing that goes with it, and the same few sets of cues come again and again: each set is
tried against the rules once.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from rules.cues import CueList, Rule
from rules.matching import Entry, Hits
from rules.words import Texts, Truths

_MOST = 50_000
"""Sets of cues that are remembered; hostile input must not fill the memory."""


class Gate:
    """The rules of one list, asked for many texts at once."""

    def __init__(
        self, lists: CueList, entries: Sequence[Entry], made: Iterable[str], always: Iterable[str], loose: Iterable[str]
    ) -> None:
        """`entries` numbered as a Matcher numbers them; `made`: cues asked for that need not be words of the list;
        `always`: cues with which a text passes whatever else it holds; `loose`: cues that may turn out not to stand in
        a text that seems to hold them, so that they rule nothing out."""
        cues = {*made, *always, *(entry.label for part in (lists.entries, lists.late) for entry in part)}
        self._columns: Mapping[str, int] = {cue: number for number, cue in enumerate(sorted(cues))}
        self._cues = tuple(self._columns)
        self._of_entry = np.array([self._columns.get(entry.label, len(cues)) for entry in entries], np.int64)
        self._rules = tuple(lists.rules.values())
        self._always, self._loose = frozenset(always), frozenset(loose)
        self._known: dict[bytes, tuple[Rule, ...] | None] = {}

    def cues(self, texts: Texts, hits: Iterable[Hits]) -> Truths:
        """Which cues stand in which texts, one row a text; the last column is for what is no cue of this list."""
        found = np.zeros((len(texts.raws), len(self._cues) + 1), bool)
        for some in hits:
            found[texts.owner[some.firsts], self._of_entry[some.numbers]] = True
        return found

    def columns(self, cues: Iterable[str]) -> list[int]:
        """The columns of cues."""
        return [self._columns[cue] for cue in cues]

    def passing(self, cues: Truths, wanted: Truths) -> dict[int, tuple[Rule, ...]]:
        """Of which of the wanted texts a rule may speak, and the rules that may, in their order; of where the cues
        stand nothing is known."""
        if len(self._known) > _MOST:
            self._known.clear()
        numbers = np.flatnonzero(wanted)
        packed = np.packbits(cues[numbers, :-1], axis=1)
        width, rows, known = packed.shape[1], packed.tobytes(), self._known
        found = {}
        for text, place in zip(numbers.tolist(), range(0, len(rows), width), strict=True):
            row = rows[place : place + width]
            if row not in known:
                known[row] = self._passing(np.frombuffer(row, np.uint8))
            rules = known[row]
            if rules is not None:
                found[text] = rules
        return found

    def _passing(self, row: np.typing.NDArray[np.uint8]) -> tuple[Rule, ...] | None:
        """The rules that may speak of a text with these cues; None if it does not pass."""
        standing = np.flatnonzero(np.unpackbits(row)[: len(self._cues)]).tolist()
        cues = frozenset(self._cues[column] for column in standing)
        sure = cues - self._loose
        rules = tuple(rule for rule in self._rules if _may_speak(rule, cues, sure))
        return None if self._always.isdisjoint(cues) and not rules else rules


def _may_speak(rule: Rule, cues: frozenset[str], sure: frozenset[str]) -> bool:
    """Whether the cues of a rule are there, wherever they stand, and none that rules it out."""
    if not rule.unless.isdisjoint(sure) or any(need.isdisjoint(cues) for need in rule.needs):
        return False
    paired = any(not cues.isdisjoint(pair.a) and not cues.isdisjoint(pair.b) for pair in rule.pairs)
    return paired or not cues.isdisjoint(rule.alone)
