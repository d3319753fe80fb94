"""Columns of a table that a person edits, on screen or in Excel: what a cell may hold, and what is wrong with one."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from indonesia import read_date, show_number

FieldKind = Literal["text", "day", "number", "choice", "flag"]
Row = dict[str, Any]
"""A row under the keys of its fields: text ("" for none), date or None, int or None, code ("" for none), bool."""

FIRST_YEAR, LAST_YEAR = 2000, 2100
MANY_OPTIONS = 12
EMPTY = "kosong. Mohon diisi."
_IDENTITY = re.compile(r"(?<!\d)\d{16}(?!\d)")


@dataclass(frozen=True)
class Field:
    """A column: key in code, label on screen and in the workbook. `options`: code → words of a choice.

    `least` and `most` limit a number, `longest` a text; `fixed`: shown, yet not for editing; `start`: what a new row
    begins with, a code of a choice.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    options: Mapping[str, str] = field(default_factory=dict)
    needed: bool = False
    help: str = ""
    wide: bool = False
    fixed: bool = False
    start: str | bool | None = None
    least: int = 0
    most: int = 0
    longest: int = 200


@dataclass(frozen=True)
class Problem:
    """What is wrong with a cell: number of its row, name of that row ("" for none), label of the column, sentence."""

    row: int
    name: str
    label: str
    words: str

    @property
    def sentence(self) -> str:
        """ "Baris 3 (Dinas Kesehatan), kolom “Berlaku mulai”: kosong. Mohon diisi." """
        named = f" ({self.name})" if self.name else ""
        return f"Baris {self.row}{named}, kolom “{self.label}”: {self.words}"


def rows_from(
    fields: Sequence[Field], cells: Sequence[Mapping[str, object]], numbers: Sequence[int] | None = None
) -> tuple[tuple[tuple[int, Row], ...], tuple[Problem, ...]]:
    """Rows with their numbers (from 1, or `numbers`), and what is wrong; a row in which nothing was typed is left out.

    A cell may hold what the editor leaves (days, numbers, words of a choice, NaN) or text of a workbook.
    """
    rows, problems = [], []
    for number, given in zip(numbers or range(1, len(cells) + 1), cells, strict=True):
        told = {each.key: value_in(each, given.get(each.key)) for each in fields}
        row = {key: value for key, (value, _) in told.items()}
        if not any(_typed(each, row[each.key]) or told[each.key][1] not in ("", EMPTY) for each in fields):
            continue
        name = name_of(fields, row)
        problems += [Problem(number, name, each.label, told[each.key][1]) for each in fields if told[each.key][1]]
        rows.append((number, row))
    return tuple(rows), tuple(problems)


def _typed(each: Field, value: object) -> bool:
    """Whether a person wrote this: not empty, and not what a new row begins with."""
    return value not in ("", None, False) and value != each.start


def name_of(fields: Sequence[Field], row: Row) -> str:
    """What a row is called in a sentence: the words of the first of its first two fields that is filled."""
    shown = (shown_in(each, row[each.key]) for each in fields[:2] if each.kind in ("text", "choice"))
    return next((str(words) for words in shown if words), "")


def value_in(each: Field, cell: object) -> tuple[Any, str]:
    """The value of a cell and what is wrong with it ("" if nothing is)."""
    empty = cell is None or (not isinstance(cell, str) and bool(pd.isna(cell)))
    cell = "" if empty else " ".join(cell.split()) if isinstance(cell, str) else cell
    if cell == "":
        value = {"day": None, "number": None, "flag": False}.get(each.kind, "")
        return value, EMPTY if each.needed else ""
    if each.kind == "day":
        return _day(cell)
    if each.kind == "number":
        return _number(each, cell)
    if each.kind == "choice":
        return _choice(each, str(cell))
    if each.kind == "flag":
        return _flag(cell)
    return _text(each, str(cell))


def _day(cell: object) -> tuple[dt.date | None, str]:
    day = cell.date() if isinstance(cell, dt.datetime) else cell if isinstance(cell, dt.date) else None
    if day is None:
        read = read_date(cell).at
        if read is None:
            return None, f"tanggal “{cell}” tidak terbaca. Mohon ditulis seperti 31/12/2024."
        day = read.date()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None, f"tahun {day.year} di luar {FIRST_YEAR}–{LAST_YEAR}."
    return day, ""


def _number(each: Field, cell: object) -> tuple[int | None, str]:
    try:
        number = float(str(cell).replace(",", "."))
    except ValueError:
        return None, f"“{cell}” bukan angka."
    if not number.is_integer():
        return None, f"{show_number(number, 2)} bukan bilangan bulat."
    if not each.least <= number <= each.most:
        return None, f"{show_number(number)} di luar {each.least}–{each.most}."
    return int(number), ""


def _choice(each: Field, cell: str) -> tuple[str, str]:
    if cell in each.options:
        return cell, ""
    found = [code for code, words in each.options.items() if words.casefold() == cell.casefold()]
    if found:
        return found[0], ""
    listed = ", ".join(each.options.values())
    tail = f"Pilihan: {listed}." if len(each.options) <= MANY_OPTIONS else "Mohon pilih dari daftar."
    return "", f"“{cell}” tidak dikenal. {tail}"


def _flag(cell: object) -> tuple[bool, str]:
    words = {"ya": True, "true": True, "1": True, "tidak": False, "false": False, "0": False}
    told = words.get(str(cell).casefold())
    return bool(told), "" if told is not None else f"“{cell}” tidak terbaca. Mohon diisi “ya” atau “tidak”."


def _text(each: Field, cell: str) -> tuple[str, str]:
    if len(cell) > each.longest:
        return cell, f"terlalu panjang ({show_number(len(cell))} huruf, paling banyak {each.longest})."
    if _IDENTITY.search(cell):
        return cell, "nomor induk (NIK) tidak disimpan. Mohon dihapus."
    return cell, ""


def shown_in(each: Field, value: Any) -> Any:
    """The value as a person reads it: words of a choice, "ya" or nothing for a flag; days and numbers as they are."""
    if each.kind == "choice":
        return each.options.get(value, value)
    if each.kind == "flag":
        return "ya" if value else ""
    return value
