"""Take captions apart into words; addresses and mentions hold none, hashtags hold several.

Many captions are taken apart at once, as one long text with a line end between two of them, by numpy: each letter
becomes its kind by one look-up, words begin and end where the kind changes, and the spelling of a word becomes one
number. No word is made a Python string here. One caption after the other it took four times as long.
"""

import html
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from rules.links import PERSONAL_DIGITS
from rules.words import Keys, Letters, Numbers, Texts, Truths, Words

Kinds = NDArray[np.uint8]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DOMAINS = "id|com|net|org|info|ly|gl|gle|online|site|xyz|app|tv|ee"
_ADDRESS = re.compile(
    rf"https?://\S+|www\.\S+|[\w.+-]{{0,64}}@[\w.-]+"
    rf"|\b(?:[\w-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})\b(?:/\S*)?|\b[\w-]{{1,63}}\.[a-z]{{2,6}}/\S+",
    re.IGNORECASE,
)
_OTHER, _MARK, _SPACE, _DOT, _CALL, _HINT, _TAG = range(7)
_RING, _DIGIT, _UPPER, _SMALL, _LETTER = range(8, 13)
"""Kinds of letters; words are made of those from _RING on (rings are letters in circles and squares)."""
_KINDS = {
    _LETTER: "[^\\W_]+",
    _DIGIT: r"\d+",
    _UPPER: "[A-Z]+",
    _SMALL: "[a-z]+",
    _RING: "[\u24b6-\u24e9\U0001f130-\U0001f149]+",
    _MARK: "[\u0300-\u036f\u20d0-\u20ff\u200b-\u200f\u2060\u2063\ufe0f\u00ad]+",
    _SPACE: r"\s+",
    _DOT: r"\.",
    _CALL: "!+",
    _HINT: "[@/]+",
    _TAG: "#+",
}
"""The letters of each kind; a later line beats an earlier one."""
_BLANK = ord(" ")
_UTF32 = "utf-32-le"
_LEAST_POWERS = 1 << 19
_LINKING = tuple(map(ord, " .-"))
_SMALL_BIT = np.uint32(32)
"""What a small letter of ASCII has and its capital has not."""
_T, _A, _B, _U, _R, _P = map(ord, "taburp")


def split_words(text: str, head: int) -> Words:
    """Take a text apart; the title is `head` letters long, counted from the first word and up to the end of a word."""
    return split_texts([text], head).words(0)


def split_texts(raws: Sequence[str], head: int) -> Texts:
    """Take texts apart; the title of each is `head` letters long, as in `split_words`."""
    # A line end before the first and behind the last text: every word has a letter before it and one behind it.
    joined = "\n".join(("", *raws, "", ""))
    if "&" in joined:
        joined = _ENTITY.sub(_entity, joined)
    letters = np.frombuffer(bytearray(joined.encode(_UTF32, "surrogatepass")), np.uint32)
    kinds = np.take(_kinds(), letters)
    offsets = np.fromiter(accumulate((len(raw) + 1 for raw in raws), initial=1), np.int64, len(raws) + 1)
    latin = (kinds == _UPPER) | (kinds == _SMALL)
    dots = (kinds[:-2] == _DOT) & latin[1:-1]
    digits, calls = np.flatnonzero(kinds == _DIGIT), np.flatnonzero(kinds == _CALL)
    small = np.add.reduceat((kinds == _SMALL).view(np.uint8), offsets[:-1], dtype=np.int64)
    hinted, numbered = np.flatnonzero(dots & latin[2:]), _numbered(letters, digits, offsets)
    if _blank_addresses(joined, letters, kinds, dots):
        joined = letters.tobytes().decode(_UTF32, "surrogatepass")
    begins, behinds, tag_first, tag_behind = _tokens(kinds)
    bounds = np.searchsorted(begins, offsets)
    owned = np.diff(bounds)
    heads = np.zeros(len(raws), np.int64)
    heads[owned > 0] = (begins[bounds[:-1][owned > 0]] - offsets[:-1][owned > 0]) + head
    owner = np.repeat(np.arange(len(raws)), owned)
    return Texts(
        raws=raws, joined=joined.replace("_", " "), offsets=offsets, bounds=bounds, owner=owner,
        begins=begins, behinds=behinds, keys=_keys(letters, begins, behinds),
        tag_first=tag_first, tag_behind=tag_behind, heads=heads,
        digits=np.diff(np.searchsorted(digits, offsets)), calls=np.diff(np.searchsorted(calls, offsets)),
        small=small, dots=hinted, numbered=numbered, sums=_sums(letters, kinds, begins, behinds),
    )  # fmt: skip


def _sums(letters: Letters, kinds: Kinds, begins: Numbers, behinds: Numbers) -> Numbers:
    """The tokens that may be sums of money: a digit first and a letter of "jt", "juta", "rb", "ribu" last, or "rp" and
    a digit behind it."""
    last, first, second = (letters[places] | _SMALL_BIT for places in (behinds - 1, begins, begins + 1))
    short = (kinds[begins] == _DIGIT) & ((last == _T) | (last == _A) | (last == _B) | (last == _U))
    rupiah = (first == _R) & (second == _P) & (behinds - begins > 2)
    rupiah[rupiah] = kinds[begins[rupiah] + 2] == _DIGIT
    return np.flatnonzero(short | rupiah)


def _numbered(letters: Letters, digits: Numbers, offsets: Numbers) -> Truths:
    """Which texts hold so many digits, at most one blank, dot or hyphen between two, as numbers of persons have."""
    apart = np.diff(digits)
    linked = apart == 1
    two = np.flatnonzero(apart == 2)
    linked[two] = np.isin(letters[digits[two] + 1], _LINKING)
    breaks = np.flatnonzero(~linked) + 1
    runs = np.diff(breaks, prepend=0, append=len(digits))
    long = np.append(0, breaks)[runs >= PERSONAL_DIGITS]
    found = np.zeros(len(offsets) - 1, bool)
    found[np.searchsorted(offsets, digits[long], side="right") - 1] = True
    return found


def _entity(found: re.Match[str]) -> str:
    """What an entity stands for, filled up so that all other letters stay where they were."""
    return html.unescape(found.group())[: len(found.group())].ljust(len(found.group()), "\u200b")


def _blank_addresses(joined: str, letters: Letters, kinds: Kinds, dots: Truths) -> bool:
    """Turn addresses into spaces; only what stands between two spaces around a hint of one is looked at.

    A hint is @, / or a dot before a letter of ASCII. Says whether there was an address.
    """
    hints = kinds == _HINT
    hints[:-2] |= dots
    spaces = np.flatnonzero(kinds == _SPACE)
    behind = np.unique(np.searchsorted(spaces, np.flatnonzero(hints)))
    changed = False
    for start, end in zip((spaces[behind - 1] + 1).tolist(), spaces[behind].tolist(), strict=True):
        for found in _ADDRESS.finditer(joined[start:end]):
            place = slice(start + found.start(), start + found.end())
            letters[place], kinds[place] = _BLANK, _SPACE
            changed = True
    return changed


def _tokens(kinds: Kinds) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Where words begin and end, and for each in a hashtag the first token of that and the one behind its last, -1 for
    all others."""
    inside = _in_words(kinds)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begins, behinds = edges[0::2], edges[1::2]
    tagged = np.flatnonzero(kinds[begins - 1] == _TAG)
    if not len(tagged):
        return begins, behinds, np.full(len(begins), -1), np.full(len(begins), -1)
    tag_begins, tag_ends = begins[tagged], behinds[tagged]
    inside, cuts = _open_tags(kinds, inside, tag_begins, tag_ends)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    begins, behinds = (np.insert(some, np.searchsorted(some, cuts), cuts) for some in (edges[0::2], edges[1::2]))
    tag_first, tag_behind = np.full(len(begins), -1), np.full(len(begins), -1)
    firsts, lasts = np.searchsorted(begins, tag_begins), np.searchsorted(begins, tag_ends)
    of_tag = ranges(firsts, lasts - firsts)
    tag_first[of_tag], tag_behind[of_tag] = np.repeat(firsts, lasts - firsts), np.repeat(lasts, lasts - firsts)
    return begins, behinds, tag_first, tag_behind


def _in_words(kinds: Kinds) -> Truths:
    """Which letters belong to words: letters and digits, and marks between two of them ("a\u0301b", joiners)."""
    inside: Truths = kinds >= _RING
    marks = np.flatnonzero(kinds == _MARK)
    if len(marks):
        breaks = np.flatnonzero(np.diff(marks) > 1)
        firsts, lasts = marks[np.append(0, breaks + 1)], marks[np.append(breaks, len(marks) - 1)]
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            inside[first : last + 1] = inside[first - 1] and inside[last + 1]
    return inside


def _open_tags(kinds: Kinds, inside: Truths, begins: Numbers, ends: Numbers) -> tuple[Truths, Numbers]:
    """Part hashtags at their capitals and numbers: #BantuanSosial is two words; #bantuansosial stays one.

    Gives which letters belong to words (marks and rings do not), and the places of letters that begin a word right
    behind another. The last of several capitals belongs to the small letters behind it: #OPDMaju is OPD and Maju.
    """
    letters = ranges(begins, ends - begins)
    here = kinds[letters]
    ringed = (here == _MARK) | (here == _RING)
    inside = inside.copy()
    inside[letters[ringed]] = False
    # Before the first letter of a hashtag stands "#", behind the last one what ends a word: neither is of these kinds.
    last, before, after = kinds[letters - 2], kinds[letters - 1], kinds[letters + 1]
    upper, digit = here == _UPPER, here == _DIGIT
    small = (here == _SMALL) | (here == _LETTER)
    upper_before, small_before = before == _UPPER, (before == _SMALL) | (before == _LETTER)
    cut = upper & (small_before | (before == _DIGIT) | (upper_before & (after == _SMALL)))
    cut |= digit & (upper_before | small_before)
    cut |= small & (before == _DIGIT)
    cut |= (here == _LETTER) & upper_before & (last == _UPPER)
    cut &= letters > np.repeat(begins, ends - begins)
    return inside, letters[cut]


def ranges(firsts: Numbers, counts: Numbers) -> Numbers:
    """The numbers first, first + 1, … of each range, `counts` of them, one range behind the other."""
    return np.repeat(firsts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())


@cache
def _kinds() -> Kinds:
    """The kind of each letter of Unicode."""
    every = "".join(map(chr, range(0x110000)))
    kinds = np.zeros(len(every), np.uint8)
    for kind, pattern in _KINDS.items():
        for found in re.finditer(pattern, every):
            kinds[found.start() : found.end()] = kind
    return kinds


def _keys(letters: Letters, begins: Numbers, behinds: Numbers) -> Keys:
    """One number for the spelling of each word: the sum of random numbers of its letters, times a power of another.

    Two of a million words share one with a chance below one in ten million; the numbers are drawn anew in each process,
    so nobody can write words that do.
    """
    values, base, inverse = _random()
    forth, back = _powers(base, len(letters)), _powers(inverse, len(letters))
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(np.take(values, letters) * forth[: len(letters)], out=sums[1:])
    return (sums[behinds] - sums[begins]) * back[begins]


@cache
def _random() -> tuple[Keys, int, int]:
    """A random number for each letter of Unicode, and an odd one with its inverse modulo 2**64."""
    chance = np.random.default_rng()
    values = chance.integers(0, 1 << 64, 0x110000, np.uint64)
    base = int(chance.integers(0, 1 << 63, dtype=np.uint64)) * 2 + 1
    return values, base, pow(base, -1, 1 << 64)


def _powers(base: int, count: int) -> Keys:
    """At least so many powers of a number modulo 2**64, from the first one (1) on."""
    return _all_powers(base, max(_LEAST_POWERS, 1 << count.bit_length()))


@lru_cache(maxsize=4)
def _all_powers(base: int, count: int) -> Keys:
    powers = np.full(count, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers)
