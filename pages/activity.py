"""Aktivitas: when each OPD posts, by day, weekday and hour, and its longest silence."""

import streamlit as st

from answers.activity import activity
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("activity")
if nothing_yet(visit, "Aktivitas"):
    st.stop()
st.title("Aktivitas", anchor=False)
show(ask(visit, activity), now())
