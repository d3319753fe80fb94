"""Bytes of a file → its sheets of cells, whatever holds them: csv in any encoding, xlsx, xls, ods, tables of docx."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import python_calamine

from loaders import additions, docx, guard
from loaders.chat import is_chat
from loaders.linked_cells import links_of_workbook
from loaders.result import RefusedError

Row = list[object]
"""Cells of a row: str, int, float, bool, datetime, date, time; the empty string where the cell is empty."""

MAX_COLUMNS = 500
MAX_HEADER = 1_000_000
MAX_ROWS = 200_000
"""Of a sheet: an upload of more was never measured in the server, which holds its posts until they are stored."""
TITLES = 100
"""Rows that a sheet may have beside them: titles, headers, totals."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")
"""How pictures begin; the last two may also begin a text, in which no zero byte follows."""
_ALLOWED = "Mohon unggah berkas Excel (.xlsx, .xls, .ods), tabel Word (.docx), atau CSV."


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook, or the whole of a csv file (name ""). `rows[0]` is row 1 of the file.

    `text` is the whole of a file of text, `chat` whether that is a chat. `links` finds the addresses behind words, by
    row and column from 0, when they are asked for. `told` is what the guide of a workbook of rejected rows says.
    """

    name: str
    rows: list[Row]
    text: str = ""
    chat: bool = False
    links: Callable[[], Mapping[tuple[int, int], str]] = dict
    told: Mapping[str, str] = field(default_factory=dict)


def read_sheets(path: Path, file_name: str) -> list[Sheet]:
    """Read all sheets of a file, without what a workbook of rejected rows adds to the sender's own.

    Raises RefusedError in Indonesian for anything that is not a table.
    """
    sheets = _read_sheets(path, file_name)
    guides = [sheet for sheet in sheets if additions.is_guide(sheet.rows)]
    told = {label: text for guide in guides for label, text in additions.told_by_guide(guide.rows).items()}
    return [_own(sheet, told) for sheet in sheets if not additions.is_guide(sheet.rows)]


def _own(sheet: Sheet, told: Mapping[str, str]) -> Sheet:
    """A sheet as its sender wrote it."""
    at = additions.place_of_added(sheet.rows)
    if at is None:
        return replace(sheet, told=told) if told else sheet
    rows = additions.without_added(sheet.rows, at)
    return replace(sheet, rows=rows, links=partial(_moved, sheet.links, at), told=told)


def _moved(links: Callable[[], Mapping[tuple[int, int], str]], at: int) -> Mapping[tuple[int, int], str]:
    return additions.moved_links(links(), at)


def _read_sheets(path: Path, file_name: str) -> list[Sheet]:
    content = _checked(path, file_name)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _document(content, file_name) if docx.is_document(content) else _workbook(content, file_name)
    return [sheet_of_text(_decode(content, file_name), file_name)]


def _document(content: bytes, file_name: str) -> list[Sheet]:
    """The tables of a Word document."""
    tables = docx.read_tables(content, file_name)
    if any(len(rows) > MAX_ROWS + TITLES for _, rows, _ in tables):
        raise RefusedError(_too_many(file_name))
    return [Sheet(name, rows, links=partial(dict, links)) for name, rows, links in tables]


def sheet_of_text(text: str, file_name: str) -> Sheet:
    """The rows of a csv; of a chat, which is no table, its lines."""
    chat = is_chat(text)
    rows: list[Row] = [[line] for line in text.splitlines()] if chat else _delimited(text, file_name)
    return Sheet("", rows, text, chat)


def _checked(path: Path, file_name: str) -> bytes:
    """The bytes of a file that may be looked into."""
    content = path.read_bytes()
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise RefusedError(f"Berkas “{file_name}” kosong. Mohon unggah berkas yang berisi daftar unggahan.")
    _refuse_other_kinds(content, file_name)
    guard.check(content, file_name)
    return content


def _refuse_other_kinds(content: bytes, file_name: str) -> None:
    """Refuse by name what people send instead of a table."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    phone = content[4:8] == b"ftyp"  # HEIC and its kin, as phones take them
    if phone or content.startswith(_PICTURES[:3]) or (content.startswith(_PICTURES[3:]) and b"\x00" in content[:64]):
        raise RefusedError(
            f"Berkas “{file_name}” adalah gambar. Tangkapan layar belum dapat dibaca. Mohon tempelkan tautannya."
        )
    if head.startswith(b"%PDF"):
        raise RefusedError(
            f"Berkas “{file_name}” adalah PDF, bukan tabel. Tangkapan layar dan hasil pindai belum dapat dibaca. "
            f"Mohon tempelkan tautannya. {_ALLOWED}"
        )
    low = head.lower()
    if low.startswith((b"<?xml", b"<html", b"<!doctype", b"<table")) or b"<workbook" in low[:2000]:
        raise RefusedError(
            f"Berkas “{file_name}” sebenarnya berformat XML/HTML, bukan Excel. "
            "Mohon buka di Excel atau LibreOffice, lalu pilih Simpan Sebagai → Excel (.xlsx), dan unggah kembali."
        )
    text_like = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not text_like and b"\x00" in content[:100_000] and not content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise RefusedError(f"Jenis berkas “{file_name}” tidak dikenali. {_ALLOWED}")


def _workbook(content: bytes, file_name: str) -> list[Sheet]:
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        sheets = []
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            rows: list[Row] = [list(row) for row in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS + TITLES + 1)]
            if len(rows) > MAX_ROWS + TITLES:
                raise RefusedError(_too_many(file_name))
            rows = _without_strays(rows)
            _fill_merged(rows, sheet.merged_cell_ranges or [])
            sheets.append(Sheet(name, rows, links=partial(links_of_workbook, content, name)))
    except python_calamine.PasswordError as error:
        raise RefusedError(
            f"Berkas “{file_name}” dilindungi kata sandi. Mohon hapus kata sandinya, lalu unggah kembali."
        ) from error
    except python_calamine.CalamineError as error:
        raise RefusedError(f"Berkas “{file_name}” rusak atau bukan berkas Excel. {_ALLOWED}") from error
    if not any(any(cell != "" for cell in row) for sheet in sheets for row in sheet.rows):
        raise RefusedError(f"Berkas “{file_name}” tidak berisi data. Mohon unggah berkas yang berisi daftar unggahan.")
    return sheets


def _without_strays(rows: list[Row]) -> list[Row]:
    """Rows without the columns beyond MAX_COLUMNS: one stray cell at the far right makes every row 16,384 wide."""
    if not rows or len(rows[0]) <= MAX_COLUMNS:
        return rows
    filled = [at for row in rows for at in range(MAX_COLUMNS) if row[at] != ""]
    width = max(filled, default=-1) + 1
    return [row[:width] for row in rows]


def _too_many(file_name: str) -> str:
    limit = f"{MAX_ROWS:,}".replace(",", ".")
    return (
        f"Berkas “{file_name}” berisi lebih dari {limit} baris. "
        "Mohon bagi menjadi beberapa berkas, misalnya satu berkas setiap bulan."
    )


def _fill_merged(rows: list[Row], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Give every row of a cell merged downwards the value that the first one holds."""
    for (top, left), (bottom, _) in merged:
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[at]) and left < len(rows[top]) and rows[at][left] == "":
                rows[at][left] = rows[top][left]


def _decode(content: bytes, file_name: str) -> str:
    """Decode by mark, then UTF-8, then the Windows code page that old Excel writes."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise RefusedError(f"Pengodean teks berkas “{file_name}” tidak dikenali. {_ALLOWED}") from error


def _delimited(text: str, file_name: str) -> list[Row]:
    """Read csv: comma, semicolon or tab, decided on the first lines; a line `sep=;` names it."""
    first, _, rest = text.partition("\n")
    named = first.rstrip("\r")
    if named.casefold().startswith("sep=") and len(named) <= 5:
        rows: list[Row] = [[named], *_parse(rest, named[4:] or ",", file_name)]
        return rows
    if len(first) > MAX_HEADER:
        raise RefusedError(f"Baris pertama berkas “{file_name}” terlalu panjang untuk sebuah tabel. {_ALLOWED}")
    return _parse(text, _separator(text), file_name)


def _separator(text: str) -> str:
    """The mark under which most of the first lines fall into equally many cells, two or more."""
    head = "\n".join(text.splitlines()[:200])
    return max(",;\t", key=lambda mark: _evenness(head, mark))


def _evenness(head: str, mark: str) -> tuple[int, int]:
    """How many lines have the commonest number of cells, and that number; captions full of commas are uneven."""
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(head), delimiter=mark) if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def even_lines(text: str) -> list[list[str]]:
    """Of the first lines those that fall into equally many cells, two or more; none if fewer than half of them do."""
    head = "\n".join(text.splitlines()[:200])
    mark = _separator(text)
    count, width = _evenness(head, mark)
    if not count:
        return []
    rows = [row for row in csv.reader(io.StringIO(head), delimiter=mark) if any(cell.strip() for cell in row)]
    return [row for row in rows if len(row) == width] if count * 2 >= len(rows) else []


def _parse(text: str, mark: str, file_name: str) -> list[Row]:
    rows: list[Row] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            if len(row) > MAX_COLUMNS:
                raise RefusedError(
                    f"Berkas “{file_name}”, baris {len(rows) + 1}: lebih dari {MAX_COLUMNS} kolom. {_ALLOWED}"
                )
            rows.append(list(row))
            if len(rows) > MAX_ROWS + TITLES:
                raise RefusedError(_too_many(file_name))
    except csv.Error as error:
        raise RefusedError(
            f"Berkas “{file_name}”, sekitar baris {len(rows) + 1}: tanda kutip atau pemisah kolom rusak. "
            "Mohon simpan ulang dari Excel sebagai CSV UTF-8."
        ) from error
    return rows
