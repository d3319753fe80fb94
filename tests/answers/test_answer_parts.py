"""Every answer: complete in its words, drawable, its tables whole, no word that blames."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from answers.activity import activity
from answers.choice import Choice
from answers.coverage import coverage
from answers.coverage_units import coverage_units
from answers.overview import overview
from answers.posts import posts
from answers.reach import reach
from answers.targets import targets
from answers.topics import topics
from charts.model import STATES, Answer, Table
from charts.screen import figure
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill

QUESTIONS = (overview, activity, topics, targets, coverage, coverage_units, reach, posts)
BLAME = ("terburuk", "pelanggaran", "bersalah", "diam", "rapor", "utang", "peringkat opd")
LINKS = {"opd", "dari", "sampai", "platform", "topik", "subjek", "jenis", "bidang", "prokopim"}
TODAY = date(2026, 11, 22)
CHOICES = (
    Choice(date(2024, 10, 1), date(2024, 10, 31)),
    Choice(date(2024, 1, 1), date(2024, 12, 31), kinds=("dinas",), platforms=("facebook", "x")),
    Choice(date(2030, 1, 1), date(2030, 1, 31)),
)
Question = Callable[[Store, Scope, Choice, date], Answer]


def tables_of(answer: Answer) -> list[Table]:
    return [*answer.tables, *(chart.table for chart in answer.charts)]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
@pytest.mark.parametrize("choice", CHOICES, ids=["month", "filtered year", "future"])
def test_answers_are_whole(office: Store, question: Question, choice: Choice) -> None:
    answer = question(office, Scope(), choice, TODAY)
    assert answer.name == question.__name__
    assert answer.title and answer.sentence and answer.period and answer.filters
    assert answer.empty or (answer.reporting and answer.cut_off and answer.definitions)
    for chart in answer.charts:
        assert chart.title and chart.subtitle and chart.unit and chart.how and chart.alt
        assert "Sumber: laporan admin OPD, diolah." in chart.note
        assert json.dumps(figure(chart))
        assert {key for row in chart.marks for mark in row if mark for key in mark} <= LINKS
        assert {state for row in chart.states for state in row} <= {"", *STATES}
    for table in tables_of(answer):
        assert {len(row) for row in table.rows} <= {len(table.columns)}
    assert [word for word in BLAME if word in repr(answer).lower()] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_a_roster_without_reports_is_answered(store: Store, question: Question) -> None:
    fill(store, agencies=AGENCIES)
    answer = question(store, Scope(), CHOICES[0], TODAY)
    assert [missing.state for missing in answer.missing] == ["belum_melapor"] * 4
    assert answer.reporting == "Sementara, 0 dari 4 OPD melapor; 4 belum melapor"
    for chart in answer.charts:
        assert json.dumps(figure(chart))


def test_names_of_charts_and_tables_serve_as_file_names(office: Store) -> None:
    answers = [question(office, Scope(), CHOICES[0], TODAY) for question in QUESTIONS]
    names = [item.name for answer in answers for item in (*answer.charts, *answer.tables)]
    assert sorted(names) == [
        "aktivitas-harian", "aktivitas-tren", "bidang-belum-terlihat", "bidang-opd", "capaian-berturut",
        "capaian-jenis", "capaian-target",
        "jam-unggah", "jangkauan-median", "jangkauan-median-interaksi", "jangkauan-median-tayangan",
        "jangkauan-teratas-interaksi", "jangkauan-teratas-tayangan", "jangkauan-tersedia",
        "jangkauan-tingkat-interaksi", "keaktifan-opd",
        "liputan-pimpinan", "liputan-tren",
        "ragam-topik", "ragam-topik-opd", "rincian-perhitungan", "ringkasan-konten-opd", "ringkasan-laporan",
        "ringkasan-platform", "ringkasan-tren", "unggahan",
    ]  # fmt: skip
