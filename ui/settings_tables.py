"""The steps that the tables of the settings share: check, preview, confirm what is lost, put in force, versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.model import Column, Table
from intake.kept import Version
from intake.preview import Preview, Reading, reading_now
from ui.escape import md_escape
from ui.settings_preview import apply_button, preview_with_bar, show_preview
from ui.state import Visit
from ui.table import show_table

Rows = tuple[Any, ...]
_MANY = 10


@dataclass(frozen=True)
class Edited:
    """One table of the settings: its name in keys, and what is done with its rows.

    problems, notes: sentences about rows. lost(before, after): what the rows no longer say of days gone by. within: a
    reading with these rows. save(rows, seen version, who). rows_of: the rows of a version's value.
    """

    name: str
    versions: Callable[[], tuple[Version, ...]]
    rows_of: Callable[[str], Rows]
    problems: Callable[[Rows], tuple[str, ...]]
    notes: Callable[[Rows], tuple[str, ...]]
    lost: Callable[[Rows, Rows], tuple[str, ...]]
    within: Callable[[Reading, Rows], Reading]
    save: Callable[[Rows, int, str], None]
    done: str


@dataclass(frozen=True)
class _Checked:
    name: str
    rows: Rows
    version: int
    problems: tuple[str, ...]
    found: Preview | None


def base_of(table: Edited, stored: Rows) -> tuple[Rows, str]:
    """The rows that the editor starts from (stored, or brought in from elsewhere), and its key.

    When somebody else put another version in force the editor starts anew: its changes are told by row number.
    """
    draft, turn = st.session_state.get(_key(table, "draft")), st.session_state.get(_key(table, "turn"), 0)
    version = next((version.number for version in table.versions()), 0)
    return (stored if draft is None else draft), f"{_key(table, 'editor')}_{turn}_{version}"


def put_rows(table: Edited, rows: Rows | None) -> None:
    """Start the editor anew from these rows (None: from those that are stored)."""
    st.session_state[_key(table, "draft")] = rows
    st.session_state[_key(table, "turn")] = st.session_state.get(_key(table, "turn"), 0) + 1
    st.session_state.pop(_key(table, "checked"), None)


def steps(visit: Visit, table: Edited, stored: Rows, rows: Rows) -> None:
    """The check, what it found, and the button that puts the rows in force."""
    versions = table.versions()
    seen = versions[0].number if versions else 0
    with st.container(horizontal=True):
        checks = st.button("Periksa", type="primary", icon=":material/fact_check:", key=_key(table, "check"))
        if rows != stored:
            st.button("Batalkan suntingan", on_click=put_rows, args=(table, None), key=_key(table, "revert"))
    if checks:
        st.session_state[_key(table, "checked")] = _check(visit, table, rows)
    checked: _Checked | None = st.session_state.get(_key(table, "checked"))
    if checked is None:
        return
    if checked.rows != rows or checked.version != visit.version:
        st.caption("Isi tabel berubah sejak diperiksa. Mohon periksa kembali.")
        return
    say(checked.problems, st.error, ":material/block:")
    if checked.found is None:
        return
    say(table.notes(rows), st.info, ":material/info:")
    show_preview(visit, checked.found)
    if rows == stored:
        st.caption("Isi tabel sama dengan yang berlaku; tidak ada yang perlu diterapkan.")
        return
    sure = _confirmed(table, table.lost(stored, rows))

    def act(who: str) -> str:
        table.save(rows, seen, who)
        put_rows(table, None)
        return table.done

    apply_button("Terapkan", _key(table, "apply"), act, sure)


def _check(visit: Visit, table: Edited, rows: Rows) -> _Checked:
    problems = table.problems(rows)
    found = None
    if not problems:
        now = reading_now(visit.store, visit.scope)
        found = preview_with_bar(visit, now, table.within(now, rows))
    return _Checked(table.name, rows, visit.version, problems, found)


def _confirmed(table: Edited, lost: Sequence[str]) -> bool:
    """Whether nothing of days gone by is lost, or the person says that it is meant."""
    if not lost:
        return True
    told = "  \n".join(f"- {md_escape(words)}" for words in lost[:_MANY])
    st.warning(
        "**Tidak lagi tercatat untuk seluruh masanya:**\n\n"
        f"{told}\n\nBila masa jabatan hanya berakhir, isilah tanggal selesainya; dengan begitu bulan yang lalu tetap "
        "terbaca seperti semula.",
        icon=":material/history:",
    )
    return st.checkbox("Ya, catatan yang pernah berlaku itu memang dihapus", key=_key(table, "sure"))


def say(sentences: Sequence[str], box: Callable[..., Any], icon: str) -> None:
    """Sentences in one box, the first ten of them; nothing without any."""
    if sentences:
        more = f"\n\n… dan {len(sentences) - _MANY} lagi." if len(sentences) > _MANY else ""
        box("\n\n".join(md_escape(words) for words in sentences[:_MANY]) + more, icon=icon)


def versions_of(visit: Visit, table: Edited) -> None:
    """Who changed the table and when, and the way back to an old version: into the editor, then checked."""
    kept = table.versions()
    if visit.scope.sample:
        st.caption("Perubahan pada data contoh tidak dicatat dalam riwayat dan hilang bersama data contoh.")
        return
    if not kept:
        return
    with st.expander(f"Riwayat perubahan ({len(kept)} versi)"):
        columns = (Column("versi", "Versi", "int"), Column("waktu", "Waktu", "datetime"), Column("oleh", "Oleh"),
                   Column("baris", "Baris", "int"))  # fmt: skip
        rows = {version.number: table.rows_of(version.value) for version in kept}
        told = tuple((each.number, each.at.isoformat(), each.who, len(rows[each.number])) for each in kept)
        show_table(Table(f"riwayat-{table.name}", "Riwayat", columns, told), files=False)
        number = st.selectbox("Versi", list(rows), format_func=lambda each: f"Versi {each}", key=_key(table, "version"))
        st.button("Muat versi ini ke tabel", on_click=put_rows, args=(table, rows[number]), key=_key(table, "restore"))
        st.caption("Versi lama berlaku kembali setelah diperiksa dan diterapkan.")


def text_in(value: object) -> str:
    """What a text cell of the editor holds; it leaves None or NaN where nothing is written."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def day_in(value: object) -> Any:
    """What a date cell of the editor holds: a day or None."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()


def _key(table: Edited, what: str) -> str:
    return f"settings_{table.name}_{what}"
