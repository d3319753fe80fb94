"""Daftar OPD."""

import streamlit as st

from ui.state import enter

visit = enter("roster")
st.title("Daftar OPD")
