"""The PDF, read again: every number and word of the answers, whole charts, headers repeated, nothing acted upon."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from charts.model import Answer
from exports.edition import Edition
from exports.parts import cut, fitted
from exports.report import report
from tests.exports.samples import NAMES, OFFICES, answer, charts

EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari",
                  ("laporan-1.xlsx", "#=1+1.csv"))  # fmt: skip


def pages(data):
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.fixture(scope="module", params=list(NAMES))
def book(request):
    made = answer(request.param)
    made = replace(made, charts=made.charts[:2])  # the reader of pages takes seconds for thousands of cells
    return request.param, pages(report([made], EDITION))


def test_every_page_says_whose_when_and_by_whom(book):
    for number, page in enumerate(book[1], 1):
        assert "Bahan Rapat · Oktober 2024 · Semua OPD" in page
        assert "Sementara, 31 dari 54 OPD melapor. Data per 2 November 2024, 09.00." in page
        assert "Dibuat 2 November 2024 oleh Sari" in page
        assert f"Halaman {number} dari {len(book[1])}" in page
        assert "DATA CONTOH – REKAAN" in page


def test_finding_numbers_and_words_are_there(book):
    whole = " ".join(book[1])
    for words in ("12 dari 45 OPD yang melapor memenuhi target; 9 belum melapor.", "1.234", "65,5%", "Daftar isi",
                  "+234; sebelumnya 1.000 (September 2024)", "laporan-1.xlsx", "Istilah dan cara hitung"):  # fmt: skip
        assert words in whole
    assert "Jeda" in whole and "– hari" in whole


def test_rows_of_the_table_are_whole(book):
    kind, found = book
    whole = "".join(found).replace(" ", "")
    for at, name in enumerate(NAMES[kind]):
        assert f"{1234 + at:,}".replace(",", ".") in whole
        if name.isascii() and name.isprintable() and len(name) < 100:
            assert name.replace(" ", "") in whole


def test_hostile_words_stay_words():
    made = answer("jahat")
    whole = "".join(pages(report([replace(made, charts=made.charts[:6])], EDITION))).replace(" ", "")
    for words in ("=1+1", "<b>tebal</b><script>", '#import"x"*a*$y$[z]\\&"kutip"', "1608**********01", "#=1+1.csv"):
        assert words in whole
    assert ("PanjangSekali" * 19 + "Ujung") in whole


def test_headers_repeat_on_each_page_of_a_long_table():
    found = pages(report([replace(answer("banyak"), charts=())], EDITION))
    with_rows = [page for page in found if "23 Oktober 2024" in page]
    assert len(with_rows) >= 2
    assert [page for page in with_rows if "Terakhir" not in page] == []


def test_same_answers_same_bytes():
    assert report([answer("satu")], EDITION) == report([answer("satu")], EDITION)
    other = replace(EDITION, made="Dibuat 3 November 2024 oleh Budi")
    assert report([answer("satu")], EDITION) != report([answer("satu")], other)


def test_an_answer_without_data_says_why():
    empty = Answer("x", "Kosong", "Belum ada yang dapat dihitung.", "Oktober 2024", "Semua OPD", "", "", empty="Mohon.")
    assert "Mohon." in " ".join(pages(report([empty], EDITION)))


def test_fonts_are_ours_and_nothing_is_fetched():
    data = report([replace(answer("jahat"), charts=())], EDITION)
    fonts = {
        font.get_object()["/BaseFont"].removeprefix("/").split("+")[-1]
        for page in PdfReader(BytesIO(data)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts <= {"NotoSans-Regular", "NotoSans-Bold", "NotoEmoji-Regular", "NotoSansArabic-Regular",
                     "NotoSansMath-Regular", "NotoSansSymbols2-Regular"}  # fmt: skip
    assert b"/URI" not in data


def test_parts_hold_every_row_once_in_order():
    panas = next(chart for chart in charts("banyak") if chart.kind == "heatmap")
    parts = cut(panas, 4)
    assert [series.name for part in parts for series in part.chart.series] == list(OFFICES)
    assert [len(part.chart.states) for part in parts] == [14, 14, 14, 12]
    assert parts[0].words == "(bagian 1 dari 4)"
    assert {part.top for part in parts} == {10.0}
    batang = charts("banyak")[0]
    assert [name for part in cut(batang, 5) for name in part.chart.categories] == list(OFFICES)
    kalender = next(chart for chart in charts("biasa") if chart.kind == "calendar")
    assert cut(kalender, 3)[0].chart == kalender


def test_as_few_parts_as_fit():
    batang = charts("banyak")[0]
    parts = fitted(batang, lambda part: 10.0 * len(part.chart.categories), 200)
    assert [len(part.chart.categories) for part in parts] == [18, 18, 18]
    assert len(fitted(batang, lambda part: 999.0, 200)) == 54


def test_the_emblem_stands_on_the_cover_and_at_the_head_of_every_page():
    buffer = BytesIO()
    Image.new("RGB", (80, 160), "#0B5CAD").save(buffer, "PNG")
    content = report([answer("satu")], replace(EDITION, logo=buffer.getvalue()))
    pictures = [len(page.images) for page in PdfReader(BytesIO(content)).pages]
    assert pictures == [1] * len(pictures)
    plain = PdfReader(BytesIO(report([answer("satu")], EDITION)))
    assert [len(page.images) for page in plain.pages] == [0] * len(plain.pages)
