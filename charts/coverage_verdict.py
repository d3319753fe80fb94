"""Leaders alone against the office's threshold, and the parts of the konten month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from charts.basis import Basis
from charts.coverage import DETAILS, PROTOCOL, Line
from charts.labels import SUBJECTS
from charts.model import Chart, Column, Filter, Series, Table, Value
from indonesia import month_of, show_month, show_number

MARGIN = 10
"""Points around the threshold within which nothing can be said: some konten are read wrongly."""

FEWEST = 20
"""Konten from which an OPD is judged: of fewer, two that are read wrongly move the share by more than the margin."""

LEADERS = (*DETAILS, "pimpinan")
"""The parts that show leaders alone."""

THREE = {"pimpinan": "Pimpinan saja", "campuran": "Pimpinan bersama layanan", "perangkat": "Perangkat daerah/bidang"}
"""The three parts that are compared over the months; what is not clear stays in the whole."""
PARTS_OF_MONTH = {**THREE, "tidak_jelas": SUBJECTS["tidak_jelas"]}
TREND_HOW = (
    "Bagian dari konten berteks semua OPD pilihan pada bulan itu; yang belum jelas tetap ikut dalam pembagi dan ada "
    f"pada tabel. {PROTOCOL} dan unggahan ulang tidak ikut. OPD yang melapor berbeda tiap bulan, sehingga naik "
    "turunnya garis belum tentu perubahan pada satu OPD; pilih satu OPD untuk melihatnya. Daftar unggahan di balik "
    f"titik memuat juga unggahan ulang dan {PROTOCOL}."
)

VERDICTS = {
    "above": "Di atas ambang",
    "below": "Di bawah ambang",
    "open": f"Belum dapat disimpulkan (dalam {MARGIN} poin dari ambang)",
    "partial": "Belum dapat disimpulkan (laporan belum lengkap)",
    "few": f"Tidak dinilai (kurang dari {FEWEST} konten)",
    "protocol": "Tidak dinilai (tugasnya meliput pimpinan)",
}
"""What is said of an OPD against the threshold."""

VERDICT_HOW = (
    "Dibandingkan ialah bagian konten yang hanya tentang pimpinan (pimpinan daerah dan pimpinan OPD) dari seluruh "
    "konten berteks OPD itu. Di atas atau di bawah ambang hanya dikatakan bila jaraknya lebih dari "
    f"{MARGIN} poin, juga bila semua konten yang belum jelas ternyata tentang pimpinan; selain itu belum dapat "
    f"disimpulkan, karena sebagian konten dapat keliru terbaca. OPD dengan kurang dari {FEWEST} konten tidak dinilai: "
    f"dua konten yang keliru terbaca sudah menggeser bagiannya lebih dari {MARGIN} poin. OPD yang laporannya belum "
    "lengkap belum dapat disimpulkan."
)


@dataclass(frozen=True)
class Limit:
    """The office's threshold: at most `percent` of the konten about leaders alone; `words` say since when, by whom."""

    percent: int
    words: str


def verdict_of(basis: Basis, line: Line, verdicts: Mapping[str, Mapping[str, Any]]) -> str:
    """A key of VERDICTS for a bar, "" where there is no konten. `verdicts`: agency_id → row of leader_verdicts."""
    if line.protocol:
        return "protocol"
    said = str(verdicts[line.opd.agency_id]["verdict"])
    if said in ("above", "below", "open") and basis.reporting.get(line.opd.agency_id) != "melapor_lengkap":
        return "partial"
    return "" if said == "none" else said


def verdict_table(
    basis: Basis, lines: Sequence[Line], verdicts: Mapping[str, Mapping[str, Any]], limit: Limit
) -> Table:
    """Every OPD with konten, its share of leaders alone and what can be said of it; by kind and name, never by rank."""
    rows: list[tuple[Value, ...]] = []
    for line in lines:
        if line.whole:
            leaders = sum(line.konten[code] for code in LEADERS)
            unclear = line.konten["tidak_jelas"]
            said = VERDICTS.get(verdict_of(basis, line, verdicts), "")
            rows.append((line.name, leaders / line.whole, leaders, unclear, line.whole, said))
    return basis.table(
        "liputan-ambang",
        f"Pimpinan saja terhadap ambang {limit.percent}%",
        columns=(
            Column("opd", "OPD"),
            Column("bagian", "Pimpinan saja (bagian)", "percent"),
            Column("pimpinan", "Pimpinan saja (konten)", "int"),
            Column("belum_jelas", "Belum jelas (konten)", "int"),
            Column("konten", "Konten seluruhnya", "int", "tanpa unggahan ulang"),
            Column("penilaian", "Penilaian"),
        ),
        rows=rows,
        note=f"{limit.words} {VERDICT_HOW}",
        prose=True,
    )


def verdict_sentence(basis: Basis, lines: Sequence[Line], verdicts: Mapping[str, Mapping[str, Any]], at: int) -> str:
    """How many OPDs stand where against the threshold of `at` per cent."""
    said = [verdict_of(basis, line, verdicts) for line in lines if line.whole and not line.protocol]
    parts = [
        (said.count("above"), "OPD di atas"),
        (said.count("below"), "di bawah"),
        (said.count("open") + said.count("partial"), "belum dapat disimpulkan"),
        (said.count("few"), f"berkonten kurang dari {FEWEST} sehingga tidak dinilai"),
    ]
    return f" Terhadap ambang {at}% pimpinan saja: {', '.join(f'{show_number(n)} {words}' for n, words in parts)}."


def trend_chart(basis: Basis, months: Sequence[Mapping[str, Any]], last: date) -> Chart:
    """The three parts of all konten by month, no Prokopim, no reposts; a month without konten is a gap.

    `months`: rows of monthly_parts; `last`: the last day counted.
    """
    found = {(row["start"], row["subject"]): row for row in months}
    starts = months_between(min((row["start"] for row in months), default=last), last)
    whole = {row["start"]: row["whole"] for row in months}
    none = dict.fromkeys(whole, 0.0)
    shares = {
        code: [found[start, code]["share"] if (start, code) in found else none.get(start) for start in starts]
        for code in THREE
    }
    return Chart(
        name="liputan-tren",
        kind="line",
        title="Bagian konten per bulan",
        subtitle=basis.subtitle,
        unit="bagian dari konten",
        number_format="percent",
        categories=tuple(f"{start:%Y-%m}" for start in starts),
        series=tuple(Series(label, tuple(shares[code]), role=code) for code, label in THREE.items()),
        marks=tuple(
            tuple(_month_mark(basis, start, code, last) if (start, code) in found else None for start in starts)
            for code in THREE
        ),
        table=_trend_table(basis, found, whole, starts),
        how=TREND_HOW,
        note=basis.note,
        alt=f"Diagram garis bagian konten per bulan: {', '.join(THREE.values())}, {len(starts)} bulan.",
    )


def months_between(first: date, last: date) -> tuple[date, ...]:
    """First days of the months from that of `first` to that of `last`."""
    starts = [first.replace(day=1)]
    while month_of(starts[-1])[1] < last:
        starts.append(month_of(starts[-1])[1] + timedelta(days=1))
    return tuple(starts)


def _month_mark(basis: Basis, start: date, code: str, last: date) -> Filter:
    """The posts of a month, which may lie before the period."""
    days = {"dari": start.isoformat(), "sampai": min(month_of(start)[1], last).isoformat()}
    return {**basis.where, **days, "subjek": code}


def _trend_table(
    basis: Basis,
    found: Mapping[tuple[date, str], Mapping[str, Any]],
    whole: Mapping[date, int],
    starts: Sequence[date],
) -> Table:
    counted = [{code: found.get((start, code), {"konten": 0})["konten"] for code in SUBJECTS} for start in starts]
    return basis.table(
        "liputan-tren",
        "Bagian konten per bulan",
        columns=(
            Column("bulan", "Bulan"),
            Column("konten", "Konten", "int", "tanpa unggahan ulang dan Prokopim"),
            *(Column(f"{code}_konten", f"{label} (konten)", "int") for code, label in PARTS_OF_MONTH.items()),
            *(Column(f"{code}_bagian", f"{label} (bagian)", "percent") for code, label in PARTS_OF_MONTH.items()),
        ),
        rows=(
            (
                show_month(start),
                whole.get(start),
                *(own[code] if start in whole else None for code in PARTS_OF_MONTH),
                *(own[code] / whole[start] if start in whole else None for code in PARTS_OF_MONTH),
            )
            for start, own in zip(starts, counted, strict=True)
        ),
    )
