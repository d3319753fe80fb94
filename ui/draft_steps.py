"""The reading of a draft, in the order of the page: phase, marked text, three boxes, what to add."""

from rules.draft import advice, read_draft
from ui.draft_check import show_advice, show_boxes, show_marked, show_phase, show_sources
from ui.draft_form import Draft
from ui.draft_words import words_of
from ui.state import Visit


def check(visit: Visit, draft: Draft) -> None:
    """Read the draft and show what was seen; nothing of it leaves this run."""
    reading = read_draft(draft.text, draft.day, draft.agency or None, words_of(visit))
    show_phase(reading)
    show_marked(reading)
    show_boxes(reading, draft.agency)
    show_advice(list(advice(reading, bool(draft.agency))))
    show_sources(reading)
