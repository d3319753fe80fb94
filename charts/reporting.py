"""Laporan Masuk: a row an OPD, a column a platform, with the unggahan of a report or the state in their place."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis, Opd
from charts.model import STATES, Chart, Column, Filter, Series, Table, Value

COMPLETE = "Lengkap"
NOT_ASKED = ("tanpa_akun", "di_luar_data")
REPORTING_HOW = (
    "Setiap kotak ialah satu OPD pada satu platform. Angka ialah unggahan dalam laporan; tanda ? di belakangnya ialah "
    "laporan belum lengkap. Tanpa angka: N nihil (laporan lengkap, tanpa unggahan), ? belum lengkap, – belum "
    "melapor, ! diterima tetapi belum terbaca, D dispensasi, × tidak punya akun. Yang ditagih ialah platform yang "
    "akunnya tercatat pada Daftar OPD atau yang pernah dilaporkan. Lengkap: setiap hari dalam periode dinyatakan "
    "lengkap oleh pengirim."
)
COLUMNS = (
    Column("opd", "OPD"),
    Column("jenis", "Jenis"),
    Column("platform", "Platform"),
    Column("keadaan", "Keadaan"),
    Column("hari_lengkap", "Hari lengkap", "int"),
    Column("hari_kurang", "Hari belum lengkap", "int"),
    Column("yang_kurang", "Tanggal yang belum lengkap"),
    Column("unggahan", "Unggahan", "int"),
    Column("diterima", "Laporan terakhir diterima", "datetime", "laporan OPD ini untuk periode ini, semua platform"),
    Column("narahubung", "Penanggung jawab"),
)

Cells = Mapping[tuple[str, str], Mapping[str, Any]]


def reporting_chart(
    basis: Basis, cells: Cells, platforms: Mapping[str, str], more: Mapping[str, tuple[str | None, str]]
) -> Chart:
    """`cells`: (agency_id, platform) → state (a key of STATES or "lengkap"), complete, open (days), missing (words),
    unggahan. `platforms`: code → name. `more`: agency_id → when its last report came (ISO) and the person in charge."""
    series, states, marks = [], [], []
    for opd in basis.opds:
        row = [cells[opd.agency_id, code] for code in platforms]
        series.append(Series(opd.name, tuple(float(cell["unggahan"]) if cell["unggahan"] else None for cell in row)))
        states.append(tuple("" if cell["state"] == "lengkap" else cell["state"] for cell in row))
        marks.append(tuple(_mark(basis, opd, code, cell) for code, cell in zip(platforms, row, strict=True)))
    return Chart(
        name="laporan-masuk",
        kind="heatmap",
        title="Laporan tiap OPD per platform",
        subtitle=basis.subtitle,
        unit="unggahan",
        categories=tuple(platforms.values()),
        series=tuple(series),
        states=tuple(states),
        marks=tuple(marks),
        table=reporting_table(basis, cells, platforms, more),
        how=REPORTING_HOW,
        note=basis.note,
        alt=f"Keadaan laporan {len(basis.opds)} OPD pada {len(platforms)} platform, {basis.subtitle}.",
    )


def _mark(basis: Basis, opd: Opd, code: str, cell: Mapping[str, Any]) -> Filter | None:
    return basis.mark(opd=opd.agency_id, platform=code) if cell["unggahan"] else None


def reporting_table(
    basis: Basis, cells: Cells, platforms: Mapping[str, str], more: Mapping[str, tuple[str | None, str]]
) -> Table:
    """A row an OPD and platform that is asked of it; an OPD without any account has one row."""
    rows: list[tuple[Value, ...]] = []
    for opd in basis.opds:
        asked = [code for code in platforms if cells[opd.agency_id, code]["state"] not in NOT_ASKED]
        for code in asked:
            rows.append(_row(opd, platforms[code], cells[opd.agency_id, code], more[opd.agency_id]))
        if not asked:
            state = cells[opd.agency_id, next(iter(platforms))]["state"]
            rows.append((opd.name, opd.kind, None, STATES[state], *[None] * 5, more[opd.agency_id][1] or None))
    return basis.table("laporan-masuk", "Keadaan laporan per platform", COLUMNS, rows)


def state_words(state: str) -> str:
    """The word for the state of a report on a platform."""
    return COMPLETE if state == "lengkap" else STATES[state]


def _row(opd: Opd, platform: str, cell: Mapping[str, Any], more: Sequence[str | None]) -> tuple[Value, ...]:
    return (
        opd.name,
        opd.kind,
        platform,
        state_words(cell["state"]),
        cell["complete"],
        cell["open"],
        cell["missing"] or None,
        cell["unggahan"] if cell["unggahan"] or (cell["complete"] and cell["state"] == "nihil") else None,
        more[0],
        more[1] or None,
    )
