"""Officials and candidates as the office entered them: one row is a person in one role from a day to a day.

Whose relative a person is is never stored: a caption is read by offices and candidacies only.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from indonesia import show_date
from intake.kept import Version, add_version, versions_of
from loaders import RefusedError
from rules import Person, Role
from store import Scope, Store, Writer

SETTING = "pejabat"
MOST = 2000

ROLES = {
    "bupati": "Bupati",
    "wakil_bupati": "Wakil Bupati",
    "pj_bupati": "Penjabat Bupati",
    "pjs_bupati": "Penjabat Sementara Bupati",
    "plt_bupati": "Pelaksana Tugas Bupati",
    "sekda": "Sekretaris Daerah",
    "gubernur": "Gubernur",
    "wakil_gubernur": "Wakil Gubernur",
    "pj_gubernur": "Penjabat Gubernur",
    "kepala_opd": "Kepala OPD",
    "sekretaris_opd": "Sekretaris OPD",
    "camat": "Camat",
    "direktur": "Direktur rumah sakit",
    "paslon": "Calon kepala daerah",
}
"""Roles that the rules know (rules/context.py), and what the screen calls them."""

_RELATIONS = re.compile(r"\b(istri|suami|menantu|mertua|ipar|keponakan|sepupu)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Holding:
    """A person in a role; days are included, to_day None: still. nicknames and titles are parted by "; "."""

    name: str
    role: str
    from_day: dt.date | None
    to_day: dt.date | None = None
    label: str = ""
    nicknames: str = ""
    titles: str = ""


def read_people(store: Store, scope: Scope) -> tuple[Holding, ...]:
    """Everyone's roles, by name and day."""
    tables = store.read(scope)
    people = {row["person_id"]: row for row in store.run(tables.people).to_pylist()}
    found = [
        Holding(
            people[row["person_id"]]["name"], row["role"], row["from_day"], row["to_day"], row["label"],
            people[row["person_id"]]["nicknames"], people[row["person_id"]]["titles"],
        )
        for row in store.run(tables.people_roles).to_pylist() if row["person_id"] in people
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.from_day or dt.date.min, each.role)))


def as_people(rows: Sequence[Holding]) -> tuple[Person, ...]:
    """The persons as the rules take them, by name; rows without a day are left out."""
    own: dict[str, list[Holding]] = {}
    for row in sorted(rows, key=lambda each: each.name.casefold()):
        own.setdefault(row.name.casefold(), []).append(row)
    return tuple(
        Person(
            held[0].name,
            _parts(_joined(row.nicknames for row in held)),
            _parts(_joined(row.titles for row in held)),
            tuple(Role(row.role, row.from_day, row.to_day, row.label) for row in held if row.from_day),
        )
        for held in own.values()
    )


def people_problems(rows: Sequence[Holding]) -> tuple[str, ...]:
    """Why these rows cannot be stored, each with its row counted from 1."""
    found = [f"Paling banyak {MOST} baris."] if len(rows) > MOST else []
    seen: dict[tuple[object, ...], int] = {}
    for number, row in enumerate(rows, 1):
        place = f"Baris {number}" + (f" ({row.name})" if row.name else "")
        found += [f"{place}: {words}" for words in _wrong(row)]
        key = (row.name.casefold(), row.role, row.from_day)
        if row.name and seen.setdefault(key, number) != number:
            found.append(f"{place}: jabatan yang sama dengan tanggal mulai yang sama sudah ada pada baris {seen[key]}.")
    return tuple(found)


def _wrong(row: Holding) -> Iterable[str]:
    if not row.name:
        yield "nama kosong."
    elif sum(map(str.isalpha, row.name)) < 3:
        yield "nama terlalu pendek untuk dicari di dalam teks."
    if row.role not in ROLES:
        yield f"jabatan “{row.role}” tidak dikenal. Pilihan: {', '.join(ROLES.values())}."
    if row.from_day is None:
        yield "tanggal mulai kosong atau tidak terbaca."
    elif row.to_day is not None and row.from_day > row.to_day:
        yield f"tanggal mulai {show_date(row.from_day)} sesudah tanggal selesai {show_date(row.to_day)}."
    if any(re.search(r"\d{8}", text) for text in (row.name, row.nicknames, row.titles, row.label)):
        yield "nomor induk (NIK, NIP) tidak disimpan. Mohon dihapus."
    if relation := next(filter(None, (_RELATIONS.search(text) for text in (row.titles, row.label))), None):
        yield f"hubungan keluarga (“{relation[0]}”) tidak disimpan. Mohon dihapus."


def people_notes(rows: Sequence[Holding]) -> tuple[str, ...]:
    """What may be meant but should be looked at: a nickname that two persons share."""
    owners: dict[str, set[str]] = {}
    for row in rows:
        for nickname in _parts(row.nicknames):
            owners.setdefault(nickname.casefold(), set()).add(row.name)
    return tuple(
        f"Panggilan “{nickname}” dipakai oleh {', '.join(sorted(names))}: dalam teks keduanya tidak dapat dibedakan."
        for nickname, names in owners.items()
        if len(names) > 1
    )


def lost_roles(before: Sequence[Holding], after: Sequence[Holding], today: dt.date) -> tuple[Holding, ...]:
    """Roles that were in force on a day until today and would no longer be so on all those days.

    Ending a role from today on is no loss; taking it away changes how old months are read.
    """
    kept: dict[tuple[str, str], list[Holding]] = {}
    for row in after:
        kept.setdefault((row.name.casefold(), row.role), []).append(row)
    return tuple(
        row
        for row in before
        if row.from_day is not None
        and row.from_day < today
        and not any(_covers(other, row, today) for other in kept.get((row.name.casefold(), row.role), ()))
    )


def _covers(one: Holding, other: Holding, today: dt.date) -> bool:
    last = min(other.to_day or today, today - dt.timedelta(days=1))
    if one.from_day is None or other.from_day is None or one.from_day > other.from_day:
        return False
    return one.to_day is None or one.to_day >= last


def holding_words(row: Holding) -> str:
    """A row as words: "Dewi Contoh: Bupati, 1 Januari 2024–sekarang"."""
    last = show_date(row.to_day) if row.to_day else "sekarang"
    first = show_date(row.from_day) if row.from_day else "?"
    return f"{row.name}: {row.label or ROLES.get(row.role, row.role)}, {first}–{last}"


def people_versions(store: Store) -> tuple[Version, ...]:
    """The versions of the office's own people, the newest first; `value` is JSON for `people_of`."""
    return versions_of(store, SETTING)


def people_of(value: str) -> tuple[Holding, ...]:
    """The rows of a version."""
    rows = (
        {**row, **{key: dt.date.fromisoformat(row[key]) for key in ("from_day", "to_day") if row[key]}}
        for row in json.loads(value)
    )
    return tuple(Holding(**row) for row in rows)


def save_people(store: Store, scope: Scope, rows: Sequence[Holding], seen: int, who: str, now: dt.datetime) -> None:
    """Put these rows in place of the stored ones, as a new version with a line in the audit (of the sample neither).

    Nicknames and titles of all rows of a name are joined. Raises RefusedError, in Indonesian, for rows with problems,
    without a name, or if somebody else changed them since version `seen`.
    """
    rows = [_trimmed(row) for row in rows]
    problems = people_problems(rows)
    if problems:
        raise RefusedError(f"{problems[0]} Tidak ada yang berubah.")
    with store.write() as writer:
        if not scope.sample:
            value = json.dumps([asdict(row) for row in rows], ensure_ascii=False, default=dt.date.isoformat)
            detail = f"{len({row.name for row in rows})} orang, {len(rows)} jabatan"
            add_version(writer, SETTING, value, seen, who, now, detail)
        _replace(writer, rows, scope.sample)


def _replace(writer: Writer, rows: Sequence[Holding], sample: bool) -> None:
    for table in ("people", "people_roles"):
        writer.delete(table, {"sample": sample})
    ids: dict[str, str] = {}
    for row in rows:
        ids.setdefault(row.name.casefold(), f"orang-{len(ids) + 1}")
    own = {key: [row for row in rows if row.name.casefold() == key] for key in ids}
    people = [
        {
            "person_id": ids[key], "name": held[0].name, "nicknames": _joined(row.nicknames for row in held),
            "titles": _joined(row.titles for row in held), "sample": sample,
        }
        for key, held in own.items()
    ]  # fmt: skip
    roles = [
        {
            "person_id": ids[row.name.casefold()], "role": row.role, "from_day": row.from_day, "to_day": row.to_day,
            "label": row.label, "sample": sample,
        }
        for row in rows
    ]  # fmt: skip
    writer.append("people", people)
    writer.append("people_roles", roles)


def _trimmed(row: Holding) -> Holding:
    tidy: Callable[[str], str] = lambda text: " ".join(text.split())  # noqa: E731
    return replace(
        row,
        name=tidy(row.name),
        label=tidy(row.label),
        nicknames=_joined([row.nicknames]),
        titles=_joined([row.titles]),
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(part for text in texts for part in _parts(text)))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (" ".join(one.split()) for one in text.split(";")) if part)
