"""Cells of a hand-made log: platforms, links, ticks, `sda`, figures, and which of them make which posts."""

from pathlib import Path

import pytest

from tests.loaders.made import FACEBOOK, HEADER, INSTAGRAM, Cells, load_rows, refusals, told

FB1, FB2 = FACEBOOK + "122100000000001", FACEBOOK + "122100000000002"
IG1, IG2 = INSTAGRAM + "DBcQ3VhSx9a/", INSTAGRAM + "DBcQ3VhSx9b/"
TIKTOK = "https://vt.tiktok.com/ZSjAbCdEf/"
WEB = "https://dinkes.contoh.example/berita/1"


def _pairs(folder: Path, platform: object, link: object) -> list[tuple[str, str]]:
    loaded = load_rows(folder, HEADER, (1, "1 Oktober 2024", "Imunisasi", platform, link))
    return list(zip(loaded.posts["platform"], loaded.posts["link"], strict=True))


@pytest.mark.parametrize(
    ("platform", "link", "pairs"),
    [
        ("IG", IG1, [("instagram", IG1)]),
        ("Instagram & Facebook", f"{IG1}\n{FB1}", [("instagram", IG1), ("facebook", FB1)]),
        ("FB, IG", f"{IG1} , {FB1}", [("instagram", IG1), ("facebook", FB1)]),
        ("", f"{IG1}; {FB1}", [("instagram", IG1), ("facebook", FB1)]),
        ("", IG1 + FB1, [("instagram", IG1), ("facebook", FB1)]),
        ("IG/FB/TikTok", IG1, [("instagram", IG1), ("facebook", ""), ("tiktok", "")]),
        ("ig fb tik tok twitter yt", "", [(p, "") for p in ("instagram", "facebook", "tiktok", "x", "youtube")]),
        ("Fanpage", FB1, [("facebook", FB1)]),
        ("FB Reels", FB1, [("facebook", FB1)]),
        ("Reels", "", [("instagram", "")]),
        ("Shorts", "", [("youtube", "")]),
        ("Instagram", FB1, [("facebook", FB1)]),
        ("Instagram, Facebook", f"{IG1} {IG2}", [("instagram", IG1), ("instagram", IG2)]),
        ("Facebook, Website", FB1, [("facebook", FB1)]),
        ("Facebook, Website", f"{FB1} {WEB}", [("facebook", FB1)]),
        ("TikTok", "Link: vt.tiktok.com/ZSjAbCdEf/", [("tiktok", TIKTOK)]),
        ("IG", "www.instagram.com/p/DBcQ3VhSx9a/", [("instagram", "https://www.instagram.com/p/DBcQ3VhSx9a/")]),
        (IG1, "", [("instagram", IG1)]),
        ("IG", "Klik", [("instagram", "")]),
    ],
)
def test_platforms_and_links(tmp_path: Path, platform: str, link: str, pairs: list[tuple[str, str]]) -> None:
    assert _pairs(tmp_path, platform, link) == pairs


@pytest.mark.parametrize(
    ("platform", "link"),
    [
        ("Website", WEB),
        ("WhatsApp", ""),
        ("Status WA", ""),
        ("Story WA", ""),
        ("Media online", WEB),
        ("Threads", ""),
        ("Semua", ""),
        ("", WEB),
        ("", ""),
    ],
)
def test_media_that_do_not_count_are_rejected_by_name(tmp_path: Path, platform: str, link: str) -> None:
    loaded = load_rows(tmp_path, HEADER, (1, "1 Oktober 2024", "Imunisasi", platform, link))
    assert len(loaded.posts) == 0
    assert refusals(loaded) == [(2, "Platform", platform or link)]


def test_a_link_beats_the_platform_that_is_written_and_the_log_is_told(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, HEADER, (1, "1 Oktober 2024", "Imunisasi", "Instagram", FB1))
    assert loaded.warnings == [
        "Lembar “Lembar1”, baris 2: platform tertulis Instagram, tautan menunjukkan lain; tautan yang dipakai."
    ]


WIDE = ("No", "Tanggal", "Kegiatan", "Facebook", "Instagram", "TikTok")


@pytest.mark.parametrize(
    ("cells", "pairs"),
    [
        ((FB1, IG1, TIKTOK), [("facebook", FB1), ("instagram", IG1), ("tiktok", TIKTOK)]),
        ((f"{FB1}\n{FB2}", "", ""), [("facebook", FB1), ("facebook", FB2)]),
        (("v", "", "√"), [("facebook", ""), ("tiktok", "")]),
        (("✓", "-", "ya"), [("facebook", ""), ("tiktok", "")]),
        ((1, 0, 1), [("facebook", ""), ("tiktok", "")]),
        (("x", "", "x"), [("facebook", ""), ("tiktok", "")]),
        (("v", "x", "v"), [("facebook", ""), ("tiktok", "")]),
        (("Klik di sini", "Lihat", "sudah diposting"), [("facebook", ""), ("instagram", ""), ("tiktok", "")]),
        (("v", "belum", "tidak ada"), [("facebook", "")]),
        ((IG1, "", ""), [("instagram", IG1)]),
    ],
)
def test_a_column_for_each_platform(tmp_path: Path, cells: Cells, pairs: list[tuple[str, str]]) -> None:
    loaded = load_rows(tmp_path, WIDE, (1, "1 Oktober 2024", "Imunisasi", *cells))
    assert list(zip(loaded.posts["platform"], loaded.posts["link"], strict=True)) == pairs
    assert loaded.rejections == []


def test_what_a_platform_column_says_unclearly_is_rejected_by_its_column(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, WIDE, (1, "1 Oktober 2024", "Imunisasi", FB1, "terkendala jaringan", 3))
    assert told(loaded) == [(2, "facebook", "2024-10-01")]
    assert refusals(loaded) == [(2, "Instagram", "terkendala jaringan"), (2, "TikTok", "3")]
    assert {r.reason for r in loaded.rejections} == {"bukan tautan dan bukan tanda bahwa sudah diunggah"}


def test_platform_named_beside_its_own_column_counts_once(tmp_path: Path) -> None:
    header = ("Tanggal", "Kegiatan", "Platform", "Link IG", "Link FB")
    loaded = load_rows(tmp_path, header, ("1 Oktober 2024", "", "IG, FB", IG1, FB1))
    assert [platform for _, platform, _ in told(loaded)] == ["instagram", "facebook"]


def test_ditto_takes_what_stands_above(tmp_path: Path) -> None:
    rows = [
        (1, "1 Oktober 2024", "Imunisasi", "IG", ""),
        (2, "sda", "s.d.a", "FB", ""),
        (3, "idem", '"', "〃", FB1),
        (4, "", "Senam", "sda", ""),
    ]
    loaded = load_rows(tmp_path, HEADER, *rows)
    assert told(loaded) == [
        (2, "instagram", "2024-10-01"),
        (3, "facebook", "2024-10-01"),
        (4, "facebook", "2024-10-01"),
        (5, "facebook", "2024-10-01"),
    ]
    assert loaded.posts["caption"].tolist() == ["Imunisasi", "Imunisasi", "Imunisasi", "Senam"]


FIGURES = ("Tanggal", "Judul", "Platform", "Link", "Suka", "Komentar", "Dibagikan", "Tayangan", "Jangkauan")


def test_figures_are_read_by_column_and_missing_stays_missing(tmp_path: Path) -> None:
    rows = [
        ("1/10/2024", "Imunisasi", "FB", FB1, "1.234", "-", "", "1,2 rb", 300),
        ("13/10/2024", "Senam", "FB", FB2, "0", "5", "nihil", "3,4 jt", "banyak"),
    ]
    loaded = load_rows(tmp_path, FIGURES, *rows)
    columns = loaded.posts[["likes", "comments", "shares", "views", "reach"]]
    assert columns.astype(object).where(columns.notna(), None).to_numpy().tolist() == [
        [1234, None, None, 1200, 300],
        [0, 5, None, 3400000, None],
    ]
    assert loaded.warnings == ["1 angka jangkauan (reach) tidak terbaca (baris 3) dan dibiarkan kosong."]


def test_one_figure_for_two_platforms_belongs_to_neither(tmp_path: Path) -> None:
    loaded = load_rows(tmp_path, FIGURES, ("1/10/2024", "Imunisasi", "FB, IG", "", 12, 1, 1, 1, 1))
    assert loaded.posts["likes"].isna().tolist() == [True, True]
    assert loaded.warnings == [
        "1 baris memuat satu angka untuk beberapa platform; angka itu tidak dapat dibagi dan tidak dipakai."
    ]


def test_what_the_log_says_itself_is_kept(tmp_path: Path) -> None:
    header = ("Tanggal", "Judul", "Caption", "Bidang", "Kategori", "Liputan", "Jenis Konten", "Nama Akun", "Link")
    row = ("1/10/2024", "Imunisasi", "Ayo ke posyandu!", "P2P", "Layanan", "Bupati", "Video", "dinkes.contoh", IG1)
    post = load_rows(tmp_path, header, row).posts.iloc[0]
    assert post["caption"] == "Imunisasi\nAyo ke posyandu!"
    assert (post["bidang_said"], post["topic_said"], post["subject_said"]) == ("P2P", "Layanan", "Bupati")
    assert (post["post_type"], post["account"]) == ("Video", "dinkes.contoh")
