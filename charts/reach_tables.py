"""Jangkauan Publik as lists: the posts with the largest figures, medians beside those of the kind, and rates."""

from collections.abc import Mapping
from typing import Any

from charts.basis import Basis
from charts.model import Column, Table, Value
from charts.reach import LEAST, MEASURES, Rows, compared_words, opds_rows, rounded
from charts.wording import clean
from indonesia import show_number

RATES = {"by_reach": "jangkauan", "by_views": "tayangan", "by_impressions": "impresi"}
"""Rates (metrics.reach.RATES) and the denominator that is printed beside each."""
LEAST_OPDS = 3
"""OPDs of a kind whose medians make up the one to compare with."""
LONGEST = 140

RATE_HOW = (
    "Tingkat interaksi ialah interaksi satu unggahan (suka, komentar, dibagikan) dibagi penyebutnya pada unggahan yang "
    "sama; yang tampil ialah mediannya. Hanya dihitung bila penyebutnya dilaporkan; penyebut yang berbeda tidak "
    "dibandingkan."
)
_KINDS_NOTE = (
    f"Median OPD sejenis ialah nilai tengah dari median OPD sejenis pada platform yang sama yang masing-masing "
    f"memiliki sekurangnya {LEAST} angka; tampil bila ada sekurangnya {LEAST_OPDS} OPD."
)

Kinds = Mapping[tuple[str, str], Mapping[str, Any]]


def top_table(basis: Basis, rows: Rows, platforms: Mapping[str, str], name: str, note: str) -> Table:
    """The posts with the largest figure on each platform.

    `rows`: metrics.reach.top_posts, each with measure (a key of MEASURES); `name`: the word of the title.
    """
    names = {opd.agency_id: opd.name for opd in basis.opds}
    order = {code: place for place, code in enumerate(platforms)}
    ordered = sorted(rows, key=lambda row: (order[row["platform"]], row["place"]))
    return basis.table(
        name=f"jangkauan-teratas-{name}",
        title=f"Unggahan dengan {name} terbanyak, tiap platform",
        columns=(
            Column("platform", "Platform"),
            Column("ke", "Ke-", "int", "urutan pada platform itu"),
            Column("angka", "Angka", "int"),
            Column("ukuran", "Ukuran"),
            Column("tautan", "Tautan", "link"),
            Column("opd", "OPD"),
            Column("tanggal", "Tanggal", "date"),
            Column("sampai", "Angka sampai", "date", "hari ekspor"),
            Column("teks", "Teks"),
        ),
        rows=(
            (
                platforms[row["platform"]],
                row["place"],
                row[row["measure"]],
                MEASURES[row["measure"]],
                row["link"] or None,
                names.get(row["agency_id"], row["agency_id"]),
                row["day"].isoformat(),
                row["as_of"].isoformat() if row["as_of"] else None,
                short(row["caption"]),
            )
            for row in ordered
        ),
        note=note,
    )


def short(text: str) -> str | None:
    """A caption on one line, cut where it is long; None without any."""
    line = clean(text)
    return (line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…") or None


def medians_table(basis: Basis, rows: Rows, kinds: Kinds, platforms: Mapping[str, str], note: str) -> Table:
    """Median of every figure of every OPD and platform, beside that of its kind.

    `rows`: metrics.reach.medians by agency_id and platform, each with kind; `kinds`: (kind, platform) → kind_medians.
    """
    return basis.table(
        name="jangkauan-median",
        title="Median per unggahan, tiap OPD dan platform",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("platform", "Platform"),
            Column("ukuran", "Ukuran"),
            Column("median", "Median", "int", "nilai tengah per unggahan"),
            Column("tersedia", "Angka tersedia"),
            Column("sejenis", "Median OPD sejenis", "int"),
            Column("opd_sejenis", "OPD sejenis yang dibandingkan", "int"),
            Column("keterangan", "Keterangan"),
        ),
        rows=(
            (
                *(row["opd"], row["kind_words"], platforms[row["platform"]], word),
                rounded(row[f"{code}_median"]),
                _available(row, code),
                *_alike(kinds, row, code),
                compared_words(row[f"{code}_n"]),
            )
            for row in opds_rows(basis, rows)
            for code, word in MEASURES.items()
            if row[f"{code}_n"]
        ),
        note=f"{_KINDS_NOTE} {note}",
    )


def rates_table(basis: Basis, rows: Rows, platforms: Mapping[str, str], note: str) -> Table:
    """Median share of interactions in each denominator that was reported. `rows`: as of `medians_table`."""
    return basis.table(
        name="jangkauan-tingkat-interaksi",
        title="Tingkat interaksi, tiap OPD dan platform",
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("platform", "Platform"),
            Column("tingkat", "Tingkat interaksi (median)", "percent"),
            Column("penyebut", "Penyebut"),
            Column("tersedia", "Angka tersedia"),
            Column("keterangan", "Keterangan"),
        ),
        rows=(
            (
                *(row["opd"], row["kind_words"], platforms[row["platform"]], row[f"{code}_median"]),
                f"per {word}",
                _available(row, code),
                compared_words(row[f"{code}_n"]),
            )
            for row in opds_rows(basis, rows)
            for code, word in RATES.items()
            if row[f"{code}_n"]
        ),
        note=f"{RATE_HOW} {note}",
    )


def _available(row: Mapping[str, Any], code: str) -> str:
    """ "41 dari 320 unggahan"."""
    return f"{show_number(row[f'{code}_n'])} dari {show_number(row['unggahan'])} unggahan"


def _alike(kinds: Kinds, row: Mapping[str, Any], code: str) -> tuple[Value, Value]:
    """The median of the OPDs of the kind and how many those are; empty where too few, or where this OPD has too few."""
    kind = kinds.get((row["kind"], row["platform"]))
    if kind is None or row[f"{code}_n"] < LEAST or kind[f"{code}_opds"] < LEAST_OPDS:
        return None, None
    return rounded(kind[f"{code}_median"]), kind[f"{code}_opds"]
