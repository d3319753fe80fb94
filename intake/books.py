"""Rows of settings from a workbook, as the page gives it out or as an office typed it."""

from collections.abc import Sequence

from intake.fields import Field, Row, rows_from
from loaders import Options, RefusedError
from loaders.child import cells_apart

_HEAD_WITHIN = 30
_TOLD = 10


def rows_in_book(content: bytes, options: Options, fields: Sequence[Field], title: str) -> tuple[Row, ...]:
    """The rows of the first sheet that has the labels of all needed fields, read in a child process with limits.

    Raises RefusedError, in Indonesian, if no sheet has them, or with the row of the file and the column of every cell
    that cannot be taken (the first ten).
    """
    for _, rows in cells_apart(content, options):
        for at, row in enumerate(rows[:_HEAD_WITHIN]):
            places = {field.key: _place(row, field.label) for field in fields}
            if all(places[field.key] is not None for field in fields if field.needed):
                return _taken(rows, at, places, fields, options.file_name)
    labels = ", ".join(field.label for field in fields)
    raise RefusedError(f"Berkas “{options.file_name}” bukan {title}. Kolom yang dicari: {labels}.")


def _place(row: Sequence[str], label: str) -> int | None:
    names = [" ".join(cell.split()).casefold() for cell in row]
    return names.index(label.casefold()) if label.casefold() in names else None


def _taken(
    rows: Sequence[Sequence[str]], head: int, places: dict[str, int | None], fields: Sequence[Field], file: str
) -> tuple[Row, ...]:
    below = rows[head + 1 :]
    cells = [{key: row[at] if at is not None and at < len(row) else "" for key, at in places.items()} for row in below]
    found, problems = rows_from(fields, cells, range(head + 2, head + 2 + len(below)))
    if problems:
        more = f" … dan {len(problems) - _TOLD} lagi." if len(problems) > _TOLD else ""
        told = " ".join(problem.sentence for problem in problems[:_TOLD])
        raise RefusedError(f"Berkas “{file}” belum dimuat. {told}{more}")
    return tuple(row for _, row in found)
