"""How the tests of neutrality, caution and drafts read one text."""

from datetime import date

from rules.caution import read_caution
from rules.context import Moment, Named, Person, Verdict, phase_on
from rules.draft import seed_phases
from rules.lists import seed_lists
from rules.matching import Matcher
from rules.neutrality import read_neutrality
from rules.words import split_words

LISTS = seed_lists()
MATCHER = Matcher((LISTS.neutrality.entries, LISTS.caution.entries))


def neutrality(text: str, day: date | None = None, person: Person | None = None) -> Verdict:
    """The neutrality of a text on a day, with the phases that ship; `person` is looked for by the full name."""
    words = split_words(text, 0)
    at = text.find(person.name) if person else -1
    named = (Named(person, person.roles_on(day), at, at + len(person.name)),) if person and at >= 0 else ()
    moment = Moment(day, phase_on(day, seed_phases()), bool(person), named)
    return read_neutrality(words, MATCHER.hits(words)[0], LISTS.neutrality, moment)


def caution(text: str) -> Verdict:
    """The caution of a text."""
    words = split_words(text, 0)
    return read_caution(words, MATCHER.hits(words)[1], LISTS.caution, Moment())


def rules_of(verdict: Verdict) -> set[str]:
    """The ids of the rules that spoke."""
    return {finding.rule for finding in verdict.findings}
