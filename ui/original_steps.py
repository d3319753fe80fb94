"""The originals on screen: the button that gives one out under a name, and for how long they are kept."""

from pathlib import PurePath

import streamlit as st

from answers.ledger import Entry
from charts.wording import clean
from exports.names import file_stem
from intake import retention, set_retention, take_original
from ui.state import Visit, now

WHO = "ledger_who"
KEEPING = {0: "tanpa batas waktu", 90: "90 hari", 180: "180 hari", 365: "1 tahun", 730: "2 tahun"}
"""Days for which originals are kept (0: without end), and the words for them."""


def name_field(how: str) -> str:
    """The field for the name under which something is done; "" while it is empty."""
    who = st.text_input("Nama Bapak/Ibu", key=WHO, max_chars=80, help=how).strip()
    if not who:
        st.caption(f"{how} Tombol terbuka setelah nama diisi.")
    return who


def original_button(visit: Visit, entry: Entry, who: str) -> None:
    """The button that gives out the file as it came; who took it and when goes into the audit."""
    if not entry.kept:
        st.caption("Berkas asli tidak disimpan.")
        return

    def content() -> bytes:
        return take_original(visit.store, visit.scope, entry.sha256, entry.file_name, who, now())

    st.download_button(
        "Unduh berkas asli",
        content,
        original_name(entry),
        "application/octet-stream",
        key=f"ledger_original_{entry.key}",
        on_click="ignore",
        icon=":material/download:",
        disabled=not who,
    )


def original_name(entry: Entry) -> str:
    """A file name that every system takes, with a mark of the content: see ui/table.py on large files."""
    path = PurePath(clean(entry.file_name))
    ending = "".join(char for char in path.suffix if char.isalnum())[:8]
    return f"{file_stem(path.stem)}_{entry.sha256[:8]}{'.' if ending else ''}{ending}"


def keeping(visit: Visit) -> None:
    """For how long originals are kept, and for who keeps the settings the way to change it."""
    days = retention(visit.store) or 0
    words = KEEPING.get(days, f"{days} hari")
    with st.expander(f"Berkas asli disimpan {words}"):
        st.write(
            "Berkas asli berada di basis data dasbor ini dan hanya diberikan lewat tombol unduh; siapa yang "
            "mengunduh dan kapan dicatat. Unggahan dan baris yang sudah terbaca tetap ada bila berkas aslinya dihapus."
        )
        if "pengelola" not in visit.person.roles:
            return
        options = list(KEEPING) if days in KEEPING else [days, *KEEPING]
        chosen = st.selectbox(
            "Simpan berkas asli selama", options, index=options.index(days),
            format_func=lambda each: KEEPING.get(each, f"{each} hari"), key="ledger_keep",
        )  # fmt: skip
        who = st.text_input("Nama Bapak/Ibu yang mengubah", key="ledger_keep_who", max_chars=80).strip()
        st.caption(
            "Berkas asli yang lebih tua dari itu dihapus saat pengaturan ini disimpan dan tidak dapat dikembalikan."
        )
        if st.button("Simpan pengaturan", disabled=not who or chosen == days, key="ledger_keep_save"):
            set_retention(visit.store, chosen or None, who, now())
            st.rerun()
