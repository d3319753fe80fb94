"""Liputan Pimpinan dan Perangkat Daerah: shares of posts about leaders, departments, or both."""

import streamlit as st

from answers.coverage import coverage
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("coverage")
if nothing_yet(visit, "Liputan Pimpinan dan Perangkat Daerah"):
    st.stop()
st.title("Liputan Pimpinan dan Perangkat Daerah", anchor=False)
show(ask(visit, coverage), now())
