"""Laporan Masuk: who handed in for which platform and days, until when it is asked for, and what to write to whom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import pyarrow as pa

from answers.choice import Choice
from answers.frame import MELAPOR, UNGGAHAN, Frame, frame, nothing_to_show
from answers.segments import covered
from answers.selection import Selection, select
from charts.model import STATES, Answer, Number
from charts.reporting import NOT_ASKED, REPORTING_HOW, reporting_chart, state_words
from indonesia import mobile_number, month_of, show_date, show_days, show_number, without_number
from metrics.content import within
from posts import PLATFORMS
from store import Scope, Store
from store.closed import overlapping

NAME, TITLE = "reporting", "Laporan Masuk"
DEADLINE, SHIPPED_DAY = "batas_laporan", 5
"""The setting for the day of the next month until which reports are asked for, and its value until somebody sets it."""
OPEN = ("belum_melapor", "sebagian", "belum_terbaca")
ASKED = ("belum_melapor", "belum_lengkap", "belum_terbaca")
"""States of a day that lack a complete report, and those of a platform that a reminder names."""
NOBODY = "Admin media sosial"

Cell = Mapping[str, Any]


@dataclass(frozen=True)
class Reminder:
    """What to write to an OPD; `link` opens it in WhatsApp to the person in charge, "" without a mobile number."""

    agency_id: str
    opd: str
    text: str
    link: str


def reporting(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """Every OPD and platform with the state of its reports for the period."""
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    words, cells = frame(selection), _cells(selection)
    platforms = _platforms(selection, cells)
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(selection, words, today),
        numbers=_numbers(words),
        charts=(reporting_chart(words.basis, cells, platforms, _more(selection)),),
        definitions=(("Keadaan", REPORTING_HOW), MELAPOR, UNGGAHAN),
    )


def reminders(store: Store, scope: Scope, choice: Choice, today: date) -> tuple[Reminder, ...]:
    """A polite letter to every OPD that lacks something; what is closed is not asked for any more."""
    selection = select(store, scope, choice, today)
    open_ones = tuple(segment for segment in selection.segments if not segment.closing)
    if not selection.opds or not open_ones:
        return ()
    words, cells = frame(selection), _cells(replace(selection, segments=open_ones))
    contacts = {agency: contact for agency, (_, contact) in _more(selection).items()}
    found = []
    for opd in selection.opds:
        lacks = [
            (PLATFORMS[code], cells[opd.agency_id, code])
            for code in PLATFORMS
            if (opd.agency_id, code) in cells and cells[opd.agency_id, code]["state"] in ASKED
        ]
        if not lacks:
            continue
        unknown = all(cell["state"] == "belum_melapor" for _, cell in lacks) and len(lacks) == len(PLATFORMS)
        lines = [f"- {name}: {state_words(cell['state']).lower()} ({cell['missing']})" for name, cell in lacks]
        lines = [f"- semua platform: belum melapor ({lacks[0][1]['missing']})"] if unknown else lines
        contact = contacts[opd.agency_id]
        text = _letter(without_number(contact) or NOBODY, opd.name, words.period, lines, _deadline(selection), today)
        number = mobile_number(contact)
        link = f"https://wa.me/{number}?text={quote(text, safe='')}" if number else ""
        found.append(Reminder(opd.agency_id, opd.name, text, link))
    return tuple(found)


def _letter(who: str, opd: str, period: str, lines: Sequence[str], deadline: date, today: date) -> str:
    until = show_date(deadline)
    asked = (
        f"Mohon laporan tersebut dapat disampaikan paling lambat {until}."
        if today <= deadline
        else f"Batas waktu penyampaian {until} telah lewat. Mohon laporan tersebut dapat disampaikan pada kesempatan "
        "pertama."
    )
    return (
        f"Yth. {who}\n{opd}\n\n"
        f"Dengan hormat, bersama ini kami sampaikan bahwa laporan unggahan media sosial {opd} untuk {period} belum "
        f"kami terima seluruhnya:\n{chr(10).join(lines)}\n\n"
        f"{asked} Apabila pada tanggal tersebut memang tidak ada unggahan, mohon dinyatakan nihil.\n\n"
        "Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih."
    )


def _cells(selection: Selection) -> dict[tuple[str, str], Cell]:
    """(agency_id, platform) → state, complete, open (days), missing (their dates in words), unggahan."""
    shown = within(selection.posts, selection.first, selection.last)
    shown = shown.group_by("agency_id", "platform").agg(unggahan=shown.count())
    counts = {(row["agency_id"], row["platform"]): row["unggahan"] for row in selection.rows(shown)}
    found: dict[tuple[str, str], Cell] = {}
    for code in selection.choice.platforms or tuple(PLATFORMS):
        parts = [selection.store.run(covered(segment, (code,))) for segment in selection.segments]
        days: dict[str, dict[date, str]] = {}
        for row in pa.concat_tables(parts).to_pylist():
            days.setdefault(row["agency_id"], {})[row["day"]] = row["covered"]
        for agency, told in days.items():
            found[agency, code] = _cell(told, counts.get((agency, code), 0))
    return found


def _cell(days: Mapping[date, str], unggahan: int) -> Cell:
    days = {day: state for day, state in days.items() if state != "di_luar_data"}
    told = Counter(days.values())
    lacking = sorted(day for day, state in days.items() if state in OPEN)
    asked = len(days) - told["tanpa_akun"] - told["di_luar_data"]
    if not asked:
        state = "tanpa_akun" if told["tanpa_akun"] else "di_luar_data"
    elif told["dispensasi"] == asked:
        state = "dispensasi"
    elif not lacking:
        state = "lengkap" if unggahan else "nihil"
    elif told["lengkap"] or told["sebagian"]:
        state = "belum_lengkap"
    else:
        state = "belum_terbaca" if told["belum_terbaca"] else "belum_melapor"
    missing = "; ".join(show_days(first, last) for first, last in _runs(lacking))
    return {"state": state, "complete": told["lengkap"], "open": len(lacking), "missing": missing, "unggahan": unggahan}


def _runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """Days in order as runs without a gap: first and last of each."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _platforms(selection: Selection, cells: Mapping[tuple[str, str], Cell]) -> dict[str, str]:
    """The platforms that are asked of some OPD, code → name; all of them if none is."""
    asked = {code for (_, code), cell in cells.items() if cell["state"] not in NOT_ASKED}
    chosen = selection.choice.platforms or tuple(PLATFORMS)
    return {code: name for code, name in PLATFORMS.items() if code in chosen and (code in asked or not asked)}


def _more(selection: Selection) -> dict[str, tuple[str | None, str]]:
    """agency_id → when its newest report for the period came (ISO text or None), and its contact."""
    tables = selection.tables
    told = overlapping(tables.coverage, selection.first, selection.last).select("agency_id", "upload_id")
    came = told.inner_join(tables.uploads.select("upload_id", "uploaded_at"), "upload_id")
    newest = came.group_by("agency_id").agg(at=came.uploaded_at.max())
    at = {row["agency_id"]: row["at"].isoformat() for row in selection.rows(newest)}
    contacts = {row["agency_id"]: row["contact"] for row in selection.rows(selection.live.agencies)}
    return {opd.agency_id: (at.get(opd.agency_id), contacts.get(opd.agency_id) or "") for opd in selection.opds}


def _deadline(selection: Selection) -> date:
    """Until when the reports of the period's last month are asked for."""
    settings = selection.live.settings
    kept = selection.rows(settings.filter(settings.name == DEADLINE).order_by(settings.version.desc()).limit(1))
    day = int(kept[0]["value"]) if kept and kept[0]["value"].isdigit() else SHIPPED_DAY
    first, last = month_of(month_of(selection.choice.last)[1] + timedelta(days=1))
    return min(first + timedelta(days=max(day, 1) - 1), last)


def _sentence(selection: Selection, words: Frame, today: date) -> str:
    told = Counter(words.basis.reporting.values())
    parts = [
        f"{show_number(told['melapor_lengkap'])} dari {show_number(words.asked_opds)} OPD melapor lengkap pada semua "
        "platformnya",
        f"{show_number(told['melapor_sebagian'])} belum lengkap",
        *([f"{show_number(told['belum_terbaca'])} diterima, belum terbaca"] if told["belum_terbaca"] else []),
    ]
    until = show_date(_deadline(selection))
    tail = f"Batas waktu {until}{' sudah lewat' if today > _deadline(selection) else ''}."
    lead = f"Untuk {words.period}, {', '.join(parts)}, dan {show_number(told['belum_melapor'])} belum melapor."
    return lead if len(selection.closed) == len(selection.segments) else f"{lead} {tail}"


def _numbers(words: Frame) -> tuple[Number, ...]:
    told, of_all = Counter(words.basis.reporting.values()), f"dari {show_number(words.asked_opds)} OPD"
    return tuple(
        Number(label, told[state], of_all, MELAPOR[1])
        for state, label in (
            ("melapor_lengkap", "Lengkap"),
            ("melapor_sebagian", STATES["belum_lengkap"]),
            ("belum_terbaca", STATES["belum_terbaca"]),
            ("belum_melapor", STATES["belum_melapor"]),
        )
    )
