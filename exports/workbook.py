"""A table or a chart as a workbook: real numbers and days, ready to filter and print, with its meaning beside it."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from charts.model import STATES, Chart, Column, Table, Value
from charts.screen import holds_something
from exports.charts_in_sheets import draw_chart
from exports.safe import cell_text
from exports.zipped import without_clock

About = Sequence[tuple[str, str]]
"""Labels and texts of the sheet "Keterangan": title, period, filters, how it is counted, who is missing, when made."""

FORMATS = {
    "int": "#,##0",
    "decimal": "#,##0.0",
    "percent": "0.0%",
    "date": "[$-421]d mmmm yyyy",
    "datetime": "[$-421]d mmmm yyyy hh:mm",
}
HEADER_ROW = 5
MOST_LINKS = 60_000
"""Links that a sheet holds, a little below the limit of Excel (65,530); the rest stay text."""

_HEAD = PatternFill("solid", fgColor="0B5CAD")
_RULE = Border(bottom=Side(style="thin", color="D9DFE5"))
_WRAP = Alignment(wrap_text=True, vertical="top")


def table_workbook(table: Table, stamp: str, about: About) -> bytes:
    """The table on the sheet "Data" and its meaning on "Keterangan"; `stamp` stands on both, "" for none.

    Text stays text, whatever it begins with; days and times are real ones; unknown cells are empty.
    """
    book = Workbook()
    data = book.active
    assert isinstance(data, Worksheet)  # noqa: S101  a new workbook has one sheet
    data_sheet(data, table, stamp)
    about_sheet(book, table.title, stamp, about)
    return saved(book)


def chart_workbook(chart: Chart, stamp: str, about: About) -> bytes:
    """As table_workbook for the table behind the chart, and the chart itself, native and editable, on "Grafik"."""
    book = Workbook()
    data = book.active
    assert isinstance(data, Worksheet)  # noqa: S101
    data_sheet(data, chart.table, stamp)
    if holds_something(chart):
        sheet = book.create_sheet("Grafik")
        titles(sheet, chart.title, f"{chart.subtitle} · Satuan: {chart.unit}", stamp)
        draw_chart(sheet, chart, HEADER_ROW, put_text)
        print_setup(sheet, HEADER_ROW)
    about_sheet(book, chart.title, stamp, (*about, ("Cara hitung grafik", chart.how), ("Catatan grafik", chart.note)))
    return saved(book)


def put_text(cell: Cell, text: str) -> None:
    """Write text that stays text: never a formula, an error value or a number."""
    cell.value = cell_text(text)
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = cell.value[:1] in tuple("=+-@\t'")


def data_sheet(sheet: Worksheet, table: Table, stamp: str, name: str = "Data") -> None:
    """Fill a sheet with the table: titles, header with filter, real numbers and days, set up for print."""
    sheet.title = name
    titles(sheet, table.title, table.subtitle, stamp)
    for number, column in enumerate(table.columns, 1):
        cell = sheet.cell(HEADER_ROW, number)
        put_text(cell, column.label)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    links = 0
    for at, row in enumerate(table.rows, HEADER_ROW + 1):
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            if value is None:
                continue
            cell = sheet.cell(at, number)
            _put(cell, column, value)
            if column.kind == "link" and links < MOST_LINKS and _is_link(value):
                cell.hyperlink, links = str(value), links + 1
                cell.font = Font(color="0B5CAD", underline="single")
    last = max(HEADER_ROW, HEADER_ROW + len(table.rows))
    if table.columns:
        sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(table.columns))}{last}"
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, 1)
    _widths(sheet, table)
    columns = sheet.column_dimensions
    labels = ((c.label, columns[get_column_letter(at)].width - 3) for at, c in enumerate(table.columns, 1))
    fit_height(sheet, HEADER_ROW, list(labels))
    print_setup(sheet, HEADER_ROW)


def _put(cell: Cell, column: Column, value: Value) -> None:
    """One value in the form of its column; what does not have that form stays text."""
    if isinstance(value, str):
        moment = _moment(column, value)
        if moment is not None:
            cell.value = moment
            cell.number_format = FORMATS[column.kind]
        elif column.kind in ("link", "code"):
            put_code(cell, value)
        else:
            put_text(cell, STATES.get(value, value) if column.kind == "state" else value)
            if column.kind == "text":
                cell.alignment = _WRAP
        return
    cell.value = value
    cell.number_format = FORMATS.get(column.kind, "General")


def put_code(cell: Cell, value: str) -> None:
    """Write a link or an id: its digits are never masked, for they lead to the post."""
    cell.value = "".join(char for char in value if char.isprintable())[:32_767]
    cell.data_type = "s"


def _moment(column: Column, value: str) -> date | datetime | None:
    if column.kind not in ("date", "datetime"):
        return None
    try:
        at = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None
    if at.year < 1900:
        return None
    return at if column.kind == "datetime" else at.date()


def _is_link(value: Value) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://")) and len(value) <= 2_000


def fit_height(sheet: Worksheet, row: int, cells: Sequence[tuple[str, float]]) -> None:
    """Make a row as high as its wrapped words need in cells so many letters wide: not every program does it itself."""
    lines = max((ceil(len(words) / max(width * 0.95, 1)) for words, width in cells), default=1)
    sheet.row_dimensions[row].height = 15.0 * min(max(lines, 1), 27)


def titles(sheet: Worksheet, title: str, subtitle: str, stamp: str) -> None:
    """Rows 1 to 3: title, subtitle, stamp; row 4 stays empty."""
    for row, (text, font) in enumerate(
        ((title, Font(bold=True, size=14)), (subtitle, Font(color="55616E")), (stamp, Font(bold=True))), 1
    ):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = font


def spread(sheet: Worksheet, row: int, columns: int) -> None:
    """Let the words of the first cell of a row wrap over so many columns: in one cell they would widen the page."""
    cell = sheet.cell(row, 1)
    if not cell.value:
        return
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    letters = (sheet.column_dimensions[get_column_letter(at)] for at in range(1, columns + 1))
    wide = sum(one.width if one.customWidth else 8.4 for one in letters)
    larger = (cell.font.size or 11) / 11 * (1.1 if cell.font.bold else 1)
    fit_height(sheet, row, ((str(cell.value), max(wide * 0.95, 20) / larger),))
    if larger > 1.2:
        sheet.row_dimensions[row].height = (sheet.row_dimensions[row].height or 15) * 1.3


def _widths(sheet: Worksheet, table: Table) -> None:
    """Columns as wide as their words, from the header and the first 200 rows, within what a screen holds."""
    for number, column in enumerate(table.columns):
        if column.kind in ("date", "datetime"):
            longest = 20
        else:
            longest = max((len(str(row[number])) for row in table.rows[:200] if row[number] is not None), default=0)
        header = max((len(word) for word in column.label.split()), default=4) + 3
        sheet.column_dimensions[get_column_letter(number + 1)].width = min(max(longest + 2, header, 9), 60)


def print_setup(sheet: Worksheet, header: int) -> None:
    """Landscape A4, as wide as the page, titles wrapped within its columns and on every page, page numbers below."""
    for row in (1, 2, 3):
        spread(sheet, row, max(sheet.max_column, 8 if sheet.max_row > 3 and header > 3 else 2))
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{header}"
    sheet.oddFooter.right.text = "Halaman &P dari &N"


def about_sheet(book: Workbook, title: str, stamp: str, about: About) -> None:
    """Add the sheet "Keterangan": what is counted and how, who is missing, when it was made."""
    sheet = book.create_sheet("Keterangan")
    titles(sheet, title, "Keterangan", stamp)
    for row, (label, text) in enumerate(((label, text) for label, text in about if text), HEADER_ROW):
        put_text(sheet.cell(row, 1), label)
        put_text(sheet.cell(row, 2), text)
        sheet.cell(row, 1).font = Font(bold=True)
        for cell in sheet[row]:
            cell.alignment, cell.border = _WRAP, _RULE
        fit_height(sheet, row, ((label, 26), (text, 100)))
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = 100
    print_setup(sheet, 3)


def saved(book: Workbook) -> bytes:
    """The workbook as bytes, without the clock."""
    buffer = BytesIO()
    book.save(buffer)
    return without_clock(buffer.getvalue())
