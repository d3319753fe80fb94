"""The shape of hand-made logs: titles, headers of two rows, merged cells, sheets, who the OPD is, what the year is."""

import datetime as dt
from pathlib import Path

import pytest

from loaders import RefusedError
from tests.loaders.made import FACEBOOK, HEADER, INSTAGRAM, LAPORAN, load, load_rows, refusals, told, workbook

FB1, FB2 = FACEBOOK + "122100000000001", FACEBOOK + "122100000000002"
IG1 = INSTAGRAM + "DBcQ3VhSx9a/"
ROW = (1, "1 Oktober 2024", "Imunisasi", "FB", FB1)


def test_titles_above_the_header_name_opd_and_period(tmp_path: Path) -> None:
    titles = [("LAPORAN MEDIA SOSIAL",), ("DINAS KESEHATAN KABUPATEN CONTOH",), ("BULAN OKTOBER 2024",), ()]
    loaded = load_rows(tmp_path, *titles, HEADER, (1, "1 Oktober", "Imunisasi", "FB", FB1))
    assert told(loaded) == [(6, "facebook", "2024-10-01")]
    assert loaded.posts["opd"].tolist() == ["DINAS KESEHATAN"]
    assert loaded.period == (dt.date(2024, 10, 1), dt.date(2024, 10, 31))


def test_titles_in_two_cells_right_above_the_header(tmp_path: Path) -> None:
    titles = [("Nama OPD", ": Dinas Kesehatan"), ("Bulan", ": Oktober 2024")]
    loaded = load_rows(tmp_path, *titles, HEADER, (1, "1 Oktober", "Imunisasi", "FB", FB1))
    assert told(loaded) == [(4, "facebook", "2024-10-01")]
    assert loaded.posts["opd"].tolist() == ["Dinas Kesehatan"]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    upper = ("No", "Tanggal", "Kegiatan", "Link", "", "", "", "")
    lower = ("", "", "", "Facebook", "Instagram", "TikTok", "X", "YouTube")
    loaded = load_rows(tmp_path, upper, lower, (1, "1/10/2024", "Imunisasi", FB1, IG1, "", "", ""))
    assert told(loaded) == [(3, "facebook", "2024-10-01"), (3, "instagram", "2024-10-01")]
    assert loaded.rejections == []


def test_a_header_of_two_rows_merged_as_admins_do(tmp_path: Path) -> None:
    upper = ("Tanggal", "Link", None, None, None, None)
    lower = (None, "Facebook", "Instagram", "TikTok", "X", "YouTube")
    rows = [upper, lower, ("1/10/2024", FB1, IG1, None, None, None)]
    loaded = load(workbook(tmp_path / "log.xlsx", {"Oktober": rows}, ["A1:A2", "B1:F1"]))
    assert told(loaded) == [(3, "facebook", "2024-10-01"), (3, "instagram", "2024-10-01")]


def test_figures_under_a_merged_heading(tmp_path: Path) -> None:
    upper = ("Tanggal", "Kegiatan", "Link", "Engagement Rate", None, None, None)
    lower = (None, None, None, "Penayangan", "Like", "Coment", "Share")
    rows = [upper, lower, ("1/10/2024", "Imunisasi", FB1, 100, 12, 3, 1)]
    loaded = load(workbook(tmp_path / "log.xlsx", {"Oktober": rows}, ["A1:A2", "B1:B2", "C1:C2", "D1:G1"]))
    post = loaded.posts.iloc[0]
    assert (post["views"], post["likes"], post["comments"], post["shares"]) == (100, 12, 3, 1)


def test_the_first_post_is_not_taken_for_a_second_header_row(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(f",Tanggal,Judul,Platform,Link,\n,1/10/2024,Imunisasi,,{FB1},revisi\n,,Senam,IG,,\n")
    assert told(load(path)) == [(2, "facebook", "2024-10-01"), (3, "instagram", "2024-10-01")]


def test_dates_merged_or_left_empty_are_filled_down(tmp_path: Path) -> None:
    rows = [
        HEADER,
        ROW,
        (2, None, "Senam", "IG", IG1),
        (3, None, "Apel", "FB", FB2),
        (4, "2 Okt 2024", "Rapat", "IG", ""),
    ]
    expected = [(2, "facebook", "2024-10-01"), (3, "instagram", "2024-10-01"), (4, "facebook", "2024-10-01")]
    for merged in ([], ["B2:B4"]):
        loaded = load(workbook(tmp_path / "log.xlsx", {"Oktober": rows}, merged))
        assert told(loaded) == [*expected, (5, "instagram", "2024-10-02")]


def test_a_heading_of_the_day_dates_the_rows_below(tmp_path: Path) -> None:
    rows = [("Sabtu, 26 Oktober 2024",), (1, "", "Imunisasi", "FB", FB1), ("Minggu, 27 Oktober 2024",)]
    loaded = load_rows(tmp_path, HEADER, *rows, (1, "", "Senam", "FB", FB2))
    assert told(loaded) == [(3, "facebook", "2024-10-26"), (5, "facebook", "2024-10-27")]


@pytest.mark.parametrize(
    "heading", ["Minggu ke-2 Oktober 2024", "Periode 1 s.d. 7 Oktober 2024", "8 - 14 Oktober 2024"]
)
def test_a_heading_of_a_week_dates_nothing(tmp_path: Path, heading: str) -> None:
    loaded = load_rows(tmp_path, HEADER, (heading,), (1, "", "Imunisasi", "FB", FB1))
    assert refusals(loaded) == [(3, "Tanggal", "")]


def test_a_heading_of_an_opd_names_the_rows_below(tmp_path: Path) -> None:
    rows = [("A. DINAS KESEHATAN",), ROW, ("B. DINAS SOSIAL",), (1, "2/10/2024", "Bantuan", "FB", FB2)]
    loaded = load_rows(tmp_path, ("LAPORAN DINAS KOMINFO",), HEADER, *rows)
    assert loaded.posts["opd"].tolist() == ["DINAS KESEHATAN", "DINAS SOSIAL"]


def test_a_heading_of_a_platform_holds_over_the_weeks_below_it(tmp_path: Path) -> None:
    header = ("No", "Tanggal", "Kegiatan", "Keterangan", "Link")
    rows = [
        ("INSTAGRAM",),
        ("Minggu I",),
        (1, "1/10/2024", "Imunisasi", "", ""),
        ("WEBSITE",),
        (2, "2/10/2024", "Berita", "", ""),
        ("Facebook",),
        (3, "13/10/2024", "Senam", "", ""),
    ]
    loaded = load_rows(tmp_path, header, *rows)
    assert told(loaded) == [(4, "instagram", "2024-10-01"), (8, "facebook", "2024-10-13")]
    assert refusals(loaded) == [(6, "Platform", "")]


def test_one_sheet_a_platform_and_one_without_a_list(tmp_path: Path) -> None:
    header = ("No", "Tanggal", "Kegiatan", "Link")
    sheets = {
        "Instagram": [header, (1, "1/10/2024", "Imunisasi", "")],
        "FB": [("Judul",), header, (1, "13/10/2024", "Senam", "")],
        "Catatan": [("Mohon diisi paling lambat tanggal 5",)],
    }
    loaded = load(workbook(tmp_path / "log.xlsx", sheets))
    assert told(loaded) == [(2, "instagram", "2024-10-01"), (3, "facebook", "2024-10-13")]
    assert loaded.posts["sheet"].tolist() == ["Instagram", "FB"]
    assert loaded.warnings == ["Lembar dilewati karena tidak memuat daftar unggahan: Catatan."]


def test_one_sheet_a_month_gives_the_year_of_the_file(tmp_path: Path) -> None:
    header = ("Tanggal", "Kegiatan", "Platform")
    sheets = {"Oktober": [header, ("1 Oktober", "A", "IG")], "Nopember": [header, ("2 Nop", "B", "IG")]}
    loaded = load(workbook(tmp_path / "Rekap Medsos 2024.xlsx", sheets))
    assert told(loaded) == [(2, "instagram", "2024-10-01"), (2, "instagram", "2024-11-02")]
    assert loaded.period == (dt.date(2024, 10, 1), dt.date(2024, 11, 30))


def test_no_year_anywhere_is_never_taken_from_today(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, HEADER, (1, "1 Oktober", "Imunisasi", "FB", FB1))
    assert [r.reason for r in loaded.rejections] == [
        "tahun tidak tertulis dan tidak diketahui dari judul atau nama berkas"
    ]


def test_dates_written_every_way_in_one_column(tmp_path: Path) -> None:
    written = [dt.date(2024, 10, 14), 45580, "Rabu, 16 Oktober 2024", "17/10/2024", "Jum'at/18 Okt 24", "20241019"]
    rows = [(i, cell, f"Kegiatan {i}", "FB", "") for i, cell in enumerate(written)]
    loaded = load_rows(tmp_path, HEADER, *rows, name=LAPORAN)
    assert [day for _, _, day in told(loaded)] == [f"2024-10-{day}" for day in range(14, 20)]


def test_dates_that_the_spreadsheet_turned_are_turned_back_and_told(tmp_path: Path) -> None:
    written = [dt.date(2024, 5, 10), dt.date(2024, 7, 10), "14/10/2024", "15/10/2024"]
    rows = [(i, cell, f"Kegiatan {i}", "FB", "") for i, cell in enumerate(written)]
    loaded = load_rows(tmp_path, HEADER, *rows, name=LAPORAN)
    assert [day for _, _, day in told(loaded)] == ["2024-10-05", "2024-10-07", "2024-10-14", "2024-10-15"]
    assert loaded.warnings == [
        "2 tanggal tersimpan terbalik oleh Excel (hari dan bulan tertukar) dan telah dikembalikan; "
        "mohon periksa pada daftar unggahan."
    ]


def test_month_first_by_evidence_and_the_order_is_shown(tmp_path: Path) -> None:
    rows = [(1, "10/05/2024", "A", "FB", ""), (2, "10/23/2024", "B", "FB", ""), (3, "23/10/2024", "C", "FB", "")]
    loaded = load_rows(tmp_path, HEADER, *rows, (4, "10/24/2024", "D", "FB", ""))
    assert [day for _, _, day in told(loaded)] == ["2024-10-05", "2024-10-23", "2024-10-24"]
    assert refusals(loaded) == [(4, "Tanggal", "23/10/2024")]
    assert loaded.clock_proof.endswith("bulan/hari/tahun (2 dari 4 tanggal hanya mungkin dibaca demikian)")


def test_a_title_that_most_days_contradict_is_not_believed(tmp_path: Path) -> None:
    rows = [(1, "1 Maret 2024", "A", "FB", ""), (2, "2 Maret 2024", "B", "FB", "")]
    loaded = load_rows(tmp_path, HEADER, *rows, name=LAPORAN)
    assert (len(loaded.posts), loaded.period) == (2, None)
    assert loaded.warnings == [
        "Judul atau nama berkas menyebut Oktober 2024, tetapi sebagian besar tanggal berada di luar bulan itu."
    ]


@pytest.mark.parametrize("header", ["Jam", "Pukul", "Waktu", "Waktu Posting"])
@pytest.mark.parametrize("hour", ["08.30 WIB", "pukul 8.30", dt.time(8, 30), 8.3])
def test_an_hour_in_its_own_column(tmp_path: Path, header: str, hour: object) -> None:
    columns = ("No", "Hari/Tanggal", header, "Kegiatan", "Platform")
    loaded = load_rows(tmp_path, columns, (1, "1 Oktober 2024", hour, "Imunisasi", "FB"))
    assert told(loaded) == [(2, "facebook", "2024-10-01 08:30")]


def test_the_day_of_posting_beats_the_day_of_the_event(tmp_path: Path) -> None:
    header = ("Tanggal Kegiatan", "Tanggal Posting", "Kegiatan", "Platform")
    loaded = load_rows(tmp_path, header, ("28/9/2024", "1/10/2024", "Imunisasi", "FB"))
    assert told(loaded) == [(2, "facebook", "2024-10-01")]
    assert loaded.posts["caption"].tolist() == ["Imunisasi"]


def test_a_header_means_what_it_begins_with(tmp_path: Path) -> None:
    header = ("Tanggal Kegiatan", "Foto Kegiatan", "Uraian Kegiatan", "Link Kegiatan")
    post = load_rows(tmp_path, header, ("1/10/2024", "", "Imunisasi", FB1)).posts.iloc[0]
    assert (post["caption"], post["link"]) == ("Imunisasi", FB1)


def test_two_kinds_of_log_in_one_file_are_refused(tmp_path: Path) -> None:
    form = [("Timestamp", "Nama OPD", "Tanggal Posting", "Link Instagram"), ("", "Dinas Sosial", "1/10/2024", IG1)]
    with pytest.raises(RefusedError, match="cocok dengan lebih dari satu jenis laporan"):
        load(workbook(tmp_path / "log.xlsx", {"A": [HEADER, ROW], "B": form}))


def test_bare_days_of_a_sheet_that_names_its_month(tmp_path: Path) -> None:
    header = ("No", "Tgl", "Kegiatan", "Platform")
    rows = [(1, 5, "A", "IG"), (2, "31", "B", "IG"), (3, 32, "C", "IG"), (4, 0, "D", "IG")]
    loaded = load_rows(tmp_path, header, *rows, name=LAPORAN)
    assert told(loaded) == [(2, "instagram", "2024-10-05"), (3, "instagram", "2024-10-31")]
    assert refusals(loaded) == [(4, "Tanggal", "32"), (5, "Tanggal", "0")]
    assert load_rows(tmp_path, header, rows[0]).posts.empty


def test_two_tables_beside_each_other_are_told(tmp_path: Path) -> None:
    header = ("No", "Tanggal", "Kegiatan", "Platform")
    loaded = load_rows(tmp_path, (*header, "", *header), (1, "1/10/2024", "A", "IG", "", 1, "2/10/2024", "B", "FB"))
    assert told(loaded) == [(2, "instagram", "2024-10-01")]
    assert loaded.warnings[0].startswith("Judul kolom pada lembar “Lembar1” tertulis berulang ke samping")
