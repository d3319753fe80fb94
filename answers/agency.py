"""Profil Publikasi OPD: what the other pages say of one OPD, on one sheet; the same numbers, none of its own.

The Answer of a profile, as page and print take it: `sentence`, `numbers`, one chart (the days as a calendar, if the
period is at most 62 days), tables "profil-opd" (lines of the sheet) and "profil-contoh" (example posts), and in `extra`
"catatan" (the coaching note, a sentence a line) and "peruntukan" (the line that must be printed on it).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from answers.choice import Choice
from answers.coverage import coverage
from answers.coverage_units import listed_units, to_name
from answers.frame import KONTEN, UNGGAHAN, Frame, frame, nothing_to_show
from answers.reporting import reporting
from answers.selection import Selection, select
from answers.targets import targets
from answers.topics import topics
from charts.agency import (
    EXAMPLES_HOW,
    PURPOSE,
    Cells,
    days_of,
    examples_table,
    report_lines,
    row_of,
    run_of,
    summary_table,
    target_lines,
    topic_lines,
    unit_lines,
    unseen_topics,
)
from charts.basis import REPORTING, Opd
from charts.coaching import Facts, coaching_note
from charts.coverage import PARTS, PROTOCOL
from charts.coverage_units import unit_label
from charts.coverage_verdict import LEADERS, Limit
from charts.labels import INFORMATIVE
from charts.model import Answer, Chart, Number, Table
from indonesia import show_number, show_share
from metrics.activity import silences
from metrics.content import begun_within, within
from metrics.coverage_units import naming, unit_contents
from metrics.examples import example_posts
from metrics.overview import agency_totals
from metrics.reach import figured
from posts import PLATFORMS
from store import Scope, Store

NAME, TITLE = "agency", "Profil Publikasi OPD"
REPORTED = ("melapor_lengkap", "melapor_sebagian")
SHEET = (
    "Asal angka",
    "Angka pada lembar ini sama dengan Laporan Masuk, Capaian Target, Ragam Topik, Liputan, dan Aktivitas.",
)
EXAMPLES = ("Unggahan contoh", EXAMPLES_HOW)
CHOOSE = "Mohon Bapak/Ibu memilih satu OPD."
Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Sources:
    """The answers that a profile is put together from, of all OPDs at once, and what only it shows."""

    selection: Selection
    words: Frame
    targets: Answer
    reporting: Answer
    topics: Answer
    coverage: Answer
    totals: Rows
    silences: Rows
    naming: Rows
    units: Mapping[str, Mapping[str, int]]
    examples: Mapping[str, list[Mapping[str, Any]]]
    expected: Mapping[str, Collection[str]]
    limit: Limit | None

    def table(self, answer: Answer, name: str) -> Table | None:
        """A table of an answer, or the one behind a chart; None if it has none of that name."""
        found = [*answer.tables, *(chart.table for chart in answer.charts)]
        return next((table for table in found if table.name == name), None)

    def chart(self, answer: Answer, name: str) -> Chart | None:
        """A chart of an answer."""
        return next((chart for chart in answer.charts if chart.name == name), None)


def agency(
    store: Store,
    scope: Scope,
    choice: Choice,
    today: date,
    expected: Mapping[str, Collection[str]] | None = None,
    limit: Limit | None = None,
) -> Answer:
    """The profile of the one OPD of the choice; an empty answer that asks for one where it names none or several."""
    found = profiles(store, scope, choice, today, expected, limit) if len(choice.agencies) == 1 else {}
    if choice.agencies and choice.agencies[0] in found:
        return found[choice.agencies[0]]
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    return empty or frame(selection).answer(selection, NAME, TITLE, CHOOSE, empty=CHOOSE)


def profiles(
    store: Store,
    scope: Scope,
    choice: Choice,
    today: date,
    expected: Mapping[str, Collection[str]] | None = None,
    limit: Limit | None = None,
) -> dict[str, Answer]:
    """agency_id → profile, of every OPD of the choice in the order of every list. Platforms are not chosen here.

    `expected`: agency_id → topic codes that it can be asked for; `limit`: the office's threshold for leaders alone.
    """
    choice = replace(choice, platforms=())
    selection = select(store, scope, choice, today)
    if nothing_to_show(selection, NAME, TITLE):
        return {}
    sources = Sources(
        selection,
        frame(selection),
        targets(store, scope, choice, today),
        reporting(store, scope, choice, today),
        topics(store, scope, choice, today, expected),
        coverage(store, scope, choice, today, limit),
        selection.by_agency(agency_totals(selection.counted)),
        selection.by_agency(silences(selection.counted)),
        *_units(selection),
        _examples(selection),
        expected or {},
        limit,
    )
    return {opd.agency_id: _profile(sources, opd) for opd in selection.opds}


def _units(selection: Selection) -> tuple[Rows, dict[str, dict[str, int]]]:
    """How many konten name a bidang, and of every listed bidang the konten that name it, by agency_id."""
    posts = to_name(begun_within(selection.posts, selection.first, selection.last))
    posts = selection.kept(posts.select("agency_id", "content_key", "caption", "bidang"))
    found = {(row["agency_id"], row["unit"]): row["konten"] for row in selection.rows(unit_contents(posts))}
    listed: dict[str, dict[str, int]] = {}
    for unit in listed_units(selection, found):
        konten = found.get((unit["agency_id"], unit["unit_id"]), 0)
        listed.setdefault(unit["agency_id"], {})[unit_label(unit["name"], unit["kind"])] = konten
    return selection.by_agency(naming(posts, selection.roster)), listed


def _examples(selection: Selection) -> dict[str, list[Mapping[str, Any]]]:
    """Two example posts of every OPD that has any."""
    tables = selection.tables
    posts = figured(within(selection.posts, selection.first, selection.last), tables.records, tables.uploads)
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in selection.rows(example_posts(posts, INFORMATIVE - {"pemilu"}, 2)):
        found.setdefault(row["agency_id"], []).append(row)
    return found


def _head(sources: Sources, opd: Opd, state: str) -> Answer:
    """The profile without any number; `state`: a key of REPORTING."""
    words = sources.words
    return Answer(
        name=NAME,
        title=TITLE,
        sentence=f"{opd.name}, {words.period}: {REPORTING[state].lower()}; profil ini tidak menilai apa pun.",
        period=words.period,
        filters=opd.name,
        reporting=f"{REPORTING[state]}. {words.reporting}",
        cut_off=words.cut_off,
        definitions=(SHEET, KONTEN, UNGGAHAN, EXAMPLES),
        missing=tuple(one for one in words.missing if one.agency == opd.name),
        sample=sources.selection.scope.sample,
        extra={"peruntukan": PURPOSE},
    )


def _profile(sources: Sources, opd: Opd) -> Answer:
    words, basis = sources.words, sources.words.basis
    state = basis.reporting.get(opd.agency_id, "belum_melapor")
    head = _head(sources, opd, state)
    if state not in REPORTED:
        return replace(head, empty=f"Belum ada laporan {opd.name} yang dapat dibaca untuk {words.period}.")
    own = replace(basis, opds=(opd,), subtitle=f"{words.period} · {opd.name}", where={"opd": opd.agency_id})
    cells = row_of(sources.table(sources.targets, "capaian-target"), opd.name)
    facts = _facts(sources, opd, cells)
    topic_cells = row_of(sources.table(sources.topics, "ragam-topik-opd"), opd.name)
    lines = (
        *report_lines(sources.table(sources.reporting, "laporan-masuk"), opd.name),
        *target_lines(cells, _met_words(sources), facts),
        *topic_lines(topic_cells, row_of(sources.table(sources.topics, "topik-belum-terlihat"), opd.name)),
        *unit_lines(facts),
        *_leader_lines(sources, opd),
    )
    total = sources.totals[opd.agency_id]
    least = "sekurangnya " if state == "melapor_sebagian" else ""
    return replace(
        head,
        sentence=(
            f"{opd.name}, {words.period}: {least}{show_number(total['konten'])} konten melalui "
            f"{show_number(total['unggahan'])} unggahan; {REPORTING[state].lower()}."
        ),
        numbers=_numbers(sources, opd, facts, topic_cells),
        charts=days_of(sources.chart(sources.targets, "rincian-perhitungan"), opd),
        tables=(
            summary_table(own, opd, facts, lines),
            examples_table(own, sources.examples.get(opd.agency_id, []), PLATFORMS),
        ),
        extra={"catatan": "\n".join(coaching_note(facts)), "peruntukan": PURPOSE},
    )


def _facts(sources: Sources, opd: Opd, cells: Cells) -> Facts:
    """The numbers of the OPD, taken from the rows of the other answers."""
    report, told = sources.words.reports[opd.agency_id], sources.naming[opd.agency_id]
    silent = sources.silences[opd.agency_id]
    units = sources.units.get(opd.agency_id, {})
    asked = sources.expected.get(opd.agency_id, ())
    seen = row_of(sources.table(sources.topics, "topik-belum-terlihat"), opd.name).get("terlihat")
    verdict = row_of(sources.table(sources.coverage, "liputan-ambang"), opd.name)
    share = verdict.get("bagian")
    return Facts(
        complete_days=report["days_complete"],
        days=sum(report[f"days_{kind}"] for kind in ("complete", "partial", "missing", "unread")),
        excused_days=report["days_excused"],
        konten=sources.totals[opd.agency_id]["konten"],
        target=str(cells.get("target") or ""),
        assumed="asumsi" in str(cells.get("dasar") or ""),
        **{key: int(cells.get(name) or 0) for key, name in _COUNTS.items()},
        streak=run_of(row_of(sources.table(sources.targets, "capaian-berturut"), opd.name), "terpenuhi"),
        silence=(silent["silent_days"], silent["silent_from"], silent["silent_to"]),
        unseen_topics=unseen_topics(asked, str(seen)) if seen else (),
        listed_topics=len(asked),
        told=told["konten"],
        unnamed=told["none"],
        unseen_units=tuple(name for name, konten in units.items() if not konten),
        listed_units=len(units),
        leaders=(share, str(verdict["penilaian"])) if isinstance(share, float) else None,
        threshold=sources.limit.percent if sources.limit else None,
    )


_COUNTS = {"met": "terpenuhi", "unmet": "di_bawah", "due": "hari_target", "gap": "kekurangan"}


def _met_words(sources: Sources) -> str:
    """What a day is called whose number was reached: under an assumption not "terpenuhi"."""
    table = sources.table(sources.targets, "capaian-target")
    labels = [column.label for column in table.columns if column.key == "terpenuhi"] if table else []
    return labels[0].removeprefix("Hari ") if labels else ""


def _leader_lines(sources: Sources, opd: Opd) -> list[tuple[str, str]]:
    """Whom the konten show, in parts, and what is said against the threshold."""
    table = sources.table(sources.coverage, "liputan-pimpinan")
    cells = row_of(table, opd.name)
    if not cells.get("konten"):
        apart = row_of(table, f"{PROTOCOL} ({opd.name})")
        return [("Liputan", f"{PROTOCOL} tidak dinilai; meliput pimpinan adalah tugasnya")] if apart else []
    parts = [
        f"{label[:1].lower()}{label[1:]} {show_share(share)}"
        for code, label in PARTS.items()
        if isinstance(share := cells.get(f"{code}_bagian"), float) and share
    ]
    verdict = row_of(sources.table(sources.coverage, "liputan-ambang"), opd.name).get("penilaian")
    said = f". Terhadap ambang: {str(verdict).lower()}" if verdict else ""
    return [("Liputan", f"{', '.join(parts)} dari {show_number(float(cells['konten'] or 0))} konten{said}")]


def _numbers(sources: Sources, opd: Opd, facts: Facts, topic_cells: Cells) -> tuple[Number, ...]:
    posts = {**sources.words.basis.mark(opd=opd.agency_id)}
    total = sources.totals[opd.agency_id]
    found = {number.label: number for number in sources.targets.numbers}
    how = {number.label: number.how for number in sources.topics.numbers}
    met = f"Hari {_met_words(sources)}"
    shares = row_of(sources.table(sources.coverage, "liputan-pimpinan"), opd.name)
    leaders = [share for code in LEADERS if isinstance(share := shares.get(f"{code}_bagian"), float)]
    informative = topic_cells.get("informatif")
    return (
        Number("Konten", total["konten"], f"melalui {show_number(total['unggahan'])} unggahan", KONTEN[1], posts=posts),
        *(
            [Number(met, facts.met, f"dari {show_number(facts.due)} hari target", found[met].how, posts=posts),
             Number("Kekurangan", facts.gap if facts.known else None, found["Kekurangan"].unit,
                    found["Kekurangan"].how, posts=posts)]
            if facts.due else []
        ),
        Number(
            "Informatif", informative if isinstance(informative, float) else None, "dari konten berteks",
            how.get("Informatif", ""), number_format="percent", posts=posts,
        ),
        Number(
            "Pimpinan saja", sum(leaders) if leaders else None, "dari konten berteks",
            "Konten yang hanya tentang pimpinan daerah atau pimpinan OPD.", number_format="percent",
            posts={**posts, "subjek": "pimpinan"},
        ),
    )  # fmt: skip
