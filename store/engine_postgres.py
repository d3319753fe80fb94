"""The shared engine: a PostgreSQL server, for offices where several processes or machines need one database."""

import contextlib
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import ibis.backends.postgres
import ibis.expr.types as ir
import psycopg
import pyarrow as pa
from psycopg.pq import TransactionStatus

from store.errors import StoreError
from store.statements import RememberedStatements

MOST_CONNECTIONS = 16
"""How many connections one process holds at most; a call that finds none free waits for one."""

_WRITE_LOCK = 7_261_110_917
"""Key of the advisory lock under which all processes write in turn; an arbitrary number of ours."""


class _Backend(RememberedStatements, ibis.backends.postgres.Backend):
    """Ibis on one connection, whose transaction takes the query's memtables along when it is rolled back."""

    def _make_memtable_finalizer(self, name: str) -> None:
        """None: Ibis would keep every connection that met a memtable until the process ends."""


class PostgresConnection:
    """A connection inside a transaction (store.writer.Connection)."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        return self._run(statement, parameters).rowcount

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        return self._run(statement, parameters).fetchall()

    def arrow(self, statement: str, parameters: Sequence[Any], schema: pa.Schema) -> pa.Table:
        columns = list(zip(*self.rows(statement, parameters), strict=True)) or [()] * len(schema)
        return pa.table([pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)], schema)

    def listed(self, place: int, values: pa.Array, sql_type: str) -> tuple[str, list[Any]]:
        del place
        return f"SELECT unnest(CAST(? AS {sql_type}[]))", [values.to_pylist()]

    def insert(self, table_name: str, rows: pa.Table) -> None:
        columns = ", ".join(f'"{column}"' for column in rows.column_names)
        statement = f'COPY "{table_name}" ({columns}) FROM STDIN'
        with self._connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
            for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
                copy.write_row(row)

    def _run(self, statement: str, parameters: Sequence[Any]) -> psycopg.Cursor:
        if not parameters:  # several statements at once, as migrations have them, go only without parameters
            return self._connection.execute(statement.encode())
        return self._connection.execute(statement.replace("?", "%s").encode(), parameters)


class PostgresEngine:
    """A few connections to one database, lent to one call at a time. Raises StoreError if it cannot connect."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._free = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._idle: list[psycopg.Connection] = []
        self._closed = False
        with self._lend():
            pass

    def run(self, expression: ir.Expr) -> Any:
        """The expression's result in Arrow, on a connection that nobody else uses meanwhile."""
        with self._lend() as connection, connection.transaction(force_rollback=True):
            return _Backend.from_connection(connection).to_pyarrow(expression)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of a query of the store's own."""
        with self._lend() as connection:
            return connection.execute(statement.encode()).fetchall()

    @contextlib.contextmanager
    def transaction(self, quiet: bool = False) -> Iterator[PostgresConnection]:
        """One transaction, rolled back on any exception; unless quiet, the only such one of all processes."""
        with contextlib.nullcontext() if quiet else self._lock, self._lend() as connection, connection.transaction():
            if not quiet:
                connection.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITE_LOCK])
            yield PostgresConnection(connection)

    def close(self) -> None:
        """Close the connections; one that is lent is closed when it comes back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    @contextlib.contextmanager
    def _lend(self) -> Iterator[psycopg.Connection]:
        with self._free:
            connection = self._living() or self._connect()
            try:
                yield connection
            except psycopg.OperationalError as error:
                if connection.closed:
                    raise StoreError(_UNREACHABLE) from error
                raise
            finally:
                if self._closed or connection.info.transaction_status != TransactionStatus.IDLE:
                    connection.close()
                else:
                    self._idle.append(connection)

    def _living(self) -> psycopg.Connection | None:
        """An idle connection that still answers: the server may have been started anew since."""
        while self._idle:
            with contextlib.suppress(IndexError):  # another thread took the last one
                connection = self._idle.pop()
                try:
                    connection.execute("SELECT 1")
                    return connection
                except psycopg.OperationalError:
                    connection.close()
        return None

    def _connect(self) -> psycopg.Connection:
        try:
            return psycopg.connect(self._url, autocommit=True, connect_timeout=10)
        except psycopg.Error as error:
            raise StoreError(_UNREACHABLE) from error


_UNREACHABLE = (
    "Basis data PostgreSQL tidak dapat dihubungi. Mohon pastikan peladennya berjalan dan alamat, nama pengguna serta "
    "kata sandi di DASBOR_DATABASE benar."
)
