"""Capaian Target: what was expected, met and lacking; a target without dasar is a simulation and judges nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, UNGGAHAN, Frame, frame, nothing_to_show
from answers.segments import Segment
from answers.selection import Selection, select
from answers.target_trend import by_kind, counted_posts, days_trend, months_of
from charts.model import STATES, Answer, Chart, Number, Table
from charts.target_days import sheet_chart
from charts.targets import (
    JUDGED,
    SIMULATED,
    UNKNOWN,
    DayWords,
    day_words,
    days_chart,
    open_table,
    rank_table,
    streak_table,
    target_words,
)
from indonesia import show_number
from metrics.apart import kept_counts, marked
from metrics.streaks import streaks
from metrics.targets import RULES, agency_targets, target_days, target_ranks, target_sums
from store import Scope, Store

NAME, TITLE = "targets", "Capaian Target"
NO_BASIS = "belum ada dasar (asumsi)"
NO_TARGET = "Target belum diisi, belum berlaku pada periode ini, atau semua harinya hari libur."
MET, UNMET, OPEN = "Tercapai", "Belum tercapai", "Belum dapat dinilai"
REMARK = "saringan platform tidak dipakai: target menghitung semua platform"

DASAR = (
    "Dasar",
    "Nomor dan tanggal surat yang menetapkan target. Tanpa dasar, target adalah asumsi untuk simulasi: selisih "
    "ditampilkan, tetapi tidak ada OPD yang dinyatakan tercapai atau belum tercapai dan tidak ada peringkat.",
)
HITUNGAN = (
    "Yang dihitung",
    "Unggahan ulang (repost) dan ucapan ikut dihitung, kecuali target menyisihkannya; bila disisihkan, jumlahnya "
    "tertulis tersendiri pada Rincian Perhitungan. Ucapan ialah unggahan yang topiknya hanya Seremonial dan Ucapan "
    "dan yang memuat kata ucapan, misalnya “selamat hari” atau “turut berduka”.",
)
GREETINGS = (
    "selamat hari", "selamat tahun", "selamat ulang tahun", "selamat natal", "selamat idul", "selamat memperingati",
    "selamat menunaikan", "selamat berpuasa", "dirgahayu", "mengucapkan", "ucapan selamat", "berduka", "belasungkawa",
)  # fmt: skip
"""Words that make a ceremonial post a greeting (domain.md section 5, T9)."""

OUTSIDE = {
    **dict.fromkeys(RULES), "count": 0, "apart": 0, "gap": 0,
    "verdict": "none", "state": "di_luar_data", "covered": "di_luar_data",
}  # fmt: skip
"""A day of a closed month of an OPD that its roster did not hold."""

MOST_DAYS, MOST_CELLS = 62, 5_000
"""How large the sheet of days may be on a screen; that of one OPD may span a year."""

KEKURANGAN = (
    "Kekurangan",
    "Jumlah yang kurang pada hari-hari di bawah target. Kelebihan pada hari lain tidak menutupnya. Hari yang belum "
    "dilaporkan lengkap tidak dihitung sebagai kekurangan.",
)


@dataclass(frozen=True)
class Judged:
    """`sums`: agency_id → columns of target_sums; `extra`: agency_id → target, basis, verdict in words.

    `ranks`: agency_id → columns of target_ranks, for those that have a rank.
    """

    sums: Mapping[str, Mapping[str, Any]]
    extra: Mapping[str, Mapping[str, str]]
    assumptions: tuple[str, ...]
    simulated: bool
    ranks: Mapping[str, Mapping[str, Any]]
    single: tuple[str, str] | None = None

    def total(self, column: str) -> int:
        """The sum of a column over all OPDs."""
        return sum(row[column] for row in self.sums.values())

    @property
    def words(self) -> DayWords:
        """What the days are called: once an assumption is among the targets, nothing is called fulfilled."""
        return SIMULATED if self.assumptions else JUDGED


def targets(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """How the days of the period stand against the targets. The platform filter is not used: targets count them all."""
    selection = select(store, scope, replace(choice, platforms=()), today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    words = frame(selection, REMARK if choice.platforms else "")
    days = judged_days(selection)
    sums = selection.kept(target_sums(days))
    ranks = selection.by_agency(target_ranks(sums, selection.roster))
    judged = _judged(words, selection.by_agency(sums), selection.rows(agency_targets(days)), ranks)
    definitions = (DASAR, KEKURANGAN, HITUNGAN, KONTEN, UNGGAHAN, MELAPOR)
    if not judged.total("due"):
        sentence = f"Belum ada hari target pada {words.period}."
        return words.answer(selection, NAME, TITLE, sentence, definitions=definitions, empty=NO_TARGET)
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, judged),
        numbers=_numbers(words, judged),
        charts=(
            days_chart(words.basis, judged.sums, judged.words, _heading(judged), judged.extra),
            *_sheet(selection, words, days),
            *_trend(selection, words, judged, today),
        ),
        tables=(
            *by_kind(selection, words.basis, sums, judged.words),
            *_tables(words, judged),
            streak_table(words.basis, selection.by_agency(streaks(days)), judged.words),
            *counted_posts(selection, words.basis),
        ),
        definitions=definitions,
        extra={"simulasi": _assumption(judged)} if judged.assumptions else {},
    )


def judged_days(selection: Selection) -> ir.Table:
    """Every day of every chosen OPD against its target (metrics.targets.target_days), executed."""
    judged = [selection.store.run(_judged_part(selection, segment, daily)) for segment, daily in selection.parts]
    return ibis.memtable(pa.concat_tables(judged))


def _judged_part(selection: Selection, segment: Segment, daily: ir.Table) -> ir.Table:
    """The days of a segment against the targets by which they are judged."""
    targets = selection.store.run(segment.tables.targets)
    choices = {(bool(row["without_reposts"]), bool(row["without_greetings"])) for row in targets.to_pylist()}
    choices -= {(False, False)}
    kept = kept_counts(marked(selection.posts_on(segment), GREETINGS), choices) if choices else None
    return target_days(daily, segment.roster, ibis.memtable(targets), kept)


def _sheet(selection: Selection, words: Frame, days: ir.Table) -> tuple[Chart, ...]:
    """Rincian Perhitungan, as long as its days can be told apart on a screen."""
    shown = [day.day for day in selection.days]
    many = len(selection.opds)
    if len(shown) * many > MOST_CELLS or (len(shown) > MOST_DAYS and many > 1) or len(shown) > 6 * MOST_DAYS:
        return ()
    cells = {(opd.agency_id, day): OUTSIDE for opd in selection.opds for day in shown}
    cells |= {(row["agency_id"], row["day"]): row for row in selection.rows(days)}
    return (sheet_chart(words.basis, cells, shown),)


def _trend(selection: Selection, words: Frame, judged: Judged, today: date) -> tuple[Chart, ...]:
    """Days met by month, as far as the targets go back."""
    months = months_of(selection, today)
    return days_trend(months, words.basis, judged_days(months), judged.words) if months else ()


def _tables(words: Frame, judged: Judged) -> tuple[Table, ...]:
    """Ranks within the kinds, and whose reports are too incomplete for one; neither without dasar."""
    left = [
        opd
        for opd in words.basis.opds
        for row in [judged.sums[opd.agency_id]]
        if row["due"] and not row["assumed"] and opd.agency_id not in judged.ranks
    ]
    ranks = (rank_table(words.basis, judged.ranks),) if judged.ranks else ()
    return (*ranks, open_table(words.basis, judged.sums, left)) if left else ranks


def _judged(
    words: Frame,
    sums: Mapping[str, Mapping[str, Any]],
    held: Sequence[Mapping[str, Any]],
    ranks: Mapping[str, Mapping[str, Any]],
) -> Judged:
    """Put the sums beside the targets of each OPD; only an OPD whose every target has a dasar gets a verdict."""
    extra = {}
    for opd in words.basis.opds:
        own = sorted((row for row in held if row["agency_id"] == opd.agency_id), key=lambda row: row["first_day"])
        extra[opd.agency_id] = {
            "target": "; ".join(dict.fromkeys(target_words(row) for row in own)),
            "basis": "; ".join(dict.fromkeys(row["basis"] or NO_BASIS for row in own)),
            "verdict": _verdict(sums[opd.agency_id], words.basis.reporting[opd.agency_id]),
        }
    assumed = sorted((row for row in held if row["basis"] is None), key=lambda row: -row["number"])
    simulated = all(row["basis"] is None for row in held)
    return Judged(
        sums, extra, tuple(dict.fromkeys(target_words(row) for row in assumed)), simulated, ranks, _single(held)
    )


def _single(held: Sequence[Mapping[str, Any]]) -> tuple[str, str] | None:
    """What is counted on which days, if all targets say the same of both."""
    said = {(row["counts"], day_words(row)) for row in held}
    return next(iter(said)) if len(said) == 1 else None


def _verdict(row: Mapping[str, Any], reported: str) -> str:
    """Tercapai only if every due day is met; "" for an OPD under an assumption or without a due day."""
    if row["assumed"] or not row["due"]:
        return ""
    if reported in ("belum_melapor", "belum_terbaca"):
        return STATES[reported]
    if row["unmet"]:
        return UNMET
    return OPEN if row["unknown"] else MET


def _assumption(judged: Judged) -> str:
    """ "Simulasi dengan asumsi 3 konten per hari kerja – belum ada dasar"."""
    named = "; ".join(judged.assumptions[:3]) + ("; dan lain-lain" if len(judged.assumptions) > 3 else "")
    return f"Simulasi dengan asumsi {named} – belum ada dasar"


def _heading(judged: Judged) -> str:
    return _assumption(judged) if judged.assumptions else "Hari target tiap OPD"


def _sentence(words: Frame, judged: Judged) -> str:
    if not words.reporting_opds:
        lead = f"{_assumption(judged)}. " if judged.assumptions else ""
        return f"{lead}Belum ada OPD yang melapor untuk {words.period}; target belum dapat dinilai."
    if judged.simulated:
        return f"{_assumption(judged)}. {_days_sentence(words, judged)}{_closing(words, judged)}"
    verdicts = [more["verdict"] for more in judged.extra.values()]
    told = sum(verdict in (MET, UNMET, OPEN) for verdict in verdicts)
    parts = [f"{show_number(verdicts.count(MET))} dari {show_number(told)} OPD yang melapor memenuhi target"]
    for verdict, tail in (
        (OPEN, "belum dapat dinilai"),
        (STATES["belum_melapor"], "belum melapor"),
        (STATES["belum_terbaca"], "diterima, belum terbaca"),
        ("", "tidak dinilai"),
    ):
        if verdict in verdicts:
            parts.append(f"{show_number(verdicts.count(verdict))} {tail}")
    sentence = f"Pada {words.period}, {'; '.join(parts)}.{_closing(words, judged)}"
    return f"{sentence} {_assumption(judged)}." if judged.assumptions else sentence


def _days_sentence(words: Frame, judged: Judged) -> str:
    return (
        f"Pada {words.period}, dari {show_number(judged.total('due'))} hari target (OPD × hari), "
        f"{show_number(judged.total('met'))} mencapai asumsi, {show_number(judged.total('unmet'))} di bawahnya "
        f"(kurang {show_number(judged.total('gap'))}), dan {show_number(judged.total('unknown'))} belum dapat dinilai."
    )


def _closing(words: Frame, judged: Judged) -> str:
    """For one OPD under one target: what would close the gap, as an average over the days that could be judged."""
    if len(words.basis.opds) != 1 or not judged.total("gap") or not judged.single:
        return ""
    more = judged.total("gap") / (judged.total("met") + judged.total("unmet"))
    unit, days = judged.single
    return f" Kekurangan itu setara dengan rata-rata {show_number(more, 1)} {unit} lagi per {days}."


def _numbers(words: Frame, judged: Judged) -> tuple[Number, ...]:
    due = f"dari {show_number(judged.total('due'))} hari target OPD"
    posts = words.basis.mark()
    unmet = "Hari yang dilaporkan lengkap dan jumlahnya di bawah angka target."
    unknown = "Hari yang belum dilaporkan lengkap dan jumlah yang diketahui belum mencapai angka target."
    met = "Hari yang jumlahnya mencapai angka target, walaupun laporannya belum lengkap."
    return (
        Number(judged.words.met, judged.total("met"), due, met, posts=posts),
        Number(judged.words.unmet, judged.total("unmet"), due, unmet, posts=posts),
        Number(UNKNOWN, judged.total("unknown"), due, unknown),
        Number("Kekurangan", judged.total("gap"), _counted(judged), KEKURANGAN[1]),
    )


def _counted(judged: Judged) -> str:
    """What the gap counts: konten, unggahan, or both where the targets differ."""
    said = {word for more in judged.extra.values() for word in ("konten", "unggahan") if f" {word} " in more["target"]}
    return " dan ".join(sorted(said))
