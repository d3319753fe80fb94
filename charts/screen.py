"""Draws a Chart as a plain plotly figure for the screen; the same figure is the picture that people download."""

from charts.axes import LABEL_SIZE, LABEL_WIDTH, Json
from charts.cells import calendar, cell_width, heatmap
from charts.frame import PHONE, Body, framed
from charts.model import Chart
from charts.plots import bars, lines, points
from charts.wording import text_width

MOST_MARKS = 5_000
NOTHING = "Belum ada data untuk pilihan ini."
PICTURE_WIDTH = 1100

_DRAW = {"bar": bars, "stacked": bars, "line": lines, "heatmap": heatmap, "calendar": calendar, "scatter": points}

_WORDS = {
    "Download plot as a PNG": "Unduh gambar (PNG)",
    "Taking snapshot - this may take a few seconds": "Gambar sedang dibuat",
    "Snapshot succeeded": "Gambar sudah diunduh",
    "Sorry, there was a problem downloading your snapshot!": "Gambar tidak dapat dibuat",
}


def figure(chart: Chart, stamp: str = "") -> Json:
    """The chart as a plotly figure: a dict of `data` and `layout`.

    Title, subtitle, unit, legend, notes and `stamp` stand in the picture itself. Each mark carries in `customdata` the
    filter of its posts as JSON text ("" for none). A chart that holds nothing says so. Raises ValueError if series,
    states or marks do not match the categories, or if there are more than 5,000 marks.
    """
    _check(chart)
    body = _DRAW[chart.kind](chart) if holds_something(chart) else _nothing()
    return framed(chart, body, stamp)


def holds_something(chart: Chart) -> bool:
    """Whether the chart has a number, or a word for why there is none; otherwise every output says NOTHING."""
    known = any(value is not None for series in chart.series for value in series.values)
    return known or any(state for row in chart.states for state in row)


def config(chart: Chart, file_stem: str) -> Json:
    """Settings of the figure on the page: one button, which saves the picture at three times its size."""
    del chart  # every chart is saved alike; a chart that needs more must say so here
    picture = {"format": "png", "scale": 3, "filename": file_stem, "width": PICTURE_WIDTH}
    return {
        "displaylogo": False,
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": picture,
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "typesetMath": False,
        "locale": "id",
        "locales": {"id": {"dictionary": _WORDS}},
    }


def min_width(chart: Chart) -> int:
    """Pixels below which the chart can no longer be read: the page then lets the reader scroll sideways."""
    if chart.kind != "heatmap":
        return PHONE
    names = max((text_width(series.name, LABEL_SIZE) for series in chart.series), default=0.0)
    return round(min(names, LABEL_WIDTH) + 30 + cell_width(chart) * len(chart.categories))


def _check(chart: Chart) -> None:
    """Raise ValueError if the parts of the chart do not fit together or are too many to draw."""
    width, height = len(chart.categories), len(chart.series)
    shapes = [len(series.values) for series in chart.series]
    for grid in (chart.states, chart.marks):
        if grid and len(grid) != height:
            raise ValueError(f"{chart.name}: {len(grid)} rows of states or marks for {height} series")
        shapes += [len(row) for row in grid]
    if any(length != width for length in shapes):
        raise ValueError(f"{chart.name}: every series, row of states and row of marks needs {width} values")
    if chart.kind == "scatter" and height not in (0, 2):
        raise ValueError(f"{chart.name}: points need two series, one along and one up")
    marks = width if chart.kind == "scatter" else width * height
    if marks > MOST_MARKS:
        raise ValueError(f"{chart.name}: {marks} marks; more than {MOST_MARKS} cannot be drawn, aggregate first")


def _nothing() -> Body:
    """An empty plot with a sentence; plotly's own check refuses a figure without any trace."""
    hidden: Json = {"visible": False, "range": [0, 1], "type": "linear"}
    sentence = {"text": NOTHING, "showarrow": False, "xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5}
    trace: Json = {"type": "scatter", "x": [], "y": [], "hoverinfo": "skip"}
    return Body([trace], hidden, hidden, 90, 10, 0, annotations=[sentence])
