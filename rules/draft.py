"""A draft before it is posted: what the rules see in it, in three boxes, and what could be added. Nothing is kept.

The three boxes are those of the direction of 23 October 2024: "Cek terlebih dahulu kontennya, sumber dan kebenarannya".
A draft is neither scored nor judged: the reading says what was seen and what to look at.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.aid import AidList, Part, parse_aid, read_aid, read_source
from rules.context import Context, Finding, Phase, phase_on
from rules.links import links_in, mask_personal, personal_numbers
from rules.lists import SEEDS, Lists
from rules.reading import read

AID = "bantuan"
LONGEST = 5_000
"""Letters of a draft that are read: longer than any caption that a platform takes."""


@dataclass(frozen=True, eq=False)
class DraftRules:
    """Everything that a draft is read with."""

    lists: Lists
    aid: AidList
    context: Context


@dataclass(frozen=True, slots=True)
class Note:
    """A finding read aloud: the label and sentence of its rule, its words (numbers masked), the source of the rule."""

    kind: str
    label: str
    explain: str
    source: str
    words: str
    start: int
    end: int
    light: bool


@dataclass(frozen=True, slots=True)
class DraftReading:
    """What was seen in a draft; places are letters of `text`, in which numbers of persons are masked.

    topic: a topic code. bidang: names of units. parts: of an aid post, empty for others. source: the words that name
    one, "" if none. needs_source: the text holds a claim that needs one. links: (kind, address) as rules.links gives
    them. numbers: how many NIK or KK it holds. clarifies: the text itself corrects a message.
    """

    text: str
    day: date
    phase: Phase | None
    topic: str
    bidang: tuple[str, ...]
    parts: tuple[Part, ...]
    source: str
    needs_source: bool
    links: tuple[tuple[str, str], ...]
    numbers: int
    clarifies: bool
    notes: tuple[Note, ...]


def draft_rules(lists: Lists, context: Context, aid: AidList | None = None) -> DraftRules:
    """The word lists, people, phases and units to read drafts with, and what aid posts tell (None: as shipped)."""
    return DraftRules(lists, aid or parse_aid((SEEDS / "aid.toml").read_text("utf-8")), context)


def read_draft(text: str, day: date, agency_id: str | None, rules: DraftRules) -> DraftReading:
    """Read a draft that would be posted on a day by an agency (None: not said); only the first LONGEST letters."""
    text = text[:LONGEST]
    reading = read([text], rules.lists, rules.context, [day], [agency_id]).iloc[0]
    phase = phase_on(day, rules.context.phases)
    source, needs_source = read_source(text, rules.aid, rules.lists.caution.links)
    masked = mask_personal(text)
    topics = str(reading["topics"]).split(";")
    return DraftReading(
        masked,
        day,
        phase,
        topics[0],
        _names(str(reading["bidang"]), rules.context),
        read_aid(text, rules.aid, rules.lists.caution.links) if AID in topics else (),
        source,
        needs_source,
        tuple((link.kind, text[link.start : link.end]) for link in links_in(text, rules.lists.caution.links)),
        len(personal_numbers(text)),
        reading["caution"] == "klarifikasi",
        tuple(_note(Finding(**found), masked, rules) for found in json.loads(reading["findings"])),
    )


def _note(finding: Finding, masked: str, rules: DraftRules) -> Note:
    """A finding with the words of its rule."""
    known = rules.lists.neutrality.rules if finding.kind == "neutrality" else rules.lists.caution.rules
    rule = known[finding.rule]
    words = masked[finding.start : finding.end]
    return Note(finding.kind, rule.label, rule.explain, rule.source, words, finding.start, finding.end, rule.weight < 2)


def _names(units: str, context: Context) -> tuple[str, ...]:
    """The names of units given by their ids, joined by ";"; what is no id stands as it is."""
    names = {unit.unit_id: unit.name for unit in context.units}
    return tuple(names.get(unit, unit) for unit in units.split(";") if unit)


def advice(reading: DraftReading, agency_chosen: bool) -> Sequence[str]:
    """What could be added or looked at, as Indonesian sentences in the order of their weight."""
    kinds = {kind for kind, _ in reading.links}
    wanted = (
        (reading.numbers > 0, "Hapus nomor NIK atau KK. Nomor itu tidak boleh dipublikasikan."),
        ("berkas_apk" in kinds, "Hapus berkas .apk dari teks."),
        ("tautan_tiruan" in kinds, "Ganti tautan yang menyerupai lembaga dengan tautan resmi .go.id."),
        (
            bool(kinds & {"tautan_pendek", "nomor_wa", "tautan_lain"}),
            "Buka setiap tautan satu kali dan pastikan tujuannya benar milik OPD.",
        ),
        (
            reading.needs_source and not reading.source,
            "Sebutkan sumbernya: nomor surat, data, lembaga, atau narahubung.",
        ),
        (agency_chosen and not reading.bidang, "Sebutkan bidang, bagian, atau seksi yang bekerja."),
    )
    missing = [part.ask for part in reading.parts if part.place is None]
    return [sentence for true, sentence in wanted if true] + missing
