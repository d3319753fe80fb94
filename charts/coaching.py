"""The coaching note of an OPD: neutral sentences, each made from a number; none where the data do not suffice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.coverage_units import FEWEST, NOT_TO_JUDGE, doubt
from charts.coverage_verdict import VERDICTS
from indonesia import show_days, show_number, show_share

Run = tuple[int, date | None, date | None]
"""Length in days, first and last day; 0 and None where there is no such run."""

LONG_RUN, LONG_SILENCE = 5, 3
"""Days from which a run of met target days, or a silence, is worth a sentence."""
TOO_LITTLE = "Data periode ini belum cukup untuk catatan pembinaan."


@dataclass(frozen=True)
class Facts:
    """The numbers of one OPD, as the pages show them.

    complete_days of `days` are completely reported; excused_days are beside these. `target` in words, several joined
    by "; "; `assumed`: without dasar. met, unmet, due: target days. gap: posts lacking. told: konten with a text,
    unnamed: those without a bidang. unseen_topics of listed_topics expected, unseen_units of listed_units. leaders:
    share and verdict in words, None if nothing was said; threshold: per cent.
    """

    complete_days: int
    days: int
    excused_days: int
    konten: int
    target: str
    assumed: bool
    met: int
    unmet: int
    due: int
    gap: int
    streak: Run
    silence: Run
    unseen_topics: tuple[str, ...]
    listed_topics: int
    told: int
    unnamed: int
    unseen_units: tuple[str, ...]
    listed_units: int
    leaders: tuple[float, str] | None
    threshold: int | None

    @property
    def known(self) -> int:
        """Target days that could be judged."""
        return self.met + self.unmet

    @property
    def whole(self) -> bool:
        """Whether every day is completely reported: what is not seen was then not reported either."""
        return self.days > 0 and self.complete_days == self.days

    @property
    def unit(self) -> str:
        """What the target counts; "" where several targets may count differently."""
        if ";" in self.target:
            return ""
        return "unggahan" if " unggahan " in self.target else "konten"

    @property
    def units_doubt(self) -> str:
        """Why its bidang cannot be judged, "" if they can (charts.coverage_units.doubt)."""
        return doubt(self.told, self.unnamed, self.listed_units)


def coaching_note(facts: Facts) -> tuple[str, ...]:
    """The sentences that the numbers allow, first what went well."""
    told = (
        _target(facts), _streak(facts), _silence(facts), _topics(facts), _units(facts), _leaders(facts),
    )  # fmt: skip
    return tuple(sentence for sentence in told if sentence) or (TOO_LITTLE,)


def _target(facts: Facts) -> str:
    if not facts.due:
        return ""
    if facts.known * 10 < facts.due * 9:
        return (
            f"Laporan mencakup lengkap {show_number(facts.complete_days)} dari {show_number(facts.days)} hari; "
            f"{show_number(facts.due - facts.known)} dari {show_number(facts.due)} hari target belum dapat dinilai, "
            "maka capaian target belum dapat disimpulkan."
        )
    unit = facts.unit
    level = facts.target if unit else "target yang berlaku pada hari itu"
    named = f"asumsi {level} (belum ada dasar)" if facts.assumed else level
    if not facts.unmet:
        return f"Seluruh {show_number(facts.known)} hari target yang dapat dinilai mencapai {named}."
    lead = f"{show_number(facts.met)} dari {show_number(facts.known)} hari target yang dapat dinilai mencapai {named}"
    if not unit:
        return f"{lead}."
    day = "hari kalender" if "per hari kalender" in facts.target else "hari kerja"
    return (
        f"{lead}; {'selisih' if facts.assumed else 'kekurangan'} {show_number(facts.gap)} {unit} setara dengan "
        f"rata-rata {show_number(facts.gap / facts.known)} {unit} lagi per {day}."
    )


def _streak(facts: Facts) -> str:
    length, words = facts.streak[0], _days(facts.streak)
    if length < LONG_RUN or not words:
        return ""
    what = "Asumsi" if facts.assumed else "Target"
    return f"{what} tercapai {show_number(length)} hari target berturut-turut{words}; irama ini dapat dipertahankan."


def _silence(facts: Facts) -> str:
    length, words = facts.silence[0], _days(facts.silence)
    if length < LONG_SILENCE or not words:
        return ""
    return (
        f"Jeda terpanjang tanpa unggahan {show_number(length)} hari kalender{words}; jadwal unggahan dapat disiapkan "
        "lebih dahulu untuk hari-hari seperti itu."
    )


def _days(run: Run) -> str:
    _, first, last = run
    return f" ({show_days(first, last)})" if first and last else ""


def _topics(facts: Facts) -> str:
    if not facts.whole or facts.told < FEWEST or not facts.unseen_topics:
        return ""
    return (
        f"{show_number(len(facts.unseen_topics))} dari {show_number(facts.listed_topics)} topik yang diharapkan belum "
        f"terlihat dalam laporan ({some_names(facts.unseen_topics)}); bila ada kegiatannya, dapat diangkat pada "
        "periode berikutnya."
    )


def _units(facts: Facts) -> str:
    if not facts.whole or facts.told < FEWEST:
        return ""
    if facts.units_doubt == NOT_TO_JUDGE:
        return (
            f"{show_number(facts.unnamed)} dari {show_number(facts.told)} konten berteks tidak menyebut bidang; nama "
            "bidang pada keterangan membuat kegiatannya terlihat."
        )
    if facts.units_doubt or not facts.unseen_units:
        return ""
    return (
        f"{show_number(len(facts.unseen_units))} dari {show_number(facts.listed_units)} bidang belum terlihat dalam "
        f"laporan ({some_names(facts.unseen_units)}); bila ada kegiatannya, dapat diunggah dengan menyebut nama "
        "bidangnya."
    )


def _leaders(facts: Facts) -> str:
    if not facts.leaders or facts.threshold is None or facts.leaders[1] != VERDICTS["above"]:
        return ""
    return (
        f"{show_share(facts.leaders[0])} konten hanya tentang pimpinan (ambang {facts.threshold}%); kegiatan bidang "
        "dan layanan dapat diberi bagian lebih besar."
    )


def some_names(names: Sequence[str], most: int = 4) -> str:
    """At most so many names, and how many more there are."""
    more = len(names) - most
    return "; ".join(names[:most]) + (f"; dan {show_number(more)} lainnya" if more > 0 else "")
