"""Riwayat Unggahan: every file that came in, what was made of it, and whether it still counts."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from charts.model import STATES, Column, Table, Value
from indonesia import read_period, show_days, show_number
from posts import PLATFORMS
from store import Scope, Store

STANDS, UNDONE, READ_LATER = "Berlaku", "Dibatalkan", "Terbaca kemudian"
REFUSED, RECAP = STATES["belum_terbaca"], "Rekap tanpa bukti"
"""What becomes of a file; a refused one whose very bytes were read later is `READ_LATER`, one of counts `RECAP`."""

COLUMNS = (
    Column("diterima", "Diterima", "datetime"),
    Column("pengirim", "Pengirim"),
    Column("berkas", "Berkas"),
    Column("keadaan", "Keadaan", "text", "berkas yang dibatalkan atau belum terbaca tidak ikut dalam angka mana pun"),
    Column("baru", "Unggahan baru", "int", "unggahan yang belum dikenal ketika berkas ini diterima"),
    Column("berulang", "Baris berulang", "int", "baris tentang unggahan yang sudah dikenal; tidak dihitung dua kali"),
    Column(
        "berubah",
        "Unggahan berubah",
        "int",
        "unggahan yang sudah dikenal, yang teks, waktu, tautan, atau angkanya "
        "menjadi lain karena berkas ini; kosong: diterima sebelum hal ini dicatat",
    ),
    Column("ditolak", "Baris ditolak", "int", "baris yang tidak disimpan"),
    Column("opd", "OPD"),
    Column("dari", "Dari", "date", "hari pertama yang dicakup laporan"),
    Column("sampai", "Sampai", "date", "hari terakhir yang dicakup laporan"),
    Column("sumber", "Dikenali sebagai"),
    Column("jam", "Bukti jam"),
    Column("catatan", "Catatan"),
)
COVERAGE_COLUMNS = (
    Column("opd", "OPD"),
    Column("platform", "Platform"),
    Column("dari", "Dari", "date"),
    Column("sampai", "Sampai", "date"),
    Column("kelengkapan", "Kelengkapan", "text", "hanya laporan lengkap yang membuat hari kosong terbaca nihil"),
)
REJECTION_COLUMNS = (
    Column("lembar", "Lembar"),
    Column("baris", "Baris", "int"),
    Column("kolom", "Kolom"),
    Column("isi", "Isi"),
    Column("alasan", "Alasan"),
)


@dataclass(frozen=True)
class Entry:
    """One file that came in: an upload, or a refused file (then `refused`, and only `notes` say what it held).

    `key` is the upload_id, of a refused file its sha-256. `accepted` counts posts (unggahan) that were new when it
    came, `repeated` and `rejected` count rows, `changed` posts known before
    that it gave other words or figures (None: not known). `kept`: whether the original is still there to be taken.
    """

    key: str
    sha256: str
    at: datetime
    who: str
    file_name: str
    state: str
    refused: bool
    kept: bool
    notes: tuple[str, ...]
    source: str = ""
    opds: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    accepted: int | None = None
    repeated: int | None = None
    changed: int | None = None
    rejected: int | None = None
    clock_proof: str = ""
    undone_by: str = ""
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Details:
    """One upload: what it covers, its rejected rows, and its posts as they stand now.

    `posts` counts the posts (unggahan) that one of its rows tells of, from `first` to `last`; `alone` those of them of
    which no other upload tells, which would go with it.
    """

    coverage: Table
    rejections: Table
    posts: int
    alone: int
    first: date | None
    last: date | None


def ledger(store: Store, scope: Scope, label: Callable[[str], str] = str) -> tuple[Entry, ...]:
    """Every file that came in, the newest first. `label` gives the name of a source for its code."""
    tables = store.read(scope)
    names = _names(store, scope)
    kept = set(store.run(tables.files.select("sha256"))["sha256"].to_pylist())
    covered: dict[str, list[Mapping[str, Any]]] = {}
    for row in store.run(tables.coverage_told).to_pylist():
        covered.setdefault(row["upload_id"], []).append(row)
    uploads = store.run(tables.uploads).to_pylist()
    read = {row["sha256"] for row in uploads if row["undone_at"] is None}
    entries = [_upload(row, covered.get(row["upload_id"], []), names, kept, label) for row in uploads]
    recaps = {row["sha256"]: row for row in store.run(tables.recaps).to_pylist()}
    refusals = store.run(tables.refusals).to_pylist()
    entries += [_refusal(row, recaps.get(row["sha256"]), read, kept) for row in refusals]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.key), reverse=True))


def _names(store: Store, scope: Scope) -> dict[str, str]:
    """agency_id → name."""
    rows = store.run(store.read(scope).agencies.select("agency_id", "name")).to_pylist()
    return {row["agency_id"]: row["name"] for row in rows}


def _upload(
    row: Mapping[str, Any],
    covered: list[Mapping[str, Any]],
    names: Mapping[str, str],
    kept: set[str],
    label: Callable[[str], str],
) -> Entry:
    return Entry(
        key=row["upload_id"],
        sha256=row["sha256"],
        at=row["uploaded_at"],
        who=row["uploaded_by"],
        file_name=row["file_name"],
        state=STANDS if row["undone_at"] is None else UNDONE,
        refused=False,
        kept=row["sha256"] in kept,
        notes=tuple(json.loads(row["warnings"] or "[]")),
        source=label(row["source"]),
        opds=tuple(sorted({names.get(told["agency_id"], told["agency_id"]) for told in covered})),
        first=min((told["first_day"] for told in covered), default=row["first_day"]),
        last=max((told["last_day"] for told in covered), default=row["last_day"]),
        accepted=row["accepted"],
        repeated=row["repeated"],
        changed=row["changed"],
        rejected=row["rejected"],
        clock_proof=row["clock_proof"],
        undone_by=row["undone_by"] or "",
        undone_at=row["undone_at"],
    )


def _refusal(row: Mapping[str, Any], recap: Mapping[str, Any] | None, read: set[str], kept: set[str]) -> Entry:
    first, last = read_period(recap["month"]) or (None, None) if recap else (None, None)
    return Entry(
        key=row["sha256"],
        sha256=row["sha256"],
        at=row["refused_at"],
        who=row["uploaded_by"],
        file_name=row["file_name"],
        state=READ_LATER if row["sha256"] in read else RECAP if recap else REFUSED,
        refused=True,
        kept=row["sha256"] in kept,
        notes=(row["reason"], *(_recap_words(recap) if recap else ())),
        first=first,
        last=last,
    )


def _recap_words(recap: Mapping[str, Any]) -> tuple[str, ...]:
    """What a recap without evidence says, per OPD as written; nothing is added up with posts."""
    sums: dict[str, int] = {}
    for count in json.loads(recap["counts"]):
        name = count["opd"] or "OPD tidak tertulis"
        sums[name] = sums.get(name, 0) + count["number"]
    told = [f"{name} {show_number(number)}" for name, number in sums.items()]
    rest = f"; dan {show_number(len(told) - 10)} lainnya" if len(told) > 10 else ""
    return (f"Tertulis pada rekap, tanpa bukti: {'; '.join(told[:10])}{rest}.",)


def sentence(entries: tuple[Entry, ...]) -> str:
    """How many files there are, and in which state."""
    states = [entry.state for entry in entries]
    parts = [
        f"{show_number(states.count(state))} {state[0].lower()}{state[1:]}"
        for state in (STANDS, UNDONE, REFUSED, RECAP, READ_LATER)
        if state in states
    ]
    return f"{show_number(len(entries))} berkas: {'; '.join(parts)}."


def ledger_table(entries: tuple[Entry, ...]) -> Table:
    """The list of files, one row each."""
    return Table("riwayat-unggahan", "Riwayat unggahan", COLUMNS, tuple(_row(entry) for entry in entries))


def _row(entry: Entry) -> tuple[Value, ...]:
    return (
        entry.at.isoformat(),
        entry.who,
        entry.file_name,
        entry.state,
        entry.accepted,
        entry.repeated,
        entry.changed,
        entry.rejected,
        opd_words(entry) or None,
        entry.first.isoformat() if entry.first else None,
        entry.last.isoformat() if entry.last else None,
        entry.source or None,
        entry.clock_proof or None,
        "; ".join(entry.notes) or None,
    )


def opd_words(entry: Entry) -> str:
    """The OPDs of an upload: up to three by name, else the first and how many more."""
    if len(entry.opds) <= 3:
        return ", ".join(entry.opds)
    return f"{entry.opds[0]} dan {show_number(len(entry.opds) - 1)} OPD lain"


def period_words(entry: Entry) -> str:
    """The period that an upload covers, "" if it covers none."""
    if entry.first is None or entry.last is None:
        return ""
    return show_days(entry.first, entry.last)


def ledger_details(store: Store, scope: Scope, upload_id: str) -> Details:
    """What an upload covers, what of it was rejected, and its posts as they stand now."""
    tables = store.read(scope)
    names = _names(store, scope)
    told = tables.coverage_told.filter(tables.coverage_told.upload_id == upload_id)
    covered = sorted(
        (
            names.get(row["agency_id"], row["agency_id"]),
            PLATFORMS.get(row["platform"], row["platform"]),
            row["first_day"].isoformat(),
            row["last_day"].isoformat(),
            "Lengkap" if row["complete"] else "Belum lengkap",
        )
        for row in store.run(told).to_pylist()
    )
    rejected = tables.rejections.filter(tables.rejections.upload_id == upload_id)
    rejected = rejected.select("sheet", "row_number", "column_name", "cell_value", "reason")
    rows = store.run(rejected.order_by("sheet", "row_number", "column_name")).to_pylist()
    standing = tables.uploads.filter(tables.uploads.undone_at.isnull())
    own = tables.records.filter(tables.records.upload_id == upload_id)
    own = own.filter(own.upload_id.isin(standing.upload_id))  # of an undone upload the names of posts are those of then
    counted = own.group_by("post_key").aggregate(own=own.count())
    posts = tables.posts.inner_join(counted, "post_key")
    sums = posts.aggregate(
        posts=posts.count(),
        alone=posts.post_key.count(where=posts.records == posts.own),
        first=posts.day.min(),
        last=posts.day.max(),
    )
    found = store.run(sums).to_pylist()[0]
    return Details(
        Table("cakupan-unggahan", "Yang dicakup", COVERAGE_COLUMNS, tuple(covered)),
        Table("baris-ditolak", "Baris ditolak", REJECTION_COLUMNS, tuple(tuple(row.values()) for row in rows)),
        found["posts"],
        found["alone"],
        found["first"],
        found["last"],
    )
