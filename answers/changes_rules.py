"""What changed since a closing in that by which its month was judged: targets, calendar, dispensations, roster."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import ibis.expr.types as ir

from answers.calendar import OFF, ON
from answers.closed import Closing
from indonesia import show_date, show_days
from posts import PLATFORMS
from store import Store, Tables
from store.closed import expected_accounts, overlapping

EVERYONE = "Semua OPD"
_OPD = {
    "name": "nama", "kind": "jenis", "active": "keaktifan", "no_account": "kepemilikan akun",
    "from_day": "tanggal mulai", "to_day": "tanggal berakhir",
}  # fmt: skip
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One change since a closing: when (None: nobody noted it), by whom, of which OPD ("" for all), what.

    `unggahan` and `konten` count what it touches, None where it touches no post; `source` is a file.
    """

    at: datetime | None
    who: str
    agency_id: str
    opd: str
    what: str
    unggahan: int | None = None
    konten: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Names:
    """agency_id → name."""

    known: Mapping[str, str]

    def of(self, agency_id: str | None) -> str:
        """The name of an OPD; of none, all of them."""
        return self.known.get(agency_id, agency_id) if agency_id else EVERYONE


def ruled(store: Store, kept: Tables, live: Tables, closing: Closing, names: Names) -> Iterable[Change]:
    """The changes of targets, calendar, dispensations, refused files, roster and expected platforms."""
    audit = store.run(live.audit.filter(live.audit["at"] > closing.closed_at).order_by("at")).to_pylist()
    both = (kept, live)
    yield from _targets(
        _two(store, [each.targets.filter(each.targets.from_day <= closing.last) for each in both]), audit
    )
    yield from _entered(
        _two(store, [_of_month(each.calendar_days, closing) for each in both]),
        "Kalender",
        "calendar_days",
        audit,
        names,
    )
    spans = [overlapping(each.dispensations, closing.first, closing.last) for each in both]
    yield from _entered(_two(store, spans), "Dispensasi", "dispensations", audit, names)
    files = [overlapping(each.refusal_agencies, closing.first, closing.last) for each in both]
    for row in _two(store, files)[1]:
        words = "Berkas diterima, belum terbaca"
        yield Change(row["said_at"], row["said_by"], row["agency_id"], names.of(row["agency_id"]), words)
    roster = _two(store, [each.agencies.select("agency_id", *_OPD) for each in both])
    yield from _roster(roster, audit, names)
    yield from _accounts(store, kept, live, audit, names)


def _accounts(store: Store, kept: Tables, live: Tables, audit: Sequence[Row], names: Names) -> Iterable[Change]:
    """Platforms that are expected since, and those of which the dates of an account differ."""
    columns = ("agency_id", "platform", "from_day", "to_day")
    expected = [each.select(*columns).distinct() for each in (kept.accounts, expected_accounts(live, False))]
    gone, new = _two(store, expected)
    known = {(row["agency_id"], row["platform"]) for row in store.run(expected[0]).to_pylist()}
    for agency, platform in sorted({(row["agency_id"], row["platform"]) for row in (*gone, *new)}):
        name, opd = PLATFORMS.get(platform, platform), names.of(agency)
        if (agency, platform) not in known:
            yield Change(None, "", agency, opd, f"Platform {name} baru dikenal")
        else:
            at, who = _noted([line for line in audit if opd in line["detail"]], "subject", "accounts")
            yield Change(at, who, agency, opd, f"Tanggal akun {name} berubah")


def _two(store: Store, tables: Sequence[ir.Table]) -> tuple[list[Row], list[Row]]:
    """The rows that stand only in the first, and those that stand only in the second."""
    first, second = (store.run(table).to_pylist() for table in tables)
    return [row for row in first if row not in second], [row for row in second if row not in first]


def _of_month(days: ir.Table, closing: Closing) -> ir.Table:
    """Entries of the calendar that say something of the month: a day of it, or a week from a day on."""
    single = days.kind.isin((OFF, ON))
    return days.filter(
        (single & days.day.between(closing.first, closing.last)) | (~single & (days.day <= closing.last))
    )


def _targets(two: tuple[list[Row], list[Row]], audit: Sequence[Row]) -> Iterable[Change]:
    if not any(two):
        return
    noted = [line for line in audit if line["subject"] == "targets"]
    for line in noted:
        yield Change(line["at"], line["who"], "", EVERYONE, f"Target {line['detail']}")
    if not noted:
        yield Change(None, "", "", EVERYONE, "Target berubah")


def _entered(
    two: tuple[list[Row], list[Row]], word: str, table: str, audit: Sequence[Row], names: Names
) -> Iterable[Change]:
    """Rows that say themselves who entered them; of one that went only the audit knows."""
    for row in two[1]:
        days = show_date(row["day"]) if "day" in row else show_days(row["first_day"], row["last_day"])
        told = f"{row['name']}, " if "name" in row else f"{row['reason']}, "
        agency = row["agency_id"] or ""
        yield Change(row["entered_at"], row["entered_by"], agency, names.of(agency), f"{word}: {told}{days}")
    for row in two[0]:
        at, who = _noted(audit, "subject", table)
        yield Change(at, who, row["agency_id"] or "", names.of(row["agency_id"]), f"{word} diubah atau dihapus")


def _noted(audit: Sequence[Row], column: str, value: str) -> tuple[datetime | None, str]:
    """When and by whom something was noted last."""
    last = next((line for line in reversed(audit) if line[column] == value), None)
    return (last["at"], last["who"]) if last else (None, "")


def _roster(two: tuple[list[Row], list[Row]], audit: Sequence[Row], names: Names) -> Iterable[Change]:
    whole = _noted(audit, "action", "roster")
    before, after = ({row["agency_id"]: row for row in rows} for rows in two)
    for agency in sorted({*before, *after}):
        if agency not in before:
            what = "Ditambahkan ke Daftar OPD"
        elif agency not in after:
            what = "Dihapus dari Daftar OPD"
        else:
            fields = [word for key, word in _OPD.items() if before[agency][key] != after[agency][key]]
            what = f"Daftar OPD: {', '.join(fields)} berubah"
        own = _noted([line for line in audit if f"({agency}, " in line["detail"]], "subject", "agencies")
        at, who = max(own, whole, key=lambda told: told[0] or datetime.min)
        yield Change(at, who, agency, names.of(agency), what)
