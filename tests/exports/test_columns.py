"""Widths of columns: a header is not broken within a word, short cells stay on a line, long ones share what is left."""

from charts.wording import text_width
from exports.columns import column_widths

NAME = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"


def test_a_narrow_number_keeps_its_header_whole():
    widths = column_widths(("OPD", "Menyebut bidang"), [[NAME * 4, "7"]], 10, 300, 4)
    assert round(sum(widths)) == 300
    assert widths[1] >= text_width("Menyebut", 10) + 8


def test_short_cells_take_a_line_before_long_ones_take_the_rest():
    widths = column_widths(("OPD", "Hari", "Teks"), [[NAME, "12 Oktober 2024", NAME * 9]], 9, 700, 4)
    assert widths[1] >= text_width("12 Oktober 2024", 9) + 8
    assert widths[0] >= text_width(NAME, 9) + 8
    assert widths[2] > widths[0]


def test_an_address_leaves_the_room_to_sentences():
    widths = column_widths(("Teks", "Tautan"), [[NAME * 5, "https://www.instagram.com/p/" + "x" * 60]], 9, 400, 4)
    assert [round(width) for width in widths] == [277, 123]


def test_a_sentence_with_one_long_word_is_no_address():
    widths = column_widths(("OPD", "Teks"), [["Dinas A", f"#{'x' * 60} dan {NAME * 3}"]], 9, 600, 4)
    assert widths[1] > 500


def test_where_words_do_not_fit_all_columns_shrink_alike():
    assert column_widths(("A", "A"), [["x" * 90, "x" * 90]], 10, 100, 4) == [50, 50]


def test_no_rows_and_no_columns():
    assert column_widths((), [], 10, 100, 4) == []
    assert column_widths(("OPD",), [], 10, 100, 4) == [100]
