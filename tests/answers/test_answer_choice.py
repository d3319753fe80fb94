"""A choice: its period in words, the period before it, and the warning when the two differ in length."""

from datetime import date

from answers.choice import Choice, filter_words, is_whole_month, period_words, previous, trend_start


def test_whole_month_is_named_by_its_month() -> None:
    assert period_words(Choice(date(2024, 10, 1), date(2024, 10, 31))) == "Oktober 2024"


def test_part_of_a_month_is_named_by_its_days() -> None:
    assert is_whole_month(Choice(date(2024, 10, 1), date(2024, 10, 30))) is False
    assert period_words(Choice(date(2024, 10, 5), date(2024, 11, 3))) == "5 Oktober – 3 November 2024"
    assert period_words(Choice(date(2024, 10, 5), date(2024, 10, 5))) == "5 Oktober 2024"


def test_month_before_and_its_warning() -> None:
    before = previous(Choice(date(2024, 11, 1), date(2024, 11, 30), kinds=("dinas",)))
    assert before.choice == Choice(date(2024, 10, 1), date(2024, 10, 31), kinds=("dinas",))
    assert before.label == "Oktober 2024"
    assert "30 hari" in before.warning
    assert "31 hari" in before.warning


def test_months_of_equal_length_carry_no_warning() -> None:
    assert previous(Choice(date(2024, 8, 1), date(2024, 8, 31))).warning == ""


def test_january_follows_december() -> None:
    before = previous(Choice(date(2025, 1, 1), date(2025, 1, 31))).choice
    assert (before.first, before.last) == (date(2024, 12, 1), date(2024, 12, 31))


def test_other_periods_compare_with_as_many_days_before() -> None:
    before = previous(Choice(date(2024, 10, 7), date(2024, 10, 13)))
    assert (before.choice.first, before.choice.last) == (date(2024, 9, 30), date(2024, 10, 6))
    assert before.warning == ""


def test_filters_in_words() -> None:
    first, last = date(2024, 10, 1), date(2024, 10, 31)
    assert filter_words(Choice(first, last)) == "Semua OPD, semua platform"
    chosen = Choice(first, last, agencies=("dinas-kesehatan",), platforms=("x", "facebook"))
    assert filter_words(chosen, {"dinas-kesehatan": "Dinas Kesehatan"}) == "Dinas Kesehatan, Platform: X, Facebook"
    assert filter_words(Choice(first, last, kinds=("badan",))) == "Jenis OPD: Badan; semua platform"
    many = Choice(first, last, agencies=("a", "b", "c", "d"))
    assert filter_words(many) == "4 OPD pilihan, semua platform"


def test_a_trend_shows_twelve_months_with_the_last_one() -> None:
    assert trend_start(date(2024, 10, 31)) == date(2023, 11, 1)
    assert trend_start(date(2024, 12, 5)) == date(2024, 1, 1)
    assert trend_start(date(2025, 1, 1)) == date(2024, 2, 1)
