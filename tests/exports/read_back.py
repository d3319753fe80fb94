"""Reads the numbers of charts and tables back: from the figure on screen, from slides, sheets and drawings."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from defusedxml import ElementTree
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

from charts.model import Chart, Table
from charts.screen import NOTHING, figure, holds_something
from charts.wording import mark_value
from exports.about import cell_words
from exports.slide_charts import plain
from exports.workbook import HEADER_ROW

Grid = list[list[str]]
"""A row a series, in it the number of each category as it is shown, "" where none is."""
_NUMBER = re.compile(r"-?[\d.,]+%?|<1%")


def on_screen(chart: Chart) -> Grid:
    """The numbers of the figure that the page draws."""
    traces = figure(chart)["data"]
    if chart.kind == "heatmap":
        return [[_number(a or b) for a, b in zip(*rows, strict=True)] for rows in zip(*_layers(traces), strict=True)]
    if chart.kind == "calendar":
        weeks = [
            text for rows in zip(*_layers(traces), strict=True) for pair in zip(*rows, strict=True) for text in pair
        ]
        days = sorted(text for text in weeks if text)
        by_day = {int(re.findall(r">(\d+)<", text)[0]): _number(text.split("<br>")[1]) for text in days}
        return [[by_day[int(category[-2:])] for category in chart.categories]]
    drawn = [trace for trace in traces if trace["type"] == "bar" or trace.get("mode") == "lines+markers"]
    numbers = [trace["x" if trace.get("orientation") == "h" else "y"] for trace in drawn]
    return [[mark_value(value, chart.number_format) for value in row] for row in numbers]


def _layers(traces: list[Any]) -> list[Any]:
    return [trace["text"] for trace in traces if trace["type"] == "heatmap"]


def _number(words: str) -> str:
    found = _NUMBER.match(words)
    return found.group() if found else ""


def frames(deck: bytes) -> Iterator[Any]:
    """The native charts and tables of the slides, in their order."""
    for slide in Presentation(BytesIO(deck)).slides:
        yield from (shape for shape in slide.shapes if shape.has_chart or shape.has_table)


def on_slides(chart: Chart, shapes: Iterator[Any]) -> Grid:
    """The numbers of the chart on the next slides, its parts put together again."""
    if not holds_something(chart):
        return []
    if chart.kind == "heatmap":
        rows: Grid = []
        while len(rows) < len(chart.series):
            rows += [[_number(cell) for cell in row[1:]] for row in _cells(next(shapes))[1:]]
        return rows
    if chart.kind == "calendar":
        days: dict[int, str] = {}
        while len(days) < len(chart.categories):
            cells = [cell.split(": ") for row in _cells(next(shapes))[1:] for cell in row[1:] if cell]
            days |= {int(day): _number(words) for day, words in cells}
        return [[days[int(category[-2:])] for category in chart.categories]]
    columns: Grid = [[] for _ in chart.series]
    while len(columns[0]) < len(chart.categories):
        drawn = next(shapes).chart.plots[0].series
        for column, series in zip(columns, drawn, strict=False):
            column += [mark_value(value, chart.number_format) for value in series.values]
    return columns


def _cells(shape: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in shape.table.rows]


def in_sheet(chart: Chart, sheet: Worksheet) -> Grid:
    """The numbers beside the native chart of a sheet."""
    across, down = len(chart.series), len(chart.categories)
    if not holds_something(chart):
        assert sheet.cell(HEADER_ROW, 1).value == NOTHING
        return []
    lying = chart.kind == "heatmap"
    down, across = (across, down) if lying else (down, across)
    cells = [[sheet.cell(HEADER_ROW + 1 + row, 2 + column).value for column in range(across)] for row in range(down)]
    numbers = [[mark_value(one, chart.number_format) if isinstance(one, int | float) else "" for one in row]
               for row in cells]  # fmt: skip
    return numbers if lying else [list(column) for column in zip(*numbers, strict=True)]


def in_drawing(svg: str) -> list[str]:
    """The texts of a drawing, each line of it one."""
    root = ElementTree.fromstring(svg)
    return ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]


def table_words(table: Table) -> list[list[str]]:
    """The cells of a table as a page prints them."""
    return [[plain(cell_words(c, value)) for c, value in zip(table.columns, row, strict=True)] for row in table.rows]
