"""The embedded engine: one DuckDB file, one process, a cursor for each call."""

import contextlib
import os
import re
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import ibis.backends.duckdb
import ibis.expr.types as ir
import pyarrow as pa

from store.errors import StoreError
from store.statements import RememberedStatements

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "write_buffer_row_group_count": 1,
}
"""No query may reach the network. `lock_configuration` would also forbid the time zone that Ibis sets."""
_NAME = "dasbor"
"""What DuckDB calls the attached file, whatever its name."""
_FEW = 200
"""Values up to which a list goes as a parameter: registering it takes 5 ms however short it is, and pays from here."""
_ROW_GROUP = 10_240
"""Rows that DuckDB holds uncompressed in a transaction before it writes them to the file: by default ten times as many,
and a large upload stood in memory whole. Told at attaching, never stored: a file of any size can be opened."""


class _Backend(RememberedStatements, ibis.backends.duckdb.Backend):
    """Ibis on one cursor, which takes the query's memtables along when it closes."""

    def _make_memtable_finalizer(self, name: str) -> None:
        """None: Ibis would keep every cursor that met a memtable until the process ends."""


class DuckdbConnection:
    """A cursor inside a transaction (store.writer.Connection)."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        answer = self._cursor.execute(statement, parameters or None).fetchone()
        return answer[0] if answer else 0

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._cursor.execute(statement, parameters or None).fetchall()

    def arrow(self, statement: str, parameters: Sequence[Any], schema: pa.Schema) -> pa.Table:
        return self._cursor.execute(statement, parameters or None).to_arrow_table().cast(schema)

    def listed(self, place: int, values: pa.Array, sql_type: str) -> tuple[str, list[Any]]:
        if len(values) <= _FEW:
            return f"SELECT unnest(CAST(? AS {sql_type}[]))", [values.to_pylist()]
        self._cursor.register(f"wanted_{place}", _stream(pa.table({"value": values})))
        return f"SELECT value FROM wanted_{place}", []  # noqa: S608

    def insert(self, table_name: str, rows: pa.Table) -> None:
        columns = ", ".join(f'"{column}"' for column in rows.column_names)
        self._cursor.register("incoming_rows", _stream(rows))
        self._cursor.execute(f'INSERT INTO "{table_name}" ({columns}) SELECT {columns} FROM incoming_rows')  # noqa: S608
        self._cursor.unregister("incoming_rows")  # after a failure it goes with the cursor


def _stream(rows: pa.Table) -> pa.RecordBatchReader:
    """The rows to be read once: a registered table would be kept, with every row of it, until the transaction ends."""
    return pa.RecordBatchReader.from_batches(rows.schema, (batch for batch in rows.to_batches()))


class DuckdbEngine:
    """One open DuckDB file. Raises StoreError if it cannot be opened."""

    def __init__(self, url: str) -> None:
        self._path = path_of(url)
        self._raw = _open(self._path)
        self._locks = {quiet: _lock_of(str(self._path), quiet) for quiet in (False, True)}

    def run(self, expression: ir.Expr) -> Any:
        """The expression's result in Arrow, on a cursor of its own: cursors are not shared between threads."""
        with contextlib.closing(self.cursor()) as cursor:
            return _Backend.from_connection(cursor).to_pyarrow(expression)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of a query of the store's own."""
        with contextlib.closing(self.cursor()) as cursor:
            return cursor.execute(statement).fetchall()

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor on the file."""
        cursor = self._raw.cursor()
        cursor.execute(f"USE {_NAME}")
        return cursor

    @contextlib.contextmanager
    def transaction(self, quiet: bool = False) -> Iterator[DuckdbConnection]:
        """One transaction under the write lock (quiet: under a lock of its own), rolled back on any exception."""
        with self._locks[quiet], contextlib.closing(self.cursor()) as cursor:
            cursor.execute("BEGIN TRANSACTION")
            try:
                yield DuckdbConnection(cursor)
                cursor.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(duckdb.Error):  # a failed COMMIT has ended the transaction already
                    cursor.execute("ROLLBACK")
                raise
            finally:
                _make_private(self._path)

    def close(self) -> None:
        """Close the file; whatever is committed is in it."""
        self._raw.close()


def path_of(url: str) -> Path:
    """The file that a duckdb:/// address names: duckdb:///srv/x.duckdb is /srv/x.duckdb, duckdb:///C:/x is C:/x."""
    path = "/" + url.removeprefix("duckdb://").lstrip("/")
    return Path(path[1:] if re.match(r"/[A-Za-z]:", path) else path)


@cache
def _lock_of(path: str, quiet: bool) -> threading.Lock:
    """One lock for a file, however many stores of this process have it open."""
    del path, quiet
    return threading.Lock()


def _open(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        before = os.umask(0o077)  # DuckDB does not open a file that is there but empty, so it cannot be made beforehand
        try:
            connection = _attached(path)
        finally:
            os.umask(before)
        _make_private(path)
        return connection
    except (duckdb.Error, OSError) as error:
        raise StoreError(_reason(path, str(error))) from error


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that holds the file attached and may open no other; all of a process to one file share it."""
    connection = duckdb.connect(f":memory:{path}", config=_CONFIG)
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH IF NOT EXISTS '{quoted}' AS {_NAME} (ROW_GROUP_SIZE {_ROW_GROUP})")
        connection.execute("SET enable_external_access = false")
    except BaseException:
        connection.close()
        raise
    return connection


def _reason(path: Path, message: str) -> str:
    if "lock" in message or "being used by another process" in message:
        return (
            f"Basis data sedang dipakai oleh proses lain ({path}). Mohon tutup dasbor yang lain lebih dahulu, "
            "atau pakai PostgreSQL bila beberapa proses harus membukanya bersamaan."
        )
    if "not a valid DuckDB database file" in message:
        return f"Berkas {path} bukan basis data DuckDB. Mohon periksa isi DASBOR_DATABASE."
    return f"Basis data {path} tidak dapat dibuka. Mohon periksa hak akses folder dan ruang simpan. Rincian: {message}"


def _make_private(path: Path) -> None:
    for file in (path, path.with_name(path.name + ".wal")):
        with contextlib.suppress(FileNotFoundError):
            file.chmod(0o600)
