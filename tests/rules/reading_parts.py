"""How the tests of neutrality, caution and drafts read one text."""

from datetime import date

from rules.caution import caution_gate, looked_caution, read_caution
from rules.context import QUIET, Moment, Named, Person, Verdict, phase_on
from rules.inputs import seed_phases
from rules.lists import seed_lists
from rules.matching import Hit, Hits, Matcher
from rules.neutrality import OUTSIDE, SIGNS, concern_neutrality, neutrality_gate, read_neutrality
from rules.split import split_texts
from rules.words import Texts

LISTS = seed_lists()
_PARTS = (LISTS.neutrality.entries, LISTS.neutrality.late, SIGNS, LISTS.caution.entries, LISTS.caution.late)
_MATCHER = Matcher(_PARTS)
_GATE = caution_gate(LISTS.caution, _MATCHER.entries)
_NEUTRALITY = neutrality_gate(LISTS.neutrality, _MATCHER.entries)


def neutrality(text: str, day: date | None = None, person: Person | None = None) -> Verdict:
    """The neutrality of a text on a day, with the phases that ship; `person` is looked for by the full name."""
    at = text.find(person.name) if person else -1
    named = (Named(person, person.roles_on(day), at, at + len(person.name)),) if person and at >= 0 else ()
    moment = Moment(day, phase_on(day, seed_phases()), bool(person), named)
    if moment.day is not None and moment.phase is None:
        return OUTSIDE
    texts, (hits, late, signs, *_) = _found(text)
    if not named and not concern_neutrality(texts, hits, late, signs, _NEUTRALITY)[0]:
        return QUIET
    return read_neutrality(texts.words(0), _of(hits, texts), _of(late, texts), LISTS.neutrality, moment)


def caution(text: str) -> Verdict:
    """The caution of a text."""
    texts, (*_, hits, late) = _found(text)
    looked = looked_caution(texts, hits, late, _GATE, LISTS.caution)
    if not looked:
        return QUIET
    return read_caution(texts.words(0), _of(hits, texts), _of(late, texts), looked[0])


def _found(text: str) -> tuple[Texts, tuple[Hits, ...]]:
    """A text taken apart, and what each list finds in it."""
    texts = split_texts([text], 0)
    return texts, _MATCHER.hits(texts)


def _of(hits: Hits, texts: Texts) -> list[Hit]:
    return _MATCHER.by_text(hits, texts, [0])[0]


def rules_of(verdict: Verdict) -> set[str]:
    """The ids of the rules that spoke."""
    return {finding.rule for finding in verdict.findings}
