"""Native tables of a slide: heat maps, calendars and tables, as coloured cells with numbers and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.util import Emu

from charts.cells import WEEKDAYS, cell_mark
from charts.model import STATES, Chart, Table
from charts.palette import ACCENT, GRID, INK, PAPER, STATE_LOOKS
from charts.wording import day_of, lines_of, short_month, text_width
from exports.about import cell_words
from exports.columns import column_widths
from exports.slide_charts import plain
from exports.svg import is_dark
from exports.svg_cells import shade

INCH = 914_400
NAME_WIDTH = 3.3
"""Inches of the column of names beside a heat map."""
MARGIN = 0.06
"""Inches beside the words of a table, so that a number does not touch the words of the next column."""
WHOLE = 12.33
"""Inches across a slide."""
_SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@dataclass(frozen=True)
class Cell:
    """Words on a ground; `size` in points."""

    words: str
    fill: str = PAPER
    size: float = 9
    bold: bool = False
    align: str = "l"
    margin: float = 0.03
    """Inches left and right of the words."""


def add_table(
    shapes: Any, rows: Sequence[Sequence[Cell]], widths: Sequence[float], heights: Sequence[float],
    left: float, top: float,
) -> None:  # fmt: skip
    """Add a native table of these cells at left, top; all sizes in inches. The first row is its header."""
    frame = shapes.add_table(1, 1, *(Emu(int(size * INCH)) for size in (left, top, sum(widths), sum(heights))))
    columns = "".join(f'<a:gridCol w="{int(width * INCH)}"/>' for width in widths)
    body = "".join(
        f'<a:tr h="{int(height * INCH)}">{"".join(_cell(cell) for cell in row)}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    table = parse_xml(f'<a:tbl {_SPACE}><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>')
    old = frame._element.graphic.graphicData.tbl
    old.getparent().replace(old, table)


def _cell(cell: Cell) -> str:
    ink = PAPER if is_dark(cell.fill) else INK
    run = (
        f'<a:r><a:rPr lang="id-ID" sz="{round(cell.size * 100)}" b="{int(cell.bold)}">{_solid(ink)}</a:rPr>'
        f"<a:t>{escape(cell.words)}</a:t></a:r>"
        if cell.words
        else f'<a:endParaRPr lang="id-ID" sz="{round(cell.size * 100)}"/>'
    )
    side = int(cell.margin * INCH)
    edges = "".join(f'<a:{edge} w="6350">{_solid(GRID)}</a:{edge}>' for edge in ("lnL", "lnR", "lnT", "lnB"))
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:p><a:pPr algn="{cell.align}"/>{run}</a:p></a:txBody>'
        f'<a:tcPr marL="{side}" marR="{side}" marT="9144" marB="9144" anchor="ctr">{edges}'
        f"{_solid(cell.fill)}</a:tcPr></a:tc>"
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def name_lines(name: str, width: float, size: float) -> int:
    """Lines that a name takes in a cell so many inches wide."""
    return max(len(lines_of(name, width * 72 - 6, round(size), 99)), 1)


def row_height(names: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Inches of a row whose cells hold these words."""
    most = max((name_lines(n, w, size) for n, w in zip(names, widths, strict=True)), default=1)
    return max(0.235, most * size * 1.22 / 72 + 0.05)


def heat_map_height(chart: Chart) -> float:
    """Inches of the heat map or calendar as a table."""
    if chart.kind == "calendar":
        return 0.3 + 0.5 * len(calendar_weeks(chart))
    return _header_height(chart)[0] + sum(row_height([s.name], [NAME_WIDTH], 9) for s in chart.series)


def _header_height(chart: Chart) -> tuple[float, list[str], float]:
    width = _column_width(chart)
    names = []
    for at, category in enumerate(chart.categories):
        day = day_of(category)
        first = day and (at == 0 or day.day == 1)
        names.append(f"{day.day} {short_month(day)[:3]}" if day and first else str(day.day) if day else plain(category))
    longest = max((text_width(word, 100) / 100 for name in names for word in name.split()), default=1) or 1
    size = max(min(9.0, round((width * 72 - 5) / longest / 1.1, 1)), 5.5)
    return max(row_height([name], [width], size) for name in names or [""]), names, size


def _column_width(chart: Chart) -> float:
    return min((12.33 - NAME_WIDTH) / max(len(chart.categories), 1), 1.2)


def add_heat_map(shapes: Any, chart: Chart, top: float, largest: float) -> None:
    """The heat map as a table under `top`: names, then a coloured cell a category, states by their marks."""
    width, (header, names, size) = _column_width(chart), _header_height(chart)
    rows = [[Cell(""), *(Cell(name, PAPER, size, True, "ctr") for name in names)]]
    for at, series in enumerate(chart.series):
        cells = [
            _mark(chart, at, column, largest, 9 if width >= 0.3 else 7.5) for column in range(len(chart.categories))
        ]
        rows.append([Cell(plain(series.name)), *cells])
    heights = [header, *(row_height([series.name], [NAME_WIDTH], 9) for series in chart.series)]
    roomy = min(1.4, 4.7 / sum(heights)) if sum(heights) < 4.7 else 1.0
    heights = [height * roomy for height in heights]
    add_table(shapes, rows, [NAME_WIDTH, *[width] * len(chart.categories)], heights, 0.5, top)


def _mark(chart: Chart, row: int, column: int, largest: float, size: float, before: str = "") -> Cell:
    shown, state = cell_mark(chart, row, column)
    value = chart.series[row].values[column]
    fill = STATE_LOOKS[state].colour if state else shade(value / largest) if value is not None else PAPER
    return Cell(f"{before}{shown}", fill, size, False, "ctr")


def calendar_weeks(chart: Chart) -> list[list[int | None]]:
    """Places of the days of a calendar by week, Monday first; each month begins a week of its own."""
    weeks: list[list[int | None]] = []
    before = None
    for at, category in enumerate(chart.categories):
        day = date.fromisoformat(category)
        if before is None or day.weekday() == 0 or day.month != before.month:
            weeks.append([None] * 7)
        weeks[-1][day.weekday()] = at
        before = day
    return weeks


def add_calendar(shapes: Any, chart: Chart, top: float, largest: float) -> None:
    """The calendar as a table: a week a row, in each cell the day and its number or the word for its state."""
    rows = [[Cell(""), *(Cell(name, PAPER, 10, True, "ctr") for name in WEEKDAYS)]]
    month = ""
    for week in calendar_weeks(chart):
        day = date.fromisoformat(chart.categories[next(at for at in week if at is not None)])
        shown, month = ("" if short_month(day) == month else short_month(day)), short_month(day)
        cells = [Cell("") if at is None else _day(chart, at, largest) for at in week]
        rows.append([Cell(shown, PAPER, 10, True), *cells])
    add_table(shapes, rows, [1.1, *[1.6] * 7], [0.3, *[0.5] * (len(rows) - 1)], 0.5, top)


def _day(chart: Chart, at: int, largest: float) -> Cell:
    number = f"{date.fromisoformat(chart.categories[at]).day}: "
    cell = _mark(chart, 0, at, largest, 11, number)
    state = chart.states[0][at] if chart.states else ""
    if state in STATES and chart.series[0].values[at] is None:
        return Cell(f"{number}{STATES[state].lower()}", cell.fill, 9, False, "ctr")
    return cell


def state_words(chart: Chart) -> str:
    """The marks of the states that occur, in words: "N = nihil; L = libur"."""
    found = {state for row in chart.states for state in row}
    return "; ".join(
        f"{STATE_LOOKS[code].mark or '(kosong)'} = {word.lower()}" for code, word in STATES.items() if code in found
    )


def table_rows(table: Table) -> tuple[list[list[Cell]], list[float], list[float]]:
    """A table as cells, widths and heights in inches, its header first."""
    words = [[cell_words(c, value) for c, value in zip(table.columns, row, strict=True)] for row in table.rows]
    size = 11 if len(table.columns) <= 6 else 9
    header = [column.label for column in table.columns]
    widths = [one / 72 for one in column_widths(header, words, size, WHOLE * 72, MARGIN * 72)]
    aligned = ["r" if column.kind in ("int", "decimal", "percent") else "l" for column in table.columns]
    looks = [(ACCENT, size, True)] + [(PAPER, size, False)] * len(words)
    rows = [
        [Cell(plain(one), *style, side, MARGIN) for one, side in zip(row, aligned, strict=True)]
        for row, style in zip([header, *words], looks, strict=True)
    ]
    inner = [width - 2 * (MARGIN - 0.03) for width in widths]
    heights = [row_height([cell.words for cell in row], inner, size) + 0.03 for row in rows]
    heights[0] = row_height([cell.words for cell in rows[0]], [width / 1.1 for width in inner], size) + 0.03
    return rows, widths, heights
