"""The log that an OPD keeps by hand: titles above the header, dates filled down, platforms in one cell."""

from collections.abc import Sequence

from loaders.columns import read_columns
from loaders.headers import Source, Table
from loaders.lists import read_lists
from loaders.result import Loaded, Options


def _claims(names: frozenset[str]) -> bool:
    columns = read_columns(sorted(names))
    has = columns.roles
    tells = any(role in has for role in ("title", "caption", "link", "note")) or bool(columns.wide)
    where = any(role in has for role in ("link", "platform")) or bool(columns.wide)
    pasted = "dasar tanggal" in names  # the table that a pasted recap was brought into
    return "date" in has and tells and where and not ("stamp" in has or pasted or ("opd" in has and columns.wide))


def _read(tables: Sequence[Table], options: Options) -> Loaded:
    return read_lists("hand_log", tables, options, carry=True)


SOURCE = Source(
    name="hand_log",
    label="Log buatan tangan OPD",
    looked_for="Tanggal, Judul atau Kegiatan, Platform atau Tautan",
    claims=_claims,
    read=_read,
)
