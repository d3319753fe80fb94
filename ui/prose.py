"""Draws a Table whose cells are sentences or lists of names: lines that wrap, on a phone one block a row."""

import html
from datetime import date

import streamlit as st

from charts.model import STATES, Column, NumberFormat, Table, Value
from charts.wording import clean, show_value
from indonesia import show_date

MOST = 8
"""Rows from which the table scrolls within a frame of its own, so that what stands below it stays within reach."""

FORMATS: dict[str, NumberFormat] = {"int": "int", "percent": "percent"}
"""Kinds of a column that are written otherwise than with a decimal."""

STYLE = (
    "<style>.uraian{overflow:auto;font-size:.9rem;line-height:1.45}.uraian.panjang{max-height:34rem}"
    ".uraian table{border-collapse:collapse;width:100%}"
    ".uraian th,.uraian td{border:0;border-bottom:1px solid #d9dfe5;padding:.4rem .6rem;text-align:left;"
    "vertical-align:top;overflow-wrap:break-word}"
    ".uraian th[scope=row]{font-weight:600;min-width:11rem}.uraian td.angka{text-align:right;white-space:nowrap}"
    ".uraian thead th{position:sticky;top:0;background:#f0f3f6;color:#3c4650;font-weight:400}"
    "@media (max-width:640px){.uraian table,.uraian tbody,.uraian tr,.uraian th[scope=row],.uraian td"
    "{display:block;width:auto}.uraian thead{display:none}.uraian tr{border-bottom:1px solid #d9dfe5;"
    "padding:.5rem 0}.uraian th[scope=row],.uraian td,.uraian td.angka{border:0;padding:.1rem 0;"
    "text-align:left;white-space:normal}.uraian td::before{content:attr(data-label) ': ';color:#55616e}"
    ".uraian td:empty{display:none}}"
    "@media print{.uraian.panjang{max-height:none;overflow:visible}}</style>"
)


def show_prose(table: Table) -> None:
    """The rows of the table; the first column names the row."""
    st.html(STYLE + prose_html(table))


def prose_html(table: Table) -> str:
    """The table as HTML in which nothing of the data acts: every text is escaped."""
    head = "".join(f'<th scope="col">{_plain(column.label)}</th>' for column in table.columns)
    rows = "".join(f'<tr role="row">{_cells(table.columns, row)}</tr>' for row in table.rows)
    longer = " panjang" if len(table.rows) > MOST else ""
    return (
        f'<div class="uraian{longer}" role="region" tabindex="0" aria-label="{_plain(table.title)}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _cells(columns: tuple[Column, ...], row: tuple[Value, ...]) -> str:
    first, *others = zip(columns, row, strict=True)
    cells = [f'<th scope="row" role="rowheader">{_plain(_words(*first))}</th>']
    for column, value in others:
        number = ' class="angka"' if column.kind in ("int", "decimal", "percent") else ""
        cells.append(
            f'<td role="cell"{number} data-label="{_plain(column.label)}">{_plain(_words(column, value))}</td>'
        )
    return "".join(cells)


def _words(column: Column, value: Value) -> str:
    """A cell as words; "" where nothing is known."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return show_value(value, FORMATS.get(column.kind, "decimal"))
    if column.kind == "date":
        return show_date(date.fromisoformat(value))
    return STATES.get(value, value) if column.kind == "state" else value


def _plain(text: str) -> str:
    return html.escape(clean(text))
