"""Answers as slides (PPTX, 16:9): the finding is the title, charts stay editable, notes say how it was counted."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Inches, Pt

from charts.model import Answer, Chart, Number, Table
from charts.palette import ACCENT, GRID, INK, MUTED
from charts.screen import NOTHING, holds_something
from charts.wording import lines_of, show_value
from exports.about import change_words, grouped
from exports.edition import SAMPLE, Edition
from exports.parts import Part, fitted
from exports.slide_charts import add_chart, colour_of, plain
from exports.slide_tables import (
    add_calendar,
    add_heat_map,
    add_table,
    heat_map_height,
    row_height,
    state_words,
    table_rows,
)
from exports.slide_words import add_words
from exports.zipped import without_clock
from indonesia import show_number

BODY_TOP, BODY_HEIGHT = 1.95, 4.7
"""Inches: where what a slide shows begins, and how high it may be."""
MOST_TABLE_SLIDES = 8
"""Slides that a table may take in a pack; of a longer one only the first is there."""
REST = "Baris 1–{shown} dari {all}; seluruhnya ada pada lembar kerja (XLSX) dan halaman cetak (PDF)."


def deck(answers: Sequence[Answer], edition: Edition) -> bytes:
    """A cover, then for each answer its numbers, its charts and its tables. Same input, same bytes."""
    show = _presentation(edition)
    _cover(show, answers, edition)
    for answer in answers:
        _numbers(show, answer, edition)
        for chart in answer.charts:
            _chart(show, answer, chart, edition)
        for table in answer.tables:
            if table.rows:
                _table(show, answer, table, edition, MOST_TABLE_SLIDES)
    return _saved(show)


def chart_deck(answer: Answer, chart: Chart, edition: Edition) -> bytes:
    """One chart of an answer on as many slides as it needs."""
    show = _presentation(edition)
    _chart(show, answer, chart, edition)
    return _saved(show)


def table_deck(answer: Answer, table: Table, edition: Edition) -> bytes:
    """One table of an answer on as many slides as it needs."""
    show = _presentation(edition)
    _table(show, answer, table, edition)
    return _saved(show)


def _presentation(edition: Edition) -> Any:
    """An empty 16:9 show of our own look: only the layout with a title is kept; the emblem stands on the master."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(13.333), Inches(7.5)
    layouts = show.slide_layouts
    for layout in [layout for layout in layouts if layout.name != "Title Only"]:
        layouts.remove(layout)
    for holder in (show.slide_master, layouts[0]):
        for shape in list(holder.placeholders):
            if shape.placeholder_format.type in (1, 3):  # title
                shape.left, shape.top, shape.width, shape.height = (
                    Inches(x) for x in (0.5, 0.3, 11.33 if edition.logo else 12.33, 1.05)
                )
            else:
                shape._element.getparent().remove(shape._element)
    if edition.logo:
        _emblem(show.slide_master, edition.logo)
    return show


def _emblem(master: Any, logo: bytes) -> None:
    """Put the emblem into the right upper corner of the master, at most 0.9 × 0.85 inches. The library has no call."""
    image, link = master.part.get_or_add_image_part(BytesIO(logo))
    wide, high = image.image.size
    scale = min(0.9 / wide, 0.85 / high)
    box = [Inches(x) for x in (12.83 - wide * scale, 0.42, wide * scale, high * scale)]
    number = max(int(shape.shape_id) for shape in master.shapes) + 1 if len(master.shapes) else 2
    picture = CT_Picture.new_pic(number, "Lambang daerah", "", link, *box)
    master.shapes._spTree.append(picture)


def _slide(show: Any, title: str, edition: Edition, footer: str, sample: bool, notes: Sequence[str]) -> Any:
    slide = show.slides.add_slide(show.slide_layouts[0])
    slide.shapes.turbo_add_enabled = True  # only what is added here stands on it
    words = plain(title)
    frame = slide.shapes.title.text_frame
    frame.text, frame.word_wrap, frame.vertical_anchor = words, True, MSO_ANCHOR.MIDDLE
    size = next(
        (size for size in (28, 24, 21, 18, 15, 12) if _high(words, 10.9 if edition.logo else 11.8, size) <= 0.98), 10
    )
    for paragraph in frame.paragraphs:
        paragraph.alignment, paragraph.font.size, paragraph.font.bold = PP_ALIGN.LEFT, Pt(size), True
        paragraph.font.color.rgb = colour_of(INK)
    number = f"{len(show.slides)}"
    made = " · ".join(plain(part) for part in (edition.regency, edition.made) if part)
    add_words(slide, footer, 0.5, 6.78, 11.6, 0.3, 9, MUTED)
    add_words(slide, made, 0.5, 7.05, 11.6, 0.3, 9, MUTED)
    add_words(slide, number, 12.2, 7.05, 0.63, 0.3, 10, MUTED, side="r")
    if sample:
        add_words(slide, SAMPLE, 9.6, 0.05, 3.23, 0.3, 10, INK, bold=True, side="r")
    slide.notes_slide.notes_text_frame.text = "\n".join(plain(note) for note in notes if note)
    return slide


def _high(words: str, width: float, size: int) -> float:
    """Inches of bold words broken into lines so many inches wide."""
    return len(lines_of(words, width * 72 / 1.08, size, 99)) * size * 1.22 / 72


def _footer(answer: Answer) -> str:
    return " · ".join(word for word in (answer.period, answer.filters, answer.reporting, answer.cut_off) if word)


def _cover(show: Any, answers: Sequence[Answer], edition: Edition) -> None:
    sample = any(answer.sample for answer in answers)
    notes = ("Isi: " + "; ".join(answer.title for answer in answers), "Berkas sumber: " + "; ".join(edition.sources))
    slide = _slide(show, f"{edition.title} – {edition.period}", edition, "", sample, notes)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = (Inches(x) for x in (0.5, 2.2, 12.33, 1.2))
    title.text_frame.paragraphs[0].font.size = Pt(40)
    add_words(slide, edition.regency, 0.6, 1.7, 12, 0.5, 20, MUTED)
    add_words(slide, edition.filters, 0.6, 3.4, 12, 0.5, 18, MUTED)
    state = next((f"{a.reporting}. {a.cut_off}." for a in answers if a.reporting), "")
    add_words(slide, state, 0.6, 4.0, 12, 0.8, 16, INK)
    if edition.logo:
        slide.shapes.add_picture(BytesIO(edition.logo), Inches(0.6), Inches(0.45), height=Inches(1.15))
        slide._element.set("showMasterSp", "0")  # one emblem is enough


def _numbers(show: Any, answer: Answer, edition: Edition) -> None:
    """The finding, its numbers as cards, and who is not in them."""
    notes = [f"{number.label}: {number.how}" for number in answer.numbers]
    notes += [f"{word}: {meaning}" for word, meaning in answer.definitions]
    missing = grouped(answer.missing)
    notes += [f"Tidak ada atau belum sepenuhnya ada dalam angka – {words}: {names}" for words, names in missing]
    slide = _slide(show, answer.sentence, edition, _footer(answer), answer.sample, notes)
    add_words(slide, answer.title, 0.5, 1.4, 12.3, 0.4, 16, ACCENT, bold=True)
    if answer.empty:
        add_words(slide, answer.empty, 0.5, 2.2, 12.3, 1, 18)
    for at, number in enumerate(answer.numbers):
        _card(slide, number, at, len(answer.numbers))
    top = 4.35
    for words, names in missing:
        whole = f"{words}: {names}"
        height = row_height([whole], [12.3], 12) + 0.1
        shown, height = (whole, height) if top + height <= 6.65 else (f"{words}: nama ada pada catatan.", 0.3)
        add_words(slide, shown, 0.5, top, 12.3, height, 12, MUTED)
        top += height


def _card(slide: Any, number: Number, at: int, many: int) -> None:
    width = min(12.33 / max(many, 1), 4.1)
    left = 0.5 + at * width
    box = slide.shapes.add_shape(1, *(Inches(x) for x in (left, 2.0, width - 0.15, 2.1)))
    box.fill.background()
    box.line.color.rgb, box.shadow.inherit = colour_of(GRID), False
    inner, top = width - 0.45, 2.08
    shown = "–" if number.value is None else show_value(number.value, number.number_format)
    change, before = change_words(number)
    compared = "" if change is None else f"{'tetap' if change == 0 else change}; {before}"
    tight = sum(_high(words, inner, 12) for words in (number.label, number.unit, compared)) > 1.25
    sizes, colours = (10, 24, 10, 9) if tight else (13, 36, 12, 11), (MUTED, INK, INK, MUTED)
    for at_line, (words, size) in enumerate(zip((number.label, shown, number.unit, compared), sizes, strict=True)):
        high = _high(words, inner, size)
        add_words(slide, words, left + 0.15, top, inner, high, size, colours[at_line], bold=at_line == 1)
        top += high + 0.04


def _chart(show: Any, answer: Answer, chart: Chart, edition: Edition) -> None:
    if not holds_something(chart):
        slide = _chart_slide(show, answer, Part(chart, 1, 1, 0), edition)
        add_words(slide, NOTHING, 0.5, 3.5, 12.3, 0.6, 18, MUTED, side="ctr")
        return
    for part in fitted(chart, _height, BODY_HEIGHT):
        slide = _chart_slide(show, answer, part, edition)
        if chart.kind == "heatmap":
            add_heat_map(slide.shapes, part.chart, BODY_TOP, part.top)
        elif chart.kind == "calendar":
            add_calendar(slide.shapes, part.chart, BODY_TOP, part.top)
        else:
            box = (Inches(0.4), Inches(BODY_TOP), Inches(12.5), Inches(BODY_HEIGHT))
            add_chart(slide.shapes, part.chart, box, part.top)


def _height(part: Part) -> float:
    chart = part.chart
    if chart.kind in ("heatmap", "calendar"):
        return heat_map_height(chart)
    if not chart.horizontal:
        return BODY_HEIGHT
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    return 0.7 + sum(max(row_height([name], [4.0], 10), 0.105 + 0.13 * bars) for name in chart.categories)


def _chart_slide(show: Any, answer: Answer, part: Part, edition: Edition) -> Any:
    chart = part.chart
    notes = [f"{chart.title} {part.words}", f"Cara hitung: {chart.how}", chart.note, chart.alt]
    if chart.kind == "scatter":
        notes += [f"{at}. {name}" for at, name in enumerate(chart.categories, 1)]
    notes += [f"{event.day}: {event.label}" for event in chart.events]
    notes += [f"{word}: {meaning}" for word, meaning in answer.definitions]
    slide = _slide(show, answer.sentence, edition, _footer(answer), answer.sample, notes)
    unit = f" · Satuan: {chart.unit}" if chart.unit else ""
    levels = "".join(f" · {one.label}: {show_value(one.value, chart.number_format)}" for one in chart.lines)
    add_words(slide, f"{chart.title} {part.words}{unit}{levels}", 0.5, 1.38, 12.3, 0.3, 14, ACCENT, bold=True)
    if chart.kind in ("heatmap", "calendar"):
        add_words(slide, state_words(chart), 0.5, 1.66, 12.3, 0.25, 10, MUTED)
    return slide


def _table(show: Any, answer: Answer, table: Table, edition: Edition, most: int | None = None) -> None:
    """A table on as many slides as it needs, its header on each; of one that needs more than `most` the first."""
    rows, widths, heights = table_rows(table)
    starts = _starts(heights, BODY_HEIGHT)
    first_only = most is not None and len(starts) > most
    even = sum(heights[1:]) / len(starts) + max(heights[1:], default=0) + heights[0]
    evenly = _starts(heights, min(even, BODY_HEIGHT))
    starts = evenly if len(evenly) == len(starts) and not first_only else starts
    ends = [*starts[1:], len(rows)]
    for number, (first, last) in enumerate(zip(starts, ends, strict=True), 1):
        words = f" (bagian {number} dari {len(starts)})" if len(starts) > 1 and not first_only else ""
        notes = [table.title, table.note, *(f"{c.label}: {c.note}" for c in table.columns if c.note)]
        slide = _slide(show, answer.sentence, edition, _footer(answer), answer.sample, notes)
        add_words(slide, f"{table.title}{words}", 0.5, 1.36, 12.3, 0.3, 14, ACCENT, bold=True)
        if widths:
            kept = [rows[0], *rows[first:last]]
            add_table(slide.shapes, kept, widths, [heights[0], *heights[first:last]], 0.5, BODY_TOP - 0.05)
        if first_only:
            rest = REST.format(shown=last - 1, all=show_number(len(table.rows)))
            add_words(slide, rest, 0.5, 1.64, 12.3, 0.22, 10, MUTED)
            return


def _starts(heights: Sequence[float], most: float) -> list[int]:
    """The row with which each slide of a table begins: its header, heights[0], stands on each."""
    starts, used = [1], heights[0]
    for at in range(1, len(heights)):
        if used + heights[at] > most and at > starts[-1]:
            starts, used = [*starts, at], heights[0]
        used += heights[at]
    return starts


def _saved(show: Any) -> bytes:
    buffer = BytesIO()
    show.save(buffer)
    return without_clock(buffer.getvalue())
