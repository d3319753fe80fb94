"""Election phases on screen: a table, checked and previewed before it applies; gaps and overlaps are told."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from intake.phases import (
    CODES,
    Span,
    as_phases,
    phase_notes,
    phase_problems,
    phase_versions,
    phases_of,
    read_phases,
    save_phases,
    shipped_phases,
)
from ui.settings_tables import Edited, base_of, day_in, put_rows, steps, text_in, versions_of
from ui.state import Visit, now

_FIELDS = ("label", "code", "first_day", "last_day")


def phases_section(visit: Visit) -> None:
    """The table, the shipped phases, the check and the versions."""
    table = _table(visit)
    stored = read_phases(visit.store, visit.scope)
    st.caption(
        "Di luar masa ini bagian netralitas tidak memeriksa. Kedua tanggal termasuk. Tulislah nama pemilihan di depan "
        "titik dua, misalnya “Pilkada 2024: masa tenang”, agar celah dan tumpang tindih dapat diperiksa."
    )
    base, key = base_of(table, stored)
    rows = spans_in(_editor(base, f"{key}_{visit.scope.sample}"))
    if stored != shipped_phases():
        st.caption("Masa pemilu di sini berbeda dari daftar bawaan aplikasi.")
        st.button(
            "Muat daftar bawaan ke tabel", on_click=put_rows, args=(table, shipped_phases()), key="settings_phases_seed"
        )
    steps(visit, table, stored, rows)
    versions_of(visit, table)


def _table(visit: Visit) -> Edited:
    return Edited(
        "phases",
        lambda: () if visit.scope.sample else phase_versions(visit.store),
        phases_of,
        phase_problems,
        phase_notes,
        lambda before, after: (),
        lambda reading, rows: replace(reading, context=replace(reading.context, phases=as_phases(rows))),
        lambda rows, seen, who: save_phases(visit.store, visit.scope, rows, seen, who, now()),
        "Masa pemilu tersimpan dan berlaku bagi unggahan baru mulai sekarang.",
    )


def _editor(spans: tuple[Span, ...], key: str) -> pd.DataFrame:
    rows = [(span.label, CODES.get(span.code, span.code), span.first_day, span.last_day) for span in spans]
    frame = pd.DataFrame(rows, columns=list(_FIELDS))
    for field in _FIELDS:
        frame[field] = pd.to_datetime(frame[field]) if field.endswith("_day") else frame[field].astype("str")
    return st.data_editor(
        frame,
        column_config={
            "label": st.column_config.TextColumn("Nama masa", width="large"),
            "code": st.column_config.SelectboxColumn("Masa", options=list(CODES.values()), width="medium"),
            "first_day": st.column_config.DateColumn("Mulai", format="DD/MM/YYYY"),
            "last_day": st.column_config.DateColumn("Selesai", format="DD/MM/YYYY"),
        },
        num_rows="dynamic",
        hide_index=True,
        placeholder="–",
        key=key,
        alt="Tabel masa pemilu yang dapat disunting",
    )


def spans_in(frame: pd.DataFrame) -> tuple[Span, ...]:
    """The rows of the editor; empty ones are left out."""
    codes = {words: code for code, words in CODES.items()}
    found = []
    for row in frame.to_dict("records"):
        label, code = text_in(row["label"]), text_in(row["code"])
        if label or code:
            found.append(Span(codes.get(code, code), day_in(row["first_day"]), day_in(row["last_day"]), label))
    return tuple(found)
