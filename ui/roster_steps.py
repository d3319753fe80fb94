"""The roster on screen: load the shipped one, edit OPDs, bidang and accounts in tables, save them together."""

import pandas as pd
import streamlit as st

from answers.choice import KINDS, PLATFORM_NAMES
from charts.coverage_units import UNIT_KINDS
from intake import SHIPPED, RefusedError, Roster, parse_roster, read_roster, save_roster
from ui.show import md_escape
from ui.state import Visit, now

_ROUND = "roster_round"
_AGENCY_COLUMNS = ("agency_id", "name", "kind", "parent_id", "aliases", "contact", "active", "no_account")


def offer_shipped(visit: Visit) -> None:
    """At first run: the 54 units of OKU Timur, or a file of one's own."""
    st.write(
        "Daftar OPD menentukan siapa yang diharapkan melapor. Mulailah dari daftar 54 OPD Kabupaten OKU Timur "
        "yang disertakan, lalu sesuaikan nama, alias, dan bidangnya."
    )
    if st.button("Muat daftar 54 OPD Kabupaten OKU Timur", type="primary", key="roster_shipped"):
        _save(visit, parse_roster(SHIPPED.read_bytes(), SHIPPED.name))
    file = st.file_uploader("Atau unggah daftar sendiri (CSV)", type=["csv"], key="roster_file")
    if file:
        try:
            own = parse_roster(file.getvalue(), file.name)
        except RefusedError as refusal:
            st.error(md_escape(str(refusal)))
            return
        if st.button(f"Muat {len(own.agencies)} OPD dari berkas ini", key="roster_own"):
            _save(visit, own)


def edit(visit: Visit) -> None:
    """Three tables to edit and one button that saves them together."""
    roster = read_roster(visit.store, visit.scope)
    turn = f"{visit.version}_{st.session_state.get(_ROUND, 0)}"
    codes = [str(agency["agency_id"]) for agency in roster.agencies]
    opd, bidang, akun = st.tabs(["OPD dan alias", "Bidang, bagian, seksi", "Akun resmi"])
    with opd:
        st.caption("Alias dipisahkan titik koma. OPD yang memiliki unggahan tidak dapat dihapus; kosongkan saja Aktif.")
        agencies = _edit_agencies(roster, codes, f"agencies_{turn}")
    with bidang:
        units = _edit_units(roster, codes, f"units_{turn}")
    with akun:
        accounts = _edit_accounts(roster, codes, f"accounts_{turn}")
    if st.button("Simpan daftar", type="primary", key="roster_save"):
        _save(visit, edited(agencies, units, accounts))


def _edit_agencies(roster: Roster, codes: list[str], key: str) -> pd.DataFrame:
    return st.data_editor(
        _frame(roster.agencies, _AGENCY_COLUMNS),
        column_config={
            "agency_id": st.column_config.TextColumn("Kode", required=True, validate="^[a-z0-9-]{2,80}$"),
            "name": st.column_config.TextColumn("Nama OPD", required=True, width="large"),
            "kind": st.column_config.SelectboxColumn("Jenis", options=list(KINDS), required=True),
            "parent_id": st.column_config.SelectboxColumn("Induk", options=["", *codes]),
            "aliases": st.column_config.TextColumn("Alias", width="large"),
            "contact": st.column_config.TextColumn("Narahubung"),
            "active": st.column_config.CheckboxColumn("Aktif", default=True),
            "no_account": st.column_config.CheckboxColumn("Tidak punya akun", default=False),
        },
        num_rows="dynamic",
        hide_index=True,
        height=560,
        key=key,
        alt="Daftar OPD yang dapat disunting",
    )


def _edit_units(roster: Roster, codes: list[str], key: str) -> pd.DataFrame:
    return st.data_editor(
        _frame(roster.units, ("agency_id", "name", "kind", "aliases", "unit_id")),
        column_config={
            "agency_id": st.column_config.SelectboxColumn("OPD (kode)", options=codes, required=True),
            "name": st.column_config.TextColumn("Nama", required=True, width="large"),
            "kind": st.column_config.SelectboxColumn("Tingkat", options=list(UNIT_KINDS), required=True),
            "aliases": st.column_config.TextColumn("Alias", width="large"),
            "unit_id": None,
        },
        num_rows="dynamic",
        hide_index=True,
        height=560,
        key=key,
        alt="Daftar bidang yang dapat disunting",
    )


def _edit_accounts(roster: Roster, codes: list[str], key: str) -> pd.DataFrame:
    return st.data_editor(
        _frame(roster.accounts, ("agency_id", "platform", "handle")),
        column_config={
            "agency_id": st.column_config.SelectboxColumn("OPD (kode)", options=codes, required=True),
            "platform": st.column_config.SelectboxColumn("Platform", options=list(PLATFORM_NAMES), required=True),
            "handle": st.column_config.TextColumn("Nama akun", required=True, width="large"),
        },
        num_rows="dynamic",
        hide_index=True,
        key=key,
        alt="Daftar akun yang dapat disunting",
    )


def edited(agencies: pd.DataFrame, units: pd.DataFrame, accounts: pd.DataFrame) -> Roster:
    """The roster that the three tables now hold; rows left empty are dropped, a new bidang gets its code."""
    rows = [_row(row) for row in agencies.to_dict("records") if row.get("agency_id")]
    parts = [_row(row) for row in units.to_dict("records") if row.get("agency_id") and row.get("name")]
    for part in parts:
        part["unit_id"] = part["unit_id"] or f"{part['agency_id']}/{str(part['name']).casefold().replace(' ', '-')}"
    handles = [_row(row) for row in accounts.to_dict("records") if row.get("agency_id") and row.get("handle")]
    for row in rows:
        row["active"] = bool(row.get("active", True))
        row["no_account"] = bool(row.get("no_account", False))
        row["parent_id"] = row["parent_id"] or None
    return Roster(tuple(rows), tuple(parts), tuple(handles))


def _frame(rows: tuple[dict[str, object], ...], columns: tuple[str, ...]) -> pd.DataFrame:
    shown = [{name: "" if row[name] is None else row[name] for name in columns} for row in rows]
    return pd.DataFrame(shown, columns=list(columns))


def _row(row: dict[str, object]) -> dict[str, object]:
    """A row with "" where the table editor leaves nothing."""
    return {str(name): ("" if value is None or value != value else value) for name, value in row.items()}  # noqa: PLR0124


def _save(visit: Visit, roster: Roster) -> None:
    try:
        save_roster(visit.store, roster, visit.scope.sample, visit.person.name, now())
    except RefusedError as refusal:
        st.error(md_escape(str(refusal)), icon=":material/block:")
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()
