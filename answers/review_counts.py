"""Tinjauan for a meeting: how many doubts about posts there are and how far they are; no post, no OPD, no name."""

from collections.abc import Mapping
from datetime import date

from answers.choice import Choice
from answers.frame import UNGGAHAN, Frame, frame, nothing_to_show
from answers.review import STATES, ReviewChoice, review
from answers.selection import select
from charts.model import Answer, Number
from indonesia import show_number
from store import Scope, Store

NAME, TITLE = "review", "Tinjauan"
HOW = (
    "Catatan netralitas dan kehati-hatian pada unggahan periode ini, menurut sejauh mana sudah dilihat orang. Satu "
    "unggahan dapat memuat dua catatan. Kaidah hanya mengajak meninjau; yang menilai adalah orang."
)


def review_counts(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """Counts of doubts by how far they have been looked into; a post with two doubts counts in both.

    Closed months count as they are today, as on the page: these posts are still being looked into.
    """
    selection = select(store, scope, choice, today, closings=())
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    states = review(store, scope, choice, today, ReviewChoice(limit=1)).states
    numbers = tuple(
        Number(words, float(states.get(code, 0)), "catatan", HOW) for code, words in STATES.items() if states
    )
    words = frame(selection)
    return words.answer(
        selection, NAME, TITLE, _sentence(words, states), numbers=numbers, definitions=(UNGGAHAN,)
    )  # fmt: skip


def _sentence(words: Frame, states: Mapping[str, int]) -> str:
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; belum ada yang dapat ditinjau."
    if not states:
        return "Tidak ada catatan yang perlu ditinjau."
    waiting = sum(states.get(code, 0) for code in ("terbuka", "menunggu", "dijawab"))
    return (
        f"{show_number(waiting)} dari {show_number(sum(states.values()))} catatan pada unggahan belum selesai ditinjau."
    )
