"""Ringkasan: the sentence, three numbers against the period before, who is missing, the months."""

from datetime import date

from answers.choice import Choice
from answers.overview import overview
from charts.model import Missing
from store import Scope, Store
from tests.answers.conftest import AGENCIES, COVERAGE, POSTS, fill
from tests.store.rows import row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def test_sentence_numbers_and_who_is_missing(office: Store) -> None:
    answer = overview(office, Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Pada 1–6 Oktober 2024, 3 dari 4 OPD melapor dan memublikasikan 5 konten melalui 7 unggahan; "
        "1 OPD belum melapor."
    )
    assert [(n.label, n.value, n.unit, n.before) for n in answer.numbers] == [
        ("Konten", 5, "konten", 1),
        ("Unggahan", 7, "unggahan", 1),
        ("OPD melapor", 3, "dari 4 OPD", 1),
    ]
    assert answer.numbers[0].before_label == "25–30 September 2024"
    assert answer.reporting == "Sementara, 3 dari 4 OPD melapor; 1 belum melapor"
    assert answer.missing == (
        Missing("Kecamatan Belitang", "belum_melapor"),
        Missing("Dinas Pekerjaan Umum", "belum_lengkap"),
    )
    assert answer.cut_off == "Data per 1 November 2024, 08.00"
    assert answer.filters == "Semua OPD, semua platform"


def test_konten_per_agency_by_kind_with_the_state_of_the_silent(office: Store) -> None:
    chart = overview(office, Scope(), WEEK, TODAY).charts[0]
    assert chart.name == "ringkasan-konten-opd"
    assert chart.categories == (
        "Sekretariat Daerah",
        "Dinas Kesehatan",
        "Dinas Pekerjaan Umum",
        "Kecamatan Belitang",
    )
    assert chart.series[0].values == (None, 4.0, 1.0, None)
    assert chart.states == (("nihil", "", "", "belum_melapor"),)
    assert chart.marks[0][1] == {"dari": "2024-10-01", "sampai": "2024-10-06", "opd": "dinas-kesehatan"}
    assert chart.table.rows == (
        ("Sekretariat Daerah", "Sekretariat", 0, 0, "Melapor lengkap"),
        ("Dinas Kesehatan", "Dinas", 4, 6, "Melapor lengkap"),
        ("Dinas Pekerjaan Umum", "Dinas", 1, 1, "Melapor sebagian"),
        ("Kecamatan Belitang", "Kecamatan", None, None, "Belum melapor"),
    )


def test_months_begin_with_the_first_data_and_end_with_the_period(office: Store) -> None:
    chart = overview(office, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 31)), TODAY).charts[1]
    assert chart.categories == ("2024-09", "2024-10")
    assert [series.values for series in chart.series] == [(1.0, 5.0), (1.0, 7.0)]
    assert chart.table.rows == (("September 2024", 1, 1, 1, 4), ("Oktober 2024", 5, 7, 3, 4))


def test_platforms_count_posts(office: Store) -> None:
    chart = overview(office, Scope(), WEEK, TODAY).charts[2]
    assert chart.table.rows == (("Facebook", 2, 1), ("Instagram", 5, 2))


def test_filters_narrow_numbers_marks_and_words(office: Store) -> None:
    answer = overview(office, Scope(), Choice(WEEK.first, WEEK.last, kinds=("dinas",), platforms=("facebook",)), TODAY)
    assert [n.value for n in answer.numbers] == [1, 2, 1]
    assert answer.filters == "Jenis OPD: Dinas; Platform: Facebook"
    assert answer.reporting == "Sementara, 1 dari 1 OPD melapor; 1 tidak punya akun pada platform pilihan"
    assert answer.missing == (Missing("Dinas Pekerjaan Umum", "tanpa_akun"),)
    assert answer.numbers[0].posts == {
        "jenis": "dinas", "platform": "facebook", "dari": "2024-10-01", "sampai": "2024-10-06",
    }  # fmt: skip
    assert answer.charts[0].marks[0][0] == {
        "platform": "facebook", "dari": "2024-10-01", "sampai": "2024-10-06", "opd": "dinas-kesehatan",
    }  # fmt: skip


def test_months_of_unequal_length_carry_a_warning(office: Store) -> None:
    answer = overview(office, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 31)), TODAY)
    assert "31 hari" in answer.extra["perbandingan"]
    assert "30 hari" in answer.extra["perbandingan"]
    assert answer.definitions[-1] == ("Perbandingan", answer.extra["perbandingan"])


def test_an_inactive_agency_is_seen_in_the_period_of_its_posts(store: Store) -> None:
    posts = [POSTS[0] | {"agency_id": "dinas-lama"}]
    fill(store, agencies=AGENCIES, posts=posts)
    september = overview(store, Scope(), Choice(date(2024, 9, 1), date(2024, 9, 30)), TODAY)
    october = overview(store, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 31)), TODAY)
    assert "Dinas Lama" in september.charts[0].categories
    assert "Dinas Lama" not in october.charts[0].categories


def test_nobody_reported_is_not_nothing_published(store: Store) -> None:
    fill(store, agencies=AGENCIES)
    answer = overview(store, Scope(), WEEK, TODAY)
    assert answer.sentence == ("Belum ada OPD yang melapor untuk 1–6 Oktober 2024; belum ada yang dapat dihitung.")
    assert [n.value for n in answer.numbers] == [None, None, 0]
    assert [n.before for n in answer.numbers] == [None, None, None]
    assert answer.cut_off == "Belum ada laporan diunggah"
    assert len(answer.missing) == 4


def test_an_empty_store_says_what_to_do(store: Store) -> None:
    assert overview(store, Scope(), WEEK, TODAY).empty.startswith("Daftar OPD masih kosong")


def test_future_period_and_filter_without_agency_say_so(office: Store) -> None:
    assert overview(office, Scope(), Choice(date(2027, 1, 1), date(2027, 1, 31)), TODAY).empty.startswith("Periode ")
    none = Choice(WEEK.first, WEEK.last, kinds=("badan",))
    assert overview(office, Scope(), none, TODAY).empty.startswith("Tidak ada OPD")


def test_days_after_today_are_not_counted_and_the_period_says_so(office: Store) -> None:
    answer = overview(office, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 31)), date(2024, 10, 1))
    assert answer.period == "Oktober 2024 (sampai 1 Oktober 2024)"
    assert [n.value for n in answer.numbers] == [3, 5, 3]


def test_sample_rows_stand_apart_and_say_what_they_are(store: Store) -> None:
    fill(store, sample=True, agencies=AGENCIES, coverage=COVERAGE, posts=POSTS, uploads=[row("uploads")])
    assert overview(store, Scope(), WEEK, TODAY).empty
    answer = overview(store, Scope(sample=True), WEEK, TODAY)
    assert answer.sample is True
    assert answer.charts[0].note.startswith("DATA CONTOH – REKAAN.")


def test_a_scope_of_one_agency_sees_only_that_agency(office: Store) -> None:
    answer = overview(office, Scope(agencies=frozenset({"dinas-pupr"})), WEEK, TODAY)
    assert answer.charts[0].categories == ("Dinas Pekerjaan Umum",)
    assert [n.value for n in answer.numbers] == [1, 1, 1]
