"""The step for files whose headers no source knows: the person says what each column is, once for all such files."""

from collections.abc import Mapping, Sequence

import streamlit as st

from indonesia import show_date, show_number
from intake import COLUMN_ROLES, TableMapping, UnknownColumn, UnknownTable, lack_of_mapping
from posts import PLATFORMS
from ui.show import md_escape
from ui.upload_files import ReadFile, mapping_of, set_mapping

_KINDS = {
    "export": "Satu baris satu unggahan di satu akun (ekspor alat seperti CrowdTangle, Hootsuite, Metricool)",
    "list": "Satu baris satu kegiatan, boleh tayang di beberapa platform (daftar buatan sendiri)",
}


def map_columns(files: Sequence[ReadFile]) -> None:
    """Ask once for each set of headers that nobody has mapped; of a mapped one say so, and let it be changed."""
    seen: set[str] = set()
    for file in files:
        unknown = file.unknown or (file.draft.unknown if file.draft else None)
        if unknown is None or unknown.fingerprint in seen:
            continue
        seen.add(unknown.fingerprint)
        same = [other.name for other in files if _mark(other) == unknown.fingerprint]
        if file.unknown:
            _ask(file, unknown, same)
        else:
            _told(file, unknown, same)


def _mark(file: ReadFile) -> str:
    unknown = file.unknown or (file.draft.unknown if file.draft else None)
    return unknown.fingerprint if unknown else ""


def _ask(file: ReadFile, unknown: UnknownTable, same: Sequence[str]) -> None:
    """The step for headers never seen before."""
    with st.container(border=True):
        st.subheader("Judul kolom belum dikenali", anchor=False)
        st.write(
            f"**{md_escape(', '.join(same))}**: mohon tunjukkan arti setiap kolom. Dugaan sudah diisikan; "
            "pemetaan ini diingat untuk berkas lain dengan judul kolom yang sama."
        )
        mapping = mapping_of(unknown.fingerprint)
        if mapping:
            st.error(md_escape(file.refusal), icon=":material/block:")
            _form(unknown, dict(mapping.roles), mapping.rows, mapping.platform)
        else:
            _form(unknown, {column.key: column.role for column in unknown.columns}, unknown.kind, unknown.platform)


def _told(file: ReadFile, unknown: UnknownTable, same: Sequence[str]) -> None:
    """Say by whom the columns were mapped, and open the step again on request."""
    draft = file.draft
    mapping = draft.options.mapping if draft and draft.options else None
    if draft is None or mapping is None:
        return
    before = draft.remembered
    by = f"seperti sebelumnya oleh {before.who}, {show_date(before.at)}" if before else "oleh Bapak/Ibu"
    st.info(md_escape(f"{', '.join(same)}: kolom dipetakan {by}."), icon=":material/view_column:")
    if st.toggle("Ubah pemetaan kolom", key=f"remap_{unknown.fingerprint}"):
        with st.container(border=True):
            _form(unknown, dict(mapping.roles), mapping.rows, mapping.platform)


def _form(unknown: UnknownTable, roles: Mapping[str, str], kind: str, platform: str) -> None:
    """The columns with samples and what they are; reads the files by it once it is whole."""
    st.caption(md_escape(_where(unknown)))
    mark = unknown.fingerprint
    with st.form(f"map_{mark}", border=False):
        chosen = {}
        used = [column for column in unknown.columns if roles.get(column.key)]
        rest = [column for column in unknown.columns if not roles.get(column.key)]
        for column in used:
            chosen[column.key] = _column(mark, column, roles.get(column.key, ""))
        if rest:
            with st.expander(f"Kolom lain, tidak dipakai ({show_number(len(rest))})", expanded=not used):
                for column in rest:
                    chosen[column.key] = _column(mark, column, "")
        rows = st.radio(
            "Apa isi satu baris?", list(_KINDS), index=list(_KINDS).index(kind), format_func=_KINDS.__getitem__,
            key=f"map_{mark}_rows",
        )  # fmt: skip
        every = st.selectbox(
            "Platform untuk baris yang tidak menyebutkannya", ["", *PLATFORMS],
            index=["", *PLATFORMS].index(platform) if platform in PLATFORMS else 0,
            format_func=lambda code: PLATFORMS.get(code, "Tidak ada; platform dibaca dari kolom atau tautan"),
            key=f"map_{mark}_platform",
        )  # fmt: skip
        done = st.form_submit_button("Baca dengan pemetaan ini", type="primary", key=f"map_{mark}_done")
    if done:
        mapping = TableMapping(mark, tuple(sorted(chosen.items())), rows, every)
        if told := lack_of_mapping(mapping):
            st.error(md_escape(told), icon=":material/block:")
            return
        set_mapping(mapping)
        st.rerun()


def _column(mark: str, column: UnknownColumn, role: str) -> str:
    """One column: its header and samples, what it may be confused with, and the choice of what it is."""
    shown, asked = st.columns((5, 4), vertical_alignment="center")
    samples = " · ".join(f"`{sample.replace('`', ' ')}`" for sample in column.samples) or "(kosong)"
    shown.markdown(f"**{md_escape(column.header)}**  \n:small[{samples}]")
    chosen = asked.selectbox(
        f"Arti kolom {column.header}",
        list(COLUMN_ROLES),
        index=list(COLUMN_ROLES).index(role) if role in COLUMN_ROLES else 0,
        format_func=COLUMN_ROLES.__getitem__,
        label_visibility="collapsed",
        key=f"map_{mark}_{column.key}",
    )
    if column.warning:
        asked.caption(f":material/warning: {md_escape(column.warning)}")
    return str(chosen)


def _where(unknown: UnknownTable) -> str:
    """Where the headers were found, and what is left out."""
    row = show_number(unknown.header_row)
    told = f"Judul kolom pada baris {row}"
    if unknown.header_rows == 2:
        told = f"Judul kolom pada baris {row} dan {show_number(unknown.header_row + 1)}"
    told += f"; {show_number(unknown.rows)} baris isi"
    if any(unknown.sheets):
        told += f" pada lembar {', '.join(unknown.sheets)}"
    return told + (f". Lembar lain tidak dibaca: {', '.join(unknown.left_out)}." if unknown.left_out else ".")
