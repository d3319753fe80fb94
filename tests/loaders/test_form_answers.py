"""Answers of a form for many OPDs: a row is one konten with up to five unggahan, and nobody else's day fills a gap."""

from pathlib import Path

import pytest

from tests.loaders.made import FACEBOOK, INSTAGRAM, Cells, load_rows, refusals, told

FB1, FB2 = FACEBOOK + "122100000000001", FACEBOOK + "122100000000002"
IG1 = INSTAGRAM + "DBcQ3VhSx9a/"
HEADERS = [
    ("Timestamp", "Nama OPD", "Tanggal Posting", "Link Facebook", "Link Instagram", "Keterangan"),
    ("Cap waktu", "OPD", "Tanggal Unggah", "Facebook", "Instagram", "Judul Konten"),
    ("Stempel waktu", "Perangkat Daerah", "Tgl. Posting", "Tautan FB (jika ada)", "Tautan IG (jika ada)", "Caption"),
    ("Timestamp", "Asal Instansi", "Hari/Tanggal Posting", "URL FACEBOOK", "URL INSTAGRAM", "Isi Informasi"),
]


@pytest.mark.parametrize("header", HEADERS, ids=lambda header: header[0])
def test_headers_of_forms(tmp_path: Path, header: Cells) -> None:
    rows: list[Cells] = [
        ("24/10/2024 9:15:00", "Dinas Sosial", "23/10/2024", FB1, IG1, "Bantuan"),
        ("24/10/2024 9:20:00", "Dinas Kesehatan", "22/10/2024", FB2, "", "Imunisasi"),
    ]
    loaded = load_rows(tmp_path, header, *rows)
    assert loaded.source == "form_answers"
    assert [(row, platform, at[:10]) for row, platform, at in told(loaded)] == [
        (2, "facebook", "2024-10-23"),
        (2, "instagram", "2024-10-23"),
        (3, "facebook", "2024-10-22"),
    ]
    assert loaded.posts["opd"].tolist() == ["Dinas Sosial", "Dinas Sosial", "Dinas Kesehatan"]
    assert loaded.posts["caption"].tolist() == ["Bantuan", "Bantuan", "Imunisasi"]


def test_an_empty_date_is_rejected_and_not_taken_from_another_opd(tmp_path: Path) -> None:
    rows = [("", "Dinas Sosial", "23/10/2024", FB1, "", "A"), ("", "Dinas Kesehatan", "", FB2, "", "B")]
    loaded = load_rows(tmp_path, HEADERS[0], *rows)
    assert told(loaded) == [(2, "facebook", "2024-10-23")]
    assert refusals(loaded) == [(3, "Tanggal", "")]
    assert loaded.rejections[0].reason == "tanggal kosong"


def test_an_opd_that_says_nihil_is_told(tmp_path: Path) -> None:
    rows = [("", "Dinas Sosial", "23/10/2024", FB1, "", "A"), ("", "Dinas Kesehatan", "23/10/2024", "-", "-", "Nihil")]
    loaded = load_rows(tmp_path, HEADERS[0], *rows)
    assert (len(loaded.posts), loaded.rejections) == (1, [])
    assert loaded.warnings == [
        "1 baris berisi keterangan nihil atau libur dan tidak dihitung sebagai unggahan.",
    ]


def test_one_column_of_links_and_platforms_ticked(tmp_path: Path) -> None:
    header = ("Timestamp", "Nama OPD", "Tanggal", "Platform", "Link Postingan")
    row = ("", "Dinas Sosial", "23/10/2024", "Facebook, Instagram", f"{FB1}\n{IG1}")
    loaded = load_rows(tmp_path, header, row)
    assert [platform for _, platform, _ in told(loaded)] == ["facebook", "instagram"]


def test_a_link_in_the_column_of_another_platform_is_believed(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, HEADERS[0], ("", "Dinas Sosial", "23/10/2024", IG1, "", "A"))
    assert loaded.posts["platform"].tolist() == ["instagram"]
