"""Workbooks, opened again: types, formats, print set-up, and text that stays text."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from charts.model import Chart, Column, Series, Table
from exports.workbook import chart_workbook, table_workbook

TABLE = Table(
    "contoh",
    "Capaian",
    (
        Column("opd", "OPD"),
        Column("n", "Konten", "int"),
        Column("p", "Bagian", "percent"),
        Column("hari", "Hari", "date"),
        Column("saat", "Saat", "datetime"),
        Column("s", "Keadaan", "state"),
        Column("url", "Tautan", "link"),
        Column("id", "Nomor", "code"),
    ),
    (
        ("Dinas A", 1234, 0.125, "2024-10-23", "2024-10-23T14:00:00", "nihil", "https://x.id/p", "1234567890123456"),
        ("=1+1", None, None, "kemarin", None, "", "javascript:x", None),
        ("\tx\x00 1608010101900001", 0, 1, None, None, "", None, "#N/A"),
    ),
    subtitle="Oktober 2024",
)
STAMP = "DATA CONTOH – REKAAN"
ABOUT = (
    ("Periode", "Oktober 2024"),
    ("Cara hitung", "=SUM(A1)"),
    ("Kosong", ""),
    ("Dibuat", "22 November 2026, 09.00"),
)


def opened(data):
    return load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def book():
    return opened(table_workbook(TABLE, STAMP, ABOUT))


def test_titles_stamp_and_header(book):
    sheet = book["Data"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == ["Capaian", "Oktober 2024", STAMP]
    header = ["OPD", "Konten", "Bagian", "Hari", "Saat", "Keadaan", "Tautan", "Nomor"]
    assert [cell.value for cell in sheet[5]] == header
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref == "A5:H8"


def test_numbers_and_days_are_real(book):
    sheet = book["Data"]
    assert (sheet["B6"].value, sheet["B6"].number_format) == (1234, "#,##0")
    assert (sheet["C6"].value, sheet["C6"].number_format) == (0.125, "0.0%")
    assert sheet["D6"].value == datetime(2024, 10, 23)
    assert sheet["D6"].number_format == "[$-421]d mmmm yyyy"
    assert sheet["E6"].value == datetime(2024, 10, 23, 14)
    assert sheet["D6"].value.date() == date(2024, 10, 23)
    assert sheet["F6"].value == "Nihil"
    assert sheet["B7"].value is None
    assert sheet["B8"].value == 0


def test_text_stays_text(book):
    sheet = book["Data"]
    assert (sheet["A7"].value, sheet["A7"].data_type, sheet["A7"].quotePrefix) == ("=1+1", "s", True)
    assert (sheet["A8"].value, sheet["A8"].data_type) == ("\tx 1608**********01", "s")
    assert (sheet["D7"].value, sheet["D7"].data_type) == ("kemarin", "s")
    assert (sheet["H8"].value, sheet["H8"].data_type) == ("#N/A", "s")


def test_links_open_and_ids_are_whole(book):
    sheet = book["Data"]
    assert sheet["G6"].hyperlink.target == "https://x.id/p"
    assert sheet["G7"].hyperlink is None
    assert sheet["H6"].value == "1234567890123456"


def test_print_set_up(book):
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is True
    assert book["Data"].print_title_rows == "$1:$5"


def test_explanation_sheet(book):
    sheet = book["Keterangan"]
    assert sheet["A3"].value == STAMP
    told = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=5)]
    assert told == [("Periode", "Oktober 2024"), ("Cara hitung", "=SUM(A1)"), ("Dibuat", "22 November 2026, 09.00")]
    assert sheet["B6"].data_type == "s"


def test_same_answer_same_bytes():
    assert table_workbook(TABLE, STAMP, ABOUT) == table_workbook(TABLE, STAMP, ABOUT)


def chart(kind, **more):
    series = more.pop("series", (Series("=Konten", (1.0, None)), Series("Unggahan", (3.0, 4.0))))
    words = {
        "title": "=Judul",
        "subtitle": "Oktober 2024",
        "unit": "konten",
        "how": "Dihitung sekali.",
        "note": "Catatan",
    }
    return Chart(name="c", kind=kind, categories=("2024-10-01", "2024-10-02"), series=series, table=TABLE, alt="a",
                 **words, **more)  # fmt: skip


@pytest.mark.parametrize("kind", ["bar", "stacked", "line", "scatter"])
def test_charts_are_native(kind):
    book = opened(chart_workbook(chart(kind), STAMP, ABOUT))
    sheet = book["Grafik"]
    assert book.sheetnames == ["Data", "Grafik", "Keterangan"]
    assert (sheet["B5"].value, sheet["B5"].data_type) == ("=Konten", "s")
    assert [sheet.cell(row, 1).value for row in (6, 7)] == ["1 Okt 2024", "2 Okt 2024"]
    assert [sheet.cell(6, column).value for column in (2, 3)] == [1, 3]
    assert sheet["B7"].value is None
    assert len(sheet._charts) == 1
    assert sheet["A3"].value == STAMP
    told = [(row[0].value, row[1].value) for row in book["Keterangan"].iter_rows(min_row=8)]
    assert told == [("Cara hitung grafik", "Dihitung sekali."), ("Catatan grafik", "Catatan")]


def test_heat_map_says_why_a_cell_is_empty():
    heat = chart("heatmap", series=(Series("Dinas A", (7.0, None)),), states=(("", "belum_melapor"),))
    sheet = opened(chart_workbook(heat, "", ()))["Grafik"]
    assert [sheet.cell(6, column).value for column in (1, 2, 3)] == ["Dinas A", 7, "Belum melapor"]
    assert sheet["C6"].fill.fgColor.rgb == "007C8793"
    assert sheet["A3"].value is None


def test_empty_table_and_chart():
    bare = Table("kosong", "Kosong", (Column("a", "A"),), ())
    assert opened(table_workbook(bare, "", ()))["Data"]["A5"].value == "A"
    nothing = Chart("c", "bar", "J", "", "", (), (), bare, "", "", "a")
    assert opened(chart_workbook(nothing, "", ())).sheetnames == ["Data", "Keterangan"]
