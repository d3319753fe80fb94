"""One form or sheet for all OPDs (answers of a form): a row is one konten with a column of links per platform."""

from collections.abc import Sequence

from loaders.columns import read_columns
from loaders.headers import Source, Table
from loaders.lists import read_lists
from loaders.result import Loaded, Options


def _claims(names: frozenset[str]) -> bool:
    columns = read_columns(sorted(names))
    has = columns.roles
    return "opd" in has and (bool(columns.wide) or ("stamp" in has and ("link" in has or "platform" in has)))


def _read(tables: Sequence[Table], options: Options) -> Loaded:
    return read_lists("form_answers", tables, options, carry=False)


SOURCE = Source(
    name="form_answers",
    label="Isian formulir banyak OPD",
    looked_for="Nama OPD, Tanggal Posting, satu kolom tautan per platform",
    claims=_claims,
    read=_read,
)
