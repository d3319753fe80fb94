"""Cuts a tall chart into parts that each fit a page or a slide: rows of OPDs, months of a calendar; nothing is lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from charts.model import Chart
from exports.svg_cells import largest
from exports.svg_plots import reach


@dataclass(frozen=True)
class Part:
    """A part of a chart: which of how many it is, and the largest value of the whole, so that all are drawn alike."""

    chart: Chart
    number: int
    many: int
    top: float

    @property
    def words(self) -> str:
        """ "(bagian 2 dari 3)", "" for a chart that is whole."""
        return f"(bagian {self.number} dari {self.many})" if self.many > 1 else ""


def rows_of(chart: Chart) -> int:
    """How many rows the chart may be cut between: series of a heat map, categories of lying bars, months."""
    if chart.kind == "heatmap":
        return len(chart.series)
    if chart.kind == "calendar":
        return len({day[:7] for day in chart.categories})
    return len(chart.categories) if chart.horizontal else 1


def cut(chart: Chart, many: int) -> list[Part]:
    """The chart in at most `many` parts of about equally many rows, in their order."""
    rows = rows_of(chart)
    many = max(1, min(many, rows))
    each = ceil(rows / many) if rows else 1
    many = ceil(rows / each) if rows else 1
    top = largest(chart) if chart.kind in ("heatmap", "calendar") else reach(chart)
    if many == 1:
        return [Part(chart, 1, 1, top)]
    return [Part(_slice(chart, at * each, (at + 1) * each), at + 1, many, top) for at in range(many)]


def fitted(chart: Chart, height: Callable[[Part], float], tallest: float) -> list[Part]:
    """As few parts as possible, none higher than `tallest` unless it is a single row."""
    many, rows = 1, max(rows_of(chart), 1)
    while True:
        parts = cut(chart, many)
        highest = max(height(part) for part in parts)
        if many >= rows or highest <= tallest:
            return parts
        many = max(many + 1, min(ceil(many * highest / tallest), rows) - 1)


def _slice(chart: Chart, first: int, last: int) -> Chart:
    if chart.kind == "heatmap":
        return replace(
            chart, series=chart.series[first:last], states=chart.states[first:last], marks=chart.marks[first:last]
        )
    if chart.kind == "calendar":
        months = sorted({day[:7] for day in chart.categories})[first:last]
        kept = [at for at, day in enumerate(chart.categories) if day[:7] in months]
        first, last = kept[0], kept[-1] + 1
    series = tuple(replace(series, values=series.values[first:last]) for series in chart.series)
    return replace(
        chart,
        categories=chart.categories[first:last],
        series=series,
        states=tuple(row[first:last] for row in chart.states),
        marks=tuple(row[first:last] for row in chart.marks),
    )
