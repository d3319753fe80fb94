"""Two posts as examples: informative, with a text and a link, never doubted, by interactions, else the newest."""

from datetime import datetime
from typing import Any

from metrics.examples import example_posts
from tests.metrics.tables import Run, at, table

SCHEMA = {
    "post_key": "string", "agency_id": "string", "content_key": "string", "day": "date", "published_at": "timestamp",
    "topic": "string", "subject": "string", "caption": "string", "link": "string", "is_repost": "boolean",
    "neutrality_review": "string", "caution_review": "string", "interactions": "int64",
}  # fmt: skip


def one(key: str, day: int, interactions: int | None, **more: Any) -> tuple[Any, ...]:
    """A post that may be shown, unless `more` says otherwise."""
    row = {
        "post_key": key, "agency_id": "a", "content_key": key, "day": at(day), "published_at": datetime(2024, 10, day),
        "topic": "layanan", "subject": "perangkat", "caption": "Antrean", "link": "https://x.com/1", "is_repost": False,
        "neutrality_review": "", "caution_review": None, "interactions": interactions,
    } | more  # fmt: skip
    return tuple(row[column] for column in SCHEMA)


def shown(run: Run, *rows: tuple[Any, ...]) -> list[tuple[str, int, str]]:
    found = run(example_posts(table(SCHEMA, list(rows)), ("layanan", "bantuan"), 2))
    return sorted((row["agency_id"], row["place"], row["post_key"]) for row in found)


def test_most_interactions_first_one_post_of_a_konten(run: Run) -> None:
    assert shown(
        run,
        one("little", 9, 1),
        one("most", 1, 9, content_key="k"),
        one("again", 2, 8, content_key="k"),
        one("unknown", 10, None),
        one("other", 1, None, agency_id="b"),
        one("newer", 3, None, agency_id="b"),
    ) == [("a", 1, "most"), ("a", 2, "little"), ("b", 1, "newer"), ("b", 2, "other")]


def test_what_is_no_example(run: Run) -> None:
    assert shown(
        run,
        one("ceremony", 1, 9, topic="seremonial"),
        one("leader", 1, 9, subject="pimpinan"),
        one("repost", 1, 9, is_repost=True),
        one("bare", 1, 9, caption=" "),
        one("nowhere", 1, 9, link=""),
        one("doubted", 1, 9, neutrality_review="terbuka"),
        one("settled", 1, 9, caution_review="selesai"),
    ) == []  # fmt: skip
