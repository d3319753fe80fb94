"""Dispensations: days on which nothing is asked of an OPD (hacked account, change of admin), who allowed it and why."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indonesia import show_days
from intake.agency_names import AgencyNames
from intake.fields import Field, Problem, Row
from intake.registers import Reach, Register, differing

MOST_DAYS = 366


def dispensations_register(names: AgencyNames, platforms: dict[str, str]) -> Register:
    """The table of dispensations. `platforms`: posts.platform → what the screen calls it."""

    def words(row: Row) -> str:
        where = platforms.get(row["platform"], row["platform"]) or "semua platform"
        days = show_days(row["first_day"], row["last_day"])
        whose = names.names.get(row["agency_id"], row["agency_id"])
        return f"{whose}, {where}, {days}: {row['reason']} (disetujui {row['approver']})"

    def reach(before: Sequence[Row], after: Sequence[Row]) -> Reach:
        rows = differing(before, after)
        return frozenset(row["agency_id"] for row in rows), min((row["first_day"] for row in rows), default=None)

    return Register(
        table="dispensations",
        title="daftar dispensasi",
        one="dispensasi",
        fields=(
            Field("agency_id", "OPD", "choice", names.names, needed=True, wide=True),
            Field("platform", "Platform", "choice", platforms, help="Kosong: semua platform."),
            Field("first_day", "Sejak", "day", needed=True),
            Field("last_day", "Sampai", "day", needed=True, help="Hari terakhir, termasuk hari itu."),
            Field("reason", "Alasan", needed=True, wide=True, help="Misalnya “akun diretas”."),
            Field("approver", "Disetujui oleh", needed=True, wide=True, longest=80),
        ),
        keys=("dispensation_id",),
        identity=("agency_id", "platform", "first_day"),
        row_of=_row_of,
        record_of=_record_of,
        words=words,
        reach=reach,
        order=lambda row: (row["first_day"], names.names.get(row["agency_id"], ""), row["platform"]),
        noted=("entered_by", "entered_at"),
        ended=lambda before, after: before is not None and after["last_day"] < before["last_day"],
        check=lambda rows: _check(rows, names),
    )


def _row_of(record: Mapping[str, Any]) -> Row:
    plain = {key: record[key] for key in ("first_day", "last_day", "reason", "approver")}
    return {"agency_id": record["agency_id"], "platform": record["platform"] or "", **plain}


def _record_of(row: Row, old: Mapping[str, Any] | None) -> dict[str, Any]:
    name = old["dispensation_id"] if old else f"dispensasi-{secrets.token_hex(6)}"
    return {**row, "platform": row["platform"] or None, "dispensation_id": name}


def _check(rows: Sequence[tuple[int, Row]], names: AgencyNames) -> Iterable[Problem]:
    for number, row in rows:
        name = names.names[row["agency_id"]]
        if row["first_day"] > row["last_day"]:
            yield Problem(number, name, "Sampai", "lebih awal daripada kolom Sejak.")
        elif (row["last_day"] - row["first_day"]).days >= MOST_DAYS:
            yield Problem(number, name, "Sampai", f"lebih dari {MOST_DAYS} hari sesudah kolom Sejak.")
