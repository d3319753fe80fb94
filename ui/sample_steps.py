"""Loading the sample months, and taking them out again."""

import streamlit as st

from intake import load_sample, reading_lists, remove_sample
from ui.state import Visit, now, zone


def sample_steps(visit: Visit) -> None:
    """The buttons: load while there is no sample, remove while there is one."""
    if visit.scope.sample:
        st.write(
            "Data contoh sedang dimuat. Berkas yang diunggah sekarang menjadi latihan "
            "dan ikut terhapus bersama data contoh."
        )
        if st.button("Hapus data contoh", icon=":material/delete:", key="sample_remove"):
            remove_sample(visit.store)
            st.rerun()
        return
    st.write(
        "Dua bulan laporan dari kabupaten rekaan, dibaca dengan cara yang sama seperti berkas sungguhan. "
        "Setiap layar bertanda DATA CONTOH – REKAAN, dan semuanya dapat dihapus kembali."
    )
    if st.button("Muat data contoh", icon=":material/science:", key="sample_load"):
        bar = st.progress(0.0, text="Data contoh sedang dimuat …")

        def told(done: int, files: int, name: str) -> None:
            bar.progress(done / files, text=f"{done} dari {files} berkas · {name}")

        load_sample(visit.store, reading_lists(visit.store), zone(), now(), told)
        st.rerun()
