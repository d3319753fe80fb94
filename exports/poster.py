"""One upright picture (1080 × 1350) with the finding and the figures of an answer, to be sent by phone."""

from charts.model import Answer, Chart, Number
from charts.palette import ACCENT, GRID, INK, MUTED
from charts.wording import lines_of, show_value
from exports.about import change_words, grouped
from exports.edition import SAMPLE, Edition
from exports.message import ABOUT
from exports.parts import cut
from exports.picture import svg_png
from exports.svg import Drawing, block, block_height, document, moved, rect, text
from exports.svg_chart import chart_drawing

WIDTH, HEIGHT, MARGIN = 1080, 1350, 64
INNER = WIDTH - 2 * MARGIN
FOOT = 160
"""Pixels at the bottom for state, cut-off and who made it."""


def poster(answer: Answer, edition: Edition) -> bytes:
    """The picture as PNG. A chart stands on it if one of the answer fits under the figures; none is cut."""
    return svg_png(poster_svg(answer, edition), WIDTH, 72)


def poster_svg(answer: Answer, edition: Edition) -> str:
    """The picture as SVG."""
    head = " · ".join(words for words in (edition.regency, edition.period) if words)
    body = rect(0, 0, WIDTH, 20, ACCENT) + text(MARGIN, 86, head, 30, MUTED)
    if answer.sample:
        body += text(WIDTH - MARGIN, 52, SAMPLE, 20, INK, "end", bold=True)
    y = 116.0
    for words, size, colour in ((answer.title, 46, INK), (answer.sentence, 34, ACCENT)):
        lines = lines_of(words, INNER / 1.1, size, 7)
        body += block(MARGIN, y, lines, size, colour, bold=True)
        y += block_height(lines, size) + 16
    cards, high = _cards(answer.numbers[:4])
    body += moved(Drawing(cards, INNER, high), MARGIN, y)
    y += high + 24
    missing = lines_of("; ".join(words for words, _ in grouped(answer.missing)), INNER, 24, 3)
    room = HEIGHT - FOOT - y - block_height(missing, 24) - 30
    chart = _fitting(answer, room)
    if chart:
        body += moved(chart, MARGIN, y)
    body += block(MARGIN, HEIGHT - FOOT - block_height(missing, 24), missing, 24, MUTED)
    return document(Drawing(body + _foot(answer, edition), WIDTH, HEIGHT))


def _cards(numbers: tuple[Number, ...]) -> tuple[str, float]:
    """The figures two by two, and the pixels that they take."""
    body, wide, high = "", (INNER - 24) / 2, 190.0
    for at, number in enumerate(numbers):
        x, y = (at % 2) * (wide + 24), (at // 2) * (high + 20)
        change, before = change_words(number)
        shown = "–" if number.value is None else show_value(number.value, number.number_format)
        compared = "" if change is None else f"{'tetap' if change == 0 else change}; {before}"
        body += rect(x, y, wide, high, "#FFFFFF", "", GRID)
        body += block(x + 22, y + 12, lines_of(number.label, wide - 40, 24, 1), 24, MUTED)
        body += text(x + 22, y + 102, shown, 60, INK, bold=True)
        body += block(x + 22, y + 112, lines_of(number.unit, wide - 40, 22, 1), 22, INK)
        body += block(x + 22, y + 144, lines_of(compared, wide - 40, 18, 2), 18, MUTED)
    rows = (len(numbers) + 1) // 2
    return body, rows * (high + 20)


def _fitting(answer: Answer, room: float) -> Drawing | None:
    """The first chart that fits whole into the room, as large as it can be to be read on a phone, and its title."""
    for times in (1.5, 1.25, 1.05):
        for chart in answer.charts:
            if any(value is not None for series in chart.series for value in series.values):
                drawing = _scaled(chart, times)
                if drawing.height <= room:
                    return drawing
    return None


def _scaled(chart: Chart, times: float) -> Drawing:
    plot = chart_drawing(chart, INNER / times, cut(chart, 1)[0].top)
    unit = f" ({chart.unit})" if chart.unit else ""
    title = lines_of(f"{chart.title}{unit}", INNER / 1.1, 26, 3)
    body = block(0, 0, title, 26, INK, bold=True)
    body += f'<g transform="translate(0 {block_height(title, 26) + 10:.0f}) scale({times})">{plot.body}</g>'
    return Drawing(body, INNER, block_height(title, 26) + 10 + plot.height * times)


def _foot(answer: Answer, edition: Edition) -> str:
    words = f"{answer.reporting}. {answer.cut_off}. {answer.filters}." if answer.reporting else answer.filters
    said = " ".join(answer.extra[about] for about in ABOUT if answer.extra.get(about))
    lines = [*lines_of(said, INNER, 20, 2), *lines_of(words, INNER, 20, 2), *lines_of(edition.made, INNER, 20, 1)]
    return rect(MARGIN, HEIGHT - FOOT + 12, INNER, 1, GRID) + block(MARGIN, HEIGHT - FOOT + 22, lines, 20, MUTED)
