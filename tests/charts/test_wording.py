"""Text of the data on charts: cleaned, escaped, broken into lines; numbers and days in words."""

import pytest

from charts.wording import (
    are_days,
    category_words,
    circled,
    clean,
    escaped,
    lines_of,
    mark_value,
    show_value,
    with_unit,
)


def test_clean_takes_out_what_misleads():
    assert clean("a\x00b\n c\u202ed\ud800") == "a b cd"


def test_escaped_leaves_only_entities_that_plotly_reads():
    assert escaped("""<a href='x'>"A" & B</a>""") == """&lt;a href='x'&gt;"A" &amp; B&lt;/a&gt;"""


def test_lines_keep_words_whole_and_cut_only_what_is_too_wide():
    assert lines_of("Dinas Kesehatan", 60, 11) == ("Dinas", "Kesehatan")
    assert "".join(lines_of("x" * 40, 60, 11)) == "x" * 40
    assert lines_of("satu dua tiga", 30, 11, 2) == ("satu", "du…")
    assert lines_of("", 60, 11) == ()


@pytest.mark.parametrize(
    ("value", "form", "words", "mark"),
    [
        (1234, "int", "1.234", "1.234"),
        (1234.56, "decimal", "1.234,6", "1.234,6"),
        (0.125, "percent", "12,5%", "12%"),
        (0.001, "percent", "0,1%", "<1%"),
        (0, "percent", "0%", "0%"),
        (None, "int", "tidak ada data", ""),
    ],
)
def test_numbers_in_words(value, form, words, mark):
    assert show_value(value, form) == words
    assert mark_value(value, form) == mark


def test_numbers_say_what_they_count():
    assert with_unit(12, "int", "unggahan") == "12 unggahan"
    assert with_unit(0.5, "percent", "unggahan") == "50% (unggahan)"
    assert with_unit(None, "int", "unggahan") == "tidak ada data"


def test_days_and_months_in_full():
    assert category_words("2024-10-23") == "Rabu, 23 Oktober 2024"
    assert category_words("2024-10") == "Oktober 2024"
    assert category_words("2024-13-01") == "2024-13-01"
    assert are_days(["2024-10-23"]) is True
    assert are_days(["2024-10-23", "Rabu"]) is False
    assert are_days([]) is False


def test_numbers_of_events():
    assert (circled(1), circled(20), circled(21)) == ("①", "⑳", "(21)")
