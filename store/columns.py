"""The columns of the stored tables, read from the database once, and rows brought into their types."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

HIDDEN = ("schema_version", "data_version")
"""Tables of the store's own book-keeping; nobody else reads or writes them."""

COLUMNS_QUERY = """
SELECT table_name, column_name, data_type FROM information_schema.columns
WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
"""
"""One question for both engines: table_name, column_name, data_type, in the order of the migrations."""

_TYPES = {
    "text": "string",
    "varchar": "string",
    "bigint": "int64",
    "integer": "int32",
    "double": "float64",
    "double precision": "float64",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "timestamp(6)",
    "timestamp without time zone": "timestamp(6)",
    "bytea": "binary",
    "blob": "binary",
}

_SQL_TYPES = {
    "string": "text",
    "int64": "bigint",
    "int32": "integer",
    "float64": "double precision",
    "boolean": "boolean",
    "date": "date",
    "timestamp(6)": "timestamp",
    "binary": "bytea",
}


def schemas_of(rows: Iterable[Sequence[Any]]) -> dict[str, ibis.Schema]:
    """Table name → Ibis schema, from rows of COLUMNS_QUERY; the same for both engines. Each may be null."""
    columns: dict[str, list[tuple[str, str]]] = {}
    for table_name, column_name, data_type in rows:
        if table_name not in HIDDEN:
            columns.setdefault(table_name, []).append((column_name, _TYPES[data_type.lower()]))
    return {name: _schema(tuple(types)) for name, types in columns.items()}


@cache
def _schema(types: tuple[tuple[str, str], ...]) -> ibis.Schema:
    """The schema of columns with these types; made once, for Ibis takes a millisecond for each."""
    return ibis.schema(dict(types))


def sql_type(schema: ibis.Schema, column: str) -> str:
    """The name that both engines give to the type of a column."""
    return _SQL_TYPES[str(schema[column])]


def in_types(schema: ibis.Schema, rows: pa.Table | Sequence[Mapping[str, Any]]) -> pa.Table:
    """The rows with the columns and types of the table; a column that they lack is null.

    Raises ValueError for a column that the table does not have, pyarrow.ArrowInvalid for a value of another type.
    NUL characters are dropped from text, for PostgreSQL cannot store them.
    """
    given = set(rows.column_names) if isinstance(rows, pa.Table) else {name for row in rows for name in row}
    if strange := sorted(given - set(schema.names)):
        raise ValueError(f"no such columns: {', '.join(strange)}")
    target = schema.to_pyarrow()
    if not isinstance(rows, pa.Table):
        rows = pa.Table.from_pylist([dict(row) for row in rows], schema=target)
    columns = []
    for field in target:
        column = rows.column(field.name).cast(field.type) if field.name in given else pa.nulls(len(rows), field.type)
        columns.append(without_nul(column))
    return pa.table(columns, schema=target)


def without_nul(values: pa.Array | pa.ChunkedArray) -> pa.Array | pa.ChunkedArray:
    """The values, NUL characters dropped from text; other types and text without them as they are."""
    if pa.types.is_string(values.type) and pc.any(pc.match_substring(values, "\x00")).as_py():
        return pc.replace_substring(values, pattern="\x00", replacement="")
    return values
