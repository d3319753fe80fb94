"""Capaian Target: expected, met, gap, with the states that are no gap kept apart."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("targets")
if nothing_yet(visit, "Capaian Target"):
    st.stop()
st.title("Capaian Target")
