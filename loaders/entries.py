"""Rows of a hand-made table: which of them are posts, and what fills the cells that their author left to the row above.

Headings of weeks, totals, repeated headers, numbering and the signature block are no posts; "sda" means the cell above.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from indonesia import plain
from loaders import not_posts
from loaders.columns import Columns, read_columns
from loaders.containers import Row
from loaders.headers import Table
from loaders.result import Rejection
from loaders.rows import cell_text, is_cross, is_no, is_tick, links_in, other_medium, platforms_in

_DITTO = frozenset({"sda", "s.d.a", "s.d.a.", "s d a", "idem", "ditto", '"', "''", '""', '-"-', "sama", "〃"})
_CARRIED = ("date", "opd")
_REPEATABLE = ("date", "time", "opd", "bidang", "account", "platform", "title", "caption", "topic", "subject", "format")


@dataclass(frozen=True)
class Entry:
    """One row that tells of posts: cells by role, what a platform's own column says, the heading it stands under.

    `unclear` says that a platform's own column held what is neither a link nor a tick, and was rejected for it.
    """

    sheet: str
    row: int
    cells: dict[str, object]
    wide: dict[str, str]
    heading: str
    unclear: bool = False

    def text(self, role: str) -> str:
        """The cell of a role as text."""
        return cell_text(self.cells.get(role, ""))


@dataclass
class Reading:
    """Entries of a table with what was left out on the way; `silent` are the rows that say that nothing was posted."""

    entries: list[Entry]
    rejections: list[Rejection]
    silent: list[Entry] = field(default_factory=list)
    empty: int = 0
    columns: Columns | None = None


def read_entries(table: Table, carry: bool) -> Reading:
    """Walk down a table. `carry` fills empty dates and OPDs from the row above (a log does, a form does not)."""
    columns = read_columns(table.names)
    reading = Reading([], [], columns=columns)
    rows = table.sheet.rows[table.first :]
    rows = rows[: not_posts.end_of_list(rows)]
    crosses = _crosses(rows, columns)
    above: dict[str, object] = {}
    heading = ""
    for number, row in enumerate(rows, table.first + 1):
        texts = [text for cell in row if (text := cell_text(cell))]
        if not texts or not_posts.is_numbering(row, number - table.first) or not_posts.repeats_header(row, table):
            continue
        if not_posts.is_signature(texts) or not_posts.is_total(texts):
            continue
        if not_posts.is_heading(row, texts, columns):
            above.update(_from_heading(texts[0]) if carry else {})
            heading = texts[0] if platforms_in(texts[0]) or other_medium(texts[0]) else heading
            continue
        cells = _cells(row, columns)
        _fill(cells, above, carry)
        wide, unclear = _wide(row, columns, crosses)
        if not_posts.says_none(cells, wide):
            reading.silent.append(Entry(table.sheet.name, number, cells, wide, heading))
        elif not_posts.is_empty_day(row, columns):
            reading.empty += 1
        else:
            reading.rejections += [
                Rejection(table.sheet.name, number, table.header[place], text[:200], _UNCLEAR)
                for place, text in unclear.items()
            ]
            reading.entries.append(Entry(table.sheet.name, number, cells, wide, heading, bool(unclear)))
        above.update({role: cells[role] for role in _REPEATABLE if cell_text(cells.get(role, ""))})
    return reading


_UNCLEAR = "bukan tautan dan bukan tanda bahwa sudah diunggah"


def _from_heading(text: str) -> dict[str, object]:
    """What a heading says of the rows below it: their day or their OPD."""
    told = {"date": not_posts.date_of_heading(text), "opd": not_posts.opd_of_heading(text)}
    return {role: value for role, value in told.items() if value}


def _cells(row: Row, columns: Columns) -> dict[str, object]:
    """Cells by role; where a role has several places the filled ones are joined (of a title the first is taken)."""
    cells: dict[str, object] = {}
    for role, places in columns.roles.items():
        found = [row[place] for place in places if place < len(row) and cell_text(row[place])]
        found = found[:1] if role == "title" else found
        cells[role] = "" if not found else found[0] if len(found) == 1 else "\n".join(cell_text(cell) for cell in found)
    return cells


def _fill(cells: dict[str, object], above: dict[str, object], carry: bool) -> None:
    """Put in what "sda" refers to and, in a log, the date and OPD that stand further up."""
    for role in _REPEATABLE:
        text = plain(cell_text(cells.get(role, "")))
        if role in above and (text in _DITTO or (carry and not text and role in _CARRIED)):
            cells[role] = above[role]


def _crosses(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether an x in a platform's column means no: it does where other cells there hold links or ticks."""
    texts = {cell_text(row[place]) for row in rows for place in columns.wide.values() if place < len(row)}
    return any(links_in(text) or (is_tick(text) and not is_cross(text)) for text in texts)


def _wide(row: Row, columns: Columns, crosses: bool) -> tuple[dict[str, str], dict[int, str]]:
    """Platform → what its own column says, links or a tick; and place → text for what is neither of them nor a no."""
    wide, unclear = {}, {}
    for platform, place in columns.wide.items():
        text = cell_text(row[place]) if place < len(row) else ""
        if crosses and is_cross(text):
            continue
        if links_in(text) or is_tick(text):
            wide[platform] = text
        elif not is_no(text):
            unclear[place] = text
    return wide, unclear
