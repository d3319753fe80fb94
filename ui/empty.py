"""What stands on a page that has nothing to show yet: what to do, and where."""

import streamlit as st

from ui.places import place
from ui.state import Visit

SAMPLE = "DATA CONTOH – REKAAN"


def sample_warning() -> None:
    """Say in the sidebar and above the page that all of it is invented."""
    st.sidebar.warning(f"**{SAMPLE}**", icon=":material/science:")
    st.warning(f"**{SAMPLE}** · nama OPD, tokoh, dan angka pada layar ini tidak nyata.", icon=":material/science:")


def nothing_yet(visit: Visit, title: str) -> bool:
    """Whether nothing was uploaded yet; if so, the page says what to do instead."""
    if visit.known.uploads:
        return False
    st.title(title, anchor=False)
    st.write(
        "Dasbor ini menampilkan apa yang dipublikasikan OPD di media sosial, dari laporan yang diunggah. "
        "Saat ini belum ada laporan yang tersimpan."
    )
    roster, upload, sample = st.columns(3)
    with roster.container(border=True, height="stretch"):
        if visit.known.agencies:
            _step("1. Daftar OPD sudah ada", f"{len(visit.known.agencies)} OPD tercatat. Periksa nama dan aliasnya.")
        else:
            _step("1. Muat daftar OPD", "Muat daftar 54 OPD yang disertakan, atau isi daftar sendiri.")
        _go("roster", "Buka Daftar OPD")
    with upload.container(border=True, height="stretch"):
        _step("2. Unggah laporan", "Ekspor Meta Business Suite, rekap formulir, atau daftar buatan OPD (xlsx, csv).")
        _go("upload", "Buka Unggah Laporan")
    with sample.container(border=True, height="stretch"):
        _step("Atau coba dahulu", "Muat data contoh dua bulan dari kabupaten rekaan; dapat dihapus kembali.")
        _go("upload", "Muat data contoh")
    return True


def _step(heading: str, text: str) -> None:
    st.subheader(heading, anchor=False)
    st.write(text)


def _go(name: str, label: str) -> None:
    st.page_link(place(name).path, label=label, icon=place(name).icon)
