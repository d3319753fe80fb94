"""The panel of shared filters: widgets of ui/menu.py, where they survive a change of page and travel in the address."""

from datetime import date

import streamlit as st

from answers.choice import Choice
from indonesia import AGENCY_KINDS
from posts import PLATFORMS
from ui import address
from ui.address import Selected
from ui.known import Known

SELECTED, WRITTEN = "filters_selected", "filters_written"
"""Session state: the filters as they stand, and the address as we last wrote it."""

PERIOD, FIRST, LAST = "filter_period", "filter_first", "filter_last"
AGENCIES_CHOSEN, PLATFORMS_CHOSEN, KINDS_CHOSEN = "filter_agencies", "filter_platforms", "filter_kinds"


def choose(known: Known, today: date, shown: bool) -> Choice:
    """Draw the panel (if `shown`) and return the choice; the address follows it."""
    selected = _taken(known, today)
    if shown:
        _fill_widgets(selected)
        with st.sidebar:
            selected = _panel(selected, known, today)
    _keep(selected)
    return address.choice_of(selected, today)


def choose_alone(agency_id: str) -> None:
    """What a button's callback does to choose one OPD: as if it were picked in the panel, whose address follows.

    A link of a page to itself is not followed (streamlit 1.67): the browser knows the page already.
    """
    st.session_state[AGENCIES_CHOSEN] = [agency_id]


def _taken(known: Known, today: date) -> Selected:
    """The filters before this run's widgets: as they stood, or as an address asks that came from outside.

    An address from outside (a link, the browser's back button) differs from the one we wrote last. One without any
    filter asks for nothing: the menu's own links are such, and what was chosen stands.
    """
    state = st.session_state
    now = {key: st.query_params.get_all(key) for key in address.KEYS if key in st.query_params}
    before: Selected | None = state.get(SELECTED)
    changed = bool(now) and {key: ",".join(values) for key, values in now.items()} != state.get(WRITTEN)
    names = {agency.agency_id for agency in known.agencies}
    if before is not None and set(before.agencies) <= names and not changed:
        return before
    asked = now if before is None or changed else {key: [value] for key, value in address.write(before).items()}
    for key in (PERIOD, FIRST, LAST, AGENCIES_CHOSEN, KINDS_CHOSEN, PLATFORMS_CHOSEN):
        state.pop(key, None)
    return address.read(asked, known.months, names, today)


def _fill_widgets(selected: Selected) -> None:
    """Give each widget that does not stand yet its value; a keyed widget takes it from the session."""
    state = st.session_state
    state.setdefault(PERIOD, selected.period)
    state.setdefault(AGENCIES_CHOSEN, list(selected.agencies))
    state.setdefault(KINDS_CHOSEN, list(selected.kinds))
    state.setdefault(PLATFORMS_CHOSEN, list(selected.platforms))


def _panel(selected: Selected, known: Known, today: date) -> Selected:
    """The widgets, and what they say."""
    offered = address.periods(known.months, today, selected.period)
    names = {agency.agency_id: agency.name for agency in known.agencies}
    period = st.selectbox("Periode", list(offered), format_func=offered.__getitem__, key=PERIOD)
    first, last = address.days_of(period, selected.first, selected.last, today)
    if period == address.RANGE:
        first, last = _range(first, last)
    agencies = _several("OPD", names, "Semua OPD", AGENCIES_CHOSEN)
    kinds = _several("Jenis OPD", AGENCY_KINDS, "Semua jenis", KINDS_CHOSEN)
    platforms = _several("Platform", PLATFORMS, "Semua platform", PLATFORMS_CHOSEN)
    return Selected(period, first, last, agencies, kinds, platforms)


def _range(first: date, last: date) -> tuple[date, date]:
    """First and last day as two fields (a phone opens a calendar for each), starting from the days shown so far."""
    st.session_state.setdefault(FIRST, first)
    st.session_state.setdefault(LAST, last)
    one, other = st.columns(2)
    first = one.date_input("Dari", format="DD/MM/YYYY", key=FIRST)
    last = other.date_input("Sampai", format="DD/MM/YYYY", key=LAST)
    if first > last:
        st.caption("Tanggal awal lebih besar daripada tanggal akhir; keduanya dipertukarkan.")
    return min(first, last), max(first, last)


def _several(label: str, words: dict[str, str], placeholder: str, key: str) -> tuple[str, ...]:
    """A field that takes several codes and shows their words; a client may send others, which are dropped."""
    chosen = st.multiselect(label, list(words), format_func=words.__getitem__, placeholder=placeholder, key=key)
    return tuple(code for code in chosen if code in words)


def _keep(selected: Selected) -> None:
    """Remember the filters and write them to the address, if it does not say them already."""
    words = address.write(selected)
    st.session_state[SELECTED] = selected
    st.session_state[WRITTEN] = words
    now = {key: ",".join(st.query_params.get_all(key)) for key in address.KEYS if key in st.query_params}
    if now != words:
        others = {key: st.query_params.get_all(key) for key in st.query_params if key not in address.KEYS}
        st.query_params.from_dict({**others, **words})
