"""Chapters of a pack: what is left out and why, and whose profiles are in it."""

from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace

from answers.choice import Choice
from charts.model import Answer
from ui import pack_chapters
from ui.known import Agency
from ui.pack_chapters import CHAPTERS, NO_BASIS, contents

OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))
FULL = Answer("x", "Judul", "Temuan.", "Oktober 2024", "Semua OPD", "", "")


@dataclass(frozen=True)
class Visit:
    """What the chapters read of a visit."""

    choice: Choice = OCTOBER
    known: object = field(
        default_factory=lambda: SimpleNamespace(
            agencies=(Agency("a", "Dinas A", "dinas"), Agency("b", "RSUD", "rumah_sakit"))
        )
    )


def answered(monkeypatch, answers):
    """Let every question be answered from this dict by the name of its function."""
    monkeypatch.setattr(pack_chapters, "ask", lambda visit, question: answers.get(question.__name__, FULL))


def test_review_and_profiles_are_not_chosen_at_first():
    assert [chapter.name for chapter in CHAPTERS if not chapter.usual] == ["review"]


def test_targets_without_a_basis_and_empty_answers_are_left_out(monkeypatch):
    simulated = replace(FULL, extra={"simulasi": "asumsi"})
    answered(monkeypatch, {"targets": simulated, "reach": replace(FULL, empty="Belum ada angka.")})
    steps = []
    told = contents(Visit(), ["overview", "targets", "reach"], lambda share, words: steps.append((share, words)))
    assert told.answers == (FULL,)
    assert told.left_out == (NO_BASIS, "Jangkauan Publik tidak ikut: Belum ada angka.")
    assert steps == [
        (0, "Menghitung Ringkasan …"),
        (0.25, "Menghitung Capaian Target …"),
        (0.5, "Menghitung Jangkauan Publik …"),
    ]


def test_targets_with_a_basis_are_in(monkeypatch):
    answered(monkeypatch, {})
    assert contents(Visit(), ["targets"], lambda share, words: None).answers == (FULL,)


def test_profiles_are_those_of_the_chosen_opds(monkeypatch):
    of_a, of_b = replace(FULL, name="a"), replace(FULL, name="b")
    answered(monkeypatch, {"profiles_asked": {"a": of_a, "b": of_b}})
    for choice, expected in (
        (OCTOBER, (of_a, of_b)),
        (replace(OCTOBER, agencies=("b",)), (of_b,)),
        (replace(OCTOBER, kinds=("dinas",)), (of_a,)),
    ):
        assert contents(Visit(choice), ["agency"], lambda share, words: None).profiles == expected
