"""The cells of a small table of settings as text: what a person edits outside and brings back."""

import datetime as dt
from collections.abc import Sequence

from loaders.containers import Sheet
from loaders.result import RefusedError

MAX_ROWS = 5_000


def texts_of(sheets: Sequence[Sheet], file_name: str) -> list[tuple[str, list[list[str]]]]:
    """Name and rows of each sheet; days as ISO, without hours. Raises RefusedError above MAX_ROWS rows."""
    if sum(len(sheet.rows) for sheet in sheets) > MAX_ROWS:
        raise RefusedError(f"Berkas “{file_name}” memuat terlalu banyak baris, paling banyak {MAX_ROWS}.")
    return [(sheet.name, [[_text(cell) for cell in row] for row in sheet.rows]) for sheet in sheets]


def _text(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
