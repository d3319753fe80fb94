"""Ragam Topik: what the konten are about, for all OPDs and for each, and how much of it informs the public."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from answers.choice import Choice
from answers.frame import KONTEN, MELAPOR, Frame
from answers.head import answer_to
from answers.legible import TERSEDIA, Legible, read_legible
from answers.selection import Selection, select
from charts.expected import EXPECTED_HOW, expected_table
from charts.labels import INFORMATIVE, TOPICS
from charts.model import Answer, Number
from charts.topics import INFORMATIVE_WORDS, TOPIC_HOW, agency_chart, topic_chart
from indonesia import show_number, show_share
from metrics.content import contents
from metrics.topics import agency_topics, informative_shares, topic_counts
from store import Scope, Store

NAME, TITLE = "topics", "Ragam Topik"

TOPIK = ("Topik", TOPIC_HOW)
INFORMATIF = ("Informatif", f"Konten yang topik utamanya salah satu dari: {INFORMATIVE_WORDS}.")
BELUM = ("Belum Terklasifikasi", "Konten yang keterangannya tidak memuat kata penentu; tetap ikut dalam pembagi.")
DIHARAPKAN = ("Topik yang diharapkan", EXPECTED_HOW)
REPORTED = ("melapor_lengkap", "melapor_sebagian")


def topics(
    store: Store, scope: Scope, choice: Choice, today: date, expected: Mapping[str, Collection[str]] | None = None
) -> Answer:
    """What the konten of the period are about. `expected`: agency_id → topic codes that it can be asked for."""
    selection = select(store, scope, choice, today)
    return answer_to(selection, NAME, TITLE, lambda words: _parts(selection, words, expected or {}))


def _parts(selection: Selection, frame: Frame, expected: Mapping[str, Collection[str]]) -> dict[str, Any]:
    read = read_legible(selection, frame, "topic_source")
    words = read.words
    konten = contents(read.posts)
    counted = selection.kept(agency_topics(konten))
    counts = {row["topic"]: row for row in selection.rows(topic_counts(counted, TOPICS))}
    wholes = selection.by_agency(informative_shares(counted, selection.roster, INFORMATIVE))
    cells = selection.rows(counted)
    table = expected_table(words.basis, expected, _seen(selection, read, expected))
    return {
        "sentence": _sentence(words, counts) + read.remark,
        "numbers": _numbers(words, counts),
        "charts": (topic_chart(words.basis, counts), agency_chart(words.basis, cells, wholes)),
        "tables": (table,) if table.rows else (),
        "definitions": (
            KONTEN,
            TOPIK,
            INFORMATIF,
            BELUM,
            *([DIHARAPKAN] if table.rows else []),
            *([TERSEDIA] if read.remark else []),
            MELAPOR,
        ),
    }


def _seen(selection: Selection, read: Legible, expected: Mapping[str, Collection[str]]) -> dict[str, set[str]]:
    """agency_id → topics of its konten, main or other, of OPDs that reported and whose posts have a text."""
    if not expected:
        return {}
    shown: dict[str, set[str]] = {}
    for row in selection.rows(read.posts.select("agency_id", "topic", "topics").distinct()):
        shown.setdefault(row["agency_id"], set()).update((row["topic"], *(row["topics"] or "").split(";")))
    basis = read.words.basis
    return {
        agency: shown.get(agency, set())
        for agency, state in basis.reporting.items()
        if state in REPORTED and (agency in shown or basis.silence(agency) == "nihil")
    }


def _informative(counts: Mapping[str, Mapping[str, Any]]) -> int:
    return sum(row["konten"] for code, row in counts.items() if code in INFORMATIVE)


def _sentence(words: Frame, counts: Mapping[str, Mapping[str, Any]]) -> str:
    total = sum(row["konten"] for row in counts.values())
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; topik belum dapat dihitung."
    if not total:
        return f"Pada {words.period}, {show_number(words.reporting_opds)} OPD melapor tanpa satu konten pun."
    most = max(row["konten"] for code, row in counts.items() if code != "lainnya")
    leaders = [TOPICS[code] for code in TOPICS if code != "lainnya" and counts[code]["konten"] == most and most]
    sentence = (
        f"Dari {show_number(total)} konten pada {words.period}, {show_share(_informative(counts) / total)} informatif"
    )
    if leaders:
        sentence += f"; terbanyak {' dan '.join(leaders[:2])} ({show_number(most)} konten)"
    return f"{sentence}; {show_number(counts['lainnya']['konten'])} konten belum terklasifikasi."


def _numbers(words: Frame, counts: Mapping[str, Mapping[str, Any]]) -> tuple[Number, ...]:
    total = sum(row["konten"] for row in counts.values())
    return (
        Number("Konten", total if words.reporting_opds else None, "konten", KONTEN[1], posts=words.basis.mark()),
        Number(
            "Informatif",
            _informative(counts) / total if total else None,
            "dari konten",
            INFORMATIF[1],
            number_format="percent",
        ),
        Number(
            "Belum Terklasifikasi",
            counts["lainnya"]["konten"] if words.reporting_opds else None,
            "konten",
            BELUM[1],
            posts=words.basis.mark(topik="lainnya"),
        ),
    )
