"""The word lists in force: edited, refused, versioned, restored; a newer shipped list never replaces an edited one."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from intake import RefusedError, reading_lists
from intake.word_lists import (
    aid_list,
    check_list,
    expected_rows,
    list_versions,
    problem_words,
    save_list,
    shipped,
    word_lists,
)
from rules import read, seed_lists
from rules.expected import ExpectedRow, seed_expected
from store import Store
from tests.intake.made import NOW, rows_of

TOPICS = '[layanan]\nwords = ["antrean"]\n\n[bantuan]\nwords = ["kambing"]\n'


def topic_of(store: Store, caption: str) -> str:
    return str(read([caption], reading_lists(store))["topic"].iloc[0])


def test_as_long_as_nobody_edits_them_the_shipped_lists_are_in_force(store: Store) -> None:
    assert reading_lists(store) is seed_lists()
    found = word_lists(store)["topics"]
    assert (found.version, found.edited, found.seed_changed, found.broken, found.who) == (0, False, False, "", "")
    assert found.text == shipped("topics")
    assert not found.text.startswith("#")


def test_an_edited_list_is_in_force_at_once_and_the_others_stay(store: Store) -> None:
    assert topic_of(store, "Seekor kambing hitam") == "lainnya"
    before = store.data_version()
    assert save_list(store, "topics", TOPICS, 0, "Dewi", NOW) == 1
    assert topic_of(store, "Seekor kambing hitam") == "bantuan"
    assert reading_lists(store).said_topics == seed_lists().said_topics
    assert store.data_version() == before + 1
    found = word_lists(store)["topics"]
    assert (found.text, found.version, found.edited, found.who, found.at) == (TOPICS, 1, True, "Dewi", NOW)
    assert [row["name"] for row in rows_of(store, "settings")] == ["daftar:topik"]
    (line,) = rows_of(store, "audit")
    assert (line["who"], line["action"], line["subject"]) == ("Dewi", "setting", "daftar:topik")
    assert line["detail"].startswith("versi 1: 5 baris, ")


def test_a_list_that_cannot_be_used_is_refused_with_its_line_and_nothing_changes(store: Store) -> None:
    torn = TOPICS.replace('"kambing"]', '"kambing]')
    assert [problem_words(each) for each in check_list(store, "topics", torn)] == [
        "Baris 5: Tanda kutip belum ditutup."
    ]
    with pytest.raises(RefusedError, match=r"^Baris 5: Tanda kutip belum ditutup\. Tidak ada yang berubah\.$"):
        save_list(store, "topics", torn, 0, "Dewi", NOW)
    with pytest.raises(RefusedError, match=r"^Mohon Bapak/Ibu mengisi nama lebih dahulu\. Tidak ada yang berubah\.$"):
        save_list(store, "topics", TOPICS, 0, "  ", NOW)
    assert (rows_of(store, "settings"), rows_of(store, "audit")) == ([], [])


def test_two_people_do_not_write_over_each_other(store: Store) -> None:
    save_list(store, "topics", TOPICS, 0, "Dewi", NOW)
    with pytest.raises(RefusedError, match=r"sudah diubah oleh Dewi setelah halaman ini dibuka"):
        save_list(store, "topics", TOPICS + "# lain\n", 0, "Eka", NOW)
    assert word_lists(store)["topics"].version == 1


@pytest.mark.long
def test_every_version_is_kept_and_an_old_one_or_the_shipped_one_comes_back(store: Store) -> None:
    later = NOW + dt.timedelta(hours=1)
    save_list(store, "topics", TOPICS, 0, "Dewi", NOW)
    save_list(store, "topics", TOPICS.replace("kambing", "sapi"), 1, "Eka", later)
    assert topic_of(store, "Seekor kambing hitam") == "lainnya"
    kept = list_versions(store, "topics")
    assert [(version.number, version.who, version.at) for version, _ in kept] == [(2, "Eka", later), (1, "Dewi", NOW)]
    save_list(store, "topics", kept[1][1], 2, "Fitri", later)
    assert topic_of(store, "Seekor kambing hitam") == "bantuan"
    save_list(store, "topics", None, 3, "Gita", later)
    assert reading_lists(store) is seed_lists()
    assert [(version.number, text is None) for version, text in list_versions(store, "topics")] == [
        (4, True), (3, False), (2, False), (1, False),
    ]  # fmt: skip


def kept_as(store: Store, seed: str, text: str) -> None:
    """A version of the list of topics as another release of the software may have left it."""
    row = {"value": json.dumps({"seed": seed, "text": text}), "version": 1, "changed_by": "Dewi", "changed_at": NOW}
    with store.write() as writer:
        writer.append("settings", [{"name": "daftar:topik", **row}])


def test_a_newer_shipped_list_is_told_and_does_not_replace_an_edited_one(store: Store) -> None:
    kept_as(store, "0ld5eed0", TOPICS)
    found = word_lists(store)["topics"]
    assert (found.seed_changed, found.text, found.seed) == (True, TOPICS, shipped("topics"))
    assert topic_of(store, "Seekor kambing hitam") == "bantuan"
    save_list(store, "topics", TOPICS, 1, "Eka", NOW)
    assert not word_lists(store)["topics"].seed_changed


def test_an_edited_list_that_this_software_cannot_use_gives_way_and_is_told(store: Store) -> None:
    kept_as(store, "0ld5eed0", '[layanan]\nregex = ["a+"]\n')
    assert word_lists(store)["topics"].broken == (
        "Daftar kata topik: bagian “layanan” hanya boleh memuat capitals, exact, strong, unless, weak, words."
    )
    assert topic_of(store, "Antrean layanan") == "layanan"


def test_all_threads_are_given_the_same_lists(store: Store) -> None:
    save_list(store, "topics", TOPICS, 0, "Dewi", NOW)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: reading_lists(store), range(12)))
    assert len({id(lists) for lists in found}) == 1


EXPECTED = """[[rows]]
kind = "dinas"
names = ["sosial"]
topics = ["bantuan"]

[[rows]]
kind = "dinas"
topics = ["layanan", "masyarakat"]
"""


def test_the_expected_topics_are_a_list_of_the_office_that_changes_no_reading(store: Store) -> None:
    assert expected_rows(store) == seed_expected()
    assert word_lists(store)["expected_topics"].version == 0
    assert save_list(store, "expected_topics", EXPECTED, 0, "Dewi", NOW) == 1
    assert expected_rows(store) == (
        ExpectedRow("dinas", ("sosial",), ("bantuan",)), ExpectedRow("dinas", (), ("layanan", "masyarakat")),
    )  # fmt: skip
    assert reading_lists(store) is seed_lists()
    assert [row["name"] for row in rows_of(store, "settings")] == ["daftar:topik_harapan"]
    save_list(store, "expected_topics", None, 1, "Eka", NOW)
    assert expected_rows(store) == seed_expected()
    assert [version.number for version, _ in list_versions(store, "expected_topics")] == [2, 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (EXPECTED.replace('"layanan"', '"wisata"'), "Baris 8: Daftar topik yang diharapkan, bagian ke-2: topik "
         "“wisata” tidak dikenal."),
        (EXPECTED.replace('kind = "dinas"\nt', 'kind = "dinsa"\nt'), "Baris 6: Daftar topik yang diharapkan, bagian "
         "ke-2: isi kind dengan salah satu dari sekretariat, inspektorat, dinas, badan, rumah_sakit, kecamatan, lalu "
         "names dan topics."),
        (EXPECTED.replace('["bantuan"]', "[]"), "Baris 1: Daftar topik yang diharapkan, bagian ke-1: topics memerlukan "
         "sekurangnya satu topik."),
        (EXPECTED.replace('["bantuan"]', '"bantuan"'), "Baris 1: Daftar topik yang diharapkan, bagian ke-1: topics "
         "harus berupa daftar teks yang tidak kosong."),
        (EXPECTED.replace('names = ["sosial"]\n', ""), "Baris 5: Daftar topik yang diharapkan, bagian ke-2: tidak "
         "pernah berlaku, sebab bagian ke-1 sudah untuk semua dinas."),
        (EXPECTED.replace('"sosial"]', '"sosial'), "Baris 3: Tanda kutip belum ditutup."),
        ('[row]\nkind = "dinas"\n', "Baris 1: Bagian “row” tidak dikenal: setiap baris diawali dengan [[rows]]."),
    ],
)  # fmt: skip
def test_expected_topics_that_cannot_be_used_are_refused_with_their_line(
    duckdb_store: Store, text: str, words: str
) -> None:
    assert [problem_words(each) for each in check_list(duckdb_store, "expected_topics", text)] == [words]
    with pytest.raises(RefusedError, match=r"Tidak ada yang berubah\.$"):
        save_list(duckdb_store, "expected_topics", text, 0, "Dewi", NOW)
    assert rows_of(duckdb_store, "settings") == []


def test_what_an_aid_post_should_tell_is_a_list_of_the_office_too(store: Store) -> None:
    text = '[cues.kupon]\nwords = ["kupon"]\n\n[parts.undian]\nlabel = "Kupon"\nask = "Sebut."\ncues = ["kupon"]\n'
    assert "undian" not in aid_list(store).parts
    save_list(store, "aid", text, 0, "Dewi", NOW)
    assert list(aid_list(store).parts) == ["undian"]
    assert reading_lists(store) is seed_lists()
    torn = text.replace('cues = ["kupon"]', 'cues = ["kartu"]')
    assert [problem_words(each) for each in check_list(store, "aid", torn)] == [
        "Baris 4: Daftar bantuan: bagian “undian” menyebut isyarat “kartu” yang tidak ada."
    ]
