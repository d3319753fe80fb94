"""Targets as the office sets them: from a day on, for one OPD, a kind, or all; a number of 0 ends the one before."""

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indonesia import AGENCY_KINDS, show_date
from intake.agency_names import AgencyNames, whose_problems, whose_words
from intake.fields import Field, Row
from intake.registers import Reach, Register

COUNTS = {"konten": "Konten", "unggahan": "Unggahan"}
DAYS = {"hari_kerja": "Hari kerja", "hari_kalender": "Hari kalender"}
MOST_A_DAY = 50
_PLAIN = ("from_day", "number", "counts", "days")
_SAID = ("number", "counts", "days", "basis", "without_reposts", "without_greetings")


def targets_register(names: AgencyNames) -> Register:
    """The table of targets."""

    def words(row: Row) -> str:
        whose = whose_words(names, row["agency_id"], row["kind"])
        said = f"{row['number']} {row['counts']} per {DAYS[row['days']].lower()}" if row["number"] else "berakhir"
        apart = [word for key, word in (("without_reposts", "repost"), ("without_greetings", "ucapan")) if row[key]]
        without = f", tanpa {' dan '.join(apart)}" if apart else ""
        basis = f"dasar {row['basis']}" if row["basis"] else "tanpa dasar (asumsi)"
        return f"{whose}, sejak {show_date(row['from_day'])}: {said}{without}; {basis}"

    return Register(
        table="targets",
        title="daftar target",
        one="target",
        fields=target_fields(names),
        keys=("target_id",),
        identity=("agency_id", "kind", "from_day"),
        row_of=_row_of,
        record_of=_record_of,
        words=words,
        reach=lambda before, after: target_reach(before, after, names),
        order=lambda row: (row["from_day"], row["agency_id"] != "", row["kind"], names.names.get(row["agency_id"], "")),
        ended=lambda before, after: not after["number"] and (before is None or bool(before["number"])),
        check=lambda rows: whose_problems(rows, "kind"),
    )


def target_fields(names: AgencyNames) -> tuple[Field, ...]:
    """The columns of a target."""
    return (
        Field("agency_id", "OPD", "choice", names.names, wide=True, help="Kosong: menurut jenis OPD, atau semua OPD."),
        Field("kind", "Jenis OPD", "choice", AGENCY_KINDS, help="Diisi bila target berlaku bagi semua OPD sejenis."),
        Field("from_day", "Berlaku mulai", "day", needed=True),
        Field(
            "number", "Jumlah per hari", "number", needed=True, most=MOST_A_DAY,
            help="0 mengakhiri target sebelumnya sejak tanggal itu.",
        ),
        Field("basis", "Dasar", wide=True, help="Nomor dan tanggal surat. Kosong: target hanya asumsi."),
        Field("counts", "Yang dihitung", "choice", COUNTS, needed=True, start="konten"),
        Field("days", "Hari", "choice", DAYS, needed=True, start="hari_kerja"),
        Field("without_reposts", "Repost disisihkan", "flag"),
        Field("without_greetings", "Ucapan disisihkan", "flag"),
    )  # fmt: skip


def _row_of(record: Mapping[str, Any]) -> Row:
    texts = {key: record[key] or "" for key in ("agency_id", "kind", "basis")}
    flags = {key: bool(record[key]) for key in ("without_reposts", "without_greetings")}
    return {**texts, **{key: record[key] for key in _PLAIN}, **flags}


def _record_of(row: Row, old: Mapping[str, Any] | None) -> dict[str, Any]:
    empty = {key: row[key] or None for key in ("agency_id", "kind", "basis")}
    return {**row, **empty, "target_id": old["target_id"] if old else f"target-{secrets.token_hex(6)}"}


def target_on(rows: Iterable[Row], agency_id: str, kind: str, day: dt.date) -> Row | None:
    """The target of an OPD on a day, as metrics.targets.target_days chooses it: its own before its kind's before the
    office's, the newest of those."""
    fits = [
        row
        for row in rows
        if row["from_day"] <= day
        and (row["agency_id"] == agency_id or (not row["agency_id"] and row["kind"] in ("", kind)))
    ]
    return max(fits, key=lambda row: (row["agency_id"] != "", row["kind"] != "", row["from_day"]), default=None)


def target_reach(before: Sequence[Row], after: Sequence[Row], names: AgencyNames) -> Reach:
    """The OPDs that are judged otherwise on some day, and the first such day."""
    steps = sorted({row["from_day"] for row in (*before, *after)})
    found: dict[str, dt.date] = {}
    for agency_id, kind in names.kinds.items():
        for day in steps:
            if _said(target_on(before, agency_id, kind, day)) != _said(target_on(after, agency_id, kind, day)):
                found[agency_id] = day
                break
    return frozenset(found), min(found.values(), default=None)


def _said(row: Row | None) -> tuple[Any, ...]:
    """What a target says; one of 0 says as little as none."""
    return tuple(row[key] for key in _SAID) if row and row["number"] else ()
