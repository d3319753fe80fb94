"""Reading: evidence, places that hold no words, what the log says, the version, and any text at all."""

import sys
from types import FrameType

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import labels
from rules import SUBJECTS, TOPICS, ListError, Lists, parse_lists, read, read_posts, seed_lists
from rules.split import split_words

SMALL_TOPICS = """
lookalikes = ["bantuan hukum"]
[bantuan]
words = ["bantuan", "BLT", "bedah rumah"]
weak = ["salur", "paket", "KIP"]
capitals = ["KIP"]
[pemilu]
words = ["TPS"]
[pemilu.unless]
TPS = ["sampah"]
"""
SMALL_SUBJECTS = """
leader = ["bupati"]
act = ["serah"]
department = ["dinas sosial"]
service_topics = ["bantuan"]
department_topics = ["bantuan"]
"""
SMALL_SAID = '[topic]\nbantuan = ["bansos"]\n[subject]\npimpinan = ["bupati"]\n'
SMALL = {"topics": SMALL_TOPICS, "subjects": SMALL_SUBJECTS, "said": SMALL_SAID}


@pytest.fixture(scope="module")
def small() -> Lists:
    return parse_lists(SMALL)


def topic_of(text: str, lists: Lists) -> tuple[str, str]:
    reading = read([text], lists).iloc[0]
    return reading["topic"], reading["topic_evidence"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bantuannya sudah tiba", ("bantuan", "Bantuannya")),
        ("𝗕𝗮𝗻𝘁𝘂𝗮𝗻 tiba", ("bantuan", "𝗕𝗮𝗻𝘁𝘂𝗮𝗻")),
        ("Program BEDAH  RUMAH", ("bantuan", "BEDAH  RUMAH")),
        ("#BedahRumah dimulai", ("bantuan", "BedahRumah")),
        ("#bedahrumah dimulai", ("bantuan", "bedahrumah")),
        ("blt&amp;dana", ("bantuan", "blt")),
        ("Pos bantuan hukum", ("lainnya", "")),
        ("Menyalurkan aspirasi", ("lainnya", "")),
        ("Menyalurkan paket", ("bantuan", "Menyalurkan; paket")),
        ("kip saja", ("lainnya", "")),
        ("pembantuan", ("bantuan", "pembantuan")),
        ("Buang sampah ke TPS", ("lainnya", "")),
        ("Datang ke TPS", ("pemilu", "TPS")),
        ("https://contoh.go.id/bantuan", ("lainnya", "")),
        ("dinsos.contoh.go.id/bantuan/blt", ("lainnya", "")),
        ("bit.ly/bantuan @bantuan bantuan@contoh.id", ("lainnya", "")),
        ("#DaerahPenuhBantuan senja indah", ("lainnya", "")),
        ("", ("lainnya", "")),
    ],
)
def test_topic_and_evidence(text: str, expected: tuple[str, str], small: Lists) -> None:
    assert topic_of(text, small) == expected


def test_a_phrase_ends_with_its_caption() -> None:
    lists = parse_lists({**SMALL, "topics": '[bantuan]\nwords = ["bedah rumah warga", "pasar murah"]\n'})
    texts = ["bedah rumah", "warga pasar", "murah", "bedah rumah warga"]
    assert read(texts, lists)["topic"].tolist() == ["lainnya", "lainnya", "lainnya", "bantuan"]


def test_a_hit_in_the_title_counts_double(small: Lists) -> None:
    filler = "kata " * 30
    assert read([f"TPS baru. {filler} bantuan"], small)["topics"].tolist() == ["pemilu;bantuan"]
    assert read([f"Bantuan baru. {filler} TPS"], small)["topics"].tolist() == ["bantuan;pemilu"]


@pytest.mark.parametrize(
    ("text", "subject", "evidence"),
    [
        ("Bupati menyerahkan piala", "pimpinan", "Bupati; menyerahkan"),
        ("Bupati menyerahkan bantuan", "campuran", "Bupati; menyerahkan; bantuan"),
        ("Dinas Sosial buka hari ini", "perangkat", "Dinas Sosial"),
        ("Bantuan tiba", "perangkat", "Bantuan"),
        ("Senja indah", "tidak_jelas", ""),
    ],
)
def test_subject_and_evidence(text: str, subject: str, evidence: str, small: Lists) -> None:
    reading = read([text], small).iloc[0]
    assert (reading["subject"], reading["subject_evidence"]) == (subject, evidence)


def test_a_leader_quoted_late_is_a_source() -> None:
    text = (
        "Petugas Dinas Perhubungan memasang rambu di tiga simpang jalan kabupaten sejak Senin pagi hingga sore hari. "
        'Pekerjaan dilanjutkan besok. "Mohon pengguna jalan bersabar," kata Kepala Dinas Perhubungan.'
    )
    assert read([text], seed_lists())["subject"].tolist() == ["perangkat"]


def test_what_the_log_says_wins() -> None:
    posts = pd.DataFrame(
        {
            "caption": ["Senja indah", "Bupati menghadiri rapat", "Apel pagi", "Senja indah", "Senja indah"],
            "topic_said": ["Bantuan Sosial", "", "Kegiatan Pimpinan", "Aneka", "1. Pelayanan Publik"],
            "subject_said": ["", "", "", "Bidang Bina Marga", "entah"],
            "bidang_said": ["Linjamsos", "Umum", "", "", ""],
        },
        index=[7, 3, 5, 1, 0],
    )
    readings = read_posts(posts, seed_lists())
    assert readings.index.tolist() == [7, 3, 5, 1, 0]
    assert readings["topic"].tolist() == ["bantuan", "internal", "internal", "lainnya", "layanan"]
    assert readings["topic_source"].tolist() == ["log", "aturan", "aturan", "aturan", "log"]
    assert readings["topic_evidence"].tolist()[:1] == ["Bantuan Sosial"]
    assert readings["subject"].tolist() == ["perangkat", "pimpinan", "pimpinan", "perangkat", "tidak_jelas"]
    assert readings["subject_source"].tolist() == ["log", "aturan", "log", "log", "aturan"]
    assert readings["subject_evidence"].tolist()[0] == "Linjamsos"


def test_no_posts_are_no_rows_with_all_columns() -> None:
    none = pd.DataFrame(
        {name: pd.Series(dtype="str") for name in ("caption", "topic_said", "subject_said", "bidang_said")}
    )
    readings = read_posts(none, seed_lists())
    assert len(readings) == 0
    assert readings.columns.tolist() == [
        "topic",
        "topics",
        "topic_source",
        "topic_evidence",
        "subject",
        "subject_source",
        "subject_evidence",
        "rules_version",
    ]


def test_the_version_follows_the_content_of_the_lists(small: Lists) -> None:
    same = parse_lists(SMALL | {"topics": SMALL_TOPICS.replace('"BLT", "bedah rumah"', '"bedah rumah", "BLT"')})
    other = parse_lists(SMALL | {"topics": SMALL_TOPICS.replace("BLT", "PKH")})
    assert small.version == same.version != other.version
    assert small.version.startswith("6-")
    assert len(small.version) == 10
    assert read(["a"], small)["rules_version"].tolist() == [small.version]


@pytest.mark.parametrize(
    ("topics", "sentence"),
    [
        ("[bantuan]\nwords = [", "Daftar kata topik tidak dapat dibaca"),
        ('[bantuan]\nkata = ["a"]', "bagian “bantuan” hanya boleh memuat"),
        ('[bantuan]\nwords = [""]', "“bantuan” harus berupa daftar teks"),
        ('[bantuan]\nwords = ["a"]\ncapitals = ["B"]', "“B” pada “bantuan” tidak ada"),
        ('[wisata]\nwords = ["pantai"]', "topik “wisata” tidak dikenal"),
    ],
)
def test_a_list_that_cannot_be_used_is_named(topics: str, sentence: str) -> None:
    with pytest.raises(ListError, match=sentence):
        parse_lists(SMALL | {"topics": topics})


def test_codes_have_labels_in_the_same_order() -> None:
    assert tuple(labels.TOPICS) == TOPICS
    assert tuple(labels.SUBJECTS) == SUBJECTS
    lists = seed_lists()
    assert set(TOPICS) - {"lainnya"} == set(lists.order)
    assert set(lists.said_topics.values()) <= set(TOPICS)
    assert set(lists.said_subjects.values()) <= set(SUBJECTS)
    assert set(TOPICS) > labels.INFORMATIVE


TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                "Bupati",
                "kata",
                "#PasarMurah",
                "&amp;",
                "&eacute;",
                "bantuan",
                "@a.b",
                "a.id/b",
                "\n",
                "_x_",
                "ⓑ",
                "saya",
            ]
        ),
        max_size=30,
    ).map(" ".join),
)


@given(TEXTS)
def test_any_text_is_read_and_its_evidence_stands_in_it(text: str) -> None:
    reading = read([text], seed_lists()).iloc[0]
    assert reading["topic"] in TOPICS
    assert reading["subject"] in SUBJECTS
    assert (reading["topic"] == "lainnya") == (reading["topic_evidence"] == "")
    assert all(
        word in text for column in ("topic_evidence", "subject_evidence") for word in reading[column].split("; ")
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, max_size=4, unique=True))
def test_texts_read_together_are_read_as_each_alone(texts: list[str]) -> None:
    together = read(texts, seed_lists())
    alone = [read([text], seed_lists()).iloc[0].tolist() for text in texts]
    assert together.to_numpy().tolist() == alone


@given(TEXTS)
def test_places_of_words_fit_the_text_given(text: str) -> None:
    words = split_words(text, 120)
    assert len(words.text) == len(text)
    assert all(words.text.startswith(token, start) for token, start in zip(words.tokens, words.starts, strict=True))


@pytest.mark.parametrize(
    "piece", ['"saya" ', "TPS sampah ", "Senja camat hari ini kata ", "a-@.id/", "#aA", "&amp;x", "ab.qqé "]
)
def test_a_text_ten_times_as_long_asks_for_about_ten_times_the_work(piece: str) -> None:
    lists = seed_lists()

    def steps(times: int) -> int:
        """Lines of Python run to read a text, each round of a loop counted: the same on every machine, as time is not
        (that stands in benchmarks/rules.py)."""
        ran = 0

        def count(_frame: FrameType, event: str, _what: object) -> object:
            nonlocal ran
            ran += event == "line"
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            read([f"{'senja ' * 60}. {piece * times}"], lists)
        finally:
            sys.settrace(before)
        return ran

    steps(200)
    assert steps(2000) < 12 * steps(200)
