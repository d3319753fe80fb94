"""What a file must pass before any parser sees its bytes; whatever it refuses costs milliseconds and no memory.

The content decides, not the name. The limits are those of streamlit.md §4.1, measured on files that end a parser. What
slips through here meets the second wall: the child's own limits (loaders/child.py).

Macros would never run here, and cells beside them could be read. They are refused all the same: the original is kept
for colleagues to download, and an office that passes macros on teaches its people to open them.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from loaders.parts import Extent, OdsExtent, SheetExtent
from loaders.result import RefusedError

MAX_BYTES = 100 << 20
MAX_ENTRIES = 2_000
MAX_UNPACKED = 300 << 20
MAX_CELLS = 10_000_000
"""Cells between A1 and the farthest cell, all sheets together: a parser makes room for every one of them, some 80 bytes
each. 200,000 rows of 50 columns; twice as many do not fit the child's memory (streamlit.md §4.1 had 20 million)."""
MAX_SHEETS = 400
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
MAX_MERGED_ROWS = 5_000_000
MAX_LINE = 1_000_000
"""Bytes of one line of a csv, and of one text of a workbook, in which Excel itself allows 32,767 characters."""

_STEP = 1 << 20
_OVERLAP = 200
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARES = re.compile(rb"<!\s{0,8}(?:DOCTYPE|ENTITY)", re.IGNORECASE)
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError)
"""What zipfile raises of an archive that is damaged or made to harm: ValueError where a directory points before its
beginning ("negative seek value"), NotImplementedError for a way of packing that it does not know."""
_BROKEN = (*BROKEN_ZIP, struct.error, EOFError, OSError, IndexError)
_RESAVE = (
    "Mohon buka di Excel atau LibreOffice, salin daftar unggahan ke buku kerja baru, simpan sebagai .xlsx, "
    "lalu unggah kembali."
)
_WITHOUT_MACROS = "Mohon simpan ulang sebagai Buku Kerja Excel (.xlsx) tanpa makro, lalu unggah kembali."


def check(content: bytes, file_name: str) -> None:
    """Pass a workbook or csv on to its parser, or raise RefusedError with one sentence for what is wrong with it."""
    try:
        if len(content) > MAX_BYTES:
            raise _Refusal(f"lebih besar dari {MAX_BYTES >> 20} MB. Mohon bagi menjadi beberapa berkas.")
        if content.startswith(_ZIP):
            _check_zip(content)
        elif content.startswith(_OLE[:4]):
            _check_ole(content)
        else:
            _check_text(content)
    except _Refusal as refusal:
        raise RefusedError(f"Berkas “{file_name}” {refusal}") from None


class _Refusal(Exception):
    """The rest of the sentence that begins with the file's name."""


def _check_text(content: bytes) -> None:
    """No zero bytes outside UTF-16, no line that is longer than any row of a table."""
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")) and (at := content.find(b"\x00")) >= 0:
        raise _Refusal(
            f"memuat karakter kosong (NUL) pada baris {_line(content, at)}, yang tidak ada dalam berkas CSV yang utuh. "
            "Mohon simpan ulang dari Excel sebagai CSV UTF-8."
        )
    start = 0
    while start + MAX_LINE < len(content):
        end = max(content.rfind(mark, start, start + MAX_LINE + 1) for mark in (b"\n", b"\r"))
        if end < 0:
            raise _Refusal(
                f"memuat baris yang terlalu panjang (baris {_line(content, start)}, lebih dari 1 MB) untuk sebuah "
                "tabel. Mohon periksa tanda kutip dan pemisah kolom, atau simpan ulang dari Excel sebagai CSV UTF-8."
            )
        start = end + 1


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1


_OLE_PARTS = (
    ("EncryptedPackage", "dilindungi kata sandi. Mohon hapus kata sandinya, lalu unggah kembali."),
    ("WordDocument", "adalah dokumen Word, bukan tabel. " + _RESAVE),
    ("PowerPoint Document", "adalah salindia PowerPoint, bukan tabel. " + _RESAVE),
    ("_VBA_PROJECT", "memuat makro (program di dalam buku kerja). " + _WITHOUT_MACROS),
)


def _check_ole(content: bytes) -> None:
    """The old container of Office: its directory names the parts in UTF-16. An .xls has at most 65,536 × 256 cells."""
    for name, sentence in _OLE_PARTS:
        if name.encode("utf-16-le") in content:
            raise _Refusal(sentence)


def _check_zip(content: bytes) -> None:
    """Count first, then look at names, then unpack every part in small steps and look at what streams by."""
    if (count := content.count(b"PK\x01\x02")) > MAX_ENTRIES:
        raise _Refusal(f"memuat {count} bagian, jauh lebih banyak daripada buku kerja biasa. {_RESAVE}")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
        _check_names(parts)
        _check_parts(content, parts)
    except _BROKEN as error:
        raise _Refusal(f"rusak atau bukan berkas Excel yang utuh. {_RESAVE}") from error


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.replace("\\", "/") for part in parts]
    low = {name.casefold() for name in names}
    if any(part.flag_bits & 1 for part in parts):
        raise _Refusal("dilindungi kata sandi. Mohon hapus kata sandinya, lalu unggah kembali.")
    if any(name.startswith("/") or ".." in name.split("/") or ":" in name for name in names):
        raise _Refusal(f"memuat bagian yang menunjuk ke luar berkasnya sendiri. {_RESAVE}")
    if not low & {"[content_types].xml", "mimetype", "content.xml"}:
        raise _Refusal(
            "adalah arsip ZIP, bukan berkas Excel. Mohon keluarkan isinya terlebih dahulu, lalu unggah berkas "
            "Excel atau CSV di dalamnya."
        )
    if any(name.endswith("vbaproject.bin") or name.startswith(("xl/macrosheets/", "basic/")) for name in low):
        raise _Refusal(f"memuat makro (program di dalam buku kerja). {_WITHOUT_MACROS}")
    if "xl/workbook.bin" in low:
        raise _Refusal("berformat .xlsb. Mohon simpan ulang sebagai Buku Kerja Excel (.xlsx), lalu unggah kembali.")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _Refusal(_too_large())


@dataclass
class _Book:
    """What was seen of all parts so far."""

    unpacked: int = 0
    cells: int = 0
    parts: set[str] = field(default_factory=set)


def _check_parts(content: bytes, parts: list[zipfile.ZipInfo]) -> None:
    book = _Book()
    is_ods = any(part.filename == "mimetype" for part in parts)
    for part in parts:
        extent = OdsExtent() if is_ods and part.filename == "content.xml" else SheetExtent()
        _check_part(_unpacked(content, part), extent, book)
        book.cells += extent.cells()
        _check_extent(extent, book)


def _check_part(chunks: Iterator[bytes], extent: Extent, book: _Book) -> None:
    """One part as it streams by: size, declarations, texts without end, addresses of cells."""
    tail, is_xml = b"", None
    for chunk in chunks:
        book.unpacked += len(chunk)
        if book.unpacked > MAX_UNPACKED:
            raise _Refusal(_too_large())
        window = tail + chunk
        if is_xml is None:
            is_xml = window.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
        plain = window.replace(b"\x00", b"") if b"\x00" in window else window
        if b"<!" in plain and _DECLARES.search(plain):
            raise _Refusal(
                "memuat deklarasi DOCTYPE atau ENTITY, yang tidak ada dalam berkas Excel biasa dan dapat "
                f"membebani komputer. {_RESAVE}"
            )
        if b"encryption-data" in window and b"manifest" in window:
            raise _Refusal("dilindungi kata sandi. Mohon hapus kata sandinya, lalu unggah kembali.")
        if is_xml and len(chunk) == _STEP and b"<" not in chunk:
            raise _Refusal(f"memuat sel dengan teks yang terlalu panjang (lebih dari 1 MB). {_RESAVE}")
        extent.see(window, chunk)
        tail = window[-_OVERLAP:]


def _check_extent(extent: Extent, book: _Book) -> None:
    rows, columns = extent.rows, extent.columns
    if rows > MAX_ROW or columns > MAX_COLUMN:
        raise _Refusal(f"memuat alamat sel di luar batas Excel (baris {rows}, kolom {columns}). {_RESAVE}")
    if book.cells > MAX_CELLS:
        raise _Refusal(
            f"memuat sel yang letaknya sangat berjauhan (sampai baris {rows}, kolom {columns}), sehingga terlalu besar "
            f"untuk dibaca. {_RESAVE}"
        )
    if extent.sheets > MAX_SHEETS:
        raise _Refusal(f"memuat {extent.sheets} lembar, lebih dari {MAX_SHEETS}. {_RESAVE}")
    if extent.merged_rows > MAX_MERGED_ROWS:
        raise _Refusal(f"memuat terlalu banyak sel gabungan. {_RESAVE}")


def _too_large() -> str:
    return f"menjadi lebih dari {MAX_UNPACKED >> 20} MB setelah dibuka. {_RESAVE}"


def _unpacked(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part in steps, until it is over or larger than it declares: zipfile would stop there silently, the
    parser would not."""
    if content[part.header_offset : part.header_offset + 4] != _ZIP:
        raise zipfile.BadZipFile(part.filename)
    name, extra = struct.unpack_from("<HH", content, part.header_offset + 26)
    start = part.header_offset + 30 + name + extra
    packed = memoryview(content)[start : start + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        size = len(packed)
        yield from (bytes(packed[at : at + _STEP]) for at in range(0, size, _STEP))
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        unpacker, size, left = zlib.decompressobj(-15), 0, bytes(packed)
        while not unpacker.eof and size <= part.file_size:
            chunk = unpacker.decompress(left, _STEP)
            left, size = unpacker.unconsumed_tail, size + len(chunk)
            if not chunk and not left:
                break
            yield chunk
    else:
        raise zipfile.BadZipFile(part.filename)
    if size != part.file_size:
        raise zipfile.BadZipFile(part.filename)
