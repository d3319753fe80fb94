"""Unggahan: every post with its reading and its row; searched, filtered, in slices."""

from datetime import date

from answers.choice import Choice
from answers.posts import PostsChoice, posts
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def keys(store: Store, asked: PostsChoice, choice: Choice = WEEK) -> list[tuple[str, str]]:
    """Day and platform of the posts found, in order."""
    return [(cells[0], cells[3]) for cells in posts(store, Scope(), choice, TODAY, asked).tables[0].rows]


def test_every_post_of_the_period_newest_first(office: Store) -> None:
    answer = posts(office, Scope(), WEEK, TODAY)
    assert answer.extra["total"] == "7"
    assert answer.sentence == (
        "7 unggahan dan 5 konten pada 1–6 Oktober 2024; ditampilkan nomor 1 sampai 7, terbaru dahulu."
    )
    assert keys(office, PostsChoice()) == [
        ("2024-10-02", "Instagram"),
        ("2024-10-02", "Instagram"),
        ("2024-10-01", "Instagram"),
        ("2024-10-01", "Instagram"),
        ("2024-10-01", "Facebook"),
        ("2024-10-01", "Instagram"),
        ("2024-10-01", "Facebook"),
    ]


def test_a_row_names_reading_evidence_file_and_place(office: Store) -> None:
    answer = posts(office, Scope(), WEEK, TODAY, PostsChoice(topic="pembangunan"))
    table = answer.tables[0]
    found = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert found == {
        "tanggal": "2024-10-02", "jam": None, "opd": "Dinas Pekerjaan Umum", "platform": "Instagram", "akun": "@a",
        "teks": "Antrean daring dibuka", "topik": "Rencana dan Program Pembangunan", "asal_topik": "Dibaca dari kata",
        "bukti_topik": "antrean", "subjek": "Perangkat daerah/bidang", "asal_subjek": "Dibaca dari kata",
        "bukti_subjek": "dinas",
        "bidang": None, "asal_bidang": None, "bukti_bidang": None, "tautan": None,
        "suka": 12, "komentar": None, "dibagikan": None, "tayangan": None,
        "berkas": "log oktober.xlsx", "lembar": "Okt", "baris": 9, "catatan": 1,
    }  # fmt: skip
    assert answer.filters == "Semua OPD, semua platform (topik Rencana dan Program Pembangunan)"


def test_a_row_names_the_bidang_of_its_opd(office: Store) -> None:
    with office.write() as writer:
        writer.append("units", [row("units", unit_id="dinas-pupr/bm", agency_id="dinas-pupr", name="Bina Marga")])
        told = {"bidang": "dinas-pupr/bm", "bidang_source": "aturan", "bidang_evidence": "Kabid Bina Marga"}
        writer.update("posts", told, {"agency_id": "dinas-pupr"})
    table = posts(office, Scope(), WEEK, TODAY, PostsChoice(topic="pembangunan")).tables[0]
    found = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    names = ("bidang", "asal_bidang", "bukti_bidang")
    assert [found[name] for name in names] == ["Bina Marga", "Dibaca dari kata", "Kabid Bina Marga"]


def test_search_takes_every_word_as_it_stands(office: Store) -> None:
    assert len(keys(office, PostsChoice(text="IMUNISASI jadwal"))) == 2
    assert len(keys(office, PostsChoice(text="100%"))) == 2
    assert keys(office, PostsChoice(text="imunisasi antrean")) == []
    assert keys(office, PostsChoice(text="imun_sasi")) == []
    assert keys(office, PostsChoice(text="o'brien \\")) == []


def test_subject_and_agency_narrow(office: Store) -> None:
    assert len(keys(office, PostsChoice(subject="pimpinan"))) == 2
    pupr = Choice(WEEK.first, WEEK.last, agencies=("dinas-pupr",))
    assert keys(office, PostsChoice(), pupr) == [("2024-10-02", "Instagram")]


def test_slices_follow_each_other(office: Store) -> None:
    whole = posts(office, Scope(), WEEK, TODAY).tables[0].rows
    second = posts(office, Scope(), WEEK, TODAY, PostsChoice(limit=3, offset=3))
    assert second.tables[0].rows == whole[3:6]
    assert second.extra["total"] == "7"
    assert "ditampilkan nomor 4 sampai 6" in second.sentence
    assert posts(office, Scope(), WEEK, TODAY, PostsChoice(offset=50)).tables[0].rows == ()


def test_nothing_found_says_so(office: Store) -> None:
    answer = posts(office, Scope(), WEEK, TODAY, PostsChoice(text="tidak ada kata ini"))
    assert answer.sentence == "Tidak ada unggahan yang sesuai pada 1–6 Oktober 2024."
    assert answer.numbers[0].value == 0


def test_posts_that_name_a_bidang(store: Store) -> None:
    named = [("1", "a/psp"), ("2", "a/horti;a/psp"), ("3", "a/psp-lain"), ("4", None), ("5", "Bidang; Baru")]
    rows = [post(key, "a", "x", "2024-10-02", key) | {"bidang": bidang} for key, bidang in named]
    agency = row("agencies", agency_id="a", name="Dinas A")
    unit = row("units", unit_id="a/psp", agency_id="a", name="PSP")
    fill(store, uploads=[row("uploads")], agencies=[agency], units=[unit], posts=rows)
    answer = posts(store, Scope(), WEEK, TODAY, PostsChoice(unit="a/psp"))
    assert answer.extra["keys"] == '["1", "2"]'
    assert "bidang PSP" in answer.filters
    assert posts(store, Scope(), WEEK, TODAY, PostsChoice(unit="Baru")).extra["keys"] == '["5"]'
