"""Captions as words with their places; addresses and mentions hold none, hashtags hold several.

Many captions are taken apart at once, as one long text with a line end between two of them: what is done letter by
letter is done by numpy, what is done word by word by one call for all. One by one it took three times as long.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DOMAINS = "id|com|net|org|info|ly|gl|gle|online|site|xyz|app|tv|ee"
_ADDRESS = re.compile(
    rf"https?://\S+|www\.\S+|[\w.+-]{{0,64}}@[\w.-]+"
    rf"|\b(?:[\w-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})\b(?:/\S*)?|\b[\w-]{{1,63}}\.[a-z]{{2,6}}/\S+",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile("[^\\W_]+|[\u24b6-\u24e9\U0001f130-\U0001f149]+")
_MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff\u200b-\u200f\u2060\u2063\ufe0f\u00ad]+")
_TAG_PART = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\dA-Z]+|\d+|[A-Z]|[^\W]")
_MARK, _SPACE, _LETTER, _DIGIT = 1, 2, 3, 4
_BLANK, _TAG = ord(" "), ord("#")
_UTF32 = "utf-32-le"


class Words(NamedTuple):
    """The words of one text: `tokens` as written, `starts` where each begins.

    `tags`: for each token in a hashtag, the numbers of that hashtag's first token and the one behind its last. `head`:
    the place in the text where the title ends. `raw` is the text given; `text` is as long, without addresses and
    mentions, so places fit both. `digits`: how many digits the text holds.
    """

    text: str
    tokens: list[str]
    starts: list[int]
    tags: dict[int, tuple[int, int]]
    head: int
    raw: str
    digits: int

    def end(self, token: int) -> int:
        """The place behind a token."""
        return self.starts[token] + len(self.tokens[token])

    def token_at(self, letter: int) -> int:
        """The number of the last token that begins at or before a letter, 0 if there is none."""
        return max(bisect_right(self.starts, letter) - 1, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """The words of several texts one behind the other; `bounds[k]` is the number of the first token of text k.

    owner: the text of each token. starts, ends: its places in that text. tag_first, tag_behind: the tokens of the
    hashtag that it stands in, -1 if in none. heads, digits: where the title of each text ends, how many digits it
    holds. raws: the texts given; joined, offsets: the texts without addresses, and where each begins.
    """

    raws: Sequence[str]
    joined: str
    offsets: list[int]
    tokens: list[str]
    bounds: Numbers
    owner: Numbers
    starts: Numbers
    ends: Numbers
    tag_first: Numbers
    tag_behind: Numbers
    heads: Numbers
    digits: Numbers

    def words(self, texts: Sequence[int]) -> list[Words]:
        """The words of each of these texts."""
        columns = (self.bounds, self.starts, self.heads, self.digits)
        bounds, starts, heads, digits = (column.tolist() for column in columns)
        tags = self._tags()
        found = []
        for text in texts:
            first, behind, offset, raw = bounds[text], bounds[text + 1], self.offsets[text], self.raws[text]
            bare = self.joined[offset : offset + len(raw)]
            own = self.tokens[first:behind], starts[first:behind]
            found.append(Words(bare, *own, tags.get(text, {}), heads[text], raw, digits[text]))
        return found

    def _tags(self) -> dict[int, dict[int, tuple[int, int]]]:
        """For each text with hashtags its `Words.tags`."""
        tagged = np.flatnonzero(self.tag_first >= 0)
        owner = self.owner[tagged]
        base = self.bounds[owner]
        tokens, firsts, behinds = (
            (column - base).tolist() for column in (tagged, self.tag_first[tagged], self.tag_behind[tagged])
        )
        of_texts, begins = np.unique(owner, return_index=True)
        pairs = list(zip(tokens, zip(firsts, behinds, strict=True), strict=True))
        ranges = pairwise([*begins.tolist(), len(pairs)])
        return {text: dict(pairs[a:b]) for text, (a, b) in zip(of_texts.tolist(), ranges, strict=True)}


def split_words(text: str, head: int) -> Words:
    """Take a text apart; the title is `head` letters long, counted from the first word and up to the end of a word."""
    return split_texts([text], head).words([0])[0]


def split_texts(raws: Sequence[str], head: int) -> Texts:
    """Take texts apart; the title of each is `head` letters long, as in `split_words`."""
    # A line end before the first and behind the last text: every word has a letter before it and one behind it.
    joined = "\n".join(("", *raws, ""))
    if "&" in joined:
        joined = _ENTITY.sub(_entity, joined)
    letters = np.frombuffer(bytearray(joined.encode(_UTF32, "surrogatepass")), np.uint32)
    kinds = np.take(_kinds(), letters)
    offsets = list(accumulate((len(raw) + 1 for raw in raws), initial=1))
    digits = np.diff(np.append(0, np.cumsum(kinds == _DIGIT))[offsets])
    if _blank_addresses(joined, letters, kinds):
        joined = letters.tobytes().decode(_UTF32, "surrogatepass")
    inside = _in_words(kinds)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begins, ends = edges[0::2], edges[1::2]
    tokens = np.where(inside, letters, np.uint32(_BLANK)).tobytes().decode(_UTF32).split()
    tag_first = tag_behind = np.full(len(begins), -1)
    tagged = letters[begins - 1] == _TAG
    if tagged.any():
        tokens, begins, ends, tag_first, tag_behind = _open_tags(tokens, begins, ends, tagged)
    bounds = np.searchsorted(begins, offsets)
    counts = np.diff(bounds)
    shift = np.repeat(offsets[:-1], counts)
    starts = begins - shift
    heads = np.zeros(len(raws), np.int64)
    heads[counts > 0] = starts[bounds[:-1][counts > 0]] + head
    owner = np.repeat(np.arange(len(raws)), counts)
    places = (owner, starts, ends - shift, tag_first, tag_behind, heads, digits)
    return Texts(raws, joined.replace("_", " "), offsets, tokens, bounds, *places)


def _entity(found: re.Match[str]) -> str:
    """What an entity stands for, filled up so that all other letters stay where they were."""
    return html.unescape(found.group())[: len(found.group())].ljust(len(found.group()), "\u200b")


def _blank_addresses(joined: str, letters: NDArray[np.uint32], kinds: NDArray[np.uint8]) -> bool:
    """Turn addresses into spaces; only what stands between two spaces around a hint of one is looked at.

    A hint is @, / or a dot before a letter of ASCII. Says whether there was an address.
    """
    small = letters | 32
    hint = (letters == ord("@")) | (letters == ord("/"))
    hint[:-1] |= (letters[:-1] == ord(".")) & (small[1:] >= ord("a")) & (small[1:] <= ord("z"))
    spaces = np.flatnonzero(kinds == _SPACE)
    behind = np.unique(np.searchsorted(spaces, np.flatnonzero(hint)))
    changed = False
    for start, end in zip((spaces[behind - 1] + 1).tolist(), spaces[behind].tolist(), strict=True):
        for found in _ADDRESS.finditer(joined[start:end]):
            place = slice(start + found.start(), start + found.end())
            letters[place], kinds[place] = _BLANK, _SPACE
            changed = True
    return changed


def _in_words(kinds: NDArray[np.uint8]) -> Truths:
    """Which letters belong to words: letters and digits, and marks between two of them ("a\u0301b", joiners)."""
    inside: Truths = kinds >= _LETTER
    marks = np.flatnonzero(kinds == _MARK)
    if len(marks):
        breaks = np.flatnonzero(np.diff(marks) > 1)
        firsts, lasts = marks[np.append(0, breaks + 1)], marks[np.append(breaks, len(marks) - 1)]
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            inside[first : last + 1] = inside[first - 1] and inside[last + 1]
    return inside


@cache
def _kinds() -> NDArray[np.uint8]:
    """For each letter of Unicode whether words are made of it, or it is a mark that words may hold inside."""
    every = "".join(map(chr, range(0x110000)))
    kinds = np.zeros(len(every), np.uint8)
    for pattern, kind in ((_LETTERS, _LETTER), (_MARKS, _MARK), (_SPACES, _SPACE), (_DIGITS, _DIGIT)):
        for found in pattern.finditer(every):
            kinds[found.start() : found.end()] = kind
    return kinds


def _open_tags(
    tokens: list[str], begins: Numbers, ends: Numbers, tagged: Truths
) -> tuple[list[str], Numbers, Numbers, Numbers, Numbers]:
    """Part hashtags at their capitals: #BantuanSosial is two words; #bantuansosial stays one.

    Gives tokens, begins, ends, tag_first and tag_behind of all tokens.
    """
    opened: list[str] = []
    parts: list[tuple[int, str]] = []
    counts = np.ones(len(tokens), np.int64)
    done = 0
    for number in np.flatnonzero(tagged).tolist():
        own = _tag_parts(tokens[number])
        opened += tokens[done:number]
        opened += [part for _, part in own]
        parts += own
        counts[number] = len(own)
        done = number + 1
    opened += tokens[done:]
    firsts = np.cumsum(counts) - counts
    of_tag, own_counts = np.repeat(tagged, counts), counts[tagged]
    begins, ends = np.repeat(begins, counts), np.repeat(ends, counts)
    begins[of_tag] += np.array([offset for offset, _ in parts], np.int64)
    ends[of_tag] = begins[of_tag] + np.array([len(part) for _, part in parts], np.int64)
    tag_first, tag_behind = np.full(len(opened), -1), np.full(len(opened), -1)
    tag_first[of_tag] = np.repeat(firsts[tagged], own_counts)
    tag_behind[of_tag] = np.repeat(firsts[tagged] + own_counts, own_counts)
    return opened, begins, ends, tag_first, tag_behind


@lru_cache(maxsize=4_000)
def _tag_parts(tag: str) -> tuple[tuple[int, str], ...]:
    """The words of a hashtag and where in it each begins."""
    return tuple((part.start(), part.group()) for part in _TAG_PART.finditer(tag))
