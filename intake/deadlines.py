"""Until when reports are asked for, and for how long a closed month may be objected to: settings with their history."""

import datetime as dt
from dataclasses import dataclass

from intake.closing import OBJECTION_DAYS, SHIPPED_DAYS
from intake.kept import add_version, newest
from loaders import RefusedError
from store import Store

REPORT_DAY, SHIPPED_REPORT_DAY = "batas_laporan", 5
"""The setting for the day of the next month until which reports are asked for (answers/reporting.py reads it)."""
LAST_DAY, MOST_DAYS = 28, 60


@dataclass(frozen=True)
class Deadlines:
    """The day of the next month for reports, the days after a closing for objections, and the versions of both."""

    report_day: int
    objection_days: int
    seen: tuple[int, int]


def deadlines(store: Store) -> Deadlines:
    """What is in force."""
    kept = [newest(store, name).get(name) for name in (REPORT_DAY, OBJECTION_DAYS)]
    shipped = (SHIPPED_REPORT_DAY, SHIPPED_DAYS)
    day, days = (
        int(each.value) if each and each.value.isdigit() else own for each, own in zip(kept, shipped, strict=True)
    )
    return Deadlines(day, days, (kept[0].number if kept[0] else 0, kept[1].number if kept[1] else 0))


def set_deadlines(
    store: Store, report_day: int, objection_days: int, seen: Deadlines, who: str, now: dt.datetime
) -> None:
    """Put both in force; months closed already keep the date that they were given. `seen`: what was shown.

    Raises RefusedError, in Indonesian: no name, numbers out of range, or changed by somebody else since.
    """
    if not 1 <= report_day <= LAST_DAY or not 1 <= objection_days <= MOST_DAYS:
        raise RefusedError(f"Tanggal batas laporan 1 sampai {LAST_DAY}, masa sanggah 1 sampai {MOST_DAYS} hari.")
    with store.write() as writer:
        if report_day != seen.report_day:
            told = f"laporan sampai tanggal {report_day} bulan berikutnya"
            add_version(writer, REPORT_DAY, str(report_day), seen.seen[0], who, now, told)
        if objection_days != seen.objection_days:
            told = f"sanggahan {objection_days} hari setelah penutupan"
            add_version(writer, OBJECTION_DAYS, str(objection_days), seen.seen[1], who, now, told)
