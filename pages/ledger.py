"""Riwayat Unggahan: every file that came in, what was made of it, the original, and the way to take it back."""

import streamlit as st

from ui.ledger_steps import choose, details, entries_of, listing, refused, undone_note
from ui.original_steps import keeping
from ui.places import place
from ui.state import enter

visit = enter("ledger")
st.title("Riwayat Unggahan", anchor=False)
undone_note()
entries = entries_of(visit)
if not entries:
    st.info("Belum ada berkas yang diterima.", icon=":material/info:")
    st.page_link(place("upload").path, label="Buka Unggah Laporan", icon=place("upload").icon)
    st.stop()
listing(entries)
chosen = choose(entries)
if chosen and chosen.refused:
    refused(visit, chosen)
elif chosen:
    details(visit, chosen)
keeping(visit)
