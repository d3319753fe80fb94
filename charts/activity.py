"""Aktivitas: the heat map of OPDs and days, the trend, the hours, and the table of last post and longest silence."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from charts.basis import Basis
from charts.model import STATES, Chart, Column, Event, Filter, Series, Table
from charts.overview import KONTEN_HOW
from indonesia import month_of, show_number

STEP_WORDS = {"day": "hari", "week": "minggu (mulai Senin)", "month": "bulan"}
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_STATES_HOW = (
    "Kotak tanpa angka: “nihil” bila laporan lengkap dan tidak ada unggahan pada hari kerja; “libur” bila demikian "
    "pada akhir pekan, libur nasional, atau cuti bersama; “belum lengkap” bila laporan belum mencakup semuanya; “belum "
    "melapor” bila belum ada laporan. Angka 0 berarti ada unggahan yang kontennya sudah dihitung pada hari sebelumnya."
)

_SILENCE_COLUMNS = (
    Column("opd", "OPD"),
    Column("jenis", "Jenis"),
    Column("laporan", "Laporan"),
    Column("hari_aktif", "Hari dengan unggahan", "int"),
    Column("terakhir", "Unggahan terakhir", "date", "sampai akhir periode, juga sebelum periode ini"),
    Column("jeda", "Jeda terpanjang (hari)", "int", "hari berurutan tanpa unggahan yang dilaporkan lengkap"),
    Column("jeda_dari", "Jeda dari", "date"),
    Column("jeda_sampai", "Jeda sampai", "date"),
    Column("tak_diketahui", "Hari belum diketahui", "int", "tanpa unggahan, laporan belum ada atau belum lengkap"),
)


def step_end(start: date, step: str) -> date:
    """The last day of the day, week or month that begins on `start`."""
    if step == "month":
        return month_of(start)[1]
    return start + timedelta(days=6) if step == "week" else start


def heat_map(basis: Basis, cells: Sequence[Mapping[str, Any]], starts: Sequence[date], step: str) -> Chart:
    """Konten per OPD and day (or week, month): a row an OPD, a state where there is no post.

    `cells`: rows of stepped_activity; `starts`: the steps in order.
    """
    found = {(cell["agency_id"], cell["start"]): cell for cell in cells}
    series, states, marks = [], [], []
    for opd in basis.opds:
        row = [found.get((opd.agency_id, start)) for start in starts]
        state = [cell["state"] if cell else "belum_melapor" for cell in row]
        there = [float(c["konten"]) if c and s == "ada" else None for c, s in zip(row, state, strict=True)]
        series.append(Series(opd.name, tuple(there)))
        states.append(tuple("" if s == "ada" else s for s in state))
        marks.append(tuple(_step_marks(basis, starts, step, state, opd.agency_id)))
    unit = f"konten per {STEP_WORDS[step]}"
    return Chart(
        name="aktivitas-harian" if step == "day" else f"aktivitas-{'mingguan' if step == 'week' else 'bulanan'}",
        kind="heatmap",
        title=f"Konten tiap OPD per {STEP_WORDS[step]}",
        subtitle=basis.subtitle,
        unit=unit,
        categories=tuple(f"{s:%Y-%m}" if step == "month" else s.isoformat() for s in starts),
        series=tuple(series),
        states=tuple(states),
        marks=tuple(marks),
        table=_cells_table(basis, found, starts, step),
        how=f"{KONTEN_HOW} {_STATES_HOW} OPD disusun menurut jenis lalu abjad.",
        note=basis.note,
        alt=f"Peta panas {unit}: {len(basis.opds)} OPD sebagai baris, {len(starts)} kolom, {basis.subtitle}.",
    )


def _step_marks(
    basis: Basis, starts: Sequence[date], step: str, states: Sequence[str], agency_id: str
) -> list[Filter | None]:
    return [
        basis.mark(start, step_end(start, step), opd=agency_id) if state == "ada" else None
        for start, state in zip(starts, states, strict=True)
    ]


def _cells_table(
    basis: Basis, found: Mapping[tuple[str, date], Mapping[str, Any]], starts: Sequence[date], step: str
) -> Table:
    rows = []
    for opd in basis.opds:
        for start in starts:
            cell = found.get((opd.agency_id, start), {"konten": 0, "unggahan": 0, "state": "belum_melapor"})
            known = cell["state"] in ("ada", "nihil", "libur")
            word = "Ada unggahan" if cell["state"] == "ada" else STATES[cell["state"]]
            counts = (cell["konten"], cell["unggahan"]) if known else (None, None)
            rows.append((opd.name, opd.kind, start.isoformat(), *counts, word))
    return basis.table(
        name="aktivitas-harian" if step == "day" else f"aktivitas-{'mingguan' if step == 'week' else 'bulanan'}",
        title=f"Konten dan unggahan tiap OPD per {STEP_WORDS[step]}",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("mulai", "Tanggal" if step == "day" else "Mulai tanggal", "date"),
            Column("konten", "Konten", "int"),
            Column("unggahan", "Unggahan", "int"),
            Column("keadaan", "Keadaan"),
        ),
        rows=rows,
    )


def trend_chart(basis: Basis, trend: Sequence[Mapping[str, Any]], step: str, days_off: Mapping[date, str]) -> Chart:
    """Konten and unggahan of all chosen OPDs per day, week or month; no number where nobody reported.

    `trend`: rows of activity_trend, sorted. `days_off`: holidays by name, weekends left out; drawn on a daily trend.
    """
    starts = [row["start"] for row in trend]
    marks = tuple(basis.mark(start, step_end(start, step)) for start in starts)
    series = tuple(
        Series(label, tuple(float(row[key]) if row["reporting"] else None for row in trend), role=key)
        for key, label in (("konten", "Konten"), ("unggahan", "Unggahan"))
    )
    total = sum(row["unggahan"] for row in trend)
    return Chart(
        name="aktivitas-tren",
        kind="line",
        title=f"Konten dan unggahan per {STEP_WORDS[step]}",
        subtitle=basis.subtitle,
        unit="konten; unggahan",
        categories=tuple(f"{s:%Y-%m}" if step == "month" else s.isoformat() for s in starts),
        series=series,
        marks=(marks, marks),
        events=tuple(Event(day.isoformat(), name) for day, name in days_off.items()) if step == "day" else (),
        table=_trend_table(basis, trend, step),
        how=f"{KONTEN_HOW} Garis terputus pada saat belum ada OPD yang melapor; jumlah OPD pelapor ada pada tabel.",
        note=basis.note,
        alt=f"Diagram garis konten dan unggahan per {STEP_WORDS[step]}, {show_number(total)} unggahan seluruhnya.",
    )


def _trend_table(basis: Basis, trend: Sequence[Mapping[str, Any]], step: str) -> Table:
    return basis.table(
        name="aktivitas-tren",
        title=f"Konten dan unggahan per {STEP_WORDS[step]}",
        columns=(
            Column("mulai", "Tanggal" if step == "day" else "Mulai tanggal", "date"),
            Column("konten", "Konten", "int"),
            Column("unggahan", "Unggahan", "int"),
            Column("melapor", "OPD melapor", "int", "tercakup laporan, lengkap atau sebagian"),
            Column("opd", "OPD", "int"),
        ),
        rows=(
            (
                row["start"].isoformat(),
                row["konten"] if row["reporting"] else None,
                row["unggahan"] if row["reporting"] else None,
                row["reporting"],
                row["agencies"],
            )
            for row in trend
        ),
    )


def hours_chart(basis: Basis, hours: Sequence[Mapping[str, Any]]) -> Chart:
    """Posts by weekday and hour. `hours`: rows of posting_hours; posts without an hour are counted in the note."""
    found = {(row["weekday"], row["hour"]): row["unggahan"] for row in hours}
    untimed = sum(row["unggahan"] for row in hours if row["hour"] is None)
    timed = sum(found.values()) - untimed
    grid = [tuple(float(found.get((day, hour), 0)) if timed else None for hour in range(24)) for day in range(7)]
    note = f"{show_number(untimed)} unggahan tanpa keterangan jam tidak ikut dihitung di sini."
    return Chart(
        name="jam-unggah",
        kind="heatmap",
        title="Hari dan jam unggah",
        subtitle=basis.subtitle,
        unit="unggahan",
        categories=tuple(f"{hour:02d}" for hour in range(24)),
        series=tuple(Series(name, values) for name, values in zip(WEEKDAYS, grid, strict=True)),
        table=basis.table(
            name="jam-unggah",
            title="Unggahan menurut hari dan jam",
            columns=(
                Column("hari", "Hari"),
                *(Column(f"jam_{hour:02d}", f"{hour:02d}.00", "int") for hour in range(24)),
            ),
            rows=(
                (name, *(None if value is None else int(value) for value in values))
                for name, values in zip(WEEKDAYS, grid, strict=True)
            ),
            note=note,
        ),
        how=(
            "Setiap unggahan dihitung pada hari dan jam tayangnya menurut waktu setempat. "
            f"Hanya {show_number(timed)} unggahan yang jamnya diketahui; kolom 08 berarti pukul 08.00 sampai 08.59."
        ),
        note=f"{note} {basis.note}",
        alt=f"Peta panas {show_number(timed)} unggahan menurut hari dan jam, {basis.subtitle}.",
    )


def silence_table(basis: Basis, activity: Mapping[str, Mapping[str, Any]]) -> Table:
    """Last post and longest silence of every OPD. `activity`: agency_id → columns of silences, last_post, unggahan."""
    rows = []
    for opd in basis.opds:
        row = activity[opd.agency_id]
        silent = row["silent_days"] or None
        rows.append(
            (
                opd.name,
                opd.kind,
                basis.reported(opd.agency_id),
                row["active_days"] or (0 if basis.silence(opd.agency_id) == "nihil" else None),
                _iso(row["last_post"]),
                silent if silent else (0 if row["unknown_days"] == 0 else None),
                _iso(row["silent_from"]),
                _iso(row["silent_to"]),
                row["unknown_days"],
            )
        )
    return basis.table(
        name="keaktifan-opd",
        title="Unggahan terakhir dan jeda terpanjang",
        columns=_SILENCE_COLUMNS,
        rows=rows,
        note=(
            "Jeda dihitung dalam hari kalender, termasuk hari libur, di dalam periode. Hari yang belum dilaporkan "
            "lengkap memutus jeda karena belum diketahui."
        ),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
