"""Unggah Laporan."""

import streamlit as st

from ui.state import enter

visit = enter("upload")
st.title("Unggah Laporan")
