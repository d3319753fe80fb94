"""Jangkauan Publik: what citizens saw and answered, post by post, never added up."""

import streamlit as st

from answers.reach import reach
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("reach")
if nothing_yet(visit, "Jangkauan Publik"):
    st.stop()
st.title("Jangkauan Publik", anchor=False)
show(ask(visit, reach), now())
