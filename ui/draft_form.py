"""The form of Cek Naskah: the draft, the day of posting and, if wanted, the OPD."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from rules.draft import LONGEST
from ui.state import Visit


@dataclass(frozen=True)
class Draft:
    """What was pasted, the day on which it would be posted, and the agency_id, "" if not said."""

    text: str
    day: date
    agency: str


def asked(visit: Visit) -> Draft:
    """Draw the form and return what it holds after "Periksa"; an empty text before. It lives in this session alone."""
    names = {"": "Tidak dipilih", **{agency.agency_id: agency.name for agency in visit.known.agencies}}
    with st.form("draft_form", border=False):
        text = st.text_area(
            "Naskah unggahan",
            key="draft_text",
            height=220,
            max_chars=LONGEST,
            placeholder="Tempel naskah di sini. Contoh: Penyaluran BPNT tahap III bagi 214 KPM …",
        )
        left, right = st.columns(2)
        day = left.date_input("Tanggal unggah", value=visit.today, format="DD/MM/YYYY", key="draft_day")
        agency = right.selectbox("OPD (boleh dikosongkan)", list(names), format_func=names.__getitem__, key="draft_opd")
        st.form_submit_button("Periksa naskah", type="primary", icon=":material/fact_check:", key="draft_read")
    return Draft(text, day if isinstance(day, date) else visit.today, agency or "")
