"""Subject of captions: a leader, the departments, both, or not clear. Many captions are read at once."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from rules.lists import Lists
from rules.matching import Entry, Hits
from rules.people import Mention
from rules.roles import Roles, RoleTable, joined, near, plain_roles, role_table, roles_of
from rules.topics import Places, Topics, spans_of
from rules.words import Numbers, Texts, Truths

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
_SENTENCE = 180
"""Letters behind the title in which its sentence may end."""
_COMPANY = frozenset(("bersama", "didampingi", "mendampingi", "disaksikan", "beserta", "dan"))
"""Words before those who stand beside a leader."""
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|(?<=[a-z0-9)%\]]{2}.)(?=\s|$))")
_QUOTED = re.compile(r"[\"“”][^\"“”]{1,800}[\"“”]")
_LABELS = ("leader", "head", "chief", "voice", "act", "quote", "folk", "crew", "department")
_LEADER, _HEAD, _CHIEF, _VOICE, _ACT, _QUOTE, _FOLKS, _CREW, _DEPARTMENT = range(len(_LABELS))
_READ = (
    ("tidak_jelas", "belum_jelas"),
    ("perangkat", "bidang"),
    ("campuran", "campuran"),
    ("pimpinan", "pimpinan_daerah"),
    ("pimpinan", "pimpinan_opd"),
)
_UNSAID, _OF_OFFICES, _OF_BOTH, _OF_LEADER, _OF_HEAD = range(len(_READ))
DETAILS = {subject: detail for subject, detail in _READ if subject != "pimpinan"}
"""subject → subject_detail; `pimpinan` has two, by who the leaders are."""


class Subjects(NamedTuple):
    """The subjects of captions: of each the code, its finer code, and the (start, end) of the words that decided."""

    codes: list[str]
    details: list[str]
    places: list[Places]


def subject_table(entries: Sequence[Entry]) -> RoleTable:
    """The table of the words of the list, for entries numbered as a Matcher numbers them."""
    return role_table(entries, _LABELS)


def read_subjects(
    texts: Texts, hits: Hits, topics: Topics, table: RoleTable, lists: Lists,
    mentioned: Mapping[int, Sequence[Mention]],
) -> Subjects:  # fmt: skip
    """Say whom each caption is about, from its title: 120 characters, or the first sentence if longer (domain rule).

    A leader with an act, or one whom the text opens with, is `pimpinan`; behind a department that the title names, or
    with a service topic, `campuran`. A leader quoted further down is a source where the title shows a department,
    else the post is the leader's statement. Without a leader: a department word, or a topic that a department answers
    for, is `perangkat`; all else is `tidak_jelas`. `mentioned`: the people named in a text, who are leaders by the role
    held that day.
    """
    scene = _Scene(texts, topics, lists, *_cast(texts, roles_of(texts, hits, table), mentioned))
    answers = _Answers(scene)
    shown = scene.strong.of(scene.spoken[scene.strong.owner])
    shown = shown.of(scene.in_title(shown))
    answers.lead(*_acting(scene, shown))
    told = scene.spoken & ~scene.has(shown)
    answers.lead(*_quoted(scene, told & answers.open, _LEADER), scene.strong)
    answers.lead(*_agents(scene, told & answers.open), scene.strong)
    sources = joined(*_quoted(scene, told & answers.open, _HEAD))
    answers.settle(scene.has(sources), _OF_OFFICES, sources)
    writers = _writers(scene, told & answers.open)
    answers.settle(scene.has(writers), _OF_LEADER, writers)
    answers.depart()
    return answers.readings()


class _Scene:
    """The words of some texts that say who acts: all of them; leaders (titles, and people in such an office); offices
    (departments and their people), and those of them that are strong."""

    def __init__(
        self, texts: Texts, topics: Topics, lists: Lists, roles: Roles, leaders: Roles, offices: Roles
    ) -> None:
        self.texts, self.topics, self.roles, self.leaders, self.offices = texts, topics, roles, leaders, offices
        self.strong = offices.of(~offices.weak)
        self.service, self.own, self.inside = (
            np.array([code in some for code in topics.primary], bool)
            for some in (lists.service_topics, lists.department_topics, {"internal"})
        )
        self.spoken = self.has(leaders) | self.has(self.of(_VOICE))
        """Which texts name a leader, or are told by one."""

    def has(self, some: Roles) -> Truths:
        """Which texts hold any of these."""
        found = np.zeros(len(self.texts.raws), bool)
        found[some.owner] = True
        return found

    def of(self, *labels: int) -> Roles:
        """Words of these labels."""
        return self.roles.of(_labelled(self.roles, *labels))

    @cached_property
    def heads(self) -> Numbers:
        """Where in the texts with a leader the part ends that says who acts: the title, or the first sentence if it is
        longer."""
        texts, heads = self.texts, self.texts.heads + _SENTENCE
        numbers = np.flatnonzero(self.spoken)
        begins, ends = texts.offsets[numbers] + texts.heads[numbers], texts.offsets[numbers + 1] - 1
        for number, begin, end in zip(numbers.tolist(), begins.tolist(), ends.tolist(), strict=True):
            sentence = _SENTENCE_END.search(texts.joined, begin, min(begin + _SENTENCE, end))
            if sentence:
                heads[number] += sentence.start() - begin - _SENTENCE
        return heads

    def in_title(self, some: Roles) -> Truths:
        """Which words stand in that part, hashtags left out."""
        return (some.starts < self.heads[some.owner]) & ~some.tagged

    def folk(self, some: Roles) -> Truths:
        """Which forms of address name one of the people: "Pak Anu, petani", "pedagang Bu Anu"."""
        return some.weak & near(self.of(_FOLKS).begins(), some.begins() - _NEAR, some.begins() + _FOLK)


def _cast(texts: Texts, roles: Roles, mentioned: Mapping[int, Sequence[Mention]]) -> tuple[Roles, Roles, Roles]:
    """All words, the leaders and the offices. "Kepala DLH" is a head: the department names the office and is none."""
    chiefs = roles.of(roles.label == _CHIEF)
    chiefs = chiefs.of(np.argsort(chiefs.stops(), kind="stable"))
    at = np.searchsorted(chiefs.stops(), roles.begins(), side="right") - 1
    led = (roles.label == _DEPARTMENT) & ~roles.weak & (at >= 0)
    led[led] = chiefs.stops()[at[led]] == roles.begins()[led]
    heads = plain_roles(texts, np.full(led.sum(), _HEAD), chiefs.firsts[at[led]], roles.behinds[led])
    held = [
        (_LEADER if one.place == "leader" else _HEAD, one.hit.first + first, one.hit.behind + first)
        for text, people in mentioned.items()
        for first in (int(texts.bounds[text]),)
        for one in people
        if one.place
    ]
    people = plain_roles(texts, *np.array(held, np.int64).reshape(-1, 3).T)
    leaders = joined(people, roles.of(_labelled(roles, _LEADER, _HEAD)), heads)
    return roles, leaders, roles.of(_labelled(roles, _DEPARTMENT, _CREW) & ~led)


def _labelled(roles: Roles, *labels: int) -> Truths:
    """Which words have one of these labels."""
    some = np.zeros(len(_LABELS) + 1, bool)
    some[list(labels)] = True
    found: Truths = some[roles.label]
    return found


def _acting(scene: _Scene, shown: Roles) -> tuple[Roles, Roles, Roles]:
    """The leaders that the title shows, their acts, and the departments beside them; not those who are only quoted.

    shown: the departments of the title.
    """
    leaders, quotes = scene.leaders, scene.of(_QUOTE)
    leaders = leaders.of(scene.in_title(leaders))
    leaders = leaders.of(~near(quotes.stops(), leaders.begins() - _NEAR + 1, leaders.begins()))
    acts = scene.of(_ACT, _QUOTE)
    acts = acts.of(~acts.tagged & (acts.starts < scene.heads[acts.owner] + _ACT_REACH))
    opens = leaders.starts - scene.texts.starts[scene.texts.bounds[leaders.owner]] <= _OPENING
    opens |= scene.has(acts)[leaders.owner]
    named = near(acts.begins(), leaders.stops(), leaders.stops() + _REACH - 1) & ~scene.folk(leaders) & leaders.weak
    named[named] = [_is_name(scene.texts.token(number)) for number in leaders.firsts[named].tolist()]
    leaders = leaders.of(np.where(leaders.weak, named, opens))
    weak = leaders.of(leaders.weak)
    theirs = scene.has(leaders.of(~leaders.weak))[acts.owner]
    acts = acts.of(theirs | near(weak.stops(), acts.begins() - _REACH + 1, acts.begins()))
    return leaders, acts, _beside(scene, leaders, shown)


def _is_name(address: str) -> bool:
    """Whether a form of address is written as one: "Bapak", "Ibu", "beliau"."""
    return address[0].isupper() or address == "beliau"


def _beside(scene: _Scene, leaders: Roles, shown: Roles) -> Roles:
    """The departments named before the leaders, and, in a post on their work, their people in company: "bersama tim
    Bidang X", "didampingi petugas"."""
    shown = shown.of(scene.has(leaders)[shown.owner])
    first = leaders.firsts[np.searchsorted(leaders.owner, shown.owner)]
    before = shown.firsts < first
    crew = (shown.label == _CREW) & scene.own[shown.owner] & ~before
    texts, begins = scene.texts, scene.texts.bounds[shown.owner]
    for number in np.flatnonzero(crew).tolist():
        behind = int(shown.firsts[number])
        words = map(texts.token, range(max(behind - _NEAR, int(begins[number])), behind))
        crew[number] = not _COMPANY.isdisjoint(map(str.casefold, words))
    return shown.of(before | crew)


def _quoted(scene: _Scene, told: Truths, label: int) -> tuple[Roles, Roles]:
    """The leaders (or heads of agencies) anywhere in these texts whose words they give, and the verbs of speech."""
    leaders, quotes = scene.leaders, scene.of(_QUOTE)
    quotes = quotes.of(~quotes.tagged)
    leaders = leaders.of(told[leaders.owner] & ~leaders.tagged & (leaders.label == label))
    leaders = leaders.of(~scene.folk(leaders))
    before = near(quotes.stops(), leaders.begins() - _NEAR + 1, leaders.begins() + _NEAR)
    leaders = leaders.of(before | near(quotes.begins(), leaders.stops(), leaders.stops() + _REACH - 1))
    behind = near(leaders.begins(), quotes.stops() - _NEAR, quotes.stops() + _NEAR - 1)
    return leaders, quotes.of(behind | near(leaders.stops(), quotes.begins() - _REACH + 1, quotes.begins()))


def _agents(scene: _Scene, told: Truths) -> tuple[Roles, Roles]:
    """Leaders by whom something is done, wherever they stand ("diterima langsung Wakil Gubernur"), and what is done."""
    leaders, acts = scene.leaders, scene.of(_ACT)
    leaders = leaders.of(told[leaders.owner] & ~leaders.tagged & ~leaders.weak)
    acts = acts.of(near(leaders.begins(), acts.stops(), acts.stops() + _NEAR - 1))
    done = [scene.texts.token(number)[:2] in ("di", "Di") for number in acts.firsts.tolist()]
    acts = acts.of(np.array(done, bool))
    return leaders.of(near(acts.stops(), leaders.begins() - _NEAR + 1, leaders.begins())), acts


def _writers(scene: _Scene, told: Truths) -> Roles:
    """The first person outside quotation marks, in the title, twice or with an act: offices write "kami"."""
    texts, voices = scene.texts, scene.of(_VOICE)
    voices = voices.of(told[voices.owner] & ~voices.tagged)
    spans = [(0, 0)]
    for text in np.unique(voices.owner).tolist():
        begin = int(texts.offsets[text])
        spans += [found.span() for found in _QUOTED.finditer(texts.joined, begin, int(texts.offsets[text + 1]) - 1)]
    starts, ends = np.array(spans, np.int64).T
    at = texts.begins[voices.firsts]
    voices = voices.of(at >= ends[np.searchsorted(starts, at) - 1])
    acts = scene.of(_ACT, _QUOTE)
    first = np.diff(voices.owner, prepend=-1) > 0
    writes = first & (voices.starts < texts.heads[voices.owner])
    writes |= first & near(acts.begins(), voices.stops(), voices.stops() + 1)
    found = scene.has(voices.of(writes | ~first))
    return voices.of(found[voices.owner])


class _Answers:
    """The subject of each text, settled by the first that can say it, and the words that did."""

    def __init__(self, scene: _Scene) -> None:
        self._scene = scene
        self._found = np.full(len(scene.texts.raws), _UNSAID)
        self._by_topic = np.zeros(len(scene.texts.raws), bool)
        self._words: list[Roles] = []

    @property
    def open(self) -> Truths:
        """Which texts nobody has settled."""
        return self._found == _UNSAID

    def settle(self, which: Truths, subject: int | Numbers, *words: Roles) -> None:
        """Say the subject of those of these texts that are open, for each of all texts or one for all."""
        new = which & self.open
        self._found = np.where(new, subject, self._found)
        self._words += [some.of(new[some.owner]) for some in words]

    def lead(self, leaders: Roles, acts: Roles, offices: Roles) -> None:
        """`campuran` if departments stand beside the leaders or the topic is a service, else `pimpinan`."""
        scene, led = self._scene, self._scene.has(leaders)
        beside, strong = scene.has(offices), leaders.of(~leaders.weak)
        only_heads = scene.has(strong.of(strong.label == _HEAD)) & ~scene.has(strong.of(strong.label == _LEADER))
        self._by_topic |= led & self.open & ~beside & scene.service
        subject = np.where(beside | scene.service, _OF_BOTH, np.where(only_heads, _OF_HEAD, _OF_LEADER))
        self.settle(led, subject, leaders, acts, offices)

    def depart(self) -> None:
        """`perangkat` by a department word, a topic of theirs, two weak words or one in a post about their own work."""
        scene, offices = self._scene, self._scene.offices
        self.settle(scene.has(scene.strong), _OF_OFFICES, scene.strong)
        self._by_topic |= self.open & scene.own
        self.settle(scene.own, _OF_OFFICES)
        owner, _ = np.unique(np.stack((offices.owner, offices.written)), axis=1)
        several = np.bincount(owner, minlength=len(self._found)) > 1
        self.settle(several | (scene.inside & scene.has(offices)), _OF_OFFICES, offices)

    def readings(self) -> Subjects:
        """What was said of each text."""
        words = joined(*self._words)
        cuts, spans = spans_of(self._scene.texts, words.owner, words.firsts, words.behinds)
        places = [tuple(spans[a:b]) for a, b in pairwise(cuts)]
        for text in np.flatnonzero(self._by_topic).tolist():
            places[text] = tuple(sorted({*places[text], *self._scene.topics.places[text]}))
        codes, details = (np.array(names, object)[self._found].tolist() for names in zip(*_READ, strict=True))
        return Subjects(codes, details, places)
