"""The marked draft: words in <mark>, everything else escaped, overlapping places joined."""

from datetime import date

from rules.draft import DraftReading, Note
from ui.draft_check import marked


def reading(text: str, places: list[tuple[int, int]]) -> DraftReading:
    notes = tuple(Note("caution", "L", "E.", "S", text[a:b], a, b, False) for a, b in places)
    return DraftReading(text, date(2026, 11, 22), None, "lainnya", (), (), "", False, (), 0, False, notes)


def plain(html: str) -> str:
    return html.replace(html[html.find(" style") : html.find('">') + 1], "") if " style" in html else html


def test_text_without_notes_is_escaped() -> None:
    assert marked(reading("<b>a & b</b>", [])) == "&lt;b&gt;a &amp; b&lt;/b&gt;"


def test_a_place_is_marked_and_what_is_in_it_escaped() -> None:
    assert plain(marked(reading("ya <i> ya", [(3, 6)]))) == "ya <mark>&lt;i&gt;</mark> ya"


def test_overlapping_places_become_one() -> None:
    assert marked(reading("satu dua tiga", [(0, 8), (5, 13)])).count("<mark") == 1


def test_separate_places_stay_apart() -> None:
    assert marked(reading("satu dua tiga", [(9, 13), (0, 4)])).count("<mark") == 2
