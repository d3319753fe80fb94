"""Ringkasan."""

import streamlit as st

from ui.state import enter

visit = enter("topics")
st.title("Ringkasan")
st.write(str(visit.choice))
