"""Who acts: a person's name and own instansi, typed once a session; without a login nobody has verified them."""

from dataclasses import dataclass

import streamlit as st

from intake import OFFICE
from ui.escape import md_escape
from ui.state import Visit

NAME, OWN = "signer_name", "signer_own"
UNVERIFIED = "identitas tidak diverifikasi"
OFFICE_WORDS = "Kantor pengelola dasbor (bukan OPD)"


@dataclass(frozen=True)
class Signer:
    """The name and the own instansi (agency_id, or intake.OFFICE) under which something is done; "" while missing."""

    who: str
    own: str

    @property
    def ready(self) -> bool:
        """Whether both are known."""
        return bool(self.who and self.own)


def signer(visit: Visit, help_words: str) -> Signer:
    """The two fields; they keep what was typed while the session lasts."""
    names = {OFFICE: OFFICE_WORDS, **{agency.agency_id: agency.name for agency in visit.known.agencies}}
    name, own = st.columns(2)
    who = name.text_input("Nama Bapak/Ibu", key=NAME, max_chars=80, help=help_words, persist_state="session")
    agency = own.selectbox(
        "Instansi Bapak/Ibu", list(names), index=None, key=OWN, format_func=lambda code: names.get(code, code),
        placeholder="Pilih instansi sendiri", persist_state="session",
    )  # fmt: skip
    signed = Signer(who.strip(), agency if agency in names else "")
    if signed.ready:
        st.caption(md_escape(f"Dicatat sebagai {signed.who}, {names[signed.own]} ({UNVERIFIED})."))
    else:
        st.caption(f"{help_words} Tombol terbuka setelah nama dan instansi diisi ({UNVERIFIED}).")
    return signed
