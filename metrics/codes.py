"""A list of codes as a table, so that what has no post still has a row; no memtable, which would be written first."""

from collections.abc import Collection

import ibis
import ibis.expr.types as ir


def listed(codes: Collection[str], name: str) -> ir.Table:
    """One column `name`, one row a code; `codes` must not be empty."""
    return ibis.array(sorted(codes)).unnest().name(name).as_table()
