"""The word to somebody whose report, or whose undoing of one, touches a month that is closed."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from answers.closed import standing_closings
from indonesia import show_month
from ui.state import Visit


def closed_note(visit: Visit, periods: Iterable[tuple[date | None, date | None]]) -> None:
    """Say which months of these periods (first and last day) are closed, and what that means; nothing if none is."""
    spans = [(first, last) for first, last in periods if first and last]
    closed = [
        show_month(closing.first)
        for closing in standing_closings(visit.store, visit.store.read(visit.scope))
        if any(first <= closing.last and closing.first <= last for first, last in spans)
    ]
    if closed:
        st.info(
            f"{', '.join(closed)} sudah ditutup. Angkanya tidak berubah; yang datang kemudian tercatat sebagai "
            "perubahan setelah penutupan.",
            icon=":material/lock:",
        )
