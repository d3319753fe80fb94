"""What another list would change is counted and shown before it is put in force, and nothing is changed by looking."""

import datetime as dt

from intake.preview import Preview, Reading, preview
from intake.rulings import OFFICE, Ruling, decide
from intake.word_lists import lists_with, shipped
from rules import Context, seed_lists
from store import Scope, Store
from tests.intake.made import NOW, everything, post, rows_of, take

GOATS = shipped("topics").replace("[seremonial]\nstrong = [", '[seremonial]\nstrong = ["kambing",', 1)


def seen(store: Store, name: str = "topics", text: str = GOATS, **scope: object) -> Preview:
    now, then = Reading(seed_lists(), Context()), Reading(lists_with(store, name, text), Context())
    return preview(store, Scope(**scope), now, then)  # type: ignore[arg-type]


def test_posts_that_would_be_read_differently_are_counted_and_shown(store: Store) -> None:
    take(
        store, post(4, caption="Kambing ada di sini"), post(5, caption="Kambing kedua"), post(6, caption="Selamat pagi")
    )
    before = everything(store)
    found = seen(store)
    assert (found.posts, found.changed, dict(found.by_field)) == (3, 2, {"topic": 2})
    told = [(each.day, each.caption, each.field, each.before, each.after, each.words_after) for each in found.examples]
    assert told == [
        (dt.date(2024, 10, 5), "Kambing kedua", "topic", "lainnya", "seremonial", "Kambing"),
        (dt.date(2024, 10, 4), "Kambing ada di sini", "topic", "lainnya", "seremonial", "Kambing"),
    ]
    assert everything(store) == before


def test_what_a_log_itself_says_stays_said(store: Store) -> None:
    take(store, post(4, caption="Kambing", topic_said="Kegiatan internal"))
    assert seen(store).changed == 0


def test_what_a_person_decided_stays_decided(store: Store) -> None:
    take(store, post(4, caption="Kambing"), post(5, caption="Kambing lagi"))
    (key,) = (row["post_key"] for row in rows_of(store, "posts") if row["caption"] == "Kambing")
    decide(store, Scope(), key, Ruling("topic", "internal", "", "Budi", OFFICE), NOW)
    assert [each.caption for each in seen(store).examples] == ["Kambing lagi"]


def test_a_list_of_what_logs_say_changes_what_they_say(store: Store) -> None:
    take(store, post(4, caption="Rapat", topic_said="Ternak Kita"))
    text = shipped("said").replace("seremonial = [", 'seremonial = ["ternak kita", ', 1)
    found = seen(store, "said", text)
    assert [(each.field, each.after, each.words_after) for each in found.examples] == [
        ("topic", "seremonial", "Ternak Kita")
    ]


def test_a_preview_sees_what_its_scope_sees(store: Store) -> None:
    take(store, post(4, caption="Kambing"), post(5, caption="Kambing lagi", opd="Dinas B"))
    assert seen(store, agencies=frozenset({"dinas-b"})).changed == 1
    assert seen(store, sample=True) == Preview(0, 0, {}, ())


def test_fifty_posts_are_shown_and_all_are_counted(store: Store) -> None:
    take(store, *(post(1 + number % 28, caption=f"Kambing nomor {number}") for number in range(60)))
    found = seen(store)
    assert (found.changed, len(found.examples)) == (60, 50)
