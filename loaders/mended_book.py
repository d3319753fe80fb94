"""The workbook of rejected rows: what is bad is filled and framed, why stands beside it, text stays text."""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from loaders.additions import ADDED, CLOCK, DECIMAL, DECIMALS, GUIDE_TITLE, ORDER, ORDERS
from loaders.mending import Mending, MendRow, MendSheet
from loaders.result import Options

LONGEST_CELL = 32_767
"""Characters that one cell of a workbook holds. Source: Microsoft, Excel specifications and limits."""
NAMELESS = "Perbaikan"
"""The sheet of a file that has no sheets of its own (csv, pasted text)."""
_OURS = len(ADDED)
_BAD = PatternFill("solid", fgColor="FFD966")
_FRAME = Border(*[Side(style="medium", color="7F3F00")] * 4)
_HEAD = PatternFill("solid", fgColor="E4E9EF")
_NOTE = PatternFill("solid", fgColor="FFF7E0")
_STRONG, _TAKEN = Font(name="Calibri", bold=True), Font(name="Calibri", italic=True, color="55616E")
_REASON_WIDTH = 48
_RULE = Border(bottom=Side(style="thin", color="D9DFE5"))
_TOP, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_FORBIDDEN = re.compile(r"[\\/*?:\[\]']")
_CONTROL = {"Cc", "Cs"}
_NO_LETTERS = "\ufffe\uffff"
"""Signs that xml forbids though they are no control characters."""


def workbook_of(mending: Mending, options: Options) -> bytes:
    """The workbook. Clock, order of dates and decimal sign of `options` are told on the guide, where they are set."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in mending.sheets:
        _sheet(book.create_sheet(_title(sheet.name, book.sheetnames)), sheet)
    _guide(book.create_sheet("Petunjuk"), mending, options)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _title(name: str, taken: Sequence[str]) -> str:
    """A name that a workbook takes: the sender's own, shortened where it must be."""
    bare = (_FORBIDDEN.sub(" ", _clean(name)).strip() or NAMELESS)[:31]
    if bare.casefold() == "petunjuk":
        bare = f"{bare} 1"
    others = {other.casefold() for other in taken}
    return next(t for n in range(1, 400) if (t := bare if n == 1 else f"{bare[:27]} {n}").casefold() not in others)


def _sheet(sheet: Worksheet, mend: MendSheet) -> None:
    header = len(mend.above)
    for number, row in enumerate(mend.above, 1):
        for place, value in enumerate(row, _OURS + 1):
            _put(sheet.cell(number, place), value)
        if number > header - mend.header_rows:
            for place in range(1, max(map(len, mend.above)) + _OURS + 1):
                cell = sheet.cell(number, place)
                cell.font, cell.fill, cell.alignment = _STRONG, _HEAD, _WRAPPED
    for place, label in enumerate(ADDED, 1):
        sheet.cell(header, place).value = label
    for number, mend_row in enumerate(mend.rows, header + 1):
        _row(sheet, number, mend_row)
    sheet.freeze_panes = sheet.cell(header + 1, 2) if header <= 15 else None
    _widths(sheet, header)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _row(sheet: Worksheet, number: int, mend: MendRow) -> None:
    for place, value in enumerate(mend.cells):
        cell = sheet.cell(number, place + _OURS + 1)
        _put(cell, value)
        cell.alignment = _TOP
        if place in mend.filled:
            cell.font = _TAKEN
    for place in mend.bad:
        cell = sheet.cell(number, place + _OURS + 1)
        cell.fill, cell.border, cell.font = _BAD, _FRAME, _STRONG
    for place, value in enumerate((mend.reason, mend.sheet, mend.row), 1):
        cell = sheet.cell(number, place)
        _put(cell, "" if value is None else value)
        cell.alignment, cell.border = _WRAPPED, _RULE
        cell.fill = _NOTE
    # Excel fits no row to wrapped text when it opens a file.
    sheet.row_dimensions[number].height = 15.5 * min(8, math.ceil(max(1, len(mend.reason)) / (_REASON_WIDTH - 4)))


def _put(cell: Cell, value: object) -> None:
    """Write a value as it stood: text stays text whatever it begins with, days stay days, ids keep their digits."""
    if isinstance(value, bool | dt.time | dt.timedelta):
        cell.value = value
    elif isinstance(value, dt.datetime | dt.date):
        _put_day(cell, value)
    elif isinstance(value, int | float) and math.isfinite(value) and abs(value) < 1e300:
        cell.value = int(value) if float(value).is_integer() and abs(value) < 1e15 else value
        cell.number_format = "0" if float(value).is_integer() else "General"
    elif text := _clean(str(value)):
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[:1] in tuple("=+-@\t'")


def _put_day(cell: Cell, value: dt.date) -> None:
    if value.year < 1901:
        cell.value = value.isoformat()
        return
    whole = not isinstance(value, dt.datetime) or value.time() == dt.time()
    cell.value = value
    cell.number_format = "dd/mm/yyyy" if whole else "dd/mm/yyyy hh:mm:ss"


def _clean(text: str) -> str:
    """Text without what no workbook can hold; numbers that name a person are the sender's own and stay."""
    if text.isprintable() and len(text) <= LONGEST_CELL:
        return text
    kept = [c for c in text if c in "\n\t" or (unicodedata.category(c) not in _CONTROL and c not in _NO_LETTERS)]
    return "".join(kept)[:LONGEST_CELL]


def _widths(sheet: Worksheet, header: int) -> None:
    """Columns as wide as the words of their header and rows, within what a screen holds."""
    for place, column in enumerate(sheet.iter_cols(min_row=header, max_row=header + 100), 1):
        longest = max((len(str(cell.value).split("\n")[0]) for cell in column if cell.value is not None), default=0)
        bounds = (_REASON_WIDTH, _REASON_WIDTH) if place == 1 else (10, 34)
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, bounds[0]), bounds[1])


def _guide(sheet: Worksheet, mending: Mending, options: Options) -> None:
    rows = sum(1 for each in mending.sheets for row in each.rows if row.row is not None)
    lines = [
        ("Berkas asal", options.file_name),
        ("Isi", f"{rows} baris yang ditolak, masing-masing utuh seperti pada berkas asal"),
        ("Langkah 1", "Perbaiki sel yang berwarna dan berbingkai tebal. Alasannya tertulis pada kolom A."),
        ("Langkah 2", "Simpan, lalu unggah berkas ini pada halaman Unggah Laporan."),
        ("Hasilnya", "Hanya baris yang sudah diperbaiki menjadi unggahan baru; yang belum akan ditolak lagi."),
        ("Tanggal", "Mohon ditulis lengkap, misalnya 23 Oktober 2024."),
        ("Judul kolom", "Mohon tidak diubah. Kolom A sampai C dan lembar ini tidak ikut dibaca."),
        ("Tulisan miring", "Diisi dari baris di atasnya, sebab pada berkas asal sel itu kosong atau berisi “sda”."),
    ]
    read = {CLOCK: options.clock, ORDER: ORDERS.get(options.order, ""), DECIMAL: DECIMALS.get(options.decimal, "")}
    lines += [(label, text) for label, text in read.items() if text]
    if mending.apart:
        lines.append(("Tidak disertakan", f"{mending.apart} baris milik akun lain; tidak ada yang perlu diperbaiki"))
    if mending.left:
        lines.append(("Belum disertakan", f"{mending.left} baris lagi; mohon perbaiki sumbernya, lalu unggah ulang"))
    _put(sheet.cell(1, 1), GUIDE_TITLE)
    sheet.cell(1, 1).font = Font(name="Calibri", bold=True, size=14)
    for number, (label, text) in enumerate(lines, 3):
        for place, value in enumerate((label, text), 1):
            _put(sheet.cell(number, place), value)
            sheet.cell(number, place).alignment = _WRAPPED
        sheet.cell(number, 1).font = _STRONG
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 22, 90
