"""Keeping what is silent: a row for every code and every OPD, also where there is nothing to count."""

from collections.abc import Collection, Sequence

import ibis
import ibis.expr.types as ir


def listed(codes: Collection[str], name: str) -> ir.Table:
    """One column `name`, one row a code, for `codes` that are not empty. No memtable: it would be written first."""
    return ibis.array(sorted(codes)).unnest().name(name).as_table()


def attach(rows: ir.Table, found: ir.Table, keys: Sequence[str], zero: Sequence[str] = ()) -> ir.Table:
    """All `rows` with the columns of `found` that match on `keys`; null where none does, 0 in the columns `zero`."""
    joined = rows.left_join(found, list(keys), rname="{name}_found").drop(*[f"{key}_found" for key in keys])
    return joined.fill_null(dict.fromkeys(zero, 0)) if zero else joined
