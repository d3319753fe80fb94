"""Ringkasan: konten per OPD, the months up to the period, posts per platform, who reported."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts.basis import Basis
from charts.model import Chart, Column, Series, Table
from indonesia import month_of, show_month

KONTEN_HOW = (
    "Konten ialah satu isi yang dipublikasikan satu OPD, walaupun tayang di beberapa platform, dihitung pada hari "
    "pertamanya. Unggahan ialah satu tayangan di satu akun, dihitung pada harinya sendiri."
)


def agency_chart(basis: Basis, totals: Mapping[str, Mapping[str, Any]]) -> Chart:
    """Konten per OPD as lying bars, by kind and name. `totals`: agency_id → konten, unggahan (agency_totals)."""
    rows = [totals.get(opd.agency_id, {"konten": 0, "unggahan": 0}) for opd in basis.opds]
    silent = [
        "" if row["konten"] or row["unggahan"] else basis.silence(opd.agency_id)
        for opd, row in zip(basis.opds, rows, strict=True)
    ]
    values = tuple(None if state else float(row["konten"]) for row, state in zip(rows, silent, strict=True))
    known = [value for value in values if value is not None]
    return Chart(
        name="ringkasan-konten-opd",
        kind="bar",
        title="Konten per OPD",
        subtitle=basis.subtitle,
        unit="konten",
        categories=tuple(opd.name for opd in basis.opds),
        series=(Series("Konten", values, role="utama"),),
        states=(tuple(silent),),
        marks=(tuple(basis.mark(opd=opd.agency_id) for opd in basis.opds),),
        horizontal=True,
        table=_agency_table(basis, rows, silent),
        how=f"{KONTEN_HOW} OPD disusun menurut jenis lalu abjad, bukan menurut jumlah.",
        note=basis.note,
        alt=(
            f"Diagram batang jumlah konten {len(basis.opds)} OPD, {basis.subtitle}: {len(known)} OPD memiliki konten "
            f"atau unggahan, {len(basis.opds) - len(known)} OPD nihil, belum lengkap, atau belum melapor."
        ),
    )


def _agency_table(basis: Basis, rows: Sequence[Mapping[str, Any]], silent: Sequence[str]) -> Table:
    unknown = ("belum_melapor", "belum_terbaca", "belum_lengkap", "dispensasi", "tanpa_akun")
    return basis.table(
        name="ringkasan-konten-opd",
        title="Konten dan unggahan per OPD",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten", "int", "dihitung pada hari pertamanya"),
            Column("unggahan", "Unggahan", "int", "dihitung pada harinya sendiri"),
            Column("laporan", "Laporan"),
        ),
        rows=(
            (
                opd.name,
                opd.kind,
                None if state in unknown else row["konten"],
                None if state in unknown else row["unggahan"],
                basis.reported(opd.agency_id),
            )
            for opd, row, state in zip(basis.opds, rows, silent, strict=True)
        ),
    )


def months_chart(basis: Basis, trend: Sequence[Mapping[str, Any]], until: date) -> Chart:
    """Konten and unggahan per month, oldest first; a month in which nobody reported holds no number.

    `trend`: rows of activity_trend by month, sorted; `until`: the last day counted.
    """
    known = [row["reporting"] > 0 for row in trend]
    starts = [row["start"] for row in trend]
    marks = tuple(
        {**basis.where, "dari": start.isoformat(), "sampai": min(month_of(start)[1], until).isoformat()}
        for start in starts
    )
    series = tuple(
        Series(label, tuple(float(row[key]) if ok else None for row, ok in zip(trend, known, strict=True)), role=key)
        for key, label in (("konten", "Konten"), ("unggahan", "Unggahan"))
    )
    last = f"{show_month(starts[0])} – {show_month(starts[-1])}" if starts else "belum ada data"
    return Chart(
        name="ringkasan-tren",
        kind="line",
        title="Konten dan unggahan per bulan",
        subtitle=basis.subtitle,
        unit="konten; unggahan",
        categories=tuple(f"{start:%Y-%m}" for start in starts),
        series=series,
        marks=(marks, marks),
        table=_months_table(basis, trend),
        how=(
            f"{KONTEN_HOW} Bulan tanpa satu pun laporan tidak diberi angka. Jumlah OPD yang melapor berbeda tiap bulan "
            "(lihat tabel), sehingga naik turunnya garis belum tentu naik turunnya kegiatan."
        ),
        note=basis.note,
        alt=f"Diagram garis konten dan unggahan per bulan, {last}.",
    )


def _months_table(basis: Basis, trend: Sequence[Mapping[str, Any]]) -> Table:
    return basis.table(
        name="ringkasan-tren",
        title="Konten dan unggahan per bulan",
        columns=(
            Column("bulan", "Bulan"),
            Column("konten", "Konten", "int"),
            Column("unggahan", "Unggahan", "int"),
            Column("melapor", "OPD melapor", "int", "sekurangnya satu hari tercakup laporan"),
            Column("opd", "OPD", "int"),
        ),
        rows=(
            (
                show_month(row["start"]),
                row["konten"] if row["reporting"] else None,
                row["unggahan"] if row["reporting"] else None,
                row["reporting"],
                row["agencies"],
            )
            for row in trend
        ),
    )


def platform_chart(basis: Basis, platforms: Sequence[tuple[str, str, int, int]]) -> Chart:
    """Posts per platform as lying bars. `platforms`: code, label, unggahan, number of OPDs that posted there."""
    return Chart(
        name="ringkasan-platform",
        kind="bar",
        title="Unggahan per platform",
        subtitle=basis.subtitle,
        unit="unggahan",
        categories=tuple(label for _, label, _, _ in platforms),
        series=(Series("Unggahan", tuple(float(count) for _, _, count, _ in platforms), role="unggahan"),),
        marks=(tuple(basis.mark(platform=code) for code, _, _, _ in platforms),),
        horizontal=True,
        table=basis.table(
            name="ringkasan-platform",
            title="Unggahan per platform",
            columns=(
                Column("platform", "Platform"),
                Column("unggahan", "Unggahan", "int"),
                Column("opd", "OPD yang mengunggah", "int"),
            ),
            rows=tuple((label, count, opds) for _, label, count, opds in platforms),
        ),
        how="Setiap tayangan di satu akun dihitung sebagai satu unggahan pada tanggal tayangnya.",
        note=basis.note,
        alt="Diagram batang unggahan per platform: " + ", ".join(f"{row[1]} {row[2]}" for row in platforms) + ".",
    )


def reporting_table(basis: Basis, reports: Mapping[str, Mapping[str, Any]]) -> Table:
    """Every OPD and how its days are covered. `reports`: agency_id → columns of metrics.covered.reporting."""
    return basis.table(
        name="ringkasan-laporan",
        title="Laporan per OPD",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("laporan", "Laporan"),
            Column("lengkap", "Hari tercakup lengkap", "int", "semua platform OPD dilaporkan lengkap"),
            Column("sebagian", "Hari tercakup sebagian", "int", "sebagian platform, atau laporan belum lengkap"),
            Column("belum", "Hari belum dilaporkan", "int"),
        ),
        rows=(
            (
                opd.name,
                opd.kind,
                basis.reported(opd.agency_id),
                reports[opd.agency_id]["days_complete"],
                reports[opd.agency_id]["days_partial"],
                reports[opd.agency_id]["days_missing"],
            )
            for opd in basis.opds
            if opd.agency_id in reports
        ),
    )
