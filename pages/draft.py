"""Cek Naskah: paste a draft before it is posted and see what to look at; nothing is stored, scored or judged."""

import streamlit as st

from ui.draft_form import asked
from ui.draft_steps import check
from ui.state import enter

visit = enter("draft")
st.title("Cek Naskah")
st.write("Cek terlebih dahulu konten, sumber, dan kebenarannya sebelum diunggah.")
st.caption("Naskah hanya dibaca di halaman ini: tidak disimpan, tidak dinilai, dan tidak dikirim ke mana pun.")
draft = asked(visit)
if draft.text.strip():
    check(visit, draft)
