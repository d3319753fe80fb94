"""Topic of a caption: distinct words hit, those of the title counted double."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.lists import Lists
from rules.matching import Entry, Hit
from rules.words import Words

UNCLASSIFIED = "lainnya"


@dataclass(frozen=True, slots=True)
class TopicReading:
    """The topics of one caption by score, the first is primary; `places` are (start, end) of the primary's words."""

    ranked: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def read_topic(words: Words, lists: Lists) -> TopicReading:
    """Score each topic by its distinct words (domain rule: a weak word never decides alone, the title counts double).

    A tie goes to a topic with a sure word, then to the one that
    stands earlier in the lists. No hit that may decide: `lainnya`, no evidence.
    """
    hits = lists.topic_matcher.hits(words)
    scores, sure = _scores(hits, words, lists.weights)
    if not scores:
        return TopicReading((UNCLASSIFIED,), ())
    ranked = sorted(scores, key=lambda code: (-scores[code], code not in sure, lists.order.index(code)))
    return TopicReading(tuple(ranked), places(words, [hit for hit in hits if hit.entry.label == ranked[0]]))


def places(words: Words, hits: list[Hit]) -> tuple[tuple[int, int], ...]:
    """Where in the text the hits stand, in their order, each place once."""
    spans = ((words.starts[hit.first], words.end(hit.behind - 1)) for hit in hits)
    return tuple(sorted(dict.fromkeys(spans)))


def _scores(hits: list[Hit], words: Words, weights: Mapping[str, float]) -> tuple[dict[str, float], set[str]]:
    """Score by topic, without those that only weak words in passing speak for; and the topics with a sure word."""
    best: dict[Entry, float] = {}
    sure: set[str] = set()
    title, body = weights["title"], weights["body"]
    for entry, first, behind in hits:
        tag = words.tags.get(first)
        place = title if words.starts[first] < words.head else body
        worth = weights[entry.strength] * (place if tag is None else weights["tag"])
        # A word inside a longer hashtag is often a slogan (#DaerahJuara): it adds, but does not decide.
        if entry.strength != "weak" and (tag is None or tag == (first, behind)):
            sure.add(entry.label)
        if worth > best.get(entry, 0.0):
            best[entry] = worth
    scores: dict[str, float] = {}
    different: dict[str, int] = {}
    for entry, worth in best.items():
        scores[entry.label] = scores.get(entry.label, 0.0) + worth
        different[entry.label] = different.get(entry.label, 0) + 1
    enough = weights["weak_sum"]
    counted = {
        label: score for label, score in scores.items() if label in sure or (different[label] > 1 and score >= enough)
    }
    return counted, sure
