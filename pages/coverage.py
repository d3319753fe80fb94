"""Liputan Pimpinan dan Perangkat Daerah: whom the konten show, held against a threshold, and which bidang they name."""

import streamlit as st

from answers.coverage_units import coverage_units
from ui.coverage_steps import coverage_asked, threshold_note, units_of, view_of
from ui.empty import nothing_yet
from ui.show import show
from ui.state import ask, enter, now

visit = enter("coverage")
if nothing_yet(visit, "Liputan Pimpinan dan Perangkat Daerah"):
    st.stop()
st.title("Liputan Pimpinan dan Perangkat Daerah", anchor=False)
if view_of() == "pimpinan":
    threshold_note(visit)
    show(ask(visit, coverage_asked), now())
else:
    st.caption("Yang tampil ialah bidang yang disebut dalam laporan, bukan kegiatan yang diadakan.")
    show(ask(units_of(visit), coverage_units), now())
