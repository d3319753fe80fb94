"""The button that gives rejected rows back as a workbook, to be mended and handed in again."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from intake import Draft, mended_name, mended_of_draft, mended_of_upload
from ui.state import Visit, now, zone
from ui.table import XLSX

LABEL = "Unduh berkas perbaikan"
Period = tuple[date, date]


def draft_button(mark: str, draft: Draft, period: Period | None) -> None:
    """The rejected rows of a file that is not stored yet."""
    name = mended_name(draft.file_name, period or draft.period)
    _button(LABEL, lambda: mended_of_draft(draft), name, f"mend_{mark}")
    st.caption(
        "Berisi baris bermasalah saja, dengan kolom seperti pada berkas asal dan alasannya. Setelah diperbaiki, mohon "
        "unggah berkas itu di sini; hanya baris yang diperbaiki yang menjadi unggahan baru."
    )


def upload_button(
    visit: Visit, upload_id: str, file_name: str, period: Period | None, who: str, label: str = LABEL
) -> None:
    """The rejected rows of a stored upload, made of its original. Who took it is written down: it waits for a name."""

    def content() -> bytes:
        return mended_of_upload(visit.store, visit.scope, upload_id, zone(), who, now())

    _button(label, content, mended_name(file_name, period), f"mend_{upload_id}", disabled=not who)


def _button(label: str, content: Callable[[], bytes], name: str, key: str, disabled: bool = False) -> None:
    st.download_button(
        label, content, name, XLSX, key=key, on_click="ignore", icon=":material/build:", disabled=disabled
    )
