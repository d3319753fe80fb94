"""The roster: OPDs, their bidang and accounts. An OPD that never posted is seen because it stands here."""

import csv
import datetime as dt
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from indonesia import AGENCY_KINDS, UNIT_KINDS, office_place
from loaders import RefusedError
from posts import PLATFORMS
from store import Scope, Store

COLUMNS = ("kode", "nama", "jenis", "induk", "alias", "bidang", "akun")
"""Columns of a roster file; see sample_data/roster_oku_timur.csv."""

NO_ACCOUNT = ("tidak ada", "tidak punya", "tidak punya akun")
"""What the column akun says of an OPD that has no account; an empty cell says nothing."""

ALWAYS = {"from_day": None, "to_day": None}
"""Of what a roster file names, no beginning and no end are known."""

SHIPPED = Path(__file__).resolve().parent.parent / "sample_data" / "roster_oku_timur.csv"
"""The 54 units of OKU Timur, offered at first run."""

Row = dict[str, object]


@dataclass(frozen=True)
class Roster:
    """Rows of the tables agencies, units and accounts, without the column `sample`."""

    agencies: tuple[Row, ...]
    units: tuple[Row, ...]
    accounts: tuple[Row, ...]


def parse_roster(content: bytes, file_name: str) -> Roster:
    """Read a roster file (csv, UTF-8, columns COLUMNS). Raises RefusedError naming row and column, in Indonesian."""
    table = _table(content, file_name)
    rows = list(table.values())
    place = f"Berkas “{file_name}”"
    agencies: tuple[Row, ...] = tuple(
        {
            "agency_id": row["kode"],
            "name": row["nama"],
            "kind": row["jenis"],
            "parent_id": row["induk"] or None,
            "aliases": row["alias"],
            "contact": "",
            "active": True,
            "no_account": row["akun"].casefold() in NO_ACCOUNT,
            **ALWAYS,
        }
        for row in rows
    )
    check_agencies(agencies, place, list(table))
    units = [unit for row in rows for unit in _units(row["kode"], row["bidang"])]
    accounts = []
    for number, row in table.items():
        for account in _accounts(row["kode"], row["akun"]):
            if account["platform"] not in PLATFORMS:
                raise RefusedError(
                    f"{place}, baris {number} ({row['nama']}): platform “{account['platform']}” tidak dikenal. "
                    f"Pilihan: {', '.join(PLATFORMS)}."
                )
            accounts.append(account)
    return Roster(agencies, tuple(units), tuple(accounts))


def _table(content: bytes, file_name: str) -> dict[int, dict[str, str]]:
    """The rows of a roster file under their numbers, as a spreadsheet counts them; empty rows are left out."""
    try:
        text = content.decode("utf-8-sig")
        # Excel separates by semicolon where the comma is the decimal mark, as in Indonesia.
        head = text.partition("\n")[0]
        delimiter = ";" if head.count(";") > head.count(",") else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except (UnicodeDecodeError, csv.Error) as error:
        raise RefusedError(f"Berkas “{file_name}” bukan CSV UTF-8. Mohon simpan ulang sebagai CSV UTF-8.") from error
    names = [name.strip().lower() for name in rows[0]] if rows else []
    numbered = {
        number: dict.fromkeys(COLUMNS, "") | dict(zip(names, (cell.strip() for cell in row), strict=False))
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    }
    if not numbered or not {"kode", "nama", "jenis"} <= set(names):
        raise RefusedError(f"Berkas “{file_name}” bukan daftar OPD. Kolom yang dicari: {', '.join(COLUMNS)}.")
    return numbered


def check_agencies(
    agencies: Sequence[Mapping[str, object]], file: str = "Daftar OPD", numbers: Sequence[int] | None = None
) -> None:
    """Raise RefusedError for an OPD without code or name, of an unknown kind or parent, or a code that stands twice.

    `numbers` are the rows that the OPDs stand in, counted from 1 if not given.
    """
    seen: dict[str, int] = {}
    codes = {str(agency["agency_id"]) for agency in agencies}
    for number, agency in zip(numbers or range(1, len(agencies) + 1), agencies, strict=True):
        code, name, kind = (str(agency[key] or "").strip() for key in ("agency_id", "name", "kind"))
        parent = agency.get("parent_id")
        place = f"{file}, baris {number}"
        if not re.fullmatch(r"[a-z0-9-]{2,80}", code):
            raise RefusedError(f"{place}: kode “{code}” harus terdiri atas huruf kecil, angka, dan tanda hubung.")
        if not name:
            raise RefusedError(f"{place}: nama OPD kosong. Mohon isi nama OPD.")
        if kind not in AGENCY_KINDS:
            raise RefusedError(f"{place} ({name}): jenis “{kind}” tidak dikenal. Pilihan: {', '.join(AGENCY_KINDS)}.")
        if parent and (parent not in codes or parent == code):
            raise RefusedError(f"{place} ({name}): induk “{parent}” tidak ada pada daftar ini.")
        if code in seen:
            raise RefusedError(f"{place} ({name}): kode “{code}” sudah dipakai pada baris {seen[code]}.")
        seen[code] = number


def _units(agency_id: str, text: str) -> list[Row]:
    """Units of the cell "Name=alias|alias; seksi:Name": rows of the table units."""
    units: list[Row] = []
    for part in filter(None, (p.strip() for p in text.split(";"))):
        kind, _, rest = part.partition(":") if part.partition(":")[0] in UNIT_KINDS else ("bidang", "", part)
        name, _, aliases = rest.partition("=")
        units.append(
            {
                "unit_id": f"{agency_id}/{_slug(name)}",
                "agency_id": agency_id,
                "name": name.strip(),
                "kind": kind,
                "aliases": "; ".join(a.strip() for a in aliases.split("|") if a.strip()),
                **ALWAYS,
            }
        )
    return units


def _accounts(agency_id: str, text: str) -> list[Row]:
    """Accounts of the cell "facebook=Page; instagram=name": rows of the table accounts."""
    parts = [part.partition("=") for part in text.split(";") if "=" in part]
    return [{"agency_id": agency_id, "platform": p.strip(), "handle": h.strip(), **ALWAYS} for p, _, h in parts]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def read_roster(store: Store, scope: Scope) -> Roster:
    """The roster as it is stored, in the order of kind and name."""
    tables = store.read(scope)
    agencies = store.run(tables.agencies.drop("sample")).to_pylist()
    agencies.sort(key=lambda row: office_place(row["kind"], row["name"]))
    units = store.run(tables.units.drop("sample").order_by("agency_id", "unit_id")).to_pylist()
    accounts = store.run(tables.accounts.drop("sample").order_by("agency_id", "platform", "handle")).to_pylist()
    return Roster(tuple(agencies), tuple(units), tuple(accounts))


def save_roster(store: Store, roster: Roster, sample: bool, who: str, now: dt.datetime) -> None:
    """Put a roster in place of the stored one, in one transaction. An OPD that has posts cannot be removed.

    The audit tells who did it, except to the sample.
    """
    check_agencies(roster.agencies)
    codes = {str(agency["agency_id"]) for agency in roster.agencies}
    strangers = {str(row["agency_id"]) for row in (*roster.units, *roster.accounts)} - codes
    if strangers:
        raise RefusedError(f"Bidang atau akun menunjuk OPD yang tidak ada: {', '.join(sorted(strangers))}.")
    posts = store.read(Scope(sample=sample)).posts
    used = set(store.run(posts.select("agency_id").distinct())["agency_id"].to_pylist())
    if used - codes:
        raise RefusedError(
            f"OPD berikut masih memiliki unggahan sehingga tidak dapat dihapus: {', '.join(sorted(used - codes))}. "
            "Mohon kosongkan centang Aktif sebagai gantinya."
        )
    with store.write() as writer:
        for name, rows in (("agencies", roster.agencies), ("units", roster.units), ("accounts", roster.accounts)):
            writer.delete(name, {"sample": sample})
            writer.append(name, [{**row, "sample": sample} for row in rows])
        if sample:
            return
        detail = f"{len(roster.agencies)} OPD, {len(roster.units)} bidang, {len(roster.accounts)} akun"
        writer.append("audit", [{"at": now, "who": who, "action": "roster", "subject": "agencies", "detail": detail}])
