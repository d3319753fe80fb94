"""Profil Publikasi OPD: the numbers of the other pages on one sheet, and nothing of an OPD that did not report."""

import json
from datetime import date

from answers.agency import agency, profiles
from answers.choice import Choice
from answers.coverage import coverage
from answers.targets import targets
from answers.topics import topics
from charts.agency import PURPOSE
from charts.model import Answer
from charts.screen import figure
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.answers.test_answer_parts import BLAME
from tests.store.rows import row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)
EXPECTED = {"dinas-kesehatan": ("layanan", "literasi")}


def profile(store: Store, opd: str = "dinas-kesehatan") -> Answer:
    return agency(store, Scope(), Choice(WEEK.first, WEEK.last, agencies=(opd,)), TODAY, EXPECTED)


def test_the_sheet_of_an_opd_that_reported(office: Store) -> None:
    answer = profile(office)
    assert answer.sentence == "Dinas Kesehatan, 1–6 Oktober 2024: 4 konten melalui 6 unggahan; melapor lengkap."
    assert [(number.label, number.value, number.unit) for number in answer.numbers] == [
        ("Konten", 4, "melalui 6 unggahan"),
        ("Hari mencapai asumsi", 1, "dari 4 hari target"),
        ("Kekurangan", 8, "konten"),
        ("Informatif", 0.5, "dari konten berteks"),
        ("Pimpinan saja", 0.5, "dari konten berteks"),
    ]
    assert answer.tables[0].rows == (
        ("Laporan", "Melapor lengkap; 6 dari 6 hari tercakup lengkap"),
        ("Laporan tiap platform", "Facebook: lengkap, 2 unggahan; Instagram: lengkap, 4 unggahan"),
        ("Target", "3 konten per hari kerja; dasar: belum ada dasar (asumsi)"),
        ("Hari target", "1 mencapai asumsi, 3 di bawahnya, 0 belum dapat dinilai, dari 4 hari target"),
        ("Kekurangan", "8 konten, rata-rata 2 per hari target yang dapat dinilai"),
        ("Berturut-turut mencapai asumsi", "1 hari (1 Oktober 2024)"),
        ("Jeda terpanjang tanpa unggahan", "4 hari kalender (3–6 Oktober 2024)"),
        (
            "Topik terbanyak (konten)",
            "Bantuan Pemerintah 1, Pelayanan Publik 1, Seremonial dan Ucapan 1, Belum Terklasifikasi 1; 50% informatif",
        ),
        (
            "Topik yang diharapkan",
            "terlihat: Pelayanan Publik; belum terlihat dalam laporan: Literasi dan Klarifikasi",
        ),
        ("Liputan", "pimpinan (belum dirinci) 50%, perangkat daerah/bidang 25%, belum jelas 25% dari 4 konten"),
    )
    assert answer.extra["peruntukan"] == PURPOSE
    assert PURPOSE in answer.tables[0].note


def test_the_note_is_made_from_these_numbers(office: Store) -> None:
    assert profile(office).extra["catatan"].split("\n") == [
        "1 dari 4 hari target yang dapat dinilai mencapai asumsi 3 konten per hari kerja (belum ada dasar); selisih 8 "
        "konten setara dengan rata-rata 2 konten lagi per hari kerja.",
        "Jeda terpanjang tanpa unggahan 4 hari kalender (3–6 Oktober 2024); jadwal unggahan dapat disiapkan lebih "
        "dahulu untuk hari-hari seperti itu.",
    ]


def test_the_days_are_those_of_the_one_opd(office: Store) -> None:
    (chart,) = profile(office).charts
    assert (chart.kind, chart.title) == ("calendar", "Rincian Perhitungan: Dinas Kesehatan")
    assert chart.series[0].values == (3, 1, None, None, None, None)
    assert {row[0] for row in chart.table.rows} == {"Dinas Kesehatan"}
    assert json.dumps(figure(chart))


def test_an_opd_that_did_not_report_is_not_judged(office: Store) -> None:
    answer = profile(office, "kecamatan-belitang")
    assert answer.sentence == ("Kecamatan Belitang, 1–6 Oktober 2024: belum melapor; profil ini tidak menilai apa pun.")
    assert answer.empty == "Belum ada laporan Kecamatan Belitang yang dapat dibaca untuk 1–6 Oktober 2024."
    assert (answer.numbers, answer.charts, answer.tables) == ((), (), ())
    assert answer.extra == {"peruntukan": PURPOSE}


def test_an_incomplete_report_says_at_least_and_concludes_nothing(office: Store) -> None:
    answer = profile(office, "dinas-pupr")
    assert answer.sentence == (
        "Dinas Pekerjaan Umum, 1–6 Oktober 2024: sekurangnya 1 konten melalui 1 unggahan; melapor sebagian."
    )
    assert [number.value for number in answer.numbers] == [1, 0, None, 1.0, 0.0]
    assert dict(answer.tables[0].rows)["Laporan tiap platform"] == (
        "Instagram: belum lengkap, 1 unggahan, kurang 1–6 Oktober 2024"
    )
    assert answer.extra["catatan"] == (
        "Laporan mencakup lengkap 0 dari 6 hari; 4 dari 4 hari target belum dapat dinilai, maka capaian target belum "
        "dapat disimpulkan."
    )


def test_every_opd_has_one_and_its_numbers_are_those_of_the_pages(office: Store) -> None:
    found = profiles(office, Scope(), WEEK, TODAY, EXPECTED)
    assert list(found) == ["sekretariat-daerah", "dinas-kesehatan", "dinas-pupr", "kecamatan-belitang"]
    alone = Choice(WEEK.first, WEEK.last, agencies=("dinas-kesehatan",))
    numbers = {number.label: number.value for number in found["dinas-kesehatan"].numbers}
    pages = [question(office, Scope(), alone, TODAY).numbers for question in (targets, topics, coverage)]
    shown = {number.label: number.value for page in pages for number in page}
    assert numbers["Hari mencapai asumsi"] == shown["Hari mencapai asumsi"]
    assert numbers["Kekurangan"] == shown["Kekurangan"]
    assert numbers["Konten"] == shown["Konten"]
    assert numbers["Informatif"] == shown["Informatif"]
    assert numbers["Pimpinan saja"] == shown["Pimpinan"]
    assert [word for word in BLAME if word in repr(found).lower()] == []


def test_without_one_opd_it_asks_for_one(office: Store) -> None:
    answer = agency(office, Scope(), WEEK, TODAY)
    assert answer.empty == "Mohon Bapak/Ibu memilih satu OPD."
    assert agency(office, Scope(), Choice(WEEK.first, WEEK.last, agencies=("tidak-ada",)), TODAY).empty


def test_example_posts_and_bidang(office: Store) -> None:
    more = {"caption": "Antrean daring", "link": "https://x.com/1", "topic": "layanan"}
    fill(
        office,
        posts=[
            post("e1", "dinas-kesehatan", "x", "2024-10-03", "e1", likes=3, comments=1, shares=0, **more),
            post("e2", "dinas-kesehatan", "x", "2024-10-04", "e2", **more) | {"bidang": "kes/p2p"},
        ],
        units=[
            row("units", unit_id="kes/p2p", agency_id="dinas-kesehatan", name="P2P"),
            row("units", unit_id="kes/sdk", agency_id="dinas-kesehatan", name="SDK"),
        ],
    )
    answer = profile(office)
    assert answer.tables[1].rows == (
        ("2024-10-03", "X", "Pelayanan Publik", "Antrean daring", "https://x.com/1", "4 interaksi"),
        ("2024-10-04", "X", "Pelayanan Publik", "Antrean daring", "https://x.com/1",
         "terbaru; angka interaksi tidak tersedia"),
    )  # fmt: skip
    assert dict(answer.tables[0].rows)["Bidang"] == "Belum dapat dinilai: 1 dari 6 konten berteks menyebut bidang"


def test_a_bidang_that_ended_before_the_period_is_not_asked_for(office: Store) -> None:
    kept, ended = {"unit_id": "kes/p2p", "name": "P2P"}, {"unit_id": "kes/lama", "name": "Lama"}
    own = {"agency_id": "dinas-kesehatan"}
    told = {"caption": "Fogging", "bidang": "kes/p2p"}
    fill(
        office,
        posts=[post(f"e{n}", "dinas-kesehatan", "x", "2024-10-03", f"e{n}") | told for n in range(6)],
        units=[row("units", **own, **kept), row("units", **own, **ended) | {"to_day": date(2024, 9, 30)}],
    )
    said = dict(profile(office).tables[0].rows)["Bidang"]
    assert said == "1 dari 1 bidang terlihat; 6 dari 10 konten berteks menyebut bidang"


def test_two_opds_of_one_name_keep_their_own_numbers(office: Store) -> None:
    fill(
        office,
        agencies=[row("agencies", agency_id="dinkes-baru", name="Dinas Kesehatan", kind="dinas")],
        coverage=[row("coverage", agency_id="dinkes-baru", platform="facebook")],
    )
    found = profiles(office, Scope(), WEEK, TODAY, EXPECTED)
    told = {key: dict(found[key].tables[0].rows)["Hari target"] for key in ("dinas-kesehatan", "dinkes-baru")}
    assert told == {
        "dinas-kesehatan": "1 mencapai asumsi, 3 di bawahnya, 0 belum dapat dinilai, dari 4 hari target",
        "dinkes-baru": "0 mencapai asumsi, 4 di bawahnya, 0 belum dapat dinilai, dari 4 hari target",
    }
    assert found["dinkes-baru"].sentence.startswith("Dinas Kesehatan (dinkes-baru), 1–6 Oktober 2024: 0 konten")
