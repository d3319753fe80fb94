"""The sample months, taken in as any upload is, against sample_data/expected.json, which counts them independently."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from answers.activity import activity
from answers.choice import Choice
from answers.coverage import coverage
from answers.coverage_units import coverage_units
from answers.overview import overview
from answers.posts import posts
from answers.targets import targets
from answers.topics import topics
from charts.model import Answer, Chart
from intake import load_sample, reading_lists
from store import Scope, Store, open_store

SAMPLE = Path(__file__).resolve().parent.parent / "sample_data"
EXPECTED = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
MONTHS = sorted(EXPECTED["months"])
TODAY = dt.date(2026, 11, 22)
SCOPE = Scope(sample=True)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the sample months and nothing else."""
    opened = open_store(f"duckdb:///{tmp_path_factory.mktemp('sample') / 'dasbor.duckdb'}")
    lists = reading_lists(opened)
    load_sample(opened, lists, "Asia/Jakarta", dt.datetime(2026, 11, 22, 9), lambda done, files, name: None)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def names(sample: Store) -> dict[str, str]:
    """Name of an OPD → its code."""
    agencies = sample.run(sample.read(SCOPE).agencies.select("agency_id", "name")).to_pylist()
    return {agency["name"]: agency["agency_id"] for agency in agencies}


def choice(month: str) -> Choice:
    first = dt.date.fromisoformat(f"{month}-01")
    last = dt.date(2024, 10, 31) if month == "2024-10" else dt.date(2024, 11, 30)
    return Choice(first, last)


def number(answer: Answer, label: str) -> float | None:
    return next(one.value for one in answer.numbers if one.label == label)


def rows(answer: Answer, name: str) -> list[dict[str, Any]]:
    """The rows of the table called `name`, or behind the chart called so."""
    tables = [*answer.tables, *(chart.table for chart in answer.charts)]
    table = next(table for table in tables if table.name == name)
    return [dict(zip((column.key for column in table.columns), row, strict=True)) for row in table.rows]


def chart_of(answer: Answer, name: str) -> Chart:
    return next(chart for chart in answer.charts if chart.name == name)


@pytest.mark.parametrize("month", MONTHS)
def test_ringkasan(sample: Store, names: dict[str, str], month: str) -> None:
    told, answer = EXPECTED["months"][month], overview(sample, SCOPE, choice(month), TODAY)
    assert (number(answer, "Konten"), number(answer, "Unggahan")) == (told["konten"], told["unggahan"])
    assert number(answer, "OPD melapor") == len(told["reporting"])
    silent = {names[one.agency] for one in answer.missing if one.state == "belum_melapor"}
    assert silent == set(told["not_reporting"])
    by_opd = {names[r["opd"]]: [r["unggahan"] or 0, r["konten"] or 0] for r in rows(answer, "ringkasan-konten-opd")}
    assert {code: pair for code, pair in by_opd.items() if pair != [0, 0]} == told["by_opd"]
    by_platform = {r["platform"].casefold(): r["unggahan"] for r in rows(answer, "ringkasan-platform")}
    assert by_platform == told["by_platform"]


@pytest.mark.parametrize("month", MONTHS)
def test_aktivitas(sample: Store, names: dict[str, str], month: str) -> None:
    told, answer = EXPECTED["months"][month], activity(sample, SCOPE, choice(month), TODAY)
    days: dict[str, dict[str, list[int]]] = {}
    for row in rows(answer, "aktivitas-harian"):
        if row["unggahan"] or row["konten"]:
            days.setdefault(names[row["opd"]], {})[row["mulai"]] = [row["unggahan"] or 0, row["konten"] or 0]
    assert days == told["by_opd_day"]
    heat = chart_of(answer, "aktivitas-harian")
    assert sum(value or 0 for series in heat.series for value in series.values) == told["konten"]
    trend = {row["mulai"]: [row["unggahan"], row["konten"]] for row in rows(answer, "aktivitas-tren")}
    assert {day: pair for day, pair in trend.items() if pair != [0, 0]} == told["by_day"]


def test_last_posts(sample: Store, names: dict[str, str]) -> None:
    answer = activity(sample, SCOPE, Choice(dt.date(2024, 10, 1), dt.date(2024, 11, 30)), TODAY)
    last = {names[row["opd"]]: row["terakhir"] for row in rows(answer, "keaktifan-opd") if row["terakhir"]}
    assert last == EXPECTED["last_post_day"]


def longest(letter: str, days: str) -> int:
    """How often a letter stands in a row, at most."""
    return max((len(run) for run in re.findall(f"{letter}+", days)), default=0)


@pytest.mark.parametrize("month", MONTHS)
def test_capaian_target(sample: Store, names: dict[str, str], month: str) -> None:
    answer = targets(sample, SCOPE, choice(month), TODAY)
    told = {
        code: {k: v for k, v in months[month].items() if k != "days"} for code, months in EXPECTED["targets"].items()
    }
    counted = {
        names[row["opd"]]: {
            "met": row["terpenuhi"],
            "unmet": row["di_bawah"],
            "unknown": row["belum_dinilai"],
            "gap": row["kekurangan"] or 0,  # none where no day could be judged
        }
        for row in rows(answer, "capaian-target")
    }
    assert counted == told
    assert "belum ada dasar" in answer.sentence
    runs = {names[row["opd"]]: (row["terpenuhi"], row["di_bawah"]) for row in rows(answer, "capaian-berturut")}
    letters = {code: months[month]["days"] for code, months in EXPECTED["targets"].items()}
    assert runs == {code: (longest("m", days), longest("u", days)) for code, days in letters.items()}


@pytest.mark.parametrize("month", MONTHS)
def test_ragam_topik_and_liputan_leave_nothing_out(sample: Store, month: str) -> None:
    told = EXPECTED["months"][month]
    for question, name in ((topics, "ragam-topik"), (coverage, "liputan-pimpinan")):
        answer = question(sample, SCOPE, choice(month), TODAY)
        assert sum(row["konten"] or 0 for row in rows(answer, name)) == told["konten_with_text"]
        assert "Teks tersedia" in answer.sentence  # stories have no text


@pytest.mark.parametrize("month", MONTHS)
def test_prokopim_has_its_own_bar_and_no_part_in_the_shares(sample: Store, month: str) -> None:
    told, answer = EXPECTED["months"][month], coverage(sample, SCOPE, choice(month), TODAY)
    apart = [row["konten"] for row in rows(answer, "liputan-pimpinan") if row["opd"] == "Prokopim (Sekretariat Daerah)"]
    assert apart == [told["konten_prokopim"]]
    assert f"Dari {told['konten_with_text'] - apart[0]} konten" in answer.sentence


@pytest.mark.parametrize("month", MONTHS)
def test_bidang_that_reports_say_are_seen(sample: Store, names: dict[str, str], month: str) -> None:
    told = EXPECTED["months"][month]["bidang_said"]
    seen = {
        row["opd"]: row["terlihat"] for row in rows(coverage_units(sample, SCOPE, choice(month), TODAY), "bidang-opd")
    }
    said = {(name, unit): n for name, code in names.items() for unit, n in told.get(code, {}).items()}
    assert said
    for (name, unit), unggahan in said.items():
        found = re.search(rf"{re.escape(unit)} \((\d+)\)", seen[name])
        assert found and 1 <= int(found[1]) <= unggahan  # konten, of which each has one unggahan or more


@pytest.mark.parametrize("month", MONTHS)
def test_unggahan(sample: Store, month: str) -> None:
    told, answer = EXPECTED["months"][month], posts(sample, SCOPE, choice(month), TODAY)
    assert (number(answer, "Unggahan"), number(answer, "Konten")) == (told["unggahan"], told["konten"])


@pytest.mark.parametrize("month", MONTHS)
def test_what_the_log_says_wins(sample: Store, month: str) -> None:
    said = sample.read(SCOPE).posts
    chosen = choice(month)
    said = said.filter((said.topic_source == "log") & said.day.between(chosen.first, chosen.last))
    counted = sample.run(said.group_by("topic").aggregate(posts=said.count())).to_pylist()
    assert {row["topic"]: row["posts"] for row in counted} == EXPECTED["months"][month]["topic_said"]
