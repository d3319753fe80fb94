"""What a reading must know beside the text: people with dated roles, election phases, units, and what a part finds.

The parts `rules/neutrality.py` and `rules/caution.py` each offer

    parse_<part>(text: str) -> <Part>List   frozen, with `entries` and `late`, tuples of Entry; raises ListError
    concern_neutrality, looked_caution      of many texts those that hold a sign of the part: most hold none
    read_<part>(words, hits, late, …) -> Verdict

`words.raw` is the caption as stored, `words.text` the same length with addresses and mentions blanked; `hits` are the
entries of that part's own list that stand in the text, in their order, `late` those of its list of words that mean
nothing alone (rules/matching.py finds those of all lists at once). Names of people come as `moment.named`: they are
looked for once, for all parts.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date

LEADER_ROLES = frozenset({"bupati", "wakil_bupati", "pj_bupati", "pjs_bupati", "plt_bupati", "sekda"}) | {
    "gubernur",
    "wakil_gubernur",
    "pj_gubernur",
}
"""Roles that make a name one of the leaders of the regency or the province (subject_detail `pimpinan_daerah`)."""

HEAD_ROLES = frozenset({"kepala_opd", "sekretaris_opd", "camat", "direktur"})
"""Roles that make a name a head of an agency (subject_detail `pimpinan_opd`)."""

CANDIDATE = "paslon"
"""Role of a candidate; the same name may hold it beside an office (domain.md section 0-2)."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a person from a day to a day (None: still), both included; `label` is its name on screen."""

    role: str
    from_day: date
    to_day: date | None = None
    label: str = ""

    def holds(self, day: date | None) -> bool:
        """Whether the role is held on the day; without a day every role counts."""
        return day is None or (self.from_day <= day and (self.to_day is None or day <= self.to_day))


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the office entered it: name, nicknames that captions use, titles before or behind the name."""

    name: str
    nicknames: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def roles_on(self, day: date | None) -> tuple[Role, ...]:
        """The roles held on the day; overlapping ones are all given."""
        return tuple(role for role in self.roles if role.holds(day))


@dataclass(frozen=True, slots=True)
class Phase:
    """A dated phase of an election, both days included; codes as in rules/lists/phases.toml."""

    code: str
    first_day: date
    last_day: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A bidang, bagian, seksi … of an agency; `aliases` are what captions call it."""

    unit_id: str
    agency_id: str
    name: str
    kind: str = "bidang"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """People, phases and units that posts are read with; all may be empty."""

    people: tuple[Person, ...] = ()
    phases: tuple[Phase, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in a caption at letters start..end, with the roles held on the day of the post."""

    person: Person
    roles: tuple[Role, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """What is true of one post beside its words.

    day: None if unknown. phase: the phase of that day; None outside every phase and where the day is unknown (tell them
    apart by `day`). people_known: whether the office entered any person. named: the people in this caption.
    """

    day: date | None = None
    phase: Phase | None = None
    people_known: bool = False
    named: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: places are letters of the stored caption, `weight` orders the queue.

    kind: "neutrality" or "caution". phase: code of the phase that the post was read in, "" if none.
    """

    kind: str
    rule: str
    weight: int
    start: int
    end: int
    words: str
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a part says: a code (neutrality: none, review; caution: none, review, klarifikasi), findings, evidence.

    `evidence` is for reading aloud, "; "-joined; it may speak where there is no finding ("di luar masa pemilihan").
    """

    code: str = "none"
    findings: tuple[Finding, ...] = ()
    evidence: str = ""


QUIET = Verdict()
"""Nothing found."""


def phase_on(day: date | None, phases: Iterable[Phase]) -> Phase | None:
    """The phase of a day, the first listed if several hold; None outside all, and where the day is unknown."""
    if day is None:
        return None
    return next((phase for phase in phases if phase.first_day <= day <= phase.last_day), None)


NO_FINDINGS = "[]"
"""`findings_json` of none."""
_JSON = json.JSONEncoder(ensure_ascii=False)
_FINDING = tuple(field.name for field in fields(Finding))


def findings_json(findings: Sequence[Finding]) -> str:
    """Findings as the JSON text that is stored: a list of objects with the names of Finding; "[]" if there are none."""
    if not findings:
        return NO_FINDINGS
    return _JSON.encode([{name: getattr(finding, name) for name in _FINDING} for finding in findings])
