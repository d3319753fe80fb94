"""The office's own calendar: a local day off, a day that is worked, or a week of seven or five days from a day on."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from indonesia import AGENCY_KINDS, show_date
from intake.agency_names import AgencyNames, whose_problems, whose_words
from intake.fields import Field, Row
from intake.registers import Reach, Register, differing

KINDS_OF_DAY = {
    "libur": "Libur (satu hari)",
    "hari_kerja": "Hari kerja (satu hari)",
    "tujuh_hari": "Tujuh hari kerja per minggu sejak",
    "lima_hari": "Lima hari kerja per minggu sejak",
}


def calendar_register(names: AgencyNames) -> Register:
    """The table of local days."""

    def words(row: Row) -> str:
        whose = whose_words(names, row["agency_id"], row["agency_kind"])
        return f"{KINDS_OF_DAY[row['kind']].lower()} {show_date(row['day'])} bagi {whose} ({row['name']})"

    def reach(before: Sequence[Row], after: Sequence[Row]) -> Reach:
        rows = differing(before, after)
        agencies = frozenset[str]().union(*(names.whose(row["agency_id"], row["agency_kind"]) for row in rows))
        return agencies, min((row["day"] for row in rows), default=None)

    return Register(
        table="calendar_days",
        title="kalender kantor",
        one="hari",
        fields=(
            Field("day", "Tanggal", "day", needed=True, help="Hari itu sendiri, atau hari mulai pola minggu."),
            Field("name", "Keterangan", needed=True, wide=True, longest=80, help="Misalnya “Hari jadi kabupaten”."),
            Field("kind", "Ketentuan", "choice", KINDS_OF_DAY, needed=True, wide=True, start="libur"),
            Field("agency_id", "OPD", "choice", names.names, wide=True, help="Kosong: menurut jenis, atau semua OPD."),
            Field(
                "agency_kind", "Jenis OPD", "choice", AGENCY_KINDS, help="Diisi bila berlaku bagi semua OPD sejenis."
            ),
        ),
        keys=("entry_id",),
        identity=("day", "agency_id", "agency_kind"),
        row_of=_row_of,
        record_of=_record_of,
        words=words,
        reach=reach,
        order=lambda row: (row["day"], row["agency_id"], row["agency_kind"]),
        noted=("entered_by", "entered_at"),
        check=lambda rows: whose_problems(rows, "agency_kind"),
    )


def _row_of(record: Mapping[str, Any]) -> Row:
    whose = {key: record[key] or "" for key in ("agency_id", "agency_kind")}
    return {"day": record["day"], "name": record["name"], "kind": record["kind"], **whose}


def _record_of(row: Row, old: Mapping[str, Any] | None) -> dict[str, Any]:
    empty = {key: row[key] or None for key in ("agency_id", "agency_kind")}
    return {**row, **empty, "entry_id": old["entry_id"] if old else f"hari-{secrets.token_hex(6)}"}
