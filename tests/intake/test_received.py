"""Whose a refused file is: said by a person, told in the audit, gone with the sample."""

import datetime as dt

import pytest

from intake import RefusedError, Told, keep_refusal, remove_sample, say_whose, unsay_whose, whose
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, rows_of
from tests.store.rows import row

CONTENT = b"Bulan,Jumlah\nOktober,12\n"


def refused(store: Store, scope: Scope) -> str:
    with store.write() as writer:
        writer.append("agencies", [row("agencies", sample=scope.sample)])
    keep_refusal(store, scope, CONTENT, "rekap.csv", "Berkas ini berisi angka rekap.", NOW)
    return str(rows_of(store, "refusals", scope.sample)[0]["sha256"])


def told(store: Store, sample: bool = False) -> list[tuple[object, ...]]:
    rows = rows_of(store, "refusal_agencies", sample)
    return [(found["agency_id"], found["first_day"], found["last_day"], found["said_by"]) for found in rows]


def test_said_again_the_new_days_hold(store: Store) -> None:
    sha256 = refused(store, Scope())
    say_whose(store, Scope(), sha256, "a", OCTOBER, "Ani", NOW)
    say_whose(store, Scope(), sha256, "a", (dt.date(2024, 10, 1), dt.date(2024, 10, 3)), "Budi", NOW)
    assert told(store) == [("a", dt.date(2024, 10, 1), dt.date(2024, 10, 3), "Budi")]
    assert [found["who"] for found in rows_of(store, "audit") if found["action"] == "refusal"] == ["Ani", "Budi"]


@pytest.mark.parametrize(("known", "agency"), [(True, "nobody"), (False, "a")])
def test_an_unknown_file_or_opd_changes_nothing(store: Store, known: bool, agency: str) -> None:
    sha256 = refused(store, Scope())
    with pytest.raises(RefusedError, match="tidak ditemukan"):
        say_whose(store, Scope(), sha256 if known else "x", agency, OCTOBER, "Ani", NOW)
    assert told(store) == []


def test_of_the_sample_nothing_stays_and_the_audit_tells_nothing(store: Store) -> None:
    scope = Scope(sample=True)
    say_whose(store, scope, refused(store, scope), "a", OCTOBER, "Ani", NOW)
    assert told(store, sample=True) == [("a", *OCTOBER, "Ani")]
    remove_sample(store)
    assert told(store, sample=True) == []
    assert rows_of(store, "audit") == []


def test_what_was_said_is_told_and_may_be_taken_back_by_name(store: Store) -> None:
    sha256 = refused(store, Scope())
    with pytest.raises(RefusedError, match="mengisi nama"):
        say_whose(store, Scope(), sha256, "a", OCTOBER, " ", NOW)
    say_whose(store, Scope(), sha256, "a", OCTOBER, " Ani ", NOW)
    assert whose(store, Scope(), sha256) == (Told("a", *OCTOBER, "Ani", NOW),)
    unsay_whose(store, Scope(), sha256, "a", "Budi", NOW + dt.timedelta(minutes=1))
    assert whose(store, Scope(), sha256) == ()
    assert [(found["who"], found["detail"]) for found in rows_of(store, "audit")] == [
        ("Ani", "a, 01/10/2024–31/10/2024"),
        ("Budi", "ditarik kembali: a, 01/10/2024–31/10/2024"),
    ]
    with pytest.raises(RefusedError, match="tidak ditemukan"):
        unsay_whose(store, Scope(), sha256, "a", "Budi", NOW)
