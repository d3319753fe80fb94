"""The small files of the hand-computed cases, made from their rows as senders make them: logs, forms, exports."""

import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from tests.loaders.made import FACEBOOK, INSTAGRAM, code, csv_bytes, workbook

Told = Mapping[str, Any]
_LINKS = {
    "facebook": FACEBOOK,
    "instagram": INSTAGRAM,
    "tiktok": "https://www.tiktok.com/@contoh/video/",
    "youtube": "https://youtu.be/",
}
_IG = "Post ID,Account username,Account name,Description,Publish time,Permalink,Post type,Date,Likes"
_FB = "Post ID,Page name,Title,Publish time,Permalink,Is share,Post type,Date,Reactions"


@dataclass(frozen=True)
class Row:
    """A row of a case: the OPD's name as typed ("" where the file is of one OPD), moment, platforms, text, repost."""

    opd: str
    at: dt.datetime
    has_time: bool
    platforms: tuple[str, ...]
    text: str
    repost: bool


def rows_of(told: Told, file: Told) -> list[Row]:
    """The rows "[OPD |] day [hour] [xN] | platforms | text" of a file; xN makes N rows with texts of their own."""
    rows: list[Row] = []
    for line in file["rows"].strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        opd = cells.pop(0) if file["form"] == "form" else ""
        when, platforms, text = cells
        words = when.split()
        times = int(words.pop()[1:]) if words[-1].startswith("x") else 1
        day = dt.date.fromisoformat(words[0]) if len(words[0]) == 10 else told["first"].replace(day=int(words[0]))
        clock = dt.time.fromisoformat(words[1].replace(".", ":")) if len(words) > 1 else dt.time()
        named = tuple(name.strip() for name in platforms.split(","))
        plain = text.removeprefix("[repost]").strip()
        for number in range(1, times + 1):
            shown = f"{plain} {number}" if times > 1 else plain
            rows.append(
                Row(opd, dt.datetime.combine(day, clock), len(words) > 1, named, shown, text.startswith("[repost]"))
            )
    return rows


def content_of(told: Told, file: Told) -> bytes:
    """The bytes of a file: log (xlsx), csv, form (xlsx), instagram, facebook, or a refused one as it is written."""
    if file["form"] == "refused":
        return str(file["rows"]).encode()
    rows = rows_of(told, file)
    if file["form"] in ("instagram", "facebook"):
        return _export(rows, file)
    if file["form"] == "form":
        return _sheet(_form(rows))
    head = [(f"LAPORAN MEDIA SOSIAL {file['opd'].upper()}", "", ""), ("Tanggal", "Judul Konten", "Platform")]
    table = [*head, *((_day(r), r.text, ", ".join(r.platforms)) for r in rows)]
    return csv_bytes(table) if file["form"] == "csv" else _sheet(table)


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    with TemporaryDirectory() as folder:
        return workbook(Path(folder) / "log.xlsx", {"Laporan": rows}).read_bytes()


def _day(row: Row) -> str:
    return f"{row.at:%d/%m/%Y}"


def _form(rows: Sequence[Row]) -> list[Sequence[object]]:
    """Answers to a form: a row one konten, with a column of links for each platform."""
    table: list[Sequence[object]] = [
        ("Timestamp", "Nama OPD", "Tanggal Posting", "Judul", *(f"Link {name.title()}" for name in _LINKS))
    ]
    for number, row in enumerate(rows):
        links = [f"{start}{_name(number)}" if name in row.platforms else "" for name, start in _LINKS.items()]
        table.append((row.at + dt.timedelta(days=1), row.opd, _day(row), row.text, *links))
    return table


def _name(number: int) -> str:
    return f"{7_000_000_000_000_000_000 + number}"


def _export(rows: Sequence[Row], file: Told) -> bytes:
    """Meta's export: times as Pacific clocks show them, months first; Instagram's ids carry the moment."""
    header = (_IG if file["form"] == "instagram" else _FB).split(",")
    lines = []
    own = zlib.crc32(file["name"].encode())
    for number, row in enumerate(rows):
        moment = row.at.replace(tzinfo=ZoneInfo("Asia/Jakarta"))
        local = f"{moment.astimezone(ZoneInfo('America/Los_Angeles')):%m/%d/%Y %H:%M}"
        utc = moment.astimezone(dt.UTC).replace(tzinfo=None)
        link = f"{INSTAGRAM}{code(utc)}/" if file["form"] == "instagram" else f"{FACEBOOK}1221{own:010}{number:04}"
        account = f"{file['opd']}.contoh"
        cells = {"Post ID": f"1221{own:010}{number:04}", "Account username": account, "Page name": account}
        cells |= {"Description": row.text, "Title": row.text, "Publish time": local, "Permalink": link}
        cells |= {"Is share": "1" if row.repost else "0", "Date": "Lifetime", "Likes": "3", "Reactions": "3"}
        cells["Post type"] = "IG image" if file["form"] == "instagram" else "Photos"
        lines.append([cells.get(name, "") for name in header])
    return csv_bytes([header, *lines], encoding="utf-8-sig")
