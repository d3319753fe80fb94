"""The roster on screen: load the shipped one at first, then edit OPDs, bidang and accounts in tables."""

import streamlit as st

from intake import SHIPPED, RefusedError, Roster, parse_roster, save_roster
from ui.escape import md_escape
from ui.settings_registers import register_section
from ui.state import Visit, now

_PARTS = {"opd": "OPD dan alias", "bidang": "Bidang, bagian, seksi", "akun": "Akun resmi"}


def offer_shipped(visit: Visit) -> None:
    """At first run: the 54 units of OKU Timur, or a file of one's own."""
    st.write(
        "Daftar OPD menentukan siapa yang diharapkan melapor. Mulailah dari daftar 54 OPD Kabupaten OKU Timur "
        "yang disertakan, lalu sesuaikan nama, alias, dan bidangnya."
    )
    if st.button("Muat daftar 54 OPD Kabupaten OKU Timur", type="primary", key="roster_shipped"):
        _save(visit, parse_roster(SHIPPED.read_bytes(), SHIPPED.name))
    file = st.file_uploader("Atau unggah daftar sendiri (CSV)", type=["csv"], key="roster_file")
    if file:
        try:
            own = parse_roster(file.getvalue(), file.name)
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)))
            return
        if st.button(f"Muat {len(own.agencies)} OPD dari berkas ini", key="roster_own"):
            _save(visit, own)


def edit(visit: Visit) -> None:
    """The three tables of the roster, one at a time; the same as in the settings."""
    told = st.segmented_control(
        "Daftar", list(_PARTS), format_func=_PARTS.__getitem__, default="opd", required=True, key="roster_part",
        label_visibility="collapsed",
    )  # fmt: skip
    register_section(visit, told if told in _PARTS else "opd")


def _save(visit: Visit, roster: Roster) -> None:
    try:
        save_roster(visit.store, roster, visit.scope.sample, visit.person.name, now())
    except RefusedError as refusal:
        st.error(md_escape(str(refusal)), icon=":material/block:")
        return
    st.rerun()
