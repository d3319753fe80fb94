"""How every answer of a period begins: empty where there is nothing to count, else put into the frame."""

from collections.abc import Callable
from typing import Any

from answers.frame import Frame, frame, nothing_to_show
from answers.selection import Selection
from charts.model import Answer


def answer_to(selection: Selection, name: str, title: str, build: Callable[[Frame], dict[str, Any]]) -> Answer:
    """The answer to a question. `build` returns the parts of the Answer that are its own: sentence, numbers, charts,
    tables, definitions."""
    empty = nothing_to_show(selection, name, title)
    if empty:
        return empty
    words = frame(selection)
    return words.answer(selection, name, title, **build(words))
