"""Answers as one workbook: a sheet of contents, a sheet a chart with its native chart, a sheet a table, and notes."""

import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from charts.model import Answer, Chart, Table
from charts.screen import NOTHING, holds_something
from exports.about import about_words
from exports.charts_in_sheets import draw_chart
from exports.edition import SAMPLE, Edition
from exports.workbook import HEADER_ROW, data_sheet, fit_height, print_setup, put_text, saved, spread, titles

LONGEST_NAME = 31
"""Letters of a sheet's name. Source: Microsoft, Excel specifications and limits."""
Entry = tuple[str, str, str]
"""A line of the contents: chapter, name of the sheet, what it holds."""


def book(answers: Sequence[Answer], edition: Edition) -> bytes:
    """The workbook of a pack. Same answers and edition, same bytes."""
    whole = Workbook()
    contents = whole.active
    assert isinstance(contents, Worksheet)  # noqa: S101  a new workbook has one sheet
    contents.title = "Daftar Isi"
    entries: list[Entry] = []
    for answer in answers:
        stamp = _stamp(answer, edition)
        for chart in answer.charts:
            sheet = whole.create_sheet(_name(chart.title, entries))
            entries.append((answer.title, sheet.title, chart.title))
            _chart_sheet(sheet, chart, stamp)
        for table in answer.tables:
            sheet = whole.create_sheet(_name(table.title, entries))
            entries.append((answer.title, sheet.title, table.title))
            _table_sheet(sheet, table, stamp)
        sheet = whole.create_sheet(_name(f"Ket. {answer.title}", entries))
        entries.append((answer.title, sheet.title, "Cara hitung, istilah, dan OPD yang tidak ada dalam angka"))
        _notes_sheet(sheet, answer, stamp)
    _contents(contents, entries, answers, edition)
    return saved(whole)


def _stamp(answer: Answer, edition: Edition) -> str:
    words = (SAMPLE if answer.sample else "", answer.reporting, answer.cut_off, edition.made)
    return " · ".join(word for word in words if word)


def _name(title: str, entries: Sequence[Entry]) -> str:
    """A name that Excel takes and no other sheet has."""
    plain = re.sub(r"[\[\]:*?/\\'\x00-\x1f]+", " ", title)
    plain = " ".join(plain.encode("ascii", "ignore").decode().split()) or "Lembar"
    taken = {name.casefold() for _, name, _ in entries} | {"daftar isi", "history"}
    name, number = plain[:LONGEST_NAME].strip(), 2
    while name.casefold() in taken:
        tail = f" {number}"
        name, number = plain[: LONGEST_NAME - len(tail)].strip() + tail, number + 1
    return name


def _chart_sheet(sheet: Worksheet, chart: Chart, stamp: str) -> None:
    unit = f" · Satuan: {chart.unit}" if chart.unit else ""
    titles(sheet, chart.title, f"{chart.subtitle}{unit}", stamp)
    if holds_something(chart):
        draw_chart(sheet, chart, HEADER_ROW, put_text)
    else:
        put_text(sheet.cell(HEADER_ROW, 1), NOTHING)
    _note(sheet, f"Cara hitung: {chart.how}", 12 if chart.kind == "heatmap" else 8)
    print_setup(sheet, HEADER_ROW)
    sheet.page_setup.fitToHeight = 1  # a page break would cut the chart


def _table_sheet(sheet: Worksheet, table: Table, stamp: str) -> None:
    data_sheet(sheet, table, stamp, sheet.title)
    _note(sheet, table.note, max(len(table.columns), 2))


def _note(sheet: Worksheet, words: str, columns: int) -> None:
    """Words above the header, wrapped over so many columns: in one cell they would widen the printed page."""
    if not words:
        return
    put_text(sheet.cell(4, 1), words)
    spread(sheet, 4, columns)


def _notes_sheet(sheet: Worksheet, answer: Answer, stamp: str) -> None:
    titles(sheet, answer.title, answer.sentence, stamp)
    notes = [*about_words(answer)]
    notes += [(f"Cara hitung: {chart.title}", f"{chart.how} {chart.note}") for chart in answer.charts]
    for row, (label, text) in enumerate(((label, text) for label, text in notes if text), HEADER_ROW):
        put_text(sheet.cell(row, 1), label)
        put_text(sheet.cell(row, 2), text)
        sheet.cell(row, 1).font = Font(bold=True)
        for cell in sheet[row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        fit_height(sheet, row, ((label, 34), (text, 100)))
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 100
    print_setup(sheet, 3)


def _contents(sheet: Worksheet, entries: Sequence[Entry], answers: Sequence[Answer], edition: Edition) -> None:
    """What the workbook holds, each line a link; then the figures of every chapter and the source files."""
    titles(
        sheet, f"{edition.title} – {edition.period}", edition.filters, _stamp(answers[0], edition) if answers else ""
    )
    row = HEADER_ROW
    for label, words in (("Daerah", edition.regency), ("Dibuat", edition.made)):
        row = _line(sheet, row, label, words)
    for answer in answers:
        row = _line(sheet, row + 1, answer.title, answer.sentence)
        for number in answer.numbers:
            put_text(sheet.cell(row, 2), f"{number.label} ({number.unit})")
            if number.value is not None:
                sheet.cell(row, 3).value = number.value
                shown = {"int": "#,##0", "decimal": "#,##0.0", "percent": "0.0%"}
                sheet.cell(row, 3).number_format = shown[number.number_format]
            row += 1
        for _, name, words in (entry for entry in entries if entry[0] == answer.title):
            cell = sheet.cell(row, 2)
            put_text(cell, words)
            cell.hyperlink = f"#'{name}'!A1"
            cell.font = Font(color="0B5CAD", underline="single")
            row += 1
    for at, name in enumerate(edition.sources):
        row = _line(sheet, row + (at == 0), "Berkas sumber" if at == 0 else "", name)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 42, 90
    print_setup(sheet, 3)


def _line(sheet: Worksheet, row: int, label: str, words: str) -> int:
    if not label and not words:
        return row
    put_text(sheet.cell(row, 1), label)
    put_text(sheet.cell(row, 2), words)
    sheet.cell(row, 1).font = Font(bold=True)
    for cell in sheet[row]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    fit_height(sheet, row, ((label, 42), (words, 90)))
    return row + 1
