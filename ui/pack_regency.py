"""Whose packs they are: the name and the emblem of the regency, for the keeper of the dashboard."""

import streamlit as st

from intake import RefusedError
from intake.logo import logo, set_logo
from intake.packs import regency, set_regency
from ui.escape import md_escape
from ui.state import Visit, now


def whose_packs(visit: Visit) -> None:
    """The forms of name and emblem; nothing for those who may not change them."""
    if "pengelola" not in visit.person.roles:
        return
    name, version = regency(visit.store)
    emblem, kept = logo(visit.store)
    shown = md_escape(name) or "nama belum diisi"
    with st.expander(f"Nama dan lambang daerah pada bahan rapat: {shown}{'' if emblem else ', tanpa lambang'}"):
        _name(visit, name, version)
        _emblem(visit, emblem, kept)


def _name(visit: Visit, name: str, version: int) -> None:
    with st.form("regency"):
        told = st.text_input("Nama daerah", name, max_chars=120, placeholder="Pemerintah Kabupaten …")
        who = st.text_input("Nama Bapak/Ibu yang mengubah", max_chars=80)
        if st.form_submit_button("Simpan nama daerah"):
            try:
                set_regency(visit.store, told, version, who, now())
            except RefusedError as refusal:
                st.error(md_escape(str(refusal)))
            else:
                st.rerun()


def _emblem(visit: Visit, emblem: bytes, version: int) -> None:
    """The emblem in force, a field for another, and the way to print none."""
    with st.form(f"emblem_{version}"):
        if emblem:
            st.image(emblem, width=150, caption="Lambang yang dipakai")
        file = st.file_uploader(
            "Lambang daerah: gambar PNG, 64 sampai 2.000 piksel pada setiap sisi, paling besar 500 kB",
            key=f"emblem_file_{version}",
            max_upload_size=1,
        )
        none = st.checkbox("Cetak tanpa lambang") if emblem else False
        who = st.text_input("Nama Bapak/Ibu yang mengubah", max_chars=80, key=f"emblem_who_{version}")
        if not st.form_submit_button("Simpan lambang"):
            return
        if not file and not none:
            st.warning("Mohon Bapak/Ibu memilih berkas PNG lebih dahulu.")
            return
        try:
            set_logo(visit.store, b"" if none or not file else file.getvalue(), version, who, now())
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)))
        else:
            st.rerun()
