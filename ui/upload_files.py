"""The files that a person drops: each read once, kept for the session, and read anew when its clock is set by hand."""

import hashlib
import logging
from dataclasses import dataclass

import streamlit as st

from intake import Draft, Options, RefusedError, files_inside, keep_refusal, prepare
from ui.paste_step import pasted_file
from ui.state import Visit, now, zone

LOG = logging.getLogger(__name__)
READ, ROUND, CLOCKS = "upload_read", "upload_round", "upload_clocks"
KINDS = ("csv", "xlsx", "xls", "ods", "docx", "txt")


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A dropped file: its draft, or the sentence that refuses it. `mark` names it in the keys of widgets."""

    name: str
    mark: str
    draft: Draft | None
    refusal: str


def take_files(visit: Visit) -> list[ReadFile]:
    """The field for files, and what each of them turned out to be."""
    turn = st.session_state.get(ROUND, 0)
    files = st.file_uploader(
        "Berkas laporan (boleh beberapa sekaligus; Excel, CSV, Word, atau teks, paling besar 25 MB)",
        type=KINDS,
        accept_multiple_files=True,
        key=f"file_{turn}",
    )
    pasted = pasted_file(visit.today, turn)
    if not files and pasted is None:
        st.session_state.pop(READ, None)
        st.caption(
            "Yang dikenali: ekspor Meta Business Suite (Facebook dan Instagram, unggahan dan cerita), TikTok Studio, "
            "X, YouTube Studio, isian formulir banyak OPD, dan daftar buatan OPD sendiri."
        )
        return []
    return _read_all(visit, [(file.name, file.getvalue()) for file in files] + ([pasted] if pasted else []))


def _read_all(visit: Visit, files: list[tuple[str, bytes]]) -> list[ReadFile]:
    """Read what was not read before; the same bytes dropped twice are one file."""
    before: dict[tuple[object, ...], ReadFile] = st.session_state.get(READ, {})
    clocks: dict[str, str] = st.session_state.get(CLOCKS, {})
    wanted: dict[tuple[object, ...], tuple[str, bytes, str]] = {}
    for name, content in files:
        mark = hashlib.sha256(content).hexdigest()[:16]
        key: tuple[object, ...] = (mark, clocks.get(mark, ""), visit.version, visit.scope.sample, visit.today)
        wanted.setdefault(key, (name, content, mark))
    missing = [key for key in wanted if key not in before]
    bar = st.progress(0.0, text="Berkas sedang dibaca …") if missing else None
    for done, key in enumerate(missing):
        name, content, mark = wanted[key]
        if bar:
            bar.progress(done / len(missing), text=f"{done} dari {len(missing)} berkas · {name}{_in_line()}")
        before[key] = _read(visit, name, content, mark, clocks.get(mark, ""))
    if bar:
        bar.empty()
    st.session_state[READ] = {key: before[key] for key in wanted}
    return [before[key] for key in wanted]


def _in_line() -> str:
    """What to say while the files of others are read: one is read at a time."""
    ahead = files_inside()
    return f" · menunggu giliran, {ahead} berkas lain sedang dibaca" if ahead else ""


def _read(visit: Visit, name: str, content: bytes, mark: str, clock: str) -> ReadFile:
    try:
        draft = prepare(visit.store, visit.scope, content, Options(zone(), visit.today, name, clock=clock))
    except RefusedError as refusal:
        LOG.info("refused %s: %s", mark, refusal.__cause__ or refusal)
        keep_refusal(visit.store, visit.scope, content, name, str(refusal), now())
        return ReadFile(name, mark, None, str(refusal))
    return ReadFile(name, mark, draft, "")


def set_clock(mark: str, chosen: str) -> None:
    """Read this file anew with its times taken as of this zone."""
    st.session_state[CLOCKS] = {**st.session_state.get(CLOCKS, {}), mark: chosen}


def forget() -> None:
    """Empty the field after a report was stored."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    for key in (READ, CLOCKS):
        st.session_state.pop(key, None)
