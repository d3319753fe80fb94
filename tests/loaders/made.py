"""Makes small logs for the tests and reads them in this process: rows in, what was read out as plain tuples."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from loaders import Loaded, Options, read

TODAY = dt.date(2025, 1, 15)
Cells = Sequence[object]
HEADER = ("No", "Hari/Tanggal", "Judul Konten", "Platform", "Link")
LAPORAN = "Laporan Okt 2024.xlsx"

FACEBOOK = "https://www.facebook.com/dinkescontoh/posts/"
INSTAGRAM = "https://www.instagram.com/p/"


def code(at: dt.datetime) -> str:
    """The Instagram shortcode of a post that was made at this moment (UTC): the way back of the rule in formats.md."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    number = (round((at - dt.datetime(1970, 1, 1)).total_seconds() * 1000) - 1314220021721) << 23
    text = ""
    for _ in range(11):
        number, digit = divmod(number, 64)
        text = letters[digit] + text
    return text


def csv_bytes(rows: Sequence[Cells], mark: str = ",", encoding: str = "utf-8") -> bytes:
    """Rows as the bytes of a csv file."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(path: Path, sheets: Mapping[str, Sequence[Cells]], merged: Sequence[str] = ()) -> Path:
    """A workbook with these sheets; `merged` are ranges of the first one ("A4:A6")."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    book.save(path)
    return path


def load(path: Path, name: str = "", period: tuple[dt.date, dt.date] | None = None, today: dt.date = TODAY) -> Loaded:
    """Read a file in this process, as an office in Jakarta would."""
    return read(path, Options("Asia/Jakarta", today, name or path.name, period))


def load_bytes(folder: Path, content: bytes, name: str = "log.csv") -> Loaded:
    """Read bytes in this process."""
    path = folder / "upload"
    path.write_bytes(content)
    return load(path, name)


def load_rows(folder: Path, *rows: Cells, name: str = "log.xlsx", sheet: str = "Lembar1") -> Loaded:
    """Read a workbook of one sheet with these rows."""
    return load(workbook(folder / "upload.xlsx", {sheet: rows}), name)


def told(loaded: Loaded) -> list[tuple[int, str, str]]:
    """Each post as (row, platform, local time); the time only as a day where no hour is known."""
    shown = []
    for post in loaded.posts.itertuples():
        stamp = f"{post.published_at:%Y-%m-%d %H:%M}" if post.has_time else f"{post.published_at:%Y-%m-%d}"
        shown.append((post.row, post.platform, stamp))
    return shown


def refusals(loaded: Loaded) -> list[tuple[int, str, str]]:
    """Each rejected row as (row, column, value)."""
    return [(r.row, r.column, r.value) for r in loaded.rejections]
