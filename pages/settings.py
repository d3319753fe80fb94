"""Pengaturan: word lists, people and election phases, each checked and previewed before it applies."""

import streamlit as st

from ui.settings_preview import done_note
from ui.settings_words import words_section
from ui.state import enter

visit = enter("settings")
st.title("Pengaturan", anchor=False)
done_note()
words_section(visit)
