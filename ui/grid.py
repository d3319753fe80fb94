"""A table that a person edits, from the declaration of its columns: on screen, and as a workbook to take and bring."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from charts.model import Column, Table
from exports.names import file_stem
from exports.workbook import table_workbook
from intake import Options, RefusedError
from intake.books import rows_in_book
from intake.fields import Field, Row, shown_in
from ui.escape import md_escape
from ui.state import Visit, zone
from ui.table import XLSX

_KINDS = {"day": "date", "number": "int"}
_LONG, _FULL = 30, 330
"""Letters that a column of medium width shows, and the most pixels that a longer choice gets."""


def grid(fields: Sequence[Field], rows: Sequence[Mapping[str, Any]], key: str, alt: str) -> list[dict[str, Any]]:
    """The editor; what its cells hold now, for intake.fields.rows_from. Empty rows stay, so that numbers agree."""
    shown = [{each.key: _cell(each, row[each.key]) for each in fields} for row in rows]
    frame = pd.DataFrame(shown, columns=[each.key for each in fields])
    for each in fields:
        if each.kind == "day":
            frame[each.key] = pd.to_datetime(frame[each.key])
        elif each.kind == "number":
            frame[each.key] = frame[each.key].astype("Int64")
        elif each.kind == "flag":
            frame[each.key] = frame[each.key].astype("bool")
        else:
            frame[each.key] = frame[each.key].astype("str")
    told = st.data_editor(
        frame,
        column_config={each.key: _config(each) for each in fields},
        num_rows="dynamic",
        hide_index=True,
        placeholder="–",
        key=key,
        alt=alt,
    )
    return [{str(name): cell for name, cell in row.items()} for row in told.to_dict("records")]


def _cell(each: Field, value: Any) -> Any:
    return bool(value) if each.kind == "flag" else shown_in(each, value)


def _width(each: Field) -> Any:
    """Room for the longest choice where each row holds one, such as the name of an OPD; else as the column says."""
    longest = max(map(len, each.options.values()), default=0) if each.needed else 0
    return min(_FULL, 24 + 7 * longest) if longest > _LONG else "medium" if each.wide else None


def _config(each: Field) -> Any:
    words: dict[str, Any] = {"label": each.label, "help": each.help or None, "width": _width(each)}
    if each.fixed:
        words["disabled"] = True
    if each.kind == "day":
        return st.column_config.DateColumn(**words, format="DD/MM/YYYY")
    if each.kind == "number":
        return st.column_config.NumberColumn(**words, min_value=each.least, max_value=each.most, step=1)
    if each.kind == "flag":
        return st.column_config.CheckboxColumn(**words, default=bool(each.start))
    if each.kind == "choice":
        empty = [] if each.needed else [""]
        start = each.options[str(each.start)] if each.start else None
        return st.column_config.SelectboxColumn(**words, options=[*empty, *each.options.values()], default=start)
    return st.column_config.TextColumn(**words, max_chars=each.longest)


def book_table(title: str, fields: Sequence[Field], rows: Sequence[Mapping[str, Any]]) -> Table:
    """The rows as a workbook holds them: words of choices, days, "ya" for what is ticked."""

    def value(each: Field, row: Mapping[str, Any]) -> Any:
        told = shown_in(each, row[each.key])
        return told.isoformat() if told and each.kind == "day" else None if told == "" else told

    columns = tuple(Column(each.key, each.label, _KINDS.get(each.kind, "text")) for each in fields)  # type: ignore[arg-type]
    cells = tuple(tuple(value(each, row) for each in fields) for row in rows)
    return Table(file_stem(title), f"{title[:1].upper()}{title[1:]}", columns, cells)


def workbook_of_rows(
    visit: Visit,
    name: str,
    table: Table,
    fields: Sequence[Field],
    take: Callable[[tuple[Row, ...]], None],
) -> None:
    """The stored rows as a workbook, and rows from one: `take` puts them into the editor. `name` stands in keys."""
    with st.expander("Unduh atau muat dari Excel"):
        st.download_button(
            "Unduh daftar (Excel)",
            lambda: table_workbook(table, "DATA CONTOH – REKAAN" if visit.scope.sample else "", ()),
            f"{table.name}.xlsx",
            XLSX,
            on_click="ignore",
            key=f"settings_{name}_download",
            icon=":material/download:",
        )
        file = st.file_uploader(
            "Muat dari Excel ke tabel (menggantikan isi tabel)", type=["xlsx"], key=f"settings_{name}_file"
        )
        if file and st.button("Muat ke tabel", key=f"settings_{name}_load"):
            try:
                options = Options(zone(), visit.today, file.name)
                rows = rows_in_book(file.getvalue(), options, fields, table.title.lower())
            except RefusedError as refusal:
                st.error(md_escape(str(refusal)), icon=":material/block:")
                return
            take(rows)
            st.rerun()
        st.caption("Yang dimuat baru berlaku setelah diperiksa dan diterapkan.")
