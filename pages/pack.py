"""Bahan Rapat: slides, workbook, pages, text and picture of the chosen period and OPDs, made with one button."""

import streamlit as st

from ui.empty import nothing_yet
from ui.pack_chapters import choose_chapters, of_what, preview
from ui.pack_regency import whose_packs
from ui.pack_steps import TITLE, make, offer_kept
from ui.state import enter

visit = enter("pack")
if nothing_yet(visit, TITLE):
    st.stop()
st.title(TITLE, anchor=False)
of_what(visit)
chosen = choose_chapters()
preview(visit, chosen)
make(visit, chosen)
offer_kept(visit)
whose_packs(visit)
