"""Bars, stacks, lines and points as SVG, each with its axis of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from charts.model import STATES, Chart
from charts.palette import GRID, INK, MUTED, PAPER, Look
from charts.wording import are_days, mark_value, show_value, text_width
from exports.svg import Drawing, block, line, point, rect, stroke, text
from exports.svg_axes import (
    SIZE,
    Under,
    column_names,
    looks_of,
    row_names,
    state_cell,
    target_dash,
    tick_words,
    ticks,
)

PLOT_HEIGHT = 280
FLAGS = 30
"""Pixels above a plot where the numbers of dated events stand."""


@dataclass(frozen=True)
class Area:
    """Where a plot stands: its edges in pixels, and the ends of its axis of numbers."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def across(self, value: float) -> float:
        """The x of a number on a lying axis."""
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)

    def up(self, value: float) -> float:
        """The y of a number on a standing axis."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def reach(chart: Chart) -> float:
    """The largest number that the axis must hold: sums of stacks, else values; levels to compare with too."""
    columns = zip_longest(*(series.values for series in chart.series))
    known = [[value for value in column if value is not None] for column in columns]
    if chart.kind == "scatter":
        known = [[value for value in chart.series[1].values if value is not None]]
    sizes = [sum(column) if chart.kind == "stacked" else max(column) for column in known if column]
    return max([*sizes, *(level.value for level in chart.lines)], default=0)


def bars(chart: Chart, width: float, top: float | None = None) -> tuple[Drawing, tuple[str, ...]]:
    """Bars beside or on each other; lying where the chart says so or its names have no room under standing ones."""
    numbers = _numbers(chart, top)
    if not chart.horizontal:
        left = _left(chart, numbers)
        under = column_names(chart.categories, (width - left - 8) / max(len(chart.categories), 1))
        if not under.named and (are_days(chart.categories) or len(chart.categories) <= 24):
            return _standing(chart, width, numbers, under, left), ()
    return _lying(replace(chart, horizontal=True), width, numbers), ()


def _numbers(chart: Chart, top: float | None) -> list[float]:
    low = min((value for series in chart.series for value in series.values if value is not None), default=0)
    if chart.kind == "stacked" and chart.number_format == "percent":
        return ticks(low, 1, "percent")
    return ticks(low, max(reach(chart), top or 0), chart.number_format)


def _left(chart: Chart, numbers: Sequence[float]) -> float:
    return max(text_width(tick_words(value, chart.number_format), SIZE) for value in numbers) + 10


def _lying(chart: Chart, width: float, numbers: Sequence[float]) -> Drawing:
    names, names_width = row_names(chart.categories, width)
    stacked = chart.kind == "stacked"
    thick = 18 if stacked else 13
    rows = [max(len(lines) * SIZE * 1.3 + 5, 24 if stacked else 9 + thick * len(chart.series)) for lines in names]
    ends = max(
        (text_width(show_value(v, chart.number_format), SIZE) for s in chart.series for v in s.values), default=0
    )
    area = Area(names_width + 10, width - ends - 6, 4, 4 + sum(rows), numbers[0], numbers[-1])
    body = ""
    for value in numbers:
        x = area.across(value)
        body += line(x, area.top, x, area.bottom, GRID if value else MUTED)
        body += text(x, area.bottom + 14, tick_words(value, chart.number_format), SIZE - 1, MUTED, "middle")
    y = area.top
    for column, (lines, high) in enumerate(zip(names, rows, strict=True)):
        body += block(names_width, y + (high - len(lines) * SIZE * 1.3) / 2, lines, SIZE, INK, "end")
        many = 1 if stacked else len(chart.series)
        start = y + (high - many * thick) / 2
        body += (_stack if stacked else _row)(chart, column, area, start, thick)
        y += high
    for at, level in enumerate(chart.lines):
        x = area.across(level.value)
        body += line(x, area.top, x, area.bottom, INK, 1.5, target_dash(at))
    return Drawing(body, width, area.bottom + 22)


def _state(chart: Chart, row: int, column: int) -> str:
    return chart.states[row][column] if chart.states else ""


def _row(chart: Chart, column: int, area: Area, y: float, thick: float) -> str:
    """The bars of one category, each with its number or, where there is none, the word for why."""
    body = ""
    reasons = {_state(chart, at, column) for at, one in enumerate(chart.series) if one.values[column] is None}
    whole = len(reasons) == 1 and all(series.values[column] is None for series in chart.series)
    if whole and (words := STATES.get(reasons.pop(), "")):
        middle = y + thick * len(chart.series) / 2
        return text(area.across(0) + 5, middle + 4, words, SIZE, MUTED)
    for row, (series, style) in enumerate(zip(chart.series, looks_of(chart), strict=True)):
        value, at = series.values[column], y + row * thick
        if value is None:
            body += text(area.across(0) + 5, at + thick - 3, STATES.get(_state(chart, row, column), ""), 9, MUTED)
            continue
        start, end = sorted((area.across(0), area.across(value)))
        body += rect(start, at + 0.5, end - start, thick - 1.5, style.colour, style.pattern)
        body += text(end + 4, at + thick - 2.5, mark_value(value, chart.number_format), SIZE)
    return body


def _stack(chart: Chart, column: int, area: Area, y: float, thick: float) -> str:
    body, total = "", 0.0
    known = [series.values[column] for series in chart.series if series.values[column] is not None]
    if not known:
        words = STATES.get(_state(chart, 0, column), "")
        return text(area.across(0) + 5, y + thick - 5, words, SIZE, MUTED)
    for series, style in zip(chart.series, looks_of(chart), strict=True):
        value = series.values[column]
        if not value:
            continue
        start, end = area.across(total), area.across(total + value)
        body += rect(start, y, end - start, thick, style.colour, style.pattern, PAPER)
        body += _inside((start + end) / 2, y + thick / 2, mark_value(value, chart.number_format), end - start, thick)
        total += value
    if chart.number_format != "percent" and total:
        body += text(area.across(total) + 4, y + thick - 5, show_value(total, chart.number_format), SIZE)
    return body


def _inside(x: float, y: float, words: str, wide: float, high: float) -> str:
    """A number on a part of a stack that has room for it, on white so that hatches do not cross it."""
    needed = text_width(words, SIZE - 1) + 6
    if needed > wide or high < 14:
        return ""
    return rect(x - needed / 2, y - 6.5, needed, 13, PAPER) + text(x, y + 3.8, words, SIZE - 1, anchor="middle")


def _standing(chart: Chart, width: float, numbers: Sequence[float], under: Under, left: float) -> Drawing:
    area, body = _frame(chart, width, numbers, under, left)
    slot = (area.right - area.left) / max(len(chart.categories), 1)
    stacked, looks = chart.kind == "stacked", looks_of(chart)
    many = 1 if stacked else max(len(chart.series), 1)
    wide = min(slot * 0.78, 64.0 * many) / many
    for column in range(len(chart.categories)):
        x = area.left + (column + 0.5) * slot - wide * many / 2
        total = 0.0
        for row, (series, style) in enumerate(zip(chart.series, looks, strict=True)):
            value = series.values[column]
            if value is None:
                state = _state(chart, row, column)
                at = x if stacked else x + row * wide
                body += state_cell(at, area.up(0) - 15, wide, 15, state, 9) if state and wide >= 8 else ""
                continue
            body += _bar(chart, area, x if stacked else x + row * wide, wide, total, value, style)
            total += value if stacked else 0
        if stacked and chart.number_format != "percent" and total and slot >= 24:
            body += text(
                x + wide / 2, area.up(total) - 4, show_value(total, chart.number_format), SIZE - 1, INK, "middle"
            )
    return Drawing(body, width, area.bottom + under.height + 4)


def _bar(chart: Chart, area: Area, x: float, wide: float, base: float, value: float, style: Look) -> str:
    low, high = sorted((area.up(base), area.up(base + value)))
    body = rect(x, low, wide - 1, high - low, style.colour, style.pattern, PAPER if chart.kind == "stacked" else "")
    words = mark_value(value, chart.number_format)
    if chart.kind == "stacked":
        return body + (_inside(x + wide / 2, (low + high) / 2, words, wide, high - low) if value else "")
    if text_width(words, SIZE - 1) <= wide + 2:
        body += text(x + wide / 2, low - 4, words, SIZE - 1, INK, "middle")
    return body


def _frame(chart: Chart, width: float, numbers: Sequence[float], under: Under, left: float) -> tuple[Area, str]:
    """A standing plot's area, with its lines, numbers, names of columns, levels and dated events drawn."""
    shown = [event.day for event in chart.events if event.day in chart.categories]
    top = FLAGS if shown else 14
    area = Area(left, width - 8, top, top + PLOT_HEIGHT, numbers[0], numbers[-1])
    slot = (area.right - area.left) / max(len(chart.categories), 1)
    body = ""
    for value in numbers:
        y = area.up(value)
        body += line(area.left, y, area.right, y, GRID if value else MUTED)
        body += text(area.left - 6, y + 4, tick_words(value, chart.number_format), SIZE - 1, MUTED, "end")
    for at, lines in enumerate(under.lines):
        body += block(area.left + (at + 0.5) * slot, area.bottom + 4, lines, SIZE, INK, "middle")
    for at, level in enumerate(chart.lines):
        body += line(area.left, area.up(level.value), area.right, area.up(level.value), INK, 1.5, target_dash(at))
    before = -99.0
    for number, day in enumerate(shown, 1):
        x = area.left + (chart.categories.index(day) + 0.5) * slot
        y = 12 if x - before >= 22 else 24
        body += line(x, y + 2, x, area.bottom, MUTED, 1, "dot") + text(
            x, y, f"({number})", 10, INK, "middle", bold=True
        )
        before = x if y == 12 else -99.0
    return area, body


def lines(chart: Chart, width: float, top: float | None = None) -> tuple[Drawing, tuple[str, ...]]:
    """One line a series, with gaps where nothing is known, and the list of columns whose names are numbers."""
    numbers = _numbers(chart, top)
    left = _left(chart, numbers)
    slot = (width - left - 8) / max(len(chart.categories), 1)
    under = column_names(chart.categories, slot)
    area, body = _frame(chart, width, numbers, under, left)
    for series, style in zip(chart.series, looks_of(chart), strict=True):
        path, pen = "", "M"
        for column, value in enumerate(series.values):
            if value is None:
                pen = "M"
                continue
            x, y = area.left + (column + 0.5) * slot, area.up(value)
            path += f"{pen}{x:.1f} {y:.1f}"
            pen = "L"
            if len(chart.categories) * len(chart.series) <= 24:
                body += text(x, y - 8, mark_value(value, chart.number_format), SIZE - 1, INK, "middle", halo=True)
            body += point(x, y, style.symbol, style.colour, 3.5 if len(chart.categories) <= 62 else 2)
        body += f'<path d="{path}" {stroke(style.colour, 2.2, style.dash)}/>' if path else ""
    for column in range(len(chart.categories)):
        states = {_state(chart, row, column) for row in range(len(chart.series))} - {""}
        if len(states) == 1 and all(series.values[column] is None for series in chart.series):
            x = area.left + column * slot
            body += state_cell(x + 1, area.bottom - 15, slot - 2, 15, states.pop(), 9)
    return Drawing(body, width, area.bottom + under.height + 4), under.named


def points(chart: Chart, width: float, top: float | None = None) -> tuple[Drawing, tuple[str, ...]]:
    """One numbered point a category, the first series along and the second up, and the list of their names."""
    along, up = chart.series
    numbers = ticks(min((v for v in up.values if v is not None), default=0), top or reach(chart), chart.number_format)
    across = ticks(
        min((v for v in along.values if v is not None), default=0),
        max((v for v in along.values if v is not None), default=0),
        chart.number_format,
    )
    left = _left(chart, numbers)
    area, body = _frame(replace(chart, events=()), width, numbers, Under((), 0), left)
    flat = Area(area.left, area.right, area.top, area.bottom, across[0], across[-1])
    for value in across:
        x = flat.across(value)
        body += line(x, area.top, x, area.bottom, GRID if value else MUTED)
        body += text(x, area.bottom + 15, tick_words(value, chart.number_format), SIZE - 1, MUTED, "middle")
    style, named = looks_of(chart)[1], []
    for at, (name, x_value, y_value) in enumerate(zip(chart.categories, along.values, up.values, strict=True), 1):
        if x_value is None or y_value is None:
            state = next((STATES[s] for s in (_state(chart, 0, at - 1), _state(chart, 1, at - 1)) if s in STATES), "")
            named.append(f"{at}. {name} ({state.lower() or 'tidak ada data'})")
            continue
        x, y = flat.across(x_value), area.up(y_value)
        body += point(x, y, "circle", style.colour, 4.5) + text(x + 6, y - 4, str(at), 9, INK, halo=True)
        named.append(f"{at}. {name}")
    body += text(area.right, area.bottom + 32, f"{along.name} →", SIZE, MUTED, "end")
    return Drawing(text(area.left, 10, f"↑ {up.name}", SIZE, MUTED) + body, width, area.bottom + 40), tuple(named)
