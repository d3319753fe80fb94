"""Profiles on paper: a page an OPD, with its figures, days, lines, examples and the note."""

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from charts.model import Column, Table
from exports.edition import Edition
from exports.profiles import profiles
from tests.exports.samples import HOSTILE, answer, charts

EDITION = Edition("Profil Publikasi OPD", "Kabupaten Contoh", "Oktober 2024", "", "Dibuat 2 November 2024 oleh Sari")
CALENDAR = tuple(chart for chart in charts("biasa") if chart.kind == "calendar")
LINES = Table(
    "profil-opd",
    "Profil",
    (Column("hal", "Hal"), Column("isi", "Keadaan")),
    (("Jeda", "6 hari"), ("Topik", HOSTILE[5])),
)
POSTS = Table(
    "profil-contoh",
    "Contoh",
    (Column("teks", "Teks"), Column("url", "Tautan", "link")),
    ((HOSTILE[1], "https://x.id/p/1"),),
)
NOTE = "6 dari 7 hari target tercapai.\n\nJadwal dapat disiapkan."


def profile(name):
    extra = {"catatan": NOTE, "peruntukan": "Bahan pembinaan; bukan dasar hukuman disiplin."}
    return replace(answer("biasa"), filters=name, charts=CALENDAR, tables=(LINES, POSTS), extra=extra)


def pages(data):
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in PdfReader(BytesIO(data)).pages]


def test_a_page_an_opd_in_their_order():
    found = pages(profiles([profile("Dinas A"), profile("Dinas B"), profile("Dinas C")], EDITION))
    assert len(found) == 3
    for page, name in zip(found, ("Dinas A", "Dinas B", "Dinas C"), strict=True):
        for words in (
            name,
            "1.234",
            "65,5%",
            "6 hari",
            "https://x.id/p/1",
            "6 dari 7 hari target tercapai.",
            "Okt 2024",
            "Bahan pembinaan; bukan dasar hukuman disiplin.",
            "DATA CONTOH – REKAAN",
            "oleh Sari",
        ):
            assert words in page
    assert "Halaman 2 dari 3" in found[1]


def test_words_of_the_data_stay_words():
    (page,) = pages(profiles([profile('#import "x" [*tebal*]')], EDITION))
    assert '#import "x" [*tebal*]' in page
    assert "<script>alert(1)</script>" in page.replace(" ", "")
    assert "1608**********01" in page


def test_a_profile_without_numbers_says_why():
    empty = replace(profile("Dinas A"), numbers=(), charts=(), tables=(), extra={}, empty="Belum melapor.")
    (page,) = pages(profiles([empty], EDITION))
    assert "Belum melapor." in page


def test_same_profiles_same_bytes():
    assert profiles([profile("Dinas A")], EDITION) == profiles([profile("Dinas A")], EDITION)
