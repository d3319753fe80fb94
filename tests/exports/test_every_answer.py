"""Every chart and table of every answer through every output: numbers as on screen, words as text, files that open."""

import csv
import io
import struct
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from charts.model import Answer, Chart, Table
from charts.screen import holds_something
from exports.book import book
from exports.delimited import table_csv
from exports.edition import Edition
from exports.picture import chart_png
from exports.report import report
from exports.safe import cell_text
from exports.slides import MOST_TABLE_SLIDES, chart_deck, deck, table_deck
from exports.svg_chart import picture_svg
from exports.workbook import HEADER_ROW, chart_workbook, table_workbook
from store import open_store
from tests.exports.offices import office_of
from tests.exports.questions import QUESTIONS, in_the_folder
from tests.exports.read_back import frames, in_drawing, in_sheet, on_screen, on_slides, table_words
from tests.exports.samples import NAMES

EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari")
DAILY = "jahat"
"""Kind of data that is tried every day; hostile names beside ordinary numbers. The others are among the long tests."""
KINDS = [kind if kind == DAILY else pytest.param(kind, marks=pytest.mark.long) for kind in NAMES]
COSTLY = ("agency.agency", "agency.profiles", "agency_before.against_before", "review_counts.review_counts")
"""Profiles take all other answers, and the counts of doubts hold no chart and no table: they are for the long tests."""
NAMED = [pytest.param(name, marks=pytest.mark.long) if name in COSTLY else name for name in QUESTIONS]
EACH = pytest.mark.parametrize("name", NAMED)


@pytest.fixture(scope="module", params=KINDS)
def ask(request, tmp_path_factory):
    """The answers to a question, asked once of an office of this kind of data."""
    store = open_store(f"duckdb://{tmp_path_factory.mktemp(request.param)}/dasbor.duckdb")
    office_of(store, request.param)
    yield cache(lambda name: QUESTIONS[name](store))
    store.close()


def charts_of(answers: list[Answer]) -> list[Chart]:
    return [chart for answer in answers for chart in answer.charts]


def tables_of(answers: list[Answer]) -> list[Table]:
    return [table for answer in answers for table in answer.tables]


def test_every_question_of_the_folder_is_asked():
    assert set(QUESTIONS) == in_the_folder()


@EACH
def test_slides_show_the_numbers_of_the_screen(ask, name):
    shapes = frames(deck(ask(name), EDITION))
    for answer in ask(name):
        for chart in answer.charts:
            assert on_slides(chart, shapes) == on_screen(chart), chart.name
        for table in answer.tables:
            if table.rows:
                alone = list(frames(table_deck(answer, table, EDITION)))
                whole = len(alone) <= MOST_TABLE_SLIDES
                found = rows_on_slides(shapes, len(table.rows) if whole else 1)
                assert found == table_words(table)[: len(found)]
    assert list(shapes) == []


def rows_on_slides(shapes, many: int) -> list[list[str]]:
    rows: list[list[str]] = []
    while len(rows) < many:
        rows += [[cell.text for cell in row.cells] for row in list(next(shapes).table.rows)[1:]]
    return rows


@EACH
def test_sheets_hold_the_numbers_of_the_screen(ask, name):
    answers = ask(name)
    whole = load_workbook(io.BytesIO(book(answers, EDITION)))
    assert not [
        cell.coordinate for sheet in whole for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    sheets = iter(whole.worksheets[1:])
    for answer in answers:
        for chart in answer.charts:
            assert without_nihil(chart, in_sheet(chart, next(sheets))) == on_screen(chart), chart.name
        for table in answer.tables:
            same_cells(table, next(sheets))
        next(sheets)
    assert list(sheets) == []


def without_nihil(chart: Chart, grid: list[list[str]]) -> list[list[str]]:
    """A nihil day is a letter on screen and the number 0 in a sheet, so that its sums are right."""
    for row, states in enumerate(chart.states if grid else ()):
        for column, state in enumerate(states):
            if state == "nihil" and chart.kind in ("heatmap", "calendar") and grid[row][column] == "0":
                grid[row][column] = ""
    return grid


def same_cells(table: Table, sheet: Worksheet) -> None:
    for at, row in enumerate(table.rows, HEADER_ROW + 1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            found = sheet.cell(at, place).value
            if isinstance(value, int | float):
                assert found == pytest.approx(value), column.label
            elif value is None or column.kind in ("date", "datetime", "state", "link", "code"):
                assert (found is None) == (value is None or value == "")
            else:
                assert (found or "") == cell_text(value)


@EACH
def test_drawings_hold_the_numbers_of_the_screen(ask, name):
    for chart in charts_of(ask(name)):
        drawn = Counter(in_drawing(picture_svg(chart, "DATA CONTOH – REKAAN")))
        assert drawn["DATA CONTOH – REKAAN"] == 1
        if chart.kind in ("heatmap", "bar"):
            numbers = Counter(word for row in on_screen(chart) for word in row if word)
            assert {word: many for word, many in numbers.items() if not found_in(drawn, word, many)} == {}


def found_in(drawn: Counter, word: str, many: int) -> bool:
    """Whether the number is drawn so many times, alone or before the mark of a state (2?)."""
    return sum(count for text, count in drawn.items() if text.rstrip("?LDX") == word) >= many


@EACH
def test_delimited_text_holds_the_rows(ask, name):
    answers = ask(name)
    for table in (*tables_of(answers), *(chart.table for chart in charts_of(answers))):
        rows = list(csv.reader(io.StringIO(table_csv(table).decode("utf-8-sig"))))[1:]
        assert [len(row) for row in rows] == [len(table.columns)] * len(table.rows)
        for cells, row in zip(rows, table.rows, strict=True):
            numbers = [
                (float(cell), value) for cell, value in zip(cells, row, strict=True) if isinstance(value, int | float)
            ]
            assert [cell for cell, _ in numbers] == [value for _, value in numbers]
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell, value in zip(cells, row, strict=True)
                           if isinstance(value, str))  # fmt: skip


@pytest.mark.long
@EACH
def test_pages_print_the_numbers_of_the_tables(ask, name):
    pages = PdfReader(io.BytesIO(report(ask(name), EDITION))).pages
    words = "".join("".join(page.extract_text().split()) for page in pages).replace("\u200b", "")
    for table in tables_of(ask(name)):
        for row, printed in zip(table.rows, table_words(table), strict=True):
            for value, shown in zip(row, printed, strict=True):
                if isinstance(value, int | float):
                    assert "".join(shown.split()) in words


@pytest.mark.long
@EACH
def test_every_chart_and_table_is_a_file_of_its_own(ask, name, tmp_path: Path):
    for answer in ask(name):
        for chart in answer.charts:
            picture = chart_png(chart)
            assert picture[:8] == b"\x89PNG\r\n\x1a\n"
            assert struct.unpack(">I", picture[16:20]) == (2000,)
            assert on_slides(chart, frames(chart_deck(answer, chart, EDITION))) == on_screen(chart)
            whole = load_workbook(io.BytesIO(chart_workbook(chart, "", ())))
            same_cells(chart.table, whole["Data"])
            if holds_something(chart):
                assert without_nihil(chart, in_sheet(chart, whole["Grafik"])) == on_screen(chart)
        for table in answer.tables:
            same_cells(table, load_workbook(io.BytesIO(table_workbook(table, "", ())))["Data"])
            if table.rows:
                shapes = frames(table_deck(answer, table, EDITION))
                assert rows_on_slides(shapes, len(table.rows)) == table_words(table)
