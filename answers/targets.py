"""Capaian Target: what was expected, met and lacking; a target without dasar is a simulation and judges nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, UNGGAHAN, Frame, frame, nothing_to_show
from answers.selection import select
from charts.model import Answer, Number
from charts.targets import JUDGED, SIMULATED, UNKNOWN, DayWords, days_chart, target_words
from indonesia import show_number
from metrics.targets import agency_targets, target_days, target_sums
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
KEKURANGAN = (
    "Kekurangan",
    "Jumlah yang kurang pada hari-hari di bawah target. Kelebihan pada hari lain tidak menutupnya. Hari yang belum "
    "dilaporkan lengkap tidak dihitung sebagai kekurangan.",
)


@dataclass(frozen=True)
class Judged:
    """`sums`: agency_id → columns of target_sums; `extra`: agency_id → target, basis, verdict in words."""

    sums: Mapping[str, Mapping[str, Any]]
    extra: Mapping[str, Mapping[str, str]]
    assumptions: tuple[str, ...]
    simulated: bool

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
    days = selection.kept(target_days(selection.counted, selection.roster, selection.tables.targets))
    judged = _judged(words, selection.by_agency(target_sums(days)), selection.rows(agency_targets(days)))
    definitions = (DASAR, KEKURANGAN, KONTEN, UNGGAHAN, MELAPOR)
    if not judged.total("due"):
        sentence = f"Belum ada hari target pada {words.period}."
        return words.answer(selection, NAME, TITLE, sentence, definitions=definitions, empty=NO_TARGET)
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, judged),
        numbers=_numbers(words, judged),
        charts=(days_chart(words.basis, judged.sums, judged.words, _heading(judged), judged.extra),),
        definitions=definitions,
        extra={"simulasi": _assumption(judged)} if judged.assumptions else {},
    )


def _judged(words: Frame, sums: Mapping[str, Mapping[str, Any]], held: Sequence[Mapping[str, Any]]) -> Judged:
    """Put the sums beside the targets of each OPD; only an OPD whose every target has a dasar gets a verdict."""
    extra = {}
    for opd in words.basis.opds:
        own = sorted((row for row in held if row["agency_id"] == opd.agency_id), key=lambda row: row["first_day"])
        extra[opd.agency_id] = {
            "target": "; ".join(dict.fromkeys(_words(row) for row in own)),
            "basis": "; ".join(dict.fromkeys(row["basis"] or NO_BASIS for row in own)),
            "verdict": _verdict(sums[opd.agency_id], words.basis.reporting[opd.agency_id]),
        }
    assumed = sorted((row for row in held if row["basis"] is None), key=lambda row: -row["number"])
    simulated = all(row["basis"] is None for row in held)
    return Judged(sums, extra, tuple(dict.fromkeys(_words(row) for row in assumed)), simulated)


def _words(row: Mapping[str, Any]) -> str:
    return target_words(row["number"], row["counts"], row["days"])


def _verdict(row: Mapping[str, Any], reported: str) -> str:
    """Tercapai only if every due day is met; "" for an OPD under an assumption or without a due day."""
    if row["assumed"] or not row["due"]:
        return ""
    if reported == "belum_melapor":
        return "Belum melapor"
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
        return f"{_assumption(judged)}. {_days_sentence(words, judged)}"
    verdicts = [more["verdict"] for more in judged.extra.values()]
    told = sum(verdict in (MET, UNMET, OPEN) for verdict in verdicts)
    parts = [f"{show_number(verdicts.count(MET))} dari {show_number(told)} OPD yang melapor memenuhi target"]
    for verdict, tail in ((OPEN, "belum dapat dinilai"), ("Belum melapor", "belum melapor"), ("", "tidak dinilai")):
        if verdict in verdicts:
            parts.append(f"{show_number(verdicts.count(verdict))} {tail}")
    sentence = f"Pada {words.period}, {'; '.join(parts)}."
    return f"{sentence} {_assumption(judged)}." if judged.assumptions else sentence


def _days_sentence(words: Frame, judged: Judged) -> str:
    return (
        f"Pada {words.period}, dari {show_number(judged.total('due'))} hari target (OPD × hari), "
        f"{show_number(judged.total('met'))} mencapai asumsi, {show_number(judged.total('unmet'))} di bawahnya "
        f"(kurang {show_number(judged.total('gap'))}), dan {show_number(judged.total('unknown'))} belum dapat dinilai."
    )


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
