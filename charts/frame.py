"""What surrounds a plot so that its picture stands alone: title, subtitle, unit, legend, notes, margins.

The server knows neither the width of the screen nor the fonts of the reader. Every margin is therefore computed here
from the texts, for the width of a phone; plotly's own guesses let notes and labels collide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from charts.axes import event_words
from charts.model import STATES, Chart
from charts.palette import FONT, INK, MUTED, PAPER, STATE_LOOKS, Look
from charts.wording import broken, circled, clean, escaped, lines_of, text_width

Json = dict[str, Any]

PAD = 10
PHONE = 330
"""Pixels of text on a line: what a phone of 390 pixels leaves beside the page's and the picture's own borders."""
LEADING = 1.3
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 16, 12, 11
FLAG_HEIGHT = 20


@dataclass(frozen=True)
class Body:
    """A plot without its surroundings: traces, axes, and the pixels that axis labels take on each side."""

    traces: list[Json]
    xaxis: Json
    yaxis: Json
    height: float
    left: float
    below: float
    above: float = 0
    right: float = 14
    heading: str = ""
    legend: tuple[tuple[str, Look], ...] = ()
    legend_points: bool = False
    shapes: list[Json] = field(default_factory=list)
    annotations: list[Json] = field(default_factory=list)
    layout: Json = field(default_factory=dict)


TEMPLATE: Json = {
    "layout": {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "align": "left",
            "namelength": 0,
            "font": {"family": FONT, "size": 13, "color": INK},
        },
        "hovermode": "closest",
        "showlegend": False,
        "bargap": 0.25,
    }
}
"""Our own look. White in the dark theme too: the picture on the screen is the one that is downloaded and printed."""


def framed(chart: Chart, body: Body, stamp: str) -> Json:
    """The whole plotly figure: the plot of `body` within its surroundings; `stamp` stands first, above the title."""
    flags = FLAG_HEIGHT if (chart.events or chart.lines) and body.traces else 0
    top, notes, title = _above(chart, body, stamp)
    margin_top = top + flags + body.above + 6
    below, bottom = _below(chart, body)
    for note in notes:
        note["yshift"] = margin_top - note["yshift"]
    start = PAD - body.left
    for note in (*notes, *below):
        note["xshift"] = start
    layout: Json = {
        "template": TEMPLATE,
        "title": title,
        "height": round(margin_top + body.height + bottom),
        "margin": {"l": round(body.left), "r": round(body.right), "t": round(margin_top), "b": round(bottom), "pad": 0},
        "separators": ",.",
        "dragmode": False,
        "xaxis": {"automargin": False, "fixedrange": True, **body.xaxis},
        "yaxis": {"automargin": False, "fixedrange": True, **body.yaxis},
        "shapes": body.shapes,
        "annotations": [*notes, *below, *body.annotations],
        **body.layout,
    }
    return {"data": body.traces, "layout": layout}


def _above(chart: Chart, body: Body, stamp: str) -> tuple[float, list[Json], Json]:
    """What stands above the plot: its height, the annotations (yshift counted from the top) and the title."""
    notes: list[Json] = []
    at = float(PAD)
    if stamp:
        notes.append(_stamp(stamp, at))
        at += 30
    lines = lines_of(chart.title, PHONE - 40, TITLE_SIZE, 4)
    # plotly lowers a title of one line to its ascent, one of several lines not
    title = {
        "text": f"<b>{broken(lines)}</b>",
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": PAD, "t": round(at + (0 if len(lines) == 1 else 0.7 * TITLE_SIZE))},
        "font": {"family": FONT, "size": TITLE_SIZE, "color": INK},
        "automargin": False,
    }
    at += len(lines) * TITLE_SIZE * LEADING + 4
    unit = f"Satuan: {chart.unit}" if chart.unit else ""
    grey = [broken(lines_of(text, PHONE, TEXT_SIZE, 4)) for text in (chart.subtitle, unit) if clean(text)]
    keys = [*_legend(body), *_state_keys(chart)]
    for text, colour in ((("<br>".join(grey)), MUTED), ("<br>".join(keys), INK), (body.heading, MUTED)):
        if text:
            notes.append(_text(text, at, TEXT_SIZE, colour))
            at += (text.count("<br>") + 1) * TEXT_SIZE * LEADING + 7
    return at, notes, title


def _below(chart: Chart, body: Body) -> tuple[list[Json], float]:
    """What stands under the plot and its axis: dated events by number, then the note; and the height of it all."""
    texts = [f"{circled(number)} {label}" for number, label in event_words(chart)]
    lines = [line for text in (*texts, chart.note) for line in lines_of(text, PHONE, SMALL_SIZE, 14)]
    bottom = body.below + 6
    if not lines:
        return [], bottom + 4
    note = _text(broken(lines), 0, SMALL_SIZE, MUTED)
    note |= {"y": 0, "yshift": -(bottom + 2)}
    return [note], bottom + 2 + len(lines) * SMALL_SIZE * LEADING + PAD


def _text(text: str, at: float, size: int, colour: str) -> Json:
    """A left-aligned block of text; plotly places it from the corner of the plot, so `yshift` is settled later."""
    return {
        "text": text,
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": at,
        "borderpad": 0,
        "font": {"size": size, "color": colour},
    }


def _stamp(stamp: str, at: float) -> Json:
    box = {"bordercolor": INK, "borderwidth": 1, "borderpad": 3}
    return _text(f"<b>{escaped(stamp)}</b>", at, TEXT_SIZE, INK) | box


def _legend(body: Body) -> list[str]:
    """Lines that name the series, each after its square or point; plotly's own legend would push the margins."""
    items = []
    for name, style in body.legend:
        shown = broken(lines_of(name, PHONE - 24, TEXT_SIZE, 2))
        key = style.point if body.legend_points else style.square
        colour = f'<span style="color:{style.colour}">{key}</span>'
        items.append((f"{colour} {shown}", text_width(clean(name)[:60], TEXT_SIZE) + 34))
    return _flow(items)


def _state_keys(chart: Chart) -> list[str]:
    """Lines that name the marks of cells without a number, only of the states that occur."""
    if chart.kind not in ("heatmap", "calendar"):
        return []
    found = {state for row in chart.states for state in row}
    keys = [(code, STATE_LOOKS[code].mark or "(kosong)") for code in STATES if code in found]
    items = [(f"<b>{mark}</b> {STATES[code].lower()}", text_width(STATES[code], TEXT_SIZE) + 34) for code, mark in keys]
    return _flow(items)


def _flow(items: Sequence[tuple[str, float]]) -> list[str]:
    """Items side by side, as many on a line as a phone holds."""
    lines: list[str] = []
    used = 0.0
    for text, width in items:
        if lines and used + width <= PHONE:
            lines[-1] += f" &nbsp;&nbsp; {text}"
            used += width
        else:
            lines.append(text)
            used = width
    return lines
