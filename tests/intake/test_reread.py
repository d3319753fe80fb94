"""History read again: readings follow the lists, decisions stand, and what was cut off goes on."""

import datetime as dt
from typing import Any

import pytest

from intake import undo
from intake.reread import reread, versions, would_change
from intake.rulings import OFFICE, Ruling, decide
from intake.word_lists import lists_with
from rules import Lists, seed_texts
from store import Scope, Store
from tests.intake.made import NOW, lists, post, posts_in, rows_of, take
from tests.intake.test_undo import assert_posts_equal_full_rebuild

LATER = NOW + dt.timedelta(days=3)
LINK = "https://www.instagram.com/p/AAAAAAAAAA1/"


def other_lists(store: Store) -> Lists:
    """Lists that know one more word for aid."""
    text = seed_texts()["topics"].replace("[bantuan]\nstrong = [", '[bantuan]\nstrong = ["glorbin", ')
    assert "glorbin" in text
    return lists_with(store, "topics", text)


@pytest.fixture
def history(store: Store) -> Store:
    take(store, post(1, caption="Glorbin hari ini", link=LINK), post(2, caption="Glorbin besok"))
    take(store, post(3, caption="Rapat kerja"), post(1, caption="Glorbin hari ini", link=LINK), name="b.csv", at=1)
    return store


def test_only_what_another_version_read_is_read_again(history: Store) -> None:
    fresh = other_lists(history)
    assert versions(history, Scope(), lists()).behind == 0
    told = versions(history, Scope(), fresh)
    assert (told.behind, sum(told.posts.values())) == (3, 3)
    assert would_change(history, Scope(), fresh) == 2
    assert posts_in(history, "topic") == ["internal", "lainnya", "lainnya"]
    steps: list[tuple[int, int]] = []
    assert reread(history, Scope(), fresh, "Ani", LATER, lambda done, all_: not steps.append((done, all_))) == 3
    assert steps == [(3, 3)]
    assert posts_in(history, "topic") == ["bantuan", "bantuan", "internal"]
    assert versions(history, Scope(), fresh).behind == 0
    assert_posts_equal_full_rebuild(history)
    assert [line["action"] for line in rows_of(history, "audit")].count("reread") == 1


def test_what_a_person_decided_is_not_counted_as_a_change(history: Store) -> None:
    fresh = other_lists(history)
    decide(history, Scope(), "instagram:AAAAAAAAAA1", Ruling("topic", "darurat", "", "Ani", OFFICE), LATER)
    assert would_change(history, Scope(), fresh) == 2  # its subject would still change
    decide(history, Scope(), "instagram:AAAAAAAAAA1", Ruling("subject", "campuran", "", "Ani", OFFICE), LATER)
    assert would_change(history, Scope(), fresh) == 1


def test_a_decision_stands_and_an_undone_file_keeps_its_reading(history: Store) -> None:
    decide(history, Scope(), "instagram:AAAAAAAAAA1", Ruling("topic", "darurat", "", "Ani", OFFICE), LATER)
    undone = sorted(rows_of(history, "uploads"), key=lambda one: one["uploaded_at"])[1]["upload_id"]
    undo(history, Scope(), undone, "Ani", LATER)
    reread(history, Scope(), other_lists(history), "Ani", LATER, lambda done, all_: True)
    assert posts_in(history, "topic", "topic_source") == [("bantuan", "aturan"), ("darurat", "keputusan")]
    of_undone = [one["rules_version"] for one in rows_of(history, "records") if one["upload_id"] == undone]
    assert len(of_undone) == 2
    assert set(of_undone).isdisjoint(one["rules_version"] for one in rows_of(history, "posts"))
    assert_posts_equal_full_rebuild(history)


def test_a_run_that_is_cut_off_goes_on_later(history: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.reread.BATCH", 1)
    fresh = other_lists(history)
    assert reread(history, Scope(), fresh, "Ani", LATER, lambda done, all_: False) == 1
    assert versions(history, Scope(), fresh).behind == 2

    def dies(*given: Any) -> None:
        raise OSError("cut off")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="cut off"):
        patch.setattr("intake.reread.rebuild_posts", dies)
        reread(history, Scope(), fresh, "Ani", LATER, lambda done, all_: True)
    assert versions(history, Scope(), fresh).behind == 2
    assert_posts_equal_full_rebuild(history)
    assert reread(history, Scope(), fresh, "Ani", LATER, lambda done, all_: True) == 2
    assert versions(history, Scope(), fresh).behind == 0
