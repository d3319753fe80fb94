"""Whose a refused file is, as the office says it: the OPD then counts as received, not yet readable."""

from datetime import date, timedelta

import streamlit as st

from charts.model import Column, Table
from indonesia import month_of, read_period
from intake import RefusedError, Told, say_whose, unsay_whose, whose
from ui.escape import md_escape
from ui.state import Visit, now
from ui.table import show_table


def whose_file(visit: Visit, sha256: str, file_name: str, received: date, who: str) -> None:
    """What was said of the file, and the form that says it; both under the name `who`."""
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    said = whose(visit.store, visit.scope, sha256)
    st.markdown("**Pemilik berkas**")
    st.caption(
        "Bila Bapak/Ibu mengetahui laporan ini milik OPD mana dan untuk masa mana, catatlah di sini. Pada hari itu "
        "OPD tersebut tidak lagi *belum melapor*, melainkan *diterima, belum terbaca*, sampai laporannya terbaca."
    )
    _said(visit, sha256, said, names, who)
    first, last = read_period(file_name) or month_of(received.replace(day=1) - timedelta(days=1))
    agency = st.selectbox(
        "Milik OPD", list(names), index=None, format_func=lambda code: names.get(code, code),
        placeholder="Pilih OPD", key=f"whose_agency_{sha256}",
    )  # fmt: skip
    since, until = st.columns(2)
    begin = since.date_input("Sejak", first, format="DD/MM/YYYY", key=f"whose_first_{sha256}")
    end = until.date_input("Sampai", last, format="DD/MM/YYYY", key=f"whose_last_{sha256}")
    if begin > end:
        st.caption("Tanggal “Sampai” lebih awal daripada “Sejak”.")
    ready = bool(agency and who and begin <= end)
    if st.button("Catat pemilik berkas", icon=":material/assignment_ind:", disabled=not ready, key="whose_say"):
        try:
            say_whose(visit.store, visit.scope, sha256, str(agency), (begin, end), who, now())
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)), icon=":material/block:")
            return
        st.rerun()


def _said(visit: Visit, sha256: str, said: tuple[Told, ...], names: dict[str, str], who: str) -> None:
    if not said:
        return
    columns = (Column("opd", "OPD"), Column("sejak", "Sejak", "date"), Column("sampai", "Sampai", "date"),
               Column("oleh", "Dicatat oleh"), Column("waktu", "Waktu", "datetime"))  # fmt: skip
    rows = tuple(
        (names.get(told.agency_id, told.agency_id), told.first_day.isoformat(), told.last_day.isoformat(), told.who,
         told.at.isoformat())
        for told in said
    )  # fmt: skip
    show_table(Table("pemilik-berkas", "Pemilik berkas", columns, rows), files=False)
    for told in said:
        name = names.get(told.agency_id, told.agency_id)
        if st.button(
            f"Tarik kembali catatan {name}", icon=":material/undo:", disabled=not who, key=f"whose_{told.agency_id}"
        ):
            try:
                unsay_whose(visit.store, visit.scope, sha256, told.agency_id, who, now())
            except RefusedError as refusal:
                st.error(md_escape(str(refusal)), icon=":material/block:")
                return
            st.rerun()
