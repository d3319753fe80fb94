"""Runs a metric on literal tables, on both engines."""

from typing import Any

import ibis.expr.types as ir
import pytest

from store import Store


@pytest.fixture
def run(store: Store) -> Any:
    """A function from an expression to its rows (tests.metrics.tables.Run)."""

    def rows(expression: ir.Table) -> list[dict[str, Any]]:
        return store.run(expression).to_pylist()

    return rows
