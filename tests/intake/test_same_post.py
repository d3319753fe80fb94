"""One post counts once, whichever log says it first, and the right record speaks for it."""

import datetime as dt
from typing import Any

import pytest

from store import Store
from tests.intake.made import post, posts_in, rows_of, take

LINK = "https://www.instagram.com/p/DAbCdEfGhIj/"
SAME_LINK = "https://instagram.com/reel/DAbCdEfGhIj/?igsh=abc"
META = {"hour": 9, "post_id": "18000000000000001", "caption": "Antrean daring\ndibuka", "likes": 40, "views": 900}
OWN = {"caption": "Antrean  daring DIBUKA", "topic_said": "Seremonial", "bidang_said": "Umum"}
NOVEMBER = dt.date(2024, 11, 2)
DECEMBER = dt.date(2024, 12, 2)

PAIRS = {
    "link": (post(link=LINK, **META), post(link=SAME_LINK, caption="Judul lain sama sekali")),
    "text": (post(link=LINK, **META), post(**OWN)),
    "id in the link": (
        post(platform="facebook", **META),
        post(platform="facebook", link="https://www.facebook.com/a/posts/18000000000000001", caption="Lain"),
    ),
    "share link and text": (
        post(platform="facebook", **META),
        post(platform="facebook", link="https://www.facebook.com/share/p/abcdef1/", **OWN),
    ),
}


@pytest.mark.parametrize("meta_first", [True, False], ids=["meta first", "own list first"])
@pytest.mark.parametrize("by", PAIRS)
def test_export_and_own_list_count_once(store: Store, by: str, meta_first: bool) -> None:
    both = PAIRS[by] if meta_first else PAIRS[by][::-1]
    first = take(store, both[0], name="a")
    second = take(store, both[1], name="b", at=1)
    assert (first.accepted, first.repeated, second.accepted, second.repeated) == (1, 0, 0, 1)
    assert posts_in(store, "records", "has_time", "caption", "likes", "views") == [
        (2, True, "Antrean daring\ndibuka", 40, 900)
    ]
    assert len({row["post_key"] for row in rows_of(store, "records")}) == 1


def test_both_in_one_file_count_once(store: Store) -> None:
    receipt = take(store, *PAIRS["text"], post(8, **OWN))
    assert (receipt.accepted, receipt.repeated) == (2, 1)
    assert posts_in(store, "day", "records") == [(dt.date(2024, 10, 7), 2), (dt.date(2024, 10, 8), 1)]


@pytest.mark.parametrize(
    "other",
    [
        post(8, **OWN),
        post(platform="tiktok", **OWN),
        post(opd="Dinas B", **OWN),
        post(link="https://www.instagram.com/p/DZzzzzzzzzz/", **OWN),
        post(caption="Antrean daring ditutup"),
    ],
    ids=["another day", "another platform", "another agency", "another link", "another text"],
)
def test_what_shares_too_little_is_another_post(store: Store, other: dict[str, Any]) -> None:
    take(store, post(link=LINK, **META), name="a")
    take(store, other, name="b", at=1)
    assert posts_in(store, "records") == [1, 1]


def test_agencies_with_the_same_text_on_a_day_stay_apart(store: Store) -> None:
    take(store, post(caption="Selamat HUT"), post(opd="Dinas B", caption="Selamat HUT"))
    assert posts_in(store, "agency_id") == ["dinas-a", "dinas-b"]
    assert len(set(posts_in(store, "content_key"))) == 2


def test_key_that_changes_from_text_to_link_leaves_one_post(store: Store) -> None:
    take(store, post(**OWN), name="a")
    (text_key,) = posts_in(store, "post_key")
    assert text_key.startswith("instagram@dinas-a@2024-10-07@")
    take(store, post(link=LINK, **META), name="b", at=1)
    assert posts_in(store, "post_key", "content_key") == [("instagram:DAbCdEfGhIj", "instagram:DAbCdEfGhIj")]
    assert [row["post_key"] for row in rows_of(store, "records")] == ["instagram:DAbCdEfGhIj"] * 2


def test_record_that_brings_two_posts_together_leaves_one(store: Store) -> None:
    take(store, post(link=LINK, caption="Satu"), post(post_id="17900000000000001", caption="Dua"), name="a")
    assert len(posts_in(store, "post_key")) == 2
    receipt = take(store, post(link=LINK, post_id="17900000000000001", caption="Tiga"), name="b", at=1)
    assert (receipt.accepted, receipt.repeated) == (0, 1)
    assert posts_in(store, "post_key", "records", "caption") == [("instagram:DAbCdEfGhIj", 3, "Tiga")]


@pytest.mark.parametrize("newest_first", [True, False])
def test_day_of_export_decides_not_day_of_upload(store: Store, newest_first: bool) -> None:
    old = ({"link": LINK, "caption": "Lama", "likes": 5, "comments": 9}, NOVEMBER)
    new = ({"link": LINK, "caption": "Baru", "likes": 3}, DECEMBER)
    for minute, (row, as_of) in enumerate((new, old) if newest_first else (old, new)):
        take(store, post(**row), name=str(minute), at=minute, as_of=as_of)
    assert posts_in(store, "caption", "likes", "comments") == [("Baru", 3, None)]


def test_an_old_export_uploaded_late_speaks_for_the_day_of_its_making(store: Store) -> None:
    take(store, post(link=LINK, caption="Baru", likes=9), name="a", as_of=dt.date(2024, 11, 3))
    take(store, post(link=LINK, caption="Lama", likes=5), name="b", at=1, as_of=dt.date(2024, 11, 1))
    assert posts_in(store, "caption", "likes") == [("Baru", 9)]


def test_same_day_of_export_the_later_upload_speaks(store: Store) -> None:
    take(store, post(link=LINK, caption="Lama"), name="a", as_of=NOVEMBER)
    take(store, post(link=LINK, caption="Baru"), name="b", at=1, as_of=NOVEMBER)
    assert posts_in(store, "caption") == ["Baru"]


def test_record_that_knows_the_hour_speaks_first(store: Store) -> None:
    take(store, post(7, link=LINK, hour=23, caption="Dari ekspor"), name="a", as_of=NOVEMBER)
    take(store, post(8, link=LINK, caption="Dari daftar"), name="b", at=1, as_of=DECEMBER)
    assert posts_in(store, "published_at", "day", "caption") == [
        (dt.datetime(2024, 10, 7, 23), dt.date(2024, 10, 7), "Dari ekspor")
    ]


def test_figures_come_together_from_the_newest_that_has_any(store: Store) -> None:
    figures = ("likes", "comments", "views", "reach")
    take(store, post(link=LINK, hour=9, likes=10, comments=2, reach=70), name="a", as_of=NOVEMBER)
    take(store, post(link=LINK, likes=0, views=500), name="b", at=1, as_of=NOVEMBER + dt.timedelta(days=1))
    take(store, post(link=LINK, caption="Tanpa angka"), name="c", at=2, as_of=DECEMBER)
    assert posts_in(store, *figures) == [(0, None, 500, None)]


def test_rows_of_a_file_are_never_added_up(store: Store) -> None:
    take(store, post(link=LINK, likes=7), post(link=LINK, likes=7))
    assert posts_in(store, "likes", "records") == [(7, 2)]


def test_what_a_log_says_survives_an_export_that_does_not(store: Store) -> None:
    said = {"topic_said": "Seremonial", "subject_said": "Kegiatan Pimpinan", "bidang_said": "Bidang Umum"}
    take(store, post(link=LINK, caption="Jadwal vaksinasi posyandu", **said), name="a", as_of=NOVEMBER)
    read = ("topic", "topic_source", "topic_evidence", "subject", "subject_source", "subject_evidence", "bidang_said")
    own = [("seremonial", "log", "Seremonial", "pimpinan", "log", "Kegiatan Pimpinan", "Bidang Umum")]
    assert posts_in(store, *read) == own
    export = post(link=LINK, hour=9, caption="Jadwal vaksinasi posyandu", likes=4)
    take(store, export, name="b", at=1, as_of=DECEMBER)
    assert posts_in(store, *read) == own
    assert posts_in(store, "has_time", "likes") == [(True, 4)]


def test_newest_log_that_says_a_topic_is_believed(store: Store) -> None:
    take(store, post(link=LINK, caption="Apel", topic_said="Seremonial"), name="a", as_of=DECEMBER)
    take(store, post(link=LINK, caption="Apel", topic_said="Pelayanan"), name="b", at=1, as_of=NOVEMBER)
    assert posts_in(store, "topic", "topic_source") == [("seremonial", "log")]


def test_row_without_text_or_link_takes_neither_away(store: Store) -> None:
    """A form that lists links only, and a list that holds captions only, add to what is known of a post."""
    take(store, post(link=LINK, caption="Jadwal vaksinasi posyandu"), name="a", as_of=NOVEMBER)
    read = ("caption", "link", "topic", "topic_evidence", "content_text")
    known = posts_in(store, *read)
    assert known[0][:2] == ("Jadwal vaksinasi posyandu", LINK)
    take(store, post(link=LINK), name="b", at=1, as_of=DECEMBER)
    take(store, post(caption="Jadwal vaksinasi posyandu"), name="c", at=2, as_of=DECEMBER)
    assert posts_in(store, *read, "records") == [(*known[0], 3)]


def test_sample_never_joins_the_real(store: Store) -> None:
    take(store, post(link=LINK, **META), name="a")
    receipt = take(store, post(link=LINK, caption="Rekaan"), name="b", at=1, sample=True)
    assert (receipt.accepted, receipt.repeated) == (1, 0)
    take(store, post(link=LINK, caption="Rekaan lagi"), name="c", at=2, as_of=DECEMBER, sample=True)
    assert posts_in(store, "caption", "records") == [("Antrean daring\ndibuka", 1)]
    assert posts_in(store, "caption", "records", sample=True) == [("Rekaan lagi", 2)]
