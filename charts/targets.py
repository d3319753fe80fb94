"""Capaian Target: days met, unmet and not to be judged per OPD, the gap, and the ranks within each kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charts.basis import Basis, Opd
from charts.model import Chart, Column, Series, Table, Value
from indonesia import show_number

COUNTS = {"konten": "konten", "unggahan": "unggahan"}
DAYS = {"hari_kerja": "hari kerja", "hari_kalender": "hari kalender"}
APART = {"without_reposts": "unggahan ulang", "without_greetings": "ucapan"}


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
    "targetnya per hari kalender atau kalender kantor menyatakan lain. Hari dispensasi bukan hari target. Semua "
    "platform dihitung."
)
RANK_HOW = (
    "Urutan menurut bagian hari terpenuhi dari hari yang dapat dinilai, di antara OPD sejenis. Hanya OPD yang "
    "targetnya berdasar surat dan yang sekurangnya 90% hari targetnya dapat dinilai; bagian yang sama "
    "mendapat urutan yang sama."
)


def target_words(row: Mapping[str, Any]) -> str:
    """A target as "3 konten per hari kerja"; `row` has number, counts, days, without_reposts, without_greetings."""
    apart = [word for key, word in APART.items() if row[key]]
    tail = f", tanpa {' dan '.join(apart)}" if apart else ""
    return f"{show_number(row['number'])} {COUNTS.get(row['counts'], row['counts'])} per {day_words(row)}{tail}"


def day_words(row: Mapping[str, Any]) -> str:
    """The days of a target: "hari kerja" or "hari kalender"."""
    return DAYS.get(row["days"], row["days"])


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
    return basis.table(
        name="capaian-target",
        title=label,
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
            Column("rata_rata", "Rata-rata kurang per hari", "decimal", "kekurangan dibagi hari yang dapat dinilai"),
            Column("cakupan", "Cakupan", "percent", "hari target yang dapat dinilai, dari semua hari target"),
            Column("laporan", "Laporan"),
            *verdict,
        ),
        rows=tuple(_row(basis, opd, sums[opd.agency_id], extra[opd.agency_id], judged) for opd in basis.opds),
    )


def _row(basis: Basis, opd: Opd, row: Mapping[str, Any], more: Mapping[str, Any], judged: bool) -> tuple[Value, ...]:
    silent = basis.silence(opd.agency_id) in ("belum_melapor", "belum_terbaca", "dispensasi", "tanpa_akun")
    known = row["met"] + row["unmet"]
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
        row["gap"] / known if known else None,
        known / row["due"] if row["due"] else None,
        basis.reported(opd.agency_id),
    )
    return (*cells, more["verdict"]) if judged else cells


def rank_table(basis: Basis, ranks: Mapping[str, Mapping[str, Any]]) -> Table:
    """OPDs by their place within their kind. `ranks`: agency_id → columns of target_ranks."""
    kinds = list(dict.fromkeys(opd.kind for opd in basis.opds))
    ranked = [opd for opd in basis.opds if opd.agency_id in ranks]
    ranked.sort(key=lambda opd: (kinds.index(opd.kind), ranks[opd.agency_id]["rank"]))
    return basis.table(
        name="capaian-urutan",
        title="Urutan dalam jenis OPD",
        columns=(
            Column("jenis", "Jenis"),
            Column("urutan", "Urutan", "int"),
            Column("dari", "Dari (OPD)", "int", "OPD sejenis yang dapat diurutkan"),
            Column("opd", "OPD"),
            Column("terpenuhi", "Hari terpenuhi", "percent", "dari hari target yang dapat dinilai"),
            Column("cakupan", "Cakupan", "percent", "hari target yang dapat dinilai, dari semua hari target"),
        ),
        rows=(
            (opd.kind, own["rank"], own["ranked_opds"], opd.name, own["share"], own["coverage"])
            for opd in ranked
            for own in [ranks[opd.agency_id]]
        ),
        note=RANK_HOW,
    )


def open_table(basis: Basis, sums: Mapping[str, Mapping[str, Any]], opds: Sequence[Opd]) -> Table:
    """*Laporan belum lengkap*: OPDs of a target with dasar that are not ranked, for too few of their days are known."""
    rows = []
    for opd in opds:
        row = sums[opd.agency_id]
        known = row["met"] + row["unmet"]
        rows.append((opd.name, opd.kind, row["due"], known, known / row["due"], basis.reported(opd.agency_id)))
    return basis.table(
        name="capaian-laporan-belum-lengkap",
        title="Laporan belum lengkap",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("hari_target", "Hari target", "int"),
            Column("dinilai", "Hari yang dapat dinilai", "int"),
            Column("cakupan", "Cakupan", "percent"),
            Column("laporan", "Laporan"),
        ),
        rows=rows,
        note="Kurang dari 90% hari target dapat dinilai; OPD ini belum dapat diurutkan.",
    )


def streak_table(basis: Basis, runs: Mapping[str, Mapping[str, Any]], words: DayWords) -> Table:
    """The longest runs of days met and of days below the target. `runs`: agency_id → columns of streaks."""
    return basis.table(
        name="capaian-berturut",
        title="Hari target berturut-turut, terpanjang",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("terpenuhi", f"{words.met}, berturut-turut", "int"),
            Column("terpenuhi_dari", "Dari", "date"),
            Column("terpenuhi_sampai", "Sampai", "date"),
            Column("di_bawah", f"{words.unmet}, berturut-turut", "int"),
            Column("di_bawah_dari", "Dari", "date"),
            Column("di_bawah_sampai", "Sampai", "date"),
            Column("laporan", "Laporan"),
        ),
        rows=(
            (opd.name, opd.kind, *_run(run, "met"), *_run(run, "unmet"), basis.reported(opd.agency_id))
            for opd in basis.opds
            for run in [runs[opd.agency_id]]
        ),
        note=(
            "Hanya hari target yang dihitung; hari libur dan dispensasi tidak memutus, hari yang belum dapat dinilai "
            "memutus karena belum diketahui."
        ),
    )


def _run(run: Mapping[str, Any], verdict: str) -> tuple[Value, ...]:
    first, last = run[f"{verdict}_from"], run[f"{verdict}_to"]
    return (run[f"{verdict}_days"], first.isoformat() if first else None, last.isoformat() if last else None)
