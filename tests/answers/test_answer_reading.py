"""How one post is read, in words, and what persons decided about it."""

import datetime as dt

from answers.reading import reading_of
from store import Scope, Store
from tests.answers.conftest import fill
from tests.store.rows import row


def test_a_reading_with_its_sources_units_and_corrections(office: Store) -> None:
    said = {
        "decision_id": "d1", "kind": "topic", "value": "bantuan", "note": "", "decided_by": "Ani",
        "by_agency": "kantor", "decided_at": dt.datetime(2024, 11, 1), "rules": "", "rules_version": "1",
        "takes_back": "", "agency_id": "dinas-pupr", "platform": "instagram", "post_key": "p1i",
        "published_at": dt.datetime(2024, 10, 2), "caption": "",
    }  # fmt: skip
    units = [row("units", unit_id="dinas-pupr/bm", agency_id="dinas-pupr", name="Bina Marga"), row("units")]
    fill(office, decisions=[said], decision_posts=[{"decision_id": "d1", "post_key": "p1i"}], units=units)
    reading = reading_of(office, Scope(), "p1i")
    assert reading is not None
    assert (reading.opd, reading.units) == ("Dinas Pekerjaan Umum", {"dinas-pupr/bm": "Bina Marga"})
    assert (reading.values["topic"], reading.sources["topic"]) == ("pembangunan", "aturan")
    assert reading.words("topic", "bantuan") == "Bantuan Pemerintah"
    assert reading.words("subject", "pimpinan_opd") == "Pimpinan OPD"
    assert reading.words("bidang", "dinas-pupr/bm;lain") == "Bina Marga, lain"
    assert reading.words("bidang", "") == "tidak disebut"
    assert [(one.kind, one.value, one.who) for one in reading.said] == [("topic", "bantuan", "Ani")]
    assert reading_of(office, Scope(frozenset({"dinas-kesehatan"})), "p1i") is None
