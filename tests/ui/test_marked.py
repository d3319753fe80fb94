"""The words that rules found, marked in a text that can do nothing else."""

from answers.review import Finding
from ui.marked import LONGEST, marked_text


def found(start: int, end: int, rule: str = "A1") -> Finding:
    return Finding(rule, 1, start, end, "", "")


def test_words_are_marked_at_their_places_with_their_rules() -> None:
    text = marked_text("Ayo pilih nomor satu", [found(10, 15, "B2"), found(4, 15)])
    assert text == '<p class="naskah">Ayo <mark>pilih nomor<sup> A1, B2</sup></mark> satu</p>'


def test_hostile_text_stays_text() -> None:
    text = marked_text('<img src=x onerror="alert(1)">\n<b>&amp;', [found(0, 4, "<i>")])
    assert text == (
        '<p class="naskah"><mark>&lt;img<sup> &lt;i&gt;</sup></mark> src=x onerror=&quot;alert(1)&quot;&gt;\n'
        "&lt;b&gt;&amp;amp;</p>"
    )


def test_turned_reading_direction_and_control_characters_go() -> None:
    assert marked_text("a\u202eb\x00c", []) == '<p class="naskah">abc</p>'


def test_numbers_of_persons_are_masked_in_place() -> None:
    text = marked_text("NIK 1608010101900001 pilih", [found(21, 26)])
    assert "1608010101" not in text
    assert "<mark>pilih<sup> A1</sup></mark>" in text


def test_places_beyond_the_text_are_left_out() -> None:
    assert marked_text("abc", [found(5, 9), found(-1, 2), found(2, 2)]) == '<p class="naskah">abc</p>'
    assert marked_text("x" * (LONGEST + 5), []).endswith("x…</p>")
