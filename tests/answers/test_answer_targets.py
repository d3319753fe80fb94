"""Capaian Target: a simulation judges nobody, a target with dasar judges only what is reported."""

from datetime import date

import pytest

from answers.choice import Choice
from answers.targets import targets
from charts.model import Answer
from store import Scope, Store
from tests.answers.conftest import AGENCIES, COVERAGE, POSTS, fill
from tests.store.rows import row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def words_of(answer: Answer) -> str:
    """All text of an answer, small letters."""
    return repr(answer).lower()


def test_simulation_shows_the_gap(office: Store) -> None:
    answer = targets(office, Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Simulasi dengan asumsi 3 konten per hari kerja – belum ada dasar. Pada 1–6 Oktober 2024, dari "
        "16 hari target (OPD × hari), 1 mencapai asumsi, 7 di bawahnya (kurang 20), dan 8 belum dapat dinilai."
    )
    assert [(n.label, n.value) for n in answer.numbers] == [
        ("Hari mencapai asumsi", 1),
        ("Hari di bawah asumsi", 7),
        ("Hari belum dapat dinilai", 8),
        ("Kekurangan", 20),
    ]
    assert answer.charts[0].title == "Simulasi dengan asumsi 3 konten per hari kerja – belum ada dasar"


def test_simulation_calls_nobody_fulfilled_and_ranks_nobody(office: Store) -> None:
    answer = targets(office, Scope(), WEEK, TODAY)
    labels = [column.key for column in answer.charts[0].table.columns]
    assert "capaian" not in labels
    assert not any(cell in ("Tercapai", "Belum tercapai") for cells in answer.charts[0].table.rows for cell in cells)
    assert answer.charts[0].categories == (
        "Sekretariat Daerah",
        "Dinas Kesehatan",
        "Dinas Pekerjaan Umum",
        "Kecamatan Belitang",
    )


def test_days_and_gap_of_every_agency(office: Store) -> None:
    chart = targets(office, Scope(), WEEK, TODAY).charts[0]
    assert [series.values for series in chart.series] == [(0, 1, 0, 0), (4, 3, 0, 0), (0, 0, 4, 4)]
    target, assumed = "3 konten per hari kerja", "belum ada dasar (asumsi)"
    assert chart.table.rows == (
        ("Sekretariat Daerah", "Sekretariat", target, assumed, 4, 0, 4, 0, 12, 0, 12, 3.0, 1.0, "Melapor lengkap"),
        ("Dinas Kesehatan", "Dinas", target, assumed, 4, 1, 3, 0, 12, 4, 8, 2.0, 1.0, "Melapor lengkap"),
        ("Dinas Pekerjaan Umum", "Dinas", target, assumed, 4, 0, 0, 4, 12, 1, 0, None, 0.0, "Melapor sebagian"),
        ("Kecamatan Belitang", "Kecamatan", target, assumed, 4, 0, 0, 4, 12, None, None, None, 0.0, "Belum melapor"),
    )


def test_platform_filter_is_not_used_and_the_words_say_so(office: Store) -> None:
    narrowed = targets(office, Scope(), Choice(WEEK.first, WEEK.last, platforms=("facebook",)), TODAY)
    assert [n.value for n in narrowed.numbers] == [1, 7, 8, 20]
    assert "saringan platform tidak dipakai" in narrowed.filters


def test_a_target_with_dasar_names_those_that_meet_it(store: Store) -> None:
    low = row("targets", number=1, basis="SE 100/2024", from_day=date(2024, 10, 2))
    fill(store, agencies=AGENCIES, coverage=COVERAGE, posts=POSTS, targets=[low])
    answer = targets(store, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 2)), TODAY)
    assert answer.sentence == ("Pada 1–2 Oktober 2024, 2 dari 3 OPD yang melapor memenuhi target; 1 belum melapor.")
    verdicts = {cells[0]: (cells[4], cells[-1]) for cells in answer.charts[0].table.rows}
    assert verdicts == {
        "Sekretariat Daerah": (1, "Belum tercapai"),
        "Dinas Kesehatan": (1, "Tercapai"),
        "Dinas Pekerjaan Umum": (1, "Tercapai"),
        "Kecamatan Belitang": (1, "Belum melapor"),
    }


def test_an_incomplete_report_is_never_below_a_target_with_dasar(store: Store) -> None:
    fill(store, agencies=AGENCIES, coverage=COVERAGE, posts=POSTS, targets=[row("targets", number=1, basis="SE 1")])
    answer = targets(store, Scope(), WEEK, TODAY)
    verdicts = {cells[0]: cells[-1] for cells in answer.charts[0].table.rows}
    assert verdicts["Dinas Pekerjaan Umum"] == "Belum dapat dinilai"
    assert answer.sentence == (
        "Pada 1–6 Oktober 2024, 0 dari 3 OPD yang melapor memenuhi target; 1 belum dapat dinilai; 1 belum melapor."
    )


def test_an_assumption_for_one_kind_leaves_the_others_judged(store: Store) -> None:
    aims = [
        row("targets", target_id="t1", number=1, basis="SE 1"),
        row("targets", target_id="t2", kind="dinas", number=2),
    ]
    fill(store, agencies=AGENCIES, coverage=COVERAGE, posts=POSTS, targets=aims)
    answer = targets(store, Scope(), Choice(date(2024, 10, 1), date(2024, 10, 1)), TODAY)
    assert answer.sentence == (
        "Pada 1 Oktober 2024, 0 dari 1 OPD yang melapor memenuhi target; 1 belum melapor; 2 tidak dinilai. "
        "Simulasi dengan asumsi 2 konten per hari kerja – belum ada dasar."
    )
    verdicts = {cells[0]: cells[-1] for cells in answer.charts[0].table.rows}
    assert verdicts["Dinas Kesehatan"] == ""


@pytest.mark.parametrize("aims", [[], [row("targets", from_day=date(2025, 1, 1))]])
def test_without_a_target_in_force_the_answer_says_so(store: Store, aims: list[dict]) -> None:
    fill(store, agencies=AGENCIES, coverage=COVERAGE, targets=aims)
    answer = targets(store, Scope(), WEEK, TODAY)
    assert answer.sentence == "Belum ada hari target pada 1–6 Oktober 2024."
    assert answer.empty.startswith("Target belum diisi")


def test_no_word_of_blame(office: Store) -> None:
    said = words_of(targets(office, Scope(), WEEK, TODAY))
    assert [word for word in ("terburuk", "pelanggaran", "bersalah", "diam", "rapor", "utang") if word in said] == []


def sheet(store: Store, choice: Choice) -> dict[tuple[str, str], tuple[object, ...]]:
    """(OPD, day) → the other cells of Rincian Perhitungan."""
    charts = {chart.name: chart for chart in targets(store, Scope(), choice, TODAY).charts}
    return {(row[0], row[1]): row[2:] for row in charts["rincian-perhitungan"].table.rows}


def test_the_sheet_says_of_every_day_what_was_asked_counted_and_lacking(office: Store) -> None:
    rows = sheet(office, WEEK)
    three, assumed = "3 konten per hari kerja", "asumsi"
    assert len(rows) == 4 * 6
    assert rows["Dinas Kesehatan", "2024-10-01"] == (
        *("Selasa", "Ada unggahan", three, assumed, 3, None, 0, "Mencapai asumsi"),
    )
    assert rows["Dinas Kesehatan", "2024-10-02"] == (
        *("Rabu", "Ada unggahan", three, assumed, 1, None, 2, "Di bawah asumsi"),
    )
    assert rows["Dinas Kesehatan", "2024-10-03"] == (
        *("Kamis", "Nihil", three, assumed, 0, None, 3, "Di bawah asumsi"),
    )
    assert rows["Dinas Kesehatan", "2024-10-05"] == (
        *("Sabtu", "Libur", three, assumed, 0, None, None, "Bukan hari target"),
    )
    assert rows["Dinas Pekerjaan Umum", "2024-10-02"] == (
        *("Rabu", "Minimal 1, belum lengkap", three, assumed, 1, None, None, "Belum dapat dinilai"),
    )
    assert rows["Kecamatan Belitang", "2024-10-01"] == (
        *("Selasa", "Belum melapor", three, assumed, None, None, None, "Belum dapat dinilai"),
    )


def test_one_opd_is_a_calendar_and_hears_what_would_close_the_gap(office: Store) -> None:
    answer = targets(office, Scope(), Choice(WEEK.first, WEEK.last, agencies=("dinas-kesehatan",)), TODAY)
    assert answer.charts[1].kind == "calendar"
    assert answer.charts[1].title == "Rincian Perhitungan: Dinas Kesehatan"
    assert answer.sentence.endswith("Kekurangan itu setara dengan rata-rata 2 konten lagi per hari kerja.")


def test_a_year_of_all_opds_has_no_sheet_of_days(office: Store) -> None:
    answer = targets(office, Scope(), Choice(date(2024, 1, 1), date(2024, 12, 31)), TODAY)
    assert [chart.name for chart in answer.charts] == ["capaian-target", "capaian-tren"]


def test_ranks_within_the_kind_and_whose_report_is_too_incomplete(store: Store) -> None:
    fill(store, agencies=AGENCIES, coverage=COVERAGE, posts=POSTS, targets=[row("targets", number=3, basis="SE 1")])
    ranks, still_open = (
        table
        for table in targets(store, Scope(), WEEK, TODAY).tables
        if table.name in ("capaian-urutan", "capaian-laporan-belum-lengkap")
    )
    assert ranks.rows == (
        ("Sekretariat", 1, 1, "Sekretariat Daerah", 0.0, 1.0),
        ("Dinas", 1, 1, "Dinas Kesehatan", 0.25, 1.0),
    )
    assert still_open.title == "Laporan belum lengkap"
    assert still_open.rows == (
        ("Dinas Pekerjaan Umum", "Dinas", 4, 0, 0.0, "Melapor sebagian"),
        ("Kecamatan Belitang", "Kecamatan", 4, 0, 0.0, "Belum melapor"),
    )


def test_an_assumption_ranks_nobody(office: Store) -> None:
    assert [table.name for table in targets(office, Scope(), WEEK, TODAY).tables] == [
        "capaian-jenis", "capaian-berturut",
    ]  # fmt: skip


def test_longest_runs_of_target_days(office: Store) -> None:
    table = targets(office, Scope(), WEEK, TODAY).tables[1]
    assert table.rows[:3] == (
        ("Sekretariat Daerah", "Sekretariat", 0, None, None, 4, "2024-10-01", "2024-10-04", "Melapor lengkap"),
        ("Dinas Kesehatan", "Dinas", 1, "2024-10-01", "2024-10-01", 3, "2024-10-02", "2024-10-04", "Melapor lengkap"),
        ("Dinas Pekerjaan Umum", "Dinas", 0, None, None, 0, None, None, "Melapor sebagian"),
    )


def test_the_trend_counts_completely_reported_days_by_kind_and_leaves_gaps(office: Store) -> None:
    answer = targets(office, Scope(), Choice(date(2024, 11, 1), date(2024, 11, 30)), TODAY)
    trend = next(chart for chart in answer.charts if chart.name == "capaian-tren")
    assert trend.title == "Hari mencapai asumsi, per bulan dan jenis OPD"
    assert trend.categories == ("2024-10", "2024-11")
    assert [(series.name, series.values) for series in trend.series] == [
        ("Sekretariat", (0.0, None)),
        ("Dinas", (1 / 23, None)),
        ("Kecamatan", (None, None)),
    ]
    assert trend.table.rows[:3] == (
        ("Sekretariat", "Oktober 2024", 23, 23, 0, 0.0),
        ("Sekretariat", "November 2024", 20, 0, None, None),
        ("Dinas", "Oktober 2024", 46, 23, 1, 1 / 23),
    )
    assert trend.marks[1][0] == {"jenis": "dinas", "dari": "2024-10-01", "sampai": "2024-10-31"}


def test_the_trend_of_one_opd_bears_its_name(office: Store) -> None:
    november = Choice(date(2024, 11, 1), date(2024, 11, 30), agencies=("dinas-kesehatan",))
    trend = next(chart for chart in targets(office, Scope(), november, TODAY).charts if chart.name == "capaian-tren")
    assert [(series.name, series.values) for series in trend.series] == [("Dinas Kesehatan", (1 / 23, None))]


def test_one_opd_gets_the_posts_behind_its_count_with_file_and_row(office: Store) -> None:
    alone = Choice(WEEK.first, WEEK.last, agencies=("dinas-pupr",))
    table = next(table for table in targets(office, Scope(), alone, TODAY).tables if table.name == "rincian-unggahan")
    assert table.rows == (
        ("2024-10-02", 1, "2024-10-02", "Instagram", None, None, "log oktober.xlsx", "Okt", 9, "Antrean daring dibuka"),
    )
    kesehatan = Choice(WEEK.first, WEEK.last, agencies=("dinas-kesehatan",))
    found = next(t for t in targets(office, Scope(), kesehatan, TODAY).tables if t.name == "rincian-unggahan")
    assert [row[:4] for row in found.rows[:4]] == [
        ("2024-09-30", 1, "2024-10-01", "Facebook"), ("2024-10-01", 2, "2024-10-01", "Instagram"),
        ("2024-10-01", 2, "2024-10-01", "Facebook"), ("2024-10-01", 3, "2024-10-01", "Instagram"),
    ]  # fmt: skip


def test_the_days_of_each_kind_stand_apart(office: Store) -> None:
    table = targets(office, Scope(), WEEK, TODAY).tables[0]
    assert table.rows == (
        ("Sekretariat", 1, 4, 0, 4, 0, 0.0),
        ("Dinas", 2, 8, 1, 3, 4, 0.25),
        ("Kecamatan", 1, 4, 0, 0, 4, None),
    )
