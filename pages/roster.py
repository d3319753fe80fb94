"""Daftar OPD: the agencies, their aliases, bidang and official accounts, edited in tables."""

import streamlit as st

from ui.roster_steps import edit, offer_shipped
from ui.settings_preview import done_note
from ui.state import enter

visit = enter("roster")
st.title("Daftar OPD", anchor=False)
done_note()
if visit.known.agencies:
    st.write(
        f"{len(visit.known.agencies)} OPD tercatat. OPD yang tidak pernah mengunggah tetap terlihat karena ada di sini."
    )
    edit(visit)
else:
    offer_shipped(visit)
