"""The page of one OPD: which one, its profile, and what may be taken home."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

import streamlit as st

from answers.agency import profiles
from answers.choice import Choice, period_words
from answers.closed import closed_since
from charts.model import Answer
from exports.names import file_stem
from indonesia import AGENCY_KINDS, office_place
from intake.expected import expected_by_agency
from store import Scope, Store
from ui import address
from ui.agency_phone import for_the_phone
from ui.agency_sheet import show_sheet
from ui.coverage_steps import limit_on
from ui.escape import md_escape
from ui.filters import SELECTED, choose_alone
from ui.known import Agency
from ui.places import place
from ui.show import SAMPLE, about_words
from ui.state import Visit, ask, now
from ui.table import downloads


def profiles_asked(store: Store, scope: Scope, choice: Choice, today: date) -> dict[str, Answer]:
    """The profiles of all OPDs, with the topics that the office expects of each and its threshold for leaders alone."""
    until = closed_since(store, scope, choice, today)
    expected = expected_by_agency(store, scope, until)
    return profiles(store, scope, choice, today, expected, limit_on(store, choice.first, until))


def chosen_agency(visit: Visit) -> str:
    """The OPD of the address, or "": then the page offers them all, by kind and name."""
    if len(visit.choice.agencies) == 1:
        return visit.choice.agencies[0]
    st.write(f"Mohon Bapak/Ibu memilih satu OPD untuk {md_escape(period_words(visit.choice))}.")
    for kind, agencies in _by_kind(visit):
        st.markdown(f"**{md_escape(kind)}**")
        with st.container(horizontal=True):
            for agency in agencies:
                key = f"profil-{agency.agency_id}"
                st.button(md_escape(agency.name), key=key, on_click=choose_alone, args=(agency.agency_id,))
    return ""


def profile(visit: Visit, agency_id: str) -> None:
    """The sheet of the OPD, how to print it, its tables, and the ways to the pages behind it."""
    everyone = replace(visit, choice=replace(visit.choice, agencies=(), kinds=(), platforms=()))
    with st.spinner("Menyusun profil dari angka semua halaman …"):
        answer = ask(everyone, profiles_asked).get(agency_id)
    if answer is None:
        st.info("Periode ini belum tiba, atau OPD ini belum tercatat pada periode itu.", icon=":material/info:")
        return
    stamp = SAMPLE if answer.sample else ""
    with st.container(key="layar-cetak"):
        st.caption("Untuk mencetak pada satu lembar A4: tekan Ctrl+P, atau menu cetak peramban.")
    show_sheet(answer, stamp)
    with st.container(key="layar-bawah"):
        with st.container(horizontal=True):
            for name, words in (("targets", "Rincian Perhitungan"), ("posts", "Unggahan OPD ini")):
                st.page_link(place(name).path, label=words, query_params=_address(agency_id), width="content")
        for_the_phone(everyone, agency_id, answer, profiles_asked)
        with st.expander("Unduh tabel lembar ini"):
            about = about_words(answer, now())
            for table in (*answer.tables, *(chart.table for chart in answer.charts)):
                if table.rows:
                    st.caption(md_escape(table.title))
                    downloads(table, about, stamp, file_stem(table.name, answer.period, answer.filters))


def _by_kind(visit: Visit) -> Iterator[tuple[str, list[Agency]]]:
    """The OPDs that may be chosen, by kind in the order of every list, then by name."""
    offered = [one for one in visit.known.agencies if not visit.choice.kinds or one.kind in visit.choice.kinds]
    offered.sort(key=lambda one: office_place(one.kind, one.name))
    for kind, agencies in groupby(offered, key=lambda one: one.kind):
        yield AGENCY_KINDS.get(kind, kind), list(agencies)


def _address(agency_id: str) -> dict[str, str]:
    """The address of one OPD in the period that is shown."""
    return address.write(replace(st.session_state[SELECTED], agencies=(agency_id,), kinds=(), platforms=()))
