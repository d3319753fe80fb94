"""People whom the office entered: their names as entries of a word list, and who is named in a caption."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rules.context import HEAD_ROLES, LEADER_ROLES, Named, Person, Role
from rules.matching import Entry, Hit
from rules.split import split_words
from rules.stems import plain_word
from rules.words import Words


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a caption: the hit and the roles held on the day."""

    hit: Hit
    person: Person
    roles: tuple[Role, ...]

    @property
    def place(self) -> str:
        """What the person is to the subject of a post: "leader", "head" or "" (nobody in office)."""
        held = {role.role for role in self.roles}
        return "leader" if held & LEADER_ROLES else "head" if held & HEAD_ROLES else ""


def entries_of(people: Sequence[Person], titles: Iterable[str]) -> list[Entry]:
    """Names and nicknames as entries whose label is the person's number; titles, degrees and dots are left out."""
    found = []
    for number, person in enumerate(people):
        known = {*titles} | {plain_word(word) for title in person.titles for word in _bare(title)}
        for name in (person.name, *person.nicknames):
            words = [word for word in _bare(name) if len(word) > 1 and plain_word(word) not in known]
            if words:
                found.append(Entry(" ".join(words), str(number), exact=True))
    return found


def mentions(words: Words, hits: Iterable[Hit], people: Sequence[Person], day: date | None) -> list[Mention]:
    """The people named, in their order; a name must be written with a capital."""
    found = []
    for hit in hits:
        if words.tokens[hit.first][0].isupper() or hit.first in words.tags:
            person = people[int(hit.entry.label)]
            found.append(Mention(hit, person, person.roles_on(day)))
    return found


def named(words: Words, found: Iterable[Mention]) -> tuple[Named, ...]:
    """The same with places in the text, for the parts that look for candidates."""
    return tuple(
        Named(one.person, one.roles, words.starts[one.hit.first], words.end(one.hit.behind - 1)) for one in found
    )


def _bare(text: str) -> list[str]:
    """The words of a name; "S.T." is one of them."""
    return split_words(text.replace(".", ""), 0).tokens
