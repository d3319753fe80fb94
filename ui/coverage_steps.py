"""The two questions of Liputan as the page asks them, and the choice between them and of one OPD's bidang."""

from dataclasses import replace
from datetime import date, datetime

import streamlit as st

from answers.choice import Choice
from answers.closed import closed_since
from answers.coverage import coverage
from charts.coverage_verdict import Limit
from charts.model import Answer
from indonesia import AGENCY_KINDS, show_date
from intake.threshold import threshold_on, thresholds
from store import Scope, Store
from ui.known import Agency
from ui.places import place
from ui.state import Visit

VIEWS = {"pimpinan": "Pimpinan", "bidang": "Bidang"}
VIEW, WHOSE = "liputan", "liputan_opd"
"""Keys of the two widgets; the first is also its name in the address."""


def limit_on(store: Store, day: date, until: datetime | None = None) -> Limit | None:
    """The office's threshold for leaders alone as it holds on a day; None without one. `until`: as it was set then."""
    held = threshold_on(thresholds(store, until), day)
    if held is None or held.percent is None:
        return None
    basis = f", dasar {held.basis}" if held.basis else ""
    return Limit(
        held.percent,
        f"Ambang kantor: paling banyak {held.percent}% konten hanya tentang pimpinan, berlaku sejak "
        f"{show_date(held.from_day)}{basis}; ditetapkan oleh {held.who} pada {show_date(held.at.date())}.",
    )


def coverage_asked(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """Whom the konten show, against the threshold that holds on the first day of the period."""
    return coverage(
        store, scope, choice, today, limit_on(store, choice.first, closed_since(store, scope, choice, today))
    )


def view_of() -> str:
    """Which of the two questions is shown; the address names it (?liputan=bidang)."""
    asked = st.query_params.get(VIEW, "")
    st.session_state.setdefault(VIEW, asked if asked in VIEWS else "pimpinan")
    told = st.segmented_control(
        "Yang ditampilkan", list(VIEWS), format_func=VIEWS.__getitem__, key=VIEW, required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    chosen = told if told in VIEWS else "pimpinan"
    if chosen != st.query_params.get(VIEW, "pimpinan"):
        st.query_params[VIEW] = chosen
    return chosen


def units_of(visit: Visit) -> Visit:
    """The visit narrowed to one OPD or one kind whose bidang a person wants to see week by week; all of the filter's if
    none is chosen. On a phone the filters are folded away, and a map of all bidang cannot be read."""
    kinds = {f"jenis:{code}": f"Semua {word}" for code, word in AGENCY_KINDS.items() if not visit.choice.kinds}
    opds = {f"opd:{one.agency_id}": one.name for one in visit.known.agencies if _within(one, visit.choice)}
    if len(opds) < 2:
        return visit
    words = {**(kinds if not visit.choice.agencies else {}), **opds}
    chosen = st.selectbox(
        "Rinci per minggu atau bulan", list(words), index=None, format_func=words.__getitem__, key=WHOSE,
        placeholder="Pilih satu OPD atau satu jenis OPD",
    )  # fmt: skip
    kind, _, code = (chosen if chosen in words else "").partition(":")
    if kind == "opd":
        return replace(visit, choice=replace(visit.choice, agencies=(code,), kinds=()))
    return replace(visit, choice=replace(visit.choice, kinds=(code,))) if kind == "jenis" else visit


def _within(agency: Agency, choice: Choice) -> bool:
    """Whether the shared filters let an OPD in."""
    return (not choice.agencies or agency.agency_id in choice.agencies) and (
        not choice.kinds or agency.kind in choice.kinds
    )


def threshold_note(visit: Visit) -> None:
    """That no threshold is set, and where it is; nothing where one holds."""
    if limit_on(visit.store, visit.choice.first) is None:
        st.caption(
            "Ambang bagian pimpinan belum ditetapkan untuk periode ini, sehingga tidak ada OPD yang dinilai. "
            "Pengelola menetapkannya pada Pengaturan, bagian Ambang Liputan."
        )
        if "pengelola" in visit.person.roles:
            st.page_link(place("settings").path, label="Buka Pengaturan", query_params={"bagian": "ambang"})
