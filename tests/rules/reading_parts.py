"""How the tests of neutrality, caution and drafts read one text."""

from datetime import date

from rules.caution import concerns_caution, read_caution
from rules.context import QUIET, Moment, Named, Person, Verdict, phase_on
from rules.inputs import seed_phases
from rules.lists import seed_lists
from rules.matching import Hit, Matcher
from rules.neutrality import OUTSIDE, SIGNS, concerns_neutrality, read_neutrality
from rules.split import split_texts
from rules.words import Words

LISTS = seed_lists()
_PARTS = (LISTS.neutrality.entries, LISTS.neutrality.late, SIGNS, LISTS.caution.entries, LISTS.caution.late)
_MATCHER = Matcher(_PARTS)


def neutrality(text: str, day: date | None = None, person: Person | None = None) -> Verdict:
    """The neutrality of a text on a day, with the phases that ship; `person` is looked for by the full name."""
    at = text.find(person.name) if person else -1
    named = (Named(person, person.roles_on(day), at, at + len(person.name)),) if person and at >= 0 else ()
    moment = Moment(day, phase_on(day, seed_phases()), bool(person), named)
    words, (hits, late, signs, *_) = _found(text)
    if moment.day is not None and moment.phase is None:
        return OUTSIDE
    if not concerns_neutrality(words, hits, signs, moment):
        return QUIET
    return read_neutrality(words, hits, late, LISTS.neutrality, moment)


def caution(text: str) -> Verdict:
    """The caution of a text."""
    words, (*_, hits, late) = _found(text)
    if not concerns_caution(words, hits, LISTS.caution):
        return QUIET
    return read_caution(words, hits, late, LISTS.caution)


def _found(text: str) -> tuple[Words, list[list[Hit]]]:
    """The words of a text, and what each list finds in it."""
    texts = split_texts([text], 0)
    return texts.words([0])[0], [_MATCHER.by_text(hits, texts, [0])[0] for hits in _MATCHER.hits(texts)]


def rules_of(verdict: Verdict) -> set[str]:
    """The ids of the rules that spoke."""
    return {finding.rule for finding in verdict.findings}
