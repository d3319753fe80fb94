"""Unggah Laporan: hand in a report, see what was recognised, confirm; or load the sample months."""

import streamlit as st

from ui.places import place
from ui.sample_steps import sample_steps
from ui.state import enter
from ui.upload_steps import confirm, questions, receipt, recognised, take_file

visit = enter("upload")
st.title("Unggah Laporan")
receipt()
if visit.known.agencies:
    draft = take_file(visit)
    if draft:
        recognised(draft)
        confirm(visit, draft, questions(visit, draft))
else:
    st.info("Daftar OPD masih kosong. Muat daftar OPD lebih dahulu agar laporan dapat dikenali miliknya siapa.")
    st.page_link(place("roster").path, label="Buka Daftar OPD", icon=place("roster").icon)
st.divider()
st.subheader("Data contoh")
sample_steps(visit)
