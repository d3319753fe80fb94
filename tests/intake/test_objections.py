"""Objections to a closed month: who may object until when, what an accepted one grants, and that both sides are kept.

October 2024 has 23 working days. Dinas A published two konten on the 1st and nothing else: met 1, unmet 22.
"""

from datetime import date, datetime
from typing import Any

import pytest

from answers.objections import objections
from intake import OFFICE, Grant, Objection, RefusedError, Verdict, close_month, object_to, reopen_month, settle
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

SCOPE = Scope()
MONTH = date(2024, 10, 1)
CLOSED, WITHIN, TOO_LATE = datetime(2024, 11, 10, 9), datetime(2024, 11, 17, 16), datetime(2024, 11, 18, 8)
DECIDED = datetime(2024, 11, 20, 10)
SUMS = ("due", "met", "unmet", "gap")


@pytest.fixture
def closing(store: Store) -> str:
    """October of Dinas A and Dinas B, closed."""
    fill(
        store,
        uploads=[row("uploads")],
        agencies=[row("agencies"), row("agencies", agency_id="b", name="Dinas B")],
        accounts=[row("accounts", platform="facebook"), row("accounts", agency_id="b", platform="facebook")],
        coverage=[row("coverage", platform="facebook"), row("coverage", agency_id="b", platform="facebook")],
        posts=[
            post("k1", "a", "facebook", "2024-10-01T08:00", "k1"),
            post("k2", "a", "facebook", "2024-10-01T19:00", "k2", caption="Posyandu"),
            post("b1", "b", "facebook", "2024-10-01T08:00", "b1"),
        ],
    )
    with store.write() as writer:
        writer.delete("targets", {"sample": [True, False]})
        writer.append("targets", [row("targets", basis="SE 1/2024")])
    return close_month(store, SCOPE, MONTH, "Ani", "", CLOSED)


def objection(closing: str, **changes: Any) -> Objection:
    told = {"closing_id": closing, "agency_id": "a", "day": date(2024, 10, 2), "claim": "Akun diretas pada hari itu."}
    return Objection(**{**told, "links": "https://contoh.go.id/surat", "who": "Rini", "own": "a", **changes})


def verdict(objection_id: str, **changes: Any) -> Verdict:
    told = {"objection_id": objection_id, "accepted": True, "grant": Grant(), "reason": "Surat terlampir."}
    return Verdict(**{**told, "who": "Ani", "own": OFFICE, **changes})


def sums_of(store: Store, which: str) -> tuple[int, ...]:
    """The sums of the only objection, `before` or `after` its outcome."""
    found = objections(store, SCOPE, None, DECIDED.date())[0]
    return tuple(getattr(found, which)[name] for name in SUMS)


def test_without_a_letter_behind_the_target_nothing_is_called_fulfilled(store: Store, closing: str) -> None:
    object_to(store, SCOPE, objection(closing), WITHIN)
    assert not objections(store, SCOPE, None, DECIDED.date())[0].simulated
    with store.write() as writer:
        writer.delete("closed_targets", {"sample": False})
        writer.append("closed_targets", [{**row("targets", basis=None), "closing_id": closing}])
    assert objections(store, SCOPE, None, DECIDED.date())[0].simulated


def test_an_objection_waits_and_changes_nothing(store: Store, closing: str) -> None:
    object_to(store, SCOPE, objection(closing), WITHIN)
    found = objections(store, SCOPE, None, DECIDED.date())[0]
    assert (found.opd, found.month, found.day, found.who, found.state) == (
        "Dinas A", MONTH, date(2024, 10, 2), "Rini", "menunggu",
    )  # fmt: skip
    assert sums_of(store, "before") == (23, 1, 22, 22)
    assert found.after is None


@pytest.mark.parametrize(
    ("changes", "at", "words"),
    [
        ({}, TOO_LATE, "Masa sanggah Oktober 2024 berakhir pada 17 November 2024"),
        ({"own": "b"}, WITHIN, "Sanggahan hanya dapat diajukan oleh OPD yang bersangkutan"),
        ({"own": OFFICE}, WITHIN, "Sanggahan hanya dapat diajukan oleh OPD yang bersangkutan"),
        ({"claim": "  "}, WITHIN, "Mohon Bapak/Ibu mengisi nama, instansi, dan isi sanggahan"),
        ({"who": ""}, WITHIN, "Mohon Bapak/Ibu mengisi nama, instansi, dan isi sanggahan"),
        ({"day": date(2024, 11, 2)}, WITHIN, "Tanggal yang disanggah tidak berada dalam Oktober 2024"),
        ({"closing_id": "tidak-ada"}, WITHIN, "Bulan ini tidak sedang ditutup"),
    ],
)
def test_who_may_object_to_what_until_when(
    store: Store, closing: str, changes: dict[str, Any], at: datetime, words: str
) -> None:
    with pytest.raises(RefusedError, match=words):
        object_to(store, SCOPE, objection(closing, **changes), at)
    assert objections(store, SCOPE, None, DECIDED.date()) == ()


def test_a_rejected_one_changes_nothing_and_is_kept_with_its_reason(store: Store, closing: str) -> None:
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    settle(store, SCOPE, verdict(one, accepted=False, reason="Tidak ada bukti."), DECIDED)
    found = objections(store, SCOPE, None, DECIDED.date())[0]
    assert (found.state, found.reason, found.decided_by) == ("ditolak", "Tidak ada bukti.", "Ani")
    assert sums_of(store, "before") == (23, 1, 22, 22)
    assert sums_of(store, "after") == (23, 1, 22, 22)


def test_a_day_granted_as_dispensation_is_no_target_day(store: Store, closing: str) -> None:
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    grant = Grant("dispensasi", first=date(2024, 10, 2), last=date(2024, 10, 3))
    settle(store, SCOPE, verdict(one, grant=grant), DECIDED)
    assert sums_of(store, "before") == (23, 1, 22, 22)
    assert sums_of(store, "after") == (21, 1, 20, 20)
    kept = store.run(store.read(SCOPE).dispensations.select("agency_id", "first_day", "last_day", "approver"))
    assert kept.to_pylist() == [
        {"agency_id": "a", "first_day": date(2024, 10, 2), "last_day": date(2024, 10, 3), "approver": "Ani"}
    ]


def test_a_post_granted_to_another_day_counts_there(store: Store, closing: str) -> None:
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    grant = Grant("hari_lain", post_key="k2", day=date(2024, 10, 2))
    settle(store, SCOPE, verdict(one, grant=grant), DECIDED)
    assert sums_of(store, "after") == (23, 2, 21, 21)
    reopen_month(store, SCOPE, closing, "Ani", "koreksi", DECIDED)
    again = close_month(store, SCOPE, MONTH, "Ani", "", datetime(2024, 11, 21))
    object_to(store, SCOPE, objection(again), datetime(2024, 11, 22))
    newest = objections(store, SCOPE, None, DECIDED.date())[0]
    assert tuple(newest.before[name] for name in SUMS) == (23, 2, 21, 21)


def test_a_late_report_is_taken_for_that_opd_alone(store: Store, closing: str) -> None:
    late = {"upload_id": "u9", "file_name": "susulan.csv", "uploaded_at": datetime(2024, 11, 12)}
    fill(
        store,
        uploads=[row("uploads", **late)],
        posts=[
            post("l3", "a", "facebook", "2024-10-03", "l3", upload_id="u9"),
            post("l4", "b", "facebook", "2024-10-03", "l4", upload_id="u9"),
        ],
    )
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    settle(store, SCOPE, verdict(one, grant=Grant("laporan_susulan")), DECIDED)
    assert sums_of(store, "after") == (23, 2, 21, 21)
    other = object_to(store, SCOPE, objection(closing, agency_id="b", own="b"), WITHIN)
    found = {each.objection_id: each for each in objections(store, SCOPE, None, DECIDED.date())}
    assert found[other].before["met"] == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"own": "a"}, "Sanggahan diputuskan oleh kantor pengelola"),
        ({"reason": " "}, "Mohon kantor pengelola mengisi nama dan alasan"),
        ({"grant": Grant()}, "Mohon dipilih apa yang dikabulkan"),
        ({"grant": Grant("hari_lain", post_key="b1", day=date(2024, 10, 2))}, "Unggahan itu bukan milik OPD ini"),
        ({"grant": Grant("hari_lain", post_key="k2", day=date(2024, 11, 2))}, "di luar bulan"),
        ({"grant": Grant("dispensasi", first=date(2024, 9, 30), last=date(2024, 10, 2))}, "di luar bulan"),
    ],
)
def test_what_the_office_may_not_decide(store: Store, closing: str, changes: dict[str, Any], words: str) -> None:
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    with pytest.raises(RefusedError, match=words):
        settle(store, SCOPE, verdict(one, **changes), DECIDED)
    assert objections(store, SCOPE, None, DECIDED.date())[0].state == "menunggu"


def test_nobody_decides_twice_and_everything_stands_in_the_audit(store: Store, closing: str) -> None:
    one = object_to(store, SCOPE, objection(closing), WITHIN)
    settle(store, SCOPE, verdict(one, accepted=False), DECIDED)
    with pytest.raises(RefusedError, match="sudah diputuskan oleh Ani"):
        settle(store, SCOPE, verdict(one, grant=Grant("laporan_susulan")), DECIDED)
    audit = store.run(store.read(SCOPE).audit.order_by("at")).to_pylist()
    assert [(line["action"], line["who"]) for line in audit] == [
        ("closing", "Ani"), ("objection", "Rini"), ("objection_outcome", "Ani"),
    ]  # fmt: skip
