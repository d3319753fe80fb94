"""Files handed in, their rejected rows mended in the workbook that comes back, and what a store counts of them."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl

from intake import Decisions, Draft, Options, Receipt, commit, prepare
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, lists

ZONE = "Asia/Jakarta"
OURS = ("Alasan ditolak", "Lembar asal", "Baris asal")
IG, FB = "https://www.instagram.com/dinasa/p/", "https://www.facebook.com/dinasa/posts/"
TIKTOK = "https://www.tiktok.com/@dinasa/video/"


def draft_of(store: Store, content: bytes, name: str) -> Draft:
    return prepare(store, Scope(), content, Options(ZONE, NOW.date(), name))


def hand_in(store: Store, content: bytes, name: str, at: int = 0, leave: Sequence[str] = ()) -> tuple[Receipt, Draft]:
    """Store a file under Dinas A as a person would; groups in `leave` are left out."""
    draft = draft_of(store, content, name)
    agencies = {group.key: None if group.label in leave else "dinas-a" for group in draft.groups}
    told = Decisions(agencies, {}, draft.period or OCTOBER, NOW.date(), "Ani")
    return commit(store, draft, told, lists(), NOW + dt.timedelta(minutes=at)), draft


def counts(receipt: Receipt) -> tuple[int, int, int]:
    return receipt.accepted, receipt.repeated, receipt.rejected


def opened(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Sheet → its rows."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def mended(content: bytes, cells: Mapping[tuple[str, str], object]) -> bytes:
    """The workbook with values written into cells, by sheet and address."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for (sheet, address), value in cells.items():
        book[sheet][address].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
