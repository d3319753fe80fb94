"""Liputan Pimpinan dan Perangkat Daerah: shares of posts about leaders, departments, or both."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("coverage")
if nothing_yet(visit, "Liputan Pimpinan dan Perangkat Daerah"):
    st.stop()
st.title("Liputan Pimpinan dan Perangkat Daerah")
