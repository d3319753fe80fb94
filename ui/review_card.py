"""One post that asks for a look: its text with the words marked, the rules, what persons said, and the verdict."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from answers.decided import DOUBTS, Said, Worth
from answers.review import CLOSED, STATES, VERDICTS, Doubt, Item
from indonesia import show_date, show_time
from intake import RuleWords, Ruling, decide, mask_personal
from posts import PLATFORMS
from ui.correct_steps import correct
from ui.escape import md_escape
from ui.marked import STYLE, marked_text
from ui.review_steps import DONE, PHASES
from ui.signer import OFFICE_WORDS, UNVERIFIED, Signer
from ui.state import Visit, now
from ui.told import act_and_tell, take_back_said

OPENED = "review_correction"
"""Session state: the post whose reading is open for correction, "" for none."""
NOT_LOOKED_AT = Worth(0, 0)
_ICONS = {
    "tidak_ada_catatan": ":material/check:",
    "perlu_tindak_lanjut": ":material/flag:",
    "mohon_penjelasan": ":material/forum:",
}


def card(visit: Visit, item: Item, rules: Mapping[str, RuleWords], worth: Mapping[str, Worth], who: Signer) -> None:
    """The post in a frame; what is decided counts at once."""
    with st.container(border=True):
        day = show_time(item.at) if item.has_time else show_date(item.at.date())
        where = " · ".join(part for part in (PLATFORMS.get(item.platform, item.platform), item.account, day) if part)
        st.markdown(f"**{md_escape(item.opd)}**  \n{md_escape(where)}")
        findings = [found for doubt in item.doubts for found in doubt.findings]
        numbers = {rule: number for number, rule in enumerate(dict.fromkeys(found.rule for found in findings), 1)}
        numbered = [replace(found, rule=str(numbers[found.rule])) for found in findings]
        st.html(STYLE + marked_text(item.caption, numbered))
        _source(item)
        for doubt in item.doubts:
            st.markdown(f"**{DOUBTS[doubt.kind]}** · {md_escape(STATES[doubt.state])}")
            st.markdown("\n".join(_rule_lines(doubt, numbers, rules, worth)))
            _since(doubt, rules)
            _doubt(visit, item, doubt, who)
        _correction(visit, item, who)


def _correction(visit: Visit, item: Item, who: Signer) -> None:
    """The button that opens the post's reading (one at a time), or the reading itself."""
    opened = st.session_state.get(OPENED) == item.post_key
    words = "Tutup pembetulan" if opened else "Betulkan topik, subjek, atau bidang"
    st.button(
        words, key=f"open_{item.post_key}", icon=":material/edit:", type="tertiary", on_click=_open,
        args=("" if opened else item.post_key,),
    )  # fmt: skip
    if opened:
        correct(visit, item.post_key, who)


def _open(post_key: str) -> None:
    st.session_state[OPENED] = post_key


def _since(doubt: Doubt, known: Mapping[str, RuleWords]) -> None:
    """The rules that mark the post since a person closed the doubt, and how it is opened again."""
    if doubt.since:
        labels = ", ".join(f"{known[rule].label if rule in known else rule} ({rule})" for rule in doubt.since)
        st.info(
            f"**Temuan baru sejak keputusan:** {md_escape(labels)}. Keputusan tetap berlaku; bila perlu ditinjau "
            "kembali, tarik kembali keputusannya di bawah ini.",
            icon=":material/new_releases:",
        )


def _source(item: Item) -> None:
    """The live post, and the row of the file that it came from."""
    place = f"lembar {item.sheet}, " if item.sheet else ""
    st.caption(md_escape(f"Berkas {item.file_name or '–'}, {place}baris {item.row} · dibaca {item.rules_version}"))
    if item.link.startswith(("https://", "http://")):
        st.link_button("Buka unggahan asli", item.link, icon=":material/open_in_new:")


def _doubt(visit: Visit, item: Item, doubt: Doubt, who: Signer) -> None:
    for said in doubt.said:
        _said(visit, item, said, who)
    if doubt.state in CLOSED:
        return
    _verdict(visit, item, doubt, who)


def _rule_lines(
    doubt: Doubt, numbers: Mapping[str, int], known: Mapping[str, RuleWords], worth: Mapping[str, Worth]
) -> list[str]:
    """One line a rule: its number in the marks, what it means, the words, the phase of that day, its precision."""
    lines = []
    for rule in dict.fromkeys(found.rule for found in doubt.findings):
        own = [found for found in doubt.findings if found.rule == rule]
        words = "; ".join(dict.fromkeys(f"“{mask_personal(found.words)}”" for found in own))
        phases = dict.fromkeys(PHASES.get(found.phase, found.phase) for found in own if found.phase)
        label = f"{numbers[rule]}. {known[rule].label if rule in known else rule}."
        explain = f"{known[rule].explain} " if rule in known else ""
        phase = f" · {', '.join(phases)}" if phases else ""
        value = worth.get(rule, NOT_LOOKED_AT).words
        told = md_escape(f"{explain}{words}{phase}")
        lines.append(f"- **{md_escape(label)}** {told} · *{md_escape(value)}*")
    return lines or ["- Kata-kata pada pembacaan sekarang tidak ditandai lagi; keputusan orang tetap tercatat."]


def _said(visit: Visit, item: Item, said: Said, who: Signer) -> None:
    """One row of what persons said, and the button that takes it back."""
    what = "Penjelasan OPD" if said.kind == "jawaban" else VERDICTS.get(said.value, said.value)
    note = f": {said.note}" if said.note else ""
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    told = f"{said.who} ({names.get(said.own, OFFICE_WORDS)}), {show_time(said.at)}, {UNVERIFIED}"
    line = f"{md_escape(what + note)} — {md_escape(told)}"
    if said.gone:
        st.markdown(f"~~{line}~~ (ditarik kembali)")
        return
    st.markdown(f"> {line}")
    own = who.own == item.agency_id
    st.button(
        "Tarik kembali", key=f"back_{said.decision_id}", icon=":material/undo:", type="tertiary",
        disabled=not who.ready or (own and said.kind != "jawaban"), on_click=take_back_said,
        args=(DONE, "Keputusan", visit, said, who),
    )  # fmt: skip


def _verdict(visit: Visit, item: Item, doubt: Doubt, who: Signer) -> None:
    """The note and the buttons: verdicts for others, an answer for the post's own OPD."""
    key = f"{doubt.kind}_{item.post_key}"
    own = who.own == item.agency_id
    rules = "; ".join(dict.fromkeys(found.rule for found in doubt.findings))
    label = "Penjelasan OPD" if own else "Catatan (alasan)"
    st.text_input(label, key=f"note_{key}", max_chars=500)
    if own:
        st.caption("Ini unggahan instansi Bapak/Ibu sendiri: keputusan diambil oleh orang lain, Bapak/Ibu menjelaskan.")
        ruling = Ruling("jawaban", doubt.kind, "", who.who, who.own, rules)
        st.button(
            "Kirim penjelasan OPD", key=f"answer_{key}", icon=":material/reply:", disabled=not who.ready,
            on_click=_decide, args=(visit, item, ruling, f"note_{key}"),
        )  # fmt: skip
        return
    with st.container(horizontal=True):
        for value, words in VERDICTS.items():
            ruling = Ruling(doubt.kind, value, "", who.who, who.own, rules)
            st.button(
                words, key=f"{value}_{key}", icon=_ICONS[value], disabled=not who.ready, on_click=_decide,
                args=(visit, item, ruling, f"note_{key}"),
            )  # fmt: skip


def _decide(visit: Visit, item: Item, ruling: Ruling, note: str) -> None:
    """Store what a button says; the note is read now, for it may have been typed since the button was drawn."""
    ruling = replace(ruling, note=str(st.session_state.get(note, "")))
    what = "Penjelasan OPD" if ruling.kind == "jawaban" else f"“{VERDICTS[ruling.value]}”"
    told = f"{what} untuk unggahan {item.opd} dicatat atas nama {ruling.who}."
    if act_and_tell(DONE, lambda: decide(visit.store, visit.scope, item.post_key, ruling, now()), told):
        st.session_state[note] = ""
