"""Rows of a hand-made table: which of them are posts, and what fills the cells that their author left to the row above.

Headings of weeks, totals, repeated headers, numbering and the signature block are no posts; "sda" means the cell above.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indonesia import plain, read_date
from loaders.columns import Columns, read_columns
from loaders.containers import Row
from loaders.headers import Table, normal_header
from loaders.result import Rejection
from loaders.rows import cell_text, is_tick, links_in, platforms_in

_DITTO = frozenset({"sda", "s.d.a", "s.d.a.", "s d a", "idem", "ditto", '"', "''", '""', '-"-', "sama", "〃"})
_TOTAL = re.compile(r"^(jumlah|total|grand total|sub ?total|rata-? ?rata|rekap)\b")
_SIGNATURE = re.compile(
    r"^(mengetahui|menyetujui|dibuat oleh|disusun oleh|yang membuat|pembuat laporan)\b|\bnip\b[ .:]*[\d ]{8,}"
)
_PLACE_AND_DATE = re.compile(r"^[a-z .]{3,40}, *(\d{1,2}|\.{2,})? *[a-z]+ +\d{4}$")
_NONE = frozenset(
    {"nihil", "tidak ada", "tidak ada postingan", "tidak ada unggahan", "tidak ada kegiatan", "libur", "kosong"}
)
_CARRIED = ("date", "opd")
_REPEATABLE = ("date", "time", "opd", "bidang", "account", "platform", "title", "caption", "topic", "subject", "format")


@dataclass(frozen=True)
class Entry:
    """One row that tells of posts: cells by role, what a platform's own column says, the heading it stands under."""

    sheet: str
    row: int
    cells: dict[str, object]
    wide: dict[str, str]
    heading: str

    def text(self, role: str) -> str:
        """The cell of a role as text."""
        return cell_text(self.cells.get(role, ""))


@dataclass
class Reading:
    """Entries of a table with what was left out on the way."""

    entries: list[Entry]
    rejections: list[Rejection]
    nihil: int = 0
    columns: Columns | None = None


def read_entries(table: Table, carry: bool) -> Reading:
    """Walk down a table. `carry` fills empty dates and OPDs from the row above (a log does, a form does not)."""
    columns = read_columns(table.names)
    reading = Reading([], [], columns=columns)
    above: dict[str, object] = {}
    heading = ""
    for number, row in enumerate(table.sheet.rows[table.first :], table.first + 1):
        texts = [text for cell in row if (text := cell_text(cell))]
        if not texts or _is_numbering(row, number - table.first) or _repeats_header(row, table):
            continue
        if _ends_here(texts):
            break
        lone = _lone_text(row, texts, columns)
        if lone == "heading":
            date_row = read_date(texts[0])
            above.update({"date": texts[0]} if carry and date_row.at else {})
            heading = texts[0] if platforms_in(texts[0]) or not date_row.at else heading
            continue
        if _TOTAL.match(plain(texts[0])) and not links_in(" ".join(texts)):
            continue
        cells = _cells(row, columns)
        _fill(cells, above, carry)
        wide = _wide(row, columns)
        if _says_none(cells, wide):
            reading.nihil += 1
        else:
            reading.entries.append(Entry(table.sheet.name, number, cells, wide, heading))
        above.update({role: cells[role] for role in _REPEATABLE if cell_text(cells.get(role, ""))})
    return reading


def _is_numbering(row: Row, below: int) -> bool:
    """Whether the row under the header only numbers the columns: 1 2 3 or (1) (2) (3)."""
    texts = [re.sub(r"[()]", "", cell_text(cell)) for cell in row if cell_text(cell)]
    return below <= 2 and len(texts) >= 3 and texts == [str(i) for i in range(1, len(texts) + 1)]


def _repeats_header(row: Row, table: Table) -> bool:
    same = sum(1 for cell, name in zip(row, table.names, strict=False) if name and normal_header(cell) == name)
    return same >= 3


def _ends_here(texts: Sequence[str]) -> bool:
    """Whether the signature block begins: it never holds a link and has few cells."""
    if len(texts) > 3 or any(links_in(text) for text in texts):
        return False
    words = [plain(text) for text in texts]
    return any(_SIGNATURE.search(word) for word in words) or (len(words) == 1 and bool(_PLACE_AND_DATE.match(words[0])))


def _lone_text(row: Row, texts: Sequence[str], columns: Columns) -> str:
    """ "heading" for a row that holds one text which is neither a link nor a post's title, else the empty string."""
    filled = [place for place, cell in enumerate(row) if cell_text(cell)]
    if len(set(texts)) != 1 or links_in(texts[0]) or not isinstance(row[filled[0]], str):
        return ""
    titles = {*columns.roles.get("title", ()), *columns.roles.get("caption", ()), *columns.roles.get("note", ())}
    if len(filled) == 1 and filled[0] in titles and filled[0] > 0:
        return ""
    return "heading"


def _cells(row: Row, columns: Columns) -> dict[str, object]:
    """Cells by role; where a role has several places the filled ones are joined."""
    cells: dict[str, object] = {}
    for role, places in columns.roles.items():
        found = [row[place] for place in places if place < len(row) and cell_text(row[place])]
        cells[role] = "" if not found else found[0] if len(found) == 1 else "\n".join(cell_text(cell) for cell in found)
    return cells


def _fill(cells: dict[str, object], above: dict[str, object], carry: bool) -> None:
    """Put in what "sda" refers to and, in a log, the date and OPD that stand further up."""
    for role in _REPEATABLE:
        text = plain(cell_text(cells.get(role, "")))
        if role in above and (text in _DITTO or (carry and not text and role in _CARRIED)):
            cells[role] = above[role]


def _wide(row: Row, columns: Columns) -> dict[str, str]:
    """Platform → what its own column says: links, or a tick."""
    wide = {}
    for platform, place in columns.wide.items():
        text = cell_text(row[place]) if place < len(row) else ""
        if links_in(text) or is_tick(text):
            wide[platform] = text
    return wide


def _says_none(cells: dict[str, object], wide: dict[str, str]) -> bool:
    """Whether a row states that nothing was published."""
    told = [plain(cell_text(cells.get(role, ""))) for role in ("title", "caption", "note", "link")]
    told = [text for text in told if text and text != "-"]
    return not wide and bool(told) and all(text.rstrip(".") in _NONE for text in told)
