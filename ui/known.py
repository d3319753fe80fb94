"""What there is to choose from: the months that hold posts, the OPDs of the roster, how much was uploaded."""

from dataclasses import dataclass
from datetime import date

from store import Scope, Store


@dataclass(frozen=True)
class Agency:
    """An OPD of the roster as the filter offers it."""

    agency_id: str
    name: str
    kind: str


@dataclass(frozen=True)
class Known:
    """First days of the months with posts, oldest first; active OPDs by name; number of uploads that stand."""

    months: tuple[date, ...]
    agencies: tuple[Agency, ...]
    uploads: int


def read_known(store: Store, scope: Scope) -> Known:
    """Read what the filters and the empty states need, within the scope."""
    tables = store.read(scope)
    starts = tables.posts.select(month=tables.posts.day.truncate("M")).distinct()
    agencies = tables.agencies.filter(tables.agencies.active).select("agency_id", "name", "kind")
    months = sorted(_as_date(value) for value in store.run(starts)["month"].to_pylist())
    rows = sorted(store.run(agencies).to_pylist(), key=lambda row: row["name"])
    return Known(tuple(months), tuple(Agency(**row) for row in rows), count_uploads(store, scope))


def count_uploads(store: Store, scope: Scope, undone: bool = False) -> int:
    """Uploads of the scope that are not undone; with `undone`, those too."""
    uploads = store.read(scope).uploads
    uploads = uploads if undone else uploads.filter(uploads.undone_at.isnull())
    return int(store.run(uploads.aggregate(number=uploads.count()))["number"][0].as_py())


def _as_date(value: date) -> date:
    """A day without clock; engines differ in whether a truncated date keeps one."""
    return date(value.year, value.month, value.day)
