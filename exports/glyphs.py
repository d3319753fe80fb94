"""Which of our fonts draws which sign: texts of drawings are cut into runs that each font can draw whole.

The drawer of SVG falls over signs that it must look for in another font in the middle of a ligature (a family of emoji
joined to one ended the picture with an error), so it is never left to look.
"""

import json
import re
from functools import lru_cache

from exports.typeset import FONTS

UNKNOWN = "□"
"""Drawn for a sign that none of our fonts holds."""
FIRST, ARABIC, LEFT_TO_RIGHT = "Noto Sans", "Noto Sans Arabic", "\u200e"
_LAM_ALEF = re.compile("([\u0600-\u06ff]?)\u0644([\u0622\u0623\u0625\u0627])")
_FORMS = {"\u0622": 0xFEF5, "\u0623": 0xFEF7, "\u0625": 0xFEF9, "\u0627": 0xFEFB}
"""Alef → lam and it standing alone; the next sign is the one joined to a letter before. Source: Unicode, FE70–FEFF."""
_ENDS = frozenset("\u0621\u0622\u0623\u0624\u0625\u0627\u0629\u062f\u0630\u0631\u0632\u0648\u0649")
"""Letters that never join the next one. Source: Unicode, ArabicShaping.txt (right-joining)."""
_JOIN = "\u200d"
_JOINERS = {0x200D, 0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0080)}
"""Signs that only change the look of an emoji before or after them."""


def runs(words: str) -> list[tuple[str, str]]:
    """The text as (font family, piece); nothing of it is left out but joiners of emoji; lam and alef are one sign."""
    found: list[tuple[str, str]] = []
    for char in _LAM_ALEF.sub(_one_sign, words):
        if ord(char) in _JOINERS and not (found and found[-1][0] == ARABIC):
            continue
        before = found[-1][0] if found else ""
        family = before if char == _JOIN else _family(char)
        if char == " " and before and ord(char) in _covered()[before]:
            family = before
        shown = char if family else UNKNOWN
        family = family or _family(UNKNOWN)
        if family == before:
            found[-1] = (family, found[-1][1] + shown)
        else:
            found.append((family, _after(before) + shown if family == FIRST else shown))
    return found


def _one_sign(found: re.Match[str]) -> str:
    """Lam and alef as the one sign that they make: the drawer of SVG lost it behind Latin letters."""
    before, alef = found.groups()
    joined = bool(before) and before.isalpha() and before not in _ENDS
    return f"{before}{_JOIN if joined else ''}{chr(_FORMS[alef] + joined)}"


def _after(before: str) -> str:
    """A mark that ends Arabic: the drawer of SVG turned a number behind it around and lost letters over that."""
    return LEFT_TO_RIGHT if before == ARABIC else ""


@lru_cache(maxsize=4096)
def _family(char: str) -> str:
    return next((family for family, signs in _covered().items() if ord(char) in signs), "")


@lru_cache(maxsize=1)
def _covered() -> dict[str, frozenset[int]]:
    """Font family → the signs that it holds, the family to be preferred first."""
    ranges = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))
    return {
        family: frozenset(sign for first, last in pairs for sign in range(first, last + 1))
        for family, pairs in ranges.items()
    }
