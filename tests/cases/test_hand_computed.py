"""Hand-computed cases (*.toml beside this file) through intake, store, metrics and answers, on both engines."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from answers.selection import select
from answers.targets import judged_days, targets
from charts.model import Answer
from metrics.targets import target_ranks, target_sums
from store import Store
from tests.cases.carry import FOLDER, SCOPE, TODAY, Day, carried, choice_of, days_of, told_in

PATHS = sorted(FOLDER.glob("*.toml"))
COUNTED = ("due", "met", "unmet", "unknown", "expected", "counted", "gap")


Sums = dict[str, dict[str, Any]]


def judged(store: Store, told: dict[str, Any]) -> tuple[dict[str, dict[dt.date, Day]], Sums, Sums]:
    """Every day of every OPD, the sums of every OPD, and the rank of those that have one, as the metrics give them."""
    selection = select(store, SCOPE, choice_of(told), TODAY)
    rows = judged_days(selection)
    days: dict[str, dict[dt.date, Day]] = {}
    for row in selection.rows(rows):
        verdict = "-" if row["verdict"] == "none" else row["verdict"]
        days.setdefault(row["agency_id"], {})[row["day"]] = Day(row["state"], verdict, row["gap"])
    sums = target_sums(rows)
    return days, selection.by_agency(sums), selection.by_agency(target_ranks(sums, selection.roster))


def verdicts(answer: Answer, told: dict[str, Any]) -> dict[str, Any]:
    """What the screen calls each OPD; nothing where the whole period is a simulation."""
    codes = {opd.get("name", code.replace("-", " ").title()): code for code, opd in told["opd"].items()}
    table = answer.charts[0].table
    named = [column.key for column in table.columns]
    if "capaian" not in named:
        return dict.fromkeys(codes.values(), "")
    return {codes[row[0]]: row[named.index("capaian")] for row in table.rows}


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_hand_computed(store: Store, path: Path) -> None:
    told = told_in(path)
    carried(store, told)
    days, sums, ranks = judged(store, told)
    called = verdicts(targets(store, SCOPE, choice_of(told), TODAY), told)
    for case in told["case"]:
        opd = case["opd"]
        assert days[opd] == days_of(told, case["days"]), case["why"]
        assert {name: sums[opd][name] for name in COUNTED} == case["sums"], case["why"]
        assert called[opd] == case["verdict"], case["why"]
        assert ranks.get(opd, {}).get("rank") == case.get("rank"), case["why"]


def test_every_opd_of_a_case_file_is_judged_once() -> None:
    told = [told_in(path) for path in PATHS]
    assert [sorted(one["opd"]) for one in told] == [sorted(case["opd"] for case in one["case"]) for one in told]
    assert sum(len(one["case"]) for one in told) >= 40
