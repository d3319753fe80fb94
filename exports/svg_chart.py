"""A Chart as SVG: alone for a page that sets its own title, or as a whole picture with title, unit, notes and stamp."""

from charts.model import Chart
from charts.palette import INK, MUTED
from charts.screen import NOTHING, holds_something
from charts.wording import lines_of
from exports.svg import Drawing, block, block_height, bold_width, document, moved, rect, text
from exports.svg_axes import legend, lists_under
from exports.svg_cells import calendar, heatmap
from exports.svg_plots import bars, lines, points

MARGIN = 28


def chart_drawing(chart: Chart, width: float, top: float | None = None) -> Drawing:
    """Legend, plot and the lists that explain it; `top` is the largest value of the whole if this is a part."""
    if not holds_something(chart):
        return Drawing(text(width / 2, 40, NOTHING, 13, MUTED, "middle"), width, 70)
    named: tuple[str, ...] = ()
    if chart.kind == "heatmap":
        plot, named = heatmap(chart, width, top)
    elif chart.kind == "calendar":
        plot = calendar(chart, width, top)
    elif chart.kind == "line":
        plot, named = lines(chart, width, top)
    elif chart.kind == "scatter":
        plot, named = points(chart, width, top)
    else:
        plot, named = bars(chart, width, top)
    keys, under = legend(chart, width), lists_under(chart, named, width)
    body = keys.body + moved(plot, 0, keys.height) + moved(under, 0, keys.height + plot.height)
    return Drawing(body, width, keys.height + plot.height + under.height)


def chart_svg(chart: Chart, width: float = 680, top: float | None = None) -> str:
    """The chart alone as SVG, for a page that prints title and notes itself."""
    return document(chart_drawing(chart, width, top))


def picture_svg(chart: Chart, stamp: str = "", width: float = 1000) -> str:
    """The chart as a picture that stands alone: stamp, title, subtitle, unit, plot and note."""
    inner = width - 2 * MARGIN
    y, body = float(MARGIN), ""
    if stamp:
        wide = bold_width(stamp, 13) + 16
        body += rect(MARGIN, y, wide, 24, "#FFFFFF", "", INK) + text(MARGIN + 8, y + 17, stamp, 13, bold=True)
        y += 36
    unit = f"Satuan: {chart.unit}" if chart.unit else ""
    for words, size, colour, bold in (
        (chart.title, 21, INK, True),
        (chart.subtitle, 13, MUTED, False),
        (unit, 13, MUTED, False),
    ):
        broken = lines_of(words, inner / (1.08 if bold else 1), size, 99)
        body += block(MARGIN, y, broken, size, colour, bold=bold)
        y += block_height(broken, size) + (5 if broken else 0)
    plot = chart_drawing(chart, inner)
    body += moved(plot, MARGIN, y + 8)
    y += plot.height + 16
    note = lines_of(chart.note, inner, 11, 99)
    body += block(MARGIN, y, note, 11, MUTED)
    return document(Drawing(body, width, y + block_height(note, 11) + MARGIN))
