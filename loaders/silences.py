"""OPDs that say in their log that nothing was published: their report is one, though it holds no post."""

import datetime as dt
from collections.abc import Mapping, Sequence, Set

from loaders.entries import Entry, Reading
from loaders.result import Silence
from loaders.rows import platforms_in


def find_silences(
    silent: Sequence[Entry], days: Sequence[dt.date | None], opd: Mapping[str, str], posting: Set[str]
) -> tuple[Silence, ...]:
    """One Silence an OPD. `days` go with the rows, `opd` is sheet → OPD of its title, `posting` the OPDs with posts.

    A day without posts of an OPD that posted on other days is no silence: it is an empty day of its report.
    """
    of: dict[str, list[tuple[Entry, dt.date | None]]] = {}
    for entry, day in zip(silent, days, strict=True):
        of.setdefault(entry.text("opd") or opd[entry.sheet], []).append((entry, day))
    return tuple(_silence(name, rows) for name, rows in of.items() if name not in posting)


def told_none(readings: Sequence[Reading]) -> list[str]:
    """Say how many rows state that nothing was posted, and how many were left empty."""
    told = (
        (sum(len(reading.silent) for reading in readings), "berisi keterangan nihil atau libur"),
        (sum(reading.empty for reading in readings), "hanya berisi tanggal atau nomor"),
    )
    return [f"{count} baris {what} dan tidak dihitung sebagai unggahan." for count, what in told if count]


def _silence(name: str, rows: Sequence[tuple[Entry, dt.date | None]]) -> Silence:
    """What the rows of one OPD say together; a row that names no platform speaks of all."""
    named = [platforms_in(entry.text("platform")) for entry, _ in rows]
    platforms = tuple(sorted({one for found in named for one in found})) if all(named) else ()
    known = [day for _, day in rows if day]
    return Silence(name, platforms, min(known, default=None), max(known, default=None))
