"""Heat maps and calendars as SVG: the number in each cell, or mark and hatch of why there is none."""

from datetime import date

from charts.axes import event_words
from charts.cells import WEEKDAYS, cell_mark
from charts.model import Chart
from charts.palette import GRID, INK, MUTED, PAPER, SCALE
from charts.wording import short_month, text_width
from exports.svg import Drawing, block, is_dark, rect, text
from exports.svg_axes import SIZE, column_names, row_names, state_cell

WIDEST_CELL = 110


def shade(share: float) -> str:
    """The colour of a cell whose value is this share of the largest; 0 is white. Steps of charts.palette.SCALE."""
    share = min(max(share, 0.0), 1.0)
    after = next(at for at, (place, _) in enumerate(SCALE) if float(place) >= share)
    if after == 0:
        return str(SCALE[0][1])
    (low, dark), (high, light) = SCALE[after - 1], SCALE[after]
    if after == 1:
        return str(light)
    part = (share - float(low)) / (float(high) - float(low))
    pairs = [(int(str(dark)[at : at + 2], 16), int(str(light)[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02X}" for a, b in pairs)


def largest(chart: Chart) -> float:
    """The value that is painted darkest."""
    return max((value for series in chart.series for value in series.values if value is not None), default=0) or 1


def heatmap(chart: Chart, width: float, top: float | None = None) -> tuple[Drawing, tuple[str, ...]]:
    """Series as rows, categories as columns, and the list of columns whose names are numbers.

    `top` is the value painted darkest, that of the whole where the chart is a part of one.
    """
    names, names_width = row_names([series.name for series in chart.series], width)
    left = names_width + 10
    slot = min((width - left) / max(len(chart.categories), 1), WIDEST_CELL)
    under = column_names(chart.categories, slot)
    flags = {chart.categories.index(event.day): 0 for event in chart.events if event.day in chart.categories}
    events = {at: number for number, at in enumerate(flags, 1)} if event_words(chart) else {}
    y = under.height + (14 if events else 0) + 2
    body = ""
    for at, lines in enumerate(under.lines):
        shown = lines[::-1] if len(lines) == 2 and chart.categories[at][:4].isdigit() else lines
        above = under.height - len(shown) * SIZE * 1.3 + (14 if events else 0)
        body += block(left + (at + 0.5) * slot, above, shown, SIZE - 1, MUTED, "middle")
        if at in events:
            body += text(left + (at + 0.5) * slot, 10, f"({events[at]})", 9, INK, "middle", bold=True)
    most = top or largest(chart)
    size = _cell_size(chart, slot)
    for row, lines in enumerate(names):
        high = max(len(lines) * SIZE * 1.3 + 4, 20)
        body += block(names_width, y + (high - len(lines) * SIZE * 1.3) / 2, lines, SIZE, INK, "end")
        for column in range(len(chart.categories)):
            body += _cell(chart, row, column, left + column * slot, y, slot, high, most, size)
        y += high
    return Drawing(body, width, y + 4), under.named


def _cell_size(chart: Chart, slot: float) -> float:
    """Pixels of the numbers in cells, so that the longest stays within its cell; 0 where none could be read."""
    marks = (cell_mark(chart, row, at)[0] for row in range(len(chart.series)) for at in range(len(chart.categories)))
    longest = max((text_width(mark, 100) / 100 for mark in marks), default=1) or 1
    size = min(SIZE, (slot - 2) / longest)
    return round(size, 1) if size >= 5 else 0


def _cell(
    chart: Chart, row: int, column: int, x: float, y: float, width: float, height: float, most: float, size: float
) -> str:
    shown, state = cell_mark(chart, row, column)
    if state:
        return state_cell(x + 0.5, y + 0.5, width - 1, height - 1, state, size or 1)
    value = chart.series[row].values[column]
    if value is None:
        return rect(x + 0.5, y + 0.5, width - 1, height - 1, PAPER, "", GRID)
    fill = shade(value / most)
    ink = PAPER if is_dark(fill) else INK
    cell = rect(x + 0.5, y + 0.5, width - 1, height - 1, fill, "", GRID if fill == PAPER else "")
    return cell + (text(x + width / 2, y + height / 2 + size * 0.36, shown, size, ink, "middle") if size else "")


def calendar(chart: Chart, width: float, top: float | None = None) -> Drawing:
    """The days of one series: a week a row, Monday first; every month begins a row of its own."""
    days = [date.fromisoformat(category) for category in chart.categories]
    left, slot, high = 74.0, min((width - 74) / 7, 96.0), 44.0
    body = "".join(text(left + (at + 0.5) * slot, 12, name, SIZE, MUTED, "middle") for at, name in enumerate(WEEKDAYS))
    y, most, month, week = 18.0 - high, top or largest(chart), "", -1
    for column, day in enumerate(days):
        this = (day.day + day.replace(day=1).weekday() - 1) // 7
        if f"{day:%Y-%m}" != month:
            y += high + (8 if month else 0)
            month, week = f"{day:%Y-%m}", this
            body += text(left - 8, y + 18, short_month(day), SIZE, INK, "end", bold=True)
        elif this != week:
            y, week = y + high, this
        x = left + day.weekday() * slot
        body += _cell(chart, 0, column, x, y, slot, high, most, 13)
        body += text(x + 4, y + 12, str(day.day), 9, INK, halo=True)
    return Drawing(body, width, y + high + 4)
