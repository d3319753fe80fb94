"""What every page needs, made once: the store, who asks, the scope, the choice; and answers kept until data change."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from access.roles import NotAllowed, Person, require_role
from answers.choice import Choice
from charts.model import Answer
from settings import from_environment
from store import Scope, Store, open_store
from ui.known import Known, count_uploads, read_known
from ui.places import place

VISIT = "visit"


@dataclass(frozen=True)
class Visit:
    """One run of a page: the person, the store with what may be read of it, the choice, and what there is to choose."""

    person: Person
    store: Store
    scope: Scope
    choice: Choice
    today: date
    known: Known
    version: int


_opened: dict[str, Store] = {}
_opening = threading.Lock()


def open_once() -> Store:
    """The store of this process; opened by whoever asks first. Raises SettingsError and StoreError, in Indonesian."""
    url = _address()
    with _opening:
        if url not in _opened:
            _opened[url] = open_store(url)
        return _opened[url]


def close_all() -> None:
    """Close the store when the server stops, so that its file is whole and free."""
    with _opening:
        while _opened:
            _opened.popitem()[1].close()


def _address() -> str:
    """The database's address: a part of every key under which something is kept."""
    return from_environment(os.environ).database_url


def today() -> date:
    """The day in the office's zone."""
    return datetime.now(ZoneInfo(from_environment(os.environ).zone)).date()


def begin(page: str, choose: Callable[[Known, date, bool], Choice]) -> Visit:
    """Start a run in ui/menu.py: find out who asks and what there is, let `choose` draw the filters, keep the visit.

    Raises NotAllowed if the gate gave nobody. `choose` takes what there is, today, and whether the sample is shown.
    """
    person = require_role(st.user.to_dict(), "pembaca")
    store, day = open_once(), today()
    version = store.data_version()
    sample = _shows_sample(store, version)
    scope = Scope(sample=sample)
    known = _known(f"{_address()}|{version}|{sample}", store, scope)
    visit = Visit(person, store, scope, choose(known, day, place(page).filtered), day, known, version)
    st.session_state[VISIT] = visit
    return visit


def enter(page: str) -> Visit:
    """What a page calls first: checks its role and returns the visit that the menu began; stops the page otherwise."""
    try:
        require_role(st.user.to_dict(), place(page).role)
    except NotAllowed as refusal:
        st.error(str(refusal))
        st.stop()
    visit: Visit | None = st.session_state.get(VISIT)
    if visit is None:  # only when a page runs without ui/menu.py, which no address leads to
        st.stop()
    return visit


def ask(visit: Visit, question: Callable[[Store, Scope, Choice, date], Answer]) -> Answer:
    """The answer to a question, worked out once per state of the data, scope, choice and day."""
    agencies = "*" if visit.scope.agencies is None else ",".join(sorted(visit.scope.agencies))
    parts = (_address(), visit.version, question.__module__, question.__name__, agencies)
    key = "|".join(map(str, (*parts, visit.scope.sample, visit.choice, visit.today)))
    return _answered(key, lambda: question(visit.store, visit.scope, visit.choice, visit.today))


# Answers and what is known are frozen, so they are shared as they are, without the copy that cache_data unpickles.
@st.cache_resource(max_entries=256, show_spinner=False)
def _answered(key: str, _question: Callable[[], Answer]) -> Answer:
    return _question()


@st.cache_resource(max_entries=16, show_spinner=False)
def _known(key: str, _store: Store, _scope: Scope) -> Known:
    return read_known(_store, _scope)


def _shows_sample(store: Store, version: int) -> bool:
    """Whether the invented months are on screen: while they are loaded, unless the person chose the office's own."""
    sample, own = _uploads(f"{_address()}|{version}", store)
    if not sample:
        return False
    if not own:
        return True
    words = {True: "Data contoh", False: "Data sendiri"}
    with st.sidebar:
        chosen = st.segmented_control(
            "Data yang ditampilkan", [True, False], default=True, format_func=words.__getitem__, key="shows_sample",
            required=True, persist_state="session",
        )  # fmt: skip
    return bool(chosen)


@st.cache_resource(max_entries=16, show_spinner=False)
def _uploads(key: str, _store: Store) -> tuple[int, int]:
    return count_uploads(_store, Scope(sample=True)), count_uploads(_store, Scope())
