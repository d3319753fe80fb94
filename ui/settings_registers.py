"""Tables of the settings that judgements rest on: edited, checked, told what they change, put in force with a trace."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import streamlit as st

from charts.model import Column, Table
from indonesia import show_date
from intake.agencies import agencies_register
from intake.agency_names import AgencyNames, agency_names
from intake.bidang import units_register
from intake.dispensations import dispensations_register
from intake.fields import Problem, Row
from intake.local_days import calendar_register
from intake.official_accounts import accounts_register
from intake.registers import (
    Changes,
    Register,
    change_lines,
    change_sentence,
    changes_between,
    checked,
    read_register,
    save_register,
)
from intake.targets import targets_register
from posts import PLATFORMS
from ui.escape import md_escape
from ui.grid import book_table, grid, workbook_of_rows
from ui.settings_preview import apply_button
from ui.settings_tables import say
from ui.state import Visit, now
from ui.table import show_table

_MANY, _HISTORY = 10, 200


@dataclass(frozen=True)
class Shown:
    """A register on the page: how it is made from the roster, the words above it, and a remark on what is in force."""

    made: Callable[[Visit, AgencyNames], Register]
    intro: str
    remark: Callable[[Sequence[Row]], str] = lambda rows: ""


@dataclass(frozen=True)
class _Checked:
    stored: tuple[Row, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def _assumptions(rows: Sequence[Row]) -> str:
    """Which targets are assumptions, for nobody is judged by them."""
    number = sum(1 for row in rows if row["number"] and not row["basis"])
    if not number:
        return ""
    return (
        f"**{number} target tanpa dasar berlaku sebagai *asumsi*:** selisihnya ditampilkan, tetapi tidak ada OPD yang "
        "dinyatakan tercapai atau belum tercapai dan tidak ada peringkat. Isilah kolom Dasar dengan nomor dan tanggal "
        "surat agar target menilai."
    )


SHOWN = {
    "target": Shown(
        lambda visit, names: targets_register(names),
        "Satu baris adalah satu target sejak suatu tanggal. Target sebuah OPD didahulukan dari target jenisnya, dan "
        "target jenis dari target semua OPD; di antara yang sama berlaku yang terbaru. Untuk mengubah target, "
        "**tambahkan baris baru** dengan tanggal mulai yang baru, sehingga bulan yang lalu tetap dinilai seperti "
        "semula. Jumlah 0 mengakhiri target sebelumnya. Sebelum tanggal target pertama tidak ada yang dinilai.",
        _assumptions,
    ),
    "kalender": Shown(
        lambda visit, names: calendar_register(names),
        "Hari libur nasional dan cuti bersama sudah diketahui dan tidak perlu ditulis. Tulislah di sini hari libur "
        "daerah, hari libur yang dimasuki, dan OPD yang bekerja tujuh hari, misalnya rumah sakit. Ketentuan sebuah OPD "
        "didahulukan dari ketentuan jenisnya, dan itu dari ketentuan semua OPD. Pola tujuh hari berakhir dengan baris "
        "“lima hari kerja per minggu” pada tanggal kemudian, sehingga bulan yang lalu tetap dinilai seperti semula.",
    ),
    "dispensasi": Shown(
        lambda visit, names: dispensations_register(names, PLATFORMS),
        "Pada hari dispensasi tidak ada yang diminta dari OPD itu, misalnya karena akun diretas atau admin berganti. "
        "Hari itu tampil sebagai *dispensasi*, bukan nihil dan bukan belum melapor. Alasan dan pemberi persetujuan "
        "wajib diisi. Bila dispensasi berakhir lebih cepat, ubahlah kolom Sampai.",
    ),
    "opd": Shown(
        lambda visit, names: agencies_register(visit.store, visit.scope, names),
        "Satu baris adalah satu OPD yang diharapkan melapor. Bila nama OPD berganti, ubahlah namanya: nama lama "
        "menjadi alias, sehingga laporan lama tetap dikenali. Bila OPD bubar atau bergabung, isilah Ada sampai dan "
        "tambahkan OPD penggantinya dengan Ada sejak; bulan yang lalu tetap dinilai seperti semula.",
    ),
    "bidang": Shown(
        lambda visit, names: units_register(visit.store, visit.scope, names),
        "Bidang, bagian, dan seksi dikenali dari nama dan aliasnya di dalam teks unggahan. Bila sebuah bidang tidak "
        "ada lagi, isilah Ada sampai. Unggahan yang sudah tersimpan tetap terbaca seperti adanya sampai dibaca ulang.",
    ),
    "akun": Shown(
        lambda visit, names: accounts_register(names, PLATFORMS),
        "Akun resmi menentukan platform mana yang diharapkan dari sebuah OPD. Bila akun ditutup atau diganti, isilah "
        "Dipakai sampai: sejak hari berikutnya platform itu tidak lagi diharapkan, dan unggahan lama tetap dikenali "
        "dari akun lama.",
    ),
}
"""The registers by the part of the settings that shows them (?bagian=…)."""


def register_section(visit: Visit, part: str) -> None:
    """One register: what is in force, the editor, the check, the workbook, who changed what."""
    shown = SHOWN[part]
    names = agency_names(visit.store, visit.scope)
    register = shown.made(visit, names)
    stored = read_register(visit.store, visit.scope, register)
    st.caption(shown.intro)
    if remark := shown.remark(stored):
        st.info(remark, icon=":material/info:")
    if not names.names:
        st.info("Daftar OPD masih kosong; isilah Daftar OPD lebih dahulu.", icon=":material/info:")
    key = _key(register, "")
    draft, turn = st.session_state.get(f"{key}draft"), st.session_state.get(f"{key}turn", 0)
    base = stored if draft is None else draft
    # A stored change makes another editor: it tells its edits by row number.
    mark = hash(repr(stored))
    cells = grid(register.fields, base, f"{key}editor_{turn}_{mark}", f"Tabel {register.title} yang dapat disunting")
    rows, problems = checked(register, cells)
    _steps(visit, register, _Checked(stored, rows, problems))
    workbook_of_rows(
        visit, register.table, book_table(register.title, register.fields, stored), register.fields,
        lambda loaded: _put(register, loaded),
    )  # fmt: skip
    _history(visit, register)


def _key(register: Register, what: str) -> str:
    return f"settings_{register.table}_{what}"


def _put(register: Register, rows: tuple[Row, ...] | None) -> None:
    """Start the editor anew from these rows (None: from those that are stored)."""
    st.session_state[_key(register, "draft")] = rows
    st.session_state[_key(register, "turn")] = st.session_state.get(_key(register, "turn"), 0) + 1
    st.session_state.pop(_key(register, "checked"), None)


def _steps(visit: Visit, register: Register, now_in: _Checked) -> None:
    """The check, what it found, and the button that puts the rows in force."""
    with st.container(horizontal=True):
        if st.button("Periksa", type="primary", icon=":material/fact_check:", key=_key(register, "check")):
            st.session_state[_key(register, "checked")] = now_in
        if now_in.problems or not changes_between(register, now_in.stored, now_in.rows).empty:
            st.button("Batalkan suntingan", on_click=_put, args=(register, None), key=_key(register, "revert"))
    seen: _Checked | None = st.session_state.get(_key(register, "checked"))
    if seen is None:
        return
    if seen != now_in:
        st.caption("Isi tabel berubah sejak diperiksa. Mohon periksa kembali.")
        return
    say([problem.sentence for problem in seen.problems], st.error, ":material/block:")
    if seen.problems:
        return
    changes = changes_between(register, seen.stored, seen.rows)
    if changes.empty:
        st.caption("Isi tabel sama dengan yang berlaku; tidak ada yang perlu diterapkan.")
        return
    _tell(register, changes)
    sure = _sure(register, changes.since, visit.today)

    def act(who: str) -> str:
        done = save_register(visit.store, visit.scope, register, seen.rows, seen.stored, who, now())
        _put(register, None)
        return f"Tersimpan: {change_sentence(register, done)}"

    apply_button("Terapkan", _key(register, "apply"), act, sure)


def _tell(register: Register, changes: Changes) -> None:
    lines = change_lines(register, changes)
    told = "\n".join(f"- {md_escape(line)}" for line in lines[:_MANY])
    more = f"\n- … dan {len(lines) - _MANY} lagi" if len(lines) > _MANY else ""
    st.warning(
        f"**Akan berubah:** {md_escape(change_sentence(register, changes))}\n\n{told}{more}",
        icon=":material/compare_arrows:",
    )


def _sure(register: Register, since: date | None, today: date) -> bool:
    """Whether no day gone by is judged otherwise, or the person says that this is meant."""
    if since is None or since >= today:
        return True
    told = "Hari" if since == date.min else f"Hari sejak {show_date(since)}"
    st.caption(
        f"{told} yang sudah lewat akan dinilai menurut isi yang baru. Bulan yang sudah ditutup "
        "tetap seperti saat ditutup."
    )
    return st.checkbox("Ya, penilaian hari yang sudah lewat itu memang diubah", key=_key(register, "sure"))


def _history(visit: Visit, register: Register) -> None:
    """Who changed which row and when, the newest first."""
    if visit.scope.sample:
        st.caption("Perubahan pada data contoh tidak dicatat dalam riwayat dan hilang bersama data contoh.")
        return
    audit = visit.store.read(visit.scope).audit
    told = audit.filter((audit.action == "setting") & (audit.subject == register.table))
    rows = visit.store.run(told.order_by(ibis.desc("at"), "detail").limit(_HISTORY)).to_pylist()
    if not rows:
        return
    with st.expander("Riwayat perubahan"):
        columns = (Column("waktu", "Waktu", "datetime"), Column("oleh", "Oleh"), Column("isi", "Perubahan"))
        lines = tuple((row["at"].isoformat(), row["who"], row["detail"]) for row in rows)
        show_table(Table(f"riwayat-{register.table}", "Riwayat", columns, lines), files=False)
