"""Aktivitas: the states of the heat map, the trend, the hours, last post and longest silence."""

from datetime import date

from answers.activity import activity, step_of
from answers.choice import Choice
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def test_heat_map_keeps_states_apart(office: Store) -> None:
    chart = activity(office, Scope(), WEEK, TODAY).charts[0]
    assert chart.name == "aktivitas-harian"
    assert chart.categories == tuple(f"2024-10-0{day}" for day in range(1, 7))
    rows = {series.name: (series.values, states) for series, states in zip(chart.series, chart.states, strict=True)}
    assert rows == {
        "Sekretariat Daerah": ((None,) * 6, ("nihil", "nihil", "nihil", "nihil", "libur", "libur")),
        "Dinas Kesehatan": ((3.0, 1.0, None, None, None, None), ("", "", "nihil", "nihil", "libur", "libur")),
        "Dinas Pekerjaan Umum": (
            (None, 1.0, None, None, None, None),
            ("belum_lengkap", "", "belum_lengkap", "belum_lengkap", "belum_lengkap", "belum_lengkap"),
        ),
        "Kecamatan Belitang": ((None,) * 6, ("belum_melapor",) * 6),
    }
    assert chart.marks[1][0] == {"dari": "2024-10-01", "sampai": "2024-10-01", "opd": "dinas-kesehatan"}
    assert chart.marks[0][0] is None
    assert ("Dinas Kesehatan", "Dinas", "2024-10-01", 3, 5, "Ada unggahan") in chart.table.rows
    assert ("Dinas Pekerjaan Umum", "Dinas", "2024-10-01", None, None, "Belum lengkap") in chart.table.rows


def test_sentence_counts_only_those_that_reported(office: Store) -> None:
    assert activity(office, Scope(), WEEK, TODAY).sentence == (
        "Pada 1–6 Oktober 2024, 2 dari 3 OPD yang melapor mengunggah sekurangnya satu kali: "
        "5 konten melalui 7 unggahan; 1 OPD belum melapor."
    )


def test_trend_breaks_where_nobody_reported(office: Store) -> None:
    chart = activity(office, Scope(), Choice(date(2024, 9, 29), date(2024, 10, 3)), TODAY).charts[1]
    assert [series.values for series in chart.series] == [(None, 1.0, 3.0, 2.0, 0.0), (None, 1.0, 5.0, 2.0, 0.0)]


def test_trend_names_holidays_but_no_weekends(office: Store) -> None:
    chart = activity(office, Scope(), Choice(date(2024, 11, 20), date(2024, 11, 30)), TODAY).charts[1]
    assert [(event.day, event.label) for event in chart.events] == [("2024-11-27", "Hari Pemilihan Kepala Daerah")]


def test_hours_say_how_many_posts_have_none(office: Store) -> None:
    chart = activity(office, Scope(), WEEK, TODAY).charts[2]
    tuesday = dict(zip(chart.categories, chart.series[1].values, strict=True))
    assert chart.series[1].name == "Selasa"
    assert [tuesday[hour] for hour in ("08", "09", "10", "11", "12", "13")] == [1, 1, 1, 1, 1, 0]
    assert chart.note.startswith("1 unggahan tanpa keterangan jam")


def test_last_post_and_longest_silence(office: Store) -> None:
    table = activity(office, Scope(), WEEK, TODAY).tables[0]
    assert table.rows == (
        ("Sekretariat Daerah", "Sekretariat", "Melapor lengkap", 0, None, 6, "2024-10-01", "2024-10-06", 0),
        ("Dinas Kesehatan", "Dinas", "Melapor lengkap", 2, "2024-10-02", 4, "2024-10-03", "2024-10-06", 0),
        ("Dinas Pekerjaan Umum", "Dinas", "Melapor sebagian", 1, "2024-10-02", None, None, None, 5),
        ("Kecamatan Belitang", "Kecamatan", "Belum melapor", None, None, None, None, None, 6),
    )


def test_long_periods_are_shown_by_week_or_month(office: Store) -> None:
    assert (step_of(54, 31), step_of(54, 92), step_of(54, 365), step_of(200, 31)) == ("day", "week", "week", "week")
    assert step_of(100, 730) == "month"
    chart = activity(office, Scope(), Choice(date(2024, 8, 1), date(2024, 10, 31)), TODAY).charts[0]
    assert chart.name == "aktivitas-mingguan"
    assert chart.categories[0] == "2024-07-29"
    assert chart.marks[1][-5] == {"dari": "2024-09-30", "sampai": "2024-10-06", "opd": "dinas-kesehatan"}
    assert chart.series[1].values[-5] == 5.0


def test_a_week_over_the_border_leads_only_to_days_of_the_period(office: Store) -> None:
    chart = activity(office, Scope(), Choice(date(2024, 10, 1), date(2024, 12, 31)), TODAY).charts[0]
    assert chart.categories[0] == "2024-09-30"
    assert chart.series[1].values[0] == 4.0
    assert chart.marks[1][0] == {"dari": "2024-10-01", "sampai": "2024-10-06", "opd": "dinas-kesehatan"}


def test_without_reports_every_cell_says_so(store: Store) -> None:
    answer = activity(fill(store, agencies=AGENCIES), Scope(), WEEK, TODAY)
    assert {state for row in answer.charts[0].states for state in row} == {"belum_melapor"}
    assert answer.sentence.startswith("Belum ada OPD yang melapor")
