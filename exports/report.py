"""Answers as a PDF on A4: contents, page numbers, charts whole, tables that repeat their header, all explained."""

from collections.abc import Sequence
from typing import Any

from charts.model import Answer, Chart, Number, Table
from charts.wording import clean, show_value
from exports.about import cell_words, change_words, grouped
from exports.columns import column_widths
from exports.edition import SAMPLE, Edition
from exports.parts import Part, fitted
from exports.safe import mask_ids
from exports.svg import document
from exports.svg_chart import chart_drawing
from exports.typeset import pdf

WIDTH, TALLEST = 680, 880
"""Units of a drawing across a page, and how high it may be so that its title stands on the same page."""
MANY_COLUMNS = 7
"""Columns from which a table lies on a landscape page."""
LONGEST_WORD = 24
UPRIGHT, LANDSCAPE, INSET = 493.0, 739.0, 4.0
"""Points across an A4 page within the margins of templates/report.typ, and beside the words of a cell."""


def report(answers: Sequence[Answer], edition: Edition) -> bytes:
    """The answers as chapters of one PDF. The same answers and edition give the same bytes."""
    chapters = [_chapter(answer) for answer in answers]
    data = {
        "title": plain_words(edition.title),
        "regency": plain_words(edition.regency),
        "period": plain_words(edition.period),
        "filters": plain_words(edition.filters),
        "made": plain_words(edition.made),
        "state": plain_words(next((f"{a.reporting}. {a.cut_off}." for a in answers if a.reporting), "")),
        "sources": [plain_words(name) for name in edition.sources],
        "stamp": SAMPLE if any(answer.sample for answer in answers) else "",
        "logo": list(edition.logo),
        "chapters": chapters,
        "terms": [[plain_words(word), plain_words(meaning)] for word, meaning in _terms(answers)],
    }
    return pdf("report.typ", data)


def _chapter(answer: Answer) -> dict[str, Any]:
    words = (answer.period, answer.filters, answer.reporting, answer.cut_off)
    return {
        "title": plain_words(answer.title),
        "sentence": plain_words(answer.sentence),
        "words": " · ".join(plain_words(word) for word in words if word),
        "empty": plain_words(answer.empty),
        "numbers": [number_words(number) for number in answer.numbers],
        "figures": [_figure(chart) for chart in answer.charts],
        "tables": [table_words(table) for table in answer.tables if table.rows],
        "missing": [[words, plain_words(names)] for words, names in grouped(answer.missing)],
    }


def _terms(answers: Sequence[Answer]) -> list[tuple[str, str]]:
    """Each definition of the answers once, by its word; the same word with another meaning stands twice."""
    found = {pair: None for answer in answers for pair in answer.definitions}
    return sorted(found, key=lambda pair: pair[0].casefold())


def number_words(number: Number) -> dict[str, str]:
    """A figure as the words of a page: label, value, unit, change, how."""
    change, before = change_words(number)
    shown = "–" if number.value is None else show_value(number.value, number.number_format)
    return {
        "label": plain_words(number.label),
        "value": shown,
        "unit": plain_words(number.unit),
        "change": "" if change is None else f"{'tetap' if change == 0 else change}; {before}",
        "how": plain_words(number.how),
    }


def _figure(chart: Chart) -> dict[str, Any]:
    parts = fitted(chart, lambda part: _drawn(part).height, TALLEST)
    unit = f"Satuan: {chart.unit}" if chart.unit else ""
    return {
        "title": plain_words(chart.title),
        "subtitle": " · ".join(plain_words(words) for words in (chart.subtitle, unit) if words),
        "parts": [_part(part) for part in parts],
        "alt": plain_words(chart.alt),
        "how": plain_words(chart.how),
        "note": plain_words(chart.note),
    }


def _part(part: Part) -> dict[str, Any]:
    drawing = _drawn(part)
    return {"svg": document(drawing), "tall": min(drawing.height, TALLEST + 20) / WIDTH, "words": part.words}


def _drawn(part: Part) -> Any:
    return chart_drawing(part.chart, WIDTH, part.top)


def table_words(table: Table, across: float = UPRIGHT) -> dict[str, Any]:
    """A table as the words of a page `across` points wide: title, note, labels, rows, and the points of its columns."""
    cells = [[cell_words(c, value) for c, value in zip(table.columns, row, strict=True)] for row in table.rows]
    labels, landscape = [column.label for column in table.columns], len(table.columns) >= MANY_COLUMNS
    size, whole = (7.5, LANDSCAPE) if landscape else (8.0, across)
    return {
        "title": plain_words(table.title),
        "subtitle": plain_words(table.subtitle),
        "note": plain_words(table.note),
        "landscape": landscape,
        "labels": [plain_words(label) for label in labels],
        "figures": [column.kind in ("int", "decimal", "percent") for column in table.columns],
        "widths": [round(one, 1) for one in column_widths(labels, cells, size, whole, INSET)],
        "rows": [[_broken(words) for words in row] for row in cells],
    }


def plain_words(words: str) -> str:
    """Words of the data as a page prints them: cleaned, masked, and breakable where one word is wider than a column."""
    return _broken(mask_ids(clean(words)))


def _broken(words: str) -> str:
    return " ".join(
        "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        for word in words.split(" ")
    )
