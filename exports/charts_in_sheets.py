"""A Chart on a worksheet: its numbers as cells and, where Excel has the kind, a native chart beside them."""

from collections.abc import Callable
from typing import TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.chart import BarChart, LineChart, Reference, ScatterChart
from openpyxl.chart import Series as NativeSeries
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from charts.model import STATES, Chart
from charts.palette import STATE_LOOKS, look
from charts.wording import category_words, day_of, short_month

PutText = Callable[[Cell, str], None]
Native = TypeVar("Native", BarChart, LineChart, ScatterChart)
NUMBERS = {"int": "#,##0", "decimal": "#,##0.0", "percent": "0.0%"}


def draw_chart(sheet: Worksheet, chart: Chart, top: int, put_text: PutText) -> None:
    """Write categories and series from row `top` on and draw the chart beside them; a heat map colours its cells."""
    if chart.kind == "heatmap":
        _heat_map(sheet, chart, top, put_text)
        return
    for column, label in enumerate(("", *(series.name for series in chart.series)), 1):
        put_text(sheet.cell(top, column), label)
        sheet.cell(top, column).font = Font(bold=True)
        sheet.cell(top, column).alignment = Alignment(wrap_text=True, horizontal="right", vertical="top")
        sheet.column_dimensions[get_column_letter(column)].width = 14
    for row, category in enumerate(chart.categories):
        put_text(sheet.cell(top + 1 + row, 1), _name(category))
        for column in range(len(chart.series)):
            _value(sheet.cell(top + 1 + row, column + 2), chart, column, row, put_text)
    sheet.column_dimensions["A"].width = 36
    if chart.kind != "calendar":
        native = _points(sheet, chart, top) if chart.kind == "scatter" else _bars_or_lines(sheet, chart, top)
        sheet.add_chart(native, f"{get_column_letter(len(chart.series) + 3)}{top}")


def _name(category: str) -> str:
    """A category in words; a day short, for its weekday and month in full would take most of a chart's height."""
    day = day_of(category)
    return f"{day.day} {short_month(day)}" if day else category_words(category)


def _value(cell: Cell, chart: Chart, row: int, column: int, put_text: PutText) -> None:
    """A number, or the word for why there is none."""
    value = chart.series[row].values[column]
    state = chart.states[row][column] if chart.states else ""
    if value is None:
        put_text(cell, STATES.get(state, ""))
        return
    cell.value = value
    cell.number_format = NUMBERS[chart.number_format]


def _heat_map(sheet: Worksheet, chart: Chart, top: int, put_text: PutText) -> None:
    for column, category in enumerate(chart.categories, 2):
        cell, day = sheet.cell(top, column), day_of(category)
        if day:
            cell.value, cell.number_format = day, "d"
        else:
            put_text(cell, category)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, horizontal="center")
        longest = max((len(word) for word in category.split()), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = 5 if day or longest <= 4 else longest + 3
    for row, series in enumerate(chart.series):
        put_text(sheet.cell(top + 1 + row, 1), series.name)
        for column in range(len(chart.categories)):
            cell = sheet.cell(top + 1 + row, column + 2)
            _value(cell, chart, row, column, put_text)
            state = chart.states[row][column] if chart.states else ""
            if state in STATE_LOOKS and cell.data_type == "s":
                cell.alignment = Alignment(shrink_to_fit=True, horizontal="center")
                cell.fill = PatternFill("solid", fgColor=STATE_LOOKS[state].colour.lstrip("#"))
    last = f"{get_column_letter(len(chart.categories) + 1)}{top + len(chart.series)}"
    colours = ColorScaleRule("num", 0, "FFFFFF", "max", None, "2F7DC4")
    sheet.conditional_formatting.add(f"B{top + 1}:{last}", colours)
    sheet.column_dimensions["A"].width = 36
    sheet.freeze_panes = sheet.cell(top + 1, 2)


def _bars_or_lines(sheet: Worksheet, chart: Chart, top: int) -> BarChart | LineChart:
    native: BarChart | LineChart
    if chart.kind == "line":
        native = LineChart()
    else:
        native = BarChart()
        native.type = "bar" if chart.horizontal else "col"
        if chart.kind == "stacked":
            native.grouping, native.overlap = "stacked", 100
    bottom = top + len(chart.categories)
    native.add_data(
        Reference(sheet, min_col=2, max_col=len(chart.series) + 1, min_row=top, max_row=bottom), titles_from_data=True
    )
    native.set_categories(Reference(sheet, min_col=1, min_row=top + 1, max_row=bottom))
    for position, (drawn, series) in enumerate(zip(native.series, chart.series, strict=True)):
        colour = look(series.role, position, len(chart.series)).colour.lstrip("#")
        if chart.kind == "line":
            drawn.graphicalProperties.line.solidFill = colour
            drawn.smooth = False
        else:
            drawn.graphicalProperties.solidFill = colour
    if chart.horizontal:
        native.x_axis.scaling.orientation = "maxMin"
        native.x_axis.tickLblSkip = 1
        native.height = max(8, 0.7 * len(chart.categories) + 3)
    return _dressed(native, chart)


def _points(sheet: Worksheet, chart: Chart, top: int) -> ScatterChart:
    native = ScatterChart()
    native.style = 13
    bottom = top + len(chart.categories)
    along, up = (Reference(sheet, min_col=column, min_row=top + 1, max_row=bottom) for column in (2, 3))
    series = NativeSeries(up, along, title=chart.title)
    series.marker.symbol = "circle"
    series.graphicalProperties.line.noFill = True
    native.series.append(series)
    native.x_axis.title, native.y_axis.title = (series.name for series in chart.series)
    return _dressed(native, chart)


def _dressed(native: Native, chart: Chart) -> Native:
    native.title = chart.title
    native.width = 24
    native.height = max(native.height, 11)
    native.legend.position = "b"
    if len(chart.series) == 1 or chart.kind == "scatter":
        native.legend = None
    native.y_axis.number_format = NUMBERS[chart.number_format]
    native.x_axis.delete = native.y_axis.delete = False
    return native
