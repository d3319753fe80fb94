"""What a table may come in: encodings, separators, workbooks; and what is no table is refused by its own sentence."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from loaders import RefusedError
from tests.loaders.made import FACEBOOK, csv_bytes, load_bytes, load_rows, told

HEADER = ("Tanggal", "Judul", "Platform", "Link")
ROW = ("23/10/2024", "Imunisasi “gratis”, ayo", "FB", FACEBOOK + "122100000000001")
READ = [(2, "facebook", "2024-10-23")]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["log.csv", "log .csv", "log.txt", "LOG.CSV"])
def test_every_way_to_write_a_csv(tmp_path: Path, mark: str, encoding: str, name: str) -> None:
    loaded = load_bytes(tmp_path, csv_bytes([HEADER, ROW], mark, encoding), name)
    assert told(loaded) == READ
    assert loaded.posts["caption"].tolist() == ["Imunisasi “gratis”, ayo"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_first_line_that_names_the_separator(tmp_path: Path, mark: str) -> None:
    content = f"sep={mark}\r\n".encode() + csv_bytes([HEADER, ROW], mark)
    assert told(load_bytes(tmp_path, content)) == [(3, "facebook", "2024-10-23")]


def test_captions_full_of_commas_do_not_hide_the_semicolons(tmp_path: Path) -> None:
    long = "Rapat, apel, senam, jalan sehat, donor darah, lomba, bazar, doa bersama"
    lines = [";".join(HEADER), *(f"{day}/10/2024;{long} {day};FB;" for day in (22, 23))]
    loaded = load_bytes(tmp_path, "\n".join(lines).encode())
    assert told(loaded) == [(2, "facebook", "2024-10-22"), (3, "facebook", "2024-10-23")]
    assert loaded.posts["caption"].tolist() == [f"{long} 22", f"{long} 23"]


def test_titles_above_a_semicolon_table(tmp_path: Path) -> None:
    lines = ["Laporan, rekap, dan daftar, 2024", "", ";".join(HEADER), "23/10/2024;Apel;FB;"]
    assert told(load_bytes(tmp_path, "\n".join(lines).encode())) == [(4, "facebook", "2024-10-23")]


def test_lines_within_a_cell_are_one_row(tmp_path: Path) -> None:
    rows = [HEADER, ("23/10/2024", "Baris satu\nbaris dua; tiga\n\nempat", "FB", ""), ("24/10/2024", "Apel", "IG", "")]
    loaded = load_bytes(tmp_path, csv_bytes(rows))
    assert told(loaded) == [(2, "facebook", "2024-10-23"), (3, "instagram", "2024-10-24")]
    assert loaded.posts["caption"].tolist() == ["Baris satu\nbaris dua; tiga\n\nempat", "Apel"]


def test_bold_letters_lost_emoji_and_entities_stay_as_they_are(tmp_path: Path) -> None:
    texts = ["𝗩𝗮𝗸𝘀𝗶𝗻𝗮𝘀𝗶", "Ayo?? sehat", "Ibu &amp; Anak", "Selamat 🙏🏽", "=1+1"]
    loaded = load_bytes(tmp_path, csv_bytes([HEADER, *(("23/10/2024", text, "FB", "") for text in texts)]))
    assert loaded.posts["caption"].tolist() == texts


def test_a_list_that_begins_like_a_picture_is_read(tmp_path: Path) -> None:
    rows = [("BMKG dan BPBD Oktober 2024",), HEADER, ROW]
    assert told(load_bytes(tmp_path, csv_bytes(rows))) == [(3, "facebook", "2024-10-23")]


def test_rows_are_counted_as_the_spreadsheet_counts_them(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, (), (), ("", *HEADER), (), ("", *ROW))
    assert told(loaded) == [(5, "facebook", "2024-10-23")]


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _empty_workbook() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Berkas “log.xlsx” kosong."),
        (b"\xef\xbb\xbf\r\n \t", "Berkas “log.xlsx” kosong."),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "adalah gambar"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "adalah gambar"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 " + b"\x00" * 20, "adalah gambar"),
        (b"%PDF-1.7\n%\xe2\xe3", "adalah PDF, bukan tabel"),
        (b"<html><table></table></html>", "sebenarnya berformat XML/HTML"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "sebenarnya berformat XML/HTML"),
        (b"PK\x03\x04" + b"garbage" * 20, "rusak atau bukan berkas Excel"),
        (_zip(catatan=b"halo"), "adalah arsip ZIP, bukan berkas Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "rusak atau bukan berkas Excel"),
        (b"\x7fELF\x02\x01\x00\x00\x00", "tidak dikenali"),
        (_empty_workbook(), "tidak berisi data"),
        (b"halo", "tidak memiliki baris judul kolom"),
        (b"satu,dua\n" + b"x" * 200_000 + b",y\n", "rusak"),
        (b"Judul,Tanggal\nbuku\x81\x8d,1\n", "Pengodean teks"),
        (b"Date,Views\n2024-10-01,10\n", "berisi angka rekap (Date, Views), bukan daftar unggahan"),
        (b"Nama,Alamat\nBudi,Rimbanala\n", "belum dikenali: Nama, Alamat. Yang dicari: Meta Business Suite"),
        (b"1,2,3\n4,5,6\n", "tidak memiliki baris judul kolom"),
        (",".join(f"k{i}" for i in range(600)).encode(), "lebih dari 500 kolom"),
    ],
)
def test_what_is_no_list_is_refused_with_its_own_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        load_bytes(tmp_path, content, "log.xlsx")
    assert sentence in str(refusal.value)
    assert "“log.xlsx”" in str(refusal.value)


def test_too_many_rows_of_a_workbook_are_refused_not_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.containers.MAX_ROWS", 3)
    monkeypatch.setattr("loaders.containers.TITLES", 0)
    assert len(load_rows(tmp_path, HEADER, ROW, ROW).posts) == 2
    with pytest.raises(RefusedError, match="lebih dari 3 baris"):
        load_rows(tmp_path, HEADER, ROW, ROW, ROW)
