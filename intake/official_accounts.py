"""Official accounts as the office edits them: one that ended is no longer expected and still knows its old posts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from intake.agencies import term_problems, term_since, term_words
from intake.agency_names import AgencyNames
from intake.fields import Field, Row
from intake.registers import Reach, Register, differing

_PLAIN = ("agency_id", "platform", "handle", "from_day", "to_day")


def accounts_register(names: AgencyNames, platforms: dict[str, str]) -> Register:
    """The table of accounts. `platforms`: posts.platform → what the screen calls it."""
    return Register(
        table="accounts",
        title="daftar akun",
        one="akun",
        fields=(
            Field("agency_id", "OPD", "choice", names.names, needed=True, wide=True),
            Field("platform", "Platform", "choice", platforms, needed=True),
            Field("handle", "Nama akun", needed=True, wide=True),
            Field("from_day", "Dipakai sejak", "day", help="Kosong: sejak semula."),
            Field("to_day", "Dipakai sampai", "day", help="Diisi bila akun ditutup. Kosong: masih dipakai."),
        ),
        keys=_PLAIN,
        identity=("agency_id", "platform", "handle"),
        row_of=lambda record: {key: record[key] for key in _PLAIN},
        record_of=_record_of,
        words=lambda row: (
            f"{row['handle']} di {platforms[row['platform']]}, "
            f"{names.names.get(row['agency_id'], row['agency_id'])}{term_words(row)}"
        ),
        reach=_reach,
        order=lambda row: (names.place(row["agency_id"]), row["platform"], row["handle"]),
        ended=lambda before, after: before is not None and before["to_day"] is None and after["to_day"] is not None,
        check=lambda rows: term_problems(rows, "Dipakai sampai", "handle"),
    )


def _record_of(row: Row, old: Mapping[str, Any] | None) -> dict[str, Any]:
    return dict(row)


def _reach(before: Sequence[Row], after: Sequence[Row]) -> Reach:
    old, new = ({(row["agency_id"], row["platform"], row["handle"]): row for row in rows} for rows in (before, after))
    since: dict[str, dt.date] = {}
    for row in differing(before, after):
        key = (row["agency_id"], row["platform"], row["handle"])
        one, two = old.get(key), new.get(key)
        day = term_since(one, two) if one and two else row["from_day"] or dt.date.min
        since[row["agency_id"]] = min(day, since.get(row["agency_id"], day))
    return frozenset(since), min(since.values(), default=None)
