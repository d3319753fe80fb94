"""Tables of a Word document as sheets; the paragraphs above the first of them are its title rows.

A .docx is a zip with word/document.xml. Cells merged downwards are filled, a cell over several columns stands in the
first of them, and the address behind linked words is told beside the rows.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from loaders.result import RefusedError

BODY, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
MAX_COLUMNS = 200
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_AROUND = frozenset({_W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")})
_GONE = frozenset({_W + name for name in ("del", "moveFrom", "instrText")})

Rows = list[list[object]]
Links = dict[tuple[int, int], str]
"""Address behind the words of a cell, by row and column from 0."""


def is_document(content: bytes) -> bool:
    """Whether the bytes are a Word document."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return BODY in archive.namelist()
    except zipfile.BadZipFile:
        return False


def read_tables(content: bytes, file_name: str) -> list[tuple[str, Rows, Links]]:
    """Name ("Tabel 1"), rows and links of each table. Raises RefusedError, in Indonesian, if there is none."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            document = fromstring(archive.read(BODY), forbid_dtd=True)
            tables = _tables(document, _targets(archive))
    except (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        raise RefusedError(
            f"Dokumen Word “{file_name}” rusak. Mohon simpan ulang dari Word sebagai .docx, lalu unggah kembali."
        ) from error
    if not tables:
        raise RefusedError(
            f"Dokumen Word “{file_name}” tidak memuat tabel. Mohon salin isinya ke kotak Tempel Teks, "
            "atau kirim sebagai tabel Excel atau CSV."
        )
    return tables


def _tables(document: Element, targets: dict[str, str]) -> list[tuple[str, Rows, Links]]:
    """The tables of a document that hold words, the paragraphs above the first one as its first rows."""
    titles: Rows = []
    tables: list[tuple[str, Rows, Links]] = []
    body = document.find(_W + "body")
    for part in _children(body) if body is not None else ():
        if part.tag == _W + "p" and not tables and (text := _text(part).strip()):
            titles.append([text])
        rows, links = _table(part, targets) if part.tag == _W + "tbl" else ([], {})
        if any(cell for row in rows for cell in row):
            above = titles if not tables else []
            moved = {(row + len(above), column): address for (row, column), address in links.items()}
            tables.append((f"Tabel {len(tables) + 1}", [*above, *rows], moved))
    return tables


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Relation id → address."""
    if RELATIONS not in archive.namelist():
        return {}
    relations = fromstring(archive.read(RELATIONS), forbid_dtd=True)
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in relations
        if relation.get("Type", "").endswith("/hyperlink")
    }


def _children(element: Element) -> Iterator[Element]:
    """Children, also those in a content control or in a tracked insertion."""
    for child in element:
        if child.tag in _AROUND:
            yield from _children(child)
        else:
            yield child


def _table(table: Element, targets: dict[str, str]) -> tuple[Rows, Links]:
    """Rows and links of a table; a cell that continues the one above takes its text and its link."""
    rows: Rows = []
    links: Links = {}
    for line in _children(table):
        if line.tag != _W + "tr":
            continue
        row: list[object] = [""] * _number(line, "trPr", "gridBefore", 0)
        for cell in _children(line):
            if cell.tag != _W + "tc" or len(row) >= MAX_COLUMNS:
                continue
            at, merged = len(row), cell.find(f"{_W}tcPr/{_W}vMerge")
            if merged is not None and merged.get(_W + "val", "continue") == "continue" and rows:
                row.append(rows[-1][at] if at < len(rows[-1]) else "")
                address = links.get((len(rows) - 1, at), "")
            else:
                row.append("\n".join(filter(None, (_text(p).strip() for p in cell.iter(_W + "p")))))
                address = _address(cell, targets)
            if address:
                links[len(rows), at] = address
            row += [""] * (_number(cell, "tcPr", "gridSpan", 1) - 1)
        rows.append(row)
    return rows, links


def _number(element: Element, properties: str, name: str, default: int) -> int:
    """A small number in the properties of a row or cell."""
    found = element.find(f"{_W}{properties}/{_W}{name}")
    value = found.get(_W + "val", "") if found is not None else ""
    return min(int(value), MAX_COLUMNS) if value.isdecimal() and len(value) < 6 else default


def _text(part: Element) -> str:
    """The words of a paragraph as it is read: without what was struck out."""
    words = []
    for child in part:
        if child.tag == _W + "t":
            words.append(child.text or "")
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            words.append(" " if child.tag == _W + "tab" else "\n")
        elif child.tag not in _GONE:
            words.append(_text(child))
    return "".join(words)


def _address(cell: Element, targets: dict[str, str]) -> str:
    """The addresses behind the words of a cell, one a line, each once."""
    found = [targets.get(link.get(_ID, ""), "") for link in cell.iter(_W + "hyperlink")]
    fields = [(field.text or "").split('"') for field in cell.iter(_W + "instrText")]
    found += [parts[1] for parts in fields if parts[0].strip().upper() == "HYPERLINK" and len(parts) > 2]
    return "\n".join(dict.fromkeys(address for address in found if address))
