"""Rows some thousands at a time, and repeated words held once: what a large upload needs in memory."""

from collections.abc import Collection, Iterable

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

SLICE = 5_000
"""Rows that are made or written at a time."""

_FEW = 1_000
"""Rows of which it costs more to hold repeated words once than it saves."""

_REPEATED = (
    "upload_id", "sheet", "agency_id", "agency_text", "platform", "account", "post_type", "topic_said", "subject_said",
    "bidang_said", "topic", "topics", "topic_source", "topic_evidence", "subject", "subject_source",
    "subject_evidence", "subject_detail", "bidang", "bidang_evidence", "bidang_source", "neutrality",
    "neutrality_evidence", "neutrality_review", "caution", "caution_evidence", "caution_review", "findings",
    "rules_version",
)  # fmt: skip
"""Columns of records and posts in which a few words stand again and again."""


def lean(rows: pd.DataFrame, few: int = _FEW) -> pd.DataFrame:
    """The same rows; if they are not few, the words of columns that repeat themselves held once (category)."""
    if len(rows) < few:
        return rows
    held = rows.columns.intersection(_REPEATED)
    texts = rows.astype(dict.fromkeys(held, "str"))  # a slice without one word in a column must fit the others still
    return texts.astype(dict.fromkeys(held, "category"))


def stacked(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """One frame of the rows of these slices, in order, numbered anew; lean if the first is not short."""
    slices: list[pa.Table] = []
    for part in parts:  # what comes behind a long first slice is held like it, however short it is
        slices.append(to_arrow(lean(part, 0 if slices else _FEW)))
    return from_arrow(pa.concat_tables(slices, promote_options="default").unify_dictionaries())


def plain(rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows, every text a text again."""
    held = {name: "str" for name in rows if isinstance(rows[name].dtype, pd.CategoricalDtype)}
    return rows.astype(held)


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """Rows as a frame in which a missing count stays missing and whole numbers stay whole."""
    return table.to_pandas(date_as_object=True, types_mapper={pa.int64(): pd.Int64Dtype()}.get)


def to_arrow(rows: pd.DataFrame) -> pa.Table:
    """A frame as rows for the writer."""
    return pa.Table.from_pandas(rows, preserve_index=False)


def unique(*columns: pd.Series | pa.Array | pa.ChunkedArray | Collection[str]) -> pa.Array:
    """The texts of these columns, each once and none empty, without making objects of Python of them."""
    return pc.unique(pa.chunked_array([part for column in columns for part in _texts(column)], pa.string()))


def _texts(column: pd.Series | pa.Array | pa.ChunkedArray | Collection[str]) -> list[pa.Array]:
    """A column as Arrow arrays of texts that are not empty."""
    if isinstance(column, pd.Series):
        held = isinstance(column.dtype, pd.CategoricalDtype)
        column = pa.array((column.cat.categories if held else column).array, from_pandas=True)
    elif not isinstance(column, pa.Array | pa.ChunkedArray):
        column = pa.array(sorted(column), pa.string())
    texts = column.cast(pa.string())
    texts = texts.filter(pc.not_equal(texts, ""))
    return texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
