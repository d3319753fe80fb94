"""The office's own threshold for the share of konten about leaders alone: from a day on, each change with who and when.

A setting whose versions are kept. On a day the newest version holds whose day has come, so that a month gone by stays
as it was judged when the threshold changes from a later day on.
"""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from intake.kept import add_version, versions_of
from loaders import RefusedError
from store import Store

NAME = "ambang:pimpinan"
LEAST, MOST = 1, 99


@dataclass(frozen=True)
class Threshold:
    """At most `percent` of an OPD's konten about leaders alone, from a day on; None: nothing is judged from then on.

    `basis`: what sets it, such as a letter; "" if nobody said.
    """

    percent: int | None
    from_day: dt.date
    basis: str
    version: int
    who: str
    at: dt.datetime


def thresholds(store: Store, until: dt.datetime | None = None) -> tuple[Threshold, ...]:
    """All that was ever set, with `until` what was set by then, the newest version first; empty if nothing was."""
    found = []
    for version in versions_of(store, NAME):
        if until is not None and version.at > until:
            continue
        told = json.loads(version.value)
        day = dt.date.fromisoformat(told["from"])
        found.append(Threshold(told["percent"], day, told["basis"], version.number, version.who, version.at))
    return tuple(found)


def threshold_on(found: Sequence[Threshold], day: dt.date) -> Threshold | None:
    """The threshold that holds on a day; None without one. `found`: see thresholds."""
    held = next((one for one in found if one.from_day <= day), None)
    return held if held and held.percent is not None else None


def set_threshold(
    store: Store, percent: int | None, from_day: dt.date, basis: str, seen: int, who: str, now: dt.datetime
) -> int:
    """Set the threshold from a day on (None: end it) and tell the audit; the number of the version.

    `seen`: the version that the change was made from (0: none). Raises RefusedError, in Indonesian, for a threshold
    outside 1 to 99 per cent, without a name, or if somebody else changed it since.
    """
    if percent is not None and not LEAST <= percent <= MOST:
        raise RefusedError(f"Ambang harus antara {LEAST} dan {MOST} persen. Tidak ada yang berubah.")
    value = json.dumps({"percent": percent, "from": from_day.isoformat(), "basis": basis.strip()}, ensure_ascii=False)
    detail = f"{'tanpa ambang' if percent is None else f'{percent}%'} sejak {from_day.isoformat()}"
    with store.write() as writer:
        return add_version(writer, NAME, value, seen, who, now, detail)
