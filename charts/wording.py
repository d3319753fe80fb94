"""Words, numbers and days as charts show them: cleaned of what could mislead, escaped, broken into lines, measured."""

import html
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from charts.model import NumberFormat
from indonesia import show_day, show_month, show_number, show_share

UNKNOWN = "tidak ada data"
ELLIPSIS = "…"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_REORDERING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
_UNWANTED = _REORDERING | {"\ufffe", "\uffff"}
"""And two signs that no SVG and no office file may hold. Source: XML 1.0, production 2."""
_NARROW, _BROAD = frozenset("fijlrtI.,:;'|!()[]/ -"), frozenset("mwMWGOQ@%—")


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """The text on one line, without control characters and without marks that turn the reading direction around."""
    kept = (" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)
    shown = "".join(char for char in kept if unicodedata.category(char) != "Cs" and char not in _UNWANTED)
    return " ".join(shown.split())


def escaped(text: str) -> str:
    """Text that plotly shows as it stands: no tag and no link of the data becomes one (it knows no quote entities)."""
    return html.escape(clean(text), quote=False)


@lru_cache(maxsize=8192)
def text_width(text: str, size: int) -> float:
    """Estimated width in pixels of one line set in a sans-serif of that size; rather too wide than too narrow."""
    return sum(map(_char_width, text)) * size


@lru_cache(maxsize=1024)
def _char_width(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _BROAD or ord(char) > 0x2E80:
        return 0.95 if ord(char) < 0x2E80 else 1.2
    return 0.7 if char.isupper() else 0.57


@lru_cache(maxsize=8192)
def lines_of(text: str, width: float, size: int, most: int = 12) -> tuple[str, ...]:
    """The cleaned text broken into lines of at most `width` pixels; what exceeds `most` lines ends in an ellipsis."""
    lines: list[str] = []
    for word in clean(text).split():
        for piece in _pieces(word, width, size):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and text_width(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][:-1] + ELLIPSIS]
    return tuple(lines)


def _pieces(word: str, width: float, size: int) -> list[str]:
    """A word, cut where it alone is wider than the line."""
    if text_width(word, size) <= width:
        return [word]
    pieces = [""]
    used = 0.0
    for char in word:
        step = _char_width(char) * size
        if pieces[-1] and used + step > width:
            pieces.append("")
            used = 0.0
        pieces[-1] += char
        used += step
    return pieces


def broken(lines: Sequence[str]) -> str:
    """Lines as one escaped text with plotly's line break."""
    return "<br>".join(html.escape(line, quote=False) for line in lines)


@lru_cache(maxsize=4096)
def show_value(value: float | None, number_format: NumberFormat) -> str:
    """A number as words: "1.234", "1,5", "12,5%"; None is "tidak ada data", never 0."""
    if value is None:
        return UNKNOWN
    if number_format == "percent":
        return show_share(value)
    return show_number(value, 0 if number_format == "int" else 1)


@lru_cache(maxsize=4096)
def mark_value(value: float | None, number_format: NumberFormat) -> str:
    """A number as it stands on a mark: a share without decimals, nothing where nothing is known."""
    if value is None:
        return ""
    if number_format == "percent":
        return "<1%" if 0 < value < 0.005 else f"{show_number(value * 100, 0)}%"
    return show_value(value, number_format)


def with_unit(value: float | None, number_format: NumberFormat, unit: str) -> str:
    """A number with what it counts: "12 unggahan"; a share says of what in brackets."""
    shown = show_value(value, number_format)
    if value is None or not unit or unit == "%":
        return shown
    return f"{shown} ({unit})" if number_format == "percent" else f"{shown} {unit}"


def day_of(text: str) -> date | None:
    """The day that a category names in ISO form, else None."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def are_days(categories: Sequence[str]) -> bool:
    """Whether every category is an ISO day."""
    return bool(categories) and all(day_of(category) for category in categories)


@lru_cache(maxsize=4096)
def category_words(category: str) -> str:
    """A category in full: "Rabu, 23 Oktober 2024", "Oktober 2024", or the cleaned name."""
    day = day_of(category)
    if day:
        return show_day(day)
    month = day_of(f"{category}-01") if _MONTH.fullmatch(category) else None
    return show_month(month) if month else clean(category)


def short_month(day: date) -> str:
    """Okt 2024."""
    name, year = show_month(day).split()
    return f"{name[:3]} {year}"


def circled(number: int) -> str:
    """① to ⑳, then (21)."""
    return chr(0x245F + number) if number <= 20 else f"({number})"
