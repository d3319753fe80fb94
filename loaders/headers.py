"""Which source a table comes from: the headers tell, and exactly one source may claim them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.columns import has_meaning
from loaders.containers import MAX_COLUMNS, Row, Sheet
from loaders.result import Loaded, Options, RefusedError

MAX_HEADER_CELL = 300
"""Longest header, in characters: a form's question may be a sentence, a caption is longer still or holds numbers."""

HEADER_ROWS = 40
"""How far down a header is looked for: hand-made logs have titles above it."""


@dataclass(frozen=True)
class Table:
    """A sheet with its header found: `names` are normalised headers by place, `first` the index of the first data row,
    `above` the lines over the header."""

    sheet: Sheet
    header: tuple[str, ...]
    names: tuple[str, ...]
    first: int
    above: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """A format as data: what it is called, how its headers are known, and the function that reads its tables.

    `claims` gets the normalised headers of a table. `looked_for` names them for the person whose file is refused.
    """

    name: str
    label: str
    looked_for: str
    claims: Callable[[frozenset[str]], bool]
    read: Callable[[Sequence[Table], Options], Loaded]


class UnknownHeadersError(RefusedError):
    """No source knows the headers of the file; a person may say what its columns are."""


def normal_header(cell: object) -> str:
    """A header as it is compared: NFKC, lower case, letters and digits with single spaces between."""
    text = unicodedata.normalize("NFKC", str(cell)).casefold()
    return " ".join(re.sub(r"[^\w%]+|_", " ", text).split())


def find_table(sheet: Sheet, source: Source) -> Table | None:
    """The first row of a sheet whose headers the source claims; a header of two rows is read as one."""
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        if not may_be_header(row):
            continue
        for depth in (1, 2):
            header = joined(sheet.rows[index : index + depth], depth)
            if depth == 2 and _claims_row(source, sheet.rows[index + 1 : index + 2]):
                break  # the row below is the whole header: this one is a title in two cells
            if header and source.claims(frozenset(normal_header(h) for h in header)):
                used = 2 if depth == 1 and is_second_row(sheet.rows, index) else depth
                header = joined(sheet.rows[index : index + used], used) or header
                names = tuple(normal_header(h) for h in header)
                return Table(sheet, tuple(header), names, index + used, lines_above(sheet, index))
    return None


def lines_above(sheet: Sheet, index: int) -> tuple[str, ...]:
    """The rows over a header as lines of text, without the empty ones."""
    lines = (" ".join(str(c).strip() for c in r if str(c).strip()) for r in sheet.rows[:index])
    return tuple(line for line in lines if line)


def _claims_row(source: Source, rows: Sequence[Row]) -> bool:
    return any(source.claims(frozenset(normal_header(cell) for cell in row)) for row in rows)


def may_be_header(row: Row) -> bool:
    """Whether a row could be a header: words, not too many, most of them no numbers, none an address or a caption."""
    texts = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    filled = [cell for cell in row if cell != "" and str(cell).strip()]
    if len(filled) > MAX_COLUMNS:
        return False
    words = [text for text in texts if not re.fullmatch(r"[\d\s.,:/%+-]+", text)]
    plain_words = not any(text.casefold().startswith(("http", "www.")) or len(text) > MAX_HEADER_CELL for text in texts)
    return len(words) >= 2 and plain_words and len(words) * 3 >= len(filled) * 2


def joined(rows: Sequence[Row], depth: int) -> list[str] | None:
    """Headers of `depth` rows as one: the lower word where there is one, else the upper."""
    if len(rows) < depth:
        return None
    if depth == 1:
        return [str(cell).strip() for cell in rows[0]]
    upper, lower = rows
    width = max(len(upper), len(lower))
    pairs = zip([*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))], strict=True)
    return [str(low).strip() or str(up).strip() for up, low in pairs]


def is_second_row(rows: Sequence[Row], index: int) -> bool:
    """Whether the row under a header belongs to it: names of columns, some where the header has a gap, nothing else."""
    if index + 1 >= len(rows):
        return False
    upper, lower = rows[index], rows[index + 1]
    again = {i for i, cell in enumerate(lower) if i < len(upper) and cell == upper[i]}
    words = [i for i, cell in enumerate(lower) if isinstance(cell, str) and cell.strip() and i not in again]
    others = [cell for cell in lower if not isinstance(cell, str)]
    gaps = [i for i in words if i >= len(upper) or str(upper[i]).strip() == ""]
    return bool(gaps) and not others and all(has_meaning(normal_header(lower[i])) for i in words)


def recognise(sheets: Sequence[Sheet], sources: Sequence[Source], file_name: str) -> tuple[Source, list[Table]]:
    """The one source whose headers stand in the file, with its tables; RefusedError for none or several."""
    found: dict[str, list[Table]] = {source.name: [] for source in sources}
    for sheet in sheets:
        tables = {source.name: table for source in sources if (table := find_table(sheet, source))}
        top = min((table.first for table in tables.values()), default=0)
        # The header is the first row that any source claims; what looks like one further down is a row of the log.
        for name, table in tables.items():
            found[name] += [table] if table.first == top else []
    claimed = [source for source in sources if found[source.name]]
    if len(claimed) == 1:
        return claimed[0], found[claimed[0].name]
    if claimed:
        names = "; ".join(source.label for source in claimed)
        raise RefusedError(
            f"Berkas “{file_name}” cocok dengan lebih dari satu jenis laporan ({names}). "
            "Mohon pisahkan menjadi satu berkas untuk setiap jenis."
        )
    raise UnknownHeadersError(_unknown(sheets, sources, file_name))


_RECAP = frozenset(
    {"date", "views", "reach", "tanggal", "tayangan", "jangkauan", "followers", "pengikut", "impressions"}
)


def _unknown(sheets: Sequence[Sheet], sources: Sequence[Source], file_name: str) -> str:
    """Say what was found and what was looked for."""
    seen, where = _first_words(sheets)
    if not seen:
        return (
            f"Berkas “{file_name}” tidak memiliki baris judul kolom. Mohon tambahkan judul kolom, "
            "misalnya: Tanggal, Platform, Judul, Tautan."
        )
    if {normal_header(word) for word in seen} <= _RECAP:
        return (
            f"Berkas “{file_name}” berisi angka rekap ({', '.join(seen)}), bukan daftar unggahan. "
            "Mohon unggah ekspor konten yang memuat satu baris untuk setiap unggahan."
        )
    wanted = "; ".join(f"{source.label} ({source.looked_for})" for source in sources)
    return (
        f"Judul kolom berkas “{file_name}”{where} belum dikenali: {', '.join(seen[:12])}. "
        f"Yang dicari: {wanted}. Mohon periksa judul kolom atau gunakan ekspor aslinya."
    )


def _first_words(sheets: Sequence[Sheet]) -> tuple[list[str], str]:
    """The first row of words in the file, and where it stands."""
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:HEADER_ROWS], 1):
            words = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
            named = any(re.search("[^\\W\\d_]", word) for word in words)
            if len(words) >= 2 and len({*words}) == len(words) and named:
                place = f" (lembar “{sheet.name}”, baris {number})" if sheet.name else f" (baris {number})"
                return words, place
    return [], ""
