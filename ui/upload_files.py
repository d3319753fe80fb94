"""The files that a person drops: each read once, kept for the session, and read anew when its clock is set by hand."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from intake import (
    Count,
    Draft,
    Options,
    RecapOnlyError,
    RefusedError,
    TableMapping,
    UnknownTable,
    UnknownTableError,
    files_inside,
    keep_refusal,
    prepare,
)
from ui.paste_step import pasted_file
from ui.state import Visit, now, zone

LOG = logging.getLogger(__name__)
READ, ROUND, SAID = "upload_read", "upload_round", "upload_said"
MAPPINGS, HEADERS = "upload_mappings", "upload_headers"
"""Session state: what persons said of headers (fingerprint → mapping), and which headers a file has (mark →)."""
PICTURES = ("png", "jpg", "jpeg", "heic", "webp", "pdf")
"""May be dropped too: what people take for a report is to be told the way out, not turned away by the field."""
KINDS = ("csv", "xlsx", "xls", "ods", "docx", "txt", *PICTURES)


@dataclass(frozen=True, eq=False)
class ReadFile:
    """A dropped file: its draft, or the sentence that refuses it. `mark` names it in the keys of widgets.

    Of a table of no known source that nobody has mapped `unknown` tells the columns; of a recap without evidence
    `counts` are its numbers.
    """

    name: str
    mark: str
    draft: Draft | None
    refusal: str
    unknown: UnknownTable | None = None
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True)
class Said:
    """How a person said that a file is to be read: zone of its times, order of day and month, decimal sign."""

    clock: str = ""
    order: str = ""
    decimal: str = ""


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
    wanted: dict[tuple[object, ...], tuple[str, bytes, str]] = {}
    for name, content in files:
        mark = hashlib.sha256(content).hexdigest()[:16]
        wanted.setdefault(_key(visit, mark), (name, content, mark))
    missing = [key for key in wanted if key not in before]
    bar = st.progress(0.0, text="Berkas sedang dibaca …") if missing else None
    for done, key in enumerate(missing):
        name, content, mark = wanted[key]
        if bar:
            bar.progress(done / len(missing), text=f"{done} dari {len(missing)} berkas · {name}{_in_line()}")
        before[key] = _read(visit, name, content, mark)
    if bar:
        bar.empty()
    found = [before[key] for key in wanted]
    st.session_state[READ] = {_key(visit, file.mark): file for file in found}
    return found


def _key(visit: Visit, mark: str) -> tuple[object, ...]:
    """What a reading depends on; how the headers of a file are mapped is known once they were seen."""
    mapping = _mappings().get(st.session_state.get(HEADERS, {}).get(mark, ""))
    return mark, _said(mark), mapping, visit.version, visit.scope.sample, visit.today


def _mappings() -> dict[str, TableMapping]:
    return dict(st.session_state.get(MAPPINGS, {}))


def _said(mark: str) -> Said:
    said: Mapping[str, Said] = st.session_state.get(SAID, {})
    return said.get(mark, Said())


def _in_line() -> str:
    """What to say while the files of others are read: one is read at a time."""
    ahead = files_inside()
    return f" · menunggu giliran, {ahead} berkas lain sedang dibaca" if ahead else ""


def _read(visit: Visit, name: str, content: bytes, mark: str) -> ReadFile:
    said = _said(mark)
    options = Options(zone(), visit.today, name, clock=said.clock, order=said.order, decimal=said.decimal)
    try:
        draft = prepare(visit.store, visit.scope, content, options, mappings=_mappings())
    except RefusedError as refusal:
        LOG.info("refused %s: %s", mark, refusal.__cause__ or refusal)
        recap = refusal if isinstance(refusal, RecapOnlyError) else None
        keep_refusal(visit.store, visit.scope, content, name, str(refusal), now(), recap)
        unknown = refusal.table if isinstance(refusal, UnknownTableError) else None
        _remember_headers(mark, unknown)
        return ReadFile(name, mark, None, str(refusal), unknown, recap.counts if recap else ())
    _remember_headers(mark, draft.unknown)
    return ReadFile(name, mark, draft, "")


def _remember_headers(mark: str, unknown: UnknownTable | None) -> None:
    if unknown:
        st.session_state[HEADERS] = {**st.session_state.get(HEADERS, {}), mark: unknown.fingerprint}


def say(mark: str, **said: str) -> None:
    """Read this file anew as a person says: `clock`, `order` or `decimal` (fields of Said)."""
    st.session_state[SAID] = {**st.session_state.get(SAID, {}), mark: replace(_said(mark), **said)}


def mapping_of(fingerprint: str) -> TableMapping | None:
    """What was said in this session of a set of headers."""
    return _mappings().get(fingerprint)


def set_mapping(mapping: TableMapping) -> None:
    """Read all files with these headers anew, by this mapping."""
    st.session_state[MAPPINGS] = {**_mappings(), mapping.fingerprint: mapping}


def forget() -> None:
    """Empty the field after a report was stored."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    for key in (READ, SAID, MAPPINGS, HEADERS):
        st.session_state.pop(key, None)
