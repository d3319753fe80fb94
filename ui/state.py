"""What every page needs, made once: the store, who asks, the scope, the choice; and answers kept until data change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import streamlit as st

from access.roles import NotAllowed, Person, require_role
from answers.choice import Choice
from store import Scope, Store, StoreError, open_store
from ui.known import Known, count_uploads, read_known
from ui.places import place

VISIT = "visit"
Found = TypeVar("Found")


class CannotStart(Exception):
    """The database cannot be opened; the text is an Indonesian sentence that says what to do."""


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


@dataclass(frozen=True)
class Office:
    """What this process serves: one open store, its address, and the zone whose clock tells the day."""

    store: Store
    url: str
    zone: str


_office: list[Office] = []


def start(url: str, zone: str) -> None:
    """Open the store that all pages of this process read. Raises CannotStart with a sentence in Indonesian."""
    stop()
    try:
        _office.append(Office(open_store(url), url, zone))
    except StoreError as error:
        raise CannotStart(str(error)) from error


def stop() -> None:
    """Close the store, so that its file is whole and free."""
    while _office:
        _office.pop().store.close()


def office() -> Office:
    """What `start` opened."""
    return _office[0]


def now() -> datetime:
    """The moment in the office's zone, without zone, as the store keeps it."""
    return datetime.now(ZoneInfo(zone())).replace(tzinfo=None, microsecond=0)


def zone() -> str:
    """The name of the office's time zone."""
    return office().zone


def begin(page: str, choose: Callable[[Known, date, bool], Choice]) -> Visit:
    """Start a run in ui/menu.py: find out who asks and what there is, let `choose` draw the filters, keep the visit.

    Raises NotAllowed if the gate gave nobody. `choose` takes what there is, today, and whether this page has filters.
    """
    person = require_role(st.user.to_dict(), "pembaca")
    visit = visit_of(person, _shows_sample, lambda known, day: choose(known, day, place(page).filtered))
    st.session_state[VISIT] = visit
    return visit


def visit_of(
    person: Person, shows_sample: Callable[[int, int], bool], choose: Callable[[Known, date], Choice]
) -> Visit:
    """A visit from the two things that its person decides: whether the sample is shown, and the choice.

    `shows_sample` takes the number of uploads of the sample and of the office's own.
    """
    here, day = office(), now().date()
    version = here.store.data_version()
    scope = Scope(sample=shows_sample(*_uploads(f"{here.url}|{version}", here.store)))
    known = _known(f"{here.url}|{version}|{scope.sample}", here.store, scope)
    return Visit(person, here.store, scope, choose(known, day), day, known, version)


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


def ask(visit: Visit, question: Callable[..., Found], *more: object) -> Found:
    """The answer to a question, frozen data of any kind, worked out once per state of the data, scope, choice and day.

    `question` takes (store, scope, choice, today) and `more`, whose values are frozen and name themselves in full.
    """
    agencies = "*" if visit.scope.agencies is None else ",".join(sorted(visit.scope.agencies))
    parts = (office().url, visit.version, question.__module__, question.__name__, agencies)
    key = "|".join(map(str, (*parts, visit.scope.sample, visit.choice, visit.today, *more)))
    found: Found = _answered(key, lambda: question(visit.store, visit.scope, visit.choice, visit.today, *more))
    return found


# Answers and what is known are frozen, so they are shared as they are, without the copy that cache_data unpickles.
@st.cache_resource(max_entries=256, show_spinner=False)
def _answered(key: str, _question: Callable[[], Any]) -> Any:
    return _question()


@st.cache_resource(max_entries=16, show_spinner=False)
def _known(key: str, _store: Store, _scope: Scope) -> Known:
    return read_known(_store, _scope)


def _shows_sample(sample: int, own: int) -> bool:
    """Whether the invented months are on screen: while they are loaded, unless the person chose the office's own."""
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
    """Those that were undone count too: their story is on a page, and that page must stay within reach."""
    return count_uploads(_store, Scope(sample=True), undone=True), count_uploads(_store, Scope(), undone=True)
