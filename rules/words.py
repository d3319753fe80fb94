"""A caption as words with their places; addresses and mentions hold none, hashtags hold several."""

import html
import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_DOMAINS = "id|com|net|org|info|ly|gl|gle|online|site|xyz|app|tv|ee"
_ADDRESS = re.compile(
    rf"https?://\S+|www\.\S+|[\w.+-]{{0,64}}@[\w.-]+"
    rf"|\b(?:[\w-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})\b(?:/\S*)?|\b[\w-]{{1,63}}\.[a-z]{{2,6}}/\S+",
    re.IGNORECASE,
)
_HINT = re.compile(r"[@/]|\.[A-Za-z]")
_DOT_HINT = re.compile(r"\.[A-Za-z]")
_SPACE = re.compile(r"\s")
_INSIDE = "\u24b6-\u24e9\U0001f130-\U0001f149\u0300-\u036f\u20d0-\u20ff\u200b-\u200f\u2060\u2063\ufe0f\u00ad"
_WORD = re.compile(rf"([^\W_\u0300-\u036f][\w{_INSIDE}]*|[\u24b6-\u24e9\U0001f130-\U0001f149][\w{_INSIDE}]*)")
_RARE = re.compile(rf"[^\W\x00-\x7f]|[\u24b6-\u24e9\U0001f130-\U0001f149]|(?<=\w)[{_INSIDE}](?=\w)")
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_MAYBE_RARE = re.compile(rf"[^\W]|[{_INSIDE}]")
_TO_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}
_TAG_PART = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\dA-Z]+|\d+|[A-Z]|[^\W]")


class Words(NamedTuple):
    """The words of one text: `tokens` as written, `starts` where each begins.

    `tags`: for each token in a hashtag, the numbers of that hashtag's first token and the one behind its last. `head`:
    the place in the text where the title ends. `raw` is the text given; `text` is as long, without addresses and
    mentions, so places fit both.
    """

    text: str
    tokens: list[str]
    starts: list[int]
    tags: dict[int, tuple[int, int]]
    head: int
    raw: str

    def end(self, token: int) -> int:
        """The place behind a token."""
        return self.starts[token] + len(self.tokens[token])


def split_words(text: str, head: int) -> Words:
    """Take a text apart; the title is `head` letters long, counted from the first word and up to the end of a word."""
    bare = _readable(text)
    tokens, starts = _tokens(bare)
    tags: dict[int, tuple[int, int]] = {}
    if "#" in bare:
        tokens, starts, tags = _open_tags(bare, tokens, starts)
    return Words(bare, tokens, starts, tags, starts[0] + head if starts else 0, text)


def _tokens(bare: str) -> tuple[list[str], list[int]]:
    """The words and where each begins. Nearly all texts hold letters of ASCII alone beside signs and emoji: there all
    else becomes a space and the text is cut at spaces, which costs a third of a search for words."""
    if bare.isascii():
        flat = bare
    elif not _MAYBE_RARE.search("".join(_BEYOND.findall(bare))) or not _RARE.search(bare):
        flat = bare.encode("ascii", "replace").decode("ascii")
    else:
        found = _WORD.split(bare)
        return found[1::2], list(accumulate(map(len, found)))[0:-1:2]
    tokens, starts, place = [], [], 0
    for part in flat.translate(_TO_SPACES).split(" "):
        if part:
            tokens.append(part)
            starts.append(place)
        place += len(part) + 1
    return tokens, starts


def _readable(text: str) -> str:
    """The text without addresses and entities, each place filled so that all others stay where they were."""
    if "&" in text:
        text = _ENTITY.sub(
            lambda found: html.unescape(found.group())[: len(found.group())].ljust(len(found.group()), "\u200b"), text
        )
    if "@" in text or "/" in text or _DOT_HINT.search(text):
        text = _without_addresses(text, _HINT.search(text))
    return text.replace("_", " ") if "_" in text else text


def _without_addresses(text: str, hint: re.Match[str] | None) -> str:
    """The text with addresses blanked; only what stands between two spaces around a hint is looked at."""
    kept: list[str] = []
    done = 0
    while hint:
        before = text[done : hint.start()]
        start = hint.start() if not before or before[-1].isspace() else hint.start() - len(before.rsplit(None, 1)[-1])
        space = _SPACE.search(text, hint.end())
        end = space.start() if space else len(text)
        kept += (text[done:start], _ADDRESS.sub(_blank, text[start:end]))
        done = end
        hint = _HINT.search(text, done)
    kept.append(text[done:])
    return "".join(kept)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _open_tags(
    bare: str, tokens: list[str], starts: list[int]
) -> tuple[list[str], list[int], dict[int, tuple[int, int]]]:
    """Part hashtags at their capitals: #BantuanSosial is two words; #bantuansosial stays one."""
    opened: list[str] = []
    places: list[int] = []
    tags: dict[int, tuple[int, int]] = {}
    for token, start in zip(tokens, starts, strict=True):
        if not start or bare[start - 1] != "#":
            opened.append(token)
            places.append(start)
            continue
        first = len(opened)
        for offset, part in _tag_parts(token):
            opened.append(part)
            places.append(start + offset)
        tags.update(dict.fromkeys(range(first, len(opened)), (first, len(opened))))
    return opened, places, tags


@lru_cache(maxsize=4_000)
def _tag_parts(tag: str) -> tuple[tuple[int, str], ...]:
    """The words of a hashtag and where in it each begins."""
    return tuple((part.start(), part.group()) for part in _TAG_PART.finditer(tag))
