"""Laporan Masuk: who handed in for which platform and days, and the reminders to those who have not."""

import streamlit as st

from answers.reporting import reporting
from ui.empty import nothing_yet
from ui.reminder_steps import reminding
from ui.show import show
from ui.state import ask, enter, now

visit = enter("reporting")
if nothing_yet(visit, "Laporan Masuk"):
    st.stop()
st.title("Laporan Masuk", anchor=False)
show(ask(visit, reporting), now())
reminding(visit)
