"""Pengaturan: what captions are read by and what OPDs are judged by, checked and told before it applies."""

import streamlit as st

from ui.places import place
from ui.reread_steps import reread_section
from ui.settings_people import people_section
from ui.settings_phases import phases_section
from ui.settings_preview import done_note, section_of
from ui.settings_registers import SHOWN, register_section
from ui.settings_words import words_section
from ui.state import enter
from ui.threshold_steps import threshold_section

visit = enter("settings")
st.title("Pengaturan", anchor=False)
done_note()
section = section_of()
if section == "kata":
    words_section(visit)
elif section == "pejabat":
    people_section(visit)
elif section == "pemilu":
    phases_section(visit)
elif section in SHOWN:
    register_section(visit, section)
elif section == "ambang":
    threshold_section(visit)
else:
    st.write("Lama penyimpanan berkas asli diatur pada Riwayat Unggahan, di bawah daftar berkas.")
    st.page_link(place("ledger").path, label="Buka Riwayat Unggahan", icon=place("ledger").icon)
if section not in (*SHOWN, "ambang"):
    st.divider()
    reread_section(visit)
