"""The choice of one OPD or one kind whose bidang are shown week by week."""

from streamlit.testing.v1 import AppTest


def page(kinds=(), agencies=()):
    from datetime import date

    import streamlit as st

    from answers.choice import Choice
    from store import Scope
    from ui.coverage_steps import units_of
    from ui.known import Agency, Known
    from ui.state import Visit

    opds = (Agency("a", "Dinas A", "dinas"), Agency("b", "Badan B", "badan"), Agency("c", "Dinas C", "dinas"))
    choice = Choice(date(2024, 10, 1), date(2024, 10, 31), agencies, kinds)
    shown = units_of(Visit(None, None, Scope(), choice, date(2024, 11, 1), Known((), opds, 1), 1)).choice
    st.text(f"{shown.agencies} {shown.kinds}")


def test_nothing_chosen_leaves_the_filters() -> None:
    assert AppTest.from_function(page).run().text[0].value == "() ()"


def test_a_kind_or_an_opd_narrows_them() -> None:
    shown = AppTest.from_function(page).run()
    assert shown.selectbox[0].options[:2] == ["Semua Sekretariat", "Semua Inspektorat"]
    assert shown.selectbox[0].select("jenis:dinas").run().text[0].value == "() ('dinas',)"
    assert shown.selectbox[0].select("opd:b").run().text[0].value == "('b',) ()"


def test_only_what_the_filters_let_in_is_offered() -> None:
    shown = AppTest.from_function(page, kwargs={"kinds": ("dinas",)}).run()
    assert shown.selectbox[0].options == ["Dinas A", "Dinas C"]
    assert len(AppTest.from_function(page, kwargs={"agencies": ("a",)}).run().selectbox) == 0
