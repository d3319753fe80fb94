"""A Chart as a PNG, made on the server without a browser."""

from charts.model import Chart
from exports.svg_chart import picture_svg
from exports.typeset import png


def chart_png(chart: Chart, stamp: str = "") -> bytes:
    """The chart with title, unit and note as a PNG 2,000 pixels wide; `stamp` ("" for none) stands above the title."""
    return svg_png(picture_svg(chart, stamp), 1000)


def svg_png(svg: str, width: int, dots_per_inch: float = 144) -> bytes:
    """An SVG of that width as PNG: twice as wide at 144 dots an inch, as wide at 72."""
    return png("picture.typ", {"svg": svg, "width": width}, dots_per_inch)
