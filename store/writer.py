"""Changes within one transaction: append, delete, update, fetch. Names come from the schema, values are bound."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import ibis
import pyarrow as pa

from store.columns import in_types, sql_type, without_nul


class Connection(Protocol):
    """An engine's connection inside a transaction. Parameters stand as `?`, on both engines."""

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> int: ...

    def rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...

    def arrow(self, statement: str, parameters: Sequence[Any], schema: pa.Schema) -> pa.Table: ...

    def insert(self, table_name: str, rows: pa.Table) -> None: ...

    def listed(self, place: int, values: pa.Array, sql_type: str) -> tuple[str, list[Any]]:
        """A query for these values, and its parameters; `place` tells the lists of one statement apart."""


class Writer:
    """Changes the store within the transaction of one `store.write()`; of no use after it."""

    def __init__(self, connection: Connection, schemas: Mapping[str, ibis.Schema]) -> None:
        self._connection = connection
        self._schemas = schemas

    def append(self, table_name: str, rows: pa.Table | Sequence[Mapping[str, Any]]) -> int:
        """Add rows; a column that they lack is null. Returns their number.

        Raises ValueError for an unknown table or column, pyarrow.ArrowInvalid for a value of another type.
        """
        typed = in_types(self._schema(table_name), rows)
        if typed.num_rows:
            self._connection.insert(table_name, typed)
        return typed.num_rows

    def delete(self, table_name: str, where: Mapping[str, Any]) -> int:
        """Delete the rows that `where` chooses (see `fetch`; it may not be empty). Returns their number."""
        condition, values = self._condition(table_name, where)
        return self._connection.execute(f'DELETE FROM "{table_name}"{condition}', values)  # noqa: S608

    def update(self, table_name: str, set_values: Mapping[str, Any], where: Mapping[str, Any]) -> int:
        """Set columns to values in the rows that `where` chooses (see `fetch`; not empty). Returns their number."""
        schema = self._schema(table_name)
        self._check(table_name, set_values)
        condition, values = self._condition(table_name, where)
        changes = ", ".join(f'"{column}" = CAST(? AS {sql_type(schema, column)})' for column in set_values)
        statement = f'UPDATE "{table_name}" SET {changes}{condition}'  # noqa: S608
        return self._connection.execute(statement, [*map(_plain, set_values.values()), *values])

    def fetch(self, table_name: str, where: Mapping[str, Any]) -> pa.Table:
        """The rows that `where` chooses, as this transaction sees them: the table's columns and types, no order.

        `where` maps column → the values that it may have (a list, or one value; None finds missing ones); all columns
        must agree. An empty list finds nothing, an empty `where` everything. Raises ValueError for unknown names.
        """
        schema = self._schema(table_name)
        condition, values = self._condition(table_name, where) if where else ("", [])
        columns = ", ".join(f'"{column}"' for column in schema.names)
        statement = f'SELECT {columns} FROM "{table_name}"{condition}'  # noqa: S608
        return self._connection.arrow(statement, values, schema.to_pyarrow())

    def _schema(self, table_name: str) -> ibis.Schema:
        if table_name not in self._schemas:
            raise ValueError(f"no such table: {table_name}")
        return self._schemas[table_name]

    def _check(self, table_name: str, named: Mapping[str, Any]) -> None:
        if not named:
            raise ValueError(f"{table_name}: no column named; a change of every row is never meant")
        if strange := sorted(set(named) - set(self._schema(table_name).names)):
            raise ValueError(f"{table_name}: no such columns: {', '.join(strange)}")

    def _condition(self, table_name: str, where: Mapping[str, Any]) -> tuple[str, list[Any]]:
        schema = self._schema(table_name)
        self._check(table_name, where)
        parts: list[str] = []
        values: list[Any] = []
        for place, (column, wanted) in enumerate(where.items()):
            allowed = _array(wanted, schema[column].to_pyarrow())
            query, bound = self._connection.listed(place, without_nul(allowed.drop_null()), sql_type(schema, column))
            part = f'"{column}" IN ({query})'
            parts.append(f'({part} OR "{column}" IS NULL)' if allowed.null_count else part)
            values += bound
        return " WHERE " + " AND ".join(parts), values


def _array(wanted: Any, kind: pa.DataType) -> pa.Array:
    """The wanted values as one Arrow array; what stands in Arrow already never becomes objects of Python."""
    if isinstance(wanted, pa.ChunkedArray):
        wanted = wanted.combine_chunks()
    if isinstance(wanted, pa.Array):
        return wanted.cast(kind)
    return pa.array(list(wanted) if isinstance(wanted, list | tuple | set | frozenset) else [wanted], kind)


def _plain(value: Any) -> Any:
    return value.replace("\x00", "") if isinstance(value, str) else value
