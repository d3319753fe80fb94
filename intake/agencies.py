"""OPDs as the office edits them: a renamed one keeps its old name as alias, an ended one its old months."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from indonesia import AGENCY_KINDS, office_place, show_date
from intake.agency_names import AgencyNames
from intake.fields import Field, Problem, Row
from intake.registers import Reach, Register, differing
from loaders import RefusedError
from store import Scope, Store

_JUDGED = ("kind", "from_day", "to_day", "active", "no_account")
_PLAIN = ("agency_id", "name", "kind", "aliases", "contact", "from_day", "to_day")


def agencies_register(store: Store, scope: Scope, names: AgencyNames) -> Register:
    """The table of OPDs."""
    return Register(
        table="agencies",
        title="daftar OPD",
        one="OPD",
        fields=(
            Field("name", "Nama OPD", needed=True),
            Field("kind", "Jenis OPD", "choice", AGENCY_KINDS, needed=True),
            Field("from_day", "Ada sejak", "day", help="Kosong: sejak semula."),
            Field("to_day", "Ada sampai", "day", help="Diisi bila OPD bubar atau bergabung. Kosong: masih ada."),
            Field("aliases", "Alias", wide=True, longest=500, help="Dipisahkan titik koma."),
            Field("contact", "Narahubung", longest=120),
            Field("agency_id", "Kode", needed=True, longest=80, help="Huruf kecil, angka, tanda hubung."),
            Field("parent_id", "Induk", "choice", names.names),
            Field("no_account", "Tidak punya akun", "flag"),
            Field("active", "Aktif", "flag", start=True, help="Untuk OPD yang berakhir, isilah kolom Ada sampai."),
        ),
        keys=("agency_id",),
        identity=("agency_id",),
        row_of=_row_of,
        record_of=_record_of,
        words=_words,
        reach=_reach,
        order=lambda row: office_place(row["kind"], row["name"]),
        ended=lambda before, after: before is not None and before["to_day"] is None and after["to_day"] is not None,
        check=_check,
        guard=lambda rows: _guard(store, scope, rows),
    )  # fmt: skip


def _row_of(record: Mapping[str, Any]) -> Row:
    flags = {"no_account": bool(record["no_account"]), "active": bool(record["active"])}
    return {**{key: record[key] for key in _PLAIN}, "parent_id": record["parent_id"] or "", **flags}


def _record_of(row: Row, old: Mapping[str, Any] | None) -> dict[str, Any]:
    """A name that was given up stays an alias: old reports bear it."""
    aliases = [part.strip() for part in row["aliases"].split(";") if part.strip()]
    if old and old["name"] != row["name"] and old["name"] not in aliases:
        aliases.append(old["name"])
    return {**row, "aliases": "; ".join(aliases), "parent_id": row["parent_id"] or None}


def term_words(row: Row) -> str:
    """ ", sejak 1 Januari 2024, sampai 31 Desember 2024" of a row with from_day and to_day; "" without dates."""
    since = f", sejak {show_date(row['from_day'])}" if row["from_day"] else ""
    return since + (f", sampai {show_date(row['to_day'])}" if row["to_day"] else "")


def _words(row: Row) -> str:
    told = f"{row['name']} ({row['agency_id']}, {AGENCY_KINDS.get(row['kind'], row['kind'])}{term_words(row)})"
    more = [f"{word} {row[key]}" for key, word in (("aliases", "alias"), ("contact", "narahubung")) if row[key]]
    more += ["tidak punya akun"] if row["no_account"] else []
    more += [] if row["active"] else ["tidak aktif"]
    return "; ".join((told, *more))


def _reach(before: Sequence[Row], after: Sequence[Row]) -> Reach:
    """OPDs of which something that is judged by differs; since the first day only if nothing but dates do."""
    old, new = ({row["agency_id"]: row for row in rows} for rows in (before, after))
    since: dict[str, dt.date] = {}
    for code in {row["agency_id"] for row in differing(before, after)}:
        one, two = old.get(code), new.get(code)
        if one is None or two is None:
            since[code] = (one or two or {}).get("from_day") or dt.date.min
        elif any(one[key] != two[key] for key in _JUDGED):
            since[code] = term_since(one, two, ("kind", "active", "no_account"))
    return frozenset(since), min(since.values(), default=None)


def term_since(one: Row, two: Row, others: Sequence[str] = ()) -> dt.date:
    """The first day that two rows with from_day and to_day judge otherwise; date.min for all days."""
    if any(one[key] != two[key] for key in others):
        return dt.date.min
    days = []
    if one["from_day"] != two["from_day"]:
        days.append(min(one["from_day"] or dt.date.min, two["from_day"] or dt.date.min))
    if one["to_day"] != two["to_day"]:
        days.append(min(day for day in (one["to_day"], two["to_day"]) if day) + dt.timedelta(days=1))
    return min(days, default=dt.date.min)


def term_problems(rows: Sequence[tuple[int, Row]], label: str, name: str) -> Iterable[Problem]:
    """Rows that end before they begin; `label` is the column of the end, `name` the key of what a row is called."""
    for number, row in rows:
        if row["from_day"] and row["to_day"] and row["from_day"] > row["to_day"]:
            yield Problem(number, row[name], label, "lebih awal daripada tanggal mulainya.")


def _check(rows: Sequence[tuple[int, Row]]) -> Iterable[Problem]:
    codes = {row["agency_id"] for _, row in rows}
    yield from term_problems(rows, "Ada sampai", "name")
    for number, row in rows:
        if not re.fullmatch(r"[a-z0-9-]{2,80}", row["agency_id"]):
            yield Problem(number, row["name"], "Kode", "hanya boleh memuat huruf kecil, angka, dan tanda hubung.")
        if row["parent_id"] and (row["parent_id"] not in codes or row["parent_id"] == row["agency_id"]):
            yield Problem(number, row["name"], "Induk", "bukan OPD lain pada daftar ini.")


def _guard(store: Store, scope: Scope, rows: Sequence[Row]) -> None:
    """An OPD of which something is stored cannot be removed, only ended."""
    tables, kept = store.read(scope), {row["agency_id"] for row in rows}
    for table, words in (
        (tables.posts, "unggahan"), (tables.coverage_told, "laporan"), (tables.units, "bidang"),
        (tables.accounts, "akun"), (tables.dispensations, "dispensasi"), (tables.targets, "target"),
    ):  # fmt: skip
        used = set(store.run(table.select("agency_id").distinct())["agency_id"].to_pylist()) - {None, ""}
        if used - kept:
            raise RefusedError(
                f"OPD berikut masih memiliki {words} sehingga tidak dapat dihapus: {', '.join(sorted(used - kept))}. "
                "Mohon isi kolom Ada sampai sebagai gantinya. Tidak ada yang berubah."
            )
