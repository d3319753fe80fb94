"""Objections on screen: the OPD's form, and every objection with how the OPD stood before and after it."""

from datetime import date, timedelta

import streamlit as st

from answers.closed import Closing, standing_closings
from answers.objections import STATES, WAITING, Told, objections
from charts.model import Column, Table
from charts.target_days import day_told
from charts.targets import JUDGED, SIMULATED, UNKNOWN
from indonesia import show_date, show_day, show_month, show_number, show_time
from intake import GRANTS, OFFICE, Objection, object_to
from ui.escape import md_escape
from ui.signer import UNVERIFIED, Signer
from ui.state import Visit, ask, now
from ui.table import show_table
from ui.told import act_and_tell
from ui.verdict_form import verdict_form

DONE, CLAIM, LINKS = "objections_done", "objection_claim", "objection_links"
"""Session state: what was done last, and the two fields of the form."""
_ICONS = {WAITING: ":material/hourglass_empty:", "diterima": ":material/check:", "ditolak": ":material/close:"}


def objection_form(visit: Visit, who: Signer) -> None:
    """What an OPD says against the judgement of a closed month, as long as the time for it runs."""
    st.subheader("Ajukan sanggahan", anchor=False)
    closings = standing_closings(visit.store, visit.store.read(visit.scope))
    open_ = {one.closing_id: one for one in closings if one.until >= visit.today}
    if not open_:
        st.info(
            "Tidak ada bulan yang sedang dalam masa sanggah. Sanggahan diajukan setelah bulan ditutup; sebelum itu "
            "angka masih sementara dan diperbaiki dengan mengunggah laporan.",
            icon=":material/info:",
        )
        return
    if who.own == OFFICE:
        st.caption("Sanggahan diajukan oleh OPD yang bersangkutan. Kantor pengelola memutuskannya di bawah.")
        return
    closing_id = st.selectbox(
        "Bulan", list(open_), format_func=lambda each: _offered(open_[each]), key="objection_month"
    )
    closing = open_[closing_id or next(iter(open_))]
    days = [closing.first + timedelta(days=place) for place in range((closing.last - closing.first).days + 1)]
    day = st.selectbox(
        "Hari yang disanggah (boleh dikosongkan)", days, index=None, format_func=show_day,
        placeholder="Seluruh bulan", key=f"objection_day_{closing.closing_id}",
    )  # fmt: skip
    claim = st.text_area("Isi sanggahan", max_chars=2000, key=CLAIM)
    st.text_area("Tautan bukti, satu per baris (boleh dikosongkan)", max_chars=2000, key=LINKS)
    st.button(
        "Ajukan sanggahan", type="primary", icon=":material/forum:", disabled=not who.ready or not claim.strip(),
        on_click=_send, args=(visit, closing, day, who),
    )  # fmt: skip


def _send(visit: Visit, closing: Closing, day: date | None, who: Signer) -> None:
    """Store what the fields say; empty them if it was stored."""
    claim, links = (str(st.session_state.get(key, "")) for key in (CLAIM, LINKS))
    told = Objection(closing.closing_id, who.own, day, claim, links, who.who, who.own)
    said = f"Sanggahan atas {show_month(closing.first)} dicatat atas nama {who.who} ({UNVERIFIED})."
    if act_and_tell(DONE, lambda: object_to(visit.store, visit.scope, told, now()), said):
        st.session_state[CLAIM] = st.session_state[LINKS] = ""


def _offered(closing: Closing) -> str:
    return f"{show_month(closing.first)}, sanggahan sampai {show_date(closing.until)}"


def listing(visit: Visit, who: Signer) -> None:
    """Every objection, the newest first."""
    found = ask(visit, objections)
    st.subheader("Sanggahan yang diajukan", anchor=False)
    if not found:
        st.write("Belum ada sanggahan.")
        return
    waiting = sum(told.state == WAITING for told in found)
    st.caption(f"{show_number(len(found))} sanggahan, {show_number(waiting)} menunggu keputusan. Terbaru dahulu.")
    for told in found:
        with st.container(border=True):
            _card(visit, told, who)


def _card(visit: Visit, told: Told, who: Signer) -> None:
    what = show_day(told.day) if told.day else f"{show_month(told.month)}, seluruh bulan"
    st.markdown(f"**{md_escape(told.opd)}** · {what}")
    st.markdown(f"> {md_escape(told.claim)}")
    for link in told.links:
        if link.startswith(("https://", "http://")):
            st.link_button(md_escape(link), link, icon=":material/open_in_new:", type="tertiary")
        else:
            st.markdown(md_escape(link))
    st.caption(md_escape(f"Diajukan {told.who}, {show_time(told.at)}, {UNVERIFIED}"))
    st.badge(STATES[told.state], icon=_ICONS[told.state], color="gray")
    if told.decided_at:
        granted = f" Dikabulkan: {GRANTS[told.granted].lower()}." if told.granted else ""
        st.markdown(md_escape(f"{told.reason}{granted}"))
        st.caption(md_escape(f"Diputuskan {told.decided_by}, {show_time(told.decided_at)}, {UNVERIFIED}"))
    show_table(_sums(told), files=told.after is not None)
    if told.days:
        st.markdown("**Hari yang penilaiannya berubah**")
        st.markdown("\n".join(f"- {md_escape(line)}" for line in _days(told)))
    if told.state == WAITING and who.ready and who.own == OFFICE:
        verdict_form(visit, told, who, DONE)


def _sums(told: Told) -> Table:
    before = "Saat ini" if told.after is None else "Sebelum"
    columns = [Column("hitungan", "Hitungan sebulan"), Column("sebelum", before, "int")]
    if told.after is not None:
        columns.append(Column("sesudah", "Sesudah", "int"))
    sides = [side for side in (told.before, told.after) if side is not None]
    days = SIMULATED if told.simulated else JUDGED
    words = (
        ("due", "Hari target"), ("met", days.met), ("unmet", days.unmet), ("unknown", UNKNOWN),
        ("counted", "Jumlah pada hari target"), ("gap", "Kekurangan"),
    )  # fmt: skip
    rows = tuple((word, *(side.get(key) for side in sides)) for key, word in words)
    return Table(f"sanggahan-{told.objection_id}", "Sebelum dan sesudah", tuple(columns), rows)


def _days(told: Told) -> list[str]:
    return [f"{show_day(before['day'])}: {day_told(before)} → {day_told(after)}" for before, after in told.days]
