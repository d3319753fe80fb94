"""Tutup Bulan: is a month final, what came since it was closed, and the steps that close and reopen it."""

import streamlit as st

from ui.closing_steps import DONE, act, changed, listing, month_asked, months_of, shown, times
from ui.empty import nothing_yet
from ui.signer import signer
from ui.state import enter
from ui.told import tell

visit = enter("closing")
if nothing_yet(visit, "Tutup Bulan"):
    st.stop()
st.title("Tutup Bulan", anchor=False)
tell(DONE)
months = months_of(visit)
if not months:
    st.info("Belum ada bulan yang memuat unggahan.", icon=":material/info:")
    st.stop()
state = shown(visit, month_asked(months))
changed(state)
who = signer(visit, "Nama dicatat bersama penutupan dan pembukaan kembali.")
act(visit, state, who)
times(visit, who)
listing(visit, months)
