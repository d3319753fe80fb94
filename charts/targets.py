"""Capaian Target: days met, unmet and not to be judged per OPD, and the gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.basis import Basis, Opd
from charts.model import Chart, Column, Series, Table, Value
from indonesia import show_number

COUNTS = {"konten": "konten", "unggahan": "unggahan"}
DAYS = {"hari_kerja": "hari kerja", "hari_kalender": "hari kalender"}


@dataclass(frozen=True)
class DayWords:
    """What the three kinds of days are called: under a simulation no word says that anything was achieved."""

    met: str
    unmet: str


JUDGED = DayWords("Hari terpenuhi", "Hari di bawah target")
SIMULATED = DayWords("Hari mencapai asumsi", "Hari di bawah asumsi")
UNKNOWN = "Hari belum dapat dinilai"
DAYS_HOW = (
    "Setiap hari target dinilai sendiri, sejak tanggal berlakunya target: terpenuhi bila jumlahnya mencapai "
    "target, walaupun laporan belum lengkap; di bawah target hanya bila laporan hari itu lengkap; selain itu "
    "belum dapat dinilai. Kekurangan ialah jumlah yang kurang pada hari-hari di bawah target; kelebihan pada "
    "hari lain tidak menutupnya. Akhir pekan, libur nasional, dan cuti bersama bukan hari target, kecuali "
    "targetnya per hari kalender. Semua platform dihitung."
)


def target_words(number: int, counts: str, days: str) -> str:
    """A target as "3 konten per hari kerja"."""
    return f"{show_number(number)} {COUNTS.get(counts, counts)} per {DAYS.get(days, days)}"


def days_chart(
    basis: Basis,
    sums: Mapping[str, Mapping[str, Any]],
    words: DayWords,
    label: str,
    extra: Mapping[str, Mapping[str, Any]],
) -> Chart:
    """Days of every OPD as lying stacks. `sums`: agency_id → columns of target_sums; `label`: title of the target.

    `extra`: agency_id → target, basis (words) and verdict ("" under a simulation), for the table.
    """
    kinds = (("met", words.met, "terpenuhi"), ("unmet", words.unmet, "kurang"), ("unknown", UNKNOWN, "tidak_jelas"))
    series = tuple(
        Series(name, tuple(float(sums[opd.agency_id][key]) for opd in basis.opds), role=role)
        for key, name, role in kinds
    )
    marks = tuple(tuple(basis.mark(opd=opd.agency_id) for opd in basis.opds) for _ in kinds)
    totals = {key: sum(row[key] for row in sums.values()) for key in ("met", "unmet", "unknown")}
    return Chart(
        name="capaian-target",
        kind="stacked",
        title=label,
        subtitle=basis.subtitle,
        unit="hari",
        categories=tuple(opd.name for opd in basis.opds),
        series=series,
        marks=marks,
        horizontal=True,
        table=_table(basis, sums, words, label, extra),
        how=DAYS_HOW,
        note=basis.note,
        alt=(
            f"Diagram batang bertumpuk hari target {len(basis.opds)} OPD, {basis.subtitle}: {totals['met']} "
            f"{words.met.lower()}, {totals['unmet']} {words.unmet.lower()}, {totals['unknown']} {UNKNOWN.lower()}."
        ),
    )


def _table(
    basis: Basis,
    sums: Mapping[str, Mapping[str, Any]],
    words: DayWords,
    label: str,
    extra: Mapping[str, Mapping[str, Any]],
) -> Table:
    judged = any(row["verdict"] for row in extra.values())
    verdict = (Column("capaian", "Capaian", "text", "hanya untuk target yang memiliki dasar"),) if judged else ()
    return Table(
        name="capaian-target",
        title=label,
        subtitle=basis.subtitle,
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("target", "Target"),
            Column("dasar", "Dasar"),
            Column("hari_target", "Hari target", "int"),
            Column("terpenuhi", words.met, "int"),
            Column("di_bawah", words.unmet, "int"),
            Column("belum_dinilai", UNKNOWN, "int"),
            Column("diharapkan", "Jumlah diharapkan", "int", "target × hari target"),
            Column("jumlah", "Jumlah pada hari target", "int", "yang diketahui sampai saat ini"),
            Column("kekurangan", "Kekurangan", "int", "hanya dari hari di bawah target; kelebihan tidak menutup"),
            Column("laporan", "Laporan"),
            *verdict,
        ),
        rows=tuple(_row(basis, opd, sums[opd.agency_id], extra[opd.agency_id], judged) for opd in basis.opds),
        note=basis.note,
    )


def _row(basis: Basis, opd: Opd, row: Mapping[str, Any], more: Mapping[str, Any], judged: bool) -> tuple[Value, ...]:
    silent = basis.silence(opd.agency_id) in ("belum_melapor", "tanpa_akun")
    cells = (
        opd.name,
        opd.kind,
        more["target"],
        more["basis"],
        row["due"],
        row["met"],
        row["unmet"],
        row["unknown"],
        row["expected"],
        None if silent else row["counted"],
        None if silent else row["gap"],
        basis.reported(opd.agency_id),
    )
    return (*cells, more["verdict"]) if judged else cells
