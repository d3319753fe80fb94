"""How a file was read where that was open: its clock, the order of its dates, its decimal sign; each can be changed."""

import streamlit as st

from indonesia import show_time
from intake import CLOCK_WORDS, Draft, zone_word
from ui.show import md_escape
from ui.upload_files import say

_ORDERS = {"day": "hari/bulan/tahun (23/10/2024)", "month": "bulan/hari/tahun (10/23/2024)"}
_DECIMALS = {
    ",": "koma tanda desimal, titik tanda ribuan (1.200 = seribu dua ratus)",
    ".": "titik tanda desimal, koma tanda ribuan (1,200 = seribu dua ratus)",
}


def guesses(mark: str, draft: Draft) -> None:
    """The three questions, each only where the file left it open."""
    _clock(mark, draft)
    told = draft.loaded.guesses
    if told.order:
        st.write(f"**Urutan tanggal.** {md_escape(told.order_proof)}.")
        chosen = st.selectbox(
            "Tanggal dibaca sebagai", list(_ORDERS), index=list(_ORDERS).index(told.order),
            format_func=_ORDERS.__getitem__, key=f"order_{mark}_{told.order}",
        )  # fmt: skip
        if chosen != told.order:
            say(mark, order=chosen)
            st.rerun()
    if told.decimal:
        st.write(f"**Tanda angka.** {md_escape(told.decimal_proof)}.")
        sign = st.selectbox(
            "Angka dibaca dengan", list(_DECIMALS), index=list(_DECIMALS).index(told.decimal),
            format_func=_DECIMALS.__getitem__, key=f"decimal_{mark}_{told.decimal}",
        )  # fmt: skip
        if sign != told.decimal:
            say(mark, decimal=sign)
            st.rerun()


def _clock(mark: str, draft: Draft) -> None:
    """How the clock was settled, and the way to set it by hand where the file has times of its own."""
    loaded = draft.loaded
    st.write(f"**Jam berkas.** {md_escape(loaded.clock_proof)}.")
    own = loaded.source.startswith(("meta_", "x_lama")) or (loaded.source == "mapped" and "→" in loaded.clock_proof)
    if not own or draft.posts.empty:
        return
    first = draft.posts.sort_values("published_at").iloc[0]
    text = " ".join(first["caption"].split())[:60] or first["link"]
    zones = list(dict.fromkeys([*CLOCK_WORDS, loaded.clock]))
    choice = st.selectbox(
        f"Unggahan “{text}” tayang {show_time(first['published_at'])} WIB? Bila keliru, pilih jam yang dipakai berkas.",
        zones, index=zones.index(loaded.clock), format_func=zone_word, key=f"clock_{mark}_{loaded.clock}",
    )  # fmt: skip
    if choice != loaded.clock:
        say(mark, clock=choice)
        st.rerun()
