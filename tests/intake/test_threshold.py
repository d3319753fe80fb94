"""The office's threshold for leaders alone: from which day it holds, who set it, what is refused."""

import datetime as dt

import pytest

from intake.threshold import Threshold, set_threshold, threshold_on, thresholds
from loaders import RefusedError
from store import Store

NOW = dt.datetime(2024, 11, 22, 10)
OCTOBER, NOVEMBER, DECEMBER = (dt.date(2024, month, 1) for month in (10, 11, 12))


def test_none_is_set_at_first(store: Store) -> None:
    assert thresholds(store) == ()
    assert threshold_on((), NOVEMBER) is None


def test_a_change_holds_from_its_day_and_old_months_stay(store: Store) -> None:
    set_threshold(store, 40, OCTOBER, "Edaran 7/2024", 0, "Sari", NOW)
    set_threshold(store, 30, DECEMBER, "", 1, "Budi", NOW + dt.timedelta(days=30))
    found = thresholds(store)
    assert found == (
        Threshold(30, DECEMBER, "", 2, "Budi", NOW + dt.timedelta(days=30)),
        Threshold(40, OCTOBER, "Edaran 7/2024", 1, "Sari", NOW),
    )
    days = (OCTOBER - dt.timedelta(days=1), OCTOBER, DECEMBER - dt.timedelta(days=1), DECEMBER)
    held = [threshold_on(found, day) for day in days]
    assert [one and one.percent for one in held] == [None, 40, 40, 30]


def test_a_threshold_can_end(store: Store) -> None:
    set_threshold(store, 40, OCTOBER, "", 0, "Sari", NOW)
    set_threshold(store, None, NOVEMBER, "", 1, "Sari", NOW)
    found = thresholds(store)
    assert [threshold_on(found, day) is None for day in (OCTOBER, NOVEMBER)] == [False, True]


@pytest.mark.parametrize(
    ("percent", "who", "words"),
    [(0, "Sari", "antara 1 dan 99"), (100, "Sari", "antara 1 dan 99"), (40, " ", "mengisi nama")],
)
def test_what_cannot_be_set(store: Store, percent: int, who: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        set_threshold(store, percent, OCTOBER, "", 0, who, NOW)
    assert thresholds(store) == ()


def test_two_who_change_it_at_once_do_not_overwrite_each_other(store: Store) -> None:
    set_threshold(store, 40, OCTOBER, "", 0, "Sari", NOW)
    with pytest.raises(RefusedError, match="sudah diubah oleh Sari"):
        set_threshold(store, 50, OCTOBER, "", 0, "Budi", NOW)
