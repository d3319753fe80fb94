"""A link without a text: counted in activity, left out of topic and coverage, and said so."""

from datetime import date

from answers.choice import Choice
from answers.coverage import coverage
from answers.overview import overview
from answers.topics import topics
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)
MUTE = {"caption": "", "topic": "lainnya", "subject": "tidak_jelas"}


def office_with_links(store: Store) -> Store:
    """Three posts of one OPD, two of them links alone; the posts of another are all links, its report complete."""
    agencies = [row("agencies", agency_id=name, name=name.upper()) for name in ("a", "b")]
    covered = [row("coverage", agency_id=name, platform="instagram") for name in ("a", "b")]
    told = post("1", "a", "instagram", "2024-10-01T09:00", "k1", topic="layanan", subject="perangkat")
    mute = [post(key, "a", "instagram", "2024-10-02T09:00", f"k{key}", **MUTE) for key in ("2", "3")]
    other = post("4", "b", "instagram", "2024-10-03T09:00", "k4", **MUTE)
    said = post("5", "b", "instagram", "2024-10-03T10:00", "k5", **{**MUTE, "topic": "bantuan", "topic_source": "log"})
    accounts = [row("accounts", agency_id=name, platform="instagram") for name in ("a", "b")]
    posts = [told, *mute, other, said]
    return fill(store, agencies=agencies, accounts=accounts, uploads=[row("uploads")], coverage=covered, posts=posts)


def test_topics_count_what_has_a_text_or_was_said(store: Store) -> None:
    answer = topics(office_with_links(store), Scope(), WEEK, TODAY)
    assert answer.sentence.endswith("0 konten belum terklasifikasi. Teks tersedia: 2 dari 5 unggahan.")
    assert [(n.label, n.value) for n in answer.numbers] == [
        ("Konten", 2),
        ("Informatif", 1.0),
        ("Belum Terklasifikasi", 0),
    ]


def test_coverage_has_them_in_no_share_and_calls_nobody_nihil(store: Store) -> None:
    answer = coverage(office_with_links(store), Scope(), WEEK, TODAY)
    assert answer.sentence.endswith("Teks tersedia: 1 dari 5 unggahan.")
    shares = {number.label: number.value for number in answer.numbers}
    assert (shares["Perangkat daerah/bidang"], shares["Belum jelas"]) == (1.0, 0.0)
    assert "nihil" not in answer.charts[0].states[0]


def test_activity_counts_them_all(store: Store) -> None:
    sentence = overview(office_with_links(store), Scope(), WEEK, TODAY).sentence
    assert "5 konten melalui 5 unggahan" in sentence
