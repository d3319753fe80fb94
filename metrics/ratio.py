"""The one division of the house: an integer ratio is silently 0 on PostgreSQL, so both sides become float64 first."""

import ibis.expr.types as ir


def share(part: ir.NumericValue, whole: ir.NumericValue) -> ir.FloatingValue:
    """Part of whole as float64 between 0 and 1; null where the whole is 0, for nothing is no share."""
    return part.cast("float64") / whole.cast("float64").nullif(0.0)
