"""Ringkasan: one sentence, three numbers against the month before, who has not reported."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("overview")
if nothing_yet(visit, "Ringkasan"):
    st.stop()
st.title("Ringkasan")
