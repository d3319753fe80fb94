"""Which rows a person is to mend, cell by cell: the sender's own headers and rows, with the bad cells named."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.columns import read_columns
from loaders.containers import Row
from loaders.entries import Entry, read_entries
from loaders.headers import Table, normal_header
from loaders.result import Rejection
from loaders.rows import cell_text

MOST_CELLS = 200_000
"""Cells of rejected rows that one workbook holds; a file with more of them is mended at its source."""
APART = "unggahan akun lain"
"""How the reason of a row begins that is whole and belongs to another account: there is nothing to mend, and without
the rows of its own account the file would be taken for that other one's."""

_MEANT = {
    "Nama OPD": ("opd", "account"),
    "Tanggal": ("date", "stamp"),
    "Platform": ("platform", "link"),
    "Judul": ("title", "caption"),
}
"""Columns that a rejection names in our words → the roles that they may have in a hand-made table."""
_OF_TIME = re.compile(r"\b(?:publish time|post time|posting|penerbitan|publikasi|tanggal|tgl|date|time|waktu)\b")


@dataclass(frozen=True)
class MendRow:
    """A row as it stood: `bad` are places of cells to be mended, `filled` those that were left to the row above and
    now hold its value. `row` is None for a heading that the rows below it need."""

    cells: tuple[object, ...]
    reason: str = ""
    sheet: str = ""
    row: int | None = None
    bad: frozenset[int] = frozenset()
    filled: frozenset[int] = frozenset()


@dataclass(frozen=True)
class MendSheet:
    """A sheet of rows to be mended: `above` is everything down to the header, as the sender wrote it."""

    name: str
    above: tuple[Row, ...]
    header_rows: int
    rows: tuple[MendRow, ...]


@dataclass(frozen=True)
class Mending:
    """All that is to be mended of a file. `apart` counts rows with nothing to mend, `left` rows beyond MOST_CELLS."""

    sheets: tuple[MendSheet, ...]
    apart: int
    left: int


def to_mend(tables: Sequence[Table], rejections: Sequence[Rejection], carry: bool | None) -> Mending:
    """The rejected rows of a file's tables. `carry` as in `read_entries`; None for tables that nobody keeps by hand."""
    apart = {(r.sheet, r.row) for r in rejections if r.reason.startswith(APART)}
    reasons: dict[tuple[str, int], list[Rejection]] = {}
    for rejection in rejections:
        if (rejection.sheet, rejection.row) not in apart:
            reasons.setdefault((rejection.sheet, rejection.row), []).append(rejection)
    sheets, room, left = [], MOST_CELLS, 0
    for table in tables:
        own = {row: told for (sheet, row), told in reasons.items() if sheet == table.sheet.name}
        kept = sorted(own)[: max(0, room // max(1, len(table.header)))]
        room -= len(kept) * len(table.header)
        left += len(own) - len(kept)
        rows = tuple(_rows(table, {row: own[row] for row in kept}, carry))
        if rows:
            above = tuple(row for row in table.sheet.rows[: table.first] if not _names_separator(row))
            sheets.append(MendSheet(table.sheet.name, above, _header_rows(table), rows))
    return Mending(tuple(sheets), len(apart), left)


def _names_separator(row: Row) -> bool:
    """Whether a row is the line `sep=;` of a csv, which means nothing in a workbook."""
    return len(row) == 1 and str(row[0]).casefold().startswith("sep=")


def _header_rows(table: Table) -> int:
    """How many rows the header takes: 2 if the row above the last one names columns too."""
    if table.first < 2:
        return 1
    upper = {normal_header(cell) for cell in table.sheet.rows[table.first - 2] if cell_text(cell)}
    lower = {normal_header(cell) for cell in table.sheet.rows[table.first - 1] if cell_text(cell)}
    return 2 if (upper & set(table.names)) - lower or len(lower) < len(set(table.names) - {""}) else 1


def _rows(table: Table, rejected: Mapping[int, Sequence[Rejection]], carry: bool | None) -> Iterator[MendRow]:
    entries = {} if carry is None else {entry.row: entry for entry in read_entries(table, carry).entries}
    told: dict[str, str] = {}
    for number in sorted(rejected):
        if not table.first < number <= len(table.sheet.rows):
            continue
        row = list(table.sheet.rows[number - 1])
        entry = entries.get(number)
        if entry:
            yield from _headings(table, entry, told)
        filled = _fill(table, row, entry)
        bad = frozenset(at for r in rejected[number] if (at := _place(table, row, r)) is not None)
        reason = "; ".join(f"{r.column}: {r.reason}" for r in rejected[number])
        yield MendRow(tuple(row), reason, table.sheet.name, number, bad, filled - bad)


def _headings(table: Table, entry: Entry, told: dict[str, str]) -> Iterator[MendRow]:
    """The headings that stood above a row and tell its platform or its OPD, where they differ from those before."""
    has_opd = read_columns(table.names).at("opd") is not None
    for role, text in (("heading", entry.heading), ("opd", "" if has_opd else entry.text("opd"))):
        if text and told.get(role) != text:
            told[role] = text
            yield MendRow((text,))


def _fill(table: Table, row: Row, entry: Entry | None) -> frozenset[int]:
    """Put in what the row left to those above it ("sda", an empty day); the places filled."""
    filled = set()
    roles = read_columns(table.names).roles if entry else {}
    for role, places in roles.items():
        value = entry.cells.get(role, "") if entry else ""
        place = places[0]
        if len(places) == 1 and place < len(row) and cell_text(value) and cell_text(row[place]) != cell_text(value):
            row[place] = value
            filled.add(place)
    return frozenset(filled)


def _place(table: Table, row: Row, rejection: Rejection) -> int | None:
    """The place of the cell that a rejection speaks of: by its header, by what the header means, by what it holds."""
    if (name := normal_header(rejection.column)) in table.names:
        return table.names.index(name)
    columns = read_columns(table.names)
    for role in _MEANT.get(rejection.column, ()):
        if (at := columns.at(role)) is not None:
            return at
    same = [at for at, cell in enumerate(row) if rejection.value and cell_text(cell)[:200] == rejection.value]
    timed = [at for at, name in enumerate(table.names) if rejection.column == "Tanggal" and _OF_TIME.search(name)]
    return next(iter([*same, *timed]), None)
