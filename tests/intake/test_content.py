"""Konten: the same text of an OPD on several platforms within three days is one piece of content."""

import datetime as dt

from store import Store
from tests.intake.made import post, posts_in, take


def contents(store: Store) -> list[tuple[str, int, int]]:
    """Day of October (32 is 1 November), first day of its konten, and number of the konten, of each post in order."""
    order: dict[str, int] = {}
    rows = sorted(posts_in(store, "day", "platform", "content_day", "content_key"))
    first = dt.date(2024, 9, 30)
    return [
        (f"{platform} {(day - first).days}", (content_day - first).days, order.setdefault(key, len(order)))
        for day, platform, content_day, key in rows
    ]


def test_three_platforms_within_three_days_are_one(store: Store) -> None:
    take(store, *(post(day, p, caption="Rapat") for day, p in ((3, "facebook"), (5, "instagram"), (6, "tiktok"))))
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 5", 3, 0), ("tiktok 6", 3, 0)]


def test_fourth_day_is_another(store: Store) -> None:
    take(store, *(post(day, p, caption="Rapat") for day, p in ((3, "facebook"), (6, "instagram"), (7, "tiktok"))))
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 6", 3, 0), ("tiktok 7", 7, 1)]


def test_days_count_from_the_first_not_from_the_last(store: Store) -> None:
    take(store, *(post(day, p, caption="Rapat") for day, p in ((1, "facebook"), (4, "instagram"), (5, "x"))))
    assert contents(store) == [("facebook 1", 1, 0), ("instagram 4", 1, 0), ("x 5", 5, 1)]


def test_same_text_again_on_a_platform_is_another(store: Store) -> None:
    """A hospital's daily schedule of doctors; what follows elsewhere belongs to the oldest that lacks the platform."""
    take(
        store, *(post(day, caption="Jadwal dokter") for day in (3, 4, 5)), post(4, "facebook", caption="Jadwal dokter")
    )
    assert contents(store) == [
        ("instagram 3", 3, 0),
        ("facebook 4", 3, 0),
        ("instagram 4", 4, 1),
        ("instagram 5", 5, 2),
    ]


def test_empty_texts_are_each_their_own(store: Store) -> None:
    links = [f"https://www.instagram.com/p/D{number}aaaaaaaaa/" for number in range(3)]
    rows = [post(3, link=links[0], row=2), post(3, link=links[1], caption="https://a.id/x", row=3)]
    take(store, *rows, post(3, "facebook", link="https://www.facebook.com/a/posts/1234567", row=4))
    assert len(set(posts_in(store, "content_key"))) == 3


def test_row_of_links_only_is_one_konten_and_three_posts(store: Store) -> None:
    links = {
        "instagram": "https://www.instagram.com/p/D1aaaaaaaaa/",
        "facebook": "https://www.facebook.com/a/posts/1234567",
        "tiktok": "https://www.tiktok.com/@a/video/7300000000000000001",
    }
    take(
        store,
        *(post(3, platform, link=link, row=2) for platform, link in links.items()),
        post(3, "x", link="x.com/a/status/12345", row=3),
    )
    assert len(posts_in(store, "post_key")) == 4
    assert sorted(posts_in(store, "content_key").count(key) for key in set(posts_in(store, "content_key"))) == [1, 3]


def test_konten_that_starts_earlier_takes_the_others_along(store: Store) -> None:
    """A late file brings the first post: konten of posts that were stored before it change with it."""
    take(store, post(6, "instagram", caption="Rapat"), post(7, "tiktok", caption="Rapat"), name="a")
    assert contents(store) == [("instagram 6", 6, 0), ("tiktok 7", 6, 0)]
    take(store, post(3, "facebook", caption="Rapat"), name="b", at=1)
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 6", 3, 0), ("tiktok 7", 7, 1)]


def test_konten_over_the_end_of_the_month_is_counted_on_its_first_day(store: Store) -> None:
    take(store, post(31, "facebook", caption="Rapat"), post(32, "instagram", caption="Rapat"))
    assert contents(store) == [("facebook 31", 31, 0), ("instagram 32", 31, 0)]


def test_text_that_an_export_corrects_leaves_its_konten(store: Store) -> None:
    link = "https://www.instagram.com/p/D1aaaaaaaaa/"
    take(store, post(3, link=link, caption="Rapat"), post(3, "facebook", caption="Rapat"), name="a")
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 3", 3, 0)]
    take(store, post(3, hour=9, link=link, caption="Rapat koordinasi"), name="b", at=1)
    assert contents(store) == [("facebook 3", 3, 0), ("instagram 3", 3, 1)]
