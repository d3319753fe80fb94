"""The addresses behind the words of an ods: each cell tells its own, and one cell may stand for many.

Read only when a column of links holds words, for it means another walk through the sheet.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from loaders.guard import BROKEN_ZIP

Links = Mapping[tuple[int, int], str]
"""Address behind the words of a cell, by row and column from 0."""

CONTENT = "content.xml"
MOST_LINKS = 100_000
"""Cells with an address that are remembered; a sheet of more is no list of links."""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_ADDRESS = "{http://www.w3.org/1999/xlink}href"
BROKEN_PART = (*BROKEN_ZIP, ParseError, DefusedXmlException, KeyError)
"""What reading a part of an archive raises if the part is missing, damaged or made to harm."""


def links_of_ods(content: bytes, sheet_name: str) -> Links:
    """The links of one sheet; none of a workbook that is no ods."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(CONTENT) as part:
            found: dict[tuple[int, int], str] = {}
            for at, address in _addresses(iterparse(part, ("start", "end"), forbid_dtd=True), sheet_name):
                if len(found) >= MOST_LINKS:
                    return {}
                found[at] = address
            return found
    except BROKEN_PART:
        return {}  # the cells were read without them; the rows say what is missing


def _addresses(events: Iterator[tuple[str, Element]], sheet_name: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Row, column and address of each cell with an address."""
    name, row = "", 0
    for event, element in events:
        if event == "start" and element.tag == _TABLE + "table":
            name, row = element.get(_TABLE + "name", ""), 0
        elif event == "end" and element.tag == _TABLE + "table-row":
            if name == sheet_name:
                yield from ((((row, column), address)) for column, address in _of_row(element))
            row += _times(element, "rows")
            element.clear()


def _of_row(row: Element) -> Iterator[tuple[int, str]]:
    """Column and address of the cells of one row."""
    column = 0
    for cell in row:
        if cell.tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            addresses = [address for link in cell.iter(_LINK) if (address := link.get(_ADDRESS, ""))]
            if addresses:
                yield column, "\n".join(dict.fromkeys(addresses))
            column += _times(cell, "columns")


def _times(element: Element, what: str) -> int:
    """How many rows or columns an element stands for."""
    told = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(told) if told.isdecimal() and len(told) < 9 else 1
