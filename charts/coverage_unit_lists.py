"""Bidang in the reports as lists: what was seen and not seen of each OPD, and since when a bidang was not named."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis
from charts.coverage_units import NOT_SEEN, UNITS_HOW, Office, Unit, state_words
from charts.model import Column, Table, Value
from indonesia import show_number

SINCE_HOW = (
    "Hari kerja dihitung menurut kalender OPD itu (juga yang bekerja tujuh hari), sesudah hari terakhir sebuah "
    "unggahan menyebut bidang itu sampai akhir periode. Hanya pada hari yang dilaporkan lengkap dapat diketahui bahwa "
    "bidang itu memang tidak disebut."
)
NEVER = "Belum pernah disebut dalam laporan"


def list_table(basis: Basis, offices: Sequence[Office]) -> Table:
    """One row an OPD: which of its bidang the konten name, and which were not seen."""
    others = any(not unit.listed for office in offices for unit in office.units)
    return basis.table(
        "bidang-opd",
        "Bidang tiap OPD",
        columns=(
            Column("opd", "OPD"),
            Column("penilaian", "Penilaian bidang"),
            Column("terlihat", "Terlihat dalam laporan", "text", "angka: konten yang menyebutnya"),
            Column("belum", "Belum terlihat dalam laporan"),
            *([Column("lain", "Disebut, tidak terdaftar", "text", "tidak ada dalam Daftar OPD")] if others else []),
            Column("konten", "Konten berteks", "int", "tanpa unggahan ulang"),
            Column("tanpa", "Tidak menyebut bidang", "percent", "bagian dari konten berteks"),
        ),
        rows=(_list_row(basis, office, others) for office in offices),
        note=UNITS_HOW,
        prose=True,
    )


def _list_row(basis: Basis, office: Office, others: bool) -> tuple[Value, ...]:
    named = [unit for unit in office.units if not unit.listed]
    numbers = (office.konten, office.none / office.konten) if office.konten else (None, None)
    return (
        office.opd.name,
        state_words(basis, office),
        _counted(office.seen),
        "; ".join(unit.label for unit in office.unseen) or None,
        *([_counted(named)] if others else []),
        *numbers,
    )


def _counted(units: Sequence[Unit]) -> str | None:
    """Bidang with their konten: "Bidang Perumahan (4); Sekretariat (1)"."""
    return "; ".join(f"{unit.label} ({show_number(unit.konten)})" for unit in units) or None


def unseen_table(basis: Basis, offices: Sequence[Office], since: Mapping[tuple[str, str], Mapping[str, Any]]) -> Table:
    """Bidang that no report of the period named, of OPDs that can be judged. `since`: (agency_id, unit) → row."""
    rows: list[tuple[Value, ...]] = []
    for office in offices:
        for unit in office.unseen:
            told = since.get((office.opd.agency_id, unit.key))
            days = (
                (told["last_day"].isoformat(), told["working_days"], told["reported_days"])
                if told
                else (None, None, None)
            )
            rows.append((office.opd.name, unit.label, NOT_SEEN if told else NEVER, *days))
    return basis.table(
        "bidang-belum-terlihat",
        "Bidang belum terlihat dalam laporan",
        columns=(
            Column("opd", "OPD"),
            Column("bidang", "Bidang/bagian/seksi"),
            Column("keadaan", "Keadaan"),
            Column("terakhir", "Terakhir disebut", "date"),
            Column("hari_kerja", "Hari kerja sejak itu", "int", "hari kerja OPD itu, sampai akhir periode"),
            Column("dilaporkan", "Di antaranya dilaporkan lengkap", "int"),
        ),
        rows=rows,
        note=f"Hanya OPD yang bidangnya dapat dinilai. {SINCE_HOW}",
        prose=True,
    )
