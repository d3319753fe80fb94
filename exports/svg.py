"""Pieces of a drawing (text, bars, lines, points, hatches) as SVG, for pictures and pages made without a browser."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import INK, PAPER
from charts.wording import clean, text_width
from exports.glyphs import runs
from exports.safe import mask_ids

FONTS = "Noto Sans"
LEADING = 1.3
_HATCHES = {
    "/": "M-2 2L2 -2M0 8L8 0M6 10L10 6",
    "\\": "M-2 6L2 10M0 0L8 8M6 -2L10 2",
    "x": "M0 8L8 0M0 0L8 8",
    ".": "M2 4h2.4",
    "-": "M0 4H8",
    "|": "M4 0V8",
    "+": "M0 4H8M4 0V8",
}
"""Paths of the hatches in a square of 8, by the names that charts.palette gives them."""
_NAMES = {"/": "naik", "\\": "turun", "x": "silang", ".": "titik", "-": "datar", "|": "tegak", "+": "kisi"}
_DASHES = {
    "solid": "",
    "dash": "7 4",
    "dot": "2 3",
    "dashdot": "7 3 2 3",
    "longdash": "12 4",
    "longdashdot": "12 3 2 3",
}


@dataclass(frozen=True)
class Drawing:
    """SVG elements and the pixels that they take, from the upper left corner."""

    body: str
    width: float
    height: float


def document(drawing: Drawing) -> str:
    """The drawing as a whole SVG on white, with the hatches that it uses and nothing that is fetched from elsewhere."""
    width, height = f"{drawing.width:.0f}", f"{drawing.height:.0f}"
    defined = "".join(
        _hatch(sign, tone, colour)
        for sign in _HATCHES
        for tone, colour in (("terang", PAPER), ("gelap", INK))
        if f"url(#{_NAMES[sign]}-{tone})" in drawing.body
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONTS}"><defs>{defined}</defs><rect width="{width}" height="{height}" fill="{PAPER}"/>'
        f"{drawing.body}</svg>"
    )


def _hatch(sign: str, tone: str, colour: str) -> str:
    return (
        f'<pattern id="{_NAMES[sign]}-{tone}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<path d="{_HATCHES[sign]}" stroke="{colour}" stroke-width="1.6" stroke-opacity="0.55" fill="none"/></pattern>'
    )


def moved(drawing: Drawing, x: float, y: float) -> str:
    """The elements of a drawing with its corner at x, y."""
    return f'<g transform="translate({x:.1f} {y:.1f})">{drawing.body}</g>'


def text(
    x: float,
    y: float,
    words: str,
    size: float = 11,
    colour: str = INK,
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
    turn: bool = False,
) -> str:
    """One line of text with its baseline at y, cleaned, masked and escaped; `turn` sets it upright, read from below."""
    shown = mask_ids(clean(words))
    if not shown:
        return ""
    looks = f' fill="{colour}"' if colour != INK else ""
    looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
    looks += ' font-weight="bold"' if bold else ""
    looks += f' stroke="{PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    looks += f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turn else ""
    parts = "".join(
        html.escape(piece) if family == FONTS else f'<tspan font-family="{family}">{html.escape(piece)}</tspan>'
        for family, piece in runs(shown)
    )
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{looks}>{parts}</text>'


def block(
    x: float, top: float, lines: Sequence[str], size: float = 11, colour: str = INK, anchor: str = "start",
    bold: bool = False,
) -> str:  # fmt: skip
    """Lines of text under each other, the first beginning at `top`; they take block_height pixels."""
    first = top + size
    return "".join(
        text(x, first + at * size * LEADING, words, size, colour, anchor, bold) for at, words in enumerate(lines)
    )


def block_height(lines: Sequence[str], size: float = 11) -> float:
    """Pixels from the top of a block to the next."""
    return len(lines) * size * LEADING


def rect(x: float, y: float, width: float, height: float, fill: str, hatch: str = "", edge: str = "") -> str:
    """A filled rectangle, hatched light on dark or dark on light, so that print without colour tells it apart."""
    place = f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}"'
    stroke = f' stroke="{edge}"' if edge else ""
    over = f'{place} fill="url(#{_NAMES[hatch]}-{"terang" if is_dark(fill) else "gelap"})"/>' if hatch else ""
    return f'{place} fill="{fill}"{stroke}/>{over}'


def line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1, dash: str = "solid") -> str:
    """A straight line; `dash` is a name of charts.palette."""
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" {stroke(colour, width, dash)}/>'


def stroke(colour: str, width: float, dash: str = "solid") -> str:
    """Attributes of a path that is drawn and not filled."""
    dashes = f' stroke-dasharray="{_DASHES[dash]}"' if _DASHES[dash] else ""
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}'


def point(x: float, y: float, symbol: str, colour: str, size: float = 4) -> str:
    """A point of a line; `symbol` is a name of charts.palette."""
    if symbol == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" fill="{colour}"/>'
    s = size
    shapes = {
        "square": f"M{-s} {-s}H{s}V{s}H{-s}Z",
        "diamond": f"M0 {-1.3 * s}L{1.3 * s} 0L0 {1.3 * s}L{-1.3 * s} 0Z",
        "triangle-up": f"M0 {-1.2 * s}L{1.2 * s} {s}H{-1.2 * s}Z",
        "triangle-down": f"M0 {1.2 * s}L{1.2 * s} {-s}H{-1.2 * s}Z",
        "cross": f"M{-s / 3} {-s}H{s / 3}V{-s / 3}H{s}V{s / 3}H{s / 3}V{s}H{-s / 3}V{s / 3}H{-s}V{-s / 3}H{-s / 3}Z",
    }
    return f'<path d="{shapes[symbol]}" transform="translate({x:.1f} {y:.1f})" fill="{colour}"/>'


def is_dark(colour: str) -> bool:
    """Whether white can be read on the colour better than ink. Source: relative luminance, WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.2


def bold_width(words: str, size: int) -> float:
    """Estimated width of a bold line."""
    return text_width(words, size) * 1.08
