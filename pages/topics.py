"""Ragam Topik: what the posts are about, with what no rule could read."""

import streamlit as st

from ui.empty import nothing_yet
from ui.state import enter

visit = enter("topics")
if nothing_yet(visit, "Ragam Topik"):
    st.stop()
st.title("Ragam Topik")
