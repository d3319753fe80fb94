"""The questions to the sender, asked once for all files, the confirmation and the receipt."""

from collections.abc import Mapping

import streamlit as st

from indonesia import show_days, show_number
from intake import Decisions, Draft, Group, Receipt, RefusedError, commit, reading_lists
from ui.clock_step import ask_clocks, remember
from ui.export_day import export_day
from ui.mending_step import upload_button
from ui.places import place
from ui.show import md_escape
from ui.state import Visit, now
from ui.upload_details import Period
from ui.upload_files import ReadFile, forget

RECEIPT = "upload_receipt"
_LEFT_OUT = ""
_PAIR = tuple[str, str, Period]


def questions(visit: Visit, files: Mapping[ReadFile, Period]) -> dict[ReadFile, Decisions] | None:
    """Ask whose the posts are, whether the reports are complete, and who hands them in; None while one is open."""
    st.subheader("Mohon dilengkapi")
    agencies = _whose(visit, list(files))
    ask_clocks(visit, [(file.mark, file.draft) for file in files if file.draft])
    complete = _complete(visit, files, agencies)
    who = st.text_input("Nama Bapak/Ibu yang mengunggah", key="upload_who", max_chars=80).strip()
    if complete is None or not who or any(agency is None for agency in agencies.values()):
        return None
    decided = {}
    for file, period in files.items():
        chosen = {group.key: agencies[_name_of(file, group)] or None for group in _groups(file)}
        answers = {(agency, platform): told for (agency, platform, of), told in complete.items() if of == period}
        as_of = export_day(file.mark, visit.today)
        decided[file] = Decisions(chosen, answers, period, as_of, who, visit.scope.sample)
    return decided


def _groups(file: ReadFile) -> tuple[Group, ...]:
    return file.draft.groups if file.draft else ()


def _name_of(file: ReadFile, group: Group) -> str:
    """The name under which a group is asked for: the same name in several files is one question."""
    return group.key or f"{file.mark}:"


def _whose(visit: Visit, files: list[ReadFile]) -> dict[str, str | None]:
    """Name → agency_id, "" to leave its posts out, None while open. Certain matches are told, not asked."""
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    agencies: dict[str, str | None] = {}
    told: list[str] = []
    open_names: dict[str, tuple[ReadFile, Group, int]] = {}
    for file in files:
        for group in _groups(file):
            name, agency = _name_of(file, group), group.match.agency_id
            if agency and name not in agencies:
                told.append(f"{md_escape(group.label)} → {md_escape(names[agency])}")
                agencies[name] = agency
            elif not agency:
                count = open_names[name][2] if name in open_names else 0
                open_names[name] = (file, group, count + group.posts)
    if told:
        st.write(f"**OPD dikenali:** {'; '.join(told)}")
    for name, (file, group, count) in open_names.items():
        agencies[name] = _ask_whose(file, group, count, names)
    return agencies


def _ask_whose(file: ReadFile, group: Group, count: int, names: Mapping[str, str]) -> str | None:
    """Which OPD a name means: suggestions first, nothing chosen beforehand."""
    likely = [s.agency_id for s in group.match.suggestions if s.agency_id in names]
    options = [*likely, *(agency for agency in names if agency not in likely), _LEFT_OUT]

    def words(agency_id: str) -> str:
        if agency_id == _LEFT_OUT:
            return "Bukan OPD – jangan disimpan"
        return f"{names[agency_id]} (mungkin maksudnya)" if agency_id in likely else names[agency_id]

    of = "" if group.key else f" pada {file.name}"
    return st.selectbox(
        f"“{group.label}”{of} ({f'{count} unggahan' if count else 'nihil'}) milik OPD mana?",
        options,
        index=None,
        format_func=words,
        placeholder="Pilih OPD",
        key=f"whose_{_name_of(file, group)}",
    )


def _complete(
    visit: Visit, files: Mapping[ReadFile, Period], agencies: Mapping[str, str | None]
) -> dict[_PAIR, bool] | None:
    """Whether the report is complete, per OPD, platform and period; None while that is not answered."""
    pairs = sorted(
        {
            (agency, platform, period)
            for file, period in files.items()
            for group in _groups(file)
            for platform in group.platforms
            if (agency := agencies[_name_of(file, group)])
        }
    )
    _tell_lost(files)
    answer = st.radio(
        f"Apakah laporan ini lengkap untuk {_spans(list(files.values()))}?",
        ("ya", "belum", "sebagian"),
        index=None,
        format_func={
            "ya": "Ya, semua unggahan pada masa itu ada di berkas",
            "belum": "Belum; masih ada unggahan lain",
            "sebagian": "Berbeda menurut OPD atau platform",
        }.__getitem__,
        help="Hanya laporan lengkap yang membuat hari tanpa unggahan terbaca nihil. Laporan yang belum lengkap tidak "
        "pernah membuat sebuah hari dinilai kurang.",
        key="upload_complete",
    )
    if answer != "sebagian":
        return None if answer is None else dict.fromkeys(pairs, answer == "ya")
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    chosen = st.multiselect(
        "Yang lengkap",
        pairs,
        format_func=lambda pair: f"{names[pair[0]]} – {pair[1]}, {show_days(*pair[2])}",
        placeholder="Pilih OPD dan platform yang laporannya lengkap",
        key="upload_pairs",
    )
    return {pair: pair in chosen for pair in pairs}


def _tell_lost(files: Mapping[ReadFile, Period]) -> None:
    """Rows that were not read may have been posts: a day could look poorer than it was."""
    lost = sum(len(file.draft.loaded.rejections) for file in files if file.draft)
    if lost:
        st.caption(
            f"{show_number(lost)} baris bermasalah tidak ikut tersimpan. Bila baris itu memuat unggahan, harinya dapat "
            "terbaca kurang; sebaiknya diperbaiki dahulu sebelum laporan dinyatakan lengkap."
        )


def _spans(periods: list[Period]) -> str:
    different = list(dict.fromkeys(periods))
    return show_days(*different[0]) if len(different) == 1 else "masa yang tertulis pada setiap berkas"


def confirm(visit: Visit, decided: dict[ReadFile, Decisions] | None) -> None:
    """The button that stores the files, each in a transaction of its own."""
    label = f"Simpan {len(decided)} laporan" if decided and len(decided) > 1 else "Simpan laporan"
    if st.button(label, type="primary", disabled=not decided, key="upload_confirm") and decided:
        drafts = [(file, file.draft, told) for file, told in decided.items() if file.draft]
        stored = [(file.name, _store(visit, file.mark, draft, told), told) for file, draft, told in drafts]
        months = {f"{told.period[0]:%Y-%m}" for told in decided.values()}
        st.session_state[RECEIPT] = (stored, max(months))
        forget()
        st.session_state.pop("upload_complete", None)
        st.rerun()
    if not decided:
        st.caption("Tombol terbuka setelah OPD, kelengkapan, dan nama diisi.")


def _store(visit: Visit, mark: str, draft: Draft, decisions: Decisions) -> Receipt | str:
    """The receipt, or the sentence why this file could not be stored; the others are stored all the same."""
    try:
        stored = commit(visit.store, draft, decisions, reading_lists(visit.store), now())
    except RefusedError as refusal:
        return str(refusal)
    remember(visit, mark, draft, decisions.who)
    return stored


def receipt(visit: Visit) -> None:
    """What was stored last, with the rows that were not, and the way to the pages."""
    kept = st.session_state.get(RECEIPT)
    if not kept:
        return
    stored, month = kept
    for name, told, decisions in stored:
        if isinstance(told, str):
            st.error(md_escape(told), icon=":material/block:")
            continue
        st.success(f"**{md_escape(name)}** tersimpan: {_counts(told)}", icon=":material/check_circle:")
        if told.rejected and decisions.sample == visit.scope.sample:
            label = f"Unduh berkas perbaikan ({show_number(told.rejected)} baris)"
            upload_button(visit, told.upload_id, name, decisions.period, decisions.who, label)
    if any(not isinstance(told, str) for _, told, _ in stored):
        for target in ("overview", "activity", "posts"):
            st.page_link(place(target).path, label=place(target).title, query_params={"periode": month})


def _counts(told: Receipt) -> str:
    return (
        f"{show_number(told.accepted)} unggahan baru, {show_number(told.repeated)} baris berulang "
        f"(tidak dihitung dua kali), {show_number(told.changed)} unggahan lama berubah isi atau angkanya, "
        f"{show_number(told.rejected)} baris bermasalah."
    )
