"""The page Tinjauan around its cards: the filters, how much there is, what a log cannot show, the list as file."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from answers.decided import DOUBTS
from answers.review import CLOSED, OPEN, STATES, Queue, ReviewChoice, review
from answers.review_table import CONFIDENTIAL, evidence_table
from charts.model import Table
from exports.delimited import table_csv
from exports.names import file_stem
from exports.workbook import table_workbook
from indonesia import show_number, show_time
from intake import NOT_IN_A_LOG, RuleWords, reading_lists, rule_words
from ui.escape import md_escape
from ui.show import SAMPLE
from ui.state import Visit, ask, now
from ui.table import XLSX

ON_SCREEN = 10
KIND, RULE, STATE, PAGE, DONE = "review_kind", "review_rule", "review_state", "review_page", "review_done"
"""Session state: the widgets of the page, and what was recorded last (shown once)."""

SINCE = "temuan_baru"
GROUPS = {
    "belum": ("Belum selesai", OPEN),
    "sudah": ("Sudah selesai", CLOSED),
    SINCE: ("Sudah selesai, ada temuan baru", CLOSED),
    "semua": ("Semua", (*OPEN, *CLOSED)),
}
PHASES = {
    "pra-calon": "sebelum penetapan calon",
    "calon": "penetapan calon",
    "kampanye": "masa kampanye",
    "tenang": "masa tenang",
    "pungut-hitung": "pemungutan dan penghitungan suara",
    "penetapan": "penetapan calon terpilih",
}


def asked_for(visit: Visit) -> ReviewChoice:
    """Draw the filters of the page: kind of doubt, state, rule. OPD, period and platform stand in the panel."""
    whole = ask(visit, review, ReviewChoice(states=tuple(STATES), limit=0))
    kinds, states, rules = st.columns([1, 1, 2])
    kind = kinds.selectbox(
        "Hal", ["", *DOUBTS], format_func=lambda code: DOUBTS.get(code, "Netralitas dan kehati-hatian"), key=KIND,
        on_change=_first_page,
    )  # fmt: skip
    offered = {**{code: words for code, (words, _) in GROUPS.items()}, **{code: STATES[code] for code in whole.states}}
    state = states.selectbox(
        "Keadaan", list(offered), format_func=offered.__getitem__, key=STATE, on_change=_first_page
    )
    words = rules_of(visit)
    rule = rules.selectbox(
        "Kaidah", ["", *whole.rules], key=RULE, on_change=_first_page,
        format_func=lambda code: f"{code} · {words[code].label}" if code in words else code or "Semua kaidah",
    )  # fmt: skip
    chosen = GROUPS[state][1] if state in GROUPS else (state,)
    return ReviewChoice(kind, rule if rule in whole.rules else "", chosen, state == SINCE, ON_SCREEN)


def rules_of(visit: Visit) -> Mapping[str, RuleWords]:
    """Rule id → what the page says of it, by the lists in force."""
    return rule_words(reading_lists(visit.store))


def slice_of(asked: ReviewChoice, total: int) -> ReviewChoice:
    """The slice that the pager asks for; the last one if the queue has become shorter."""
    last = max(1, -(-total // ON_SCREEN))
    return replace(asked, offset=(min(max(int(st.session_state.get(PAGE, 1)), 1), last) - 1) * ON_SCREEN)


def heading(queue: Queue, asked: ReviewChoice) -> None:
    """How many posts there are, by state, and how many wait outside the period."""
    if queue.total:
        shown = f"; ditampilkan nomor {show_number(asked.offset + 1)}–{show_number(asked.offset + len(queue.items))}"
        st.subheader(f"{show_number(queue.total)} unggahan sesuai pilihan{shown}, bobot terbesar dahulu.", anchor=False)
    else:
        st.subheader("Tidak ada unggahan yang perlu dilihat untuk pilihan ini.", anchor=False)
    told = [f"{STATES[code]}: {show_number(number)}" for code, number in queue.states.items()]
    if queue.marked_since or queue.marked_since_elsewhere:
        more = (
            f" dan {show_number(queue.marked_since_elsewhere)} di luar periode" if queue.marked_since_elsewhere else ""
        )
        told.append(f"temuan baru sejak keputusan: {show_number(queue.marked_since)} unggahan yang sudah selesai{more}")
    if queue.elsewhere:
        told.append(f"di luar periode ini masih ada {show_number(queue.elsewhere)} unggahan yang belum selesai")
    st.caption(md_escape(" · ".join(words for words in (queue.period, queue.filters, queue.reporting, *told) if words)))


def about() -> None:
    """What the page is and what no log can show."""
    st.info(f"**Yang tidak terlihat dari laporan.** {md_escape(NOT_IN_A_LOG)}", icon=":material/visibility_off:")
    with st.expander("Cara membaca halaman ini"):
        st.markdown(
            "Kaidah menandai kata, bukan menilai orang: setiap unggahan di sini *perlu ditinjau*, tidak lebih. Bobot "
            "hanya mengatur urutan. Keputusan orang mengalahkan kaidah, tetap berlaku ketika berkas diunggah lagi atau "
            "dibaca ulang, dan dapat ditarik kembali; catatannya tidak pernah dihapus.\n\n"
            "**Tidak ada catatan** dan **Perlu tindak lanjut** menutup tinjauan (tindak lanjutnya berlangsung di luar "
            "dasbor). **Mohon penjelasan OPD** menunggu jawaban OPD, lalu kantor menutupnya. Unggahan OPD sendiri "
            "tidak dapat diputuskan sendiri."
        )


def pager(total: int) -> None:
    """The pages of the queue, if there are several."""
    if total > ON_SCREEN:
        st.pagination(-(-total // ON_SCREEN), key=PAGE)


def export(visit: Visit, queue: Queue, asked: ReviewChoice) -> None:
    """Buttons for the whole list as a file, made on the press; its title says that nothing is verified."""
    if not queue.total:
        return
    everything = replace(asked, limit=queue.total, offset=0)
    mark = hashlib.sha256(repr((visit.version, visit.scope, visit.choice, everything)).encode()).hexdigest()[:8]
    stem = f"{file_stem('terbatas-daftar-tinjauan', queue.period, queue.filters)}_{mark}"
    stamp = f"{CONFIDENTIAL} · {SAMPLE}" if queue.sample else CONFIDENTIAL
    rules = rules_of(visit)
    labels = {code: words.label for code, words in rules.items()}
    meanings = [(f"Kaidah {code}", f"{words.label}. {words.explain}") for code, words in rules.items()]
    told = (("Judul", f"{CONFIDENTIAL}: daftar tinjauan"), ("Periode", queue.period), ("Saringan", queue.filters))
    more = (
        ("Keadaan laporan", queue.reporting),
        ("Yang tidak terlihat dari laporan", NOT_IN_A_LOG),
        *meanings,
        ("Dibuat", show_time(now())),
    )

    def table() -> Table:
        whole = review(visit.store, visit.scope, visit.choice, visit.today, everything)
        return evidence_table(whole, labels, PHASES)

    def workbook() -> bytes:
        return table_workbook(table(), stamp, (*told, *more))

    def text() -> bytes:
        return table_csv(table())

    st.caption(f"Daftar bukti berjudul “{CONFIDENTIAL}”; NIK dan nomor KK disamarkan.")
    with st.container(horizontal=True):
        download = partial(st.download_button, on_click="ignore", icon=":material/download:")
        download("Unduh daftar (XLSX)", workbook, f"{stem}.xlsx", XLSX, key="review_xlsx")
        download("Unduh daftar (CSV)", text, f"{stem}.csv", "text/csv", key="review_csv")


def _first_page() -> None:
    st.session_state.pop(PAGE, None)
