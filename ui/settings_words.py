"""The word lists on screen: edit, check, preview, put in force; old versions and the shipped list come back so too."""

import re
from dataclasses import dataclass, replace

import streamlit as st

from charts.model import Column, Table
from indonesia import show_time
from intake.preview import Preview, reading_now
from intake.word_lists import (
    BESIDE_NAMES,
    WordList,
    check_list,
    list_versions,
    lists_with,
    problem_words,
    save_list,
    word_lists,
)
from ui.escape import md_escape
from ui.settings_help import ALWAYS, HELP, title_of
from ui.settings_preview import apply_button, preview_with_bar, show_preview
from ui.state import Visit, now
from ui.table import show_table

CHOSEN, CHECKED = "settings_list", "settings_checked"
"""Session state: the list that is shown, and what the last check found."""

_SHOWN_WORDS = 40
_AROUND = 140


@dataclass(frozen=True)
class Checked:
    """What a check found for a text of a list: problems (line, column, sentence), or the preview (None for a
    list that changes no reading)."""

    name: str
    version: int
    text: str
    problems: tuple[tuple[int, int, str], ...]
    found: Preview | None


def words_section(visit: Visit) -> None:
    """One list to edit, with its help, check, preview and versions."""
    st.caption(
        "Daftar kata menentukan cara isi unggahan dibaca. Perubahan langsung berlaku bagi unggahan baru; unggahan yang "
        "sudah tersimpan tetap seperti adanya sampai dibaca ulang. Daftar berlaku juga bagi data contoh."
    )
    lists = word_lists(visit.store)
    name = st.selectbox("Daftar", list(lists), format_func=title_of, key=CHOSEN, persist_state="session")
    shown = lists[name]
    _standing(shown)
    st.markdown(f"{HELP.get(name, '')}\n- {ALWAYS}")
    key = f"settings_text_{name}_{shown.version}"
    text = st.text_area(
        f"Isi daftar: {title_of(name)}", shown.text, height=420, key=key, persist_state="session",
    )  # fmt: skip
    _check(visit, shown, text, key)
    _versions(visit, shown, key)


def _standing(shown: WordList) -> None:
    """Whose list is in force since when, and whether the software brought another one."""
    if not shown.edited:
        st.markdown(f"**{title_of(shown.name)}** mengikuti daftar bawaan aplikasi.")
    elif shown.at:
        st.markdown(
            f"**{title_of(shown.name)}** versi {shown.version}, disunting oleh {md_escape(shown.who)} pada "
            f"{show_time(shown.at)}."
        )
    if shown.broken:
        st.error(
            f"Daftar kantor tidak dapat dipakai oleh versi aplikasi ini, sehingga daftar bawaan yang berlaku. "
            f"{md_escape(shown.broken)}",
            icon=":material/block:",
        )
    if shown.seed_changed:
        new, own = only_in(shown.seed, shown.text), only_in(shown.text, shown.seed)
        st.info(
            "**Daftar bawaan telah berubah** sejak daftar ini disunting; daftar kantor tetap berlaku. "
            f"Hanya di daftar bawaan: {_listed(new)}. Hanya di daftar kantor: {_listed(own)}. Daftar bawaan dapat "
            "dimuat ke kolom sunting di bawah. Menerapkan daftar kantor sekali lagi menutup pemberitahuan ini.",
            icon=":material/new_releases:",
        )


def only_in(one: str, other: str) -> list[str]:
    """The words of one text that the other does not have, in its order."""
    words = re.findall(r'"([^"\n]+)"', one)
    known = set(re.findall(r'"([^"\n]+)"', other))
    return [word for word in dict.fromkeys(words) if word not in known]


def _listed(words: list[str]) -> str:
    if not words:
        return "tidak ada"
    more = f" dan {len(words) - _SHOWN_WORDS} lagi" if len(words) > _SHOWN_WORDS else ""
    return ", ".join(f"“{md_escape(word)}”" for word in words[:_SHOWN_WORDS]) + more


def _check(visit: Visit, shown: WordList, text: str, key: str) -> None:
    """The check, what it found, and the button that puts the text in force."""
    with st.container(horizontal=True):
        if st.button("Periksa", type="primary", icon=":material/fact_check:", key="settings_check"):
            st.session_state[CHECKED] = _checked(visit, shown, text)
        if text != shown.text:
            st.button("Batalkan suntingan", on_click=_put, args=(key, shown.text), key="settings_revert")
        if text != shown.seed:
            st.button("Muat daftar bawaan ke kolom sunting", on_click=_put, args=(key, shown.seed), key="settings_seed")
    checked: Checked | None = st.session_state.get(CHECKED)
    if checked is None or (checked.name, checked.version) != (shown.name, shown.version):
        return
    if checked.text != text:
        st.caption("Isi daftar berubah sejak diperiksa. Mohon periksa kembali.")
        return
    for line, column, words in checked.problems:
        st.error(md_escape(words), icon=":material/block:")
        if line:
            st.code(excerpt(text, line, column), language=None, wrap_lines=True)
    if checked.problems:
        return
    new, gone = only_in(text, shown.text), only_in(shown.text, text)
    st.markdown(f"**Kata baru:** {_listed(new)}  \n**Kata dihapus:** {_listed(gone)}")
    if checked.found:
        show_preview(visit, checked.found)
    else:
        st.success("Daftar dapat dipakai. Pembacaan unggahan tidak berubah.", icon=":material/check_circle:")
    if text == shown.text and not shown.seed_changed:
        st.caption("Isi daftar sama dengan yang berlaku; tidak ada yang perlu diterapkan.")
        return
    apply_button("Terapkan", "settings_apply", lambda who: _apply(visit, shown, text, who))


def _checked(visit: Visit, shown: WordList, text: str) -> Checked:
    problems = check_list(visit.store, shown.name, text)
    told = tuple((problem.line, problem.column, problem_words(problem)) for problem in problems)
    if problems or shown.name in BESIDE_NAMES:
        return Checked(shown.name, shown.version, text, told, None)
    before = reading_now(visit.store, visit.scope)
    after = replace(before, lists=lists_with(visit.store, shown.name, text))
    found = preview_with_bar(visit, before, after)
    return Checked(shown.name, shown.version, text, (), found)


def excerpt(text: str, number: int, column: int) -> str:
    """The line that is meant; of a long one what stands around the column."""
    lines = text.splitlines()
    line = lines[number - 1] if number <= len(lines) else ""
    first = max(column - _AROUND // 2, 0) if len(line) > _AROUND else 0
    part = line[first : first + _AROUND]
    return f"{number} | {'… ' if first else ''}{part}{' …' if first + _AROUND < len(line) else ''}"


def _apply(visit: Visit, shown: WordList, text: str, who: str) -> str:
    follows = None if text.rstrip() == shown.seed.rstrip() else text
    version = save_list(visit.store, shown.name, follows, shown.version, who, now())
    st.session_state.pop(CHECKED, None)
    how = "kembali mengikuti daftar bawaan" if follows is None else f"versi {version} berlaku"
    return f"Daftar {title_of(shown.name)}: {how} bagi unggahan baru mulai sekarang."


def _put(key: str, text: str) -> None:
    st.session_state[key] = text


def _versions(visit: Visit, shown: WordList, key: str) -> None:
    """Who changed the list and when, and the way back to an old version: into the field, then checked as any other."""
    kept = list_versions(visit.store, shown.name)
    if not kept:
        return
    with st.expander(f"Riwayat perubahan ({len(kept)} versi)"):
        show_table(
            Table(
                "riwayat-daftar", f"Riwayat {title_of(shown.name)}",
                (Column("versi", "Versi", "int"), Column("waktu", "Waktu", "datetime"), Column("oleh", "Oleh"),
                 Column("isi", "Isi")),
                tuple(
                    (version.number, version.at.isoformat(), version.who,
                     "mengikuti daftar bawaan" if text is None else f"{text.count(chr(10))} baris daftar kantor")
                    for version, text in kept
                ),
            ),
            files=False,
        )  # fmt: skip
        texts = {version.number: shown.seed if text is None else text for version, text in kept}
        number = st.selectbox("Versi", list(texts), format_func=lambda each: f"Versi {each}", key=f"{key}_version")
        st.button("Muat versi ini ke kolom sunting", on_click=_put, args=(key, texts[number]), key=f"{key}_restore")
        st.caption("Versi lama berlaku kembali setelah diperiksa dan diterapkan.")
