"""Sanggahan: an OPD objects to how a closed month was judged, the office decides with a reason, both are kept."""

import streamlit as st

from ui.empty import nothing_yet
from ui.objection_steps import DONE, listing, objection_form
from ui.signer import signer
from ui.state import enter
from ui.told import tell

visit = enter("objections")
if nothing_yet(visit, "Sanggahan"):
    st.stop()
st.title("Sanggahan", anchor=False)
tell(DONE)
who = signer(visit, "Nama dan instansi dicatat bersama sanggahan dan keputusan.")
objection_form(visit, who)
st.divider()
listing(visit, who)
