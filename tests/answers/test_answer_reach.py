"""Jangkauan Publik: figures where they were reported, with how many posts have them; never added up, never 0."""

from datetime import date
from typing import Any

from answers.choice import Choice
from answers.reach import reach
from charts.model import Answer
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill, post
from tests.store.rows import ROWS, row

OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))
TODAY = date(2026, 11, 22)


def seen(key: str, platform: str, day: int, agency: str = "dinas-kesehatan", **figures: int) -> dict[str, Any]:
    """A post with its figures, and the record that told them."""
    return post(key, agency, platform, f"2024-10-{day:02d}", key, caption=f"Antrean {key}", **figures)


def reported(store: Store, posts: list[dict[str, Any]]) -> Store:
    """The posts, told by one upload that was exported on 4 November."""
    records = [ROWS["records"] | {column: one[column] for column in ("record_id", "post_key", "agency_id", "likes",
               "comments", "shares", "saves", "views", "reach", "impressions")} for one in posts]  # fmt: skip
    upload = row("uploads", as_of=date(2024, 11, 4))
    covered = [row("coverage", agency_id="dinas-kesehatan", platform="facebook")]
    return fill(store, uploads=[upload], agencies=AGENCIES, coverage=covered, records=records, posts=posts)


def twelve(store: Store) -> Answer:
    """Eleven posts on Facebook with 10 to 110 views, one without a figure; one on Instagram with all figures."""
    posts = [seen(f"f{at}", "facebook", at, views=at * 10) for at in range(1, 12)]
    posts += [seen("f12", "facebook", 12), seen("i1", "instagram", 3, views=50, reach=40, likes=2, comments=1, shares=1,
                                                 link="https://www.instagram.com/p/abc/")]  # fmt: skip
    return reach(reported(store, posts), Scope(), OCTOBER, TODAY)


def test_the_sentence_says_what_half_of_the_posts_reached_and_of_how_many_it_is_known(store: Store) -> None:
    answer = twelve(store)
    assert answer.sentence == (
        "Pada Oktober 2024, separuh unggahan Facebook ditayangkan 60 kali atau lebih (angka tersedia: 11 dari 12 "
        "unggahan) dan separuh unggahan Instagram ditayangkan 50 kali atau lebih (angka tersedia: 1 dari 1 unggahan). "
        "Angka sampai hari ekspor (4 November 2024)."
    )
    assert [(number.label, number.value, number.unit) for number in answer.numbers] == [
        ("Unggahan dengan angka", 12, "dari 13 unggahan"),
        ("Tayangan Facebook", 60, "nilai tengah per unggahan; angka tersedia: 11 dari 12 unggahan"),
        ("Tayangan Instagram", 50, "nilai tengah per unggahan; angka tersedia: 1 dari 1 unggahan"),
    ]


def test_an_opd_with_few_figures_is_listed_and_not_compared(store: Store) -> None:
    chart = twelve(store).charts[0]
    assert chart.categories == ("Dinas Kesehatan",)
    assert [(series.name, series.values) for series in chart.series] == [("Facebook", (60,))]
    assert chart.marks[0][0] == {
        "dari": "2024-10-01", "sampai": "2024-10-31", "opd": "dinas-kesehatan", "platform": "facebook",
    }  # fmt: skip
    assert chart.table.rows == (
        ("Dinas Kesehatan", "Dinas", "Facebook", 12, 11, 60, "Dapat dibandingkan"),
        ("Dinas Kesehatan", "Dinas", "Instagram", 1, 1, 50, "Belum dibandingkan (kurang dari 10 angka)"),
    )


def test_figures_that_were_not_reported_stay_missing(store: Store) -> None:
    answer = twelve(store)
    parts = {chart.name: chart for chart in answer.charts}
    told = [(s.name, s.values) for s in parts["jangkauan-tersedia"].series]
    assert told == [("Angka tersedia", (11, 1)), ("Angka tidak tersedia", (1, 0))]
    assert parts["jangkauan-tersedia"].table.rows[0] == (
        "Facebook", 12, 11, 11, 0, 0, 0, "2024-11-04", "2024-11-04",
    )  # fmt: skip
    assert parts["jangkauan-median-interaksi"].categories == ()


def test_the_top_posts_with_opd_day_and_link(store: Store) -> None:
    viewed, answered = twelve(store).tables[:2]
    assert viewed.rows[0] == (
        "Facebook", 1, 110, "Tayangan", None, "Dinas Kesehatan", "2024-10-11", "2024-11-04", "Antrean f11",
    )  # fmt: skip
    assert [row[:3] for row in viewed.rows] == [
        ("Facebook", 1, 110), ("Facebook", 2, 100), ("Facebook", 3, 90), ("Facebook", 4, 80), ("Facebook", 5, 70),
        ("Instagram", 1, 50),
    ]  # fmt: skip
    assert answered.rows == (
        ("Instagram", 1, 4, "Interaksi", "https://www.instagram.com/p/abc/", "Dinas Kesehatan", "2024-10-03",
         "2024-11-04", "Antrean i1"),
    )  # fmt: skip


def test_a_rate_stands_only_beside_the_denominator_that_was_reported(store: Store) -> None:
    rates = twelve(store).tables[3]
    assert [row[2:6] for row in rates.rows] == [
        ("Instagram", 0.1, "per jangkauan", "1 dari 1 unggahan"),
        ("Instagram", 0.08, "per tayangan", "1 dari 1 unggahan"),
    ]


def test_impressions_are_listed_as_such_where_a_platform_tells_no_views(store: Store) -> None:
    posts = [seen("x1", "x", 2, impressions=70), seen("f1", "facebook", 2, views=5, impressions=900)]
    viewed = reach(reported(store, posts), Scope(), OCTOBER, TODAY).tables[0]
    assert [row[:4] for row in viewed.rows] == [("Facebook", 1, 5, "Tayangan"), ("X", 1, 70, "Impresi")]


def test_without_any_figure_nothing_is_said_to_be_nought(store: Store) -> None:
    answer = reach(reported(store, [seen("f1", "facebook", 2)]), Scope(), OCTOBER, TODAY)
    assert answer.sentence == "Pada Oktober 2024, angka tersedia: 0 dari 1 unggahan."
    assert answer.empty.startswith("Laporan pada periode ini belum memuat angka platform.")
    assert answer.charts == ()


def test_those_of_a_kind_are_compared_from_three_on(store: Store) -> None:
    ids = ("dinas-kesehatan", "dinas-pupr", "dinas-baru")
    posts = [
        seen(f"{agency}{at}", "facebook", at, agency, views=level)
        for agency, level in zip(ids, (10, 20, 60), strict=True)
        for at in range(1, 11)
    ]
    fill(store, agencies=[row("agencies", agency_id="dinas-baru", name="Dinas Baru", kind="dinas")])
    medians = reach(reported(store, posts), Scope(), OCTOBER, TODAY).tables[2]
    assert [(row[0], row[4], row[5], row[6], row[7]) for row in medians.rows] == [
        ("Dinas Baru", 60, "10 dari 10 unggahan", 20, 3),
        ("Dinas Kesehatan", 10, "10 dari 10 unggahan", 20, 3),
        ("Dinas Pekerjaan Umum", 20, "10 dari 10 unggahan", 20, 3),
    ]
