"""Konten out of posts: its topic and subject are those of its first post."""

from datetime import date

from metrics.content import begun_within, contents, within
from tests.metrics.tables import Run, post, posts


def test_a_konten_takes_the_reading_of_its_first_post(run: Run) -> None:
    published = posts(
        post("a", "facebook", 2, "k1", begun=1, topic="lainnya"),
        post("a", "x", 1, "k1", topic="bantuan", subject="pimpinan"),
        post("b", "x", 1, "k2"),
    )
    rows = sorted(run(contents(published)), key=lambda row: row["content_key"])
    assert rows == [
        {"agency_id": "a", "content_key": "k1", "content_day": date(2024, 10, 1), "topic": "bantuan",
         "subject": "pimpinan", "unggahan": 2},
        {"agency_id": "b", "content_key": "k2", "content_day": date(2024, 10, 1), "topic": "layanan",
         "subject": "perangkat", "unggahan": 1},
    ]  # fmt: skip


def test_a_period_takes_konten_by_first_day_and_posts_by_own_day(run: Run) -> None:
    published = posts(post("a", "x", 1, "k1"), post("a", "facebook", 2, "k1", begun=1), post("a", "x", 2, "k2"))
    second = date(2024, 10, 2)
    assert [row["content_key"] for row in run(begun_within(published, second, second))] == ["k2"]
    assert sorted(row["content_key"] for row in run(within(published, second, second))) == ["k1", "k2"]
