"""Tables of no known source: CrowdTangle, the old Insights, Hootsuite, Sprout, Metricool, a list; read as mapped."""

import csv
import io
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import Loaded, Options, RefusedError, TableMapping, UnknownTable, UnknownTableError, read
from loaders.mapped import lack
from loaders.meanings import ROLES
from tests.loaders.made import TODAY, csv_bytes, told, workbook

FB = "https://www.facebook.com/100099/posts/"
CROWDTANGLE = [
    ["Page Name", "User Name", "Facebook Id", "Page Created", "Likes at Posting", "Post Created", "Post Created Date",
     "Post Created Time", "Type", "Total Interactions", "Likes", "Comments", "Shares", "Post Views", "URL", "Message",
     "Link", "Overperforming Score"],
    ["Dinas Contoh", "dinascontoh", "100099", "2015-01-02 08:00:00", "900", "2024-10-23 00:30:00 UTC", "2024-10-23",
     "00:30:00", "Photo", "1.207", "1.101", "40", "66", "0", FB + "1220001", "Imunisasi di posyandu",
     "https://contoh.example/a", "1,4"],
    ["Dinas Contoh", "dinascontoh", "100099", "2015-01-02 08:00:00", "900", "2024-10-23 20:00:00 UTC", "2024-10-23",
     "20:00:00", "Photo", "12", "11", "1", "0", "0", FB + "1220002", "Jadwal dokter", "", "-2"],
]  # fmt: skip
HOOTSUITE = [
    ["Post Performance"],
    ["Oct 1, 2024 - Oct 31, 2024"],
    ["Date (GMT)", "Post ID", "Post Message", "Post Permalink", "Post Type", "Social Network", "Impressions", "Likes"],
    ["2024-10-22 18:30:00", "77001", "Layanan KTP", FB + "77001", "Photo", "Facebook", "1200", "14"],
    ["2024-10-23 03:00:00", "77002", "Pasar murah", "https://www.instagram.com/p/DBcopVTgAAA/", "Reel", "Instagram",
     "90", "7"],
]  # fmt: skip
SPROUT = [
    ["Date", "Post ID", "Network", "Post Type", "Content Type", "Profile", "Sent by", "Link", "Post", "Impressions",
     "Reach", "Engagements"],
    ["10/23/2024 8:05 am", "880001", "Facebook", "Post", "Photo", "Dinas Contoh", "Admin", FB + "880001", "Apel pagi",
     "1,204", "900", "31"],
    ["10/24/2024 2:15 pm", "880002", "YouTube", "Post", "Video", "Dinas Contoh", "Admin",
     "https://www.youtube.com/watch?v=abcdefghijk", "Profil desa", "75", "60", "3"],
]  # fmt: skip
METRICOOL = [
    ["Date", "Hour", "Content", "Type", "Url", "Views", "Likes", "Engagement"],
    ["05/10/2024", "08:15", "Posyandu lansia", "IMAGE", "https://www.instagram.com/p/AAA/", "1.200", "31", "2,58"],
    ["23/10/2024", "14:00", "Pasar murah", "REEL", "https://www.instagram.com/p/BBB/", "87", "4", "4,6"],
]
LIST = [
    ["Terbit", "Pokok acara", "Sosmed", "Tampilan"],
    ["Rabu, 23 Oktober 2024", "Gotong royong warga membersihkan saluran air desa", "IG, FB", "v"],
    ["sda", "Rapat koordinasi persiapan hari jadi kabupaten", "FB", "v"],
]


def insights() -> dict[str, list[list[object]]]:
    """Seven sheets, the first with a second header row of descriptions, the others with other figures of the posts."""
    shared = ["Post ID", "Permalink", "Post Message", "Type", "Countries", "Languages", "Posted", "Audience Targeting"]
    post = ["100099_5001", FB + "5001", "Donor darah", "Photo", "", "", "2017-11-14 18:30:00", " "]
    figures = ["Lifetime Post Total Reach", "Lifetime Post Total Impressions"]
    long = ["", "", "", "", "", "", "", "", "Lifetime: The number of people.", "Lifetime: The number of times."]
    sheets: dict[str, list[list[object]]] = {"Key Metrics": [shared + figures, long, [*post, 320, 410]]}
    for number in range(6):
        rows: list[list[object]] = [["Description", *shared, "share", "like"], ["Lifetime: people", *post, 3, 9]]
        sheets[f"Lifetime {number}"] = rows
    return sheets


def look(path: Path, name: str) -> UnknownTable:
    with pytest.raises(UnknownTableError, match="Mohon") as found:
        read(path, Options("Asia/Jakarta", TODAY, name))
    return found.value.table


def guessed(table: UnknownTable) -> TableMapping:
    roles = tuple((column.key, column.role) for column in table.columns)
    return TableMapping(table.fingerprint, roles, table.kind, table.platform)


def mapped(path: Path, name: str = "unggahan.csv") -> tuple[UnknownTable, Loaded]:
    """The table and what is read of it if every guess is taken as it is."""
    table = look(path, name)
    return table, read(path, Options("Asia/Jakarta", TODAY, name, mapping=guessed(table)))


def of_rows(folder: Path, rows: Sequence[Sequence[object]], mark: str = ",") -> tuple[UnknownTable, Loaded]:
    (folder / "upload").write_bytes(csv_bytes(rows, mark))
    return mapped(folder / "upload")


def test_crowdtangle(tmp_path: Path) -> None:
    table, loaded = of_rows(tmp_path, CROWDTANGLE)
    roles = {column.header: column.role for column in table.columns if column.role}
    assert roles == {
        "Page Name": "account", "Post Created": "date", "Type": "format", "Likes": "likes", "Comments": "comments",
        "Shares": "shares", "URL": "link", "Message": "caption",
    }  # fmt: skip
    warned = {column.header for column in table.columns if column.warning}
    assert {"Page Created", "Likes at Posting", "Total Interactions", "Post Views", "Link"} <= warned
    assert told(loaded) == [(2, "facebook", "2024-10-23 07:30"), (3, "facebook", "2024-10-24 03:00")]
    assert loaded.posts["likes"].tolist() == [1101, 11]
    assert loaded.guesses.decimal == ","
    assert loaded.guesses.decimal_proof == "“1.101” pada baris 2 dibaca dengan titik sebagai tanda ribuan"


def test_old_insights_reads_the_sheet_that_tells_most_of_a_post(tmp_path: Path) -> None:
    table, loaded = mapped(workbook(tmp_path / "upload.xlsx", insights()), "Insights.xlsx")
    assert (table.sheets, len(table.left_out), table.header_row, table.header_rows) == (("Key Metrics",), 6, 1, 2)
    assert told(loaded) == [(3, "facebook", "2017-11-15 09:30")]
    assert loaded.clock_proof.startswith("waktu berkas: Pasifik (AS) → WIB, dianggap")
    (post,) = loaded.posts.itertuples()
    assert (post.post_id, post.caption, post.reach, post.impressions) == ("5001", "Donor darah", 320, 410)
    assert loaded.rejections == []


def test_hootsuite_below_two_lines_of_preamble(tmp_path: Path) -> None:
    table, loaded = of_rows(tmp_path, HOOTSUITE)
    assert (table.header_row, table.rows) == (3, 2)
    assert told(loaded)[0] == (4, "facebook", "2024-10-23 01:30")
    assert loaded.posts["platform"].tolist() == ["facebook", "instagram"]


def test_sprout_writes_the_month_first(tmp_path: Path) -> None:
    _, loaded = of_rows(tmp_path, SPROUT)
    assert told(loaded) == [(2, "facebook", "2024-10-23 08:05"), (3, "youtube", "2024-10-24 14:15")]
    assert loaded.posts["impressions"].tolist() == [1204, 75]
    assert loaded.guesses.order_proof.startswith("“10/23/2024 8:05 am” pada baris 2: bulan lebih dahulu")


def test_metricool_with_semicolons_and_hours_apart(tmp_path: Path) -> None:
    table, loaded = of_rows(tmp_path, METRICOOL, ";")
    assert (table.kind, table.platform) == ("export", "instagram")
    assert told(loaded) == [(2, "instagram", "2024-10-05 08:15"), (3, "instagram", "2024-10-23 14:00")]
    assert loaded.posts["views"].tolist() == [1200, 87]
    assert loaded.guesses.order_proof.startswith("“23/10/2024 14:00:00” pada baris 3: hari lebih dahulu")


def test_list_by_hand_keeps_what_the_row_above_says(tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(csv_bytes(LIST))
    table = look(tmp_path / "upload", "a.csv")
    assert [column.role for column in table.columns] == ["date", "", "", ""]
    roles = (("terbit", "date"), ("pokok acara", "title"), ("sosmed", "platform"), ("tampilan", ""))
    mapping = TableMapping(table.fingerprint, roles, "list")
    loaded = read(tmp_path / "upload", Options("Asia/Jakarta", TODAY, "a.csv", mapping=mapping))
    assert told(loaded) == [
        (2, "instagram", "2024-10-23"), (2, "facebook", "2024-10-23"), (3, "facebook", "2024-10-23"),
    ]  # fmt: skip


def test_same_headers_in_another_order_bear_one_name(tmp_path: Path) -> None:
    one, _ = of_rows(tmp_path, METRICOOL, ";")
    other, _ = of_rows(tmp_path, [[*row[3:], *row[:3]] for row in METRICOOL])
    assert one.fingerprint == other.fingerprint


def test_order_and_sign_named_by_hand_beat_the_evidence(tmp_path: Path) -> None:
    table, _ = of_rows(tmp_path, [METRICOOL[0], METRICOOL[1]], ";")
    options = Options("Asia/Jakarta", TODAY, "a.csv", order="month", decimal=".", mapping=guessed(table))
    loaded = read(tmp_path / "upload", options)
    assert told(loaded) == [(2, "instagram", "2024-05-10 08:15")]
    assert loaded.posts["views"].tolist() == [1]
    assert (loaded.guesses.order, loaded.guesses.order_proof) == ("month", "ditetapkan oleh pengunggah")


@pytest.mark.parametrize(
    ("roles", "platform", "sentence"),
    [
        ({"link": "link"}, "facebook", "Belum ada kolom tanggal"),
        ({"hari": "date"}, "facebook", "Belum ada yang menelusuri"),
        ({"hari": "date", "isi": "caption"}, "", "Platform belum diketahui"),
        ({"hari": "date", "terbit": "date", "isi": "caption"}, "facebook", "lebih dari satu kolom"),
        ({"hari": "date", "ig": "link_instagram"}, "", "Kolom tautan per platform"),
        ({"hari": "date", "isi": "caption"}, "facebook", ""),
    ],
)
def test_a_mapping_says_what_it_lacks(roles: dict[str, str], platform: str, sentence: str) -> None:
    told_lack = lack(TableMapping("x", tuple(roles.items()), "export", platform))
    assert told_lack.startswith(sentence) or sentence in told_lack
    assert bool(told_lack) == bool(sentence)


def test_rows_of_no_known_platform_are_rejected_by_name(tmp_path: Path) -> None:
    rows = [*HOOTSUITE, ["2024-10-23 03:00:00", "77003", "Siaran", "", "Post", "LinkedIn", "1", "1"]]
    _, loaded = of_rows(tmp_path, rows)
    assert [(r.row, r.column, r.value) for r in loaded.rejections] == [(6, "Platform", "LinkedIn")]


CELLS = st.one_of(
    st.sampled_from(["", "23/10/2024", "2024-10-23 08:00:00 BRT", "IG, FB", "sda", "1.200", "-", FB + "1", "v", "x"]),
    st.text(max_size=15),
)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_table_with_any_mapping_ends_in_posts_or_a_named_refusal(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.lists(CELLS, min_size=4, max_size=6), min_size=1, max_size=6))
    header = data.draw(st.sampled_from([["Date", "Text", "Where", "Url", "Likes"], ["Terbit", "Isi", "", "Isi", "Id"]]))
    roles = data.draw(st.lists(st.sampled_from(sorted(ROLES)), min_size=5, max_size=5))
    kind, platform = data.draw(st.sampled_from(["export", "list"])), data.draw(st.sampled_from(["", "x", "facebook"]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        out = io.StringIO()
        csv.writer(out).writerows([header, ["23/10/2024", "Imunisasi", "IG", FB + "77", "2"], *rows])
        path.write_bytes(out.getvalue().encode("utf-8", "replace"))
        options = Options("Asia/Jakarta", TODAY, "a.csv")
        try:
            read(path, options)
        except UnknownTableError as found:
            keys = [column.key for column in found.table.columns]
            mapping = TableMapping(found.table.fingerprint, tuple(zip(keys, roles, strict=False)), kind, platform)
            try:
                loaded = read(path, replace(options, mapping=mapping))
            except RefusedError as refusal:
                assert "Mohon" in str(refusal)
                return
            assert len(loaded.posts) + len(loaded.rejections) >= 1
            assert set(loaded.posts["platform"]) <= {"facebook", "instagram", "tiktok", "x", "youtube"}
        except RefusedError as refusal:
            assert "Mohon" in str(refusal)
