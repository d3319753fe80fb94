"""Topics: one topic a konten, shares that are not silently 0, nothing hidden."""

import pytest

from metrics.content import contents
from metrics.topics import agency_topics, informative_shares, topic_counts
from tests.metrics.tables import Run, agencies, post, posts

FOUR = (
    post("a", "x", 1, "k1", topic="bantuan"),
    post("a", "facebook", 1, "k1", topic="bantuan"),
    post("a", "x", 2, "k2", topic="lainnya"),
    post("a", "x", 3, "k3", topic="seremonial"),
    post("b", "x", 3, "k4", topic="bantuan"),
)


def test_every_topic_has_a_row_and_shares_add_up(run: Run) -> None:
    rows = run(topic_counts(agency_topics(contents(posts(*FOUR))), ("bantuan", "layanan", "seremonial", "lainnya")))
    assert {r["topic"]: (r["konten"], r["unggahan"], r["share"]) for r in rows} == {
        "bantuan": (2, 3, 0.5),
        "layanan": (0, 0, 0.0),
        "seremonial": (1, 1, 0.25),
        "lainnya": (1, 1, 0.25),
    }


def test_without_konten_a_share_is_nothing_rather_than_zero(run: Run) -> None:
    rows = run(topic_counts(agency_topics(contents(posts())), ("bantuan",)))
    assert rows == [{"topic": "bantuan", "konten": 0, "unggahan": 0, "share": None}]


def test_shares_within_an_agency(run: Run) -> None:
    rows = run(agency_topics(contents(posts(*FOUR))))
    assert {(r["agency_id"], r["topic"]): (r["konten"], round(r["share"], 4)) for r in rows} == {
        ("a", "bantuan"): (1, 0.3333),
        ("a", "lainnya"): (1, 0.3333),
        ("a", "seremonial"): (1, 0.3333),
        ("b", "bantuan"): (1, 1.0),
    }


def test_informative_share_keeps_the_unclassified_in_the_whole(run: Run) -> None:
    rows = run(informative_shares(agency_topics(contents(posts(*FOUR))), agencies("a", "b", "c"), {"bantuan"}))
    found = {r["agency_id"]: (r["konten"], r["informative"], r["unclassified"], r["share"]) for r in rows}
    assert found == {"a": (3, 1, 1, pytest.approx(1 / 3)), "b": (1, 1, 0, 1.0), "c": (0, 0, 0, None)}
