"""SQL of expressions, written once: Ibis takes ten times as long to put a query into words as the engine to run it."""

import secrets
from functools import lru_cache

import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.backends.sql import SQLBackend
from sqlglot import ErrorLevel

_STATEMENTS = 400
"""Statements that are kept; each takes some 70 kB, and a page view asks for some fifty."""
_GIVEN = f"given_{secrets.token_hex(8)}"
"""What a memtable is called in a kept statement: no text of a person can hold it."""


class RememberedStatements(SQLBackend):
    """Ibis's way to an engine, which writes the SQL of equal expressions once.

    Memtables are equal here if their columns are: their rows stand elsewhere, under a name made for each.
    """

    def compile(self, expr: ir.Expr, /, **wanted: object) -> str:
        """The SQL of an expression; whoever wants more than that is answered by Ibis."""
        if any(value is not None for value in wanted.values()):
            return super().compile(expr, **wanted)
        root = expr.op()
        given = root.find(ops.InMemoryTable)
        names = {one: ops.UnboundTable(f"{_GIVEN}_{place}_", one.schema) for place, one in enumerate(given)}
        shape = root.replace(names) if names else root
        statement = _statement(self.__class__, shape)  # type: ignore[arg-type]  # a node is hashable, its stub is not
        for one, stand_in in names.items():
            statement = statement.replace(stand_in.name, one.name)
        return statement


@lru_cache(maxsize=_STATEMENTS)
def _statement(backend: type[SQLBackend], root: ops.Node) -> str:
    compiler = backend.compiler
    query = compiler.to_sqlglot(root.to_expr())
    return query.sql(dialect=compiler.dialect, copy=False, unsupported_level=ErrorLevel.RAISE)
