"""What of one OPD is sent by phone: the recap text for WhatsApp and the upright picture, month against month."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from answers.agency_before import against_before
from answers.choice import previous
from charts.model import Answer
from exports.edition import Edition
from exports.message import message
from exports.names import file_stem
from exports.poster import poster
from indonesia import show_time
from intake.packs import regency
from ui.state import Visit, ask, now


def for_the_phone(everyone: Visit, agency_id: str, answer: Answer, question: Callable[..., dict[str, Answer]]) -> None:
    """An expander with both, made when opened. `question` gives the profiles of all OPDs that `everyone` asks."""
    shown = st.expander("Teks WhatsApp dan gambar untuk ponsel", key=f"ponsel-{agency_id}", on_change="rerun")
    if not shown.open:
        return
    earlier = previous(everyone.choice)
    before = ask(replace(everyone, choice=earlier.choice), question).get(agency_id)
    told = against_before(answer, before, earlier.label)
    edition = Edition(
        answer.title, regency(everyone.store)[0], answer.period, answer.filters, f"Dibuat {show_time(now())}"
    )
    words, picture = message([told], edition), poster(told, edition)
    stem = file_stem("rekap-opd", answer.period, answer.filters)
    with shown:
        st.code(words, language=None, wrap_lines=True)
        st.image(picture, width=360)
        with st.container(horizontal=True):
            for label, data, name, kind in (
                ("Teks WhatsApp (TXT)", words, f"{stem}_whatsapp.txt", "text/plain"),
                ("Gambar untuk ponsel (PNG)", picture, f"{stem}_gambar.png", "image/png"),
            ):
                st.download_button(
                    label, data, name, kind, key=f"{name}-unduh", on_click="ignore", icon=":material/download:"
                )
