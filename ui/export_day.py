"""The day to which the figures of a file count: asked of the sender, today unless he says otherwise."""

from datetime import date

import pandas as pd
import streamlit as st

from posts import FIGURES

_HELP = (
    "Suka, tayangan, dan angka lain pada berkas dihitung sampai hari berkas ini diunduh dari platform. Bila beberapa "
    "berkas memuat unggahan yang sama, angka dari tanggal terbaru yang dipakai, walaupun berkas lama diunggah kemudian."
)


def ask_export_day(mark: str, rows: pd.DataFrame, today: date) -> None:
    """Ask it of a file whose rows (columns of posts) hold figures; it is not before the newest of its posts."""
    if rows.empty or not rows[list(FIGURES)].notna().any(axis=None):
        return
    earliest = min(rows["published_at"].max().date(), today)
    st.date_input(
        "Angka pada berkas dihitung sampai (tanggal ekspor)",
        today,
        min_value=earliest,
        max_value=today,
        format="DD/MM/YYYY",
        help=_HELP,
        key=_key(mark),
    )


def export_day(mark: str, today: date) -> date:
    """What the sender said; today if nothing was asked."""
    return st.session_state.get(_key(mark)) or today


def _key(mark: str) -> str:
    return f"exported_{mark}"
