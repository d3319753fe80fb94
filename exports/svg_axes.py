"""Axes, legends and lists around a drawn chart: round numbers, category names whole, keys of states, dated events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from charts.axes import event_words
from charts.model import STATES, Chart, NumberFormat
from charts.palette import GRID, INK, MUTED, STATE_LOOKS, Look, look
from charts.wording import are_days, clean, day_of, lines_of, mark_value, short_month, show_value, text_width
from exports.svg import Drawing, block, block_height, line, point, rect, text

SIZE = 11
ROW_NAMES = 0.34
"""Share of the width that names beside rows may take before they break into the next line."""
STATE_HATCHES = {
    "belum_melapor": "/",
    "belum_terbaca": ".",
    "belum_lengkap": "|",
    "dispensasi": "\\",
    "tanpa_akun": "x",
    "belum_dinilai": "-",
}
"""Hatches of the keys of charts.model.STATES: greys alone look alike on paper."""
_TARGET_DASHES = ("dash", "dot", "longdashdot")


@dataclass(frozen=True)
class Under:
    """Names under (or above) standing columns: lines a column, their height, and a list where names are numbers."""

    lines: tuple[tuple[str, ...], ...]
    height: float
    named: tuple[str, ...] = ()


def ticks(low: float, high: float, number_format: NumberFormat) -> list[float]:
    """Round numbers from at most `low` to at least `high`, about five steps; whole ones where things are counted."""
    low, high = min(low, 0.0), max(high, 0.0)
    rough = (high - low) / 5 or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    if number_format == "int":
        step = max(1.0, float(ceil(step)))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(at * step, 10) for at in range(first, max(last, first + 1) + 1)]


def tick_words(value: float, number_format: NumberFormat) -> str:
    """A number of an axis: shares without decimals where they are whole."""
    if number_format == "percent" and abs(value * 100 - round(value * 100)) < 1e-6:
        return mark_value(value, number_format) if value else "0%"
    return show_value(value, number_format)


def row_names(names: Sequence[str], width: float) -> tuple[list[tuple[str, ...]], float]:
    """The names beside rows, broken into as many lines as they need, and the pixels of the longest line."""
    broken = [lines_of(_short(name), width * ROW_NAMES, SIZE, 99) for name in names]
    return broken, max((text_width(one, SIZE) for lines in broken for one in lines), default=0.0)


def column_names(categories: Sequence[str], slot: float) -> Under:
    """Names of columns `slot` pixels wide: days as numbers with the month, words in lines, else numbers and a list."""
    if are_days(categories):
        return _days(categories, slot)
    names = [_short(category) for category in categories]
    wrapped = [lines_of(name, max(slot - 6, 20), SIZE, 99) for name in names]
    whole = all(" ".join(lines) == clean(name) for lines, name in zip(wrapped, names, strict=True))
    if whole and max((len(lines) for lines in wrapped), default=1) <= 3:
        return Under(tuple(wrapped), max((len(lines) for lines in wrapped), default=1) * SIZE * 1.3 + 4)
    short = [name.split(".")[0] if name[-3:] == ".00" else "" for name in names]
    if all(short):  # hours
        return Under(tuple((name,) for name in short), SIZE * 1.3 + 4)
    numbers = tuple((str(at),) for at in range(1, len(names) + 1))
    return Under(numbers, SIZE * 1.3 + 4, tuple(f"{at}. {name}" for at, name in enumerate(names, 1)))


def _days(categories: Sequence[str], slot: float) -> Under:
    days = [date.fromisoformat(category) for category in categories]
    step = next(step for step in (1, 2, 5, 10, 400) if slot * step >= 17)
    firsts = [at for at, day in enumerate(days) if at == 0 or day.month != days[at - 1].month]
    room = {at: (after - at) * slot for at, after in zip(firsts, [*firsts[1:], len(days) + 3], strict=True)}
    lines = []
    for at, day in enumerate(days):
        number = str(day.day) if step == 1 or day.day % step == 0 or (day.day == 1 and step <= 10) else ""
        month = short_month(day) if at in room and room[at] >= text_width("Okt 2024", SIZE) else ""
        lines.append((number, month) if month else (number,))
    return Under(tuple(lines), 2 * SIZE * 1.3 + 4)


def _short(category: str) -> str:
    month = day_of(f"{category}-01")
    day = day_of(category)
    return f"{day.day} {short_month(day)}" if day else short_month(month) if month else clean(category)


def looks_of(chart: Chart) -> list[Look]:
    """How each series looks."""
    return [look(series.role, at, len(chart.series)) for at, series in enumerate(chart.series)]


def legend(chart: Chart, width: float) -> Drawing:
    """The series by their colour and hatch or line and point, the levels to compare with, and the marks of states."""
    items: list[tuple[str, str]] = []
    if len(chart.series) > 1 and chart.kind in ("bar", "stacked", "line"):
        for series, style in zip(chart.series, looks_of(chart), strict=True):
            items.append((_swatch(chart, style), series.name))
    if chart.kind not in ("heatmap", "calendar"):
        for at, level in enumerate(chart.lines):
            words = f"{level.label}: {show_value(level.value, chart.number_format)}"
            items.append((line(0, 6, 22, 6, INK, 1.5, target_dash(at)), words))
    found = {state for row in chart.states for state in row if state}
    if not chart.horizontal:  # a lying chart writes the word beside the name
        items += [(_state_swatch(code), STATES[code]) for code in STATES if code in found]
    return _flow(items, width)


def target_dash(at: int) -> str:
    """The dash of the level at that place."""
    return _TARGET_DASHES[at % len(_TARGET_DASHES)]


def state_cell(x: float, y: float, width: float, height: float, code: str, size: float = SIZE, words: str = "") -> str:
    """A cell that holds no number: grey, hatch and mark of its state."""
    style = STATE_LOOKS[code]
    edge = GRID if style.colour in ("#FFFFFF", "#F7F8FA") else ""
    cell = rect(x, y, width, height, style.colour, STATE_HATCHES.get(code, ""), edge)
    shown = words or style.mark
    return cell + text(x + width / 2, y + height / 2 + size * 0.36, shown, size, anchor="middle", halo=bool(shown))


def _state_swatch(code: str) -> str:
    return state_cell(0, -1, 18, 15, code)


def _swatch(chart: Chart, style: Look) -> str:
    if chart.kind == "line":
        return line(0, 6, 22, 6, style.colour, 2.5, style.dash) + point(11, 6, style.symbol, style.colour)
    return rect(2, -1, 18, 14, style.colour, style.pattern, GRID)


def _flow(items: Sequence[tuple[str, str]], width: float) -> Drawing:
    """Keys side by side, as many on a line as the width holds; long names break into lines."""
    body, x, y, height = "", 0.0, 0.0, 0.0
    for key, name in items:
        lines = lines_of(name, width - 34, SIZE, 99)
        wide = max((text_width(one, SIZE) for one in lines), default=0) + 46
        if x and x + wide > width + 16:
            x, y = 0.0, y + height + 5
            height = 0.0
        body += f'<g transform="translate({x:.1f} {y:.1f})">{key}{block(28, -2, lines, SIZE)}</g>'
        height = max(height, block_height(lines, SIZE))
        x += wide
    return Drawing(body, width, y + height + 6 if items else 0)


def lists_under(chart: Chart, named: Sequence[str], width: float) -> Drawing:
    """What numbers on the plot stand for: names of columns or points, then dated events."""
    events = [f"({number}) {words}" for number, words in event_words(chart)] if chart.kind != "calendar" else []
    body, top = "", 4.0
    for words, most in ((named, 3), (events, 1)):
        narrow = any(len(lines_of(one, width / most - 12, SIZE - 1, 99)) > 2 for one in words)
        columns = 1 if narrow else most
        wide = width / columns
        broken = [lines_of(one, wide - 12, SIZE - 1, 99) for one in words]
        each = ceil(len(broken) / columns) or 1
        lowest = top
        for at in range(columns):
            y = top
            for lines in broken[at * each : (at + 1) * each]:
                body += block(at * wide, y, lines, SIZE - 1, MUTED)
                y += block_height(lines, SIZE - 1) + 1
            lowest = max(lowest, y)
        top = lowest + (4 if words else 0)
    return Drawing(body, width, top if body else 0)
