"""Files given to `python -m rules`: people, phases and a roster, as the data that a reading takes."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from indonesia import UNIT_KINDS
from posts import normal_text
from rules.context import Person, Phase, Role, Unit
from rules.lists import SEEDS

Rows = Sequence[Mapping[str, str]]


class InputError(ValueError):
    """A file that cannot be used; the sentence says why."""


@dataclass(frozen=True)
class RosterFile:
    """Units of a roster file and agency_id by what a csv may call the agency (code, name, alias, account)."""

    units: tuple[Unit, ...]
    agency_of: Mapping[str, str]


def read_rows(path: Path, needed: Iterable[str]) -> tuple[list[str], list[dict[str, str]]]:
    """Columns and rows of a csv in utf-8 (with or without BOM), comma or semicolon.

    Raises InputError if it cannot be read or lacks a needed column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(f"Berkas “{path}” tidak ditemukan.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"Berkas “{path}” bukan csv UTF-8. Mohon simpan ulang sebagai CSV UTF-8.") from error
    except OSError as error:
        raise InputError(f"Berkas “{path}” tidak dapat dibaca.") from error
    csv.field_size_limit(10_000_000)
    first = text.split("\n", 1)[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    try:
        found = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restkey="", restval="")
        columns = [name or "" for name in found.fieldnames or ()]
        rows = [{name: str(row.get(name) or "") for name in columns} for row in found]
    except csv.Error as error:
        raise InputError(f"Berkas “{path}” bukan csv yang utuh: {error}.") from error
    missing = [name for name in needed if name not in columns]
    if missing:
        named = ", ".join(f"“{name}”" for name in missing)
        raise InputError(f"Berkas “{path}” tidak memuat kolom {named}. Kolom yang ada: {', '.join(columns) or '–'}.")
    return columns, rows


def read_day(text: str) -> date | None:
    """The day of "2024-10-23 08:30", None if the text does not begin with such a day."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def read_people(path: Path) -> tuple[Person, ...]:
    """People of a csv with nama, panggilan, gelar ("; "-separated), peran, dari, sampai, keterangan: one row a role."""
    _, rows = read_rows(path, ("nama", "peran", "dari"))
    by_name: dict[str, list[dict[str, str]]] = {}
    for number, row in enumerate(rows, 2):
        if read_day(row["dari"]) is None:
            raise InputError(f"Berkas “{path}”, baris {number}: “dari” harus berupa tanggal seperti 2024-09-25.")
        by_name.setdefault(row["nama"].strip(), []).append(row)
    return tuple(_person(name, own) for name, own in by_name.items() if name)


def _person(name: str, rows: Rows) -> Person:
    """A person from the rows with the same name."""
    return Person(
        name,
        _parts(row.get("panggilan", "") for row in rows),
        _parts(row.get("gelar", "") for row in rows),
        tuple(_role(row) for row in rows),
    )


def _role(row: Mapping[str, str]) -> Role:
    role = row["peran"].strip().casefold().replace(" ", "_")
    return Role(role, read_day(row["dari"]) or date.min, read_day(row.get("sampai", "")), row.get("keterangan", ""))


def _parts(cells: Iterable[str]) -> tuple[str, ...]:
    """The distinct texts of "; "-separated cells."""
    return tuple(dict.fromkeys(part.strip() for cell in cells for part in cell.split(";") if part.strip()))


@cache
def seed_phases() -> tuple[Phase, ...]:
    """The election phases that ship with the software, read once."""
    return read_phases((SEEDS / "phases.toml").read_text("utf-8"))


def read_phases(text: str) -> tuple[Phase, ...]:
    """Phases from TOML text of the form of rules/lists/phases.toml. Raises InputError."""
    try:
        tables: list[dict[str, Any]] = tomllib.loads(text).get("phases", [])
        return tuple(Phase(t["code"], t["first_day"], t["last_day"], str(t.get("label", ""))) for t in tables)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise InputError(f"Daftar tahapan pemilihan tidak dapat dibaca: {error}.") from error


def read_roster(path: Path) -> RosterFile:
    """Units of a roster csv (kode, nama, alias, bidang, akun; form: sample_data/roster_oku_timur.csv)."""
    _, rows = read_rows(path, ("kode", "nama", "bidang"))
    units = tuple(unit for row in rows for unit in _units(row["kode"].strip(), row["bidang"]))
    agency_of: dict[str, str] = {}
    for row in rows:
        accounts = (part.partition("=")[2] for part in row.get("akun", "").split(";"))
        for name in (row["kode"], row["nama"], *row.get("alias", "").split(";"), *accounts):
            if name.strip():
                agency_of.setdefault(normal_text(name), row["kode"].strip())
    return RosterFile(units, agency_of)


def _units(agency_id: str, text: str) -> list[Unit]:
    """Units of the cell "Name=alias|alias; seksi:Name"."""
    found = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        before, _, behind = part.partition(":")
        kind, rest = (before, behind) if before in UNIT_KINDS else ("bidang", part)
        name, _, aliases = rest.partition("=")
        unit_id = f"{agency_id}/{'-'.join(normal_text(name).split())}"
        known = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
        found.append(Unit(unit_id, agency_id, name.strip(), kind, known))
    return found
