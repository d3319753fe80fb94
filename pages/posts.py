"""Ringkasan."""

import streamlit as st

from ui.state import enter

visit = enter("posts")
st.title("Ringkasan")
st.write(str(visit.choice))
