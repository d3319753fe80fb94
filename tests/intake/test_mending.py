"""Rejected rows go out as a workbook, are mended in it and come back: only the mended ones are new."""

import csv
import datetime as dt
import io

import openpyxl
import pytest

from intake import (
    Options,
    RefusedError,
    Rejection,
    mended_name,
    mended_of_draft,
    mended_of_upload,
    prepare,
    set_retention,
)
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, posts_in, rows_of
from tests.intake.returned import FB, IG, OURS, TIKTOK, ZONE, counts, draft_of, hand_in, mended, opened, workbook

LOG = {
    "Data": [
        ("LAPORAN MEDIA SOSIAL DINAS A",),
        ("Bulan Oktober 2024",),
        ("No", "Hari/Tanggal", "Judul", "Platform", "Link"),
        (1, dt.datetime(2024, 10, 1), "Apel pagi", "IG", f"{IG}DAbCdEfGhIj/"),
        (2, "32 Oktober 2024", '=HYPERLINK("http://jahat.example")', "FB", f"{FB}122100000000001"),
        (3, dt.datetime(2024, 10, 3), "Senam", "Portal", ""),
        (4, "sda", "Rapat", "Papan", ""),
        (5, dt.datetime(2024, 10, 5), "Panen raya", "FB", f"{FB}122100000000002"),
    ]
}


def test_a_log_comes_back_in_its_own_columns_with_the_reason_beside(store: Store) -> None:
    draft = draft_of(store, workbook(LOG), "Log.xlsx")
    sheets = opened(mended_of_draft(draft))
    unknown = "Platform: platform tidak tertulis (Facebook, Instagram, TikTok, X, YouTube)"
    other = "Platform: portal tidak termasuk yang dihitung (Facebook, Instagram, TikTok, X, YouTube)"
    trap = '=HYPERLINK("http://jahat.example")'
    third = dt.datetime(2024, 10, 3)
    assert sheets["Data"] == [
        (None, None, None, "LAPORAN MEDIA SOSIAL DINAS A", None, None, None, None),
        (None, None, None, "Bulan Oktober 2024", None, None, None, None),
        (*OURS, "No", "Hari/Tanggal", "Judul", "Platform", "Link"),
        ("Tanggal: tanggal tidak ada di kalender", "Data", 5, 2, "32 Oktober 2024", trap, "FB", f"{FB}122100000000001"),
        (other, "Data", 6, 3, third, "Senam", "Portal", None),
        (unknown, "Data", 7, 4, third, "Rapat", "Papan", None),
    ]
    assert list(sheets) == ["Data", "Petunjuk"]


def test_what_is_bad_is_filled_and_framed_and_a_formula_stays_text(store: Store) -> None:
    content = mended_of_draft(draft_of(store, workbook(LOG), "Log.xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Data"]
    framed = {cell.coordinate for row in sheet for cell in row if cell.border.left and cell.border.left.style}
    filled = {cell.coordinate for row in sheet for cell in row if cell.fill.fgColor.rgb == "00FFD966"}
    assert (framed, filled) == ({"E4", "G5", "G6"}, {"E4", "G5", "G6"})
    assert (sheet["F4"].data_type, sheet["F4"].quotePrefix) == ("s", True)
    assert (sheet["E6"].font.italic, sheet["E5"].font.italic) == (True, False)


def test_only_the_mended_rows_of_a_log_are_new(store: Store) -> None:
    receipt, draft = hand_in(store, workbook(LOG), "Log.xlsx")
    assert (counts(receipt), draft.loaded.source) == ((2, 0, 3), "hand_log")
    content = mended(
        mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW), {("Data", "E4"): "2 Oktober 2024"}
    )
    again, second = hand_in(store, content, mended_name("Log.xlsx", draft.period), at=1)
    assert counts(again) == (1, 0, 2)
    assert (second.loaded.source, second.period) == ("hand_log", OCTOBER)
    assert posts_in(store, "day", "caption")[1] == (dt.date(2024, 10, 2), '=HYPERLINK("http://jahat.example")')
    whole, _ = hand_in(store, mended(workbook(LOG), {("Data", "B5"): "2 Oktober 2024"}), "Log lengkap.xlsx", at=2)
    assert counts(whole) == (0, 3, 2)


META_HEADER = (
    "Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time", "Permalink",
    "Post type", "Reactions", "Comments", "Shares", "Data comment",
)  # fmt: skip


def meta_csv(*rows: tuple[str, str, str, str]) -> bytes:
    """A Facebook export of (id, caption, time, error)."""
    out = io.StringIO()
    csv.writer(out).writerows(
        [META_HEADER]
        + [
            (post, "1", "Dinas A", text, "", "0", at, f"{FB}{post}" if at else "", "Photos", "5", "1", "0", error)
            for post, text, at, error in rows
        ]
    )
    return out.getvalue().encode("utf-8-sig")


def test_a_meta_file_keeps_clock_period_source_and_ids(store: Store) -> None:
    name = "Oct-01-2024_Oct-31-2024_815.csv"
    content = meta_csv(
        ("122100000000000011", "Pagi", "10/22/2024 18:00", ""),
        ("122100000000000012", "Siang", "22 Oktobr jam 6", ""),
        ("122100000000000013", "+62 malam", "10/23/2024 06:00", ""),
    )
    receipt, _ = hand_in(store, content, name)
    assert counts(receipt) == (2, 0, 1)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    assert [row[2:] for row in opened(book)["Perbaikan"]] == [
        ("Baris asal", *META_HEADER),
        (3, "122100000000000012", "1", "Dinas A", "Siang", None, "0", "22 Oktobr jam 6", f"{FB}122100000000000012",
         "Photos", "5", "1", "0", None),
    ]  # fmt: skip
    again, second = hand_in(store, mended(book, {("Perbaikan", "J2"): "10/22/2024 18:00"}), mended_name(name, None), 1)
    assert mended_name(name, None) == "Oct-01-2024_Oct-31-2024_815_perbaikan.xlsx"
    assert counts(again) == (1, 0, 0)
    assert (second.loaded.source, second.loaded.clock, second.period) == (
        "meta_facebook", "America/Los_Angeles", OCTOBER
    )  # fmt: skip
    assert posts_in(store, "post_id", "published_at")[1] == ("122100000000000012", dt.datetime(2024, 10, 23, 8))


def test_a_tiktok_workbook_keeps_its_sheet(store: Store) -> None:
    header = ("Time", "Video title", "Video link", "Post time", "Total likes", "Total views")
    rows = [
        ("2024-10-31", "Vaksin", f"{TIKTOK}7428000000000000001", "October 21", 5, 90),
        ("2024-10-31", "Sumur", "", "Oktobre 3x", 2, 40),
    ]
    content = workbook({"Content": [header, *rows]})
    receipt, first = hand_in(store, content, "Content.xlsx")
    assert (counts(receipt), first.loaded.source) == ((1, 0, 1), "tiktok")
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    assert opened(book)["Content"][0] == (*OURS, *header)
    assert opened(book)["Content"][1][3:] == ("2024-10-31", "Sumur", None, "Oktobre 3x", 2, 40)
    name = mended_name("Content.xlsx", first.period)
    assert name == "Content_2024-10-01_2024-10-31_perbaikan.xlsx"
    again, second = hand_in(store, mended(book, {("Content", "G2"): "October 3"}), name, at=1)
    assert (counts(again), second.loaded.source, second.period) == ((1, 0, 0), "tiktok", OCTOBER)
    assert posts_in(store, "day", "caption")[0] == (dt.date(2024, 10, 3), "Sumur")


def test_sheets_keep_their_names_for_they_tell_the_platform(store: Store) -> None:
    header = ("Tanggal", "Judul")
    sheets = {
        "Instagram": [("Dinas A Oktober 2024",), (*header, "Link"), ("1 Oktober 2024", "Apel", ""), ("?", "Senam", "")],
        "Facebook": [
            ("Dinas A Oktober 2024",),
            (*header, "Link"),
            ("99", "Rapat", ""),
            ("2 Oktober 2024", "Upacara", ""),
        ],
        "Catatan": [("tidak ada",)],
    }
    receipt, _ = hand_in(store, workbook(sheets), "Laporan Okt 2024.xlsx")
    assert counts(receipt) == (2, 0, 2)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    assert list(opened(book)) == ["Instagram", "Facebook", "Petunjuk"]
    cells = {("Instagram", "D3"): "4 Oktober 2024", ("Facebook", "D3"): "5 Oktober 2024"}
    again, draft = hand_in(store, mended(book, cells), "Laporan Okt 2024_perbaikan.xlsx", at=1)
    assert (counts(again), draft.loaded.warnings) == ((2, 0, 0), [])
    assert posts_in(store, "day", "platform", "caption") == [
        (dt.date(2024, 10, 1), "instagram", "Apel"),
        (dt.date(2024, 10, 2), "facebook", "Upacara"),
        (dt.date(2024, 10, 4), "instagram", "Senam"),
        (dt.date(2024, 10, 5), "facebook", "Rapat"),
    ]


def test_rows_rejected_at_storing_come_back_too(store: Store) -> None:
    header = ("Tanggal", "Nama OPD", "Judul", "Platform")
    rows = [("1 Oktober 2024", "Dinas A", "Apel", "IG"), ("2 Oktober 2024", "Dinas Zz", "Senam", "IG")]
    receipt, _ = hand_in(store, workbook({"Data": [header, *rows]}), "rekap.xlsx", leave=("Dinas Zz",))
    assert counts(receipt) == (1, 0, 1)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    assert opened(book)["Data"] == [
        (*OURS, *header),
        ("Nama OPD: OPD tidak dipilih", "Data", 3, "2 Oktober 2024", "Dinas Zz", "Senam", "IG"),
    ]
    again, _ = hand_in(store, mended(book, {("Data", "E2"): "Dinas A"}), mended_name("rekap.xlsx", OCTOBER), at=1)
    assert counts(again) == (1, 0, 0)


def test_a_heading_that_tells_the_platform_comes_along(store: Store) -> None:
    rows = [
        ("Tanggal", "Judul", "Link"),
        ("Instagram", "", ""), ("1 Oktober 2024", "Apel", ""), ("besok", "Senam", ""),
        ("TikTok", "", ""), ("besok", "Tari", ""),
    ]  # fmt: skip
    receipt, _ = hand_in(store, workbook({"Data": rows}), "Dinas A Okt 2024.xlsx")
    assert counts(receipt) == (1, 0, 2)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    assert [row[3:5] for row in opened(book)["Data"]] == [
        ("Tanggal", "Judul"), ("Instagram", None), ("besok", "Senam"), ("TikTok", None), ("besok", "Tari"),
    ]  # fmt: skip
    again, _ = hand_in(store, mended(book, {("Data", "D5"): "2 Oktober 2024"}), "Dinas A Okt 2024_perbaikan.xlsx", 1)
    assert counts(again) == (1, 0, 1)
    assert posts_in(store, "platform", "caption") == [("instagram", "Apel"), ("tiktok", "Tari")]


PASTED = f"""Rekap medsos Dinas A, Rabu, 23 Oktober 2024
Apel pagi
{FB}122100000000003
Senam sehat
https://www.instagram.com/dinasa/
"""


def test_a_pasted_recap_comes_back_as_a_sheet_with_its_line(store: Store) -> None:
    receipt, _ = hand_in(store, PASTED.encode(), "tempelan-2024-10-24.txt")
    assert counts(receipt) == (1, 0, 1)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    rows = opened(book)["Perbaikan"]
    assert rows[1] == (*OURS, "OPD", "Tanggal", "Dasar Tanggal", "Judul", "Tautan")
    assert rows[2][2:] == (4, "Dinas A", "2024-10-23", "tertulis", "Senam sehat", "https://www.instagram.com/dinasa/")
    content = mended(book, {("Perbaikan", "H3"): f"{FB}122100000000004"})
    again, draft = hand_in(store, content, mended_name("tempelan-2024-10-24.txt", OCTOBER), at=1)
    assert (counts(again), draft.loaded.source) == ((1, 0, 0), "pasted")


def test_posts_of_another_account_are_whole_and_stay_out(store: Store) -> None:
    header = ("Post ID", "Account username", "Account name", "Description", "Publish time", "Permalink", "Post type")
    rows = [
        ("17900000000000001", "dinasa", "Dinas A", "a", "10/07/2024 18:00", f"{IG}DAbCdEfGhIj/", "IG image"),
        ("17900000000000002", "dinasa", "Dinas A", "b", "kapan", f"{IG}DAbCdEfGhIk/", "IG image"),
        ("17900000000000003", "dinasa", "Dinas A", "c", "10/07/2024 18:10", f"{IG}DAbCdEfGhIl/", "IG image"),
        ("17900000000000004", "lain", "Lain", "d", "10/07/2024 18:00", f"{IG}DAbCdEfGhIm/", "IG image"),
    ]  # fmt: skip
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    draft = draft_of(store, out.getvalue().encode(), "Oct-01-2024_Oct-31-2024_2.csv")
    assert len(draft.loaded.rejections) == 2
    sheets = opened(mended_of_draft(draft))
    assert [row[2] for row in sheets["Perbaikan"]] == ["Baris asal", 3]
    assert ("Tidak disertakan", "1 baris milik akun lain; tidak ada yang perlu diperbaiki") in sheets["Petunjuk"]


def test_who_takes_the_rejected_rows_of_a_stored_file_is_written_down(store: Store) -> None:
    receipt, _ = hand_in(store, workbook(LOG), "Log.xlsx")
    mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Citra", NOW)
    (line,) = [row for row in rows_of(store, "audit") if row["action"] == "download"]
    assert (line["who"], line["subject"], line["detail"]) == ("Citra", receipt.upload_id, "baris ditolak dari Log.xlsx")


def test_without_the_original_there_is_no_workbook(store: Store) -> None:
    receipt, _ = hand_in(store, workbook(LOG), "Log.xlsx")
    set_retention(store, 1, "Dewi", NOW + dt.timedelta(days=9))
    with pytest.raises(RefusedError, match="tidak lagi disimpan"):
        mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    with pytest.raises(RefusedError, match="tidak lagi disimpan"):
        mended_of_upload(store, Scope(sample=True), receipt.upload_id, ZONE, "Ani", NOW)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Oct-01-2024_Oct-31-2024_815.csv", "Oct-01-2024_Oct-31-2024_815_perbaikan.xlsx"),
        ("Laporan Oktober 2024 (1).xlsx", "Laporan Oktober 2024 (1)_perbaikan.xlsx"),
        ("data.ods", "data_2024-10-01_2024-10-31_perbaikan.xlsx"),
        ("data_2024-10-01_2024-10-31_perbaikan.xlsx", "data_2024-10-01_2024-10-31_perbaikan.xlsx"),
        ("../..\\:*?.csv", "laporan_2024-10-01_2024-10-31_perbaikan.xlsx"),
    ],
)
def test_the_name_tells_source_and_period_again(name: str, expected: str) -> None:
    assert mended_name(name, OCTOBER) == expected


def test_the_clock_that_a_person_set_comes_along(store: Store) -> None:
    content = meta_csv(("122100000000000011", "Pagi", "10/23/2024 08:00", ""), ("122100000000000012", "B", "?", ""))
    options = Options(ZONE, NOW.date(), "Oct-01-2024_Oct-31-2024_1.csv", clock="Asia/Jakarta")
    draft = prepare(store, Scope(), content, options)
    book = mended(mended_of_draft(draft), {("Perbaikan", "J2"): "10/23/2024 09:00"})
    again = draft_of(store, book, "Oct-01-2024_Oct-31-2024_1_perbaikan.xlsx")
    assert again.loaded.posts["published_at"].tolist() == [dt.datetime(2024, 10, 23, 9)]


def test_the_order_of_dates_that_other_rows_proved_comes_along(store: Store) -> None:
    content = meta_csv(
        ("122100000000000011", "A", "23/10/2024 01:00", ""),
        ("122100000000000012", "B", "kemarin", ""),
    )
    receipt, _ = hand_in(store, content, "Oct-01-2024_Oct-31-2024_1.csv")
    assert counts(receipt) == (1, 0, 1)
    book = mended_of_upload(store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    again = draft_of(store, mended(book, {("Perbaikan", "J2"): "05/10/2024 01:00"}), "Oct-01-2024_Oct-31-2024_1.xlsx")
    assert again.loaded.posts["published_at"].tolist() == [dt.datetime(2024, 10, 5, 15)]


def test_hostile_cells_are_written_as_they_stood(store: Store) -> None:
    rows = [("Tanggal", "Judul", "Platform"), ("?", "@SUM(1)\x01\ufffe" + "x" * 40_000, "IG"), ("?", "-1+1", "IG")]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    draft = draft_of(store, out.getvalue().encode(), "log.csv")
    assert draft.loaded.rejections[0] == Rejection("", 2, "Tanggal", "?", draft.loaded.rejections[0].reason)
    cells = [row[4] for row in opened(mended_of_draft(draft))["Perbaikan"][1:]]
    assert (cells[0][:9], len(cells[0]), cells[1]) == ("@SUM(1)xx", 32_767, "-1+1")
