"""Ringkasan."""

import streamlit as st

from ui.state import enter

visit = enter("targets")
st.title("Ringkasan")
st.write(str(visit.choice))
