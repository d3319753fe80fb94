"""Topic of a caption: distinct words hit, those of the title counted double."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rules.lists import Lists
from rules.matching import Entry, Hit
from rules.words import Words

UNCLASSIFIED = "lainnya"

Places = tuple[tuple[int, int], ...]


class TopicReading(NamedTuple):
    """The topics of one caption by score, the first is primary; `places` are (start, end) of the primary's words."""

    ranked: tuple[str, ...]
    places: Places
    score: float = 0.0


NO_TOPIC = TopicReading((UNCLASSIFIED,), ())


def read_topic(words: Words, hits: Sequence[Hit], lists: Lists) -> TopicReading:
    """Score each topic by its distinct words (domain rule: a weak word never decides alone, the title counts double).

    A tie goes to a topic with a sure word, then to the one that
    stands earlier in the lists. No hit that may decide: `lainnya`, no evidence.
    """
    if not hits:
        return NO_TOPIC
    scores, sure = _scores(hits, words, lists)
    if not scores:
        return NO_TOPIC
    if len(scores) == 1:
        ranked = list(scores)
    else:
        ranked = sorted(scores, key=lambda code: (-scores[code], code not in sure, lists.rank[code]))
    first = ranked[0]
    return TopicReading(tuple(ranked), places(words, [hit for hit in hits if hit.entry.label == first]), scores[first])


def places(words: Words, hits: Sequence[Hit]) -> Places:
    """Where in the text the hits stand, in their order, each place once."""
    starts, tokens = words.starts, words.tokens
    spans = [(starts[first], starts[behind - 1] + len(tokens[behind - 1])) for _, first, behind in hits]
    return tuple(sorted(set(spans)))


def _scores(hits: Sequence[Hit], words: Words, lists: Lists) -> tuple[dict[str, float], set[str]]:
    """Score by topic, without those that only weak words in passing speak for; and the topics with a sure word."""
    best: dict[Entry, float] = {}
    sure: set[str] = set()
    in_title, in_body, in_tag = lists.worth["title"], lists.worth["body"], lists.worth["tag"]
    tags, title = words.tags, bisect_left(words.starts, words.head)
    for entry, first, behind in hits:
        strength = entry.strength
        worth = (in_title if first < title else in_body)[strength]
        decides = strength != "weak"
        if first in tags:
            # A word inside a longer hashtag is often a slogan (#DaerahJuara): it adds, but does not decide.
            worth = in_tag[strength]
            decides = decides and tags[first] == (first, behind)
        if decides:
            sure.add(entry.label)
        if worth > best.get(entry, 0.0):
            best[entry] = worth
    scores: dict[str, float] = {}
    for entry, worth in best.items():
        scores[entry.label] = scores.get(entry.label, 0.0) + worth
    if len(sure) < len(scores):
        enough = lists.weights["weak_sum"]
        for label in scores.keys() - sure:
            if scores[label] < enough or sum(entry.label == label for entry in best) < 2:
                del scores[label]
    return scores, sure
