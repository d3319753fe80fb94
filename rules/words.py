"""Captions as words with their places: one text (`Words`), and many texts taken apart at once (`Texts`)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]
Keys = NDArray[np.uint64]


@dataclass(eq=False)
class Words:
    """The words of one text; few texts are asked for their tokens, so these are cut out when they are.

    `starts`: where each token begins. `head`: the place in the text where the title ends. `raw` is the text given;
    `text` is as long, without addresses and mentions, so places fit both. `digits`: how many digits the text holds.
    """

    text: str
    starts: list[int]
    ends: list[int]
    head: int
    raw: str
    digits: int
    tag_spans: Sequence[tuple[int, int, int]]

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens as written."""
        return list(map(self.text.__getitem__, map(slice, self.starts, self.ends)))

    @cached_property
    def tags(self) -> dict[int, tuple[int, int]]:
        """For each token in a hashtag, the numbers of that hashtag's first token and the one behind its last."""
        return {token: (first, behind) for token, first, behind in self.tag_spans}

    def end(self, token: int) -> int:
        """The place behind a token."""
        return self.ends[token]

    def token_at(self, letter: int) -> int:
        """The number of the last token that begins at or before a letter, 0 if there is none."""
        return max(bisect_right(self.starts, letter) - 1, 0)


@dataclass(frozen=True, eq=False)
class Texts:
    """The words of several texts one behind the other; `bounds[k]` is the number of the first token of text k.

    raws: the texts given; joined: all of them as one text without addresses; offsets: where each begins in it. owner:
    the text of each token. begins, behinds: its places in the joined text; starts, ends: in its own. keys: one number
    for each spelling. tag_first, tag_behind: the tokens of the hashtag that it stands in, -1 if in none. heads: where
    the title of each text ends. digits, calls, small, dots: how many digits, exclamation marks, small letters of ASCII,
    and dots between a word and two letters (as addresses have) each text holds.
    """

    raws: Sequence[str]
    joined: str
    offsets: Numbers
    bounds: Numbers
    owner: Numbers
    begins: Numbers
    behinds: Numbers
    keys: Keys
    tag_first: Numbers
    tag_behind: Numbers
    heads: Numbers
    digits: Numbers
    calls: Numbers
    small: Numbers
    dots: Numbers

    @cached_property
    def starts(self) -> Numbers:
        """Where each token begins in its text."""
        return self.begins - self.offsets[self.owner]

    @cached_property
    def ends(self) -> Numbers:
        """The place behind each token in its text."""
        return self.behinds - self.offsets[self.owner]

    def token(self, number: int) -> str:
        """One token as written."""
        return self.joined[self.begins[number] : self.behinds[number]]

    def words(self, text: int) -> Words:
        """The words of one text."""
        first, behind = self._lists["bounds"][text : text + 2]
        raw, offset = self.raws[text], self._lists["offsets"][text]
        spans, cuts = self._tag_spans
        return Words(
            self.joined[offset : offset + len(raw)],
            self._lists["starts"][first:behind],
            self._lists["ends"][first:behind],
            self._lists["heads"][text],
            raw,
            self._lists["digits"][text],
            spans[cuts[text] : cuts[text + 1]],
        )

    @cached_property
    def _lists(self) -> dict[str, list[int]]:
        """Columns as lists: to take one number out of an array is slow."""
        columns = {"bounds": self.bounds, "offsets": self.offsets, "heads": self.heads, "digits": self.digits}
        return {name: column.tolist() for name, column in {**columns, "starts": self.starts, "ends": self.ends}.items()}

    @cached_property
    def _tag_spans(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        """For each token in a hashtag: its number, that of the hashtag's first token and of the one behind its last,
        counted in its text; and where in this list those of each text begin."""
        tagged = np.flatnonzero(self.tag_first >= 0)
        owner = self.owner[tagged]
        columns = (tagged, self.tag_first[tagged], self.tag_behind[tagged])
        spans = list(zip(*((column - self.bounds[owner]).tolist() for column in columns), strict=True))
        return spans, np.searchsorted(owner, np.arange(len(self.raws) + 1)).tolist()
