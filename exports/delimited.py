"""A table as delimited text (RFC 4180, UTF-8 with a mark by which spreadsheets know it); nothing but the table."""

import csv
import io

from charts.model import STATES, Column, Table, Value
from exports.safe import acts, cell_text


def table_csv(table: Table) -> bytes:
    """The header and the rows of the table.

    Numbers stand as they are, days in ISO form, shares as 0 to 1, unknown cells empty. Text that a spreadsheet would
    take for a formula begins with an apostrophe, which a reader may take off again.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([_text(column.label) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(column, value) for column, value in zip(table.columns, row, strict=True)])
    return lines.getvalue().encode("utf-8-sig")


def _cell(column: Column, value: Value) -> str | int | float:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    if column.kind == "state":
        return _text(STATES.get(value, value))
    if column.kind in ("link", "code"):
        return _marked("".join(value.split()))
    return _text(value)


def _text(text: str) -> str:
    return _marked(cell_text(text))


def _marked(text: str) -> str:
    return f"'{text}" if acts(text) else text
