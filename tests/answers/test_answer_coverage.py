"""Liputan: shares of konten per OPD, the unclear kept in the whole."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from answers.choice import Choice
from answers.coverage import coverage
from answers.posts import PostsChoice
from answers.posts import posts as list_posts
from charts.coverage_verdict import Limit
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill, post
from tests.store.rows import ROWS, row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def test_sentence_and_shares(office: Store) -> None:
    answer = coverage(office, Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 5 konten pada 1–6 Oktober 2024: 40% pimpinan, 0% pimpinan bersama layanan, "
        "40% perangkat daerah/bidang, 20% belum jelas."
    )
    assert (answer.numbers[0].label, answer.numbers[0].value, answer.numbers[0].unit) == (
        "Pimpinan",
        0.4,
        "dari konten (2 konten)",
    )
    assert answer.numbers[3].posts == {"dari": "2024-10-01", "sampai": "2024-10-06", "subjek": "tidak_jelas"}


def test_each_agency_once_in_the_order_of_the_list(office: Store) -> None:
    chart = coverage(office, Scope(), WEEK, TODAY).charts[0]
    assert chart.name == "liputan-pimpinan"
    assert {series.role: series.values for series in chart.series} == {
        "pimpinan_daerah": (None, 0.0, 0.0, None),
        "pimpinan_opd": (None, 0.0, 0.0, None),
        "pimpinan": (None, 0.5, 0.0, None),
        "campuran": (None, 0.0, 0.0, None),
        "perangkat": (None, 0.25, 1.0, None),
        "tidak_jelas": (None, 0.25, 0.0, None),
    }
    assert chart.states[0] == ("nihil", "", "", "belum_melapor")
    assert chart.table.rows[1] == (
        "Dinas Kesehatan", "Dinas", 4, 0, 0, 2, 0, 1, 1, 0.0, 0.0, 0.5, 0.0, 0.25, 0.25, "Melapor lengkap",
    )  # fmt: skip


def test_without_konten_there_is_no_share(store: Store) -> None:
    answer = coverage(fill(store, agencies=AGENCIES), Scope(), WEEK, TODAY)
    assert [n.value for n in answer.numbers] == [None, None, None, None]


def told(key: str, agency: str, subject: str, detail: str, **more: Any) -> dict[str, Any]:
    """A konten of one post on Instagram, on 2 October; `more`: account, is_repost, caption, bidang."""
    columns = {"subject_detail": detail, "bidang": more.pop("bidang", "")}
    return post(key, agency, "instagram", "2024-10-02", key, subject=subject, **more) | columns


def reported(store: Store, posts: list[dict[str, Any]], units: Sequence[dict[str, Any]] = ()) -> Store:
    """Sekretariat Daerah (which answers to Prokopim too) and Dinas Pertanian, both reported completely on Instagram."""
    ids = ("dinas-pertanian", "sekretariat-daerah")
    names = {"dinas-pertanian": "Dinas Pertanian", "sekretariat-daerah": "Sekretariat Daerah"}
    agencies = [row("agencies", agency_id=each, name=names[each], aliases="Setda; Prokopim") for each in ids]
    accounts = [row("accounts", agency_id=each, platform="instagram") for each in ids]
    covered = [row("coverage", agency_id=each, platform="instagram") for each in ids]
    tables = {"agencies": agencies, "accounts": accounts, "coverage": covered, "posts": posts, "units": list(units)}
    return fill(store, False, uploads=[row("uploads")], **tables)


def test_prokopim_stands_apart_and_its_office_stays(store: Store) -> None:
    posts = [
        told("1", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", account="prokopim.contoh"),
        told("2", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", bidang="setda/prokopim"),
        told("3", "sekretariat-daerah", "perangkat", "bidang", bidang="setda/hukum;setda/prokopim"),
        told("4", "dinas-pertanian", "pimpinan", "pimpinan_opd"),
    ]
    units = [
        row("units", unit_id="setda/prokopim", agency_id="sekretariat-daerah", name="Bagian A", aliases="Prokopim"),
        row("units", unit_id="setda/hukum", agency_id="sekretariat-daerah", name="Hukum"),
    ]
    answer = coverage(reported(store, posts, units), Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 2 konten pada 1–6 Oktober 2024: 50% pimpinan (50% pimpinan OPD), 0% pimpinan bersama layanan, "
        "50% perangkat daerah/bidang, 0% belum jelas. 2 konten Prokopim ditampilkan terpisah."
    )
    chart = answer.charts[0]
    assert chart.categories == ("Dinas Pertanian", "Sekretariat Daerah", "Prokopim (Sekretariat Daerah)")
    assert {series.role: series.values for series in chart.series} == {
        "pimpinan_daerah": (0.0, 0.0, 1.0),
        "pimpinan_opd": (1.0, 0.0, 0.0),
        "campuran": (0.0, 0.0, 0.0),
        "perangkat": (0.0, 1.0, 0.0),
        "tidak_jelas": (0.0, 0.0, 0.0),
    }
    assert chart.marks[1][0] == {
        "dari": "2024-10-01", "sampai": "2024-10-06", "opd": "dinas-pertanian", "subjek": "pimpinan",
    }  # fmt: skip
    whose = {"dari": "2024-10-01", "sampai": "2024-10-06", "opd": "sekretariat-daerah", "subjek": "pimpinan"}
    assert list(chart.marks[1][1:]) == [{**whose, "prokopim": "tidak"}, {**whose, "prokopim": "ya"}]
    assert [number.posts["prokopim"] for number in answer.numbers if number.posts] == ["tidak"] * 4
    for asked, keys in (
        (PostsChoice(protocol="ya"), ["1", "2"]),
        (PostsChoice(protocol="tidak"), ["3", "4"]),
        (PostsChoice(protocol="tidak", subject="pimpinan"), ["4"]),
    ):
        found = list_posts(store, Scope(), WEEK, TODAY, asked)
        assert sorted(json.loads(found.extra["keys"])) == keys


def test_an_office_that_is_prokopim_alone_has_one_bar_and_no_share(store: Store) -> None:
    store = reported(store, [told("1", "sekretariat-daerah", "pimpinan", "pimpinan_daerah")])
    record = ROWS["records"] | {"record_id": "1", "agency_id": "sekretariat-daerah", "agency_text": "Bag. Prokompim"}
    fill(store, records=[record])
    answer = coverage(store, Scope(), Choice(WEEK.first, WEEK.last, ("sekretariat-daerah",)), TODAY)
    assert answer.charts[0].categories == ("Prokopim (Sekretariat Daerah)",)
    assert [number.value for number in answer.numbers] == [None] * 4
    assert answer.sentence == (
        "Pada 1–6 Oktober 2024 tidak ada konten di luar Prokopim dan unggahan ulang. "
        "1 konten Prokopim ditampilkan terpisah."
    )


def test_reposts_leave_the_shares_and_nobody_is_nihil_by_them(store: Store) -> None:
    posts = [
        told("1", "dinas-pertanian", "pimpinan", "pimpinan_daerah", is_repost=True),
        told("2", "dinas-pertanian", "perangkat", "bidang"),
        told("3", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", is_repost=True),
    ]
    answer = coverage(reported(store, posts), Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 1 konten pada 1–6 Oktober 2024: 0% pimpinan, 0% pimpinan bersama layanan, "
        "100% perangkat daerah/bidang, 0% belum jelas. 2 unggahan ulang tidak ikut dihitung."
    )
    rows = {line[0]: (line[2], line[-1]) for line in answer.charts[0].table.rows}
    assert rows == {"Dinas Pertanian": (1, "Melapor lengkap"), "Sekretariat Daerah": (0, "Hanya unggahan ulang")}
    assert answer.charts[0].states[0] == ("", "")


def several(first: int, number: int, agency: str, subject: str, detail: str) -> list[dict[str, Any]]:
    """So many konten that are alike."""
    return [told(str(key), agency, subject, detail) for key in range(first, first + number)]


FORTY = Limit(40, "Ambang 40% sejak 1 Oktober 2024.")


def test_without_a_threshold_nobody_is_judged(store: Store) -> None:
    answer = coverage(
        reported(store, several(1, 20, "dinas-pertanian", "pimpinan", "pimpinan_opd")), Scope(), WEEK, TODAY
    )
    assert answer.tables == ()
    assert "tidak ada OPD yang dinilai" in dict(answer.definitions)["Ambang"]
    assert answer.charts[0].lines == ()


def test_leaders_alone_against_the_threshold(store: Store) -> None:
    posts = [
        *several(1, 6, "dinas-pertanian", "pimpinan", "pimpinan_daerah"),
        *several(7, 5, "dinas-pertanian", "pimpinan", "pimpinan_opd"),
        *several(12, 9, "dinas-pertanian", "perangkat", "bidang"),
        *several(21, 19, "sekretariat-daerah", "perangkat", "bidang"),
        told("40", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", account="prokopim.contoh"),
    ]
    answer = coverage(reported(store, posts), Scope(), WEEK, TODAY, FORTY)
    assert answer.tables[0].rows == (
        ("Dinas Pertanian", 0.55, 11, 0, 20, "Di atas ambang"),
        ("Sekretariat Daerah", 0.0, 0, 0, 19, "Tidak dinilai (kurang dari 20 konten)"),
        ("Prokopim (Sekretariat Daerah)", 1.0, 1, 0, 1, "Tidak dinilai (tugasnya meliput pimpinan)"),
    )
    assert (
        "Terhadap ambang 40% pimpinan saja: 1 OPD di atas, 0 di bawah, 0 belum dapat disimpulkan, "
        "1 berkonten kurang dari 20 sehingga tidak dinilai." in answer.sentence
    )
    assert answer.charts[0].lines[0].value == 0.4


@pytest.mark.parametrize(
    ("leaders", "verdict"),
    [
        (11, "Di atas ambang"),
        (10, "Belum dapat disimpulkan (dalam 10 poin dari ambang)"),
        (6, "Belum dapat disimpulkan (dalam 10 poin dari ambang)"),
        (5, "Di bawah ambang"),
    ],
)
def test_within_ten_points_of_the_threshold_nothing_is_said(duckdb_store: Store, leaders: int, verdict: str) -> None:
    posts = [
        *several(1, leaders, "dinas-pertanian", "pimpinan", "pimpinan_opd"),
        *several(1 + leaders, 20 - leaders, "dinas-pertanian", "perangkat", "bidang"),
    ]
    answer = coverage(reported(duckdb_store, posts), Scope(), WEEK, TODAY, FORTY)
    assert answer.tables[0].rows[0][5] == verdict


def test_an_incomplete_report_is_not_judged(store: Store) -> None:
    store = reported(store, several(1, 20, "dinas-pertanian", "pimpinan", "pimpinan_opd"))
    fill(store, accounts=[row("accounts", agency_id="dinas-pertanian", platform="x")])
    answer = coverage(store, Scope(), WEEK, TODAY, FORTY)
    assert answer.tables[0].rows[0][5] == "Belum dapat disimpulkan (laporan belum lengkap)"


def test_months_before_the_period_lead_to_their_own_posts(store: Store) -> None:
    august = datetime(2024, 8, 9)
    early = told("1", "dinas-pertanian", "pimpinan", "pimpinan_opd") | {
        "published_at": august, "day": august.date(), "content_day": august.date(),
    }  # fmt: skip
    late = [told("2", "dinas-pertanian", "perangkat", "bidang"), told("3", "dinas-pertanian", "campuran", "campuran")]
    trend = coverage(reported(store, [early, *late]), Scope(), WEEK, TODAY).charts[1]
    assert trend.categories == ("2024-08", "2024-09", "2024-10")
    assert {series.role: series.values for series in trend.series} == {
        "pimpinan": (1.0, None, 0.0),
        "campuran": (0.0, None, 0.5),
        "perangkat": (0.0, None, 0.5),
    }
    assert trend.marks[0] == ({"dari": "2024-08-01", "sampai": "2024-08-31", "subjek": "pimpinan"}, None, None)
    assert trend.marks[2][2] == {"dari": "2024-10-01", "sampai": "2024-10-06", "subjek": "perangkat"}


def test_the_trend_begins_eleven_months_before_the_last_one(store: Store) -> None:
    def at(key: str, moment: datetime) -> dict[str, Any]:
        days = {"published_at": moment, "day": moment.date(), "content_day": moment.date()}
        return told(key, "dinas-pertanian", "perangkat", "bidang") | days

    posts = [at("1", datetime(2023, 10, 31, 9)), at("2", datetime(2023, 11, 1, 9)), at("3", datetime(2024, 10, 2, 9))]
    trend = coverage(reported(store, posts), Scope(), WEEK, TODAY).charts[1]
    assert (trend.categories[0], len(trend.categories)) == ("2023-11", 12)
