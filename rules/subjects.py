"""Subject of a caption: a leader, the departments, both, or not clear."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rules.lists import Lists
from rules.matching import Entry, Hit, Hits
from rules.people import Mention
from rules.topics import Places, TopicReading, places, spans_of
from rules.words import Texts, Truths, Words

_NEAR = 3
"""Words between a verb of speech and the leader that it makes a source ("kata Kepala Dinas")."""
_FOLK = 4
"""Words behind a form of address in which a trade says that its bearer is no leader ("Pak Anu, petani desa")."""
_REACH = 14
"""Words between a form of address and the act that makes it a leader ("Bapak H. Anu, S.E., M.M., membuka")."""
_ACT_REACH = 80
"""Letters behind the title in which a leader's act may still stand: names and degrees are long."""
_OPENING = 60
"""A leader within so many letters opens the text, act or not."""
_LONGEST_SENTENCE = 300
_COMPANY = frozenset(("bersama", "didampingi", "mendampingi", "disaksikan", "beserta", "dan"))
"""Words before those who stand beside a leader."""
_DEPARTMENTS = frozenset(("crew", "department"))
_SPEAKING = frozenset(("leader", "head", "chief", "voice"))
_ENOUGH = 20
"""Leaders and first persons looked at in one text: more add nothing, and hostile text must not cost more."""
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[a-z0-9)%\]]{2}.)(?=\s|$))")
_OFFICES = {"leader": Entry("", "leader", exact=True), "head": Entry("", "head", exact=True)}
_QUOTED = re.compile(r"[\"“”][^\"“”]{1,800}[\"“”]")

DETAILS = {"perangkat": "bidang", "campuran": "campuran", "tidak_jelas": "belum_jelas"}
"""subject → subject_detail; `pimpinan` has two, by who the leaders are."""


class SubjectReading(NamedTuple):
    """The subject of one caption, its finer code, and the (start, end) of the words that decided."""

    subject: str
    detail: str
    places: Places


UNCLEAR = SubjectReading("tidak_jelas", "belum_jelas", ())


@dataclass(frozen=True, slots=True, eq=False)
class SubjectTable:
    """What the entries of the subjects are, by the numbers that a Matcher gives them: words of people who speak or act,
    words of departments, and those of them that decide alone."""

    speaking: Truths
    departments: Truths
    sure: Truths


def subject_table(entries: Sequence[Entry]) -> SubjectTable:
    """The table for entries numbered as given."""
    departments = np.array([entry.label in _DEPARTMENTS for entry in entries], bool)
    weak = np.array([entry.strength == "weak" for entry in entries], bool)
    speaking = np.array([entry.label in _SPEAKING for entry in entries], bool)
    return SubjectTable(speaking, departments, departments & ~weak)


def read_departments(
    texts: Texts, hits: Hits, topics: Sequence[TopicReading], table: SubjectTable, lists: Lists
) -> list[SubjectReading | None]:
    """The subject of each text in which nobody speaks or acts, as `read_subject` would say it; None where it must."""
    owner = texts.owner[hits.firsts]
    asked, hinted = np.zeros(len(texts.raws), bool), np.zeros(len(texts.raws), bool)
    asked[owner[table.speaking[hits.numbers]]] = True
    hinted[owner[table.departments[hits.numbers]]] = True
    sure = np.flatnonzero(table.sure[hits.numbers])
    cuts, spans = spans_of(texts, owner[sure], hits.firsts[sure], hits.behinds[sure])
    found: list[SubjectReading | None] = []
    for (a, b), topic, ask, hint in zip(pairwise(cuts), topics, asked.tolist(), hinted.tolist(), strict=True):
        if ask:
            found.append(None)
        elif a < b:
            found.append(SubjectReading("perangkat", "bidang", tuple(spans[a:b])))
        elif topic.ranked[0] in lists.department_topics:
            found.append(SubjectReading("perangkat", "bidang", topic.places))
        else:
            found.append(None if hint else UNCLEAR)
    return found


def read_subject(
    words: Words, hits: Sequence[Hit], topic: TopicReading, lists: Lists, people: Sequence[Mention] = ()
) -> SubjectReading:
    """Say whom a caption is about, from its title: 120 characters, or the first sentence if longer (domain rule).

    A leader with an act, or one whom the text opens with, is `pimpinan`; behind a department that the title names, or
    with a service topic, `campuran`. A leader quoted further down is a source where the title shows a department,
    else the post is the leader's statement. Without a leader: a department word, or a topic that a department answers
    for, is `perangkat`; all else is `tidak_jelas`. `people`: those named, who are leaders by the role held that day.
    """
    roles: dict[str, list[Hit]] = {}
    for hit in hits:
        roles.setdefault(hit[0].label, []).append(hit)
    if not people and roles.keys().isdisjoint(_SPEAKING):
        return _without_leader(words, [*roles.get("crew", ()), *roles.get("department", ())], topic, lists)
    roles["leader"] = _all_leaders(roles, people)
    crew = roles.get("crew", [])
    offices = [*roles.get("department", ()), *crew]
    if not roles["leader"] and "voice" not in roles:
        return _without_leader(words, offices, topic, lists)
    head = _head(words)
    departments = [hit for hit in offices if hit[0].strength != "weak"]
    shown = [hit for hit in departments if words.starts[hit.first] < head and hit.first not in words.tags]
    leaders = _leaders(roles, words, head)
    if leaders:
        crew = crew if topic.ranked[0] in lists.department_topics else []
        beside = [hit for hit in shown if hit.first < leaders[0].first or _accompanies(hit, crew, words)]
        return _of_leader(words, leaders, beside, topic, lists)
    spoken = None if shown else _of_a_speaker(words, roles, departments, topic, lists)
    return spoken or _without_leader(words, offices, topic, lists)


def _of_a_speaker(
    words: Words, roles: dict[str, list[Hit]], departments: list[Hit], topic: TopicReading, lists: Lists
) -> SubjectReading | None:
    """The subject of a text whose title shows neither leader nor department, by whom it quotes or who writes it."""
    speakers = _speakers(roles, words, "leader") or _agents(roles, words)
    if speakers:
        return _of_leader(words, speakers, departments, topic, lists)
    sources = _speakers(roles, words, "head")
    if sources:
        return _found("perangkat", words, sources)
    writer = _writer(roles, words)
    return _found("pimpinan", words, writer) if writer else None


def _all_leaders(roles: dict[str, list[Hit]], people: Sequence[Mention]) -> list[Hit]:
    """Titles of leaders and of heads of agencies, and people in such an office, in their order.

    "Kepala DLH" is a head: the department then names the office and leaves the list of departments.
    """
    found = [mention.hit._replace(entry=_OFFICES[mention.place]) for mention in people if mention.place]
    found += [*roles.get("leader", ()), *roles.get("head", ())]
    chiefs = {chief.behind: chief.first for chief in roles.get("chief", ())}
    if chiefs:
        led = [hit for hit in roles.get("department", ()) if hit.first in chiefs and hit.entry.strength != "weak"]
        found += [Hit(_OFFICES["head"], chiefs[hit.first], hit.behind) for hit in led]
        roles["department"] = [hit for hit in roles.get("department", ()) if hit not in led]
    return sorted(found, key=_place)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.first, hit.behind


def _accompanies(hit: Hit, crew: Sequence[Hit], words: Words) -> bool:
    """Whether people of a department stand beside a leader: "bersama tim Bidang X", "didampingi petugas"."""
    if hit not in crew:
        return False
    before = {token.casefold() for token in words.tokens[max(0, hit.first - _NEAR) : hit.first]}
    return not before.isdisjoint(_COMPANY)


def _found(subject: str, words: Words, hits: Sequence[Hit], more: Places = ()) -> SubjectReading:
    """A reading with its finer code: only heads of agencies among the leaders make it `pimpinan_opd`."""
    detail = DETAILS.get(subject)
    if detail is None:
        labels = {hit.entry.label for hit in hits if hit.entry.strength != "weak"}
        detail = "pimpinan_opd" if "head" in labels and "leader" not in labels else "pimpinan_daerah"
    return SubjectReading(subject, detail, places(words, hits, more))


def _without_leader(words: Words, departments: list[Hit], topic: TopicReading, lists: Lists) -> SubjectReading:
    """`perangkat` by a department word, a topic of theirs, two weak words or one in a post about their own work."""
    sure = [hit for hit in departments if hit[0].strength != "weak"]
    if sure:
        return _found("perangkat", words, sure)
    if topic.ranked[0] in lists.department_topics:
        return _found("perangkat", words, (), topic.places)
    inside = topic.ranked[0] == "internal" and bool(departments)
    if inside or len({hit.entry.written for hit in departments}) > 1:
        return _found("perangkat", words, departments)
    return UNCLEAR


def _of_leader(words: Words, leaders: list[Hit], shown: list[Hit], topic: TopicReading, lists: Lists) -> SubjectReading:
    """`campuran` if departments stand beside the leader or the topic is a service, else `pimpinan`."""
    if shown:
        return _found("campuran", words, leaders + shown)
    if topic.ranked[0] in lists.service_topics:
        return _found("campuran", words, leaders, topic.places)
    return _found("pimpinan", words, leaders)


def _head(words: Words) -> int:
    """Where the part ends that says who acts: the title, or the first sentence if it is longer."""
    sentence = _SENTENCE_END.search(words.text, words.head, words.head + _LONGEST_SENTENCE - 120)
    return sentence.start() if sentence else words.head + (_LONGEST_SENTENCE - 120)


def _leaders(roles: dict[str, list[Hit]], words: Words, head: int) -> list[Hit]:
    """The leaders that the title shows, with their acts; empty if there is none or each is only quoted."""
    quotes = roles.get("quote", [])
    opening = [one for one in roles["leader"] if words.starts[one.first] < head and one.first not in words.tags]
    opening = [leader for leader in opening if not _quoted(leader, quotes)]
    if not opening:
        return []
    acts = [
        act
        for act in roles.get("act", []) + quotes
        if act.first not in words.tags and words.starts[act.first] < head + _ACT_REACH
    ]
    found: list[Hit] = []
    for leader in opening:
        weak = leader.entry.strength == "weak"
        if weak and not words.tokens[leader.first][0].isupper() and words.tokens[leader.first] != "beliau":
            continue
        if weak and _is_folk(leader, roles.get("folk", ())):
            continue
        near = [act for act in acts if 0 <= act.first - leader.behind < _REACH] if weak else acts
        if near or (not weak and words.starts[leader.first] - words.starts[0] <= _OPENING):
            found.append(leader)
            found.extend(near)
    return found


def _is_folk(leader: Hit, folk: Sequence[Hit]) -> bool:
    """Whether a form of address names one of the people: "Pak Anu, petani", "pedagang Bu Anu"."""
    return any(-_NEAR <= one.first - leader.first <= _FOLK for one in folk)


def _speakers(roles: dict[str, list[Hit]], words: Words, kind: str) -> list[Hit]:
    """Leaders (or heads of agencies) anywhere in the text whose words it gives, with the verbs of speech."""
    quotes = [quote for quote in roles.get("quote", ()) if quote.first not in words.tags]
    found: list[Hit] = []
    for leader in roles["leader"][:_ENOUGH]:
        if leader.entry.strength == "weak" and _is_folk(leader, roles.get("folk", ())):
            continue
        near = [q for q in quotes if -_NEAR <= leader.first - q.behind < _NEAR or 0 <= q.first - leader.behind < _REACH]
        if near and leader.first not in words.tags and leader.entry.label.startswith(kind):
            found.extend((leader, *near))
    return found


def _agents(roles: dict[str, list[Hit]], words: Words) -> list[Hit]:
    """Leaders by whom something is done, wherever they stand ("diterima langsung Wakil Gubernur")."""
    acts = [act for act in roles.get("act", ()) if words.tokens[act.first][:2] in ("di", "Di")]
    found: list[Hit] = []
    for leader in roles["leader"][:_ENOUGH]:
        near = [act for act in acts if 0 <= leader.first - act.behind < _NEAR]
        if near and leader.first not in words.tags and leader.entry.strength != "weak":
            found.extend((*near, leader))
    return found


def _writer(roles: dict[str, list[Hit]], words: Words) -> list[Hit]:
    """The first person outside quotation marks, in the title, twice or with an act: offices write "kami"."""
    voices = [hit for hit in roles.get("voice", ()) if hit.first not in words.tags][:_ENOUGH]
    if not voices:
        return []
    quoted = [found.span() for found in _QUOTED.finditer(words.text)]
    own = [hit for hit in voices if not any(start < words.starts[hit.first] < end for start, end in quoted)]
    if len(own) > 1 or (own and words.starts[own[0].first] < words.head):
        return own
    acts = {act.first for act in (*roles.get("act", ()), *roles.get("quote", ()))}
    return own if own and not acts.isdisjoint(range(own[0].behind, own[0].behind + 2)) else []


def _quoted(leader: Hit, quotes: list[Hit]) -> bool:
    """Whether a verb of speech just before the leader makes the leader a source."""
    return any(0 <= leader.first - quote.behind < _NEAR for quote in quotes)
