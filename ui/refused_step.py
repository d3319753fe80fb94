"""Who handed in the files of a drop that could not be read: the name goes into the ledger with them."""

from collections.abc import Collection

import streamlit as st

from intake import name_refusals
from ui.state import Visit

WHO = "upload_who"
LABEL = "Nama Bapak/Ibu yang mengunggah"


def name_refused(visit: Visit, marks: Collection[str], asked: bool) -> None:
    """Give refused files (beginnings of their sha-256) the name that was typed on this page.

    `asked`: whether the page asks for it elsewhere; a drop of refused files alone asks for it here.
    """
    if not marks:
        return
    if not asked:
        st.text_input(
            LABEL,
            key=WHO,
            max_chars=80,
            help="Dicatat pada Riwayat Unggahan bersama berkas yang belum terbaca, agar pengirimnya dapat dihubungi.",
        )
    who = str(st.session_state.get(WHO, "")).strip()
    if who and (named := name_refusals(visit.store, visit.scope, marks, who)):
        st.caption(f"Nama dicatat pada {named} berkas yang belum terbaca.")
