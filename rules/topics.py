"""Topic of captions: distinct words hit, those of the title counted double. Many captions are scored at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.lists import Lists
from rules.matching import Entry, Hits
from rules.words import Numbers, Texts, Truths

UNCLASSIFIED = "lainnya"
_TITLE, _BODY, _TAG = range(3)

Places = tuple[tuple[int, int], ...]
Points = NDArray[np.float64]


class Topics(NamedTuple):
    """The topics of captions: of each the code of its primary one, all codes by score joined by ";", and `places`, the
    (start, end) of the primary's words."""

    primary: list[str]
    joined: list[str]
    places: list[Places]


@dataclass(frozen=True, slots=True, eq=False)
class TopicTable:
    """What the entries of the topics count, by the numbers that a Matcher gives them.

    topics: number (the place of its code in `order`). weak: whether it is a weak word. worth: points by place (title,
    body, hashtag) and entry. weak_sum: points from which weak words decide together.
    """

    order: tuple[str, ...]
    topics: Numbers
    weak: Truths
    worth: Points
    weak_sum: float


def topic_table(entries: Sequence[Entry], lists: Lists) -> TopicTable:
    """The table for entries numbered as given; those that are of no topic are never hit as one."""
    worth = [
        [lists.worth[place][entry.strength] + lists.hidden.get(entry, 0.0) * lists.weights[place] for entry in entries]
        for place in ("title", "body")
    ]
    worth.append([lists.worth["tag"][entry.strength] for entry in entries])
    topics = np.array([lists.rank.get(entry.label, 0) for entry in entries], np.int64)
    weak = np.array([entry.strength == "weak" for entry in entries], bool)
    return TopicTable(lists.order, topics, weak, np.array(worth, np.float64), lists.weights["weak_sum"])


def read_topics(texts: Texts, hits: Hits, table: TopicTable) -> Topics:
    """Score each topic by its distinct words (domain rule: a weak word never decides alone, the title counts double).

    A tie goes to a topic with a sure word, then to the one that stands earlier in the lists. No hit that may decide:
    `lainnya`, no evidence.
    """
    owner = texts.owner[hits.firsts]
    scores, sure = _scores(texts, owner, hits, table)
    counts = (scores > 0).sum(axis=1)
    # lexsort is stable, and the topics stand in their order: what still ties keeps it.
    ranks = np.lexsort((~sure, -scores), axis=1)
    primary = np.where(counts > 0, ranks[:, 0], len(table.order))
    spoke = np.flatnonzero(table.topics[hits.numbers] == primary[owner])
    cuts, spans = spans_of(texts, owner[spoke], hits.firsts[spoke], hits.behinds[spoke])
    # The same few rankings come again and again: each is put into words once.
    ranked = _Rankings(table.order)
    packed, width = ranks.astype(np.uint8).tobytes(), ranks.shape[1]
    begins = range(0, len(packed), width)
    return Topics(
        np.array([*table.order, UNCLASSIFIED], object)[primary].tolist(),
        [ranked[packed[begin : begin + count]] for begin, count in zip(begins, counts.tolist(), strict=True)],
        [tuple(spans[a:b]) for a, b in pairwise(cuts)],
    )


class _Rankings(dict[bytes, str]):
    """The codes of topics joined, by their numbers as bytes."""

    def __init__(self, order: tuple[str, ...]) -> None:
        super().__init__()
        self._order = order

    def __missing__(self, numbers: bytes) -> str:
        self[numbers] = ";".join(self._order[number] for number in numbers) or UNCLASSIFIED
        return self[numbers]


def spans_of(
    texts: Texts, owner: Numbers, firsts: Numbers, behinds: Numbers
) -> tuple[list[int], list[tuple[int, int]]]:
    """Where hits stand, in their order, each place once: (start, end) of all, and where those of each text begin."""
    starts, ends = texts.starts[firsts], texts.ends[behinds - 1]
    new = np.ones(len(firsts), bool)
    new[1:] = (firsts[1:] != firsts[:-1]) | (behinds[1:] != behinds[:-1])
    spans = list(zip(starts[new].tolist(), ends[new].tolist(), strict=True))
    return np.searchsorted(owner[new], np.arange(len(texts.raws) + 1)).tolist(), spans


def _scores(texts: Texts, owner: Numbers, hits: Hits, table: TopicTable) -> tuple[Points, Truths]:
    """Score by text and topic, 0 where only weak words in passing speak for it; and the topics with a sure word."""
    numbers, firsts, behinds = hits
    count, size = len(table.order), len(table.topics)
    tag_first = texts.tag_first[firsts]
    place = np.where(tag_first >= 0, _TAG, np.where(texts.starts[firsts] < texts.heads[owner], _TITLE, _BODY))
    # A word inside a longer hashtag is often a slogan (#DaerahJuara): it adds, but does not decide.
    whole = (tag_first < 0) | ((tag_first == firsts) & (texts.tag_behind[firsts] == behinds))
    cells = owner * count + table.topics[numbers]
    sure = np.zeros(len(texts.raws) * count, bool)
    sure[cells[whole & ~table.weak[numbers]]] = True
    worth = table.worth[place, numbers]
    # A word counts once for a text, with the most that any of its places gives.
    keys = owner * size + numbers
    order = np.argsort(keys, kind="stable")
    groups = np.flatnonzero(np.diff(keys[order], prepend=-1))
    if len(groups):
        worth, cells = np.maximum.reduceat(worth[order], groups), cells[order[groups]]
    scores: Points = np.bincount(cells, worth, len(sure)).astype(np.float64)
    several = np.bincount(cells, worth > 0, len(sure)) > 1
    scores[~sure & ~((scores >= table.weak_sum) & several)] = 0.0
    shape = len(texts.raws), count
    return scores.reshape(shape), sure.reshape(shape)
