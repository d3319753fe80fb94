"""Numbered migrations: brings a database from the schema that it has to the schema that the code knows."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from store.errors import StoreError
from store.writer import Connection

FOLDER = Path(__file__).parent / "migrations"
"""Files NNN_name.sql, one step each, in SQL that both engines understand. A released step never changes."""


class Migratable(Protocol):
    """What a migration needs of an engine: one transaction, alone at work, undone if it fails."""

    def transaction(self) -> AbstractContextManager[Connection]: ...


@dataclass(frozen=True)
class Step:
    """One migration: its number, its name and its statements."""

    number: int
    name: str
    statements: str


def steps(folder: Path = FOLDER) -> tuple[Step, ...]:
    """The migrations of a folder in order. Raises ValueError if their numbers are not 1, 2, 3 …"""
    found = tuple(
        Step(int(path.name[:3]), path.stem[4:], path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9]_*.sql"))
    )
    if [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations are not numbered 1 to {len(found)}: {[step.number for step in found]}")
    return found


def migrate(engine: Migratable, known: Sequence[Step]) -> None:
    """Apply the steps that the database lacks, each in a transaction of its own, and note them in schema_version.

    Raises StoreError, changing nothing, if the database has a step that the code does not know.
    """
    with engine.transaction() as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL, name TEXT NOT NULL)")
        found = _applied(connection)
    if found > len(known):
        raise StoreError(
            f"Basis data ini dibuat oleh versi aplikasi yang lebih baru (skema {found}, sedangkan aplikasi "
            f"ini mengenal sampai skema {len(known)}). Mohon perbarui aplikasi; tidak ada data yang diubah."
        )
    for step in known[found:]:
        with engine.transaction() as connection:
            if step.number > _applied(connection):  # another process may have been faster
                connection.execute(step.statements)
                connection.execute("INSERT INTO schema_version VALUES (?, ?)", [step.number, step.name])


def _applied(connection: Connection) -> int:
    rows: Iterable[Sequence[int]] = connection.rows("SELECT coalesce(max(number), 0) FROM schema_version")
    return next(iter(rows))[0]
