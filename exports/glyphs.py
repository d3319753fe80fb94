"""Which of our fonts draws which sign: texts of drawings are cut into runs that each font can draw whole.

The drawer of SVG falls over signs that it must look for in another font in the middle of a ligature (a family of emoji
joined to one ended the picture with an error), so it is never left to look.
"""

import json
from functools import lru_cache

from exports.typeset import FONTS

UNKNOWN = "□"
"""Drawn for a sign that none of our fonts holds."""
_JOINERS = {0x200D, 0xFE0E, 0xFE0F, 0x20E3, *range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE0080)}
"""Signs that only change the look of an emoji before or after them."""


def runs(words: str) -> list[tuple[str, str]]:
    """The text as (font family, piece); nothing of it is left out but joiners of emoji."""
    found: list[tuple[str, str]] = []
    for char in words:
        if ord(char) in _JOINERS:
            continue
        family = _family(char)
        before = found[-1][0] if found else ""
        if char == " " and before and ord(char) in _covered()[before]:
            family = before
        shown = char if family else UNKNOWN
        family = family or _family(UNKNOWN)
        if family == before:
            found[-1] = (family, found[-1][1] + shown)
        else:
            found.append((family, shown))
    return found


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
