"""Liputan: shares of konten per OPD, the unclear kept in the whole."""

from datetime import date

from answers.choice import Choice
from answers.coverage import coverage
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill

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
        "pimpinan": (None, 0.5, 0.0, None),
        "campuran": (None, 0.0, 0.0, None),
        "perangkat": (None, 0.25, 1.0, None),
        "tidak_jelas": (None, 0.25, 0.0, None),
    }
    assert chart.states[0] == ("nihil", "", "", "belum_melapor")
    assert chart.table.rows[1] == (
        "Dinas Kesehatan", "Dinas", 4, 2, 0, 1, 1, 0.5, 0.0, 0.25, 0.25, "Melapor lengkap",
    )  # fmt: skip


def test_without_konten_there_is_no_share(store: Store) -> None:
    answer = coverage(fill(store, agencies=AGENCIES), Scope(), WEEK, TODAY)
    assert [n.value for n in answer.numbers] == [None, None, None, None]
