"""Draws an Answer on a page, in the order in which it is read: sentence, numbers, charts, tables, what lies behind."""

import json
from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from charts.model import Answer, Chart, Filter, Missing, Number
from charts.screen import config, figure, min_width
from charts.wording import show_value
from exports.about import About, about_words, change_words, grouped
from exports.edition import SAMPLE
from exports.names import file_stem
from ui.escape import md_escape
from ui.places import place
from ui.table import downloads, show_table


def show(answer: Answer, made: datetime | None = None) -> None:
    """Draw the whole answer. `made` is written into the files that people download; the page's title stands above.

    The warning of the sample stands in ui/menu.py, above every page; here it is printed on pictures and files.
    """
    st.subheader(md_escape(answer.sentence), anchor=False)
    words = (answer.period, answer.filters, answer.reporting, answer.cut_off)
    st.caption(" · ".join(md_escape(word) for word in words if word))
    if answer.empty:
        st.info(md_escape(answer.empty), icon=":material/info:")
        _missing(answer.missing, opened=True)
        return
    _numbers(answer)
    _missing(answer.missing, opened=answer.name == "overview")
    about = about_words(answer, made)
    stamp = SAMPLE if answer.sample else ""
    _room_for(answer)
    for chart in answer.charts:
        _chart(answer, chart, about, stamp, made)
    for table in answer.tables:
        stem = file_stem(table.name, answer.period, answer.filters)
        with st.container(border=True):
            st.markdown(f"**{md_escape(table.title)}**")
            show_table(table, files=False)
            downloads(table, about, stamp, stem, answer=answer, made=made)
    _definitions(answer)


def go_to_posts(filters: Filter) -> None:
    """Leave for the page of posts, narrowed to these names and values of the address."""
    st.switch_page(place("posts").path, query_params=dict(filters))


def chosen_filter(event: object) -> Filter | None:
    """The filter that a clicked mark carries; None if nothing is clicked or the mark leads nowhere.

    `event` comes from the browser, so what is not an object of texts is refused.
    """
    points = event.get("selection", {}).get("points", []) if isinstance(event, Mapping) else []
    carried = points[0].get("customdata") if points else None
    carried = carried[0] if isinstance(carried, list) and carried else carried
    try:
        found = json.loads(carried) if isinstance(carried, str) and carried else None
    except ValueError:
        return None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        return None
    return found or None


def _numbers(answer: Answer) -> None:
    if not answer.numbers:
        return
    for number, column in zip(answer.numbers, st.columns(len(answer.numbers)), strict=True):
        with column.container(border=True, height="stretch"):
            _number(number)


def _number(number: Number) -> None:
    change, before = change_words(number)
    st.metric(
        md_escape(number.label),
        "–" if number.value is None else show_value(number.value, number.number_format),
        change,
        delta_color="off",
        help=md_escape(number.how),
    )
    # beside the change these words would be cut off on narrow cards
    st.caption(" · ".join(md_escape(words) for words in (number.unit, before) if words))
    if number.posts:
        st.page_link(place("posts").path, label="Lihat unggahannya", query_params=dict(number.posts))


def _room_for(answer: Answer) -> None:
    """Let wide charts be scrolled sideways on a small screen; numbers alone go into the style sheet."""
    rules = [
        f".st-key-{_frame_key(answer, at)}>div{{min-width:{min_width(chart)}px}}"
        for at, chart in enumerate(answer.charts)
    ]
    if rules:
        st.html(f"<style>[class*='st-key-bingkai-']{{overflow-x:auto}}{''.join(rules)}</style>")


def _frame_key(answer: Answer, at: int) -> str:
    return f"bingkai-{''.join(char for char in answer.name if char.isalnum())}-{at}"


def _chart(answer: Answer, chart: Chart, about: About, stamp: str, made: datetime | None) -> None:
    stem = file_stem(chart.name, answer.period, answer.filters)
    at = answer.charts.index(chart)
    with st.container(border=True):
        with st.container(key=_frame_key(answer, at)):
            clicked = st.plotly_chart(
                figure(chart, stamp),
                theme=None,
                key=f"grafik-{answer.name}-{at}",
                on_select="rerun" if chart.marks else "ignore",
                selection_mode="points",
                config=config(chart, stem),
                alt=chart.alt,
            )
        with st.expander("Cara hitung"):
            st.markdown(md_escape(chart.how))
        behind = st.expander("Tabel di balik grafik", key=f"tabel-{answer.name}-{at}", on_change="rerun")
        if behind.open:
            with behind:
                show_table(chart.table, about, "", stem, files=False)
        downloads(chart.table, about, stamp, stem, chart, answer, made)
    target = chosen_filter(clicked) if chart.marks else None
    if target:
        go_to_posts(target)


def _definitions(answer: Answer) -> None:
    if answer.definitions:
        with st.expander("Istilah"):
            for word, meaning in answer.definitions:
                st.markdown(f"**{md_escape(word)}**: {md_escape(meaning)}")


def _missing(missing: tuple[Missing, ...], opened: bool) -> None:
    """Who is not, or not wholly, in the numbers: under them, and open where that is the page's own question."""
    if missing:
        with st.expander(f"OPD yang tidak atau belum sepenuhnya ada dalam angka di atas ({len(missing)})", opened):
            for words, names in grouped(missing):
                st.markdown(f"**{md_escape(words)}**: {md_escape(names)}")
