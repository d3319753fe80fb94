"""Bidang dalam Laporan: which bidang of each OPD the konten name, which were not seen, and since when."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import ibis.expr.types as ir

from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, Frame
from answers.head import answer_to
from answers.selection import Selection, select
from charts.coverage_unit_lists import SINCE_HOW, list_table, unseen_table
from charts.coverage_units import (
    FEWEST,
    NOT_TO_JUDGE,
    TOO_FEW,
    UNITS_HOW,
    Office,
    needed,
    offices_of,
    state_words,
    unit_map,
)
from charts.model import Answer, Chart, Number
from indonesia import show_number
from metrics.activity import Step
from metrics.content import begun_within
from metrics.coverage_units import days_since, last_mentions, naming, step_states, stepped_units, unit_contents
from store import Scope, Store

NAME, TITLE = "coverage_units", "Bidang dalam Laporan"
MOST_ROWS, MOST_CELLS, MOST_WEEKS = 120, 5_000, 14
"""How large the map of bidang and weeks may be on a screen: the bidang of one OPD or of a kind, not of all."""

BIDANG = (
    "Bidang",
    "Juga sekretariat, bagian (Sekretariat Daerah dan Sekretariat DPRD), seksi (kecamatan), irban (Inspektorat), dan "
    "instalasi (rumah sakit), sebagaimana tertulis dalam Daftar OPD.",
)
DISEBUT = ("Terlihat dalam laporan", UNITS_HOW)
SEJAK = ("Hari kerja sejak disebut terakhir", SINCE_HOW)


def coverage_units(store: Store, scope: Scope, choice: Choice, today: date) -> Answer:
    """Which bidang the konten of the period name: a map for one OPD or a kind, a list for many."""
    selection = select(store, scope, choice, today)
    return answer_to(selection, NAME, TITLE, lambda words: _parts(selection, words))


def _parts(selection: Selection, words: Frame) -> dict[str, Any]:
    posts = to_name(begun_within(selection.posts, selection.first, selection.last))
    posts = selection.kept(posts.select("agency_id", "content_key", "content_day", "caption", "bidang"))
    told = selection.by_agency(naming(posts, selection.roster))
    found = {(row["agency_id"], row["unit"]): row["konten"] for row in selection.rows(unit_contents(posts))}
    offices = offices_of(words.basis, told, listed_units(selection, found), found)
    return {
        "sentence": _sentence(words, offices),
        "numbers": _numbers(words, offices),
        "charts": _map(selection, words, offices, posts),
        "tables": (list_table(words.basis, offices), unseen_table(words.basis, offices, _since(selection, offices))),
        "definitions": (KONTEN, BIDANG, DISEBUT, SEJAK, MELAPOR),
    }


def listed_units(selection: Selection, found: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    """The bidang of the roster: those that were there on a day of the period, or that a konten names none the less.

    `found`: (agency_id, unit) → konten.
    """
    units = selection.tables.units.order_by("name", "unit_id")
    return [
        unit
        for unit in selection.rows(units)
        if (unit["agency_id"], unit["unit_id"]) in found
        or ((unit["from_day"] or date.min) <= selection.last and (unit["to_day"] or date.max) >= selection.first)
    ]


def to_name(posts: ir.Table) -> ir.Table:
    """Posts without reposts, with a text in bidang where none is named."""
    return posts.filter(~posts.is_repost).fill_null({"bidang": ""})


def step_of(days: int) -> Step:
    """Weeks up to a quarter, else months."""
    return "week" if days <= MOST_WEEKS * 7 else "month"


def _map(selection: Selection, words: Frame, offices: Sequence[Office], posts: ir.Table) -> tuple[Chart, ...]:
    """The map, as long as its rows can be told apart."""
    step = step_of(len(selection.days))
    rows = sum(len(office.units) for office in offices)
    columns = len(selection.days) // (7 if step == "week" else 28) + 2
    if not 0 < rows <= MOST_ROWS or rows * columns > MOST_CELLS:
        return ()
    cells = {
        (row["agency_id"], row["unit"], row["start"]): row["konten"]
        for row in selection.rows(stepped_units(posts, step))
    }
    states = {
        (row["agency_id"], row["start"]): row["state"] for row in selection.rows(step_states(selection.counted, step))
    }
    return (unit_map(words.basis, offices, cells, states, step),)


def _since(selection: Selection, offices: Sequence[Office]) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """(agency_id, unit) → row of days_since, of the bidang that were named before the period."""
    unseen = [unit.key for office in offices for unit in office.unseen]
    if not unseen:
        return {}
    before = to_name(selection.posts.filter(selection.posts.day <= selection.last))
    mentions = last_mentions(before)
    mentions = selection.kept(mentions.filter(mentions.unit.isin(unseen)))
    first = selection.rows(mentions.aggregate(first=mentions.last_day.min()))[0]["first"]
    if first is None:
        return {}
    days = selection.moved(first, selection.last, selection.last)
    return {(row["agency_id"], row["unit"]): row for row in days.rows(days_since(mentions, days.daily))}


def _sentence(words: Frame, offices: Sequence[Office]) -> str:
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; bidang belum dapat dilihat."
    if len(offices) == 1:
        return _one(words, offices[0])
    judged = [office for office in offices if office.judged]
    end = f"{_doubts(words, offices)}."
    if not judged:
        return f"Pada {words.period} bidang belum dapat dinilai pada satu OPD pun{end}"
    seen, unseen = _counts(judged)
    return (
        f"Pada {words.period}, {show_number(seen)} dari {show_number(seen + unseen)} bidang pada "
        f"{show_number(len(judged))} OPD yang dapat dinilai terlihat dalam laporan dan {show_number(unseen)} belum{end}"
    )


def _doubts(words: Frame, offices: Sequence[Office]) -> str:
    """How many OPDs cannot be judged, and why; "" without any."""
    said = [state_words(words.basis, office) for office in offices if office.konten]
    why = (
        (NOT_TO_JUDGE, "lebih dari separuh kontennya tidak menyebut bidang"),
        (TOO_FEW, "kontennya terlalu sedikit"),
    )
    told = [f"{show_number(said.count(state))} OPD {{}}karena {reason}" for state, reason in why if state in said]
    return f"; {', '.join(told)}".format("belum dapat dinilai ", *[""] * len(told)) if told else ""


def _one(words: Frame, office: Office) -> str:
    if not office.judged:
        state = state_words(words.basis, office)
        why = {
            NOT_TO_JUDGE: f": {show_number(office.none)} dari {show_number(office.konten)} konten berteks tidak "
            "menyebut bidang",
            TOO_FEW: f": {show_number(office.konten)} konten berteks, diperlukan sekurangnya {needed(office.listed)}",
        }
        return f"Pada {words.period}, bidang {office.opd.name}: {state.lower()}{why.get(state, '')}."
    seen, unseen = _counts([office])
    sentence = f"Pada {words.period}, {seen} dari {seen + unseen} bidang {office.opd.name} terlihat dalam laporan"
    names = ", ".join(unit.label for unit in office.unseen)
    return f"{sentence}; belum terlihat: {names}." if names else f"{sentence}."


def _counts(offices: Sequence[Office]) -> tuple[int, int]:
    """How many bidang were seen, and how many were not."""
    return sum(len(office.seen) for office in offices), sum(len(office.unseen) for office in offices)


def _numbers(words: Frame, offices: Sequence[Office]) -> tuple[Number, ...]:
    judged = [office for office in offices if office.judged]
    seen, unseen = _counts(judged)
    konten, none = sum(office.konten for office in offices), sum(office.none for office in offices)
    whole = f"dari {show_number(seen + unseen)} bidang pada {show_number(len(judged))} OPD yang dapat dinilai"
    return (
        Number("Bidang terlihat", seen if judged else None, whole, UNITS_HOW),
        Number("Bidang belum terlihat", unseen if judged else None, whole, UNITS_HOW),
        Number(
            "Konten tanpa nama bidang",
            none / konten if konten else None,
            f"dari {show_number(konten)} konten berteks",
            "Konten yang keterangannya maupun laporannya tidak menyebut satu bidang pun.",
            number_format="percent",
        ),
        Number(
            "OPD yang dapat dinilai",
            len(judged) if words.reporting_opds else None,
            f"dari {show_number(words.reporting_opds)} OPD yang melapor",
            f"OPD yang bidangnya terdaftar, yang konten berteksnya sekurangnya {FEWEST} dan sebanyak bidangnya, dan "
            "yang paling banyak separuh kontennya tidak menyebut bidang.",
        ),
    )
