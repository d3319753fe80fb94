"""What persons decide: it beats the rules, and stays with its post whatever comes, goes or is called otherwise."""

import datetime as dt
from typing import Any

import pytest

from intake import RefusedError, undo
from intake.rulings import OFFICE, Ruling, decide, take_back
from store import Scope, Store
from tests.intake.made import NOW, post, posts_in, rows_of, take
from tests.intake.test_undo import assert_posts_equal_full_rebuild
from tests.store.rows import row

LINK = "https://www.instagram.com/p/AAAAAAAAAA1/"
OTHER = "https://www.instagram.com/p/BBBBBBBBBB2/"
TEXT = "Antrean KTP dibuka pukul delapan"


def at(minutes: int) -> dt.datetime:
    return NOW + dt.timedelta(days=1, minutes=minutes)


def key_of(store: Store, link: str = "") -> str:
    """The post_key of the only post, or of the one with this link."""
    (key,) = [one["post_key"] for one in rows_of(store, "posts") if one["link"] == link or not link]
    return key


def rule(store: Store, wanted: str, minutes: int = 0, link: str = "", **changes: Any) -> str:
    given = {"kind": "topic", "value": wanted, "note": "sudah dicek", "who": "Ani", "own": OFFICE}
    return decide(store, Scope(), key_of(store, link), Ruling(**(given | changes)), at(minutes))


def topics(store: Store) -> list[Any]:
    """Topic and its source of every post; each time, what is stored is what a full rebuild gives."""
    assert_posts_equal_full_rebuild(store)
    return posts_in(store, "topic", "topic_source")


def upload_of(store: Store, place: int) -> str:
    return sorted(rows_of(store, "uploads"), key=lambda one: one["uploaded_at"])[place]["upload_id"]


@pytest.fixture
def office(store: Store) -> Store:
    agencies = [
        row("agencies", agency_id="dinas-a", name="Dinas A"),
        row("agencies", agency_id="dinas-b", name="Dinas B"),
        row("agencies", agency_id="puskesmas-a", name="Puskesmas A", parent_id="dinas-a"),
    ]
    with store.write() as writer:
        writer.append("agencies", agencies)
    return store


def test_the_newest_decision_that_stands_beats_rules_and_log(office: Store) -> None:
    take(office, post(7, link=LINK, caption=TEXT, topic_said="Seremonial"))
    assert topics(office) == [("seremonial", "log")]
    first = rule(office, "layanan", 0)
    second = rule(office, "bantuan", 1)
    assert topics(office) == [("bantuan", "keputusan")]
    assert posts_in(office, "topic_evidence", "topics") == [
        ("ditetapkan oleh Ani: sudah dicek", "bantuan;seremonial;layanan")
    ]
    take_back(office, Scope(), second, Ruling("", "", "keliru", "Budi", OFFICE), at(2))
    assert topics(office) == [("layanan", "keputusan")]
    take_back(office, Scope(), first, Ruling("", "", "keliru", "Budi", OFFICE), at(3))
    assert topics(office) == [("seremonial", "log")]
    told = [(one["value"], one["decided_by"], one["takes_back"]) for one in rows_of(office, "decisions")]
    assert sorted(told) == sorted(
        [("layanan", "Ani", ""), ("bantuan", "Ani", ""), ("bantuan", "Budi", second), ("layanan", "Budi", first)]
    )
    with pytest.raises(RefusedError, match="sudah ditarik kembali"):
        take_back(office, Scope(), first, Ruling("", "", "", "Budi", OFFICE), at(4))


def test_subject_and_bidang_are_settled_the_same_way(office: Store) -> None:
    take(office, post(7, link=LINK, caption=TEXT))
    rule(office, "pimpinan_opd", kind="subject")
    rule(office, "dinas-a/umum", 1, kind="bidang", note="")
    assert_posts_equal_full_rebuild(office)
    columns = ("subject", "subject_detail", "subject_source", "bidang", "bidang_source", "bidang_evidence")
    expected = ("pimpinan", "pimpinan_opd", "keputusan", "dinas-a/umum", "keputusan", "ditetapkan oleh Ani")
    assert posts_in(office, *columns) == [expected]


def test_a_decision_survives_a_second_upload_and_a_change_of_the_key(office: Store) -> None:
    take(office, post(7, caption=TEXT))
    rule(office, "bantuan")
    assert key_of(office).startswith("instagram@")
    take(office, post(7, caption=TEXT, link=LINK, hour=9), name="meta.csv", at=1)
    assert key_of(office) == "instagram:AAAAAAAAAA1"
    assert topics(office) == [("bantuan", "keputusan")]
    take(office, post(7, caption="Teks yang sudah diperbaiki", link=LINK, hour=9), name="meta2.csv", at=2)
    assert topics(office) == [("bantuan", "keputusan")]


def test_a_decision_waits_for_its_post_and_knows_it_by_what_it_learnt(office: Store) -> None:
    """The text alone was known; the link came later, and the post comes back with the link and another text."""
    take(office, post(7, caption=TEXT))
    rule(office, "bantuan")
    take(office, post(7, caption=TEXT, link=LINK), name="b.xlsx", at=1)
    for number in (0, 1):
        undo(office, Scope(), upload_of(office, number), "Ani", at(5 + number))
    assert rows_of(office, "posts") == []
    assert rows_of(office, "decisions")[0]["stands_on"] is None
    take(office, post(7, caption="Antrean KTP", link=LINK), name="c.xlsx", at=3)
    assert topics(office) == [("bantuan", "keputusan")]
    assert rows_of(office, "decisions")[0]["stands_on"] == key_of(office)


def test_undo_and_the_same_file_again(office: Store) -> None:
    take(office, post(7, caption=TEXT, link=LINK), post(8, caption="", link="https://www.instagram.com/dinas.a/"))
    rule(office, "bantuan", link=LINK)
    rule(office, "layanan", 1, link="https://www.instagram.com/dinas.a/")
    undo(office, Scope(), upload_of(office, 0), "Ani", at(5))
    take(office, post(7, caption=TEXT, link=LINK), post(8, caption="", link="https://www.instagram.com/dinas.a/"), at=9)
    assert topics(office) == [("bantuan", "keputusan"), ("layanan", "keputusan")]


def test_of_two_posts_with_one_text_only_the_decided_one_keeps_the_decision(office: Store) -> None:
    take(office, post(7, caption=TEXT, link=LINK))
    take(office, post(7, caption=TEXT, link=OTHER), name="b.xlsx", at=1)
    rule(office, "bantuan", link=OTHER)
    undo(office, Scope(), upload_of(office, 1), "Ani", at(5))
    assert topics(office) == [("layanan", "aturan")]
    take(office, post(7, caption=TEXT, link=OTHER), name="b.xlsx", at=2)
    assert topics(office) == [("bantuan", "keputusan"), ("layanan", "aturan")]


def test_a_mended_address_keeps_the_decision_of_the_only_post_with_that_text(office: Store) -> None:
    take(office, post(7, caption=TEXT, link=LINK))
    rule(office, "bantuan")
    undo(office, Scope(), upload_of(office, 0), "Ani", at(5))
    take(office, post(7, caption=TEXT, link=OTHER), name="b.xlsx", at=1)
    assert topics(office) == [("bantuan", "keputusan")]


def test_posts_that_turn_out_to_be_one_take_the_newest_decision_and_part_again(office: Store) -> None:
    """A row with one post's link and the other's id joins them; taking it back parts them, each with its own."""
    take(office, post(7, caption="Satu", link=LINK))
    take(office, post(7, caption="Dua", link="", post_id="999"), name="b.xlsx", at=1)
    decide(office, Scope(), "instagram:AAAAAAAAAA1", Ruling("topic", "bantuan", "", "Ani", OFFICE), at(1))
    decide(office, Scope(), "instagram:999", Ruling("topic", "darurat", "", "Budi", OFFICE), at(2))
    take(office, post(7, caption="Satu", link=LINK, post_id="999"), name="c.xlsx", at=2)
    assert topics(office) == [("darurat", "keputusan")]
    undo(office, Scope(), upload_of(office, 2), "Ani", at(5))
    assert topics(office) == [("bantuan", "keputusan"), ("darurat", "keputusan")]


def test_verdicts_answer_and_close(office: Store) -> None:
    take(office, post(7, caption=TEXT, link=LINK))

    def state() -> Any:
        assert_posts_equal_full_rebuild(office)
        return posts_in(office, "caution", "caution_review")[0]

    assert state() == ("none", "")
    rule(office, "mohon_penjelasan", 0, kind="caution")
    assert state() == ("review", "menunggu")
    answer = rule(office, "caution", 0, kind="jawaban", note="Tautan resmi kementerian", own="dinas-a", who="Citra")
    assert state() == ("review", "dijawab")
    take_back(office, Scope(), answer, Ruling("", "", "", "Citra", "dinas-a"), at(2))
    assert state() == ("review", "menunggu")
    rule(office, "perlu_tindak_lanjut", 3, kind="caution")
    assert state() == ("review", "tindak_lanjut")
    rule(office, "tidak_ada_catatan", 4, kind="caution")
    assert state() == ("none", "selesai")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"kind": "caution", "value": "tidak_ada_catatan", "own": "dinas-a"}, "OPD sendiri tidak dapat diputuskan"),
        ({"kind": "caution", "value": "tidak_ada_catatan", "own": "puskesmas-a"}, "OPD sendiri tidak dapat diputuskan"),
        ({"kind": "jawaban", "value": "caution", "own": "dinas-b"}, "hanya dapat diberikan oleh OPD pemilik"),
        ({"kind": "jawaban", "value": "caution", "own": "dinas-a", "note": " "}, "menuliskan penjelasannya"),
        ({"who": "  "}, "mengisi nama dan instansi"),
        ({"own": ""}, "mengisi nama dan instansi"),
        ({"own": "dinas-x"}, "tidak ada dalam Daftar OPD"),
        ({"value": "gosip"}, "tidak dikenal"),
        ({"kind": "warna"}, "tidak dikenal"),
    ],
)
def test_a_ruling_that_may_not_be_is_refused_and_leaves_nothing(
    office: Store, changes: dict[str, Any], reason: str
) -> None:
    take(office, post(7, caption=TEXT, link=LINK))
    with pytest.raises(RefusedError, match=reason):
        rule(office, "bantuan", **changes)
    assert rows_of(office, "decisions") == []


def test_a_scope_of_other_agencies_neither_sees_nor_decides(office: Store) -> None:
    take(office, post(7, caption=TEXT, link=LINK))
    rule(office, "bantuan")
    other = Scope(frozenset({"dinas-b"}))
    assert office.run(office.read(other).decisions).num_rows == 0
    ruling = Ruling("topic", "layanan", "", "Ani", OFFICE)
    with pytest.raises(RefusedError, match="tidak ditemukan"):
        decide(office, other, key_of(office), ruling, at(1))
    decision = rows_of(office, "decisions")[0]["decision_id"]
    with pytest.raises(RefusedError, match="tidak ditemukan"):
        take_back(office, other, decision, ruling, at(2))
