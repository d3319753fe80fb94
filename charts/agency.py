"""Profil Publikasi OPD: the lines of the sheet of one OPD, its days, and its example posts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from charts.basis import Basis, Opd
from charts.coaching import Facts, Run, some_names
from charts.labels import TOPICS
from charts.model import Chart, Column, Table, Value
from charts.reach_tables import short
from indonesia import show_days, show_number, show_share

PURPOSE = "Bahan pembinaan; bukan dasar pengurangan TPP atau hukuman disiplin."
"""Printed on every profile."""

EXAMPLES_HOW = (
    "Dipilih dari unggahan OPD sendiri yang informatif (layanan, bantuan, kegiatan masyarakat, pembangunan, dan "
    "sejenisnya), tidak hanya tentang pimpinan, memuat teks dan tautan, dan tidak pernah ditandai perlu ditinjau; "
    "yang interaksinya (suka, komentar, dibagikan) terbanyak didahulukan, dan bila angkanya tidak tersedia, yang "
    "terbaru."
)
Cells = Mapping[str, Value]
"""A row of a table by the keys of its columns."""


def row_of(table: Table | None, opd: str) -> Cells:
    """The row of an OPD in a table with a column opd; {} where the table or the row is missing."""
    return next(_rows_of(table, opd), {})


def _rows_of(table: Table | None, opd: str) -> Iterator[Cells]:
    """Every row of an OPD in a table with a column opd."""
    keys = [column.key for column in table.columns] if table else []
    for row in table.rows if table else ():
        if row[keys.index("opd")] == opd:
            yield dict(zip(keys, row, strict=True))


def summary_table(basis: Basis, opd: Opd, facts: Facts, lines: Sequence[tuple[str, str]]) -> Table:
    """The sheet as lines: what, and what the reports say of it."""
    excused = f"; {show_number(facts.excused_days)} hari dispensasi" if facts.excused_days else ""
    covered = (
        f"{basis.reported(opd.agency_id)}; {show_number(facts.complete_days)} dari {show_number(facts.days)} hari "
        f"tercakup lengkap{excused}"
    )
    return basis.table(
        name="profil-opd",
        title=f"Profil Publikasi: {opd.name}",
        columns=(Column("hal", "Hal"), Column("keadaan", "Keadaan")),
        rows=(("Laporan", covered), *lines),
        note=PURPOSE,
        prose=True,
    )


def report_lines(table: Table | None, opd: str) -> list[tuple[str, str]]:
    """The state of the report on every platform that is asked for. `table`: laporan-masuk."""
    said = []
    for cells in _rows_of(table, opd):
        posts, lacking = cells["unggahan"], cells["yang_kurang"]
        counted = f", {show_number(posts)} unggahan" if isinstance(posts, int) and posts else ""
        days = f", kurang {lacking}" if lacking else ""
        said += [f"{cells['platform']}: {str(cells['keadaan']).lower()}{counted}{days}"] if cells["platform"] else []
    return [("Laporan tiap platform", "; ".join(said))] if said else []


def target_lines(cells: Cells, met_words: str, facts: Facts) -> list[tuple[str, str]]:
    """Target, days, what lacks and the longest runs. `cells`: the OPD's row of capaian-target."""
    if not facts.due:
        return [("Target", "Tidak ada hari target pada periode ini")]
    days = (
        f"{show_number(facts.met)} {met_words.lower()}, {show_number(facts.unmet)} di bawahnya, "
        f"{show_number(facts.due - facts.known)} belum dapat dinilai, dari {show_number(facts.due)} hari target"
    )
    verdict = str(cells.get("capaian") or "")
    met, silence = run_words(facts.streak, "hari"), run_words(facts.silence, "hari kalender")
    return [
        ("Target", f"{facts.target}; dasar: {cells['dasar']}"),
        ("Hari target", f"{days}{f'. {verdict}' if verdict else ''}"),
        *([("Kekurangan", _gap_words(cells, facts))] if facts.known else []),
        *([(f"Berturut-turut {met_words.lower()}", met)] if met else []),
        *([("Jeda terpanjang tanpa unggahan", silence)] if silence else []),
    ]


def _gap_words(cells: Cells, facts: Facts) -> str:
    """What lacks, and that as an average over the days that could be judged."""
    gap, mean = cells.get("kekurangan"), cells.get("rata_rata")
    if not isinstance(gap, int) or not isinstance(mean, float):
        return "Belum diketahui"
    if not gap:
        whole = facts.known == facts.due
        return "Tidak ada" if whole else f"Tidak ada pada {show_number(facts.known)} hari target yang dapat dinilai"
    counted = f" {facts.unit}" if facts.unit else ""
    return f"{show_number(gap)}{counted}, rata-rata {show_number(mean)} per hari target yang dapat dinilai"


def run_words(run: Run, unit: str) -> str:
    """A run as "4 hari (1–4 Oktober 2024)"; "" without one."""
    length, first, last = run
    return f"{show_number(length)} {unit} ({show_days(first, last)})" if length and first and last else ""


def topic_lines(cells: Cells, expected: Cells) -> list[tuple[str, str]]:
    """What the konten are about. `cells`: the row of ragam-topik-opd, `expected`: that of topik-belum-terlihat."""
    counts = [(value, label) for code, label in TOPICS.items() if isinstance(value := cells.get(code), int) and value]
    counts.sort(key=lambda pair: -pair[0])
    share = cells.get("informatif")
    lines = []
    if counts:
        most = ", ".join(f"{label} {show_number(number)}" for number, label in counts[:4])
        informative = f"; {show_share(share)} informatif" if isinstance(share, float) else ""
        lines.append(("Topik terbanyak (konten)", f"{most}{informative}"))
    if expected:
        lines.append(
            ("Topik yang diharapkan", f"terlihat: {expected['terlihat']}; belum terlihat dalam laporan: "
                                      f"{expected['belum']}")
        )  # fmt: skip
    return lines


def unseen_topics(expected: Collection[str], seen: str) -> tuple[str, ...]:
    """Labels of the expected topics (codes) that the words of the cell "Terlihat" do not name."""
    named = seen.split(", ")
    return tuple(TOPICS[code] for code in expected if TOPICS[code] not in named)


def unit_lines(facts: Facts) -> list[tuple[str, str]]:
    """Which bidang the konten name, or that they cannot be judged."""
    if not facts.listed_units or not facts.told:
        return []
    named = f"{show_number(facts.told - facts.unnamed)} dari {show_number(facts.told)} konten berteks menyebut bidang"
    if facts.units_doubt:
        return [("Bidang", f"{facts.units_doubt}: {named}")]
    seen = facts.listed_units - len(facts.unseen_units)
    unseen = f"; belum terlihat dalam laporan: {some_names(facts.unseen_units, 8)}" if facts.unseen_units else ""
    return [
        ("Bidang", f"{show_number(seen)} dari {show_number(facts.listed_units)} bidang terlihat; {named}{unseen}")
    ]  # fmt: skip


def examples_table(basis: Basis, posts: Sequence[Mapping[str, Any]], platforms: Mapping[str, str]) -> Table:
    """The example posts with their links. `posts`: rows of metrics.examples.example_posts."""
    return basis.table(
        name="profil-contoh",
        title="Unggahan contoh",
        columns=(
            Column("tanggal", "Tanggal", "date"),
            Column("platform", "Platform"),
            Column("topik", "Topik"),
            Column("teks", "Teks"),
            Column("tautan", "Tautan", "link"),
            Column("dipilih", "Dipilih karena"),
        ),
        rows=(
            (
                post["day"].isoformat(),
                platforms.get(post["platform"], post["platform"]),
                TOPICS.get(post["topic"], post["topic"]),
                short(post["caption"]),
                post["link"],
                "terbaru; angka interaksi tidak tersedia"
                if post["interactions"] is None
                else f"{show_number(post['interactions'])} interaksi (sampai {show_days(as_of, as_of)})"
                if (as_of := post["as_of"])
                else f"{show_number(post['interactions'])} interaksi",
            )
            for post in sorted(posts, key=lambda post: post["place"])
        ),
        note=EXAMPLES_HOW,
    )


def days_of(chart: Chart | None, opd: Opd) -> tuple[Chart, ...]:
    """The days of one OPD as a calendar, out of Rincian Perhitungan of several; () where that has none."""
    names = [series.name for series in chart.series] if chart else []
    if chart is None or opd.name not in names:
        return ()
    at = names.index(opd.name)
    rows = tuple(row for row in chart.table.rows if row[0] == opd.name)
    return (
        replace(
            chart,
            kind="calendar",
            title=f"Rincian Perhitungan: {opd.name}",
            series=(chart.series[at],),
            states=(chart.states[at],),
            marks=(chart.marks[at],),
            table=replace(chart.table, rows=rows),
            alt=f"Kalender hari {opd.name}: {len(chart.categories)} hari.",
        ),
    )


def run_of(cells: Cells, name: str) -> Run:
    """A run out of a table's row, whose columns are `name`, `name`_dari and `name`_sampai."""
    length, first, last = (cells.get(key) for key in (name, f"{name}_dari", f"{name}_sampai"))
    return (int(length or 0), _day(first), _day(last)) if isinstance(length, int) else (0, None, None)


def _day(value: Value) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
