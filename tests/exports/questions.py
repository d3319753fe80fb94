"""Every question that the rooms of answers answer, each as the answers that it gives of an office."""

import ast
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from answers.activity import activity
from answers.agency import agency, profiles
from answers.agency_before import against_before
from answers.changes import Change, table_of
from answers.choice import Choice
from answers.closed import Closing
from answers.closing import closings_table
from answers.coverage import coverage
from answers.coverage_units import coverage_units
from answers.ledger import ledger, ledger_table
from answers.overview import overview
from answers.posts import posts
from answers.reach import reach
from answers.reporting import reporting
from answers.review import ReviewChoice, review
from answers.review_counts import review_counts
from answers.review_table import evidence_table
from answers.targets import targets
from answers.topics import topics
from charts.model import Answer, Table
from store import Scope, Store

SEPTEMBER = Choice(dt.date(2024, 9, 1), dt.date(2024, 9, 30))
OCTOBER = Choice(dt.date(2024, 10, 1), dt.date(2024, 10, 31))
TODAY = dt.date(2024, 11, 20)
BUILDERS = {"head.answer_to"}
"""Functions that build the answers of others."""
PROFILES = 3
"""Profiles that are looked at, of however many OPDs."""


def _asked(question: Callable[[Store, Scope, Choice, dt.date], Answer]) -> Callable[[Store], list[Answer]]:
    return lambda store: [question(store, Scope(), OCTOBER, TODAY)]


def _of_table(table: Table) -> list[Answer]:
    """A list that a page shows by itself, as an answer that holds nothing else."""
    words = (
        table.name,
        table.title or table.name,
        "Daftar.",
        "Oktober 2024",
        "Semua OPD",
        "Sementara",
        "Data per hari ini",
    )
    return [Answer(*words, tables=(table,))]


def _one(store: Store) -> list[Answer]:
    return [agency(store, Scope(), replace(OCTOBER, agencies=("opd0",)), TODAY)]


def _profiles(store: Store) -> list[Answer]:
    return list(profiles(store, Scope(), OCTOBER, TODAY).values())[:PROFILES]


def _against(store: Store) -> list[Answer]:
    """The profiles beside those of September."""
    before = profiles(store, Scope(), SEPTEMBER, TODAY)
    now = list(profiles(store, Scope(), OCTOBER, TODAY).items())[:PROFILES]
    return [against_before(one, before.get(opd), "September 2024") for opd, one in now]


def _evidence(store: Store) -> list[Answer]:
    states = ReviewChoice(states=("terbuka", "menunggu", "dijawab", "tindak_lanjut", "selesai"))
    return _of_table(evidence_table(review(store, Scope(), OCTOBER, TODAY, states), {}, {}))


def _changes(store: Store) -> list[Answer]:
    """Changes of a closed month that name the OPDs and files of the office."""
    names = store.run(store.read(Scope()).agencies.select("name")).to_pylist()
    first, last, until = dt.date(2024, 9, 1), dt.date(2024, 9, 30), dt.date(2024, 10, 20)
    closing = Closing("c1", first, last, dt.datetime(2024, 10, 5), "Ani", "", until)
    at = dt.datetime(2024, 10, 9, 8)
    told = [Change(at, one["name"], "", one["name"], one["name"], 2, 1, one["name"]) for one in names]
    return _of_table(table_of([(closing, one) for one in told]))


QUESTIONS: Mapping[str, Callable[[Store], list[Answer]]] = {
    "activity.activity": _asked(activity),
    "agency.agency": _one,
    "agency.profiles": _profiles,
    "agency_before.against_before": _against,
    "changes.table_of": _changes,
    "closing.closings_table": lambda store: _of_table(
        closings_table(store, Scope(), OCTOBER, TODAY, (dt.date(2024, 9, 1), dt.date(2024, 10, 1)))
    ),
    "coverage.coverage": _asked(coverage),
    "coverage_units.coverage_units": _asked(coverage_units),
    "ledger.ledger_table": lambda store: _of_table(ledger_table(ledger(store, Scope()))),
    "overview.overview": _asked(overview),
    "posts.posts": _asked(posts),
    "reach.reach": _asked(reach),
    "reporting.reporting": _asked(reporting),
    "review_counts.review_counts": _asked(review_counts),
    "review_table.evidence_table": _evidence,
    "targets.targets": _asked(targets),
    "topics.topics": _asked(topics),
}
"""Module and function of each question → its answers."""


def in_the_folder() -> set[str]:
    """Module and function of all that gives an Answer, several, or a Table by its annotation."""
    found = set()
    for path in sorted(Path("answers").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or not node.returns:
                continue
            if ast.unparse(node.returns) in ("Answer", "dict[str, Answer]", "Table"):
                found.add(f"{path.stem}.{node.name}")
    return found - BUILDERS
