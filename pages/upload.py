"""Unggah Laporan: hand in reports, see what was recognised, confirm; or load the sample months."""

import streamlit as st

from ui.closed_note import closed_note
from ui.mapping_step import map_columns
from ui.places import place
from ui.refused_step import name_refused
from ui.sample_steps import sample_steps
from ui.state import enter
from ui.upload_details import details, overview_of
from ui.upload_files import take_files
from ui.upload_steps import confirm, questions, receipt

visit = enter("upload")
st.title("Unggah Laporan")
receipt(visit)
if visit.known.agencies:
    files = take_files(visit)
    map_columns(files)
    if len(files) > 1:
        overview_of(files)
    periods = {file: details(file, only=len(files) == 1) for file in files}
    ready = {file: period for file, period in periods.items() if period and file.draft and not file.draft.seen_before}
    name_refused(visit, [file.mark for file in files if file.draft is None], asked=bool(ready))
    if ready:
        closed_note(visit, ready.values())
        confirm(visit, questions(visit, ready))
else:
    st.info("Daftar OPD masih kosong. Muat daftar OPD lebih dahulu agar laporan dapat dikenali miliknya siapa.")
    st.page_link(place("roster").path, label="Buka Daftar OPD", icon=place("roster").icon)
st.divider()
st.subheader("Data contoh")
sample_steps(visit)
