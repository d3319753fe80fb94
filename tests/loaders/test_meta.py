"""Meta Business Suite exports: every header order and language, and the faults that real files have."""

import datetime as dt
from pathlib import Path

import pytest

from loaders import Loaded, RefusedError
from tests.loaders.made import FACEBOOK, INSTAGRAM, Cells, csv_bytes, load_bytes, load_rows, refusals, told

_FB = "Post ID,Page ID,Page name,Title,Description,Publish time,Permalink,Is share,Post type,Data comment,Date"
FB = list(_FB.split(","))
FB_FIGURES = ["Views", "Reach", "Reactions, Comments and Shares", "Reactions", "Comments", "Shares"]
IG = "Post ID,Account ID,Account username,Account name,Description,Publish time,Permalink,Post type,Data comment,Date"
IG_FIGURES = ["Views", "Likes", "Shares", "Comments", "Saves", "Reach", "Follows"]
IG_ID = (
    "ID Postingan,ID Akun,Nama pengguna akun,Nama akun,Deskripsi,Waktu penerbitan,Permalink,Jenis postingan,"
    "Komentar data,Tanggal,Tayangan,Suka,Frekuensi dibagikan,Komentar,Frekuensi Disimpan,Jangkauan,Mengikuti"
)


def _fb(number: int, **other: object) -> dict[str, object]:
    return {
        "Post ID": f"12210000000000{number}",
        "Page name": "Dinas Kesehatan (Contoh)",
        "Title": f"Kegiatan {number}",
        "Publish time": f"10/2{number}/2024 18:00",
        "Permalink": f"{FACEBOOK}12210000000000{number}",
        "Post type": "Photos",
        "Date": "Lifetime",
        **other,
    }


def _ig(number: int, **other: object) -> dict[str, object]:
    return {
        "Post ID": f"1805000000000000{number}",
        "Account username": "dinkes.contoh",
        "Account name": "Dinas Kesehatan",
        "Description": f"Kegiatan {number}",
        "Publish time": f"10/2{number}/2024 18:00",
        "Permalink": f"{INSTAGRAM}DBcQ3VhSx{number}a/",
        "Post type": "IG image",
        **other,
    }


def _load(folder: Path, header: list[str], *rows: dict[str, object]) -> Loaded:
    return load_bytes(folder, csv_bytes([header, *([row.get(name, "") for name in header] for row in rows)]))


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    header = [*FB, *FB_FIGURES]
    figures = {"Views": "1,945", "Reach": "12,400", "Reactions": 12, "Comments": 3, "Shares": 0}
    for order in (header, header[::-1], sorted(header)):
        loaded = _load(tmp_path, order, _fb(1, **figures))
        post = loaded.posts.iloc[0]
        assert loaded.source == "meta_facebook"
        assert told(loaded) == [(2, "facebook", "2024-10-22 08:00")]
        assert (post["likes"], post["comments"], post["shares"], post["views"], post["reach"]) == (
            12,
            3,
            0,
            1945,
            12400,
        )
        assert (post["account"], post["post_id"]) == ("Dinas Kesehatan (Contoh)", "122100000000001")


def test_the_columns_of_2026(tmp_path: Path) -> None:
    names = (
        "Post ID,Page ID,Page name,Title,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Comments,"
        "Distribution,Impressions,Interactions,Reactions,Saves,Shares,Viewers,Views,Average Seconds viewed"
    )
    figures = {"Impressions": 40, "Saves": 2, "Viewers": 30, "Views": 50, "Distribution": "-0.7x"}
    post = _load(tmp_path, names.split(","), _fb(1, **figures)).posts.iloc[0]
    assert (post["impressions"], post["saves"], post["reach"], post["views"]) == (40, 2, 30, 50)


def test_the_longer_of_title_and_description_is_the_caption(tmp_path: Path) -> None:
    rows = [_fb(1, Title="Ayo", Description="Ayo ke posyandu"), _fb(2, Title="Senam pagi bersama", Description="Senam")]
    assert _load(tmp_path, FB, *rows).posts["caption"].tolist() == ["Ayo ke posyandu", "Senam pagi bersama"]


def test_indonesian_headers_of_instagram(tmp_path: Path) -> None:
    row = ["18050000000000001", "1", "dinkes.contoh", "Dinkes", "Halo", "10/22/2024 18:00", INSTAGRAM + "DBcQ3VhSx9a/"]
    row += ["Reel IG", "", "Sepanjang Masa", "1.234", "56", "7", "8", "9", "1.000", "2"]
    loaded = load_bytes(tmp_path, csv_bytes([IG_ID.split(","), row], encoding="utf-8-sig"))
    post = loaded.posts.iloc[0]
    assert (loaded.source, told(loaded)) == ("meta_instagram", [(2, "instagram", "2024-10-23 08:00")])
    assert (post["views"], post["likes"], post["shares"], post["comments"]) == (1234, 56, 7, 8)
    assert (post["saves"], post["reach"], post["post_type"]) == (9, 1000, "Reel IG")


def test_indonesian_headers_of_stories(tmp_path: Path) -> None:
    header = [*IG_ID.split(","), "Kunjungan profil", "Balasan", "Navigasi", "Ketukan stiker"]
    row = ["18050000000000001", "1", "dinkes.contoh", "Dinkes", "", "10/22/2024 18:00", "", "Cerita IG"]
    loaded = load_bytes(tmp_path, csv_bytes([header, row + ["", "Sepanjang Masa", "5", "0", "1"] + [""] * 8]))
    assert told(loaded) == [(2, "instagram", "2024-10-23 08:00")]
    assert (loaded.posts["caption"][0], loaded.posts["link"][0], loaded.posts["views"][0]) == ("", "", 5)


def test_a_header_that_stands_twice(tmp_path: Path) -> None:
    header = [*FB, "Views", "Reactions", "Views"]
    base = [_fb(1), _fb(2)]
    for values, views, said in (
        ((("", 0), (3, 4), ("", 0)), [-1, -1], "semuanya kosong atau nol sehingga tidak dipakai"),
        ((("", 0), (3, 4), (70, 80)), [70, 80], "yang berisi angka dipakai"),
    ):
        rows = [[row.get(name, "") for name in FB] + [column[i] for column in values] for i, row in enumerate(base)]
        loaded = load_bytes(tmp_path, csv_bytes([header, *rows]))
        assert loaded.posts["views"].fillna(-1).tolist() == views
        assert loaded.posts["likes"].tolist() == [3, 4]
        assert loaded.warnings == [f"Kolom “Views” tertulis 2 kali; {said}."]


def test_a_column_of_zeros_beside_reactions_is_unknown(tmp_path: Path) -> None:
    loaded = _load(tmp_path, [*FB, *FB_FIGURES], _fb(1, Views=0, Reactions=3), _fb(2, Views=0, Reactions=0))
    assert loaded.posts["views"].isna().all()
    assert loaded.posts["likes"].tolist() == [3, 0]
    assert loaded.warnings == ["Kolom “Views” bernilai nol pada semua baris; dianggap tidak diketahui, bukan nol."]


def test_rows_of_another_width_lose_their_figures_only(tmp_path: Path) -> None:
    header = [*FB, "Views", "Reactions"]
    full = [_fb(1).get(name, "") for name in FB]
    rows: list[Cells] = [[*full, 5, 6], [_fb(2).get(name, "") for name in FB] + [7]]
    loaded = load_bytes(tmp_path, csv_bytes([header, *rows]))
    assert told(loaded) == [(2, "facebook", "2024-10-22 08:00"), (3, "facebook", "2024-10-23 08:00")]
    assert loaded.posts["views"].tolist()[0] == 5
    assert loaded.posts["views"].isna().tolist() == [False, True]
    assert loaded.warnings[0].startswith("1 baris memiliki jumlah sel yang berbeda dari judul kolom (13)")


def test_an_error_row_of_meta_is_rejected_with_its_text(tmp_path: Path) -> None:
    error = {"Data comment": "An error occurred while computing metrics."}
    loaded = _load(tmp_path, FB, _fb(1), error, _fb(2))
    assert [row for row, _, _ in told(loaded)] == [2, 4]
    assert refusals(loaded) == [(3, "Data comment", "An error occurred while computing metrics.")]


def test_one_bad_time_costs_one_row(tmp_path: Path) -> None:
    rows = [_fb(1), _fb(2, **{"Publish time": "kemarin"}), _fb(3, **{"Publish time": "13/13/2024 10:00"}), _fb(4)]
    rows += [_fb(5, **{"Publish time": "12/31/9999 23:59"}), _fb(6, **{"Publish time": ""})]
    loaded = _load(tmp_path, FB, *rows)
    assert [row for row, _, _ in told(loaded)] == [2, 5]
    assert [row for row, _, _ in refusals(loaded)] == [3, 4, 6, 7]
    assert {column for _, column, _ in refusals(loaded)} == {"Publish time"}


@pytest.mark.parametrize("ruined", ["1122300000000000.00", "1.12E+15", "1.00E+14", "12210000000000000"])
def test_a_ruined_id_is_no_id_and_the_link_is_the_key(tmp_path: Path, ruined: str) -> None:
    loaded = _load(tmp_path, FB, _fb(1, **{"Post ID": ruined}), _fb(2, **{"Post ID": ruined}))
    assert loaded.posts["post_id"].tolist() == ["", ""]
    assert loaded.keyed()["post_key"].tolist() == ["facebook:122100000000001", "facebook:122100000000002"]


def test_a_story_that_nothing_could_trace_is_rejected(tmp_path: Path) -> None:
    ruined = {"Post ID": "1.80E+16", "Permalink": "", "Description": "", "Post type": "IG story"}
    loaded = _load(tmp_path, IG.split(","), _ig(1), _ig(2, **ruined))
    assert (len(loaded.posts), refusals(loaded)) == (1, [(3, "Post ID", "1.80E+16")])


def test_the_same_post_twice_is_repeated(tmp_path: Path) -> None:
    keyed = _load(tmp_path, IG.split(","), _ig(1), _ig(2), _ig(1)).keyed()
    assert keyed["repeated"].tolist() == [False, False, True]


def test_rows_of_another_account_are_kept_apart(tmp_path: Path) -> None:
    other = {"Account username": "rsud.contoh"}
    loaded = _load(tmp_path, IG.split(","), _ig(1), _ig(2, **other), _ig(3))
    assert [row for row, _, _ in told(loaded)] == [2, 4]
    assert refusals(loaded) == [(3, "Account username", "rsud.contoh")]
    assert loaded.warnings == ["1 baris milik akun lain (kolaborasi) dipisahkan dari akun dinkes.contoh."]


def test_two_pages_in_a_facebook_file_are_both_read_and_told(tmp_path: Path) -> None:
    loaded = _load(tmp_path, FB, _fb(1), _fb(2, **{"Page name": "UPTD"}))
    assert loaded.posts["account"].tolist() == ["Dinas Kesehatan (Contoh)", "UPTD"]
    assert loaded.warnings == ["Berkas memuat 2 halaman: Dinas Kesehatan (Contoh), UPTD."]


def test_two_exports_pasted_below_each_other(tmp_path: Path) -> None:
    loaded = _load(tmp_path, FB, _fb(1), {name: name for name in FB}, _fb(2))
    assert ([row for row, _, _ in told(loaded)], loaded.rejections) == ([2, 4], [])


def test_a_share_is_marked(tmp_path: Path) -> None:
    loaded = _load(tmp_path, FB, _fb(1, **{"Is share": "1"}), _fb(2, **{"Is share": "0"}))
    assert loaded.posts["is_repost"].tolist() == [True, False]


def test_an_export_saved_again_as_a_workbook(tmp_path: Path) -> None:
    times = [dt.datetime(2024, 5, 10, 18), dt.datetime(2024, 7, 10, 18), "10/22/2024 18:00", "10/23/2024 18:00"]
    rows = [[_fb(i, **{"Publish time": at}).get(name, "") for name in FB] for i, at in enumerate(times)]
    loaded = load_rows(tmp_path, FB, *rows)
    assert [at for _, _, at in told(loaded)] == [f"2024-10-{day} 08:00" for day in ("06", "08", "23", "24")]
    assert loaded.warnings[0].startswith("2 tanggal tersimpan terbalik oleh Excel")


def test_a_file_without_a_post_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="dikenali sebagai Meta Business Suite – Facebook, tetapi tidak memuat"):
        _load(tmp_path, FB)


def test_instagram_figures(tmp_path: Path) -> None:
    figures = {"Views": 10, "Likes": 2, "Shares": "", "Comments": 0, "Saves": "-", "Reach": 9}
    post = _load(tmp_path, [*IG.split(","), *IG_FIGURES], _ig(1, **figures)).posts.iloc[0]
    assert (post["views"], post["likes"], post["comments"], post["reach"]) == (10, 2, 0, 9)
    assert post[["shares", "saves"]].isna().all()
