"""Heat maps and calendars: a number in each cell, or the mark of why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.axes import Json, column_labels, event_marks, keys_of, row_labels
from charts.frame import PHONE, Body
from charts.hover import HINT, filter_text, hover_form, hover_text, mark_filter
from charts.model import STATES, Chart
from charts.palette import GRID, INK, PAPER, SCALE, STATE_LOOKS
from charts.wording import mark_value, short_month

WEEKDAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
CODES = tuple(STATES)


@dataclass(frozen=True)
class Cell:
    """A cell at its place: number or state, its text, the text on touching it, the filter of its posts as JSON."""

    x: str
    y: str
    value: float | None
    state: str
    text: str
    hover: str
    target: str


def cell_width(chart: Chart) -> float:
    """Pixels that a column of a heat map needs, so that the longest number in it can be read."""
    longest = max((len(mark_value(v, chart.number_format)) for s in chart.series for v in s.values), default=1)
    marked = any(
        state and value is not None
        for series, states in zip(chart.series, chart.states, strict=False)
        for value, state in zip(series.values, states, strict=True)
    )
    return max(20, 8 + 7 * (longest + marked))


def heatmap(chart: Chart) -> Body:
    """Series as rows, categories as columns with their labels on top, where a long list of OPDs is read from."""
    rows = row_labels([series.name for series in chart.series])
    width = max(len(chart.categories) * cell_width(chart), PHONE - rows.width - 30)
    columns = column_labels(chart.categories, width, on_top=True)
    xs, ys = keys_of(chart.categories), keys_of([series.name for series in chart.series])
    cells = [_cell(chart, row, column, x, y) for row, y in enumerate(ys) for column, x in enumerate(xs)]
    flags = event_marks(chart, xs, columns.height)[1]  # without their lines, which would cross numbers
    return Body(
        _traces(cells, xs, ys, 11),
        columns.axis | {"side": "top", "ticks": ""},
        rows.axis | {"ticks": ""},
        height=max(rows.height + 4, 24) * len(ys),
        left=rows.width + 16,
        below=4,
        above=columns.height,
        annotations=flags,
        layout={"plot_bgcolor": GRID},
    )


def calendar(chart: Chart) -> Body:
    """The days of one series as a calendar: a week a row, Monday first; every month begins a row of its own."""
    if len(chart.series) != 1:
        raise ValueError("a calendar shows exactly one series")
    days = [date.fromisoformat(category) for category in chart.categories]
    rows = list(dict.fromkeys(_week(day) for day in days))
    named = {next(row for row in rows if row[:7] == month): month for month in dict.fromkeys(row[:7] for row in rows)}
    cells = []
    for column, day in enumerate(days):
        cell = _cell(chart, 0, column, WEEKDAYS[day.weekday()], _week(day))
        number = f'<span style="font-size:9px">{day.day}</span>'
        cells.append(Cell(cell.x, cell.y, cell.value, cell.state, f"{number}<br>{cell.text}", cell.hover, cell.target))
    columns = column_labels(WEEKDAYS, on_top=True)
    weeks = row_labels(rows)
    texts = [short_month(date.fromisoformat(f"{named[row]}-01")) if row in named else "" for row in rows]
    return Body(
        _traces(cells, list(WEEKDAYS), rows, 12),
        columns.axis | {"side": "top", "ticks": ""},
        weeks.axis | {"ticktext": texts, "ticks": ""},
        height=44 * len(rows),
        left=66,
        below=4,
        above=columns.height,
        layout={"plot_bgcolor": PAPER},
    )


def _week(day: date) -> str:
    """A name of the week within its month that sorts: 2024-10 and the number of the row."""
    first = day.replace(day=1)
    return f"{day:%Y-%m}/{(day.day + first.weekday() - 1) // 7}"


def _cell(chart: Chart, row: int, column: int, x: str, y: str) -> Cell:
    text, state = cell_mark(chart, row, column)
    target = filter_text(mark_filter(chart, row, column))
    return Cell(x, y, chart.series[row].values[column], state, text, hover_text(chart, row, column), target)


def cell_mark(chart: Chart, row: int, column: int) -> tuple[str, str]:
    """What stands in a cell, and the state that paints it, "" where its number does.

    A number that is not the whole story keeps the mark of its state: 2? is at least 2, 1L stands on a day off.
    """
    value = chart.series[row].values[column]
    state = chart.states[row][column] if chart.states else ""
    shown = mark_value(value, chart.number_format)
    text = STATE_LOOKS[state].mark if state in STATE_LOOKS else shown
    return (f"{shown}{text}", "") if value is not None and state not in ("", "nihil") else (text, state)


def _traces(cells: Sequence[Cell], xs: Sequence[str], ys: Sequence[str], size: int) -> list[Json]:
    """Numbers in blue, states in greys, and invisible points over both: plotly lets points be clicked, not cells."""
    leading, still = [c for c in cells if c.target], [c for c in cells if not c.target]
    numbers = {(cell.y, cell.x): cell for cell in cells if not cell.state and cell.value is not None}
    states = {(cell.y, cell.x): cell for cell in cells if cell.state}
    most = max((cell.value for cell in numbers.values() if cell.value is not None), default=1) or 1
    last = len(CODES) - 1
    steps: list[list[float | str]] = []
    for code, position in zip(CODES, range(len(CODES)), strict=True):
        colour = STATE_LOOKS[code].colour
        steps += [[position / (last + 1), colour], [(position + 1) / (last + 1), colour]]
    return [
        _layer(xs, ys, numbers, {k: c.value for k, c in numbers.items()}, size)
        | {"colorscale": SCALE, "zmin": 0, "zmax": most},
        _layer(xs, ys, states, {k: float(CODES.index(c.state)) for k, c in states.items()}, size)
        | {"colorscale": steps, "zmin": -0.5, "zmax": last + 0.5},
        *(_touch(some, hint) for some, hint in ((leading, HINT), (still, "")) if some),
    ]


def _layer(
    xs: Sequence[str],
    ys: Sequence[str],
    cells: dict[tuple[str, str], Cell],
    levels: dict[tuple[str, str], float | None],
    size: int,
) -> Json:
    return {
        "type": "heatmap",
        "x": list(xs),
        "y": list(ys),
        "z": [[levels.get((y, x)) for x in xs] for y in ys],
        "text": [[cells[y, x].text if (y, x) in cells else "" for x in xs] for y in ys],
        "texttemplate": "%{text}",
        "textfont": {"size": size},
        "showscale": False,
        "hoverinfo": "skip",
        "hoverongaps": False,
        "xgap": 1,
        "ygap": 1,
    }


def _touch(cells: Sequence[Cell], hint: str) -> Json:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [cell.x for cell in cells],
        "y": [cell.y for cell in cells],
        "marker": {"size": 18, "symbol": "square", "color": INK, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "hovertext": [cell.hover for cell in cells],
        "customdata": [cell.target for cell in cells],
    } | hover_form([hint])
