"""Ringkasan."""

import streamlit as st

from ui.state import enter

visit = enter("activity")
st.title("Ringkasan")
st.write(str(visit.choice))
