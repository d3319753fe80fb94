"""Profil Publikasi OPD on paper: one A4 an OPD, all of them in one file."""

from collections.abc import Sequence
from typing import Any

from charts.model import Answer
from exports.edition import SAMPLE, Edition
from exports.parts import cut
from exports.report import number_words, plain_words, table_words
from exports.svg import document
from exports.svg_chart import chart_drawing
from exports.typeset import pdf

WIDTH = 440
"""Units of a drawing on half a page."""
ACROSS = 510.0
"""Points across the page within the margins of templates/profiles.typ."""
SHEET, EXAMPLES = "profil-opd", "profil-contoh"
"""Names of the tables of a profile (answers/agency.py)."""


def profiles(answers: Sequence[Answer], edition: Edition) -> bytes:
    """The profiles as one PDF, a page each in the order given. Same answers and edition, same bytes."""
    data = {
        "title": plain_words(edition.title),
        "regency": plain_words(edition.regency),
        "made": plain_words(edition.made),
        "stamp": SAMPLE if any(answer.sample for answer in answers) else "",
        "logo": list(edition.logo),
        "profiles": [_profile(answer) for answer in answers],
    }
    return pdf("profiles.typ", data)


def _profile(answer: Answer) -> dict[str, Any]:
    drawn = [chart_drawing(chart, WIDTH, cut(chart, 1)[0].top) for chart in answer.charts[:1]]
    tables = {table.name: table_words(table, ACROSS) for table in answer.tables if table.rows}
    return {
        "name": plain_words(answer.filters),
        "period": plain_words(answer.period),
        "sentence": plain_words(answer.sentence),
        "state": " ".join(f"{plain_words(words)}." for words in (answer.reporting, answer.cut_off) if words),
        "numbers": [number_words(number) for number in answer.numbers],
        "figures": [
            {"svg": document(drawing), "tall": drawing.height / WIDTH, "title": plain_words(chart.title),
             "alt": plain_words(chart.alt)}
            for drawing, chart in zip(drawn, answer.charts, strict=False)
        ],
        "lines": tables.get(SHEET, {}).get("rows", []),
        "examples": tables.get(EXAMPLES, {}).get("rows", []),
        "labels": tables.get(EXAMPLES, {}).get("labels", []),
        "widths": tables.get(EXAMPLES, {}).get("widths", []),
        "notes": [plain_words(line) for line in answer.extra.get("catatan", "").splitlines() if line.strip()],
        "purpose": plain_words(answer.extra.get("peruntukan", "")),
        "empty": plain_words(answer.empty),
    }  # fmt: skip
