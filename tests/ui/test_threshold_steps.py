"""The threshold of leaders alone: set on the settings page, used by the page of Liputan, written to the audit."""

from datetime import date, datetime

from intake.threshold import set_threshold
from store import Scope, Store
from ui.coverage_steps import limit_on


def test_the_limit_says_since_when_by_whom_and_why(store: Store) -> None:
    assert limit_on(store, date(2024, 11, 1)) is None
    set_threshold(store, 40, date(2024, 11, 1), "SE 7/2024", 0, "Sari", datetime(2024, 11, 22, 10))
    limit = limit_on(store, date(2024, 11, 1))
    assert limit is not None
    assert (limit.percent, limit.words) == (
        40,
        "Ambang kantor: paling banyak 40% konten hanya tentang pimpinan, berlaku sejak 1 November 2024, dasar "
        "SE 7/2024; ditetapkan oleh Sari pada 22 November 2024.",
    )
    assert limit_on(store, date(2024, 10, 1)) is None
    told = store.run(store.read(Scope()).audit).to_pylist()
    assert [(one["who"], one["action"], one["subject"]) for one in told] == [("Sari", "setting", "ambang:pimpinan")]
