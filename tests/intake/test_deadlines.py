"""The day until which reports are asked for and the time for objections: versions with who and when, within bounds."""

from datetime import date, datetime

import pytest

from intake import RefusedError, close_month
from intake.deadlines import deadlines, set_deadlines
from store import Scope, Store

NOW = datetime(2024, 11, 10, 9)


def test_a_change_is_a_version_and_holds_for_the_next_closing(store: Store) -> None:
    shipped = deadlines(store)
    assert (shipped.report_day, shipped.objection_days) == (5, 7)
    close_month(store, Scope(), date(2024, 9, 1), "Ani", "", NOW)
    set_deadlines(store, 10, 14, shipped, "Ani", NOW)
    assert (deadlines(store).report_day, deadlines(store).objection_days) == (10, 14)
    close_month(store, Scope(), date(2024, 10, 1), "Ani", "", NOW)
    closings = store.read(Scope()).closings
    assert store.run(closings.order_by("month").select("objections_until"))["objections_until"].to_pylist() == [
        date(2024, 11, 17), date(2024, 11, 24),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "days", "who"), [(0, 7, "Ani"), (29, 7, "Ani"), (5, 61, "Ani"), (6, 7, " ")])
def test_what_may_not_be_set(store: Store, day: int, days: int, who: str) -> None:
    with pytest.raises(RefusedError):
        set_deadlines(store, day, days, deadlines(store), who, NOW)
    assert deadlines(store).seen == (0, 0)


def test_a_change_from_an_old_page_is_refused(store: Store) -> None:
    seen = deadlines(store)
    set_deadlines(store, 10, 7, seen, "Ani", NOW)
    with pytest.raises(RefusedError, match="sudah diubah oleh Ani"):
        set_deadlines(store, 12, 7, seen, "Budi", NOW)
