"""Axes of a plot, and what is marked on them: levels to compare with and dated events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from charts.model import Chart, NumberFormat
from charts.palette import GRID, INK, MUTED
from charts.wording import (
    are_days,
    broken,
    circled,
    clean,
    day_of,
    escaped,
    lines_of,
    short_month,
    show_value,
    text_width,
)
from indonesia import show_date

Json = dict[str, Any]

LABEL_SIZE = 11
LABEL_WIDTH = 28 * LABEL_SIZE * 0.55
"""Pixels of about 28 characters: where the name of an OPD beside its row breaks into the next line."""
PLOT_WIDTH = 300
"""Pixels that a phone leaves for the plot of an upright chart."""


@dataclass(frozen=True)
class Labels:
    """An axis of categories: plotly's axis, and the pixels that its longest label takes along and across."""

    axis: Json
    width: float
    height: float


def keys_of(categories: Sequence[str]) -> list[str]:
    """One name a category for plotly, which would draw two categories of the same name as one."""
    seen: dict[str, int] = {}
    keys = []
    for category in categories:
        key = clean(category)
        seen[key] = seen.get(key, 0) + 1
        keys.append(key + "\u200b" * (seen[key] - 1))
    return keys


def row_labels(categories: Sequence[str]) -> Labels:
    """The axis beside the rows of a lying chart or a heat map: names whole, broken into lines, first row on top."""
    broken_names = [lines_of(_short(category), LABEL_WIDTH, LABEL_SIZE, 4) for category in categories]
    width = max((text_width(line, LABEL_SIZE) for lines in broken_names for line in lines), default=0)
    counts = [len(lines) for lines in broken_names] or [1]
    # labels stand at the middle of their rows, so two neighbours share the height of both
    most = max(max(sum(pair) / 2 for pair in pairwise(counts)) if len(counts) > 1 else counts[0], 1)
    axis = _axis(keys_of(categories), [broken(lines) for lines in broken_names])
    axis["range"] = [len(categories) - 0.5, -0.5]
    return Labels(axis, width, most * LABEL_SIZE * 1.3)


def column_labels(categories: Sequence[str], width: float = PLOT_WIDTH, on_top: bool = False) -> Labels:
    """The axis under (or above) the columns: days as numbers, the month at its first day; short words; else upright."""
    if are_days(categories):
        return _day_labels(categories, width, on_top)
    keys, slot = keys_of(categories), width / max(len(categories), 1)
    names = [_short(category) for category in categories]
    widest = max((text_width(name, LABEL_SIZE) for name in names), default=0)
    if widest <= 40 and widest > slot - 2:
        step = next(step for step in (2, 3, 4, 6, 12, len(names)) if slot * step >= widest + 2 or step == len(names))
        return _flat(keys, [escaped(n) if i % step == 0 else "" for i, n in enumerate(names)], 1)
    wrapped = [lines_of(name, max(slot - 4, 24), LABEL_SIZE, 3) for name in names]
    whole = all(" ".join(lines) == clean(name) for lines, name in zip(wrapped, names, strict=True))
    if whole and all(text_width(line, LABEL_SIZE) <= slot for lines in wrapped for line in lines):
        return _flat(keys, [broken(lines) for lines in wrapped], max((len(lines) for lines in wrapped), default=1))
    upright = [lines_of(name, LABEL_WIDTH * 1.5, LABEL_SIZE, 2) for name in names]
    length = max((text_width(line, LABEL_SIZE) for lines in upright for line in lines), default=0)
    axis = _axis(keys, [broken(lines) for lines in upright]) | {"tickangle": -90}
    return Labels(axis | {"range": [-0.5, len(names) - 0.5]}, slot, length + 8)


def _flat(keys: list[str], texts: list[str], lines: int) -> Labels:
    axis = _axis(keys, texts) | {"range": [-0.5, len(keys) - 0.5]}
    return Labels(axis, 0, lines * LABEL_SIZE * 1.3 + 8)


def _day_labels(categories: Sequence[str], width: float, on_top: bool) -> Labels:
    """Days as "1", "2", …; where they stand too close only 1, 5, 10, …; the first of each month names it, unless the
    name of the next one would stand upon it."""
    days = [date.fromisoformat(category) for category in categories]
    slot = width / len(days)
    sparse = slot < 16
    firsts = {at for at, day in enumerate(days) if at == 0 or day.month != days[at - 1].month}
    starts = sorted(firsts)
    named = {
        at
        for at, after in zip(starts, [*starts[1:], len(days) * 9], strict=True)
        if (after - at) * slot > text_width(short_month(days[at]), LABEL_SIZE)
    }
    texts = []
    for position, day in enumerate(days):
        near = range(max(position - 2, 0), min(position + 3, len(days)))
        shown = position in firsts or not sparse or (day.day % 5 == 0 and firsts.isdisjoint(near))
        number = str(day.day) if shown else ""
        month = short_month(day) if position in named else ""
        texts.append("<br>".join((month or "&nbsp;", number) if on_top else (number, month)) if month else number)
    return _flat(list(categories), texts, 2)


def _short(category: str) -> str:
    """A month as "Okt 2024"; any other category cleaned."""
    month = day_of(f"{category}-01")
    return short_month(month) if month else clean(category)


def _axis(keys: list[str], texts: list[str]) -> Json:
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": keys,
        "tickmode": "array",
        "tickvals": keys,
        "ticktext": texts,
        "tickangle": 0,
        "tickfont": {"size": LABEL_SIZE, "color": INK},
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
    }


def event_words(chart: Chart) -> list[tuple[int, str]]:
    """Number and words of the events that fall on a day of the chart."""
    shown = [event for event in chart.events if event.day in chart.categories]
    days = [day_of(event.day) for event in shown]
    return [
        (number, f"{show_date(day) if day else event.day}: {event.label}")
        for number, (event, day) in enumerate(zip(shown, days, strict=True), 1)
    ]


def event_marks(chart: Chart, keys: Sequence[str], above: float = 0) -> tuple[list[Json], list[Json]]:
    """Dotted lines on the days of events and the numbers that lead to their words; `above` clears labels on top."""
    shown = [event.day for event in chart.events if event.day in chart.categories]
    shapes, marks = [], []
    for number, day in enumerate(shown, 1):
        at = keys[chart.categories.index(day)]
        line = {"color": MUTED, "width": 1, "dash": "dot"}
        shapes.append(
            {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line}
        )
        place = {"xref": "x", "yref": "paper", "x": at, "y": 1, "yanchor": "bottom", "yshift": above}
        marks.append({"text": circled(number), "showarrow": False, "font": {"size": 14, "color": INK}, **place})
    return shapes, marks


def target_marks(chart: Chart) -> tuple[list[Json], list[Json]]:
    """Dashed lines at the levels to compare with, each named at its end."""
    shapes, marks = [], []
    for line in chart.lines:
        words = f"{escaped(line.label)}: {show_value(line.value, chart.number_format)}"
        style = {"color": INK, "width": 1.5, "dash": "dash"}
        if chart.horizontal:
            place: Json = {"xref": "x", "yref": "paper", "x0": line.value, "x1": line.value, "y0": 0, "y1": 1}
            at: Json = {"xref": "x", "yref": "paper", "x": line.value, "y": 1, "yanchor": "bottom", "xanchor": "center"}
        else:
            place = {"xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": line.value, "y1": line.value}
            at = {"xref": "paper", "yref": "y", "x": 1, "y": line.value, "yanchor": "bottom", "xanchor": "right"}
        shapes.append({"type": "line", "line": style, **place})
        label = {"text": words, "showarrow": False, "font": {"size": LABEL_SIZE, "color": INK}, "borderpad": 1}
        marks.append({**label, **at, "bgcolor": "rgba(255,255,255,0.85)"})
    return shapes, marks


def value_axis(values: Sequence[float | None], number_format: NumberFormat, whole: bool = False) -> Json:
    """An axis of numbers from 0, wide enough for all values; `whole` ends it at 100 %."""
    known = [value for value in values if value is not None]
    high, low = max(known, default=0), min(known, default=0)
    room = (high - min(low, 0)) * 0.1 or 1
    axis: Json = {
        "type": "linear",
        "range": [low - room if low < 0 else 0, 1 if whole else high + room],
        "tickformat": {"int": ",d", "decimal": ",.1~f", "percent": ".0%"}[number_format],
        "nticks": 6,
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": MUTED,
        "zerolinewidth": 1,
        "tickfont": {"size": LABEL_SIZE, "color": MUTED},
    }
    if number_format == "int" and high <= 8 and low >= 0:
        axis |= {"dtick": 1 if high <= 5 else 2, "tick0": 0}
    return axis
