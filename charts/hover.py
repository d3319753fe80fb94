"""What a mark says when it is touched, and where it leads."""

import json
from collections.abc import Sequence
from functools import lru_cache

from charts.axes import Json
from charts.model import STATES, Chart, Filter
from charts.wording import UNKNOWN, broken, category_words, lines_of, with_unit

WIDTH = 300
HINT = "Klik untuk melihat unggahannya"


def hover_texts(chart: Chart, row: int) -> Json:
    """Keys of a trace that show our own text for the marks of one series and nothing of plotly's."""
    columns = range(len(chart.categories))
    hints = [HINT if mark_filter(chart, row, column) else "" for column in columns]
    return {"hovertext": [hover_text(chart, row, column) for column in columns]} | hover_form(hints)


def hover_form(hints: Sequence[str]) -> Json:
    """The key that shows a mark's `hovertext`, and under it what a click does, sent once if it is the same for all."""
    forms = [f"%{{hovertext}}{f'<br>{hint}' if hint else ''}<extra></extra>" for hint in hints]
    return {"hovertemplate": forms[0] if len(set(forms)) == 1 else forms}


def targets_of(chart: Chart, row: int) -> Json:
    """Keys of a trace that carry, a mark each, the filter of its posts as JSON text, "" where it leads nowhere."""
    return {"customdata": [filter_text(mark_filter(chart, row, column)) for column in range(len(chart.categories))]}


def mark_filter(chart: Chart, row: int, column: int) -> Filter | None:
    """The filter that finds the posts behind a mark, None if the chart gives none."""
    return chart.marks[row][column] if chart.marks else None


def filter_text(target: Filter | None) -> str:
    """A filter as JSON text with its keys in order; "" for none."""
    return json.dumps(dict(target), ensure_ascii=False, sort_keys=True) if target else ""


def hover_text(chart: Chart, row: int, column: int) -> str:
    """Category, series and value of one mark in words, all text of the data escaped."""
    parts = [f"<b>{_shown(category_words(chart.categories[column]))}</b>"]
    if chart.kind == "scatter":
        parts += [f"{_shown(series.name)}: {_value(chart, at, column)}" for at, series in enumerate(chart.series)]
    elif len(chart.series) > 1 or chart.kind == "heatmap":
        parts.append(f"{_shown(chart.series[row].name)}: {_value(chart, row, column)}")
    else:
        parts.append(_value(chart, row, column))
    return "<br>".join(parts)


def _value(chart: Chart, row: int, column: int) -> str:
    """The value with its unit, or the word for why there is none."""
    value = chart.series[row].values[column]
    state = chart.states[row][column] if chart.states else ""
    if value is None or state == "nihil":
        return STATES.get(state, UNKNOWN)
    shown = _shown(with_unit(value, chart.number_format, "" if chart.kind == "scatter" else chart.unit))
    return f"{shown} ({STATES[state].lower()})" if state in STATES else shown


@lru_cache(maxsize=8192)
def _shown(text: str) -> str:
    return broken(lines_of(text, WIDTH, 13, 4))
