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
        self._known: dict[bytes, bool] = {}

    def cues(self, texts: Texts, hits: Iterable[Hits]) -> Truths:
        """Which cues stand in which texts, one row a text; the last column is for what is no cue of this list."""
        found = np.zeros((len(texts.raws), len(self._cues) + 1), bool)
        for some in hits:
            found[texts.owner[some.firsts], self._of_entry[some.numbers]] = True
        return found

    def columns(self, cues: Iterable[str]) -> list[int]:
        """The columns of cues."""
        return [self._columns[cue] for cue in cues]

    def passing(self, cues: Truths) -> Truths:
        """Of which texts a rule may speak, by their cues; where these stand is not looked at."""
        if len(self._known) > _MOST:
            self._known.clear()
        packed = np.packbits(cues[:, :-1], axis=1)
        width, rows, passed = packed.shape[1], packed.tobytes(), self._known
        found = []
        for place in range(0, len(rows), width):
            row = rows[place : place + width]
            if row not in passed:
                passed[row] = self._passes(np.frombuffer(row, np.uint8))
            found.append(passed[row])
        return np.array(found, bool)

    def _passes(self, row: np.typing.NDArray[np.uint8]) -> bool:
        """Whether a text with these cues passes."""
        standing = np.flatnonzero(np.unpackbits(row)[: len(self._cues)]).tolist()
        cues = frozenset(self._cues[column] for column in standing)
        sure = cues - self._loose
        return not self._always.isdisjoint(cues) or any(_may_speak(rule, cues, sure) for rule in self._rules)


def _may_speak(rule: Rule, cues: frozenset[str], sure: frozenset[str]) -> bool:
    """Whether the cues of a rule are there, wherever they stand, and none that rules it out."""
    if not rule.unless.isdisjoint(sure) or any(need.isdisjoint(cues) for need in rule.needs):
        return False
    paired = any(not cues.isdisjoint(pair.a) and not cues.isdisjoint(pair.b) for pair in rule.pairs)
    return paired or not cues.isdisjoint(rule.alone)
