"""Ragam Topik: one topic a konten, Belum Terklasifikasi always shown."""

from datetime import date

from answers.choice import Choice
from answers.topics import topics
from charts.labels import TOPICS
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def test_sentence_and_numbers(office: Store) -> None:
    answer = topics(office, Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 5 konten pada 1–6 Oktober 2024, 60% informatif; terbanyak Bantuan Pemerintah dan "
        "Pelayanan Publik (1 konten); 1 konten belum terklasifikasi."
    )
    assert [(n.label, n.value) for n in answer.numbers] == [
        ("Konten", 5),
        ("Informatif", 0.6),
        ("Belum Terklasifikasi", 1),
    ]


def test_topics_in_fixed_order_with_links(office: Store) -> None:
    chart = topics(office, Scope(), WEEK, TODAY).charts[0]
    counts = dict(zip(TOPICS, chart.series[0].values, strict=True))
    assert chart.categories == tuple(TOPICS.values())
    assert {code: count for code, count in counts.items() if count} == {
        "bantuan": 1, "layanan": 1, "pembangunan": 1, "seremonial": 1, "lainnya": 1,
    }  # fmt: skip
    assert chart.marks[0][-1] == {"dari": "2024-10-01", "sampai": "2024-10-06", "topik": "lainnya"}
    assert ("Pelayanan Publik", 1, 2, 0.2, "Ya") in chart.table.rows


def test_each_agency_with_state_where_it_has_none(office: Store) -> None:
    chart = topics(office, Scope(), WEEK, TODAY).charts[1]
    assert [states[0] for states in chart.states] == ["nihil", "", "belum_lengkap", "belum_melapor"]
    rows = {row[0]: row for row in chart.table.rows}
    assert rows["Dinas Kesehatan"][2:4] == (4, 0.5)
    assert rows["Kecamatan Belitang"][2:] == (None, None, *(None,) * 13, "Belum melapor")
    assert rows["Sekretariat Daerah"][2:] == (0, None, *(0,) * 13, "Nihil")


def test_a_topic_that_an_incomplete_report_does_not_hold_is_unknown_not_nought(office: Store) -> None:
    chart = topics(office, Scope(), WEEK, TODAY).charts[1]
    (at,) = [place for place, series in enumerate(chart.series) if series.name == "Dinas Pekerjaan Umum"]
    known = list(TOPICS).index("pembangunan")
    assert chart.states[at] == ("belum_lengkap",) * len(TOPICS)
    assert chart.series[at].values == tuple(1 if place == known else None for place in range(len(TOPICS)))
    row = next(row for row in chart.table.rows if row[0] == "Dinas Pekerjaan Umum")
    assert row[4:] == (*(1 if place == known else None for place in range(len(TOPICS))), "Melapor sebagian")


def test_without_konten_there_is_no_share(store: Store) -> None:
    answer = topics(fill(store, agencies=AGENCIES), Scope(), WEEK, TODAY)
    assert [n.value for n in answer.numbers] == [None, None, None]


def test_expected_topics_not_seen_are_told_of_those_that_reported_only(office: Store) -> None:
    expected = {
        "dinas-kesehatan": ("bantuan", "layanan", "literasi"), "dinas-pupr": ("pembangunan",),
        "kecamatan-belitang": ("layanan",), "sekretariat-daerah": ("regulasi",),
    }  # fmt: skip
    answer = topics(office, Scope(), WEEK, TODAY, expected)
    (table,) = answer.tables
    assert table.rows == (
        ("Sekretariat Daerah", "Regulasi dan Pengumuman", "tidak ada", "Melapor lengkap"),
        ("Dinas Kesehatan", "Literasi dan Klarifikasi", "Bantuan Pemerintah, Pelayanan Publik", "Melapor lengkap"),
        ("Dinas Pekerjaan Umum", "tidak ada", "Rencana dan Program Pembangunan", "Melapor sebagian"),
    )
    assert [n.value for n in answer.numbers] == [5, 0.6, 1]
    assert topics(office, Scope(), WEEK, TODAY).tables == ()
