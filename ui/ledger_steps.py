"""The ledger on screen: the list of files, one of them in full, its original, the undoing of an upload."""

import streamlit as st

from answers.ledger import (
    STANDS,
    Details,
    Entry,
    ledger,
    ledger_details,
    ledger_table,
    opd_words,
    period_words,
    sentence,
)
from charts.wording import clean
from exports.names import file_stem
from indonesia import show_number, show_time
from intake import NOBODY, RefusedError, Undone, name_refusal, source_label, undo, whole_months
from ui.closed_note import closed_note
from ui.escape import md_escape
from ui.mending_step import upload_button
from ui.original_steps import name_field, original_button
from ui.places import place
from ui.state import Visit, now
from ui.table import show_table
from ui.whose_step import whose_file

CHOSEN, ASKED, DONE = "ledger_chosen", "ledger_asked", "ledger_done"
"""Session state: the file shown in full, the upload whose undoing waits for a yes, what was undone last."""


def entries_of(visit: Visit) -> tuple[Entry, ...]:
    """The files that came in. Read anew each time: a refused file and a download leave the data version alone."""
    return ledger(visit.store, visit.scope, source_label)


def listing(entries: tuple[Entry, ...]) -> None:
    """All files, the newest first."""
    st.subheader(md_escape(sentence(entries)), anchor=False)
    st.caption(
        "Terbaru dahulu. Unggahan baru dihitung per akun saat berkas diterima. Berkas yang dibatalkan atau belum "
        "terbaca tetap tercatat, tetapi tidak ikut dalam angka mana pun."
    )
    show_table(ledger_table(entries))


def choose(entries: tuple[Entry, ...]) -> Entry | None:
    """The file to show in full: from the field, or from the address (?berkas=…)."""
    known = {entry.key: entry for entry in entries}
    if st.session_state.get(CHOSEN, "") not in (None, *known):
        asked = st.query_params.get("berkas", "")
        st.session_state[CHOSEN] = asked if asked in known else None
    key = st.selectbox(
        "Lihat satu berkas",
        list(known),
        index=None,
        format_func=lambda each: _named(known[each]),
        placeholder="Pilih berkas untuk melihat rinciannya, mengunduh aslinya, atau membatalkannya",
        key=CHOSEN,
    )
    if key is None:
        st.query_params.pop("berkas", None)
    elif st.query_params.get("berkas") != key:
        st.query_params["berkas"] = key
    return known.get(key or "")


def _named(entry: Entry) -> str:
    state = "" if entry.state == STANDS else f" · {entry.state}"
    return f"{show_time(entry.at)} · {clean(entry.file_name)} · {clean(entry.who)}{state}"


def details(visit: Visit, entry: Entry) -> None:
    """One upload in full."""
    found = ledger_details(visit.store, visit.scope, entry.key)
    with st.container(border=True):
        st.subheader(md_escape(entry.file_name), anchor=False)
        if entry.undone_at:
            st.warning(
                f"**Dibatalkan** oleh {md_escape(entry.undone_by)} pada {show_time(entry.undone_at)}. "
                "Berkas ini tidak ikut dalam angka mana pun; isinya tetap tersimpan sebagai catatan.",
                icon=":material/undo:",
            )
        _facts(entry)
        _numbers(entry, found)
        for note in entry.notes:
            st.info(md_escape(note), icon=":material/info:")
        _posts_link(entry, found)
        st.markdown("**Yang dicakup**")
        show_table(found.coverage, files=False)
        if found.rejections.rows:
            st.markdown(f"**Baris ditolak ({show_number(len(found.rejections.rows))})**")
            show_table(found.rejections, stem=file_stem("baris-ditolak", entry.key))
        _actions(visit, entry, found)


def _posts_link(entry: Entry, found: Details) -> None:
    if found.posts and found.first and found.last:
        days = {"dari": found.first.isoformat(), "sampai": found.last.isoformat()}
        st.page_link(
            place("posts").path,
            label=f"Lihat {show_number(found.posts)} unggahan yang disebut berkas ini",
            icon=place("posts").icon,
            query_params={"periode": "rentang", **days, "berkas": entry.key},
        )


def _actions(visit: Visit, entry: Entry, found: Details) -> None:
    """Take the original, take the upload back; both under a name."""
    who = name_field("Nama dicatat bersama pengunduhan berkas asli dan pembatalan.")
    with st.container(horizontal=True):
        original_button(visit, entry, who)
        if entry.rejected and entry.kept:
            upload_button(visit, entry.key, entry.file_name, whole_months(entry.first, entry.last), who)
        if entry.state == STANDS and st.button(
            "Batalkan unggahan ini", icon=":material/undo:", disabled=not who, key="ledger_undo"
        ):
            st.session_state[ASKED] = entry.key
    if entry.state == STANDS and st.session_state.get(ASKED) == entry.key:
        _confirm(visit, entry, found, who)


def _facts(entry: Entry) -> None:
    """Who, when, what, of whom, of which days."""
    facts = {
        "Diterima": f"{show_time(entry.at)} dari {entry.who}",
        "Dikenali sebagai": entry.source,
        "OPD": opd_words(entry),
        "Masa": period_words(entry),
        "Jam berkas": entry.clock_proof,
    }
    st.markdown("  \n".join(f"**{word}:** {md_escape(value)}" for word, value in facts.items() if value))


def _numbers(entry: Entry, found: Details) -> None:
    told = [
        ("Unggahan baru", entry.accepted, "Unggahan (satu tayangan di satu akun) yang belum dikenal saat diterima."),
        ("Baris berulang", entry.repeated, "Baris tentang unggahan yang sudah dikenal; tidak dihitung dua kali."),
        ("Unggahan berubah", entry.changed, "Unggahan yang sudah dikenal, yang isi atau angkanya menjadi lain."),
        ("Baris ditolak", entry.rejected, "Baris yang tidak disimpan."),
    ]
    if entry.state == STANDS:
        told.append(("Hanya dari berkas ini", found.alone, "Unggahan yang kini tidak disebut berkas lain mana pun."))
    for (word, value, how), column in zip(told, st.columns(len(told)), strict=True):
        column.metric(word, "–" if value is None else show_number(value), help=how, border=True)


def refused(visit: Visit, entry: Entry) -> None:
    """A file that could not be read: why, who sent it, and the file itself."""
    with st.container(border=True):
        st.subheader(md_escape(entry.file_name), anchor=False)
        st.warning(
            f"**{md_escape(entry.state)}**. {md_escape(' '.join(entry.notes))}", icon=":material/hourglass_empty:"
        )
        st.markdown(f"**Diterima:** {show_time(entry.at)} dari {md_escape(entry.who)}")
        st.caption("Berkas ini bukan laporan dan tidak ikut dalam angka mana pun.")
        who = name_field("Nama dicatat bersama pengunduhan berkas asli dan catatan pemiliknya.")
        with st.container(horizontal=True):
            original_button(visit, entry, who)
            if entry.who == NOBODY and st.button(
                "Catat sebagai pengirim", icon=":material/person:", disabled=not who, key="ledger_sender"
            ):
                name_refusal(visit.store, visit.scope, entry.sha256, who)
                st.rerun()
        whose_file(visit, entry.sha256, entry.file_name, entry.at.date(), who)


def _confirm(visit: Visit, entry: Entry, found: Details, who: str) -> None:
    """The second step: what undoing does, yes or no."""
    others = found.posts - found.alone
    rest = f"{show_number(others)} unggahan lain tetap ada dan kembali seperti tanpa berkas ini. " if others else ""
    st.warning(
        f"**Batalkan unggahan “{md_escape(entry.file_name)}”?** {show_number(found.alone)} unggahan yang hanya berasal "
        f"dari berkas ini keluar dari semua angka, begitu pula hari yang dicakupnya. {rest}Catatannya tetap tersimpan "
        "di halaman ini sebagai *dibatalkan*, dan berkas yang sama boleh diunggah lagi.",
        icon=":material/undo:",
    )
    closed_note(visit, [(entry.first, entry.last)])
    with st.container(horizontal=True):
        if st.button("Ya, batalkan", type="primary", disabled=not who, key="ledger_undo_yes"):
            _undo(visit, entry, who)
        st.button("Tidak jadi", on_click=lambda: st.session_state.pop(ASKED, None), key="ledger_undo_no")


def _undo(visit: Visit, entry: Entry, who: str) -> None:
    try:
        with st.spinner("Unggahan sedang dibatalkan …"):
            st.session_state[DONE] = undo(visit.store, visit.scope, entry.key, who, now())
    except RefusedError as refusal:
        st.error(md_escape(str(refusal)), icon=":material/block:")
        return
    st.session_state.pop(ASKED, None)
    st.rerun()


def undone_note() -> None:
    """What was undone last, once."""
    done: Undone | None = st.session_state.pop(DONE, None)
    if done:
        st.success(
            f"Unggahan **{md_escape(done.file_name)}** dibatalkan. "
            "Angka pada semua halaman kini seperti tanpa berkas itu.",
            icon=":material/check_circle:",
        )
