"""Profil Publikasi OPD: one OPD on one sheet that prints on one A4, for coaching."""

import streamlit as st

from ui.agency_steps import chosen_agency, profile
from ui.empty import nothing_yet
from ui.state import enter

visit = enter("agency")
if nothing_yet(visit, "Profil Publikasi OPD"):
    st.stop()
st.title("Profil Publikasi OPD", anchor=False)
agency_id = chosen_agency(visit)
if agency_id:
    profile(visit, agency_id)
