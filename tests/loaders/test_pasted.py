"""Tempelan teks: each link one row with its OPD, day and title; nobody's name or number is left anywhere."""

from pathlib import Path

import pytest

from loaders import Options, RefusedError, Rejection
from loaders.child import read_apart
from loaders.pasted import cleaned, is_recap, may_be_kept, name_kept
from tests.loaders.chats import FB, HEADS, IG, NAMES, everything, paste, said
from tests.loaders.made import TODAY, csv_bytes, load_bytes, told, workbook
from tests.loaders.made import load as load_file


@pytest.mark.parametrize(
    ("heading", "opd", "day"),
    [
        ("Rekap medsos Dinas Kesehatan Rabu, 23 Oktober 2024", "Dinas Kesehatan", "2024-10-23"),
        ("*REKAP MEDSOS DINAS KESEHATAN*\n_Rabu, 23 Oktober 2024_", "DINAS KESEHATAN", "2024-10-23"),
        ("Rekapitulasi link Dinkes, 23/10/2024", "Dinkes", "2024-10-23"),
        ("Laporan media sosial harian Kecamatan Muara Lurasena 23 Okt 2024", "Kecamatan Muara Lurasena", "2024-10-23"),
        ("OPD: Dinas Kesehatan\nHari/Tanggal: Jum'at, 25 Oktober 2024", "Dinas Kesehatan", "2024-10-25"),
        ("Nama OPD : RSUD Rimbanala\nTgl : 23-10-2024", "RSUD Rimbanala", "2024-10-23"),
        ("Dinas Kesehatan\n23.10.2024", "Dinas Kesehatan", "2024-10-23"),
        ("Link Dinas Kesehatan Kabupaten Rimbanala\n2024-10-23", "Dinas Kesehatan", "2024-10-23"),
        ("Rekap medsos Dinas Sosial, Sabtu 05/10/2024", "Dinas Sosial", "2024-10-05"),
        ("Rekap medsos Dinas Sosial 10/23/2024", "Dinas Sosial", "2024-10-23"),
        (
            "Rekap medsos Dinas Pemuda, Olahraga dan Pariwisata, Rabu 23/10/2024",
            "Dinas Pemuda, Olahraga dan Pariwisata",
            "2024-10-23",
        ),
        ("Kec. Rimbanala\nTanggal: 23/10/2024", "Kec. Rimbanala", "2024-10-23"),
        ("Rekap medsos harian\nRabu, 23 Oktober 2024 pukul 16.00 WIB", "", "2024-10-23"),
    ],
)
def test_a_heading_gives_opd_and_day(tmp_path: Path, heading: str, opd: str, day: str) -> None:
    assert said(paste(tmp_path, heading, "Imunisasi di posyandu", FB + "1")) == [(opd, day, "Imunisasi di posyandu")]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["Imunisasi di posyandu", IG, FB + "1"], ["Imunisasi di posyandu"] * 2),
        ([f"Imunisasi {IG} {FB}1"], ["Imunisasi"] * 2),
        ([f"{FB}1 Imunisasi"], ["Imunisasi"]),
        (
            ["1. *Imunisasi*", f"IG: {IG}", f"FB : {FB}1", "", "2) _Apel pagi_", FB + "2"],
            ["Imunisasi"] * 2 + ["Apel pagi"],
        ),
        (["📌 Imunisasi 💉", "✅ " + FB + "1"], ["Imunisasi 💉"]),
        (["Judul: Imunisasi", "Link: " + FB + "1"], ["Imunisasi"]),
        (["Imunisasi", "Link berita:", FB + "1", "Link IG", IG], ["Imunisasi"] * 2),
        (["Dinas Sosial senam pagi", FB + "1"], ["Dinas Sosial senam pagi"]),
        (["Imunisasi", FB + "1", FB + "2"], ["Imunisasi", ""]),
        (["IG:", f"Imunisasi {IG}", "FB:", FB + "1"], ["Imunisasi", ""]),
        (["Dinas Kesehatan melaksanakan imunisasi", FB + "1"], ["Dinas Kesehatan melaksanakan imunisasi"]),
        (["Imunisasi", "Selengkapnya: " + FB + "1"], ["Imunisasi"]),
        (["Assalamualaikum Bapak/Ibu", "Mohon izin melaporkan kegiatan", FB + "1", "Terima kasih 🙏"], [""]),
        (["Terima kasih tenaga kesehatan", FB + "1"], ["Terima kasih tenaga kesehatan"]),
        (["Petugas: Citra", "0812-3456-7890", FB + "1"], [""]),
        (["#Imunisasi bersama kader", "(lanjutan)", FB + "1"], ["#Imunisasi bersama kader (lanjutan)"]),
    ],
    ids=lambda value: value[0][:20] if isinstance(value, list) else None,
)
def test_a_title_stands_beside_its_link_or_above_it(tmp_path: Path, lines: list[str], titles: list[str]) -> None:
    loaded = paste(tmp_path, "Rekap medsos Dinas Kesehatan 23/10/2024", *lines)
    assert loaded.posts["caption"].tolist() == titles
    assert set(loaded.posts["opd"]) == {"Dinas Kesehatan"}


def test_recaps_of_several_opds_in_one_text(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path, "Rekap medsos Rabu, 23 Oktober 2024", "Dinas Kesehatan", FB + "1", "", "OPD: Dinas Sosial",
        "Santunan", FB + "2", "Kecamatan Rimbanala II 24/10/2024", FB + "3",
    )  # fmt: skip
    assert said(loaded) == [
        ("Dinas Kesehatan", "2024-10-23", ""),
        ("Dinas Sosial", "2024-10-23", "Santunan"),
        ("Kecamatan Rimbanala II", "2024-10-24", ""),
    ]


def test_the_id_of_a_link_speaks_before_the_text(tmp_path: Path) -> None:
    loaded = paste(tmp_path, "Rekap medsos Dinas Kesehatan 24/10/2024", IG, FB + "1")
    assert told(loaded) == [(3, "instagram", "2024-10-23 08:00"), (4, "facebook", "2024-10-24")]
    assert loaded.warnings == [
        "1 unggahan bertanggal lain pada teks daripada penanda waktu tautannya; penanda waktu yang dipakai."
    ]
    assert loaded.clock_proof == (
        "waktu berkas: WIB; hari dan jam dari penanda waktu pada 1 dari 2 tautan, selebihnya hari menurut teks"
    )


def test_a_day_without_a_year_takes_that_of_the_links_beside_it(tmp_path: Path) -> None:
    loaded = paste(tmp_path, "Rekap medsos Dinkes Rabu, 23 Oktober", IG, FB + "1")
    assert told(loaded)[1] == (4, "facebook", "2024-10-23")


def test_days_that_nobody_wrote_and_days_that_never_were(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path, FB + "1", "Kamis, 31 November 2024", FB + "2", "Rekap medsos Dinkes 23/10/2031", FB + "3",
        "Rekap medsos 21 s.d. 25 Oktober 2024", FB + "4",
    )  # fmt: skip
    assert [(r.row, r.column, r.value, r.reason) for r in loaded.rejections] == [
        (3, "Tanggal", "", "tanggal tidak tertulis pada teks dan tidak termuat dalam tautan"),
        (4, "Tanggal", "Kamis, 31 November 2024", "tanggal tidak ada di kalender"),
        (5, "Tanggal", "2031-10-23", "tanggal 23 Oktober 2031 belum terjadi"),
    ]
    assert told(loaded) == [(6, "facebook", "2024-10-21")]
    assert loaded.warnings == ["1 unggahan memakai hari pertama dari rentang tanggal yang tertulis."]


def test_a_day_in_a_title_counts_where_no_other_is_written(tmp_path: Path) -> None:
    loaded = paste(tmp_path, "Upacara Hari Santri 22 Oktober 2024 di alun-alun", FB + "1")
    assert said(loaded) == [("", "2024-10-22", "Upacara Hari Santri 22 Oktober 2024 di alun-alun")]
    assert loaded.warnings == ["1 unggahan memakai tanggal yang disebut judulnya; mohon diperiksa."]


def test_links_that_are_no_posts(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path, "Rekap medsos Dinkes 23/10/2024", "https://dinkes.contoh.go.id/a wa.me/6281234567890",
        "maps.app.goo.gl/abc https://www.instagram.com/dinkes/?igsh=x", FB + "1",
    )  # fmt: skip
    reason = "tautan menuju akun atau halaman, bukan sebuah unggahan; mohon salin tautan dari unggahannya"
    assert loaded.rejections == [Rejection("", 4, "Tautan", "https://www.instagram.com/dinkes/?igsh=x", reason)]
    assert told(loaded) == [(5, "facebook", "2024-10-23")]
    assert loaded.warnings == [
        "3 tautan bukan unggahan Facebook, Instagram, TikTok, X, YouTube (situs, WhatsApp, peta) dilewati."
    ]
    assert "6281234567890" not in everything(loaded)


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("name", NAMES)
def test_a_chat_in_every_way_that_whatsapp_writes_it(tmp_path: Path, heads: tuple[str, str], name: str) -> None:
    loaded = paste(
        tmp_path, heads[0].format(name) + "Rekap medsos Dinas Kesehatan", f"Imunisasi bersama {name}", FB + "1", "",
        name, heads[1].format(name) + "\u200e<Media tidak disertakan>", heads[1].format(name) + "Apel pagi " + FB + "2",
    )  # fmt: skip
    assert said(loaded) == [
        ("Dinas Kesehatan", "2024-10-23", "Imunisasi bersama"),
        ("Dinas Kesehatan", "2024-10-24", "Apel pagi"),
    ]
    assert loaded.warnings[-1] == (
        "2 unggahan tanpa tanggal tertulis memakai tanggal pesan percakapan; unggahannya dapat terbit lebih awal."
    )
    assert name not in everything(loaded)


def test_a_day_in_the_text_speaks_before_the_day_of_the_message(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path,
        "02/01/25 08.15 - Ani Contoh: Rekap medsos Dinkes Senin, 30 Desember",
        FB + "1",
        "Tgl 1 Januari",
        FB + "2",
    )
    assert told(loaded) == [(3, "facebook", "2024-12-30"), (4, "facebook", "2025-01-01")]


def test_words_of_whatsapp_itself_are_nobodys_message(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path,
        "23/10/24 08.00 - Pesan dan panggilan terenkripsi secara end-to-end: pelajari https://wa.me/1",
        '23/10/24 08.00 - Siti Contoh mengubah subjek dari "Rekap: A" menjadi "B"',
        "23/10/24 08.01 - Siti Contoh menambahkan +62 812-3456-7890",
        "23/10/24 08.02 - Ani Contoh: Siti.vcf (file terlampir)",
        "23/10/24 08.03 - Ani Contoh: Pesan ini telah dihapus",
        "23/10/24 08.04 - Ani Contoh: Apel @~Budi " + FB + "1 <Pesan ini diedit>",
        "23/10/24 08.05 - Budi: ok",
        "23/10/24 08.06 - Ani Contoh keluar",
    )
    assert said(loaded) == [("", "2024-10-23", "Apel")]
    assert not [word for word in ("Siti", "Ani", "Budi", "7890") if word in everything(loaded)]


def test_senders_who_name_no_opd_stay_apart(tmp_path: Path) -> None:
    loaded = paste(
        tmp_path, f"23/10/24 08.15 - Ani Contoh: Apel {FB}1", f"23/10/24 08.20 - Budi: Senam {FB}2",
        f"23/10/24 08.25 - Dinas Sosial: OPD: Dinas Sosial {FB}3",
        f"24/10/24 08.25 - Dinas Sosial: Dinas Sosial senam {FB}4",
    )  # fmt: skip
    assert loaded.posts["opd"].tolist() == [
        "Pengirim 1",
        "Pengirim 2",
        "Dinas Sosial",
        "Dinas Sosial",
    ]
    assert loaded.posts["caption"].tolist() == ["Apel", "Senam", "", "Dinas Sosial senam"]


def test_what_is_stored_reads_to_the_same_posts(tmp_path: Path) -> None:
    path = Path(__file__).parent / "samples" / "pasted" / "Chat WhatsApp dengan Medsos OPD.txt"
    chat = load_file(path)
    again = load_bytes(tmp_path, chat.cleaned.encode(), "Percakapan WhatsApp.txt")
    assert chat.posts.equals(again.posts)
    assert (chat.rejections, chat.warnings) == (again.rejections, again.warnings)
    assert (again.source, again.cleaned, cleaned(chat.cleaned)) == ("pasted", "", chat.cleaned)


def test_mended_rows_of_a_workbook_are_read_as_pasted(tmp_path: Path) -> None:
    header = ("OPD", "Tanggal", "Dasar Tanggal", "Judul", "Tautan", "Alasan")
    rows = [header, ("Dinas Kesehatan", "23/10/2024", "", "Apel", FB + "1", "tanggal tidak tertulis")]
    loaded = load_file(workbook(tmp_path / "a.xlsx", {"Lembar1": rows}))
    assert (loaded.source, told(loaded)) == ("pasted", [(2, "facebook", "2024-10-23")])


def test_the_child_hands_the_cleaned_text_over() -> None:
    text = f"23/10/24 08.15 - Ani Contoh: Apel {FB}1"
    loaded = read_apart(text.encode("utf-16"), Options("Asia/Jakarta", TODAY, "chat.txt"))
    assert loaded.cleaned.splitlines()[-1] == f",2024-10-23,pesan,Apel,{FB}1"
    assert not may_be_kept(text.encode("utf-16"))


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"Halo, ini Ani 0812-3456-7890", False),
        (b"23/10/24 08.15 - Ani: Judul,Tanggal,Tautan", False),
        (csv_bytes([("Page Name", "User Name", "URL"), ("Dinkes", "dinkes", FB)]), True),
        (b"%PDF-1.7", True),
        (b"PK\x03\x04", True),
        (b"\x89PNG\r\n\x1a\n\x00", True),
    ],
)
def test_a_refused_text_that_is_no_table_is_not_kept(content: bytes, kept: bool) -> None:
    assert may_be_kept(content) is kept


def test_the_name_of_a_chat_names_nobody() -> None:
    assert name_kept("Chat WhatsApp dengan +62 812-3456-7890.txt") == "Percakapan WhatsApp.txt"
    assert name_kept("WhatsApp Chat with Ani Contoh.txt") == "Percakapan WhatsApp.txt"
    assert name_kept("Rekap Oktober.txt") == "Rekap Oktober.txt"


def test_a_text_without_links_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"tidak memuat tautan unggahan Facebook, .* Mohon tempelkan rekap"):
        paste(tmp_path, "23/10/24 08.15 - Ani Contoh: Siap", "23/10/24 08.16 - Budi: https://wa.me/6281234567890")


@pytest.mark.parametrize(
    "rows",
    [
        [("Page Name", "User Name", "Post Created", "URL"), ("Dinkes", "dinkes", "2021-07-05", FB + "1")],
        [("Judul", "Tautan"), ("Apel", FB + "1")],
    ],
)
def test_a_table_of_unknown_headers_is_no_recap(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    assert not is_recap(csv_bytes(rows).decode())
    with pytest.raises(RefusedError, match="belum dikenali"):
        load_bytes(tmp_path, csv_bytes(rows))
