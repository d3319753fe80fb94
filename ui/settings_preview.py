"""What a change of the settings would do to the stored posts, and the button that puts it in force under a name."""

from collections.abc import Callable

import streamlit as st

from charts.labels import TOPICS
from charts.model import Column, Table
from charts.wording import clean
from indonesia import show_number
from intake import RefusedError
from intake.preview import MOST, Change, Preview, Reading, preview
from posts import PLATFORMS
from ui.escape import md_escape
from ui.state import Visit
from ui.table import show_table

WHO, DONE = "settings_who", "settings_done"
"""Session state: the name under which settings are changed, and the sentence about what was done last."""

FIELD_WORDS = {
    "topic": "topik",
    "subject_detail": "subjek",
    "bidang": "bidang",
    "neutrality": "netralitas",
    "caution": "kehati-hatian",
}
_CODE_WORDS = {
    "subject_detail": {
        "pimpinan_daerah": "Pimpinan daerah",
        "pimpinan_opd": "Pimpinan OPD",
        "campuran": "Campuran",
        "bidang": "Bidang/teknis",
        "belum_jelas": "Belum jelas",
    },
    "neutrality": {"none": "tidak ada catatan", "review": "perlu ditinjau"},
    "caution": {"none": "tidak ada catatan", "review": "perlu ditinjau", "klarifikasi": "klarifikasi"},
    "topic": TOPICS,
}
_CAPTION = 70


def preview_with_bar(visit: Visit, now: Reading, then: Reading) -> Preview:
    """Read the stored posts both ways, with a bar."""
    bar = st.progress(0.0, text="Unggahan tersimpan sedang dibaca dengan kedua cara …")

    def told(done: int, posts: int) -> None:
        bar.progress(done / posts, text=f"{show_number(done)} dari {show_number(posts)} unggahan")

    found = preview(visit.store, visit.scope, now, then, told)
    bar.empty()
    return found


def show_preview(visit: Visit, found: Preview) -> None:
    """How many posts would be read differently, and up to fifty of them."""
    whose = " contoh" if visit.scope.sample else ""
    if not found.changed:
        st.success(
            f"Tidak satu pun dari {show_number(found.posts)} unggahan{whose} tersimpan akan terbaca berbeda.",
            icon=":material/check_circle:",
        )
        return
    fields = "; ".join(f"{FIELD_WORDS[field]} {show_number(number)}" for field, number in found.by_field.items())
    st.warning(
        f"**Akan mengubah pembacaan {show_number(found.changed)} unggahan** dari {show_number(found.posts)} "
        f"unggahan{whose} tersimpan (satu tayangan di satu akun): {fields}.",
        icon=":material/compare_arrows:",
    )
    show_table(_table(visit, found), files=False)


def _table(visit: Visit, found: Preview) -> Table:
    tables = visit.store.read(visit.scope)
    units = visit.store.run(tables.units.select("unit_id", "name")).to_pylist()
    unit_names = {row["unit_id"]: row["name"] for row in units}
    agencies = {agency.agency_id: agency.name for agency in visit.known.agencies}

    def words(change: Change, code: str) -> str:
        if change.field == "bidang":
            return "; ".join(unit_names.get(part, part) for part in code.split(";") if part) or "–"
        return _CODE_WORDS[change.field].get(code, code)

    shown = min(found.changed, MOST)
    return Table(
        "pratinjau",
        "Unggahan yang akan terbaca berbeda",
        (
            Column("isi", "Isi"), Column("bagian", "Bagian"), Column("sekarang", "Sekarang"),
            Column("menjadi", "Menjadi"), Column("kata", "Kata penentu nanti"), Column("hari", "Tanggal", "date"),
            Column("opd", "OPD"), Column("platform", "Platform"), Column("tautan", "Tautan", "link"),
        ),
        tuple(
            (
                _short(clean(each.caption)), FIELD_WORDS[each.field], words(each, each.before),
                words(each, each.after), each.words_after or "–", each.day.isoformat(),
                agencies.get(each.agency_id, each.agency_id), PLATFORMS.get(each.platform, each.platform),
                each.link or None,
            )
            for each in found.examples
        ),
        subtitle="" if shown == found.changed else f"{shown} unggahan terbaru ditampilkan.",
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= _CAPTION else f"{text[:_CAPTION].rstrip()} …"


def apply_button(label: str, key: str, act: Callable[[str], str], ready: bool = True) -> None:
    """The name and the button; `act` takes the name and returns the sentence about what was done."""
    who = st.text_input("Nama Bapak/Ibu yang mengubah", key=WHO, max_chars=80, persist_state="session").strip()
    if st.button(label, type="primary", disabled=not who or not ready, key=key, icon=":material/check:"):
        try:
            st.session_state[DONE] = act(who)
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)), icon=":material/block:")
            return
        st.rerun()
    if not who:
        st.caption("Nama dicatat bersama perubahan. Tombol terbuka setelah nama diisi.")


def done_note() -> None:
    """What was done last, once."""
    said = st.session_state.pop(DONE, None)
    if said:
        st.success(md_escape(said), icon=":material/check_circle:")
