"""Liputan Pimpinan dan Perangkat Daerah: whom the konten of each OPD show, as shares."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis
from charts.labels import SUBJECTS
from charts.model import STATES, Chart, Column, Series, Table

SUBJECT_HOW = (
    "Bagian dari konten tiap OPD. Yang tertulis dalam laporan didahulukan; bila tidak tertulis, dibaca dari jabatan, "
    "kata layanan, dan nama bidang dalam keterangan. Yang tidak dapat dipastikan tampil sebagai Belum jelas dan tetap "
    "ikut dalam pembagi."
)


def subject_chart(basis: Basis, cells: Sequence[Mapping[str, Any]]) -> Chart:
    """Shares of konten per OPD as lying stacks. `cells`: rows of agency_subjects (every OPD × every subject)."""
    found = {(cell["agency_id"], cell["subject"]): cell for cell in cells}
    wholes = {opd.agency_id: _whole(found, opd.agency_id) for opd in basis.opds}
    silent = tuple("" if wholes[opd.agency_id] else basis.silence(opd.agency_id) for opd in basis.opds)
    series = tuple(
        Series(label, tuple(found[opd.agency_id, code]["share"] for opd in basis.opds), role=code)
        for code, label in SUBJECTS.items()
    )
    marks = tuple(tuple(basis.mark(opd=opd.agency_id, subjek=code) for opd in basis.opds) for code in SUBJECTS)
    return Chart(
        name="liputan-pimpinan",
        kind="stacked",
        title="Liputan pimpinan dan perangkat daerah per OPD",
        subtitle=basis.subtitle,
        unit="bagian dari konten",
        number_format="percent",
        categories=tuple(opd.name for opd in basis.opds),
        series=series,
        states=(silent,) * len(SUBJECTS),
        marks=marks,
        horizontal=True,
        table=_table(basis, found, wholes),
        how=f"{SUBJECT_HOW} OPD disusun menurut jenis lalu abjad, bukan menurut bagian.",
        note=basis.note,
        alt=(
            "Diagram batang bertumpuk bagian konten tentang pimpinan, campuran, perangkat daerah, dan belum jelas "
            f"pada {sum(not state for state in silent)} OPD yang memiliki konten, {basis.subtitle}."
        ),
    )


def _whole(found: Mapping[tuple[str, str], Mapping[str, Any]], agency_id: str) -> int:
    return max(found[agency_id, code]["whole"] for code in SUBJECTS)


def _table(basis: Basis, found: Mapping[tuple[str, str], Mapping[str, Any]], wholes: Mapping[str, int]) -> Table:
    rows = []
    for opd in basis.opds:
        whole = wholes[opd.agency_id]
        silent = "" if whole else basis.silence(opd.agency_id)
        unknown = silent not in ("", "nihil")
        parts = [found[opd.agency_id, code] for code in SUBJECTS]
        rows.append(
            (
                opd.name,
                opd.kind,
                None if unknown else whole,
                *(None if unknown else part["konten"] for part in parts),
                *(part["share"] for part in parts),
                STATES[silent] if silent else basis.reported(opd.agency_id),
            )
        )
    return Table(
        name="liputan-pimpinan",
        title="Liputan pimpinan dan perangkat daerah per OPD",
        subtitle=basis.subtitle,
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten", "int"),
            *(Column(f"{code}_konten", f"{label} (konten)", "int") for code, label in SUBJECTS.items()),
            *(Column(f"{code}_bagian", f"{label} (bagian)", "percent") for code, label in SUBJECTS.items()),
            Column("keadaan", "Keadaan"),
        ),
        rows=tuple(rows),
        note=basis.note,
    )
