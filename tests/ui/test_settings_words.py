"""Every word list that ships has a title and help on screen, and the words that two texts differ in are told."""

import pytest

from intake.word_lists import ALL_NAMES, shipped
from ui.settings_help import HELP, TITLES
from ui.settings_words import excerpt, only_in


@pytest.mark.parametrize("name", ALL_NAMES)
def test_every_list_has_a_title_and_help_in_indonesian(name: str) -> None:
    assert name in TITLES
    assert HELP[name].startswith("- ")
    assert not shipped(name).startswith("#")


def test_words_of_one_text_that_the_other_lacks() -> None:
    assert only_in('a = ["satu", "dua", "tiga"]', 'a = ["dua"]\nb = ["empat"]') == ["satu", "tiga"]


def test_a_long_line_is_cut_around_the_column() -> None:
    assert excerpt("satu\ndua", 2, 0) == "2 | dua"
    line = "x" * 300 + "[" + "y" * 300
    assert excerpt(line, 1, 301) == "1 | … " + "x" * 69 + "[" + "y" * 70 + " …"
