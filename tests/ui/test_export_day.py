"""The day to which figures count: today unless the sender says another, asked only where a file holds figures."""

from datetime import date

from streamlit.testing.v1 import AppTest

TODAY = date(2024, 11, 20)


def asked() -> None:
    """The question alone, of a file with figures and one without, as a script of its own."""
    from datetime import date, datetime

    import pandas as pd
    import streamlit as st

    from posts import FIGURES
    from ui.export_day import ask_export_day, export_day

    today, at = date(2024, 11, 20), [datetime(2024, 10, 30, 8), datetime(2024, 10, 2, 8)]
    empty = pd.DataFrame({"published_at": at, **dict.fromkeys(FIGURES, pd.NA)})
    ask_export_day("angka", empty.assign(likes=[pd.NA, 0]), today)
    ask_export_day("tanpa", empty, today)
    st.text(f"{export_day('angka', today)} {export_day('tanpa', today)}")


def test_it_is_today_until_the_sender_says_another_day() -> None:
    page = AppTest.from_function(asked).run()
    assert [(field.value, field.min, field.max) for field in page.date_input] == [(TODAY, date(2024, 10, 30), TODAY)]
    assert page.text[0].value == "2024-11-20 2024-11-20"
    page.date_input[0].set_value(date(2024, 11, 2)).run()
    assert page.text[0].value == "2024-11-02 2024-11-20"
