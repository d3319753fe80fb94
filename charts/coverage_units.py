"""Bidang in the reports: which bidang of each OPD the konten name, and how many konten name none."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis
from charts.model import STATES, Column, Table

UNIT_KINDS = {
    "sekretariat": "Sekretariat",
    "bidang": "Bidang",
    "bagian": "Bagian",
    "seksi": "Seksi",
    "irban": "Irban",
    "instalasi": "Instalasi",
}
"""Kinds of a unit (units.kind) and what the screen calls them."""

UNITS_HOW = (
    "Bidang yang disebut dalam laporan, bukan kegiatan yang diadakan: bidang yang bekerja tanpa disebut tidak terlihat "
    "di sini. Konten yang menyebut beberapa bidang dihitung pada masing-masing bidang. Bila lebih dari separuh konten "
    "berteks suatu OPD tidak menyebut bidang, bidangnya belum dapat dinilai. Unggahan ulang tidak ikut dihitung."
)
NOT_TO_JUDGE, SEEN, NOT_SEEN = "Belum dapat dinilai", "Terlihat dalam laporan", "Belum terlihat dalam laporan"
TO_JUDGE, NO_UNITS, NOT_LISTED = "Dapat dinilai", "Bidang belum terdaftar", "Tidak terdaftar"
NO_TEXT = "Tidak ada konten berteks"


def judged(told: Mapping[str, Any]) -> bool:
    """Whether the bidang of an OPD can be judged: at most half of its konten name none. `told`: a row of naming."""
    return told["konten"] > 0 and told["none"] * 2 <= told["konten"]


def naming_table(basis: Basis, naming: Mapping[str, Mapping[str, Any]], units: Sequence[Mapping[str, Any]]) -> Table:
    """How many konten of each OPD name a bidang. `naming`: agency_id → row of naming; `units`: rows of the roster."""
    listed = {opd.agency_id: sum(unit["agency_id"] == opd.agency_id for unit in units) for opd in basis.opds}
    rows = []
    for opd in basis.opds:
        told = naming[opd.agency_id]
        konten = (told["konten"], told["named"], told["none"]) if told["konten"] else (None, None, None)
        rows.append(
            (opd.name, opd.kind, *konten, told["share"], listed[opd.agency_id], _state(basis, opd.agency_id, told))
        )
    return Table(
        name="bidang-opd",
        title="Konten yang menyebut bidang, tiap OPD",
        subtitle=basis.subtitle,
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten berteks", "int", "tanpa unggahan ulang"),
            Column("menyebut", "Menyebut bidang (konten)", "int"),
            Column("tanpa", "Tidak menyebut bidang (konten)", "int"),
            Column("bagian_tanpa", "Tidak menyebut bidang (bagian)", "percent"),
            Column("terdaftar", "Bidang terdaftar", "int", "bidang/bagian/seksi dalam Daftar OPD"),
            Column("penilaian", "Penilaian bidang"),
        ),
        rows=tuple(rows),
        note=f"{UNITS_HOW} {basis.note}",
    )


def _state(basis: Basis, agency_id: str, told: Mapping[str, Any]) -> str:
    """What can be said of the bidang of an OPD: why there is no konten, or whether they can be judged."""
    if not told["konten"]:
        silent = basis.silence(agency_id)
        return NO_TEXT if silent in ("nihil", "belum_lengkap") else STATES[silent]
    return TO_JUDGE if judged(told) else NOT_TO_JUDGE


def units_table(
    basis: Basis,
    naming: Mapping[str, Mapping[str, Any]],
    units: Sequence[Mapping[str, Any]],
    found: Mapping[tuple[str, str], int],
) -> Table:
    """Every bidang of every OPD with its konten; bidang that a report names and the roster does not know stand last.

    `found`: (agency_id, unit_id or written name) → konten.
    """
    rows: list[tuple[str | int | None, ...]] = []
    for opd in basis.opds:
        told = naming[opd.agency_id]
        own = [unit for unit in units if unit["agency_id"] == opd.agency_id]
        if not own:
            rows.append((opd.name, None, None, None, NO_UNITS))
        for unit in own:
            konten = found.get((opd.agency_id, unit["unit_id"]), 0)
            rows.append(
                (opd.name, unit["name"], UNIT_KINDS.get(unit["kind"], unit["kind"]), *_seen(basis, told, konten))
            )
        known = {unit["unit_id"] for unit in own}
        for (agency_id, name), konten in sorted(found.items()):
            if agency_id == opd.agency_id and name not in known:
                rows.append((opd.name, name, NOT_LISTED, *_seen(basis, told, konten)))
    return Table(
        name="bidang-disebut",
        title="Bidang yang disebut dalam konten",
        subtitle=basis.subtitle,
        columns=(
            Column("opd", "OPD"),
            Column("bidang", "Bidang/bagian/seksi"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten yang menyebut", "int", "kosong bila belum dapat dinilai"),
            Column("keadaan", "Keadaan"),
        ),
        rows=tuple(rows),
        note=f"{UNITS_HOW} {basis.note}",
    )


def _seen(basis: Basis, told: Mapping[str, Any], konten: int) -> tuple[int | None, str]:
    """The konten of a bidang and its state: never 0 where too many konten name none."""
    if not judged(told):
        return konten or None, _state(basis, told["agency_id"], told)
    return konten, SEEN if konten else NOT_SEEN
