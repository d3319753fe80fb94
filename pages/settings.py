"""Pengaturan: what captions are read by and what OPDs are judged by, checked and told before it applies."""

import streamlit as st

from ui.places import place
from ui.reread_steps import reread_section
from ui.settings_parts import part_of
from ui.settings_people import people_section
from ui.settings_phases import phases_section
from ui.settings_preview import done_note
from ui.settings_registers import SHOWN, register_section
from ui.settings_words import words_section
from ui.state import enter
from ui.threshold_steps import threshold_section

READ_BY = {"kata": words_section, "pejabat": people_section, "pemilu": phases_section}

visit = enter("settings")
st.title("Pengaturan", anchor=False)
done_note()
part = part_of()
if part in SHOWN:
    register_section(visit, part)
elif part == "ambang":
    threshold_section(visit)
elif part == "berkas":
    st.write("Lama penyimpanan berkas asli diatur pada Riwayat Unggahan, di bawah daftar berkas.")
    st.page_link(place("ledger").path, label="Buka Riwayat Unggahan", icon=place("ledger").icon)
    st.write("Batas waktu laporan dan masa sanggah diatur pada Tutup Bulan.")
    st.page_link(place("closing").path, label="Buka Tutup Bulan", icon=place("closing").icon)
else:
    READ_BY[part](visit)
    st.divider()
    reread_section(visit)
