"""What had to be guessed to read a file: order of day and month, decimal sign; each with a cell that shows it."""

from collections.abc import Sequence

from indonesia import mark_in, order_of
from loaders.result import Guesses
from loaders.rows import cell_text

BY_HAND = "ditetapkan oleh pengunggah"
_FIRST = {"day": "hari lebih dahulu", "month": "bulan lebih dahulu"}
_MARKS = {",": "koma", ".": "titik"}


def guess(
    dates: Sequence[object],
    read: tuple[str, str],
    counts: Sequence[Sequence[object]],
    rows: Sequence[int],
    told: tuple[str, str] = ("", ""),
) -> Guesses:
    """How a file was read: `dates` and each column of `counts` beside the numbers of their `rows`.

    `read` is the order that was taken with how it was found (Dates.order, Dates.proof); `told` the order and decimal
    sign that a person named, "" for neither. Looks no further than the first cell that shows it.
    """
    decimal, decimal_proof = _decimal(counts, rows, told[1])
    order, proof = read
    if proof and (told[0] or any(order_of(cell) for cell in dates)):
        return Guesses(order, BY_HAND if told[0] else _shown(dates, order, rows, proof), decimal, decimal_proof)
    return Guesses("", "", decimal, decimal_proof)


def _shown(dates: Sequence[object], order: str, rows: Sequence[int], proof: str) -> str:
    """The proof, after the first cell that can only be read in this order."""
    shown = next((i for i, cell in enumerate(dates) if order_of(cell) == order), None)
    if shown is None:
        return proof
    return f"“{cell_text(dates[shown])[:40]}” pada baris {rows[shown]}: {_FIRST[order]}; {proof}"


def _decimal(counts: Sequence[Sequence[object]], rows: Sequence[int], told: str) -> tuple[str, str]:
    """The decimal sign of the counts and the cell that shows it; "" where no count holds a dot or a comma."""
    first: tuple[str, int, str] | None = None
    for column in counts:
        for cell, row in zip(column, rows, strict=True):
            if not isinstance(cell, str) or not ("." in cell or "," in cell):
                continue
            mark, sure = mark_in(cell)
            if mark and told:
                return told, BY_HAND
            if sure:
                return mark, f"“{cell_text(cell)}” pada baris {row}: {_MARKS[mark]} adalah tanda desimal"
            first = first or ((mark, row, cell_text(cell)) if mark else None)
    if first is None:
        return "", ""
    mark, row, text = first
    return "," if mark == "." else ".", f"“{text}” pada baris {row} dibaca dengan {_MARKS[mark]} sebagai tanda ribuan"
