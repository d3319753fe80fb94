"""The page of posts: search, topic and subject in the address, one slice on screen, the whole selection as a file."""

import hashlib
import json
from dataclasses import replace
from functools import partial

import streamlit as st

from answers.posts import PostsChoice, posts
from charts.labels import SUBJECTS, TOPICS
from charts.model import Answer, Table
from exports.about import about_words
from exports.delimited import table_csv
from exports.edition import SAMPLE
from exports.names import file_stem
from exports.workbook import table_workbook
from ui.correct_steps import correct
from ui.state import Visit, now
from ui.table import XLSX, show_table

ON_SCREEN = 50
HELD = "posts_held"
"""Session state: the post that is being put right, and the search in whose list it was chosen."""
TEXT, TOPIC, SUBJECT, PAGE = "search_text", "search_topic", "search_subject", "search_page"
UPLOAD, UNIT, PROTOCOL, WRITTEN = "search_upload", "search_unit", "search_protocol", "search_written"
"""Session state: the widgets of the search, the one upload, the one bidang and the side of the protocol section whose
posts are shown ("" for all), and the words of the address as we last wrote them."""


def search() -> PostsChoice:
    """Draw the search and return it as asked for; the address follows it and, when it came from outside, leads it."""
    _take_address()
    text, topic, subject = st.columns([2, 1, 1])
    words = text.text_input(
        "Cari", key=TEXT, max_chars=200, placeholder="Kata dalam teks, akun, atau tautan", on_change=_first_page
    )
    about = topic.selectbox(
        "Topik", ["", *TOPICS], format_func=lambda code: TOPICS.get(code, "Semua topik"), key=TOPIC,
        on_change=_first_page,
    )  # fmt: skip
    whom = subject.selectbox(
        "Subjek", ["", *SUBJECTS], format_func=lambda code: SUBJECTS.get(code, "Semua subjek"), key=SUBJECT,
        on_change=_first_page,
    )  # fmt: skip
    upload = _narrowed(UPLOAD, "Tampilkan unggahan dari semua berkas", "search_all_files")
    unit = _narrowed(UNIT, "Tampilkan unggahan semua bidang", "search_all_units")
    protocol = _narrowed(PROTOCOL, "Tampilkan unggahan Prokopim dan bukan Prokopim", "search_both")
    told = {"cari": words.strip(), "topik": about, "subjek": whom, "berkas": upload, "bidang": unit}
    _write_address({**told, "prokopim": protocol})
    return PostsChoice(words.strip(), about, whom, ON_SCREEN, 0, upload, unit, protocol)


def _narrowed(name: str, words: str, key: str) -> str:
    """What a link narrowed the list to, with the button that takes it off; "" if to nothing."""
    held = str(st.session_state.get(name, ""))
    if held and st.button(words, icon=":material/close:", key=key):
        st.session_state[name] = ""
        st.rerun()
    return held


def slice_of(asked: PostsChoice, total: int) -> PostsChoice:
    """The slice that the pager under the table asks for; the last one if the selection has become shorter."""
    last = max(1, -(-total // ON_SCREEN))
    page = min(max(int(st.session_state.get(PAGE, 1)), 1), last)
    return replace(asked, offset=(page - 1) * ON_SCREEN)


def explained(answer: Answer) -> tuple[tuple[str, str], ...]:
    """The definitions with how each number is counted: the numbers themselves stand in the sentence above the table."""
    return (*answer.definitions, *((f"{number.label} pada halaman ini", number.how) for number in answer.numbers))


def listing(visit: Visit, answer: Answer, asked: PostsChoice) -> None:
    """The table of the slice, the post that is being put right, the pager, and the whole selection as a file."""
    keys: list[str] = json.loads(answer.extra["keys"])
    asking = repr((visit.choice, replace(asked, offset=0)))

    def chosen(place: int | None) -> None:
        st.session_state[HELD] = ("", "") if place is None or place >= len(keys) else (keys[place], asking)

    # The key names the rows: what was ticked in one list must not tick the row of another post in the next.
    mark = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:8]
    show_table(answer.tables[0], (), "", "", files=False, chosen=(f"posts_chosen_{mark}", chosen))
    st.caption("Pembacaan yang keliru? Pilih barisnya lewat kotak di tepi kiri tabel, lalu betulkan di bawahnya.")
    held, held_for = st.session_state.get(HELD, ("", ""))
    if held and held_for == asking:
        if held not in keys:
            st.caption("Unggahan yang baru dibetulkan ini tidak lagi termasuk baris di atas.")
        correct(visit, held)
    total = int(answer.extra["total"])
    if total > ON_SCREEN:
        st.pagination(-(-total // ON_SCREEN), key=PAGE)
    if total:
        _whole(visit, answer, asked, total)


def _whole(visit: Visit, answer: Answer, asked: PostsChoice, total: int) -> None:
    """Buttons for all posts found. The file is made on the press; its name tells selections apart (see ui/table.py)."""
    everything = replace(asked, limit=total, offset=0)
    mark = hashlib.sha256(repr((visit.version, visit.scope, visit.choice, everything)).encode()).hexdigest()[:8]
    stem = f"{file_stem('unggahan', answer.period, answer.filters)}_{mark}"
    stamp, about = (SAMPLE if answer.sample else ""), about_words(answer, now())

    def table() -> Table:
        return posts(visit.store, visit.scope, visit.choice, visit.today, everything).tables[0]

    def workbook() -> bytes:
        return table_workbook(table(), stamp, about)

    def text() -> bytes:
        return table_csv(table())

    with st.container(horizontal=True):
        download = partial(st.download_button, on_click="ignore", icon=":material/download:")
        download("Unduh semua (XLSX)", workbook, f"{stem}.xlsx", XLSX, key="unduh-xlsx-unggahan")
        download("Unduh semua (CSV)", text, f"{stem}.csv", "text/csv", key="unduh-csv-unggahan")


def _first_page() -> None:
    st.session_state.pop(PAGE, None)


def _take_address() -> None:
    """Set the widgets from an address that we did not write: a mark of a chart, a link, the browser's back button."""
    state, address = st.session_state, st.query_params
    asked = {key: address[key] for key in ("cari", "topik", "subjek", "berkas", "bidang", "prokopim") if key in address}
    if asked == state.get(WRITTEN) and TEXT in state:
        return
    state[TEXT] = asked.get("cari", "")[:200]
    state[TOPIC] = asked.get("topik", "") if asked.get("topik") in TOPICS else ""
    state[SUBJECT] = asked.get("subjek", "") if asked.get("subjek") in SUBJECTS else ""
    state[UPLOAD] = asked.get("berkas", "")[:80]
    state[UNIT] = asked.get("bidang", "")[:200]
    state[PROTOCOL] = asked.get("prokopim", "") if asked.get("prokopim") in ("ya", "tidak") else ""
    _first_page()


def _write_address(words: dict[str, str]) -> None:
    """Put the search into the address, without what asks for nothing."""
    kept = {key: value for key, value in words.items() if value}
    st.session_state[WRITTEN] = kept
    for key in words:
        if key in kept and st.query_params.get(key) != kept[key]:
            st.query_params[key] = kept[key]
        elif key not in kept and key in st.query_params:
            del st.query_params[key]
