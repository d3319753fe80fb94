"""Ringkasan: one sentence, three numbers against the period before, who has not reported."""

import streamlit as st

from answers.overview import overview
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("overview")
if nothing_yet(visit, "Ringkasan"):
    st.stop()
st.title("Ringkasan", anchor=False)
show(ask(visit, overview), now())
