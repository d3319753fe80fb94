"""Capaian Target: expected, met, gap, with the states that are no gap kept apart."""

import streamlit as st

from answers.targets import targets
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("targets")
if nothing_yet(visit, "Capaian Target"):
    st.stop()
st.title("Capaian Target", anchor=False)
show(ask(visit, targets), now())
