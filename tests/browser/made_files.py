"""Files as senders hand them in, made by the tests: exports of Meta and the list of an OPD."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def shortcode(at: dt.datetime) -> str:
    """The Instagram shortcode of a post made at this moment (UTC)."""
    number = (round(at.replace(tzinfo=dt.UTC).timestamp() * 1000) - 1314220021721) << 23
    code = ""
    while number:
        number, letter = divmod(number, 64)
        code = LETTERS[letter] + code
    return code.rjust(11, "A")


def instagram_export(path: Path) -> Path:
    """Three posts of 23 and 24 October 2024, local time, as Meta writes them: in Pacific time."""
    header = (
        "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    )
    lines = ["\ufeff" + header + "Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"]
    for number, (day, hour) in enumerate([(23, 8), (23, 16), (24, 7)]):
        local = dt.datetime(2024, 10, day, hour, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
        utc = local.astimezone(dt.UTC).replace(tzinfo=None)
        pacific = local.astimezone(ZoneInfo("America/Los_Angeles"))
        link = f"https://www.instagram.com/p/{shortcode(utc)}/"
        lines.append(
            f"1805213999620265{number},178414,dinkes.okutimur,Dinas Kesehatan,Jadwal posyandu nomor {number},0,"
            f"{pacific:%m/%d/%Y %H:%M},{link},IG image,,Lifetime,120,100,{10 + number},0,0,1,0"
        )
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    return path


def hand_made_log(path: Path) -> Path:
    """The list of an OPD: titles, a filled-down date, three platforms in a cell, a bad date, a signature."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["LAPORAN MEDIA SOSIAL DINAS SOSIAL KABUPATEN OKU TIMUR"],
        ["BULAN OKTOBER 2024"],
        [],
        ["No", "Hari/Tanggal", "Judul", "Platform", "Tautan"],
        [1, "Rabu, 23 Oktober 2024", "Penyaluran bantuan sosial beras", "IG, FB, TikTok", ""],
        [2, "", "Kunjungan ke panti asuhan", "Facebook", ""],
        [3, "32 Oktober 2024", "Rapat", "Facebook", ""],
        ["", "", "", "", "Mengetahui, Kepala Dinas Sosial"],
    ):
        sheet.append(row)
    book.save(path)
    return path


def facebook_export(path: Path) -> Path:
    """One post of Facebook at 18:05 Pacific time on 22 October 2024, its link without a time; and a row of an error."""
    header = (
        "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date"
    )
    row = "1122,100,Disperkim OKUT,Bedah rumah,,0,10/22/2024 18:05,https://www.facebook.com/reel/532077102689293/,Reels,,Lifetime"
    error = ",,,,,,,,,An error occurred,-,"
    path.write_text(f"\ufeff{header},Reactions\r\n{row},7\r\n{error}\r\n", encoding="utf-8")
    return path
