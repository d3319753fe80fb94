"""Reminders on screen: the letter to one OPD to copy or to open in WhatsApp, and all letters as one text."""

import streamlit as st

from answers.choice import period_words
from answers.reporting import Reminder, reminders
from exports.names import file_stem
from indonesia import show_number
from ui.escape import md_escape
from ui.places import place
from ui.state import Visit, ask

CHOSEN = "reminder_opd"
RULE = f"\n\n{'-' * 40}\n\n"


def reminding(visit: Visit) -> None:
    """The letters to the OPDs that lack something."""
    found = ask(visit, reminders)
    st.subheader("Pengingat", anchor=False)
    if not found:
        st.write("Tidak ada OPD yang perlu diingatkan untuk pilihan ini.")
        return
    st.caption(
        f"{show_number(len(found))} OPD. Surat menyebut platform dan tanggal yang belum diterima. Tidak ada yang "
        "dikirim dari dasbor: Bapak/Ibu menyalin teksnya, atau membukanya di WhatsApp penanggung jawab."
    )
    known = {each.agency_id: each for each in found}
    if st.session_state.get(CHOSEN) not in known:
        st.session_state.pop(CHOSEN, None)
    code = st.selectbox("OPD yang diingatkan", list(known), format_func=lambda each: known[each].opd, key=CHOSEN)
    _letter(known[code or found[0].agency_id])
    whole = RULE.join(each.text for each in found)
    with st.expander(f"Semua pengingat dalam satu teks ({show_number(len(found))} OPD)"):
        st.download_button(
            "Unduh semua pengingat", whole, f"{file_stem('pengingat-laporan', period_words(visit.choice))}.txt",
            "text/plain", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        st.code(whole, language=None, wrap_lines=True)


def _letter(reminder: Reminder) -> None:
    st.code(reminder.text, language=None, wrap_lines=True)
    if reminder.link:
        st.link_button("Buka di WhatsApp", reminder.link, icon=":material/chat:")
        return
    st.caption(
        md_escape(
            f"Nomor telepon seluler penanggung jawab {reminder.opd} belum tercatat pada Daftar OPD, sehingga tidak ada "
            "tautan WhatsApp."
        )
    )
    st.page_link(place("roster").path, label="Buka Daftar OPD", icon=place("roster").icon)
