"""Officials and candidates on screen: one table of persons in roles, checked and previewed before it applies."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from charts.model import Column, Table
from exports.names import file_stem
from exports.workbook import table_workbook
from intake import Options, RefusedError
from intake.people import (
    ROLES,
    Holding,
    as_people,
    holding_words,
    lost_roles,
    people_notes,
    people_of,
    people_problems,
    people_versions,
    read_people,
    save_people,
)
from intake.people_book import HEADERS, people_in
from ui.escape import md_escape
from ui.settings_tables import Edited, base_of, day_in, put_rows, steps, text_in, versions_of
from ui.state import Visit, now, zone
from ui.table import XLSX

_FILE = "settings_people_file"


def people_section(visit: Visit) -> None:
    """The table, its workbook, the check and the versions."""
    table = _table(visit)
    stored = read_people(visit.store, visit.scope)
    st.caption(
        "Satu baris adalah satu orang dalam satu jabatan. Jabatan boleh tumpang tindih; orang yang sama boleh menjadi "
        "pejabat sekaligus calon. Bulan yang lalu tetap terbaca menurut jabatan pada tanggal itu, maka saat jabatan "
        "berganti isilah tanggal selesai, jangan menghapus barisnya."
    )
    st.info(
        "**Hubungan keluarga tidak pernah disimpan**, begitu pula nomor induk. Seseorang dikenali hanya dari jabatan "
        "atau pencalonannya.",
        icon=":material/shield_person:",
    )
    base, key = base_of(table, stored)
    rows = rows_in(_editor(base, f"{key}_{visit.scope.sample}"))
    steps(visit, table, stored, rows)
    _workbook(visit, table, stored)
    versions_of(visit, table)


def _table(visit: Visit) -> Edited:
    return Edited(
        "people",
        lambda: () if visit.scope.sample else people_versions(visit.store),
        people_of,
        people_problems,
        people_notes,
        lambda before, after: tuple(map(holding_words, lost_roles(before, after, visit.today))),
        lambda reading, rows: replace(reading, context=replace(reading.context, people=as_people(rows))),
        lambda rows, seen, who: save_people(visit.store, visit.scope, rows, seen, who, now()),
        "Pejabat dan calon tersimpan dan berlaku bagi unggahan baru mulai sekarang.",
    )


def _editor(rows: tuple[Holding, ...], key: str) -> pd.DataFrame:
    day = partial(st.column_config.DateColumn, format="DD/MM/YYYY")
    frame = pd.DataFrame(
        [{field: getattr(row, field) for field in HEADERS} | {"role": ROLES.get(row.role, row.role)} for row in rows],
        columns=list(HEADERS),
    )
    for field in HEADERS:
        frame[field] = pd.to_datetime(frame[field]) if field.endswith("_day") else frame[field].astype("str")
    return st.data_editor(
        frame,
        column_config={
            "name": st.column_config.TextColumn(HEADERS["name"], width="medium"),
            "role": st.column_config.SelectboxColumn(HEADERS["role"], options=list(ROLES.values()), width="medium"),
            "from_day": day(HEADERS["from_day"]),
            "to_day": day(HEADERS["to_day"], help="Kosong berarti masih menjabat."),
            "label": st.column_config.TextColumn(HEADERS["label"], help="Misalnya “Kepala Dinas Kesehatan”."),
            "nicknames": st.column_config.TextColumn(
                HEADERS["nicknames"], help="Dipisahkan titik koma; cukup pada satu baris tiap orang."
            ),
            "titles": st.column_config.TextColumn(HEADERS["titles"], help="Dipisahkan titik koma."),
        },
        num_rows="dynamic",
        hide_index=True,
        placeholder="–",
        key=key,
        alt="Tabel pejabat dan calon yang dapat disunting",
    )


def rows_in(frame: pd.DataFrame) -> tuple[Holding, ...]:
    """The rows of the editor; empty ones are left out."""
    codes = {words: code for code, words in ROLES.items()}
    found = []
    for row in frame.to_dict("records"):
        texts = {field: text_in(row[field]) for field in ("name", "role", "label", "nicknames", "titles")}
        if any(texts.values()):
            texts["role"] = codes.get(texts["role"], texts["role"])
            found.append(Holding(**texts, from_day=day_in(row["from_day"]), to_day=day_in(row["to_day"])))
    return tuple(found)


def _workbook(visit: Visit, table: Edited, stored: tuple[Holding, ...]) -> None:
    """The table as a workbook, and back from one into the editor."""
    with st.expander("Unduh atau muat dari Excel"):
        kinds = {"from_day": "date", "to_day": "date"}
        columns = tuple(Column(field, words, kinds.get(field, "text")) for field, words in HEADERS.items())  # type: ignore[arg-type]
        made = Table("pejabat-dan-calon", "Pejabat dan calon", columns, tuple(map(_cells, stored)))
        st.download_button(
            "Unduh daftar (Excel)",
            lambda: table_workbook(made, "DATA CONTOH – REKAAN" if visit.scope.sample else "", ()),
            f"{file_stem(made.name)}.xlsx",
            XLSX,
            on_click="ignore",
            key="settings_people_download",
            icon=":material/download:",
        )
        file = st.file_uploader("Muat dari Excel ke tabel (menggantikan isi tabel)", type=["xlsx"], key=_FILE)
        if file and st.button("Muat ke tabel", key="settings_people_load"):
            try:
                rows = people_in(file.getvalue(), Options(zone(), visit.today, file.name))
            except RefusedError as refusal:
                st.error(md_escape(str(refusal)), icon=":material/block:")
                return
            put_rows(table, rows)
            st.rerun()
        st.caption("Yang dimuat baru berlaku setelah diperiksa dan diterapkan.")


def _cells(row: Holding) -> tuple[str | None, ...]:
    days = {
        field: day.isoformat() if day else None for field, day in (("from_day", row.from_day), ("to_day", row.to_day))
    }
    texts = {"name": row.name, "role": ROLES.get(row.role, row.role), "label": row.label,
             "nicknames": row.nicknames, "titles": row.titles}  # fmt: skip
    return tuple({**texts, **days}[field] for field in HEADERS)
