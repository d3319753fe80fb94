"""Bidang, people by their role of the day, reposts, expected topics: what a reading knows beside word lists."""

from datetime import date

import pandas as pd
import pytest

from rules import Context, ListError, Person, Role, Unit, read, read_posts, said_bidang, seed_lists
from rules.expected import expected_topics, parse_expected
from rules.reposts import says_repost
from tests.rules.rosters import UNITS

KEB = (Unit("dikbud/keb", "dikbud", "Kebudayaan"), Unit("dikbud/sd", "dikbud", "Pembinaan SD", aliases=("Bidang SD",)))
ANU = Person(
    "H. Surya Wirawan, S.E.",
    ("Surya",),
    roles=(
        Role("bupati", date(2021, 2, 26), date(2025, 2, 20)),
        Role("paslon", date(2024, 9, 22), date(2024, 11, 27)),
        Role("kepala_opd", date(2019, 1, 1), date(2021, 2, 25)),
    ),
)


def bidang(caption: str, agency: str | None, units: tuple[Unit, ...] = UNITS) -> tuple[str, str]:
    reading = read([caption], seed_lists(), Context(units=units), agencies=[agency]).iloc[0]
    return reading["bidang"], reading["bidang_evidence"]


@pytest.mark.parametrize(
    ("caption", "agency", "expected"),
    [
        ("Kabid Kebudayaan membuka pentas", "dikbud", ("kebudayaan", "Kabid Kebudayaan")),
        ("Kebudayaan kita kaya", "dikbud", ("", "")),
        ("Anak SD bermain", "dikbud", ("", "")),
        ("Hubungi Bidang SD, loket 2", "dikbud", ("sd", "Bidang SD")),
        ("Tim PSP ke sawah", "dinas-pertanian", ("psp", "PSP")),
        ("tim psp ke sawah", "dinas-pertanian", ("", "")),
        ("Irban II turun ke desa", "inspektorat", ("irban-2", "Irban II")),
        ("Irban III turun ke desa", "inspektorat", ("", "")),
        ("Bina Marga dan Bidang SDA bekerja", "dinas-pu", ("sda", "Bidang SDA")),
        ("Bina Marga bekerja bersama Cipta Karya", "dinas-pu", ("bina-marga;cipta-karya", "Bina Marga; Cipta Karya")),
        ("Bidang Kebudayaan hadir", "dinas-pu", ("", "")),
        ("Kabid Kebudayaan hadir", None, ("", "")),
    ],
)
def test_units_of_the_agency_that_posts(caption: str, agency: str | None, expected: tuple[str, str]) -> None:
    assert bidang(caption, agency) == expected


def test_without_a_roster_the_words_behind_a_mark_are_the_name() -> None:
    assert bidang("Kabid Bina Marga meninjau jalan.", None, ()) == ("Bina Marga", "Kabid Bina Marga")
    assert bidang("Di bidang kesehatan kita maju.", None, ()) == ("", "")
    assert bidang("Kata Kabid. Bina Marga menyusul.", None, ()) == ("", "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Bidang Kebudayaan", "dikbud/keb"), ("kebudayaan", "dikbud/keb"), ("Bid. SD", "dikbud/sd"), ("Umum", None)],
)
def test_what_a_log_says_of_a_unit(text: str, unit: str | None) -> None:
    assert said_bidang(text, KEB) == unit


@pytest.mark.parametrize(
    ("day", "subject", "detail"),
    [
        (date(2023, 5, 1), "pimpinan", "pimpinan_daerah"),
        (date(2024, 10, 1), "pimpinan", "pimpinan_daerah"),
        (date(2020, 5, 1), "pimpinan", "pimpinan_opd"),
        (date(2025, 5, 1), "tidak_jelas", "belum_jelas"),
    ],
)
def test_a_name_is_a_leader_by_the_role_of_that_day(day: date, subject: str, detail: str) -> None:
    reading = read(["Surya Wirawan menghadiri malam puncak"], seed_lists(), Context((ANU,)), [day]).iloc[0]
    assert (reading["subject"], reading["subject_detail"]) == (subject, detail)


def test_a_nickname_counts_with_a_capital() -> None:
    captions = ["Surya menghadiri malam puncak", "Panel surya menghadiri malam puncak"]
    readings = read(captions, seed_lists(), Context((ANU,)), [date(2023, 5, 1)] * 2)
    assert readings["subject"].tolist() == ["pimpinan", "tidak_jelas"]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("Repost @pemkab: selamat pagi", True),
        ("RP @pemkab", True),
        ("Selamat pagi\n🔁 RT from : @pemkab", True),
        ("Repost dari @pemkab", True),
        ("Re-posted by | @pemkab", True),
        ("Kegiatan. Sumber: IG : @pemkab", True),
        ("Salam dari @pemkab", False),
        ("Terima kasih @warga. Sumber @pemkab", True),
        ("Kegiatan hari ini\nSumber: @pemkab", True),
        ("Selamat pagi #repost", True),
        ("Foto: @warga", False),
        ("Ikuti @pemkab", False),
        ("Sumber air desa", False),
    ],
)
def test_a_text_says_that_it_is_a_repost(caption: str, expected: bool) -> None:
    assert says_repost(caption) is expected


def test_posts_with_a_context_have_all_parts_and_the_log_wins() -> None:
    posts = pd.DataFrame(
        {
            "caption": ["Apel pagi", "RP @pemkab Apel pagi", "Apel pagi"],
            "topic_said": "",
            "subject_said": ["", "", "Kepala Dinas"],
            "bidang_said": ["Bidang Kebudayaan", "", "Tata Usaha"],
            "published_at": pd.to_datetime(["2025-01-01", "2025-01-02", "2025-01-03"]),
            "is_repost": [False, False, True],
            "agency_id": "dikbud",
        },
        index=[4, 2, 9],
    )
    readings = read_posts(posts, seed_lists(), Context(units=KEB))
    assert readings.index.tolist() == [4, 2, 9]
    assert readings["bidang"].tolist() == ["dikbud/keb", "", "Tata Usaha"]
    assert readings["bidang_evidence"].tolist() == ["Bidang Kebudayaan", "", "Tata Usaha"]
    assert readings["subject_detail"].tolist()[::2] == ["bidang", "pimpinan_opd"]
    assert readings["is_repost"].tolist() == [False, True, True]
    assert readings["findings"].tolist() == ["[]"] * 3
    assert readings["weight"].tolist() == [0, 0, 0]


def test_an_inspectorate_owes_no_aid() -> None:
    assert "bantuan" not in expected_topics("inspektorat", "Inspektorat Daerah")
    assert "bantuan" in expected_topics("dinas", "Dinas Sosial; Dinsos")
    assert "bantuan" not in expected_topics("dinas", "Dinas Perhubungan")
    assert expected_topics("lainnya", "Apa saja") == ()
    with pytest.raises(ListError, match="bagian ke-1"):
        parse_expected('[[rows]]\nkind = "dinas"\ntopics = ["wisata"]')
