"""Headings, totals, signatures, numbering and empty days in a hand-made log: left out, and nothing after them is."""

from pathlib import Path

import pytest

from loaders import RefusedError
from tests.loaders.made import FACEBOOK, HEADER, LAPORAN, Cells, load_rows, refusals, told

FIRST = (1, "1 Oktober 2024", "Imunisasi di posyandu", "FB", FACEBOOK + "122100000000001")
LAST = (2, "2 Oktober 2024", "Senam pagi bersama", "FB", FACEBOOK + "122100000000002")


@pytest.mark.parametrize(
    "between",
    [
        ("Minggu I",),
        ("MINGGU KE-2 (8 - 14 OKTOBER 2024)",),
        ("", "Pekan kedua"),
        ("Senin, 7 Oktober 2024",),
        ("Sabtu, 26 Oktober 2024",),
        ("INSTAGRAM",),
        (),
        ("", "", "", "", ""),
        ("JUMLAH", "", "", "", 12),
        ("", "Total", 12, 3, ""),
        ("Sub Total", "", "12 unggahan", "", ""),
        ("Jumlah postingan: 12",),
        HEADER,
        ("NO", "HARI / TANGGAL", "JUDUL KONTEN", "PLATFORM", "LINK"),
        ("3", "", "", "", ""),
        (3, "", "", "", ""),
    ],
    ids=str,
)
def test_a_row_between_two_posts(tmp_path: Path, between: Cells) -> None:
    loaded = load_rows(tmp_path, HEADER, FIRST, between, LAST)
    assert told(loaded) == [(2, "facebook", "2024-10-01"), (4, "facebook", "2024-10-02")]
    assert loaded.rejections == []


@pytest.mark.parametrize("numbering", [(1, 2, 3, 4, 5), ("(1)", "(2)", "(3)", "(4)", "(5)"), ("1", "2", "3", "4", "5")])
def test_the_numbering_under_the_header(tmp_path: Path, numbering: Cells) -> None:
    loaded = load_rows(tmp_path, HEADER, numbering, FIRST)
    assert (told(loaded), loaded.rejections) == ([(3, "facebook", "2024-10-01")], [])


def test_the_signature_ends_the_list(tmp_path: Path) -> None:
    block: list[Cells] = [
        (),
        ("", "", "", "Rimbanala, 31 Oktober 2024"),
        ("", "", "", "Mengetahui,"),
        ("", "", "", "Kepala Dinas Kesehatan"),
        (),
        ("", "", "", "dr. Ratri Lembanata"),
        ("", "", "", "NIP 19000101 190001 1 009"),
    ]
    loaded = load_rows(tmp_path, HEADER, FIRST, LAST, *block)
    assert (len(loaded.posts), loaded.rejections) == (2, [])


def test_two_signatures_beside_each_other_end_the_list(tmp_path: Path) -> None:
    block = [("Mengetahui,", "", "", "Dibuat oleh,"), ("Kepala Dinas", "", "", "Admin"), ("Ratri", "", "", "Yoga")]
    loaded = load_rows(tmp_path, HEADER, FIRST, LAST, *block)
    assert (len(loaded.posts), loaded.rejections) == (2, [])


def test_a_caption_that_sounds_like_a_signature_ends_nothing(tmp_path: Path) -> None:
    mild = ("", "", "Mengetahui kondisi gizi balita, petugas turun ke posyandu", "IG")
    loaded = load_rows(tmp_path, HEADER, FIRST, mild, LAST)
    assert told(loaded) == [
        (2, "facebook", "2024-10-01"),
        (3, "instagram", "2024-10-01"),
        (4, "facebook", "2024-10-02"),
    ]


def test_a_list_goes_on_after_the_signature_of_a_page(tmp_path: Path) -> None:
    block = [("", "", "", "Rimbanala, 15 Oktober 2024"), ("", "", "", "Mengetahui,")]
    loaded = load_rows(tmp_path, HEADER, FIRST, *block, HEADER, LAST)
    assert [row for row, _, _ in told(loaded)] == [2, 6]


def test_a_title_that_begins_like_a_total_is_a_post(tmp_path: Path) -> None:
    header = ("Judul", "Tanggal", "Platform")
    rows = [("Jumlah penduduk bertambah", "1/10/2024", "FB"), ("Total 500 warga divaksin", "2/10/2024", "IG")]
    loaded = load_rows(tmp_path, header, *rows, ("Jumlah", 2, ""))
    assert [row for row, _, _ in told(loaded)] == [2, 3]
    assert loaded.rejections == []


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ((3, "3 Oktober 2024", "NIHIL", "", ""), "1 baris berisi keterangan nihil atau libur"),
        ((3, "3 Oktober 2024", "Tidak ada postingan", "-", "-"), "1 baris berisi keterangan nihil atau libur"),
        ((3, "3 Oktober 2024", "Libur.", "", ""), "1 baris berisi keterangan nihil atau libur"),
        ((3, "3 Oktober 2024", "", "", ""), "1 baris hanya berisi tanggal atau nomor"),
        ((3, "3 Oktober 2024", "-", "-", "-"), "1 baris hanya berisi tanggal atau nomor"),
    ],
)
def test_a_day_without_posts_is_told_not_rejected(tmp_path: Path, cells: Cells, said: str) -> None:
    loaded = load_rows(tmp_path, HEADER, FIRST, cells, LAST)
    assert (len(loaded.posts), loaded.rejections) == (2, [])
    assert [warning for warning in loaded.warnings if warning.startswith(said)]


def test_every_other_row_is_a_post_or_a_rejection(tmp_path: Path) -> None:
    rows: list[Cells] = [
        FIRST,
        (2, "menyusul", "Rapat", "FB", ""),
        (3, "31/11/2024", "Upacara", "FB", ""),
        (4, "4 Oktober 2024", "Siaran radio", "Radio", ""),
        (5, "5 Oktober 2024", "Apel", "", ""),
        (6, "6 Oktober 2024", "", "FB", ""),
        (7, "7 Oktober 2031", "Masa depan", "FB", ""),
        (8, "8 Mei 2024", "Sudah lama", "FB", ""),
    ]
    loaded = load_rows(tmp_path, HEADER, *rows, name=LAPORAN)
    assert [row for row, _, _ in told(loaded)] == [2]
    assert refusals(loaded) == [
        (3, "Tanggal", "menyusul"),
        (4, "Tanggal", "31/11/2024"),
        (5, "Platform", "Radio"),
        (6, "Platform", ""),
        (7, "Judul", ""),
        (8, "Tanggal", "7 Oktober 2031"),
        (9, "Tanggal", "8 Mei 2024"),
    ]
    assert {r.sheet for r in loaded.rejections} == {"Lembar1"}
    assert [r.reason for r in loaded.rejections] == [
        "bukan tanggal yang dikenali",
        "tanggal tidak mungkin dalam urutan hari/bulan/tahun",
        "radio tidak termasuk yang dihitung (Facebook, Instagram, TikTok, X, YouTube)",
        "platform tidak tertulis (Facebook, Instagram, TikTok, X, YouTube)",
        "judul, keterangan, dan tautan kosong sehingga unggahan tidak dapat ditelusuri",
        "tanggal 7 Oktober 2031 belum terjadi",
        "tanggal 8 Mei 2024 di luar masa laporan 1–31 Oktober 2024",
    ]


def test_all_rows_bad_is_no_refusal(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, HEADER, (1, "kapan-kapan", "Rapat", "FB", ""), (2, "nanti", "Apel", "IG", ""))
    assert (len(loaded.posts), len(loaded.rejections)) == (0, 2)


def test_a_header_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="tidak memuat satu pun baris unggahan"):
        load_rows(tmp_path, HEADER)
