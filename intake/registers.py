"""Tables of settings that are edited whole: what a change of them is, and how it is stored with its trace.

A change is told before it is made (how many rows, which OPDs, since when), stored in one transaction or not at all, and
every changed row stands in the audit with what it said before and after.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from indonesia import show_date, show_number
from intake.fields import Field, Problem, Row, name_of, rows_from
from loaders import RefusedError
from store import Scope, Store

MOST = 2000
Reach = tuple[frozenset[str], dt.date | None]
"""The OPDs whose judgement a change touches, and the first day of it (None: no day, date.min: every day)."""


@dataclass(frozen=True)
class Register:
    """One table of settings. `table`: its name in the store; `one`: what a row is called; `keys`: its stored columns
    that name one row; `identity`: fields by which a row is still the same when others change.

    `row_of` makes a row of a stored record and `record_of` (row, the record that it replaces or None) the reverse;
    `noted` names the columns for who and when, if the table has them;
    `words` tells a row in the audit. `check` finds what is wrong between rows, `ended` whether a row ends something,
    `reach` (rows before, after) what a change touches, `guard` raises RefusedError for rows that the store must keep.
    """

    table: str
    title: str
    one: str
    fields: tuple[Field, ...]
    keys: tuple[str, ...]
    identity: tuple[str, ...]
    row_of: Callable[[Mapping[str, Any]], Row]
    record_of: Callable[[Row, Mapping[str, Any] | None], dict[str, Any]]
    words: Callable[[Row], str]
    reach: Callable[[Sequence[Row], Sequence[Row]], Reach]
    order: Callable[[Row], Any]
    noted: tuple[str, ...] = ()
    ended: Callable[[Row | None, Row], bool] = lambda before, after: False
    check: Callable[[Sequence[tuple[int, Row]]], Iterable[Problem]] = lambda rows: ()
    guard: Callable[[Sequence[Row]], None] = lambda rows: None


@dataclass(frozen=True)
class Changes:
    """What differs between two states of a register; `changed` holds pairs (before, after)."""

    added: tuple[Row, ...] = ()
    changed: tuple[tuple[Row, Row], ...] = ()
    removed: tuple[Row, ...] = ()
    ended: int = 0
    agencies: frozenset[str] = frozenset()
    since: dt.date | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.changed or self.removed)


def read_register(store: Store, scope: Scope, register: Register) -> tuple[Row, ...]:
    """The rows in force, in the order of the register."""
    records = store.run(getattr(store.read(scope), register.table)).to_pylist()
    return tuple(sorted(map(register.row_of, records), key=register.order))


def checked(register: Register, cells: Sequence[Mapping[str, object]]) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of these cells and everything that is wrong with them, by row and column."""
    rows, problems = rows_from(register.fields, cells)
    found = [*problems]
    if not problems:
        found += [*_twice(register, rows), *register.check(rows)]
    if len(rows) > MOST:
        found.append(Problem(MOST + 1, "", register.fields[0].label, f"paling banyak {show_number(MOST)} baris."))
    return tuple(row for _, row in rows), tuple(sorted(found, key=lambda problem: problem.row))


def _twice(register: Register, rows: Sequence[tuple[int, Row]]) -> Iterable[Problem]:
    labels = {field.key: field.label for field in register.fields}
    seen: dict[tuple[Any, ...], int] = {}
    for number, row in rows:
        key = _identity(register, row)
        if seen.setdefault(key, number) != number:
            words = f"sudah ada pada baris {seen[key]} dengan isi pengenal yang sama."
            yield Problem(number, name_of(register.fields, row), labels[register.identity[-1]], words)


def _identity(register: Register, row: Row) -> tuple[Any, ...]:
    return tuple(row[key] for key in register.identity)


def changes_between(register: Register, before: Sequence[Row], after: Sequence[Row]) -> Changes:
    """What differs; rows that stand in both, however ordered, are no change."""
    gone, new = _only_in(before, after), _only_in(after, before)
    if not gone and not new:
        return Changes()
    old: dict[tuple[Any, ...], list[Row]] = {}
    for row in gone:
        old.setdefault(_identity(register, row), []).append(row)
    pairs = [(held.pop() if (held := old.get(_identity(register, row))) else None, row) for row in new]
    return Changes(
        tuple(after for one, after in pairs if one is None),
        tuple((one, after) for one, after in pairs if one is not None),
        tuple(row for held in old.values() for row in held),
        sum(register.ended(one, after) for one, after in pairs),
        *register.reach(before, after),
    )


def differing(before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    """The rows that stand in one of both only."""
    return [*_only_in(before, after), *_only_in(after, before)]


def _only_in(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    known = Counter(map(_frozen, others))
    found = []
    for row in rows:
        if known[_frozen(row)]:
            known[_frozen(row)] -= 1
        else:
            found.append(row)
    return found


def _frozen(row: Row) -> tuple[Any, ...]:
    return tuple(sorted(row.items()))


def change_sentence(register: Register, changes: Changes) -> str:
    """ "2 target baru, 1 diakhiri; memengaruhi 12 OPD sejak 1 November 2024." """
    if changes.empty:
        return f"Tidak ada perubahan pada {register.title}."
    ends_new = sum(register.ended(None, row) for row in changes.added)
    counts = (
        (len(changes.added) - ends_new, "baru"),
        (len(changes.changed) - (changes.ended - ends_new), "diubah"),
        (changes.ended, "diakhiri"),
        (len(changes.removed), "dihapus"),
    )
    parts = [f"{show_number(number)} {{}}{word}" for number, word in counts if number]
    told = ", ".join([parts[0].format(f"{register.one} "), *(part.format("") for part in parts[1:])])
    if changes.since is None or not changes.agencies:
        return f"{told}; penilaian tidak berubah."
    since = "pada semua hari" if changes.since == dt.date.min else f"sejak {show_date(changes.since)}"
    return f"{told}; memengaruhi {show_number(len(changes.agencies))} OPD {since}."


def change_lines(register: Register, changes: Changes) -> tuple[str, ...]:
    """Every change as the audit tells it: "baru: …", "diubah: … menjadi …", "dihapus: …"."""
    words = register.words
    return (
        *(f"baru: {words(row)}" for row in changes.added),
        *(f"diubah: {words(before)} menjadi {words(after)}" for before, after in changes.changed),
        *(f"dihapus: {words(row)}" for row in changes.removed),
    )


def save_register(
    store: Store,
    scope: Scope,
    register: Register,
    rows: Sequence[Row],
    seen: Sequence[Row],
    who: str,
    now: dt.datetime,
) -> Changes:
    """Put `rows` in force in one transaction; every change with its line in the audit (of the sample none).

    `seen` are the rows that the change was made from. Raises RefusedError, in Indonesian, without a name, with
    problems, or if somebody else changed the table since; then nothing is stored.
    """
    if not who.strip():
        raise RefusedError("Mohon Bapak/Ibu mengisi nama lebih dahulu. Tidak ada yang berubah.")
    rows, problems = checked(register, rows)
    if problems:
        raise RefusedError(f"{problems[0].sentence} Tidak ada yang berubah.")
    with store.write() as writer:
        register.guard(rows)  # under the lock: an upload meanwhile might name what is removed here
        records = writer.fetch(register.table, {"sample": scope.sample}).to_pylist()
        stored = [register.row_of(record) for record in records]
        if differing(stored, seen):
            raise RefusedError(
                f"{register.title} sudah diubah orang lain setelah halaman ini dibuka. Mohon muat ulang halaman lalu "
                "ulangi perubahannya. Tidak ada yang berubah."
            )
        changes = changes_between(register, stored, rows)
        of_row = {_frozen(row): record for row, record in zip(stored, records, strict=True)}
        for row in (*changes.removed, *(before for before, _ in changes.changed)):
            writer.delete(register.table, {key: of_row[_frozen(row)][key] for key in (*register.keys, "sample")})
        made = [register.record_of(row, None) for row in changes.added]
        made += [register.record_of(after, of_row[_frozen(before)]) for before, after in changes.changed]
        noted = dict(zip(register.noted, (who.strip(), now), strict=False))
        writer.append(register.table, [{**record, **noted, "sample": scope.sample} for record in made])
        if not scope.sample:
            told = {"at": now, "who": who.strip(), "action": "setting", "subject": register.table}
            writer.append("audit", [{**told, "detail": line} for line in change_lines(register, changes)])
    return changes
