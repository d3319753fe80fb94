"""Aktivitas: when each OPD posts, by day, weekday and hour, and its longest silence."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("activity")
if nothing_yet(visit, "Aktivitas"):
    st.stop()
st.title("Aktivitas")
