"""The steps of handing in a report: the file, what was recognised, the questions, the confirmation, the receipt."""

import hashlib
import logging
from collections.abc import Mapping
from datetime import date

import streamlit as st

from charts.model import Column, Table
from indonesia import show_date, show_number, show_time
from intake import Decisions, Draft, Group, Options, RefusedError, commit, prepare, reading_lists, source_label
from ui.places import place
from ui.show import md_escape, show_table
from ui.state import Visit, now, zone

LOG = logging.getLogger(__name__)
DRAFT, RECEIPT, ROUND = "upload_draft", "upload_receipt", "upload_round"
KINDS = ("csv", "xlsx", "xls", "ods")
_LEFT_OUT = ""


def take_file(visit: Visit) -> Draft | None:
    """The field for the file, and the draft of what was dropped there; None until a file could be read."""
    file = st.file_uploader(
        "Berkas laporan (Excel atau CSV, paling besar 25 MB)", type=KINDS, key=f"file_{st.session_state.get(ROUND, 0)}"
    )
    if file is None:
        st.session_state.pop(DRAFT, None)
        st.caption(
            "Yang dikenali: ekspor Meta Business Suite (Facebook dan Instagram, unggahan dan cerita), TikTok Studio, "
            "X, YouTube Studio, isian formulir banyak OPD, dan daftar buatan OPD sendiri."
        )
        return None
    content = file.getvalue()
    key = (hashlib.sha256(content).hexdigest(), file.name, visit.version, visit.scope.sample)
    kept = st.session_state.get(DRAFT)
    if kept and kept[0] == key:
        return _shown(kept[1])
    with st.spinner("Berkas sedang dibaca …"):
        try:
            read: Draft | str = prepare(visit.store, visit.scope, content, Options(zone(), visit.today, file.name))
        except RefusedError as refusal:
            LOG.info("refused %s: %s", key[0], refusal.__cause__ or refusal)
            read = str(refusal)
    st.session_state[DRAFT] = (key, read)
    return _shown(read)


def _shown(read: Draft | str) -> Draft | None:
    if isinstance(read, Draft):
        return read
    st.error(md_escape(read), icon=":material/block:")
    st.caption("Tidak ada data tersimpan yang berubah.")
    return None


def recognised(draft: Draft) -> None:
    """What the file is, how its clock was settled, how much it holds, and what was not read."""
    loaded = draft.loaded
    st.subheader("Yang dikenali")
    kind, posts, rejected = st.columns(3)
    kind.metric("Dikenali sebagai", source_label(loaded.source), border=True)
    posts.metric("Baris diterima", show_number(len(draft.posts)), border=True)
    rejected.metric("Baris bermasalah", show_number(len(loaded.rejections)), border=True)
    st.write(f"**Jam berkas.** {md_escape(loaded.clock_proof)}.")
    if draft.seen_before:
        st.warning(
            f"Berkas yang sama persis sudah diunggah pada {show_time(draft.seen_before)}. "
            "Mengunggahnya lagi tidak mengubah apa pun.",
            icon=":material/content_copy:",
        )
    for warning in loaded.warnings:
        st.info(md_escape(warning), icon=":material/info:")
    if loaded.rejections:
        with st.expander(f"Baris bermasalah ({len(loaded.rejections)})", expanded=len(loaded.rejections) <= 10):
            st.caption("Baris ini tidak disimpan; baris lain tetap diterima. Mohon perbaiki lalu unggah kembali.")
            show_table(_rejections(draft))
    with st.expander("Unggahan seperti yang akan disimpan"):
        show_table(_preview(draft))


def _rejections(draft: Draft) -> Table:
    columns = (
        Column("sheet", "Lembar"),
        Column("row", "Baris", "int"),
        Column("column", "Kolom"),
        Column("value", "Isi"),
        Column("reason", "Alasan"),
    )
    rows = tuple((r.sheet, r.row, r.column, r.value, r.reason) for r in draft.loaded.rejections)
    return Table("baris-bermasalah", "Baris bermasalah", columns, rows)


def _preview(draft: Draft) -> Table:
    columns = (
        Column("at", "Terbit (WIB)"),
        Column("platform", "Platform"),
        Column("name", "OPD atau akun"),
        Column("caption", "Teks"),
        Column("link", "Tautan", "link"),
        Column("row", "Baris", "int"),
    )
    posts = draft.posts.sort_values("published_at", kind="stable").head(200)
    rows = tuple(
        (
            show_time(post.published_at) if post.has_time else show_date(post.published_at),
            post.platform,
            post.opd or post.account,
            post.caption[:160],
            post.link,
            int(post.row),
        )
        for post in posts.itertuples()
    )
    return Table("pratinjau", "Pratinjau", columns, rows)


def questions(visit: Visit, draft: Draft) -> Decisions | None:
    """The questions to the sender; None while one of them is open."""
    st.subheader("Mohon dilengkapi")
    agencies = _whose(visit, draft)
    period = _period(draft)
    complete = _complete(visit, draft, agencies, period)
    who = st.text_input("Nama Bapak/Ibu yang mengunggah", key="upload_who", max_chars=80).strip()
    unsure = [group.label for group in draft.groups if agencies[group.key] is None]
    if unsure:
        st.caption(f"Belum dipilih OPD-nya: {md_escape(', '.join(unsure[:8]))}.")
    if unsure or complete is None or not who:
        return None
    chosen = {key: agency or None for key, agency in agencies.items()}
    return Decisions(chosen, complete, period, visit.today, who, visit.scope.sample)


def _whose(visit: Visit, draft: Draft) -> Mapping[str, str | None]:
    """Group key → agency_id, "" to leave the group out, None while open. Certain matches are told, not asked."""
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    agencies: dict[str, str | None] = {}
    certain = [group for group in draft.groups if group.match.agency_id]
    for group in certain:
        agencies[group.key] = group.match.agency_id
    if certain:
        told = "; ".join(f"{md_escape(g.label)} → {md_escape(names[g.match.agency_id or ''])}" for g in certain)
        st.write(f"**OPD dikenali:** {told}")
    for number, group in enumerate(g for g in draft.groups if not g.match.agency_id):
        agencies[group.key] = _ask_whose(group, names, f"whose_{draft.sha256[:12]}_{number}")
    return agencies


def _ask_whose(group: Group, names: Mapping[str, str], key: str) -> str | None:
    """Which OPD a name means: suggestions first, nothing chosen beforehand."""
    likely = [s.agency_id for s in group.match.suggestions if s.agency_id in names]
    options = [*likely, *(agency for agency in names if agency not in likely), _LEFT_OUT]

    def words(agency_id: str) -> str:
        if agency_id == _LEFT_OUT:
            return "Bukan OPD – jangan disimpan"
        return f"{names[agency_id]} (mungkin maksudnya)" if agency_id in likely else names[agency_id]

    return st.selectbox(
        f"“{group.label}” ({group.posts} unggahan) milik OPD mana?",
        options,
        index=None,
        format_func=words,
        placeholder="Pilih OPD",
        key=key,
    )


def _period(draft: Draft) -> tuple[date, date]:
    """The period that the report speaks for."""
    first, last = draft.period or (date(2024, 1, 1), date(2024, 1, 31))
    st.write("**Masa laporan**")
    one, other = st.columns(2)
    start = one.date_input("Dari", first, format="DD/MM/YYYY", key=f"from_{draft.sha256[:12]}")
    end = other.date_input("Sampai", last, format="DD/MM/YYYY", key=f"to_{draft.sha256[:12]}")
    return min(start, end), max(start, end)


def _complete(
    visit: Visit, draft: Draft, agencies: Mapping[str, str | None], period: tuple[date, date]
) -> dict[tuple[str, str], bool] | None:
    """Whether the report is complete, per OPD and platform; None while that is not answered."""
    pairs = sorted({(a, p) for g in draft.groups if (a := agencies[g.key]) for p in g.platforms})
    answer = st.radio(
        f"Apakah laporan ini lengkap untuk {show_date(period[0])}–{show_date(period[1])}?",
        ("ya", "belum", "sebagian"),
        index=None,
        format_func={
            "ya": "Ya, semua unggahan pada masa itu ada di berkas ini",
            "belum": "Belum; masih ada unggahan lain",
            "sebagian": "Berbeda menurut OPD atau platform",
        }.__getitem__,
        help="Hanya laporan lengkap yang membuat hari tanpa unggahan terbaca nihil. Laporan yang belum lengkap tidak "
        "pernah membuat sebuah hari dinilai kurang.",
        key=f"complete_{draft.sha256[:12]}",
    )
    if answer != "sebagian":
        return None if answer is None else dict.fromkeys(pairs, answer == "ya")
    names = {agency.agency_id: agency.name for agency in visit.known.agencies}
    chosen = st.multiselect(
        "Yang lengkap",
        pairs,
        format_func=lambda pair: f"{names[pair[0]]} – {pair[1]}",
        placeholder="Pilih OPD dan platform yang laporannya lengkap",
        key=f"pairs_{draft.sha256[:12]}",
    )
    return {pair: pair in chosen for pair in pairs}


def confirm(visit: Visit, draft: Draft, decisions: Decisions | None) -> None:
    """The button that stores the draft."""
    ready = decisions is not None and not draft.seen_before
    if st.button("Simpan laporan", type="primary", disabled=not ready, key="upload_confirm") and ready and decisions:
        try:
            receipt = commit(visit.store, draft, decisions, reading_lists(), now())
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)), icon=":material/block:")
            return
        st.session_state[RECEIPT] = (draft.file_name, receipt, f"{decisions.period[0]:%Y-%m}")
        st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
        st.session_state.pop(DRAFT, None)
        st.rerun()
    if not ready and not draft.seen_before:
        st.caption("Tombol terbuka setelah OPD, kelengkapan, dan nama diisi.")


def receipt() -> None:
    """What was stored last, with the way to the pages."""
    kept = st.session_state.get(RECEIPT)
    if not kept:
        return
    name, stored, month = kept
    st.success(
        f"**{md_escape(name)}** tersimpan: {show_number(stored.accepted)} unggahan baru, "
        f"{show_number(stored.repeated)} baris berulang (diperbarui, tidak dihitung dua kali), "
        f"{show_number(stored.rejected)} baris bermasalah.",
        icon=":material/check_circle:",
    )
    for target in ("overview", "activity", "posts"):
        st.page_link(place(target).path, label=place(target).title, query_params={"periode": month})
