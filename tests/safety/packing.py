"""Packs hostile containers by hand: zips that lie or repeat one block, workbooks of raw xml, Office 97 files."""

import struct
import zlib
from dataclasses import dataclass

SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = b"</sheetData></worksheet>"
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
XML = b'<?xml version="1.0"?>'
_OFFICE = b"http://schemas.openxmlformats.org"
_TYPES = (
    XML
    + b'<Types xmlns="%s/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATION = b'<Relationship Id="%s" Type="%s/officeDocument/2006/relationships/%s" Target="%s"/>'


@dataclass(frozen=True)
class Part:
    """A part of a zip: its deflated bytes, and the checksum and unpacked size that the zip declares for it."""

    name: str
    packed: bytes
    crc: int
    size: int


def part(name: str, head: bytes, block: bytes = b"", times: int = 0, tail: bytes = b"", declares: int = -1) -> Part:
    """A part of `head`, `times` the block, and `tail`; made without ever holding it unpacked."""
    packer = zlib.compressobj(9, wbits=-15)
    packed = [packer.compress(head), packer.flush(zlib.Z_FULL_FLUSH)]
    if times:
        packed += [(packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * times]
    packed += [packer.compress(tail), packer.flush()]
    crc = zlib.crc32(head)
    for _ in range(times):
        crc = zlib.crc32(block, crc)
    size = len(head) + len(block) * times + len(tail)
    return Part(name, b"".join(packed), zlib.crc32(tail, crc), size if declares < 0 else declares)


def zipped(*parts: Part) -> bytes:
    """A zip of these parts, names and sizes as they are given."""
    body, directory = bytearray(), bytearray()
    for one in parts:
        name = one.name.encode()
        fields = struct.pack("<HHHHHIII", 20, 0x800, 8, 0, 33, one.crc, len(one.packed), one.size)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + fields
        directory += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + fields + struct.pack("<HH", len(name), 0) + name + one.packed
    counts = struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return bytes(body + directory) + b"PK\x05\x06" + counts


def workbook(*more: Part, sheet: Part | bytes = b"", strings: Part | bytes = b"", sheets: int = 1) -> bytes:
    """An xlsx of one sheet part, raw, that `sheets` sheets of the book point to; `more` parts may be anything."""
    links = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, sheets + 1))
    main = b'xmlns="%s/spreadsheetml/2006/main" xmlns:r="%s/officeDocument/2006/relationships"' % (_OFFICE, _OFFICE)
    start = _RELATION % (b"rId1", _OFFICE, b"officeDocument", b"xl/workbook.xml")
    inner = _RELATION % (b"rId1", _OFFICE, b"worksheet", b"worksheets/sheet1.xml")
    inner += _RELATION % (b"rId2", _OFFICE, b"sharedStrings", b"sharedStrings.xml")
    relations = XML + b'<Relationships xmlns="%s/package/2006/relationships">' % _OFFICE + b"%s</Relationships>"
    return zipped(
        part("[Content_Types].xml", _TYPES % _OFFICE),
        part("_rels/.rels", relations % start),
        part("xl/workbook.xml", XML + b"<workbook %s><sheets>%s</sheets></workbook>" % (main, links)),
        part("xl/_rels/workbook.xml.rels", relations % inner),
        strings if isinstance(strings, Part) else part("xl/sharedStrings.xml", strings or XML + STRINGS + b"</sst>"),
        sheet if isinstance(sheet, Part) else part("xl/worksheets/sheet1.xml", sheet),
        *more,
    )


def text_row(number: int, *cells: str) -> bytes:
    """A row of a sheet whose cells hold their text themselves."""
    letters = "ABCDEFGHIJ"
    held = (f'<c r="{letters[n]}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for n, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(held)}</row>'.encode()


def old_office(name: str, stream: bytes) -> bytes:
    """The container of Office 97 with one stream of that name (MS-CFB, sectors of 512 bytes, no small streams)."""
    sectors = max(8, -(-len(stream) // 512))
    tables = -(-(sectors + 20) // 128)
    first = tables + 1
    chain = [0xFFFFFFFD] * tables + [0xFFFFFFFE] + [*range(first + 1, first + sectors), 0xFFFFFFFE]
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(tables), *[0xFFFFFFFF] * (109 - tables))
    entries = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(name, 2, 0xFFFFFFFF, first, sectors * 512)
    return (
        header + struct.pack(f"<{len(chain)}I", *chain) + entries.ljust(512, b"\0") + stream.ljust(sectors * 512, b"\0")
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return text.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


def old_sheet(*cells: tuple[int, int], sheets: int = 1) -> bytes:
    """An .xls (BIFF8) whose sheets all hold the number 1 at these places (row, column, from 0)."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    names = [struct.pack("<BBBB", 0, 0, 2, 0) + b"%02d" % n for n in range(sheets)]
    at = len(begin) + sum(len(name) + 8 for name in names) + 4
    bound = b"".join(record(0x85, struct.pack("<I", at) + name) for name in names)
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0))
    sheet += b"".join(record(0x203, struct.pack("<HHHd", row, column, 0, 1.0)) for row, column in cells)
    return old_office("Workbook", begin + bound + record(0x0A, b"") + sheet + record(0x0A, b""))
