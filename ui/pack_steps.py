"""Making a meeting pack with one button, and fetching those that were made."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from answers.choice import filter_words, period_words
from answers.sources import sources
from exports.edition import Edition
from exports.names import file_stem
from exports.pack import FILES, endings_of, pack, unzipped, zipped
from indonesia import show_number, show_time
from intake.logo import logo
from intake.packs import KeptPack, keep_pack, kept_packs, regency, take_pack
from ui.escape import md_escape
from ui.pack_chapters import PROFILES, contents
from ui.signer import NAME
from ui.state import Visit, ask, now

TITLE = "Bahan Rapat"
NEWEST = "pack_newest"
"""Session state: sentences about the pack that was just made."""
KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "png": "image/png",
    "zip": "application/zip",
}


def make(visit: Visit, chosen: Sequence[str]) -> None:
    """The name of who makes it and the button; the pack is made, kept and then offered below."""
    who = st.text_input("Nama Bapak/Ibu", key=NAME, max_chars=80, persist_state="session",
                        help="Tercetak pada setiap halaman sebagai pembuat.").strip()  # fmt: skip
    pressed = st.button("Buat bahan rapat", type="primary", icon=":material/co_present:", disabled=not (who and chosen))
    if not who or not chosen:
        st.caption("Tombol terbuka setelah nama diisi dan sekurangnya satu isi dipilih.")
    if pressed:
        _made(visit, chosen, who)
    for sentence in st.session_state.get(NEWEST, ()):
        st.info(md_escape(sentence), icon=":material/info:")


def _made(visit: Visit, chosen: Sequence[str], who: str) -> None:
    bar = st.progress(0.0, text="Menghitung …")
    told = contents(visit, chosen, lambda share, words: bar.progress(share / 2, text=words))
    if not told.answers:
        bar.empty()
        st.warning(" ".join(("Belum ada isi untuk pilihan ini.", *map(md_escape, told.left_out))))
        return
    moment = now()
    edition = _edition(visit, moment, who)
    stem = f"{file_stem('bahan-rapat', edition.period, edition.filters)}_{moment:%Y%m%d-%H%M%S}"
    files = pack(told.answers, edition, stem, lambda share, words: bar.progress(0.5 + share / 2, text=words),
                 told.profiles)  # fmt: skip
    names = tuple(answer.name for answer in told.answers) + ((PROFILES,) if told.profiles else ())
    kept = KeptPack("", moment, who, stem, edition.period, edition.filters, names, 0)
    keep_pack(visit.store, visit.scope, kept, zipped(files), visit.version)
    st.session_state[NEWEST] = told.left_out
    st.session_state.pop("pack_kept", None)
    bar.empty()


def _edition(visit: Visit, moment: datetime, who: str) -> Edition:
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    return Edition(
        TITLE,
        regency(visit.store)[0],
        period_words(visit.choice),
        filter_words(visit.choice, names),
        f"Dibuat {show_time(moment)} oleh {who}",
        ask(visit, sources),
        logo(visit.store)[0],
    )


def offer_kept(visit: Visit) -> None:
    """The packs that were made, the newest chosen: its files, the text to copy, the picture."""
    packs = {one.pack_id: one for one in kept_packs(visit.store, visit.scope)}
    if not packs:
        return
    st.subheader("Bahan rapat yang tersimpan", anchor=False)
    chosen = st.selectbox(
        "Pilih bahan rapat", list(packs), format_func=lambda key: _words(packs[key]), key="pack_kept",
        label_visibility="collapsed",
    )  # fmt: skip
    one = packs.get(chosen)
    if not one:
        return
    with st.container(horizontal=True):
        _button(visit, one, "", "Semua berkas (ZIP)")
        for ending in endings_of(PROFILES in one.chapters):
            _button(visit, one, ending, FILES[ending])
    shown = st.expander("Teks WhatsApp dan gambar", key=f"pack_phone_{one.pack_id}", on_change="rerun")
    if shown.open:
        with shown:
            files = unzipped(take_pack(visit.store, visit.scope, one.pack_id))
            st.code(files[f"{one.stem}_whatsapp.txt"].decode(), language=None, wrap_lines=True)
            st.image(files[f"{one.stem}_gambar.png"], width=360)


def _words(one: KeptPack) -> str:
    size = show_number(one.byte_size / 1_000_000, 1)
    return f"{one.period} · {one.filters} · dibuat {show_time(one.made_at)} oleh {one.made_by} ({size} MB)"


def _button(visit: Visit, one: KeptPack, ending: str, words: str) -> None:
    name = f"{one.stem}{ending or '.zip'}"
    st.download_button(
        words, partial(_file, visit, one.pack_id, name), name, KINDS[name.rsplit(".", 1)[-1]],
        key=f"pack_{one.pack_id}{ending or '.zip'}", on_click="ignore", icon=":material/download:",
        type="secondary" if ending else "primary",
    )  # fmt: skip


def _file(visit: Visit, pack_id: str, name: str) -> bytes:
    """The bytes of one file of a kept pack, or of the whole zip."""
    content = take_pack(visit.store, visit.scope, pack_id)
    return content if name.endswith(".zip") else unzipped(content)[name]
