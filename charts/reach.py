"""Jangkauan Publik: medians of what single posts reached per OPD and platform, and how many posts have a figure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts.basis import Basis
from charts.model import Chart, Column, Series, Table
from indonesia import show_days, show_number

LEAST = 10
"""Posts with a figure from which the median of an OPD is compared."""
MEASURES = {"views": "Tayangan", "impressions": "Impresi", "reach": "Jangkauan", "interactions": "Interaksi"}
"""Figures of a post and what the screen calls them (metrics.reach.COUNTS)."""

MEDIAN_HOW = (
    "Median ialah nilai tengah: separuh unggahan berada di bawahnya dan separuh di atasnya, sehingga satu unggahan "
    "yang sangat ramai tidak mengubahnya. Hanya unggahan yang angkanya tersedia yang dihitung; angka yang tidak "
    f"tersedia tidak dianggap nol. OPD dengan kurang dari {LEAST} unggahan berangka pada suatu platform belum "
    "dibandingkan. Setiap platform menghitung dengan caranya sendiri, maka angka antarplatform tidak dibandingkan."
)
LIFETIME_HOW = (
    "Angka platform dihitung seumur unggahan, sampai hari ekspor. Unggahan lama lebih lama dilihat daripada unggahan "
    "baru. Angka ini tidak dijumlahkan: orang yang melihat dua unggahan bukan dua orang."
)

Rows = Sequence[Mapping[str, Any]]


def until_words(first: date | None, last: date | None) -> str:
    """To which day figures count, from the earliest and latest day of export: "" without any."""
    return f"Angka sampai hari ekspor ({show_days(first, last)})." if first and last else ""


def median_chart(basis: Basis, rows: Rows, platforms: Mapping[str, str], measure: str, note: str) -> Chart:
    """Median of a figure of MEASURES, of every OPD with enough posts that have it, as lying bars by platform.

    `rows`: metrics.reach.medians by agency_id and platform; `platforms`: code → name, in order; `note`: until when the
    figures count.
    """
    found = {
        (row["agency_id"], row["platform"]): float(rounded(row[f"{measure}_median"]))
        for row in rows
        if row[f"{measure}_n"] >= LEAST
    }
    opds = [opd for opd in basis.opds if any((opd.agency_id, code) in found for code in platforms)]
    codes = [code for code in platforms if any((opd.agency_id, code) in found for opd in opds)]
    word = MEASURES[measure].lower()
    title = f"Median {word} per unggahan, tiap OPD"
    return Chart(
        name=f"jangkauan-median-{word}",
        kind="bar",
        title=title,
        subtitle=basis.subtitle,
        unit=f"{word} per unggahan (median)",
        categories=tuple(opd.name for opd in opds),
        series=tuple(
            Series(platforms[code], tuple(found.get((opd.agency_id, code)) for opd in opds), role=code)
            for code in codes
        ),
        marks=tuple(
            tuple(
                basis.mark(opd=opd.agency_id, platform=code) if (opd.agency_id, code) in found else None for opd in opds
            )
            for code in codes
        ),
        horizontal=True,
        table=_median_table(basis, title, opds_rows(basis, rows), platforms, measure, note),
        how=f"{MEDIAN_HOW} {LIFETIME_HOW} OPD disusun menurut jenis lalu abjad, bukan menurut angka.",
        note=f"{note} {basis.note}",
        alt=f"Diagram batang median {word} per unggahan {len(opds)} OPD menurut platform, {basis.subtitle}.",
    )


def opds_rows(basis: Basis, rows: Rows) -> list[Mapping[str, Any]]:
    """The rows in the order of every list, each with its OPD's name and kind under opd and kind_words."""
    named = {opd.agency_id: (place, opd) for place, opd in enumerate(basis.opds)}
    ordered = sorted(rows, key=lambda row: (named[row["agency_id"]][0], row["platform"]))
    return [
        {**row, "opd": named[row["agency_id"]][1].name, "kind_words": named[row["agency_id"]][1].kind}
        for row in ordered
    ]


def _median_table(basis: Basis, title: str, rows: Rows, platforms: Mapping[str, str], measure: str, note: str) -> Table:
    word = MEASURES[measure]
    return basis.table(
        name=f"jangkauan-median-{word.lower()}",
        title=title,
        columns=(
            Column("opd", "OPD"),
            Column("jenis", "Jenis"),
            Column("platform", "Platform"),
            Column("unggahan", "Unggahan", "int"),
            Column("tersedia", f"Angka {word.lower()} tersedia", "int", "unggahan"),
            Column("median", f"Median {word.lower()}", "int"),
            Column("dibandingkan", "Keterangan"),
        ),
        rows=(
            (
                row["opd"],
                row["kind_words"],
                platforms[row["platform"]],
                row["unggahan"],
                row[f"{measure}_n"],
                rounded(row[f"{measure}_median"]) if row[f"{measure}_n"] else None,
                compared_words(row[f"{measure}_n"]),
            )
            for row in rows
        ),
        note=note,
    )


def rounded(value: float) -> int:
    """A median as a whole number, half up, so that it reads the same everywhere."""
    return int(value + 0.5)


def compared_words(posts: int) -> str:
    """Whether a median of so many posts is compared with others."""
    if not posts:
        return "Angka tidak tersedia"
    return "Dapat dibandingkan" if posts >= LEAST else f"Belum dibandingkan (kurang dari {LEAST} angka)"


def figures_chart(basis: Basis, rows: Rows, platforms: Mapping[str, str], note: str) -> Chart:
    """Unggahan per platform, with and without any figure. `rows`: metrics.reach.medians by platform."""
    by_code = {row["platform"]: row for row in rows}
    shown = [by_code[code] for code in platforms if code in by_code]
    known, whole = sum(row["known"] for row in shown), sum(row["unggahan"] for row in shown)
    title = "Unggahan yang angka platformnya tersedia"
    marks = tuple(basis.mark(platform=row["platform"]) for row in shown)
    return Chart(
        name="jangkauan-tersedia",
        kind="stacked",
        title=title,
        subtitle=basis.subtitle,
        unit="unggahan",
        categories=tuple(platforms[row["platform"]] for row in shown),
        series=(
            Series("Angka tersedia", tuple(float(row["known"]) for row in shown), role="utama"),
            Series(
                "Angka tidak tersedia", tuple(float(row["unggahan"] - row["known"]) for row in shown), role="sebelum"
            ),
        ),
        marks=(marks, marks),
        horizontal=True,
        table=_figures_table(basis, title, shown, platforms, note),
        how=(
            "Tersedia bila laporan memuat sekurangnya satu angka platform (suka, komentar, dibagikan, disimpan, "
            "tayangan, jangkauan, atau impresi) untuk unggahan itu. Angka yang tidak dilaporkan tidak dianggap nol. "
            "Klik membuka semua unggahan platform itu."
        ),
        note=f"{note} {basis.note}",
        alt=f"Diagram batang bertumpuk: angka tersedia pada {show_number(known)} dari {show_number(whole)} unggahan.",
    )


def _figures_table(basis: Basis, title: str, rows: Rows, platforms: Mapping[str, str], note: str) -> Table:
    return basis.table(
        name="jangkauan-tersedia",
        title=title,
        columns=(
            Column("platform", "Platform"),
            Column("unggahan", "Unggahan", "int"),
            Column("tersedia", "Angka tersedia", "int", "unggahan dengan sekurangnya satu angka"),
            *(Column(code, f"{word} tersedia", "int", "unggahan") for code, word in MEASURES.items()),
            Column("dari", "Ekspor paling awal", "date"),
            Column("sampai", "Ekspor paling akhir", "date"),
        ),
        rows=(
            (
                platforms[row["platform"]],
                row["unggahan"],
                row["known"],
                *(row[f"{code}_n"] for code in MEASURES),
                row["first_as_of"].isoformat() if row["first_as_of"] else None,
                row["last_as_of"].isoformat() if row["last_as_of"] else None,
            )
            for row in rows
        ),
        note=note,
    )
