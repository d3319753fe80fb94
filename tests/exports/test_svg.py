"""Charts drawn as SVG: well-formed whatever the data, numbers and words in it, nothing cut, states told apart."""

from dataclasses import replace

import pytest
from defusedxml import ElementTree

from charts.model import Series
from exports.glyphs import runs
from exports.svg import is_dark
from exports.svg_axes import ticks
from exports.svg_cells import shade
from exports.svg_chart import NOTHING, chart_svg, picture_svg
from tests.exports.samples import HOSTILE, NAMES, OFFICES, charts

SVG = "{http://www.w3.org/2000/svg}"
ALL = [(kind, at) for kind in NAMES for at in range(9)]


def words(svg):
    """The lines of text in an SVG."""
    return ["".join(one.itertext()) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def chart_of(kind, name):
    return next(chart for chart in charts(kind) if chart.name == name)


@pytest.mark.parametrize(("kind", "at"), ALL)
@pytest.mark.parametrize("width", [400, 680, 1000])
def test_every_kind_is_well_formed_and_nothing_lies_outside(kind, at, width):
    root = ElementTree.fromstring(chart_svg(charts(kind)[at], width))
    assert [tag for tag in ("script", "image", "a", "b") if root.find(f".//{SVG}{tag}") is not None] == []
    height = float(root.get("height"))
    for one in root.iter(f"{SVG}rect"):
        assert float(one.get("x", 0)) + float(one.get("width")) <= width + 1
        assert float(one.get("height")) <= height


@pytest.mark.parametrize("at", range(9))
def test_an_empty_chart_says_so(at):
    assert words(chart_svg(charts("kosong")[at])) == [NOTHING]


def test_numbers_of_a_bar_and_the_word_for_a_missing_one():
    shown = words(chart_svg(chart_of("jahat", "contoh")))
    assert "Belum melapor" in shown
    assert {"0", "7", "14", "21"} <= set(shown)
    assert "Target: 12" in shown


def test_long_names_stay_whole_and_tags_stay_words():
    shown = " ".join(words(chart_svg(chart_of("jahat", "contoh"))))
    assert " ".join(HOSTILE[4].split()) in shown
    assert "<b>tebal</b><script>alert(1)</script>" in shown.replace(" ", "")
    assert "1608**********01" in shown
    assert "…" not in shown
    many = " ".join(words(chart_svg(chart_of("banyak", "contoh-panas"))))
    assert all(name in many for name in OFFICES)


def test_columns_without_room_for_their_names_are_numbered_and_listed():
    shown = " ".join(words(chart_svg(chart_of("banyak", "contoh-garis-nama"))))
    assert f"54. {OFFICES[53]}" in shown


def test_states_have_mark_hatch_and_word():
    svg = chart_svg(chart_of("banyak", "contoh-panas"))
    shown = words(svg)
    for word, mark in (("Nihil", "N"), ("Belum melapor", "–"), ("Belum lengkap", "?"), ("Libur", "L"),
                       ("Dispensasi", "D"), ("Tidak punya akun", "×"), ("Diterima, belum terbaca", "!")):  # fmt: skip
        assert word in shown
        assert mark in shown
    hatches = {one.get("id").partition("-")[0] for one in ElementTree.fromstring(svg).iter(f"{SVG}pattern")}
    assert {"naik", "turun", "silang", "tegak", "titik"} <= hatches


def test_incomplete_day_keeps_its_number_and_mark():
    chart = chart_of("satu", "contoh-panas")
    chart = replace(chart, series=(Series("A", (2.0, *[None] * 30)),), states=(("belum_lengkap", *["libur"] * 30),))
    assert "2?" in words(chart_svg(chart))


def test_indonesian_numbers_and_days():
    chart = replace(chart_of("satu", "contoh"), series=(Series("Konten", (12345.0,)),), states=(("",),), lines=())
    assert "12.345" in words(chart_svg(chart))
    assert {"Okt 2024", "31"} <= set(words(chart_svg(chart_of("biasa", "contoh-garis"))))
    assert "25%" in words(chart_svg(chart_of("biasa", "contoh-bagian")))


def test_picture_carries_title_unit_note_and_stamp():
    shown = words(picture_svg(chart_of("biasa", "contoh"), "DATA CONTOH – REKAAN"))
    assert shown[:4] == ["DATA CONTOH – REKAAN", "Konten tiap OPD", "Oktober 2024 · Semua OPD", "Satuan: konten"]
    assert shown[-1] == "Sumber: laporan admin OPD."


def test_a_part_is_painted_and_measured_like_the_whole():
    chart = chart_of("biasa", "contoh")
    assert "100" in words(chart_svg(chart, top=100))
    assert "100" not in words(chart_svg(chart))


@pytest.mark.parametrize(
    ("low", "high", "number_format", "expected"),
    [
        (0, 0, "int", [0, 1]),
        (0, 3, "int", [0, 1, 2, 3]),
        (0, 572, "int", [0, 200, 400, 600]),
        (-4, 9, "int", [-5, 0, 5, 10]),
        (0, 1, "percent", [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (0, 0.4, "decimal", [0, 0.1, 0.2, 0.3, 0.4]),
    ],
)
def test_ticks_are_round_and_hold_the_data(low, high, number_format, expected):
    assert ticks(low, high, number_format) == pytest.approx(expected)


def test_shades_run_from_white_to_dark():
    assert (shade(0), shade(0.0001), shade(1), shade(7)) == ("#FFFFFF", "#DCE9F6", "#083D77", "#083D77")
    assert [is_dark(shade(at)) for at in (0, 0.3, 1)] == [False, False, True]


def test_each_run_of_text_names_the_font_that_holds_it():
    assert runs("Posyandu 🙏 ✅ ≥ شكرا جدا x") == [
        ("Noto Sans", "Posyandu "),
        ("Noto Emoji", "🙏 ✅ "),
        ("Noto Sans Math", "≥"),
        ("Noto Sans", " "),
        ("Noto Sans Arabic", "شكرا جدا "),
        ("Noto Sans", "\u200ex"),
    ]


def test_lam_and_alef_are_one_sign_joined_to_the_letter_before():
    """Behind Latin letters the drawer lost the pair that they make: an empty box stood in its place."""
    assert runs("x جزيلا") == [("Noto Sans", "x "), ("Noto Sans Arabic", "جزي\u200d\ufefc")]
    assert runs("والأمن") == [("Noto Sans Arabic", "وا\ufef7من")]
    assert runs("لا") == [("Noto Sans Arabic", "\ufefb")]


def test_joiners_go_and_unknown_signs_show_as_a_box():
    assert runs("👨\u200d👩\u200d👧❤\ufe0f") == [("Noto Emoji", "👨👩👧"), ("Noto Sans Symbols2", "❤")]
    assert runs("東") == [("Noto Sans Symbols2", "□")]
