"""Tables of no known source: where the header stands, what each column may be, and the name of its set of headers."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import posts
from indonesia import read_date
from loaders.containers import Row, Sheet
from loaders.headers import HEADER_ROWS, Table, is_second_row, joined, lines_above, may_be_header, normal_header
from loaders.meanings import is_foreign, is_never, role_of, warning_of
from loaders.result import RefusedError
from loaders.rows import cell_text, links_in, platforms_in

SAMPLES, LONGEST_SAMPLE, LOOKED_AT = 3, 60, 60
"""Values shown of a column, their length in characters, and how many rows are looked at."""
_LONGEST_KEY = 80


@dataclass(frozen=True)
class UnknownColumn:
    """A column: `key` names it whatever its place, `samples` are its first values, `role` is a guess ("" for none)."""

    key: str
    header: str
    samples: tuple[str, ...]
    role: str
    warning: str


@dataclass(frozen=True)
class UnknownTable:
    """What a person needs to say what the columns of a file are. `header_row` counts from 1; `rows` are those below.

    `sheets` bear these headers, `left_out` bear others. `kind` and `platform` are guesses for TableMapping.
    """

    fingerprint: str
    sheets: tuple[str, ...]
    left_out: tuple[str, ...]
    header_row: int
    header_rows: int
    rows: int
    columns: tuple[UnknownColumn, ...]
    kind: str
    platform: str


class UnknownTableError(RefusedError):
    """A table of posts, as it seems, whose headers no source knows: `table` leads to the step that maps it."""

    def __init__(self, text: str, table: UnknownTable) -> None:
        super().__init__(text)
        self.table = table


def unknown_of(told: Mapping[str, Any]) -> UnknownTable:
    """An UnknownTable out of what `dataclasses.asdict` made of it, by way of JSON."""
    columns = tuple(UnknownColumn(**{**column, "samples": tuple(column["samples"])}) for column in told["columns"])
    return UnknownTable(
        **{**told, "sheets": tuple(told["sheets"]), "left_out": tuple(told["left_out"]), "columns": columns}
    )


def look(sheets: Sequence[Sheet], file_name: str) -> tuple[UnknownTable, list[Table]] | None:
    """The table that the sheets of a file hold, and where; None if they hold none that may be one of posts.

    Of several sets of headers the one is taken that tells most of a post, its figures aside; of equals the first.
    """
    tables = [table for sheet in sheets if (table := _table_of(sheet)) and _may_be_posts(table)]
    if not tables:
        return None
    best = max(tables, key=lambda table: len({*_guessed(table).values()} - {*posts.FIGURES}))
    mark = fingerprint(best.names)
    same = [table for table in tables if fingerprint(table.names) == mark]
    others = [sheet.name for sheet in sheets if sheet.name not in {table.sheet.name for table in same}]
    return _described(best, same, [name for name in others if name], file_name), same


def fingerprint(keys: Sequence[str]) -> str:
    """The name of a set of headers, whatever their order: 24 hex digits."""
    return hashlib.sha256("\x1f".join(sorted(key for key in keys if key)).encode()).hexdigest()[:24]


def _table_of(sheet: Sheet) -> Table | None:
    """A sheet with the row that is most like a header: the most headers understood, then the highest."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        if may_be_header(row) and any(_filled(below) >= 2 for below in sheet.rows[index + 1 : index + 4]):
            known = len({role for cell in row if (role := _role_of(cell))})
            best = (known, index) if best is None or known > best[0] else best
    if best is None:
        return None
    index = best[1]
    depth = 2 if is_second_row(sheet.rows, index) else 1
    header = joined(sheet.rows[index : index + depth], depth) or []
    keys = _keys(header)
    first = index + depth
    if depth == 1 and _is_description(sheet.rows, first, keys):
        first += 1
    return Table(sheet, tuple(header), keys, first, lines_above(sheet, index))


def _role_of(cell: object) -> str:
    return role_of(normal_header(cell))[0] if isinstance(cell, str) and len(cell) <= _LONGEST_KEY else ""


def _filled(row: Row) -> int:
    return sum(1 for cell in row if cell_text(cell))


def _keys(header: Sequence[str]) -> tuple[str, ...]:
    """A name for each column: the header as it is compared, with a number where it stands again."""
    seen: dict[str, int] = {}
    keys = []
    for cell in header:
        name = normal_header(cell)
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if not name or seen[name] == 1 else f"{name} #{seen[name]}")
    return tuple(keys)


def _is_description(rows: Sequence[Row], index: int, keys: Sequence[str]) -> bool:
    """Whether the row under the headers only explains them: no day, link or id, texts alone, and posts below it."""
    if index + 1 >= len(rows):
        return False
    telling = [place for place, key in enumerate(keys) if role_of(key)[0] in ("date", "link", "post_id")]
    here, below = rows[index], rows[index + 1]
    texts = [cell for cell in here if cell_text(cell)]
    silent = not any(place < len(here) and cell_text(here[place]) for place in telling)
    told = any(place < len(below) and cell_text(below[place]) for place in telling)
    return bool(telling and texts) and silent and told and all(isinstance(cell, str) for cell in texts)


def _column(table: Table, place: int) -> list[object]:
    """The first filled cells of a column."""
    below = table.sheet.rows[table.first : table.first + LOOKED_AT]
    return [row[place] for row in below if place < len(row) and cell_text(row[place])]


def _guessed(table: Table) -> dict[int, str]:
    """Place → role: each role once, where the header is surest; what headers leave open is read from the cells."""
    ranked: dict[str, tuple[int, int]] = {}
    for place, key in enumerate(table.names):
        role, rank = role_of(key.partition(" #")[0]) if len(key) <= _LONGEST_KEY else ("", 0)
        if role and _column(table, place) and (role not in ranked or rank < ranked[role][0]):
            ranked[role] = (rank, place)
    guessed = {place: role for role, (_, place) in ranked.items()}
    for role, fits in (("date", _is_day), ("link", _is_link)):
        if not any(found == role or found.startswith(f"{role}_") for found in guessed.values()):
            guessed |= dict.fromkeys(_first_of(table, guessed, fits), role)
    if "date" in guessed.values() and "time" in guessed.values() and _has_hours(table, guessed):
        guessed = {place: role for place, role in guessed.items() if role != "time"}
    return guessed


def _first_of(table: Table, guessed: dict[int, str], fits: Callable[[object], bool]) -> list[int]:
    """The first column without a role at least half of whose cells fit, as a list of at most one place."""
    for place, key in enumerate(table.names):
        cells = _column(table, place) if key and place not in guessed and not is_never(key) else []
        if cells and sum(map(fits, cells)) * 2 >= len(cells):
            return [place]
    return []


def _is_day(cell: object) -> bool:
    return not isinstance(cell, int | float) and read_date(cell).at is not None


def _is_link(cell: object) -> bool:
    return bool(links_in(cell_text(cell)))


def _has_hours(table: Table, guessed: dict[int, str]) -> bool:
    place = next(place for place, role in guessed.items() if role == "date")
    return any(read_date(cell).has_time for cell in _column(table, place)[:5])


def _may_be_posts(table: Table) -> bool:
    """Whether there is a day and something that traces a post: by the headers, else by the cells."""
    guessed = set(_guessed(table).values())
    if "date" not in guessed:
        return False
    traced = guessed & {"link", "post_id", "caption", "title", *(f"link_{code}" for code in posts.PLATFORMS)}
    return bool(traced) or any(_is_text(_column(table, place)) for place in range(len(table.names)))


def _is_text(cells: Sequence[object]) -> bool:
    """Whether cells hold sentences."""
    lengths = [len(cell) for cell in cells if isinstance(cell, str)]
    return bool(lengths) and sum(lengths) >= 25 * len(cells)


def _described(best: Table, same: Sequence[Table], left_out: Sequence[str], file_name: str) -> UnknownTable:
    guessed = _guessed(best)
    names = frozenset(best.names)
    columns = tuple(
        UnknownColumn(key, best.header[place], _samples(best, place), guessed.get(place, ""), warning_of(key, names))
        for place, key in enumerate(best.names)
        if key
    )
    roles = set(guessed.values())
    foreign = sum(is_foreign(key) for key in best.names if key)
    tool = "post_id" in roles or (foreign * 2 > len(columns) and not roles & {"opd", "bidang"})
    return UnknownTable(
        fingerprint=fingerprint(best.names),
        sheets=tuple(table.sheet.name for table in same),
        left_out=tuple(left_out),
        header_row=len(best.sheet.rows[: best.first]) - _below_header(best),
        header_rows=1 + _below_header(best),
        rows=sum(sum(1 for row in table.sheet.rows[table.first :] if _filled(row)) for table in same),
        columns=columns,
        kind="export" if tool and not any(role.startswith("link_") for role in roles) else "list",
        platform=_platform(best, guessed, file_name),
    )


def _below_header(table: Table) -> int:
    """How many rows between the first row of the header and the first row of data, less one."""
    rows = table.sheet.rows
    same = tuple(str(cell).strip() for cell in rows[table.first - 1]) == table.header if table.first else True
    return 0 if same else 1


def _samples(table: Table, place: int) -> tuple[str, ...]:
    texts = dict.fromkeys(" ".join(cell_text(cell).split())[:LONGEST_SAMPLE] for cell in _column(table, place))
    return tuple(texts)[:SAMPLES]


def _platform(table: Table, guessed: dict[int, str], file_name: str) -> str:
    """The one platform that the links speak of, else that the file's name or the lines above speak of, else ""."""
    cells = [cell for place, role in guessed.items() if role == "link" for cell in _column(table, place)]
    found = {posts.read_link(link).platform for cell in cells for link in links_in(cell_text(cell))} - {""}
    if len(found) == 1:
        return found.pop()
    named = platforms_in(" ".join([*table.above, table.sheet.name, file_name.replace("_", " ")]))
    return named[0] if len(named) == 1 and not found else ""
