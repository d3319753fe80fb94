"""Officials and candidates from a workbook, as the page gives it out or as an office typed it."""

import datetime as dt
from collections.abc import Sequence

from indonesia import read_date
from intake.people import ROLES, Holding
from loaders import Options, RefusedError
from loaders.child import cells_apart

HEADERS = {
    "name": "Nama",
    "role": "Jabatan",
    "from_day": "Mulai",
    "to_day": "Selesai",
    "label": "Sebutan di layar",
    "nicknames": "Panggilan",
    "titles": "Gelar",
}
"""Fields of Holding and the headings of their columns, on screen and in the workbook."""

_NEEDED = ("name", "role", "from_day")


def people_in(content: bytes, options: Options) -> tuple[Holding, ...]:
    """The rows of a workbook (the first sheet that has the headings), read in a child process.

    A role may be its code or its words. Raises RefusedError, in Indonesian, with the row of the file where a day or a
    role cannot be read.
    """
    for _, rows in cells_apart(content, options):
        for at, row in enumerate(rows[:30]):
            places = {field: _place(row, heading) for field, heading in HEADERS.items()}
            if all(places[field] is not None for field in _NEEDED):
                return _people(rows, at, places, options.file_name)
    headings = ", ".join(HEADERS.values())
    raise RefusedError(f"Berkas “{options.file_name}” bukan daftar pejabat. Kolom yang dicari: {headings}.")


def _place(row: Sequence[str], heading: str) -> int | None:
    names = [" ".join(cell.split()).casefold() for cell in row]
    return names.index(heading.casefold()) if heading.casefold() in names else None


def _people(rows: Sequence[Sequence[str]], head: int, places: dict[str, int | None], file: str) -> tuple[Holding, ...]:
    found = []
    for number, row in enumerate(rows[head + 1 :], head + 2):
        cells = {field: row[at].strip() if at is not None and at < len(row) else "" for field, at in places.items()}
        if not any(cells.values()):
            continue
        place = f"Berkas “{file}”, baris {number}"
        found.append(
            Holding(
                cells["name"],
                _role(cells["role"], place),
                _day(cells["from_day"], f"{place}, kolom Mulai"),
                _day(cells["to_day"], f"{place}, kolom Selesai") if cells["to_day"] else None,
                cells["label"],
                cells["nicknames"],
                cells["titles"],
            )
        )
    return tuple(found)


def _role(text: str, place: str) -> str:
    codes = {**{words.casefold(): code for code, words in ROLES.items()}, **{code: code for code in ROLES}}
    if text.casefold() not in codes:
        raise RefusedError(f"{place}: jabatan “{text}” tidak dikenal. Pilihan: {', '.join(ROLES.values())}.")
    return codes[text.casefold()]


def _day(text: str, place: str) -> dt.date:
    moment = read_date(text)
    if moment.at is None:
        raise RefusedError(f"{place}: tanggal “{text}” tidak terbaca.")
    return moment.at.date()
