"""What is kept: the one place that reads, executes and writes."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache, lru_cache, partial
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from store.columns import COLUMNS_QUERY, schemas_of
from store.engine_duckdb import DuckdbEngine
from store.engine_postgres import PostgresEngine
from store.memory import give_back_freed_memory
from store.migrate import Step, migrate, steps
from store.scope import Scope, Tables, files_within, packs_within, tables_within
from store.writer import Connection, Writer


class Engine(Protocol):
    """What an engine can do; DuckDB and PostgreSQL each have one."""

    def run(self, expression: ir.Expr) -> Any: ...

    def rows(self, statement: str) -> Sequence[tuple[Any, ...]]: ...

    def transaction(self, quiet: bool = False) -> AbstractContextManager[Connection]: ...

    def close(self) -> None: ...


class _Writing(threading.local):
    """Which kinds of write (quiet or not) the present thread is in."""

    def __init__(self) -> None:
        self.kinds: set[bool] = set()


class Store:
    """An open database of the newest schema. Every method may be called from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._schemas, self._tables = _reading(tuple(map(tuple, engine.rows(COLUMNS_QUERY))))
        self._writing = _Writing()

    def read(self, scope: Scope) -> Tables:
        """The tables within a scope, as Ibis tables to build an expression from; nothing is executed yet."""
        return self._tables(scope)

    def run(self, expression: ir.Expr) -> Any:
        """Execute an expression: a table gives a pyarrow.Table, a column a ChunkedArray, one value a Scalar."""
        return self._engine.run(expression)

    @contextlib.contextmanager
    def write(self, quiet: bool = False) -> Iterator[Writer]:
        """One transaction under the one write lock, all of it kept or, on any exception, none of it.

        Grows the data version by one. With `quiet`, for sessions and the audit, it neither waits for that lock nor
        touches the data version. Raises RuntimeError within another of its kind: it would wait for itself for ever.
        """
        if quiet in self._writing.kinds:
            raise RuntimeError("write() within write(): this thread holds the lock already")
        self._writing.kinds.add(quiet)
        try:
            with self._engine.transaction(quiet) as connection:
                yield Writer(connection, self._schemas)
                if not quiet:
                    connection.execute("UPDATE data_version SET number = number + 1")
        finally:
            self._writing.kinds.discard(quiet)

    def data_version(self) -> int:
        """A number that grows with every write that is not quiet: an answer kept under it is still true."""
        return int(self._engine.rows("SELECT number FROM data_version")[0][0])

    def file_bytes(self, sha256: str, scope: Scope) -> bytes | None:
        """The bytes of an uploaded file; None if it is not kept or holds what the scope may not see."""
        files = files_within(self._schemas, scope)
        contents: pa.Table = self.run(files.filter(files.sha256 == sha256).select("content").limit(1))
        return contents["content"][0].as_py() if contents.num_rows else None

    def pack_bytes(self, pack_id: str, scope: Scope) -> bytes | None:
        """The zip of a meeting pack; None if there is none that the scope may fetch."""
        packs = packs_within(self._schemas, scope)
        contents: pa.Table = self.run(packs.filter(packs.pack_id == pack_id).select("content").limit(1))
        return contents["content"][0].as_py() if contents.num_rows else None

    def close(self) -> None:
        """Let go of the database; the store is of no use afterwards."""
        self._engine.close()


def open_store(url: str, known: Sequence[Step] | None = None) -> Store:
    """Open (or create) the database at duckdb:///path or postgresql://… and bring it to the newest schema.

    `known` are the migrations to apply, all of ours unless a test says otherwise. Raises StoreError in Indonesian:
    cannot be opened, held by another process, or written by a newer version of this software.
    """
    give_back_freed_memory()
    engine = _engine(url)
    try:
        migrate(engine, steps() if known is None else known)
        return Store(engine)
    except BaseException:
        engine.close()
        raise


@cache
def _reading(columns: tuple[tuple[Any, ...], ...]) -> tuple[Mapping[str, ibis.Schema], Callable[[Scope], Tables]]:
    """The schemas of these columns (rows of COLUMNS_QUERY), and the tables of a scope: building those takes 30 ms."""
    schemas = schemas_of(columns)
    return schemas, lru_cache(maxsize=128)(partial(tables_within, schemas))


def _engine(url: str) -> Engine:
    if url.startswith("duckdb://"):
        return DuckdbEngine(url)
    if url.startswith(("postgresql://", "postgres://")):
        return PostgresEngine(url)
    raise ValueError("the address of a database starts with duckdb:// or postgresql://")
