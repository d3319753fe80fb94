"""Counts as admins and exports write them: 1.234, 1,2 rb, 1938.0, -."""

import math
import re
from collections.abc import Sequence

from indonesia.text import MISSING, plain

_SCALE = {"rb": 1e3, "ribu": 1e3, "k": 1e3, "jt": 1e6, "juta": 1e6, "m": 1e6, "mn": 1e6}
_NUMBER = re.compile(
    r"^[±~+]?\s*(\d[\d.,\s]*?)\s*\+?\s*(rb|ribu|k|jt|juta|mn|m)?\s*\+?\s*(?:x|kali|suka|likes?|views?|tayangan|komentar|orang)?$"
)

LARGEST = 10**15
"""No post is seen more often: what is larger is an id or a slip, and would not fit a column of whole numbers."""


def read_numbers(cells: Sequence[object], told: str = "") -> tuple[list[int | None], list[str]]:
    """Read a column of counts with one meaning of dot and comma, decided from the whole column.

    Returns the counts (None where nothing is written) and a reason per cell ("" if it was read). `1.234` is 1234 unless
    another cell of the column (1938.0) shows that the dot marks decimals; `1,2 rb` is 1200; `-` and empty are missing.
    `told` is the decimal sign that a person named; the other one then parts thousands.
    """
    kinds = [(type(cell), cell) for cell in cells]  # 1, 1.0 and True are equal, and not read alike
    texts = {kind: _NUMBER.match(plain(kind[1])) if isinstance(kind[1], str) else None for kind in dict.fromkeys(kinds)}
    bare = [text.group(1) for text in texts.values() if text and not text.group(2)]
    decimal = told or "".join(mark for mark in ".," if any(_is_decimal(number, mark) for number in bare))
    known = {kind: _count(kind[1], text, decimal) for kind, text in texts.items()}
    return [known[kind][0] for kind in kinds], [known[kind][1] for kind in kinds]


def mark_in(cell: object) -> tuple[str, bool]:
    """The last dot or comma in a written count, and whether it can only be the decimal sign; "" for a cell without."""
    found = _NUMBER.match(plain(cell)) if isinstance(cell, str) else None
    marks = [mark for mark in found.group(1) if mark in ".,"] if found and not found.group(2) else []
    return (marks[-1], _is_decimal(found.group(1), marks[-1])) if found and marks else ("", False)


def _is_decimal(number: str, mark: str) -> bool:
    """Whether a mark can only be the decimal sign: it comes last, once, and not before exactly three digits."""
    head, found, tail = number.rpartition(mark)
    return bool(found) and mark not in head and len(tail) != 3 and not re.search(r"[.,\s]", tail)


def _count(cell: object, text: re.Match[str] | None, decimal: str) -> tuple[int | None, str]:
    if (
        cell is None
        or (isinstance(cell, float) and math.isnan(cell))
        or (isinstance(cell, str) and plain(cell) in MISSING)
    ):
        return None, ""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _count_of_number(cell)
    return _count_of_text(text, decimal) if text else (None, "bukan angka")


def _count_of_number(cell: float) -> tuple[int | None, str]:
    if cell < 0:
        return None, "angka di bawah nol"
    if cell > LARGEST:
        return None, "bukan angka"
    if 0 < cell < 1:
        return None, "bukan bilangan bulat"
    # 1.234 typed into a spreadsheet of English habits is stored as a fraction; a count has none.
    thousands = cell < 1000 and not float(cell).is_integer() and float(cell * 1000).is_integer()
    return round(cell * 1000 if thousands else cell), ""


def _count_of_text(text: re.Match[str], decimal: str) -> tuple[int | None, str]:
    number, scale = text.group(1).replace(" ", ""), text.group(2)
    if scale:
        decimal = ".,"
    for mark in ".,":
        if mark not in decimal:
            number = number.replace(mark, "")
    try:
        count = float(number.replace(",", ".")) * _SCALE.get(scale, 1)
    except ValueError:
        return None, "bukan angka"
    return (round(count), "") if count <= LARGEST else (None, "bukan angka")
