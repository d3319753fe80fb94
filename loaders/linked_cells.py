"""The addresses behind cells of a workbook: hyperlinks, also over merged cells, and formulas HYPERLINK("…","Klik").

Read only when a column of links holds words, for it means another walk through the sheet.
"""

import re
import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from loaders.linked_ods import BROKEN_PART, CONTENT, Links, links_of_ods

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATA = re.compile(rb"<(?:\w+:)?sheetData[\s/>]")
_DATA_END = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_PLACE = re.compile(r"^\$?([A-Z]{1,3})\$?(\d{1,7})$")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s[^>]{0,99}?\br=\"([A-Z]{1,3}\d{1,7})\"[^>]{0,99}>\s{0,9}<(?:\w+:)?f[^>]{0,99}>\s{0,9}=?"
    rb"HYPERLINK\(\s{0,9}(?:\"|&quot;)([^\"&<](?:[^\"<&]|&amp;)*)(?:\"|&quot;)",
    re.IGNORECASE,
)
MOST_CELLS = 100_000
"""Cells of one hyperlink or merged range that are filled; a larger one is no list of links."""


def links_of_workbook(content: bytes, sheet_name: str) -> Links:
    """The links of one sheet of an xlsx or ods; none of another workbook."""
    if not content.startswith(b"PK\x03\x04"):
        return {}
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if CONTENT in archive.namelist():
                return links_of_ods(content, sheet_name)
            return _links(archive, sheet_name)
    except BROKEN_PART:
        return {}  # the cells were read without them; the rows say what is missing


def _links(archive: zipfile.ZipFile, sheet_name: str) -> Links:
    names = set(archive.namelist())
    if "xl/workbook.xml" not in names:
        return {}
    sheets = {sheet.get("name"): sheet.get(_OFFICE, "") for sheet in _all(archive, "xl/workbook.xml", "sheet")}
    parts = _targets(archive, "xl/_rels/workbook.xml.rels", names)
    target = parts.get(sheets.get(sheet_name, ""), "")
    path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    if path not in names:
        return {}
    folder, _, file = path.rpartition("/")
    targets = _targets(archive, f"{folder}/_rels/{file}.rels", names)
    xml = archive.read(path)
    found: dict[tuple[int, int], str] = {}
    for place, address in _FORMULA.findall(xml):
        for cell in _cells(place.decode()):
            found[cell] = address.decode("utf-8", "replace").replace("&amp;", "&")
    around = _around_data(xml)
    for element in around.iter() if around is not None else ():
        if element.tag.endswith("}hyperlink") and (address := targets.get(element.get(_OFFICE, ""), "")):
            where = element.get("location", "")
            found.update(dict.fromkeys(_cells(element.get("ref", "")), f"{address}#{where}" if where else address))
    for element in around.iter() if around is not None else ():
        cells = _cells(element.get("ref", "")) if element.tag.endswith("}mergeCell") else []
        if cells and cells[0] in found:
            for cell in cells:
                found.setdefault(cell, found[cells[0]])
    return found


def _around_data(xml: bytes) -> Element | None:
    """The sheet without its cells: what links and merges them stands after them."""
    begin, end = _DATA.search(xml), _DATA_END.search(xml)
    return fromstring(xml[: begin.start()] + xml[end.end() :], forbid_dtd=True) if begin and end else None


def _all(archive: zipfile.ZipFile, path: str, name: str) -> list[Element]:
    root = fromstring(archive.read(path), forbid_dtd=True)
    return [element for element in root.iter() if element.tag.rpartition("}")[2] == name]


def _targets(archive: zipfile.ZipFile, path: str, names: set[str]) -> dict[str, str]:
    """Relation id → what it points to."""
    if path not in names:
        return {}
    return {r.get("Id", ""): r.get("Target", "") for r in _all(archive, path, "Relationship")}


def _cells(ref: str) -> list[tuple[int, int]]:
    """The cells of "E5" or "E5:E9" by row and column from 0; none of a range that is too large."""
    first, _, last = ref.partition(":")
    start, end = _PLACE.match(first), _PLACE.match(last or first)
    if not start or not end:
        return []
    left, right = _column(start[1]), _column(end[1])
    top, bottom = int(start[2]) - 1, int(end[2]) - 1
    if top < 0 or bottom < top or right < left or (bottom - top + 1) * (right - left + 1) > MOST_CELLS:
        return []
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
