"""One file → posts and rejected rows. The headers say which source it is; each source is one small file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from loaders import form_answers, hand_log, mapped, meta_facebook, meta_instagram, pasted, tiktok, x_posts, youtube
from loaders.additions import CLOCK, DECIMAL, DECIMALS, ORDER, ORDERS
from loaders.clock import ZONES
from loaders.containers import Sheet, read_sheets
from loaders.counts import Count, RecapOnlyError, refuse_recap
from loaders.headers import Source, Table, UnknownHeadersError, recognise
from loaders.hidden_links import reveal, warnings_of
from loaders.mending import Mending, to_mend
from loaders.result import Loaded, Options, RefusedError, Rejection, TableMapping
from loaders.unknown import UnknownTable, UnknownTableError, look

SOURCES: tuple[Source, ...] = (
    meta_facebook.SOURCE,
    meta_instagram.SOURCE,
    tiktok.SOURCE,
    x_posts.NOW,
    x_posts.OLD,
    youtube.SOURCE,
    form_answers.SOURCE,
    hand_log.SOURCE,
    pasted.SOURCE,
)


def read(path: Path, options: Options) -> Loaded:
    """Read a file in this process (from outside: `child.read_apart`). Raises RefusedError, worded for the sender."""
    return read_opened(read_sheets(path, options.file_name), options)


def read_opened(sheets: Sequence[Sheet], options: Options) -> Loaded:
    """Read the sheets of a file that was opened. Raises RefusedError, worded for the sender.

    A text is a table if any source knows its headers; what else holds addresses and no headers is a pasted recap.
    """
    text = sheets[0].text if sheets else ""
    options = _as_read_before(sheets, options)
    if any(sheet.chat for sheet in sheets):
        return pasted.read_text(text, options)
    try:
        return _read_tables(sheets, options)
    except RefusedError:
        if not pasted.is_recap(text):
            raise
    return pasted.read_text(text, options)


def _as_read_before(sheets: Sequence[Sheet], options: Options) -> Options:
    """How the file was read whose rejected rows come back, as far as nobody says otherwise now."""
    told = next((sheet.told for sheet in sheets if sheet.told), {})
    zone = told.get(CLOCK, "")
    return replace(
        options,
        clock=options.clock or (zone if zone in ZONES else ""),
        order=options.order or next((code for code, word in ORDERS.items() if word == told.get(ORDER)), ""),
        decimal=options.decimal or next((sign for sign, word in DECIMALS.items() if word == told.get(DECIMAL)), ""),
    )


def mending_of(sheets: Sequence[Sheet], options: Options, rejections: Sequence[Rejection]) -> tuple[Mending, Options]:
    """The rejected rows of a file, in the sender's own columns, and how it was read. Raises RefusedError as
    `read_opened` does."""
    guesses = read_opened(sheets, options).guesses
    options = replace(options, order=options.order or guesses.order, decimal=options.decimal or guesses.decimal)
    source, tables, _ = _tables_of(sheets, options)
    carry = {hand_log.SOURCE.name: True, mapped.LIST: True, form_answers.SOURCE.name: False}.get(source.name)
    return to_mend(tables, rejections, carry), options


def _tables_of(sheets: Sequence[Sheet], options: Options) -> tuple[Source, list[Table], int]:
    """The one source that claims a file, its tables with the addresses behind words brought out, and how many cells
    promise an address that could not be read."""
    try:
        source, tables = recognise(sheets, SOURCES, options.file_name)
    except UnknownHeadersError as error:
        source, tables = _mapped_tables(sheets, options, str(error))
    return source, tables, sum(map(reveal, tables))


def _mapped_tables(sheets: Sequence[Sheet], options: Options, refusal: str) -> tuple[Source, list[Table]]:
    """Tables of no known source as the mapping has them. Raises UnknownTableError where there is none for them."""
    found = look(sheets, options.file_name)
    if found is None:
        raise RefusedError(refusal)
    unknown, tables = found
    if options.mapping is None or options.mapping.fingerprint != unknown.fingerprint:
        raise UnknownTableError(refusal, unknown)
    return mapped.source_of(options.mapping), mapped.prepared(options.mapping, tables)


def _read_tables(sheets: Sequence[Sheet], options: Options) -> Loaded:
    """Read the tables of a file by the one source that claims them."""
    refuse_recap(sheets, options.file_name)
    source, tables, lost = _tables_of(sheets, options)
    loaded = source.read(tables, options)
    loaded.warnings.extend(warnings_of(lost, options.file_name))
    named = {table.sheet.name for table in tables}
    skipped = [s.name for s in sheets if s.name not in named and any(any(c != "" for c in row) for row in s.rows)]
    if skipped:
        loaded.warnings.append(f"Lembar dilewati karena tidak memuat daftar unggahan: {', '.join(skipped)}.")
    if loaded.posts.empty and not loaded.rejections and not loaded.silences:
        raise RefusedError(
            f"Berkas “{options.file_name}” dikenali sebagai {source.label}, tetapi tidak memuat satu pun "
            "baris unggahan. Mohon periksa periode ekspor atau isi daftar."
        )
    return loaded


__all__ = [
    "SOURCES",
    "Count",
    "Loaded",
    "Options",
    "RecapOnlyError",
    "RefusedError",
    "Rejection",
    "Source",
    "TableMapping",
    "UnknownTable",
    "UnknownTableError",
    "mending_of",
    "read",
    "read_opened",
]
