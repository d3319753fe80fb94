"""Capaian Target by month: the part of completely reported target days that were met, a line a kind of OPD."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from charts.basis import Basis
from charts.model import Chart, Column, Series, Table
from charts.targets import UNKNOWN, DayWords
from indonesia import month_of, show_month

TREND_HOW = (
    "Bagian hari target yang jumlahnya mencapai angka target, dari hari target yang dilaporkan lengkap saja. Hari yang "
    "belum dilaporkan lengkap tidak ikut, sebab kekurangannya belum diketahui. Bulan tanpa satu hari pun yang "
    "dilaporkan lengkap tidak diberi angka, bukan nol. Garis terpisah menurut jenis OPD; kecamatan tidak dibandingkan "
    "dengan dinas. Target yang berlaku pada tiap hari yang dipakai, sejak tanggal berlakunya."
)

Rows = Sequence[Mapping[str, Any]]


def trend_chart(basis: Basis, rows: Rows, kinds: Mapping[str, str], words: DayWords, until: date) -> Chart:
    """The share of days met by month. `rows`: metrics.target_trend.monthly_days; `kinds`: code → name, in order.

    `until`: the last day counted. For one OPD the line bears its name.
    """
    starts = sorted({row["start"] for row in rows})
    found = {(row["kind"], row["start"]): row for row in rows}
    shown = [code for code in kinds if any(kind == code for kind, _ in found)]
    alone = basis.opds[0].name if len(basis.opds) == 1 else ""
    title = f"{words.met}, per bulan"
    return Chart(
        name="capaian-tren",
        kind="line",
        title=f"{title}: {alone}" if alone else f"{title} dan jenis OPD",
        subtitle=f"{show_month(starts[0])} – {show_month(starts[-1])}" if len(starts) > 1 else basis.subtitle,
        unit="bagian dari hari target yang dilaporkan lengkap",
        number_format="percent",
        categories=tuple(f"{start:%Y-%m}" for start in starts),
        series=tuple(
            Series(alone or kinds[code], tuple(_share(found.get((code, start))) for start in starts)) for code in shown
        ),
        marks=tuple(
            tuple(_mark(basis, code, start, until, bool(alone)) for start in starts) for code in shown
        ),
        table=_table(basis, [found[key] for key in sorted(found, key=lambda key: (shown.index(key[0]), key[1]))],
                     kinds, title, words),
        how=TREND_HOW,
        note=basis.note,
        alt=f"Diagram garis {words.met.lower()} per bulan menurut jenis OPD, {len(starts)} bulan, {len(shown)} garis.",
    )  # fmt: skip


def _share(row: Mapping[str, Any] | None) -> float | None:
    return row["share"] if row else None


def _mark(basis: Basis, kind: str, start: date, until: date, alone: bool) -> dict[str, str]:
    """The posts of a kind (or of the one OPD) in a month, which may lie before the period chosen."""
    narrower = {} if alone else {"jenis": kind}
    last = min(month_of(start)[1], until)
    return {**basis.where, **narrower, "dari": start.isoformat(), "sampai": last.isoformat()}


def _table(basis: Basis, rows: Rows, kinds: Mapping[str, str], title: str, words: DayWords) -> Table:
    return basis.table(
        name="capaian-tren",
        title=f"{title} dan jenis OPD",
        columns=(
            Column("jenis", "Jenis"),
            Column("bulan", "Bulan"),
            Column("hari_target", "Hari target", "int", "OPD × hari"),
            Column("lengkap", "Dilaporkan lengkap", "int", "hari target"),
            Column("terpenuhi", words.met, "int", "dari yang dilaporkan lengkap"),
            Column("bagian", "Bagian", "percent", "kosong bila tidak ada hari yang dilaporkan lengkap"),
        ),
        rows=(
            (
                kinds[row["kind"]],
                show_month(row["start"]),
                row["due"],
                row["reported"],
                row["met"] if row["reported"] else None,
                row["share"],
            )
            for row in rows
        ),
    )


def kinds_table(basis: Basis, rows: Rows, kinds: Mapping[str, str], words: DayWords) -> Table:
    """The days of each kind together. `rows`: metrics.target_trend.kind_sums; `kinds`: code → name, in order."""
    found = {row["kind"]: row for row in rows}
    return basis.table(
        name="capaian-jenis",
        title="Hari target menurut jenis OPD",
        columns=(
            Column("jenis", "Jenis"),
            Column("opd", "OPD", "int", "yang memiliki hari target"),
            Column("hari_target", "Hari target", "int", "OPD × hari"),
            Column("terpenuhi", words.met, "int"),
            Column("di_bawah", words.unmet, "int"),
            Column("belum_dinilai", UNKNOWN, "int"),
            Column("bagian", "Bagian dari yang dapat dinilai", "percent", "kosong bila belum ada yang dapat dinilai"),
        ),
        rows=(
            (name, row["opds"], row["due"], row["met"], row["unmet"], row["unknown"], row["share"])
            for code, name in kinds.items()
            if (row := found.get(code))
        ),
        note="Jenis yang berbeda tidak dibandingkan.",
    )
