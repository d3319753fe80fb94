"""Election phases as the office keeps them: a code, a name, from a day to a day."""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import rules
from indonesia import show_date
from intake.kept import Version, add_version, versions_of
from loaders import RefusedError
from store import Scope, Store

SETTING = "masa_pemilu"

CODES = {
    "pra-calon": "Sebelum penetapan calon",
    "calon": "Penetapan calon",
    "kampanye": "Masa kampanye",
    "tenang": "Masa tenang",
    "pungut-hitung": "Pemungutan dan penghitungan suara",
    "penetapan": "Penetapan hasil sampai pelantikan",
}
"""Codes that the rules know (rules/context.py), and what the screen calls them."""

_SEED = Path(rules.__file__).parent / "lists" / "phases.toml"


@dataclass(frozen=True)
class Span:
    """A phase; both days are included. `label` begins with the election: "Pilkada 2024: masa tenang"."""

    code: str
    first_day: dt.date | None
    last_day: dt.date | None
    label: str

    @property
    def election(self) -> str:
        """The election of the phase: what stands before the colon, or "Pilkada 2024" wherever it stands; "" if none."""
        before, colon, _ = self.label.partition(":")
        if colon:
            return before.strip()
        found = re.search(r"\b(Pilkada|Pemilu|Pilpres|Pileg|Pilgub|Pilbup|PSU)\b.*?\b(20\d\d)\b", self.label)
        return f"{found[1]} {found[2]}" if found else ""


def read_phases(store: Store, scope: Scope) -> tuple[Span, ...]:
    """The phases, by first day."""
    rows = store.run(store.read(scope).election_phases).to_pylist()
    return _ordered(Span(row["code"], row["first_day"], row["last_day"], row["label"]) for row in rows)


@cache
def shipped_phases() -> tuple[Span, ...]:
    """The phases that ship with the software (rules/lists/phases.toml names their sources)."""
    data = tomllib.loads(_SEED.read_text("utf-8"))
    return _ordered(Span(row["code"], row["first_day"], row["last_day"], row["label"]) for row in data["phases"])


def _ordered(phases: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(phases, key=lambda each: (each.first_day or dt.date.min, each.code)))


def as_phases(phases: Sequence[Span]) -> tuple[rules.Phase, ...]:
    """The phases as the rules take them; those without both days are left out."""
    return tuple(
        rules.Phase(each.code, each.first_day, each.last_day, each.label)
        for each in _ordered(phases)
        if each.first_day and each.last_day
    )


def phase_problems(phases: Sequence[Span]) -> tuple[str, ...]:
    """Why these phases cannot be stored, each with its row counted from 1."""
    found = []
    for number, phase in enumerate(phases, 1):
        place = f"Baris {number}" + (f" ({phase.label})" if phase.label else "")
        if not phase.label:
            found.append(f"{place}: nama masa kosong.")
        if phase.code not in CODES:
            found.append(f"{place}: masa “{phase.code}” tidak dikenal. Pilihan: {', '.join(CODES.values())}.")
        if phase.first_day is None or phase.last_day is None:
            found.append(f"{place}: tanggal mulai atau tanggal selesai kosong.")
        elif phase.first_day > phase.last_day:
            found.append(
                f"{place}: tanggal mulai {show_date(phase.first_day)} sesudah tanggal selesai "
                f"{show_date(phase.last_day)}."
            )
    return tuple(found)


def phase_notes(phases: Sequence[Span]) -> tuple[str, ...]:
    """Gaps and overlaps between the phases of the same election; they may be meant."""
    found = []
    for election in dict.fromkeys(phase.election for phase in phases):
        own = _ordered(phase for phase in phases if phase.election == election and phase.first_day and phase.last_day)
        for one, next_ in pairwise(own):
            if one.last_day is None or next_.first_day is None:
                continue
            days = (next_.first_day - one.last_day).days - 1
            if days > 0:
                found.append(f"{_pair(election, one, next_)}: ada celah {days} hari.")
            elif days < 0:
                found.append(f"{_pair(election, one, next_)}: tumpang tindih {-days} hari; yang lebih dahulu berlaku.")
    return tuple(found)


def _pair(election: str, one: Span, other: Span) -> str:
    return f"{election or 'Tanpa nama pemilihan'}, antara “{CODES[one.code]}” dan “{CODES[other.code]}”"


def phase_versions(store: Store) -> tuple[Version, ...]:
    """The versions of the office's own phases, the newest first; `value` is JSON for `phases_of`."""
    return versions_of(store, SETTING)


def phases_of(value: str) -> tuple[Span, ...]:
    """The phases of a version."""
    days = ("first_day", "last_day")
    rows = ({**row, **{key: dt.date.fromisoformat(row[key]) for key in days}} for row in json.loads(value))
    return tuple(Span(**row) for row in rows)


def save_phases(store: Store, scope: Scope, phases: Sequence[Span], seen: int, who: str, now: dt.datetime) -> None:
    """Put these phases in place of the stored ones, as a new version with a line in the audit (of the sample neither).

    Raises RefusedError, in Indonesian, for phases with problems, without a name, or changed by another since `seen`.
    """
    problems = phase_problems(phases)
    if problems:
        raise RefusedError(f"{problems[0]} Tidak ada yang berubah.")
    ordered = _ordered(phases)
    with store.write() as writer:
        if not scope.sample:
            value = json.dumps([asdict(phase) for phase in ordered], ensure_ascii=False, default=dt.date.isoformat)
            add_version(writer, SETTING, value, seen, who, now, f"{len(ordered)} masa")
        writer.delete("election_phases", {"sample": scope.sample})
        writer.append("election_phases", [{**asdict(phase), "sample": scope.sample} for phase in ordered])
