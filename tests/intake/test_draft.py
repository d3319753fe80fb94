"""What a file holds before it is stored: read in the child, its names brought to an OPD or asked about."""

import datetime as dt
import hashlib

import pytest

from intake import Options, RefusedError, commit, parse_roster, prepare, save_roster, undo
from store import Scope, Store
from tests.intake.made import NOW, answers, everything, lists, posts_in

REAL = Scope()
ROSTER = b"""kode,nama,jenis,induk,alias,bidang,akun
dinas-kesehatan,Dinas Kesehatan,dinas,,Dinkes,,instagram=dinkes.contoh
dinas-sosial,Dinas Sosial,dinas,,Dinsos,,
"""
FORM = """Timestamp,Nama OPD,Tanggal Posting,Platform,Judul/Caption,Link
01/11/2024 08:00:00,Dinkes,07/10/2024,Instagram,Vaksinasi,https://www.instagram.com/p/DAbCdEfGhIj/
01/11/2024 08:01:00,Dinas Sosail,08/10/2024,Facebook,Bantuan,https://www.facebook.com/a/posts/1234567
01/11/2024 08:02:00,@dinkes,09/10/2024,Facebook,Apel,https://www.facebook.com/a/posts/1234568
"""
LOG = """Tanggal,Platform,Judul/Caption,Link
07/10/2024,Instagram,Vaksinasi,https://www.instagram.com/p/DAbCdEfGhIj/
08/10/2024,Instagram,Posyandu,https://www.instagram.com/p/DAbCdEfGhIk/
"""


@pytest.fixture
def office(store: Store) -> Store:
    save_roster(store, parse_roster(ROSTER, "opd.csv"), False, "Ani", NOW)
    return store


def options(name: str) -> Options:
    return Options("Asia/Jakarta", dt.date(2024, 11, 5), name)


def test_names_of_a_form_are_matched_or_asked(office: Store) -> None:
    made = prepare(office, REAL, FORM.encode(), options("formulir.csv"))
    told = {g.label: (g.match.agency_id, [s.agency_id for s in g.match.suggestions][:1], g.posts) for g in made.groups}
    assert told == {
        "Dinkes": ("dinas-kesehatan", [], 1),
        "Dinas Sosail": (None, ["dinas-sosial"], 1),
        "@dinkes": ("dinas-kesehatan", [], 1),
    }
    assert made.sha256 == hashlib.sha256(FORM.encode()).hexdigest()
    assert made.seen_before is None


@pytest.mark.parametrize("name", ["Dinkes.csv", "Laporan_Medsos_Dinkes.csv", "Laporan Dinkes Oktober 2024.csv"])
def test_name_of_the_file_is_a_suggestion_never_a_match(office: Store, name: str) -> None:
    (group,) = prepare(office, REAL, LOG.encode(), options(name)).groups
    assert (group.match.agency_id, group.match.suggestions[0].agency_id) == (None, "dinas-kesehatan")
    assert (group.label, group.posts) == ("OPD tidak tertulis pada berkas", 2)


def test_preparing_stores_nothing(office: Store) -> None:
    before, version = everything(office), office.data_version()
    prepare(office, REAL, LOG.encode(), options("log.csv"))
    with pytest.raises(RefusedError):
        prepare(office, REAL, b"%PDF-1.7", options("surat.pdf"))
    assert (everything(office), office.data_version()) == (before, version)


def test_file_that_was_stored_is_known_again(office: Store) -> None:
    made = prepare(office, REAL, LOG.encode(), options("log.csv"))
    commit(office, made, answers(made, agencies={made.groups[0].key: "dinas-kesehatan"}), lists(), NOW)
    again = prepare(office, REAL, LOG.encode(), options("nama lain.csv"))
    assert (again.seen_before, again.seen_for) == (NOW, ("Dinas Kesehatan",))
    told = r"“nama lain\.csv” yang sama persis sudah pernah diunggah untuk Dinas Kesehatan\. Tidak"
    with pytest.raises(RefusedError, match=told):
        commit(office, again, answers(again), lists(), NOW)
    assert prepare(office, Scope(sample=True), LOG.encode(), options("log.csv")).seen_before is None
    assert posts_in(office, "agency_id") == ["dinas-kesehatan", "dinas-kesehatan"]


def test_a_file_that_was_taken_in_for_the_wrong_opd_may_come_again_after_undo(office: Store) -> None:
    made = prepare(office, REAL, LOG.encode(), options("log.csv"))
    wrong = commit(office, made, answers(made, agencies={made.groups[0].key: "dinas-kesehatan"}), lists(), NOW)
    undo(office, REAL, wrong.upload_id, "Ani", NOW + dt.timedelta(minutes=1))
    again = prepare(office, REAL, LOG.encode(), options("log.csv"))
    assert (again.seen_before, again.seen_for) == (None, ())
    right = answers(again, agencies={again.groups[0].key: "dinas-sosial"})
    commit(office, again, right, lists(), NOW + dt.timedelta(minutes=2))
    assert posts_in(office, "agency_id") == ["dinas-sosial", "dinas-sosial"]
