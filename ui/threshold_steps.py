"""The office's threshold for leaders alone on the settings page: what holds, a change from a day on, who changed it."""

import streamlit as st

from charts.coverage_verdict import VERDICT_HOW
from charts.model import Column, Table
from indonesia import month_of, show_date
from intake.threshold import LEAST, MOST, Threshold, set_threshold, threshold_on, thresholds
from ui.escape import md_escape
from ui.settings_preview import apply_button
from ui.state import Visit, now
from ui.table import show_table

NONE = "Tanpa ambang: tidak ada OPD yang dinilai"
UNSET = "Belum ada ambang yang berlaku, sehingga tidak ada OPD yang dinilai."


def threshold_section(visit: Visit) -> None:
    """What holds today, the form, and every version."""
    found = thresholds(visit.store)
    held = threshold_on(found, visit.today)
    st.subheader("Ambang liputan pimpinan", anchor=False)
    st.write(md_escape(VERDICT_HOW))
    st.info(md_escape(_words(held) if held else UNSET), icon=":material/rule:")
    with st.container(border=True):
        _form(visit, found, held)
    if found:
        with st.expander(f"Riwayat perubahan ({len(found)} versi)"):
            show_table(_history(found), files=False)


def _form(visit: Visit, found: tuple[Threshold, ...], held: Threshold | None) -> None:
    none = st.checkbox(NONE, key="threshold_none")
    one, other = st.columns(2)
    percent = one.number_input(
        "Paling banyak (persen konten hanya tentang pimpinan)", LEAST, MOST,
        held.percent if held and held.percent else 40, disabled=none, key="threshold_percent",
    )  # fmt: skip
    start = month_of(visit.today)[0]
    day = other.date_input("Berlaku sejak", start, format="DD/MM/YYYY", key="threshold_day")
    basis = st.text_input(
        "Dasar (bila ada)", key="threshold_basis", max_chars=200, placeholder="nomor dan tanggal surat"
    )
    if day < start:
        st.warning(
            f"Periode yang dimulai sejak {show_date(day)} ikut dinilai dengan ambang ini, juga yang sudah lewat.",
            icon=":material/history:",
        )
    seen = found[0].version if found else 0

    def act(who: str) -> str:
        set_threshold(visit.store, None if none else int(percent), day, basis, seen, who, now())
        return f"Ambang liputan pimpinan tersimpan dan berlaku bagi periode yang dimulai sejak {show_date(day)}."

    apply_button("Terapkan", "threshold_apply", act)


def _words(held: Threshold) -> str:
    basis = f" Dasar: {held.basis}." if held.basis else ""
    return (
        f"Saat ini berlaku: paling banyak {held.percent}% konten hanya tentang pimpinan, sejak "
        f"{show_date(held.from_day)}.{basis}"
    )


def _history(found: tuple[Threshold, ...]) -> Table:
    return Table(
        "riwayat-ambang",
        "Riwayat ambang",
        (
            Column("versi", "Versi", "int"), Column("ambang", "Ambang"), Column("sejak", "Berlaku sejak", "date"),
            Column("dasar", "Dasar"), Column("oleh", "Oleh"), Column("waktu", "Waktu", "datetime"),
        ),
        tuple(
            (
                one.version, "tanpa ambang" if one.percent is None else f"{one.percent}%", one.from_day.isoformat(),
                one.basis or None, one.who, one.at.isoformat(),
            )
            for one in found
        ),
    )  # fmt: skip
