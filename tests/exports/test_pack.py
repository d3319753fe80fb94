"""A whole pack, opened again: the same numbers in slides, sheets, pages, text and picture; same data, same bytes."""

import struct
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from charts.model import Missing, Number
from exports.book import book
from exports.edition import Edition
from exports.message import message
from exports.pack import pack, unzipped, zipped
from exports.poster import poster, poster_svg
from tests.exports.samples import HOSTILE, NAMES, OFFICES, answer, charts, table

EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari",
                  ("=laporan.xlsx",))  # fmt: skip
LATER = replace(EDITION, made="Dibuat 3 November 2024 oleh Budi")


def small(kind):
    """An answer with a bar chart and a table, which the reader of pages reads fast."""
    told = answer(kind)
    return replace(told, charts=told.charts[:1])


@pytest.fixture(scope="module")
def files():
    steps = []
    made = pack([small("biasa")], EDITION, "bahan", lambda share, words: steps.append((share, words)))
    return made, steps


def test_five_files_and_every_step_is_told(files):
    made, steps = files
    assert list(made) == ["bahan.pptx", "bahan.xlsx", "bahan.pdf", "bahan_whatsapp.txt", "bahan_gambar.png"]
    assert [share for share, _ in steps] == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert steps[0][1] == "Menyusun Slide (PPTX) …"


def test_profiles_are_a_file_of_their_own():
    made = pack([small("satu")], EDITION, "bahan", lambda share, words: None, [small("biasa"), small("satu")])
    assert list(made)[2:4] == ["bahan.pdf", "bahan_profil.pdf"]
    assert "Profil Publikasi OPD" in PdfReader(BytesIO(made["bahan_profil.pdf"])).pages[0].extract_text()


def test_the_same_numbers_in_every_file(files):
    """The bars of the chart are 0, 7 and 14; the table says 1.234, 1.235, 1.236."""
    made, _ = files
    shapes = [shape for slide in Presentation(BytesIO(made["bahan.pptx"])).slides for shape in slide.shapes]
    drawn = [list(shape.chart.plots[0].series[0].values) for shape in shapes if shape.has_chart]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    whole = load_workbook(BytesIO(made["bahan.xlsx"]))
    bars = [whole["Konten tiap OPD"].cell(row, 2).value for row in (6, 7, 8)]
    counted = [whole["Tabel per OPD"].cell(row, 2).value for row in (6, 7, 8)]
    pages = " ".join(page.extract_text() for page in PdfReader(BytesIO(made["bahan.pdf"])).pages)
    assert drawn == [[0.0, 7.0, 14.0]]
    assert bars == [0, 7, 14]
    assert counted == [1234, 1235, 1236]
    for words in ("1.234", "1.235", "1.236"):
        assert words in cells
        assert words in pages
    for text in (pages, made["bahan_whatsapp.txt"].decode()):
        assert "65,5%" in text


def test_same_data_same_bytes_apart_from_the_stamp(files):
    made, _ = files
    again = pack([small("biasa")], EDITION, "bahan", lambda share, words: None)
    assert again == made
    later = pack([small("biasa")], LATER, "bahan", lambda share, words: None)
    assert [name for name in made if later[name] == made[name]] == []
    assert zipped(made) == zipped(again)
    assert unzipped(zipped(made)) == made


@pytest.mark.parametrize("kind", NAMES)
def test_workbook_holds_every_chart_and_table_as_text_and_numbers(kind):
    whole = load_workbook(BytesIO(book([answer(kind)], EDITION)))
    assert len(whole.sheetnames) == 12
    assert all(len(name) <= 31 for name in whole.sheetnames)
    cells = [cell for sheet in whole for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.value for cell in cells if "1608010101900001" in str(cell.value)] == []
    for sheet in whole:
        assert "Dibuat 2 November 2024 oleh Sari" in str(sheet.cell(3, 1).value)
        assert sheet.page_setup.orientation == "landscape"


def test_contents_lead_to_the_sheets():
    sheet = load_workbook(BytesIO(book([answer("biasa")], EDITION)))["Daftar Isi"]
    links = [
        cell.hyperlink.location or cell.hyperlink.ref for row in sheet.iter_rows() for cell in row if cell.hyperlink
    ]
    assert len(links) == 11
    values = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "=laporan.xlsx" in values
    assert 0.655 in values


def test_names_of_sheets_are_unique_and_plain():
    odd = [
        replace(chart, title=title)
        for chart, title in zip(charts("satu"), ["A/B:C*?[x]", "a b c x", "'", *"abcdef"], strict=True)
    ]
    names = load_workbook(BytesIO(book([replace(answer("satu"), charts=tuple(odd))], EDITION))).sheetnames
    assert names[1:4] == ["A B C x", "a b c x 2", "Lembar"]


def test_message_reads_as_the_office_writes():
    told = replace(small("biasa"), missing=tuple(Missing(name, "belum_melapor") for name in OFFICES[:17]))
    lines = message([told], EDITION).split("\n")
    assert lines[:4] == [
        "*Rekap Media Sosial OPD – Oktober 2024*",
        "*DATA CONTOH – REKAAN*",
        "Kabupaten Contoh",
        "Semua OPD",
    ]
    assert "- Konten: 1.234 konten (+234; sebelumnya 1.000 (September 2024))" in lines
    assert not any(line.startswith("- Jeda") for line in lines)
    listed = next(line for line in lines if line.startswith("*Belum melapor (17)*"))
    assert listed.endswith("Permukiman 15 dan 2 lainnya")
    assert lines[-2:] == ["Sementara, 31 dari 54 OPD melapor. Data per 2 November 2024, 09.00.", EDITION.made]


def test_words_of_the_data_cannot_add_marks_to_the_message():
    told = replace(small("biasa"), missing=(Missing("*Dinas* _A_ ~b~ `c`\n\n*palsu*", "nihil"),))
    assert "*Nihil (1)*: Dinas  A  b c palsu" in message([told], EDITION)


def test_a_profile_says_what_it_is_for_and_why_nothing_is_compared():
    told = replace(answer("biasa"), extra={"banding": "Belum dibandingkan.", "peruntukan": "Bahan pembinaan."})
    assert message([told], EDITION).count("Belum dibandingkan.\nBahan pembinaan.") == 1
    assert "Belum dibandingkan. Bahan pembinaan." in poster_svg(told, EDITION)


@pytest.mark.parametrize("kind", NAMES)
def test_picture_for_the_phone_has_its_size(kind):
    assert struct.unpack(">II", poster(answer(kind), EDITION)[16:24]) == (1080, 1350)


def test_picture_says_finding_figures_and_state():
    svg = poster_svg(answer("biasa"), EDITION)
    for words in (
        "1.234",
        "65,5%",
        "Sementara, 31 dari 54 OPD melapor.",
        "Belum melapor (3)",
        "DATA CONTOH – REKAAN",
        "oleh Sari",
    ):
        assert words in svg
    long = replace(answer("jahat"), sentence=HOSTILE[4], numbers=(Number(HOSTILE[4], 5.0, HOSTILE[1], ""),))
    hostile = poster_svg(replace(long, charts=()), EDITION)
    assert "&lt;script&gt;" in hostile
    assert "<script" not in hostile


def test_a_table_of_no_rows_is_a_sheet_of_its_header():
    whole = load_workbook(BytesIO(book([replace(small("satu"), tables=(table(()),))], EDITION)))
    assert whole["Tabel per OPD"]["A5"].value == "OPD"
