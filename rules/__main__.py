"""`python -m rules CAPTIONS.csv`: read captions of a csv and write them with their readings to standard output."""

import argparse
import csv
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from posts import normal_text
from rules.context import Context
from rules.inputs import InputError, RosterFile, read_day, read_people, read_phases, read_roster, read_rows, seed_phases
from rules.lists import seed_lists
from rules.reading import read

ADDED = (
    *("topic", "topics", "topic_evidence", "subject", "subject_detail", "subject_evidence", "bidang"),
    *("bidang_evidence", "neutrality", "neutrality_evidence", "caution", "caution_evidence", "rules_version"),
)
"""Columns that are added behind those given; one of the same name is replaced."""

HELP = """\
Membaca teks unggahan: topik, subjek, bidang, netralitas, dan kehati-hatian, masing-masing dengan kata yang menentukan.

CAPTIONS.csv: csv UTF-8 dengan kolom “caption”; “posted_at”, “account”, dan “opd” dipakai bila ada. Hasil ditulis
sebagai csv ke keluaran standar: semua kolom semula ditambah hasil pembacaan; kolom bernama sama diganti.

Tanggal menentukan tahapan pemilihan dan jabatan seseorang. Tanggal diambil dari “posted_at” (2024-10-23 …), bila kosong
dari --at. Di luar tahapan, bagian netralitas tidak menandai apa pun dan menyatakannya. Tanpa tanggal, tahapan tidak
diketahui: hanya aturan yang tidak bergantung pada tahapan yang dipakai, dan jabatan seseorang berlaku untuk semua
waktu."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, write, return the exit code: 0, or 2 with a sentence on standard error if a file cannot be used."""
    parser = argparse.ArgumentParser(
        prog="python -m rules", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("captions", metavar="CAPTIONS.csv", type=Path)
    parser.add_argument("--at", metavar="TANGGAL", help="tanggal bagi unggahan tanpa posted_at, misalnya 2024-10-23")
    parser.add_argument("--people", type=Path, help="csv: nama, panggilan, gelar, peran, dari, sampai, keterangan")
    parser.add_argument("--phases", type=Path, help="TOML tahapan pemilihan; bawaan: rules/lists/phases.toml")
    parser.add_argument("--units", type=Path, help="csv daftar OPD: kode, nama, alias, bidang, akun")
    given = parser.parse_args(arguments)
    try:
        text = _read(given)
    except InputError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
    return 0


def _read(given: argparse.Namespace) -> str:
    """The csv to write."""
    at = read_day(given.at) if given.at else None
    if given.at and at is None:
        raise InputError(f"--at “{given.at}” bukan tanggal. Contoh: --at 2024-10-23")
    columns, rows = read_rows(given.captions, ("caption",))
    roster = read_roster(given.units) if given.units else RosterFile((), {})
    phases = read_phases(given.phases.read_text("utf-8")) if given.phases else seed_phases()
    people = read_people(given.people) if given.people else ()
    days = [read_day(row.get("posted_at", "")) or at for row in rows]
    agencies = [_agency(row, roster.agency_of) for row in rows]
    context = Context(people, phases, roster.units)
    readings = read([row["caption"] for row in rows], seed_lists(), context, days, agencies)
    return _csv(columns, rows, [dict(zip(ADDED, row, strict=True)) for row in readings[list(ADDED)].to_numpy()])


def _agency(row: Mapping[str, str], agency_of: Mapping[str, str]) -> str | None:
    """The agency that the row names by `opd` or `account`."""
    names = (normal_text(row.get(column, "")) for column in ("opd", "account"))
    return next((agency_of[name] for name in names if name in agency_of), None)


def _csv(columns: Sequence[str], rows: Sequence[Mapping[str, str]], readings: Sequence[Mapping[str, str]]) -> str:
    """Rows with their readings as csv."""
    text = io.StringIO()
    names = [*columns, *(name for name in ADDED if name not in columns)]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **reading} for row, reading in zip(rows, readings, strict=True))
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main())
