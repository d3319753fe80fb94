"""Bars, stacks, lines and points: the plots whose marks stand against an axis of numbers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from charts.axes import (
    LABEL_SIZE,
    Json,
    column_labels,
    event_marks,
    keys_of,
    row_labels,
    target_marks,
    value_axis,
)
from charts.frame import Body
from charts.hover import hover_texts, targets_of
from charts.model import STATES, Chart, Series
from charts.palette import INK, MUTED, PAPER, Look, look
from charts.wording import escaped, mark_value, show_value, text_width

PLOT_HEIGHT = 280
UNCHOSEN = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
"""A clicked mark keeps its look: the click leads to another page, it does not choose within the picture."""


def bars(chart: Chart) -> Body:
    """Bars beside each other or, of a stack, on each other; standing, or lying with the first category on top."""
    stacked = chart.kind == "stacked"
    keys, looks = keys_of(chart.categories), _looks(chart)
    traces = [_bar(chart, keys, row, style) for row, style in enumerate(looks)]
    if stacked and chart.number_format != "percent":
        traces.append(_totals(chart, keys))
    elif chart.states and chart.horizontal:
        traces.append(_reasons(chart, keys))
    return _plotted(chart, traces, _reach(chart), stacked and chart.number_format == "percent")


def lines(chart: Chart) -> Body:
    """One line a series; a value that is not known leaves a gap."""
    keys = keys_of(chart.categories)
    traces = []
    for row, (series, style) in enumerate(zip(chart.series, _looks(chart), strict=True)):
        trace = {
            "type": "scatter",
            "mode": "lines+markers",
            "name": escaped(series.name),
            "x": keys,
            "y": list(series.values),
            "connectgaps": False,
            "line": {"color": style.colour, "width": 2.5, "dash": style.dash},
            "marker": {"color": style.colour, "size": 7, "symbol": style.symbol},
            "cliponaxis": False,
        }
        traces.append(trace | hover_texts(chart, row) | targets_of(chart, row) | UNCHOSEN)
    return _plotted(chart, traces, [value for series in chart.series for value in series.values])


def points(chart: Chart) -> Body:
    """One point a category: the first series lies along, the second stands."""
    along, up = chart.series
    style = look(up.role, 0, 1)
    farthest = max((value for value in along.values if value is not None), default=0)
    trace = {
        "type": "scatter",
        "mode": "markers+text" if len(chart.categories) <= 8 else "markers",
        "x": list(along.values),
        "y": list(up.values),
        "text": [escaped(name if len(name) <= 26 else f"{name[:25]}…") for name in chart.categories],
        "textposition": [f"middle {'left' if x and 2 * x > farthest else 'right'}" for x in along.values],
        "textfont": {"size": LABEL_SIZE, "color": MUTED},
        "marker": {"color": style.colour, "size": 11, "opacity": 0.8, "line": {"color": PAPER, "width": 1}},
        "cliponaxis": False,
    }
    yaxis = value_axis(up.values, chart.number_format)
    xaxis = value_axis(along.values, chart.number_format) | {
        "title": {"text": f"{escaped(along.name)} →", "standoff": 6, "font": {"size": 12, "color": MUTED}}
    }
    shapes, marks = target_marks(chart)
    return Body(
        [trace | hover_texts(chart, 0) | targets_of(chart, 0) | UNCHOSEN],
        xaxis,
        yaxis,
        height=340,
        left=_number_width(up.values, chart),
        below=46,
        heading=f"↑ {escaped(up.name)}",
        shapes=shapes,
        annotations=marks,
    )


def _looks(chart: Chart) -> list[Look]:
    return [look(series.role, row, len(chart.series)) for row, series in enumerate(chart.series)]


def _bar(chart: Chart, keys: list[str], row: int, style: Look) -> Json:
    series = chart.series[row]
    stacked = chart.kind == "stacked"
    numbers: list[float | None] = list(series.values)
    trace: Json = {
        "type": "bar",
        "name": escaped(series.name),
        "x": numbers if chart.horizontal else keys,
        "y": keys if chart.horizontal else numbers,
        "orientation": "h" if chart.horizontal else "v",
        "marker": {
            "color": style.colour,
            "line": {"color": PAPER, "width": 1 if stacked else 0},
            "pattern": {"shape": style.pattern, "fillmode": "overlay", "size": 7, "solidity": 0.18, "fgcolor": PAPER},
        },
        "textangle": 0,
        "cliponaxis": False,
    }
    if stacked:
        ink = {"size": LABEL_SIZE}
        trace |= {
            "textposition": "inside",
            "insidetextanchor": "middle",
            "insidetextfont": ink,
            "constraintext": "inside",
        }
        trace["text"] = _inside(chart, series)
    elif chart.horizontal or len(chart.categories) * len(chart.series) <= 12:
        trace |= {"textposition": "outside", "outsidetextfont": {"size": LABEL_SIZE, "color": INK}}
        trace["text"] = [mark_value(value, chart.number_format) for value in series.values]
    return trace | hover_texts(chart, row) | targets_of(chart, row) | UNCHOSEN


def _inside(chart: Chart, series: Series) -> list[str]:
    """The value of each part; the layout hides those that their part has no room for."""
    if not chart.horizontal and len(chart.categories) > 10:
        return [""] * len(series.values)
    return [mark_value(v, chart.number_format) if v else "" for v in series.values]


def _reasons(chart: Chart, keys: list[str]) -> Json:
    """The word for why a row has no bar, where the bar would begin."""
    values = zip(*(series.values for series in chart.series), strict=True)
    states = zip(*chart.states, strict=True)
    words = [
        STATES.get(row_states[0], "") if all(value is None for value in row_values) else ""
        for row_values, row_states in zip(values, states, strict=True)
    ]
    return _words(words, [0.0] * len(keys), keys, True) | {"textfont": {"size": LABEL_SIZE, "color": MUTED}}


def _words(words: list[str], values: list[float], keys: list[str], horizontal: bool) -> Json:
    """Text on a plot, right of a value of a lying chart or above that of a standing one."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": values if horizontal else keys,
        "y": keys if horizontal else values,
        "text": [f" {word}" if word else "" for word in words],
        "textposition": "middle right" if horizontal else "top center",
        "textfont": {"size": LABEL_SIZE, "color": INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _totals(chart: Chart, keys: list[str]) -> Json:
    """The sum of each stack, written at its end."""
    sums = _sums(chart)
    dense = not chart.horizontal and len(keys) > 12
    words = ["" if dense or not total else show_value(total, chart.number_format) for total in sums]
    return _words(words, sums, keys, chart.horizontal)


def _sums(chart: Chart) -> list[float]:
    columns = zip_longest(*(series.values for series in chart.series), fillvalue=None)
    return [float(sum(value for value in column if value is not None)) for column in columns]


def _reach(chart: Chart) -> list[float | None]:
    """How far the axis must go: the sums of stacks, else the values."""
    if chart.kind == "stacked":
        return list(_sums(chart))
    return [value for series in chart.series for value in series.values]


def _plotted(chart: Chart, traces: list[Json], reach: Sequence[float | None], whole: bool = False) -> Body:
    """The plot of a chart that has categories on one axis and numbers on the other."""
    numbers = value_axis([*reach, *(line.value for line in chart.lines)], chart.number_format, whole)
    shapes, marks = target_marks(chart)
    layout: Json = {"barmode": "stack" if chart.kind == "stacked" else "group"}
    if chart.kind == "stacked":
        layout["uniformtext"] = {"mode": "hide", "minsize": LABEL_SIZE}
    if chart.horizontal:
        rows = row_labels(chart.categories)
        each = max(rows.height + 4, 24 if chart.kind == "stacked" else 10 + 15 * len(chart.series))
        height = each * len(chart.categories)
        body = Body(traces, numbers | {"nticks": 4}, rows.axis, height, rows.width + 18, 22, right=_end_room(chart))
    else:
        columns = column_labels(chart.categories)
        flags, flag_numbers = event_marks(chart, keys_of(chart.categories))
        shapes, marks = [*shapes, *flags], [*marks, *flag_numbers]
        body = Body(traces, columns.axis, numbers, PLOT_HEIGHT, _number_width(reach, chart), columns.height)
    named = zip((series.name for series in chart.series), _looks(chart), strict=True)
    legend = tuple(named) if len(chart.series) > 1 else ()
    points_named = chart.kind == "line"
    return replace(body, legend=legend, legend_points=points_named, shapes=shapes, annotations=marks, layout=layout)


def _end_room(chart: Chart) -> float:
    """Room right of lying bars for the value written at their end."""
    longest = max((text_width(show_value(v, chart.number_format), LABEL_SIZE) for v in _reach(chart) if v), default=0)
    return 14 + (0 if chart.kind == "stacked" and chart.number_format == "percent" else longest * 0.6)


def _number_width(values: Sequence[float | None], chart: Chart) -> float:
    """Room left of a standing chart for the numbers of its axis."""
    shown = [show_value(value, chart.number_format) for value in values if value is not None]
    return 22 + max((text_width(text, LABEL_SIZE) for text in shown), default=10)
