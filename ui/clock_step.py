"""Asks once whether the clock of a Facebook account is right, where nothing in its file proves it."""

from collections.abc import Collection

import streamlit as st

from indonesia import show_time
from intake import CLOCK_WORDS, Draft, is_asked, remember_clock
from ui.escape import md_escape
from ui.state import Visit, now


def ask_clocks(visit: Visit, files: Collection[tuple[str, Draft]]) -> None:
    """One question for each file (mark, draft) whose clock is only assumed; of practice files none."""
    for mark, draft in files:
        if visit.scope.sample or not is_asked(draft.loaded):
            continue
        first = draft.posts.sort_values("published_at").iloc[0]
        text = " ".join(first["caption"].split())[:60] or first["link"]
        st.checkbox(
            f"Unggahan “{md_escape(text)}” dari akun {md_escape(first['account'])} tayang "
            f"{show_time(first['published_at'])} WIB? Mohon centang bila benar.",
            help=f"Jam berkas dianggap {CLOCK_WORDS.get(draft.loaded.clock, draft.loaded.clock)}; tautan Facebook "
            "tidak membuktikannya. Setelah dibenarkan, akun ini tidak ditanyakan lagi. Bila keliru, mohon pilih jam "
            "yang benar pada rincian berkas di atas; pilihan itu pun diingat.",
            key=f"clock_right_{mark}",
        )


def remember(visit: Visit, mark: str, draft: Draft, who: str) -> None:
    """After a file was stored: remember its clock if the person confirmed it or set it by hand."""
    by_hand = bool(draft.options and draft.options.clock)
    if not visit.scope.sample and (st.session_state.get(f"clock_right_{mark}") or by_hand):
        remember_clock(visit.store, draft.loaded, who, now())
