"""Unggahan: every post with its reading, evidence, link and the row that it came from."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("posts")
if nothing_yet(visit, "Unggahan"):
    st.stop()
st.title("Unggahan")
