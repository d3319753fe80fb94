"""Closing a month on screen: the months, the one looked at, the step that closes it and the one that opens it again."""

from datetime import date

import streamlit as st

from answers.changes import table_of
from answers.closing import MonthState, closings_table, month_state
from indonesia import show_date, show_month, show_number, show_time
from intake import OFFICE, close_month, objection_days, reopen_month
from intake.deadlines import LAST_DAY, MOST_DAYS, deadlines, set_deadlines
from ui.escape import md_escape
from ui.signer import Signer
from ui.state import Visit, ask, now
from ui.table import show_table
from ui.told import act_and_tell

DONE, MONTH = "closing_done", "closing_month"
"""Session state: what was done last, and the month looked at."""


def months_of(visit: Visit) -> tuple[date, ...]:
    """First days of the months that hold posts, newest first."""
    return tuple(sorted(visit.known.months, reverse=True))


def month_asked(months: tuple[date, ...]) -> date:
    """The month to look at: from the field, or from the address (?bulan=2024-10)."""
    codes = {f"{month:%Y-%m}": month for month in months}
    asked = st.query_params.get("bulan", "")
    if st.session_state.get(MONTH) not in codes:
        st.session_state[MONTH] = asked if asked in codes else next(iter(codes))
    code = str(st.selectbox("Bulan", list(codes), format_func=lambda each: show_month(codes[each]), key=MONTH))
    if asked != code:
        st.query_params["bulan"] = code
    return codes[code]


def shown(visit: Visit, month: date) -> MonthState:
    """The month's state, in words."""
    state = ask(visit, month_state, month)
    if state.closing:
        st.subheader(f"{show_month(month)} sudah ditutup", anchor=False)
        told = f"Ditutup oleh {state.closing.closed_by} pada {show_time(state.closing.closed_at)}"
        st.write(md_escape(f"{told}. {state.closing.note}".strip()))
        st.caption(
            md_escape(state.reporting)
            + f" · OPD dapat mengajukan sanggahan sampai {show_date(state.closing.until)}. Data, target, dan hasil "
            "pembacaan bulan ini tersimpan seperti saat ditutup."
        )
    else:
        st.subheader(f"{show_month(month)} masih terbuka", anchor=False)
        st.write(md_escape(f"{state.reporting}."))
        st.caption(
            "Setelah ditutup, angka bulan ini tidak berubah lagi: laporan, pembatalan, target, dan pembacaan yang "
            "datang kemudian hanya tercatat sebagai perubahan setelah penutupan."
        )
    return state


def changed(state: MonthState) -> None:
    """What came since the closing."""
    if not state.closing:
        return
    table = table_of([(state.closing, change) for change in state.changes])
    with st.container(border=True):
        st.markdown(f"**{md_escape(table.title)}**")
        if state.changes:
            show_table(table)
        else:
            st.write("Belum ada perubahan sejak bulan ini ditutup.")


def act(visit: Visit, state: MonthState, who: Signer) -> None:
    """Close the month, or open it again; by the office alone."""
    allowed = who.ready and who.own == OFFICE
    if who.ready and not allowed:
        st.caption("Bulan ditutup dan dibuka kembali oleh kantor pengelola dasbor, bukan oleh OPD.")
    if state.closing:
        _reopen(visit, state, who, allowed)
    elif state.over:
        _close(visit, state, who, allowed)
    else:
        st.info(f"{show_month(state.first)} baru dapat ditutup setelah hari terakhirnya lewat.", icon=":material/info:")


def _close(visit: Visit, state: MonthState, who: Signer, allowed: bool) -> None:
    note = st.text_input("Catatan penutupan (misalnya nomor berita acara)", max_chars=300, key=f"note_{state.first}")
    st.caption(
        f"Masa sanggah {show_number(objection_days(visit.store))} hari sejak penutupan. Yang belum melapor tetap "
        "tercatat belum melapor."
    )
    if st.button(f"Tutup {show_month(state.first)}", type="primary", icon=":material/lock:", disabled=not allowed):
        act_and_tell(
            DONE,
            lambda: close_month(visit.store, visit.scope, state.first, who.who, note, now()),
            f"{show_month(state.first)} ditutup. Angkanya kini tetap pada semua halaman.",
        )
        st.rerun()


def _reopen(visit: Visit, state: MonthState, who: Signer, allowed: bool) -> None:
    closing = state.closing
    with st.expander("Buka kembali bulan ini"):
        st.write(
            "Angka bulan ini akan kembali sementara dan mengikuti laporan terbaru. Pembukaan dicatat bersama nama dan "
            "alasannya; yang tersimpan saat penutupan tidak dihapus."
        )
        reason = st.text_input("Alasan pembukaan kembali", max_chars=300, key=f"reason_{state.first}").strip()
        ready = allowed and bool(reason) and closing is not None
        if st.button("Buka kembali", icon=":material/lock_open:", disabled=not ready) and closing:
            act_and_tell(
                DONE,
                lambda: reopen_month(visit.store, visit.scope, closing.closing_id, who.who, reason, now()),
                f"{show_month(state.first)} dibuka kembali; angkanya sementara.",
            )
            st.rerun()


def times(visit: Visit, who: Signer) -> None:
    """Until when reports are asked for, and how long a closed month may be objected to."""
    seen = deadlines(visit.store)
    with st.expander("Batas waktu laporan dan masa sanggah"):
        st.caption("Berlaku bagi pengingat dan bulan yang ditutup kemudian; bulan yang sudah ditutup tidak berubah.")
        day = st.number_input(
            "Laporan ditunggu sampai tanggal (bulan berikutnya)", 1, LAST_DAY, seen.report_day, key="deadline_day"
        )
        days = st.number_input(
            "Masa sanggah setelah penutupan (hari)", 1, MOST_DAYS, seen.objection_days, key="deadline_days"
        )
        same = (day, days) == (seen.report_day, seen.objection_days)
        if st.button("Simpan batas waktu", disabled=same or not who.ready or who.own != OFFICE):
            act_and_tell(
                DONE,
                lambda: set_deadlines(visit.store, int(day), int(days), seen, who.who, now()),
                f"Laporan ditunggu sampai tanggal {day} bulan berikutnya; masa sanggah {days} hari.",
            )
            st.rerun()


def listing(visit: Visit, months: tuple[date, ...]) -> None:
    """All months and how final they are."""
    st.subheader("Semua bulan", anchor=False)
    show_table(ask(visit, closings_table, months))
