"""Answers as a PDF on A4: contents, page numbers, charts whole, tables that repeat their header, all explained."""

from collections.abc import Sequence
from typing import Any

from charts.model import Answer, Chart, Number, Table
from charts.wording import clean, show_value
from exports.about import cell_words, change_words, grouped
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


def report(answers: Sequence[Answer], edition: Edition) -> bytes:
    """The answers as chapters of one PDF. The same answers and edition give the same bytes."""
    chapters = [_chapter(answer) for answer in answers]
    data = {
        "title": _plain(edition.title),
        "regency": _plain(edition.regency),
        "period": _plain(edition.period),
        "filters": _plain(edition.filters),
        "made": _plain(edition.made),
        "state": _plain(next((f"{a.reporting}. {a.cut_off}." for a in answers if a.reporting), "")),
        "sources": [_plain(name) for name in edition.sources],
        "stamp": SAMPLE if any(answer.sample for answer in answers) else "",
        "logo": list(edition.logo),
        "chapters": chapters,
        "terms": [[_plain(word), _plain(meaning)] for word, meaning in _terms(answers)],
    }
    return pdf("report.typ", data)


def _chapter(answer: Answer) -> dict[str, Any]:
    words = (answer.period, answer.filters, answer.reporting, answer.cut_off)
    return {
        "title": _plain(answer.title),
        "sentence": _plain(answer.sentence),
        "words": " · ".join(_plain(word) for word in words if word),
        "empty": _plain(answer.empty),
        "numbers": [_number(number) for number in answer.numbers],
        "figures": [_figure(chart) for chart in answer.charts],
        "tables": [_table(table) for table in answer.tables if table.rows],
        "missing": [[words, _plain(names)] for words, names in grouped(answer.missing)],
    }


def _terms(answers: Sequence[Answer]) -> list[tuple[str, str]]:
    """Each definition of the answers once, by its word; the same word with another meaning stands twice."""
    found = {pair: None for answer in answers for pair in answer.definitions}
    return sorted(found, key=lambda pair: pair[0].casefold())


def _number(number: Number) -> dict[str, str]:
    change, before = change_words(number)
    shown = "–" if number.value is None else show_value(number.value, number.number_format)
    return {
        "label": _plain(number.label),
        "value": shown,
        "unit": _plain(number.unit),
        "change": "" if change is None else f"{'tetap' if change == 0 else change}; {before}",
        "how": _plain(number.how),
    }


def _figure(chart: Chart) -> dict[str, Any]:
    parts = fitted(chart, lambda part: _drawn(part).height, TALLEST)
    unit = f"Satuan: {chart.unit}" if chart.unit else ""
    return {
        "title": _plain(chart.title),
        "subtitle": " · ".join(_plain(words) for words in (chart.subtitle, unit) if words),
        "parts": [_part(part) for part in parts],
        "alt": _plain(chart.alt),
        "how": _plain(chart.how),
        "note": _plain(chart.note),
    }


def _part(part: Part) -> dict[str, Any]:
    drawing = _drawn(part)
    return {"svg": document(drawing), "tall": min(drawing.height, TALLEST + 20) / WIDTH, "words": part.words}


def _drawn(part: Part) -> Any:
    return chart_drawing(part.chart, WIDTH, part.top)


def _table(table: Table) -> dict[str, Any]:
    cells = [[cell_words(c, value) for c, value in zip(table.columns, row, strict=True)] for row in table.rows]
    longest = [
        max([len(row[at]) for row in cells] + [len(word) for word in column.label.split()], default=0)
        for at, column in enumerate(table.columns)
    ]
    return {
        "title": _plain(table.title),
        "subtitle": _plain(table.subtitle),
        "note": _plain(table.note),
        "landscape": len(table.columns) >= MANY_COLUMNS,
        "labels": [_plain(column.label) for column in table.columns],
        "figures": [column.kind in ("int", "decimal", "percent") for column in table.columns],
        "widths": [min(max(size, 5), 40) for size in longest],
        "rows": [[_broken(words) for words in row] for row in cells],
    }


def _plain(words: str) -> str:
    """Words of the data as a page prints them: cleaned, masked, and breakable where one word is wider than a column."""
    return _broken(mask_ids(clean(words)))


def _broken(words: str) -> str:
    return " ".join(
        "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        for word in words.split(" ")
    )
