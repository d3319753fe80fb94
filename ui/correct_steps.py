"""One post's reading put right by a person: topic, subject or bidang, with a reason; it counts at once everywhere."""

import streamlit as st

from answers.decided import Said
from answers.posts import SOURCES
from answers.reading import DETAILS, KINDS, ReadingOf, reading_of
from charts.labels import TOPICS
from indonesia import show_date, show_time
from intake import DECIDED, Ruling, decide
from posts import PLATFORMS
from ui.escape import md_escape
from ui.marked import STYLE, marked_text
from ui.signer import UNVERIFIED, Signer, signer
from ui.state import Visit, now
from ui.told import act_and_tell, take_back_said, tell

KIND, NOTE, DONE = "correct_kind", "correct_note", "correct_done"


def correct(visit: Visit, post_key: str, who: Signer | None = None) -> None:
    """The reading of the chosen post, what persons said of it, and the fields to put it right.

    `who`: the person who acts, if the page has asked already; else it is asked here.
    """
    reading = reading_of(visit.store, visit.scope, post_key)
    if reading is None:
        return
    with st.container(border=True):
        st.markdown(f"**Pembacaan satu unggahan** · {md_escape(reading.opd)}  \n{md_escape(_where(reading))}")
        tell(DONE)
        st.html(STYLE + marked_text(reading.caption, ()))
        st.markdown("\n".join(_read(reading, kind) for kind in KINDS))
        st.caption("Konten yang dimuat di beberapa platform dihitung menurut unggahan pertamanya.")
        signed = who or signer(visit, "Nama dan instansi dicatat bersama pembetulan.")
        for said in reading.said:
            _said(visit, reading, said, signed)
        _fields(visit, reading, signed)


def _where(reading: ReadingOf) -> str:
    """Platform and day, by which one post is told from another of the same text."""
    return f"{PLATFORMS.get(reading.platform, reading.platform)} · {show_date(reading.day)}"


def _read(reading: ReadingOf, kind: str) -> str:
    """One line: what was read or said, and by what."""
    value = md_escape(reading.words(kind, reading.values[kind]))
    source, evidence = reading.sources[kind], reading.evidence[kind]
    if source == DECIDED:
        return f"- {KINDS[kind]}: {value} ({md_escape(evidence or SOURCES[DECIDED])})"
    if not evidence:
        return f"- {KINDS[kind]}: {value}"
    return f"- {KINDS[kind]}: {value} ({SOURCES.get(source, source)}: {md_escape(evidence)})"


def _fields(visit: Visit, reading: ReadingOf, who: Signer) -> None:
    what, value = st.columns([1, 2])
    kind = what.selectbox("Yang dibetulkan", list(KINDS), format_func=KINDS.__getitem__, key=KIND)
    present = reading.values[kind]
    # The fields begin with the present value, and anew when that changes.
    mark = f"correct_{kind}_{reading.post_key}_{reading.sources[kind]}_{present}"
    if kind == "bidang":
        held = [unit for unit in present.split(";") if unit in reading.units]
        chosen = value.multiselect(
            "Menjadi", list(reading.units), held, format_func=lambda unit: reading.units.get(unit, unit),
            placeholder="Kosong: tidak menyebut bidang", key=mark,
        )  # fmt: skip
        wanted = ";".join(unit for unit in chosen if unit in reading.units)
    else:
        words = TOPICS if kind == "topic" else DETAILS
        at = list(words).index(present) if present in words else None
        wanted = value.selectbox(
            "Menjadi", list(words), at, format_func=words.__getitem__, placeholder="Pilih", key=mark
        ) or ""  # fmt: skip
    st.text_input("Alasan", key=NOTE, max_chars=300)
    said_already = reading.sources[kind] == DECIDED and wanted == present
    missing = kind != "bidang" and not wanted
    st.button(
        "Tetapkan", type="primary", icon=":material/edit:", key="correct_save",
        disabled=not who.ready or said_already or missing, on_click=_decide, args=(visit, reading, kind, wanted, who),
    )  # fmt: skip


def _said(visit: Visit, reading: ReadingOf, said: Said, who: Signer) -> None:
    note = f": {said.note}" if said.note else ""
    what = f"{KINDS[said.kind]} ditetapkan sebagai {reading.words(said.kind, said.value)} oleh {said.who}"
    line = md_escape(f"{what}, {show_time(said.at)} ({UNVERIFIED}){note}")
    if said.gone:
        st.markdown(f"~~{line}~~ (ditarik kembali)")
        return
    st.markdown(f"> {line}")
    st.button(
        "Tarik kembali", key=f"correct_back_{said.decision_id}", icon=":material/undo:", type="tertiary",
        disabled=not who.ready, on_click=take_back_said, args=(DONE, "Ketetapan", visit, said, who),
    )  # fmt: skip


def _decide(visit: Visit, reading: ReadingOf, kind: str, value: str, who: Signer) -> None:
    """Store the correction; the reason is read now, for it may have been typed since the button was drawn."""
    ruling = Ruling(kind, value, str(st.session_state.get(NOTE, "")), who.who, who.own)
    told = f"{KINDS[kind]} ditetapkan oleh {who.who} dan langsung dihitung di semua halaman."
    if act_and_tell(DONE, lambda: decide(visit.store, visit.scope, reading.post_key, ruling, now()), told):
        st.session_state[NOTE] = ""
