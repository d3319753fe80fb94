"""Ragam Topik: konten per topic, per OPD and topic, and the informative share."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.basis import Basis, Opd
from charts.labels import INFORMATIVE, TOPICS
from charts.model import STATES, Chart, Column, Series, Table
from indonesia import show_number

TOPIC_HOW = (
    "Setiap konten dihitung satu kali pada topik utamanya. Topik yang tertulis dalam laporan didahulukan; bila tidak "
    "tertulis, topik dibaca dari kata-kata keterangannya. Konten tanpa kata penentu tampil sebagai Belum "
    "Terklasifikasi."
)
INFORMATIVE_WORDS = ", ".join(label for code, label in TOPICS.items() if code in INFORMATIVE)


def topic_chart(basis: Basis, counts: Mapping[str, Mapping[str, Any]]) -> Chart:
    """Konten per topic as lying bars, in the fixed order of topics. `counts`: topic → konten, unggahan, share."""
    total = sum(row["konten"] for row in counts.values())
    return Chart(
        name="ragam-topik",
        kind="bar",
        title="Konten per topik",
        subtitle=basis.subtitle,
        unit="konten",
        categories=tuple(TOPICS.values()),
        series=(
            Series("Konten", tuple(float(counts[code]["konten"]) if total else None for code in TOPICS), role="utama"),
        ),
        marks=(tuple(basis.mark(topik=code) for code in TOPICS),),
        horizontal=True,
        table=_topic_table(basis, counts),
        how=TOPIC_HOW,
        note=basis.note,
        alt=f"Diagram batang {show_number(total)} konten menurut {len(TOPICS)} topik, {basis.subtitle}.",
    )


def _topic_table(basis: Basis, counts: Mapping[str, Mapping[str, Any]]) -> Table:
    return basis.table(
        "ragam-topik",
        "Konten per topik",
        columns=(
            Column("topik", "Topik"),
            Column("konten", "Konten", "int"),
            Column("unggahan", "Unggahan", "int", "unggahan dari konten itu"),
            Column("bagian", "Bagian dari konten", "percent"),
            Column("informatif", "Informatif"),
        ),
        rows=(
            (
                label,
                counts[code]["konten"],
                counts[code]["unggahan"],
                counts[code]["share"],
                "Ya" if code in INFORMATIVE else "Tidak",
            )
            for code, label in TOPICS.items()
        ),
    )


def agency_chart(basis: Basis, cells: Sequence[Mapping[str, Any]], wholes: Mapping[str, Mapping[str, Any]]) -> Chart:
    """Konten per OPD and topic as a heat map.

    `cells`: rows of agency_topics; `wholes`: agency_id → columns of informative_shares.
    """
    found = {(cell["agency_id"], cell["topic"]): cell["konten"] for cell in cells}
    series, states, marks = [], [], []
    for opd in basis.opds:
        state = _state(basis, opd, wholes)
        counts = tuple(float(found.get((opd.agency_id, code), 0)) or (None if state else 0.0) for code in TOPICS)
        series.append(Series(opd.name, counts))
        states.append((state,) * len(TOPICS))
        marks.append(
            tuple(basis.mark(opd=opd.agency_id, topik=c) if n else None for c, n in zip(TOPICS, counts, strict=True))
        )
    return Chart(
        name="ragam-topik-opd",
        kind="heatmap",
        title="Konten tiap OPD per topik",
        subtitle=basis.subtitle,
        unit="konten",
        categories=tuple(TOPICS.values()),
        series=tuple(series),
        states=tuple(states),
        marks=tuple(marks),
        table=_agency_table(basis, found, wholes),
        how=(
            f"{TOPIC_HOW} Informatif: {INFORMATIVE_WORDS}. “?”: laporan OPD itu belum lengkap, sehingga jumlahnya "
            "dapat bertambah. OPD disusun menurut jenis lalu abjad."
        ),
        note=basis.note,
        alt=f"Peta panas konten {len(basis.opds)} OPD menurut {len(TOPICS)} topik, {basis.subtitle}.",
    )


def _state(basis: Basis, opd: Opd, wholes: Mapping[str, Mapping[str, Any]]) -> str:
    """What a missing number of an OPD says: "" (none) of a complete report, belum_lengkap of one that may hold more."""
    silent = basis.silence(opd.agency_id)
    return silent if silent == "belum_lengkap" or not wholes[opd.agency_id]["konten"] else ""


def _agency_table(basis: Basis, found: Mapping[tuple[str, str], int], wholes: Mapping[str, Mapping[str, Any]]) -> Table:
    rows = []
    for opd in basis.opds:
        whole, state = wholes[opd.agency_id], _state(basis, opd, wholes)
        unknown = None if state not in ("", "nihil") else 0
        counts = [found.get((opd.agency_id, code)) or unknown for code in TOPICS]
        word = basis.reported(opd.agency_id) if whole["konten"] else STATES[state]
        rows.append((opd.name, opd.kind, whole["konten"] or unknown, whole["share"], *counts, word))
    return basis.table(
        "ragam-topik-opd",
        "Konten tiap OPD per topik",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("konten", "Konten", "int"),
            Column("informatif", "Bagian informatif", "percent", f"konten bertopik: {INFORMATIVE_WORDS}"),
            *(Column(code, label, "int") for code, label in TOPICS.items()),
            Column("keadaan", "Keadaan"),
        ),
        rows=rows,
    )
