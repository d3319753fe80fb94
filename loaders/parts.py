"""How far a sheet reaches, read from the streaming bytes of a workbook's part without keeping any of them."""

import re
from typing import Protocol
from xml.parsers import expat

# The letter before the r is looked at behind it: a search that begins with a letter takes half the time.
_ADDRESS = re.compile(rb"r(?<!\wr)\s{0,8}=\s{0,8}[\"']\$?([A-Za-z]{0,7})\$?([0-9]{1,12})[\"']")
_SHEET = re.compile(rb"<(?:\w{1,20}:)?sheet\s")
_MERGED = re.compile(
    rb"mergeCell\s[^>]{0,60}?ref\s{0,8}=\s{0,8}[\"'][A-Za-z]{1,7}([0-9]{1,12}):[A-Za-z]{1,7}([0-9]{1,12})"
)


class Extent(Protocol):
    """The farthest row and column of a part, how many rows its merged cells cover, how many sheets it names."""

    rows: int
    columns: int
    merged_rows: int
    sheets: int

    def see(self, window: bytes, chunk: bytes) -> None:
        """Take note of a chunk; `window` is the chunk with the end of the one before."""

    def cells(self) -> int:
        """The cells between A1 and the farthest cell of each sheet."""


class SheetExtent:
    """A part of an xlsx: addresses such as r="AB12" once a sheet's data has begun; other parts have none."""

    def __init__(self) -> None:
        self.rows = self.columns = self.merged_rows = self.sheets = 0
        self._is_sheet = False

    def see(self, window: bytes, chunk: bytes) -> None:
        """Read the addresses of cells and rows, and the merged ranges; in the book, the sheets that it names."""
        if b"sheetId" in chunk:
            self.sheets += len(_SHEET.findall(chunk))
        self._is_sheet = self._is_sheet or b"sheetData" in window
        if not self._is_sheet:
            return
        found = _ADDRESS.findall(window)
        self.rows = max(self.rows, *map(int, {row for _, row in found}), 0)
        self.columns = max(self.columns, *map(_column, {letters for letters, _ in found}), 0)
        if b"mergeCell" in window:
            self.merged_rows += sum(abs(int(last) - int(first)) + 1 for first, last in _MERGED.findall(window))

    def cells(self) -> int:
        """Rows times columns."""
        return self.rows * self.columns


class OdsExtent:
    """content.xml of an ods, where one cell or row may say that it stands a million times.

    Only what has a value counts: LibreOffice itself ends every sheet with a million empty rows in one element.
    """

    def __init__(self) -> None:
        self.rows = self.columns = self.merged_rows = self.sheets = 0
        self._total = self._row = self._repeat = self._place = self._filled = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def see(self, window: bytes, chunk: bytes) -> None:
        """Feed the chunk to the parser; ValueError for xml that is none."""
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError as error:
            raise ValueError("content.xml") from error

    def cells(self) -> int:
        """Rows times columns, of all tables."""
        return self._total + self.rows * self.columns

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.sheets += 1
            self._total, self.rows, self.columns, self._row = self.cells(), 0, 0, 0
        elif name == "table:table-row":
            self._repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._place = self._filled = 0
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            self._place += int(attributes.get("table:number-columns-repeated", 1))
            if "office:value-type" in attributes:
                self._filled = self._place

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._row += self._repeat
            if self._filled:
                self.rows, self.columns = self._row, max(self.columns, self._filled)


def _column(letters: bytes) -> int:
    """A → 1, XFD → 16384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
