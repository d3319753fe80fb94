"""What each dropped file turned out to be: one table for all, and for each its clock, period, doubts and rows."""

from datetime import date, datetime

import streamlit as st

from charts.model import Column, Table, Value
from indonesia import show_date, show_days, show_number, show_time
from intake import Draft, is_assumed, source_label
from ui.export_day import ask_export_day
from ui.mending_step import draft_button
from ui.show import md_escape, show_table
from ui.upload_files import ReadFile
from ui.upload_guesses import guesses

Period = tuple[date, date]
_WRAPPED = 50
"""Rejected rows that are shown with their whole reason; more of them in a table that scrolls."""


def overview_of(files: list[ReadFile]) -> None:
    """One row a file."""
    columns = (
        Column("name", "Berkas"),
        Column("source", "Dikenali sebagai"),
        Column("doubt", "Keraguan"),
        Column("opd", "OPD atau akun"),
        Column("posts", "Diterima", "int"),
        Column("rejected", "Bermasalah", "int"),
        Column("period", "Masa"),
    )
    rows = tuple(_row(file) for file in files)
    show_table(Table("berkas-diterima", "Berkas", columns, rows), files=False)


def _row(file: ReadFile) -> tuple[Value, ...]:
    draft = file.draft
    if draft is None and file.unknown:
        return file.name, "Menunggu pemetaan", "judul kolom belum dikenali", "", None, None, ""
    if draft is None and file.counts:
        return file.name, "Rekap tanpa bukti", "hanya jumlah, tanpa unggahan", "", None, None, ""
    if draft is None:
        return file.name, "Belum terbaca", file.refusal, "", None, None, ""
    names = ", ".join(group.label for group in draft.groups[:3]) + (" …" if len(draft.groups) > 3 else "")
    period = show_days(*draft.period) if draft.period else ""
    counts = len(draft.posts), len(draft.loaded.rejections)
    return file.name, source_label(draft.loaded.source), "; ".join(doubts(draft)), names, *counts, period


def doubts(draft: Draft) -> list[str]:
    """What a person should look at before this file is stored."""
    unknown = sum(1 for group in draft.groups if not group.match.agency_id)
    told = [f"{unknown} nama OPD belum pasti"] if unknown else []
    told += ["sudah pernah diunggah"] if draft.seen_before else []
    told += [f"menyatakan nihil: {', '.join(_silent(draft))}"] if draft.loaded.silences else []
    told += ["tidak memuat unggahan"] if draft.posts.empty and not draft.loaded.silences else []
    told += ["jam berkas belum terbukti"] if _unproven(draft) else []
    told += ["urutan tanggal anggapan"] if draft.loaded.guesses.order_proof.startswith("anggapan") else []
    told += [f"{len(draft.loaded.rejections)} baris bermasalah"] if draft.loaded.rejections else []
    return told + ([f"{len(draft.loaded.warnings)} catatan"] if draft.loaded.warnings else [])


def _silent(draft: Draft) -> list[str]:
    """The names of those who say in the file that nothing was published."""
    return [group.label for group in draft.groups if not group.posts]


def _seen(draft: Draft, at: datetime) -> str:
    """What to tell of a file that was taken in before: whose it was, and what to do if it is another OPD's."""
    whose = f" untuk **{md_escape(', '.join(draft.seen_for))}**" if draft.seen_for else ""
    return (
        f"Berkas yang sama persis sudah diunggah pada {show_time(at)}{whose}. Mengunggahnya lagi tidak mengubah apa "
        "pun. Bila OPD-nya keliru, mohon batalkan unggahan itu pada Riwayat Unggahan, lalu unggah kembali di sini. "
        "Bila dua OPD memang mengirim berkas yang sama, mohon tuliskan nama OPD pada berkas yang kedua, lalu unggah."
    )


def _unproven(draft: Draft) -> bool:
    return draft.loaded.source in ("meta_facebook", "mapped") and is_assumed(draft.loaded)


def details(file: ReadFile, only: bool) -> Period | None:
    """A file's own part of the page; the period that its report speaks for, None if nothing can be stored of it."""
    draft = file.draft
    if draft is None and file.unknown:
        return None
    if draft is None and file.counts:
        st.warning(md_escape(file.refusal), icon=":material/functions:")
        show_table(_recap(file), files=False)
        return None
    if draft is None:
        st.error(md_escape(file.refusal), icon=":material/block:")
        st.caption("Tidak ada data tersimpan yang berubah.")
        return None
    with st.expander(md_escape(f"{file.name} · {source_label(draft.loaded.source)}"), expanded=only):
        st.write(
            f"Dikenali sebagai **{md_escape(source_label(draft.loaded.source))}**: "
            f"{show_number(len(draft.posts))} baris diterima, {show_number(len(draft.loaded.rejections))} bermasalah."
        )
        guesses(file.mark, draft)
        if draft.seen_before:
            st.warning(_seen(draft, draft.seen_before), icon=":material/content_copy:")
        if draft.loaded.silences:
            st.info(
                f"Menyatakan nihil: {md_escape(', '.join(_silent(draft)))}. Bila laporan dinyatakan lengkap, setiap "
                "hari pada masa itu tercatat nihil; tanpa pernyataan lengkap, OPD tersebut tetap belum melapor.",
                icon=":material/info:",
            )
        for warning in draft.loaded.warnings:
            st.info(md_escape(warning), icon=":material/info:")
        period = _period(file.mark, draft)
        if draft.options:
            ask_export_day(file.mark, draft.posts, draft.options.today)
        _rows(file.mark, draft, period)
    return period


def _recap(file: ReadFile) -> Table:
    """The numbers of a recap without evidence, as the sender wrote them."""
    columns = (
        Column("opd", "OPD"),
        Column("platform", "Platform"),
        Column("number", "Jumlah tertulis", "int", "ditulis pengirim; tidak dihitung dalam angka mana pun"),
    )
    rows = tuple((count.opd, count.period, count.platform, count.number) for count in file.counts)
    return Table(f"rekap-{file.mark}", "Rekap tanpa bukti", columns, rows)


def _period(mark: str, draft: Draft) -> Period | None:
    """The period that the report speaks for."""
    if draft.period is None:
        return None
    one, other = st.columns(2)
    start = one.date_input("Masa laporan dari", draft.period[0], format="DD/MM/YYYY", key=f"from_{mark}")
    end = other.date_input("sampai", draft.period[1], format="DD/MM/YYYY", key=f"to_{mark}")
    return min(start, end), max(start, end)


def _rows(mark: str, draft: Draft, period: Period | None) -> None:
    if draft.loaded.rejections:
        st.markdown(f"**Baris bermasalah ({len(draft.loaded.rejections)})**")
        st.caption("Baris ini tidak disimpan; baris lain tetap diterima.")
        show_table(_rejections(mark, draft), stem=f"baris-bermasalah_{mark}")
        draft_button(mark, draft, period)
    if st.toggle("Tampilkan unggahan seperti yang akan disimpan", key=f"preview_{mark}"):
        show_table(_preview(mark, draft), files=False)


def _rejections(mark: str, draft: Draft) -> Table:
    columns = (
        Column("row", "Baris", "int"),
        Column("sheet", "Lembar"),
        Column("column", "Kolom"),
        Column("value", "Isi"),
        Column("reason", "Alasan"),
    )
    rows = tuple((r.row, r.sheet, r.column, r.value, r.reason) for r in draft.loaded.rejections)
    return Table(f"baris-bermasalah-{mark}", "Baris bermasalah", columns, rows, prose=len(rows) <= _WRAPPED)


def _preview(mark: str, draft: Draft) -> Table:
    columns = (
        Column("at", "Terbit"),
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
            post.link or None,
            int(post.row),
        )
        for post in posts.itertuples()
    )
    return Table(f"pratinjau-{mark}", "Pratinjau", columns, rows)
