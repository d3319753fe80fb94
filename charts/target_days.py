"""Rincian Perhitungan: every OPD and day with its state, what was asked, what was counted and what it lacks."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts.basis import Basis, Opd
from charts.model import STATES, Chart, Column, Series, Table, Value
from charts.targets import COUNTS, JUDGED, SIMULATED, UNKNOWN, target_words
from indonesia import show_day

PRESENT = "Ada unggahan"
NOT_ASKED = "Bukan hari target"
SHEET_HOW = (
    "Setiap kotak ialah satu hari satu OPD. Angka ialah jumlah yang dihitung menurut target hari itu (konten atau "
    "unggahan), juga pada hari yang bukan hari target. Tanpa angka: N nihil (laporan lengkap, tanpa unggahan), L "
    "libur, D dispensasi, ? belum lengkap, ! diterima tetapi belum terbaca, – belum melapor, × tidak punya akun. "
    "Tanda di belakang angka menerangkannya: 2? ialah sekurangnya 2, 1L ialah 1 pada hari libur. 0 ialah hari dengan "
    "unggahan yang tidak menambah hitungan: kontennya dihitung pada hari pertamanya, atau disisihkan oleh target. "
    "Tabel di balik grafik memuat target, kekurangan, dan penilaian tiap hari. Klik angka untuk melihat unggahannya."
)

Cells = Mapping[tuple[str, date], Mapping[str, Any]]


def sheet_chart(basis: Basis, cells: Cells, days: Sequence[date]) -> Chart:
    """The days of every OPD, as a calendar if it is one. `cells`: (agency_id, day) → columns of target_days."""
    alone = len(basis.opds) == 1
    series, states, marks = [], [], []
    for opd in basis.opds:
        row = [cells[opd.agency_id, day] for day in days]
        shown = [_shown(cell) for cell in row]
        series.append(Series(opd.name, tuple(value for value, _ in shown)))
        states.append(tuple(state for _, state in shown))
        marks.append(
            tuple(
                basis.mark(day, day, opd=opd.agency_id) if value is not None else None
                for day, (value, _) in zip(days, shown, strict=True)
            )
        )
    said = {cell["counts"] for cell in cells.values() if cell["counts"]}
    return Chart(
        name="rincian-perhitungan",
        kind="calendar" if alone else "heatmap",
        title=f"Rincian Perhitungan: {basis.opds[0].name}" if alone else "Rincian Perhitungan per hari",
        subtitle=basis.subtitle,
        unit=" atau ".join(COUNTS.get(word, word) for word in sorted(said)) or "konten",
        categories=tuple(day.isoformat() for day in days),
        series=tuple(series),
        states=tuple(states),
        marks=tuple(marks),
        table=sheet_table(basis, cells, days),
        how=SHEET_HOW,
        note=basis.note,
        alt=f"Rincian per hari {len(basis.opds)} OPD selama {len(days)} hari, {basis.subtitle}.",
    )


def _shown(cell: Mapping[str, Any]) -> tuple[float | None, str]:
    """The number of a day, or the state that stands in its place; a number of a day that is open keeps its state."""
    there = cell["count"] or cell["apart"] or cell["state"] == "ada"
    if not there:
        return None, cell["state"]
    known = cell["covered"] in ("lengkap", "dispensasi") or cell["state"] != "ada"
    state = cell["state"] if cell["state"] != "ada" else "" if known else "belum_lengkap"
    return float(cell["count"]), state


def sheet_table(basis: Basis, cells: Cells, days: Sequence[date]) -> Table:
    """The sheet that an OPD gets that doubts its number: a row a day, with the words of the screen."""
    return basis.table(
        name="rincian-perhitungan",
        title="Rincian Perhitungan",
        columns=(
            Column("opd", "OPD"),
            Column("tanggal", "Tanggal", "date"),
            Column("hari", "Hari"),
            Column("keadaan", "Keadaan"),
            Column("target", "Target"),
            Column("dasar", "Dasar"),
            Column("dihitung", "Dihitung", "int", "konten atau unggahan, sebagaimana bunyi target"),
            Column(
                "disisihkan", "Tidak ikut dihitung", "int", "unggahan ulang atau ucapan, bila target menyisihkannya"
            ),
            Column("kekurangan", "Kekurangan", "int"),
            Column("penilaian", "Penilaian"),
        ),
        rows=tuple(_row(opd, day, cells[opd.agency_id, day]) for opd in basis.opds for day in days),
    )


def _row(opd: Opd, day: date, cell: Mapping[str, Any]) -> tuple[Value, ...]:
    known = cell["covered"] in ("lengkap", "sebagian") or cell["count"] > 0
    judged = cell["verdict"] in ("met", "unmet")
    return (
        opd.name,
        day.isoformat(),
        show_day(day).split(",")[0],
        _state_words(cell),
        target_words(cell) if cell["number"] else None,
        cell["basis"] or ("asumsi" if cell["number"] else None),
        cell["count"] if known else None,
        cell["apart"] if known and (cell["without_reposts"] or cell["without_greetings"]) else None,
        cell["gap"] if judged else None,
        _verdict_words(cell),
    )


def _state_words(cell: Mapping[str, Any]) -> str:
    """The state of a day; what is known of an incomplete report is the least that there is."""
    if cell["state"] != "ada":
        return STATES[cell["state"]]
    return PRESENT if cell["covered"] == "lengkap" else f"Minimal {cell['count']}, belum lengkap"


def _verdict_words(cell: Mapping[str, Any]) -> str:
    """The judgement of a day; under an assumption no word says that anything was fulfilled."""
    if cell["verdict"] == "none":
        return NOT_ASKED
    words = JUDGED if cell["basis"] else SIMULATED
    return {"met": words.met, "unmet": words.unmet}.get(cell["verdict"], UNKNOWN).removeprefix("Hari ").capitalize()


def day_told(cell: Mapping[str, Any]) -> str:
    """A day in one line: "Ada unggahan · 2 konten · Terpenuhi"."""
    count = f"{cell['count']} {COUNTS.get(cell['counts'], 'konten')}" if cell["count"] else ""
    return " · ".join(words for words in (_state_words(cell), count, _verdict_words(cell)) if words)
