"""Draws a Table on a page, and the buttons that download it."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

import pyarrow as pa
import streamlit as st

from charts.model import STATES, Answer, Chart, Column, Table, Value
from exports.about import About
from exports.delimited import table_csv
from exports.edition import Edition
from exports.names import file_stem
from exports.picture import chart_png
from exports.slides import chart_deck, table_deck
from exports.workbook import chart_workbook, table_workbook
from indonesia import show_time
from ui.escape import md_escape
from ui.prose import show_prose

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_INDONESIAN = {ord(","): ".", ord("."): ","}
LARGE = 700_000
"""Characters from which a file may pass 1 MiB. Streamlit tells such files apart by samples and their name alone, so
their names then carry a mark of the content (streamlit 1.67, runtime/memory_media_file_storage.py)."""


def show_table(
    table: Table, about: About = (), stamp: str = "", stem: str = "", files: bool = True,
    chosen: tuple[str, Callable[[int | None], None]] | None = None,
) -> None:  # fmt: skip
    """The table with its subtitle and note; links open, days and numbers sort as such. `files` adds the downloads.

    With `chosen`, the key of a widget and what to do, a person may choose a row of a grid: it is told the place of the
    row, None when the choice is taken off. Rows are told by their places: another table needs another key.
    """
    if table.subtitle:
        st.caption(md_escape(table.subtitle))
    if table.rows and table.prose:
        show_prose(table)
    elif table.rows:
        st.dataframe(
            cells_of(table),
            width="stretch",
            hide_index=True,
            column_config={
                column.key: _column(column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)
            },
            placeholder="",
            alt=table.title or table.name,
            key=chosen[0] if chosen else None,
            on_select=partial(_choose, chosen) if chosen else "ignore",
            selection_mode="single-row",
        )
    else:
        st.markdown("Tidak ada baris untuk pilihan ini.")
    if table.note:
        st.caption(md_escape(table.note))
    if files and table.rows:
        downloads(table, about, stamp, stem or file_stem(table.name))


def _choose(chosen: tuple[str, Callable[[int | None], None]]) -> None:
    """Tell of the row that a person chose."""
    key, told = chosen
    rows = st.session_state[key]["selection"]["rows"]
    told(rows[0] if rows else None)


def downloads(
    table: Table,
    about: About,
    stamp: str,
    stem: str,
    chart: Chart | None = None,
    answer: Answer | None = None,
    made: datetime | None = None,
) -> None:
    """A menu of files: workbook, delimited text and, of an `answer`, slide and picture; made when a button is pressed.

    `chart` is what the table stands behind, None for a table of its own.
    """
    if not table.rows:
        return
    name, what = f"{stem}{content_mark(table)}", "grafik" if chart else "tabel"
    with st.popover("Unduh", icon=":material/download:"):
        for words, data, ending, kind in _files(table, about, stamp, chart, answer, made):
            key = f"unduh-{ending}-{stem}-{what}"
            st.download_button(
                words, data, f"{name}.{ending}", kind, key=key, on_click="ignore", type="tertiary", width="stretch"
            )


def _files(
    table: Table, about: About, stamp: str, chart: Chart | None, answer: Answer | None, made: datetime | None
) -> list[tuple[str, Callable[[], bytes], str, str]]:
    """Words, maker, ending and kind of each file."""
    workbook = partial(chart_workbook, chart, stamp, about) if chart else partial(table_workbook, table, stamp, about)
    files: list[tuple[str, Callable[[], bytes], str, str]] = [
        ("Lembar kerja (XLSX)", workbook, "xlsx", XLSX),
        ("Teks (CSV)", partial(table_csv, table), "csv", "text/csv"),
    ]
    if not answer:
        return files
    words = f"Dibuat {show_time(made)}" if made else ""
    edition = Edition(answer.title, "", answer.period, answer.filters, words)
    slide = partial(chart_deck, answer, chart, edition) if chart else partial(table_deck, answer, table, edition)
    picture = [("Gambar (PNG)", partial(chart_png, chart, stamp), "png", "image/png")] if chart else []
    return [*picture, ("Slide (PPTX)", slide, "pptx", PPTX), *files]


def content_mark(table: Table) -> str:
    """Nothing for an ordinary table; "_" and eight signs of its content for one whose file may pass 1 MiB."""
    size = sum(len(value) if isinstance(value, str) else 8 for row in table.rows for value in row)
    if size < LARGE:
        return ""
    digest = hashlib.sha256()
    for row in table.rows:
        digest.update(repr(row).encode("utf-8", "replace"))
    return f"_{digest.hexdigest()[:8]}"


def cells_of(table: Table) -> pa.Table:
    """The rows as columns of the types that the browser sorts and formats."""
    columns = []
    for at, column in enumerate(table.columns):
        values = [row[at] for row in table.rows]
        if written_here(column, values):
            columns.append(pa.array(number_words(column, values), type=pa.string()))
        else:
            columns.append(pa.array([_typed(column, value) for value in values], type=_arrow(column, values)))
    return pa.table(columns, names=[column.key for column in table.columns])


def written_here(column: Column, values: Sequence[Value]) -> bool:
    """Whether the numbers of a column are sent as text.

    The browser writes decimals and thousands in its own language, which no column format can change (streamlit 1.67,
    formatNumber: navigator.languages): an English one shows 26.67% and 1,234. Numbers below zero do not sort as text.
    """
    known = [float(value) for value in values if isinstance(value, int | float)]
    if column.kind not in ("int", "decimal", "percent") or min(known, default=0.0) < 0:
        return False
    return column.kind != "int" or any(value >= 1000 or not value.is_integer() for value in known)


def number_words(column: Column, values: Sequence[Value]) -> list[str | None]:
    """Numbers that are not negative as an office writes them ("26,7%", "1.234"), all of one length, so that the texts
    sort as the numbers do."""
    whole = column.kind == "int" and all(value is None or float(value).is_integer() for value in values)
    scale, decimals, mark = (100, 1, "%") if column.kind == "percent" else (1, 0 if whole else 1, "")
    texts = [None if value is None else f"{float(value) * scale:,.{decimals}f}{mark}" for value in values]
    shown = [None if text is None else text.translate(_INDONESIAN) for text in texts]
    width = max((len(text) for text in shown if text is not None), default=0)
    return [None if text is None else text.rjust(width) for text in shown]


def _typed(column: Column, value: Value) -> Value | date | datetime:
    if value is None:
        return None
    if column.kind in ("date", "datetime"):
        moment = datetime.fromisoformat(str(value)).replace(tzinfo=None)
        return moment.date() if column.kind == "date" else moment
    if column.kind in ("int", "decimal", "percent"):
        return value
    text = STATES.get(str(value), str(value)) if column.kind == "state" else str(value)
    return text.encode("utf-8", "replace").decode()


def _arrow(column: Column, values: list[Value]) -> pa.DataType:
    whole = all(value is None or float(value).is_integer() for value in values) if column.kind == "int" else False
    kinds = {"date": pa.date32(), "datetime": pa.timestamp("s"), "decimal": pa.float64(), "percent": pa.float64()}
    if column.kind == "int":
        return pa.int64() if whole else pa.float64()
    return kinds.get(column.kind, pa.string())


def _column(column: Column, values: Sequence[Value]) -> Any:
    help_words = md_escape(column.note) if column.note else None
    make = st.column_config
    if written_here(column, values):
        return make.TextColumn(column.label, help=help_words, alignment="right")
    if column.kind == "link":
        return make.LinkColumn(column.label, help=help_words, display_text="Buka")
    if column.kind == "date":
        return make.DateColumn(column.label, help=help_words, format="DD/MM/YYYY")
    if column.kind == "datetime":
        return make.DatetimeColumn(column.label, help=help_words, format="DD/MM/YYYY HH.mm")
    if column.kind in ("int", "decimal", "percent"):
        return make.NumberColumn(column.label, help=help_words, format="localized")
    return make.TextColumn(column.label, help=help_words)
