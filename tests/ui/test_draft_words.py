"""A draft is read with what the office has in force: its units, people, phases and lists, not the shipped ones."""

from datetime import date
from pathlib import Path

import pytest

from access.roles import Person
from intake.people import Holding, save_people
from intake.phases import Span, save_phases
from intake.word_lists import save_list
from rules.draft import read_draft
from store import Scope
from tests.intake.made import NOW
from tests.store.rows import row
from ui import address, state
from ui.draft_words import words_of

DAY = date(2027, 3, 5)
TOPICS = '[bantuan]\nwords = ["glorbin"]\n'


@pytest.fixture
def office(tmp_path: Path) -> state.Office:
    state.start(f"duckdb://{tmp_path}/dasbor.duckdb", "Asia/Jakarta")
    yield state.office()
    state.stop()


def visit(sample: bool = False) -> state.Visit:
    return state.visit_of(
        Person("dasbor", frozenset()),
        lambda own, all_: sample,
        lambda known, day: address.choice_of(address.read({}, known.months, (), day), day),
    )


def test_a_draft_is_read_with_what_the_office_has_in_force(office: state.Office) -> None:
    before = words_of(visit())
    assert read_draft("Glorbin", DAY, None, before).topic == "lainnya"
    save_list(office.store, "topics", TOPICS, 0, "Dewi", NOW)
    people = [Holding("Rahmat Contoh", "bupati", date(2025, 2, 20), label="Bupati")]
    save_people(office.store, Scope(), people, 0, "Dewi", NOW)
    phases = [Span("kampanye", date(2027, 3, 1), date(2027, 3, 31), "Pemilihan Ulang 2027: masa kampanye")]
    save_phases(office.store, Scope(), phases, 0, "Dewi", NOW)
    with office.store.write() as writer:
        writer.append("units", [row("units", unit_id="u1", agency_id="dinas-sosial", name="Linjamsos")])
    after = words_of(visit())
    reading = read_draft("Glorbin dari Bidang Linjamsos", DAY, "dinas-sosial", after)
    assert (reading.topic, reading.bidang) == ("bantuan", ("Linjamsos",))
    assert reading.phase is not None
    assert reading.phase.label == "Pemilihan Ulang 2027: masa kampanye"
    assert [person.name for person in after.context.people] == ["Rahmat Contoh"]


def test_the_people_of_the_office_stay_out_of_the_sample(office: state.Office) -> None:
    save_people(office.store, Scope(), [Holding("Rahmat Contoh", "bupati", date(2025, 2, 20))], 0, "Dewi", NOW)
    assert words_of(visit(sample=True)).context.people == ()
    assert len(words_of(visit()).context.people) == 1
