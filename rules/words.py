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
Letters = NDArray[np.uint32]


@dataclass(eq=False)
class Words:
    """The words of one text; few texts are asked for their tokens, so these are cut out when they are.

    `starts`: where each token begins. `head`: the place in the text where the title ends. `raw` is the text given;
    `text` is as long, without addresses and mentions, so places fit both. `tagged`: how many tokens stand before this
    text, and columns tag_first and tag_behind of its own, as in `Texts`.
    """

    text: str
    starts: list[int]
    ends: list[int]
    head: int
    raw: str
    tagged: tuple[int, Numbers, Numbers]

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens as written."""
        return list(map(self.text.__getitem__, map(slice, self.starts, self.ends)))

    @cached_property
    def tags(self) -> dict[int, tuple[int, int]]:
        """For each token in a hashtag, the numbers of that hashtag's first token and the one behind its last."""
        before, firsts, behinds = self.tagged
        numbers = np.flatnonzero(firsts >= 0).tolist()
        return {number: (int(firsts[number]) - before, int(behinds[number]) - before) for number in numbers}

    def end(self, token: int) -> int:
        """The place behind a token."""
        return self.ends[token]

    def token(self, number: int) -> str:
        """One token as written."""
        return self.text[self.starts[number] : self.ends[number]]

    def token_at(self, letter: int) -> int:
        """The number of the last token that begins at or before a letter, 0 if there is none."""
        return max(bisect_right(self.starts, letter) - 1, 0)


@dataclass(frozen=True, eq=False)
class Texts:
    """The words of several texts one behind the other; `bounds[k]` is the number of the first token of text k.

    raws: the texts given; joined: all of them as one text without addresses; offsets: where each begins in it. owner:
    the text of each token. begins, behinds: its places in the joined text; starts, ends: in its own. keys: one number
    for each spelling. tag_first, tag_behind: the tokens of the hashtag that it stands in, -1 if in none. heads: where
    the title of each text ends. digits, calls, small: how many digits, exclamation marks and small letters of ASCII it
    holds. dots: where in the joined text a dot stands between a word and two letters, as in addresses. numbered: which
    texts may hold the number of a person. sums: the tokens that may be sums of money.
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
    numbered: Truths
    sums: Numbers

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
        raw, offset, first = self.raws[text], int(self.offsets[text]), int(self.bounds[text])
        own = slice(first, self.bounds[text + 1])
        return Words(
            self.joined[offset : offset + len(raw)],
            self.starts[own].tolist(),
            self.ends[own].tolist(),
            int(self.heads[text]),
            raw,
            (first, self.tag_first[own], self.tag_behind[own]),
        )
