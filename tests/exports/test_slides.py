"""Slides, opened again: native charts with the answer's numbers, tables in words, notes, nothing that acts."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from charts.model import Answer
from exports.edition import Edition
from exports.slides import chart_deck, deck, table_deck
from tests.exports.samples import HOSTILE, NAMES, OFFICES, answer, table

EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari")
TITLE = "12 dari 45 OPD yang melapor memenuhi target; 9 belum melapor."


def slides(data):
    return list(Presentation(BytesIO(data)).slides)


def words(slide):
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return " | ".join(found + [cell.text for table in tables for row in table.rows for cell in row.cells])


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


def charts_on(found):
    return [shape.chart for slide in found for shape in slide.shapes if shape.has_chart]


@pytest.fixture(scope="module", params=list(NAMES))
def show(request):
    return request.param, answer(request.param), slides(deck([answer(request.param)], EDITION))


def test_every_slide_has_finding_frame_and_notes(show):
    _, _, found = show
    assert found[0].shapes.title.text_frame.text == "Bahan Rapat – Oktober 2024"
    for number, slide in enumerate(found[1:], 2):
        assert slide.shapes.title.text_frame.text == TITLE
        shown = words(slide)
        assert "Oktober 2024 · Semua OPD, semua platform · Sementara, 31 dari 54 OPD melapor" in shown
        assert "Kabupaten Contoh · Dibuat 2 November 2024 oleh Sari" in shown
        assert "DATA CONTOH – REKAAN" in shown
        assert str(number) in shown.split(" | ")
        assert notes(slide)


def test_nothing_lies_outside_the_slide(show):
    for slide in show[2]:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= 12_192_000 + 10
            assert shape.top + shape.height <= 6_858_000 + 10, (slide.shapes.title.text_frame.text, shape.name)


def test_numbers_of_native_charts_are_those_of_the_answer(show):
    kind, told, found = show
    bars = next(chart for chart in told.charts if chart.name == "contoh")
    parts = [chart for chart in charts_on(found) if len(chart.plots[0].series) == 1][: len(found)]
    values = [value for chart in parts for value in chart.plots[0].series[0].values]
    if kind != "kosong":
        assert values[: len(bars.categories)] == list(bars.series[0].values)


def test_cards_and_pictures_are_native(show):
    shown = words(show[2][1])
    assert {"1.234", "65,5%", "–", "+234; sebelumnya 1.000 (September 2024)"} <= set(shown.split(" | "))
    kinds = {shape.shape_type for slide in show[2] for shape in slide.shapes}
    assert MSO_SHAPE_TYPE.PICTURE not in kinds


def test_heat_map_and_calendar_are_tables_with_words():
    found = slides(deck([answer("banyak")], EDITION))
    tables = tables_of(found)
    names = [row.cells[0].text for table in tables for row in table.rows]
    assert [name for name in OFFICES if names.count(name) != 2] == []  # the heat map and the table
    whole = " | ".join(words(slide) for slide in found)
    for text in ("? = belum lengkap", "– = belum melapor", "1 Okt", "(bagian 2 dari"):
        assert text in whole
    calendar = next(table for table in tables if table.cell(0, 1).text == "Sen")
    cells = {cell.text for row in calendar.rows for cell in row.cells}
    assert "Okt 2024" in cells
    assert any(cell.endswith(": dispensasi") for cell in cells)


def test_missing_opd_is_named_with_its_reason():
    chart = charts_on(slides(deck([answer("jahat")], EDITION)))[0]
    names = list(chart.plots[0].categories)
    assert names[4].endswith("Ujung (belum melapor)")
    assert names[0] == "=1+1"


def test_hostile_words_act_nowhere():
    data = deck([answer("jahat")], EDITION)
    with ZipFile(BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.endswith(".xlsx")]
        whole = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
    assert len(sheets) >= 6
    for sheet in sheets:
        cells = [cell for row in load_workbook(BytesIO(sheet)).active.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert b"1608010101900001" not in whole
    assert b"<script>" not in whole
    assert HOSTILE[1] in " ".join(words(slide) for slide in slides(data))


def test_same_answers_same_bytes():
    assert deck([answer("biasa")], EDITION) == deck([answer("biasa")], EDITION)


def test_package_is_whole():
    """Every relation leads to a part of the package, and no part is named twice."""
    with ZipFile(BytesIO(deck([answer("biasa")], EDITION))) as parts:
        names = parts.namelist()
        targets = {
            target.rsplit("/", 1)[-1]
            for name in names
            if name.endswith(".rels")
            for target in re.findall(r'Target="([^"]+)"', parts.read(name).decode())
        }
    assert len(names) == len(set(names))
    assert targets <= {name.rsplit("/", 1)[-1] for name in names}


def test_one_chart_and_one_table_as_slides_of_their_own():
    told = answer("banyak")
    found = slides(chart_deck(told, told.charts[0], EDITION))
    assert len(found) >= 3
    assert "Cara hitung: Satu isi dihitung satu kali." in notes(found[0])
    assert "Target: 12" in words(found[0])
    rows = slides(table_deck(told, told.tables[0], EDITION))
    names = [row.cells[0].text for s in rows for shape in s.shapes if shape.has_table for row in shape.table.rows]
    assert [name for name in names if name != "OPD"] == list(OFFICES)
    assert "1.234" in words(rows[0]) and "12,5%" in words(rows[0])


def test_a_table_of_54_rows_stands_whole_and_of_a_longer_one_the_first_slide():
    whole = slides(deck([replace(answer("banyak"), charts=())], EDITION))[2:]
    assert sum(len(table.rows) - 1 for table in tables_of(whole)) == 54
    assert [table.cell(0, 0).text for table in tables_of(whole)] == ["OPD"] * len(whole)
    assert f"(bagian 2 dari {len(whole)})" in words(whole[1])
    long = table(tuple(f"Dinas {at}" for at in range(160)))
    (first,) = slides(deck([replace(answer("biasa"), charts=(), tables=(long,))], EDITION))[2:]
    (shown,) = tables_of([first])
    assert 10 <= len(shown.rows) - 1 < 30
    assert f"Baris 1–{len(shown.rows) - 1} dari 160; seluruhnya ada pada lembar kerja (XLSX)" in words(first)
    assert sum(len(one.rows) - 1 for one in tables_of(slides(table_deck(answer("biasa"), long, EDITION)))) == 160


def tables_of(found):
    return [shape.table for slide in found for shape in slide.shapes if shape.has_table]


def test_the_emblem_stands_on_the_master_and_once_on_the_cover():
    buffer = BytesIO()
    Image.new("RGB", (80, 160), "#0B5CAD").save(buffer, "PNG")
    show = Presentation(BytesIO(deck([answer("satu")], replace(EDITION, logo=buffer.getvalue()))))
    (emblem,) = [shape for shape in show.slide_master.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert round(emblem.width / emblem.height, 2) == 0.5
    assert emblem.left + emblem.width <= Inches(12.84) and emblem.top + emblem.height <= Inches(1.3)
    cover, *others = show.slides
    assert [shape.shape_type for shape in cover.shapes].count(MSO_SHAPE_TYPE.PICTURE) == 1
    assert cover._element.get("showMasterSp") == "0"
    for slide in others:
        assert slide._element.get("showMasterSp") is None
        assert slide.shapes.title.left + slide.shapes.title.width <= emblem.left


def test_empty_answer_says_why():
    empty = Answer("x", "Kosong", "Belum ada yang dapat dihitung.", "Oktober 2024", "Semua OPD", "", "", empty="Mohon.")
    assert "Mohon." in words(slides(deck([empty], EDITION))[1])
    told = replace(answer("biasa"), tables=(), charts=answer("kosong").charts[:1])
    assert "Belum ada data" in words(slides(deck([told], EDITION))[2])
