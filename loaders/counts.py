"""Sheets of counts only: how many posts an OPD made, without a single one named. Kept as a recap, never as a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indonesia import read_period
from loaders.columns import Columns, read_columns
from loaders.containers import Row, Sheet
from loaders.headers import HEADER_ROWS, lines_above, may_be_header, normal_header
from loaders.not_posts import is_total
from loaders.result import RefusedError
from loaders.rows import cell_text, is_no, links_in, platforms_in

MOST = 2_000
"""Lines of a recap that are kept."""
_COUNT = re.compile(
    r"^(?:jumlah|jml|total|banyak(?:nya)?)(?: (?:posting\w*|unggahan|konten|post|publikasi|upload))?$"
    r"|^(?:posting\w*|unggahan|konten)$"
)
_TELLS = ("title", "caption", "link")


@dataclass(frozen=True)
class Count:
    """One number of a recap: the OPD, day or month and platform beside it as written ("" if not), and the number."""

    opd: str
    period: str
    platform: str
    number: int


class RecapOnlyError(RefusedError):
    """A file of counts without posts: `counts` are kept as a recap without evidence, `month` is the one it names."""

    def __init__(self, text: str, counts: tuple[Count, ...], month: str = "") -> None:
        super().__init__(text)
        self.counts, self.month = counts, month


def refuse_recap(sheets: Sequence[Sheet], file_name: str) -> None:
    """Raise RecapOnlyError if all sheets with content hold counts and nothing of a post."""
    filled = [sheet for sheet in sheets if any(cell_text(cell) for row in sheet.rows for cell in row)]
    found = [_counts_of(sheet) for sheet in filled]
    if not found or not all(found):
        return
    counts = tuple(count for counts in found for count in counts)[:MOST]
    above = [*(line for sheet in filled for line in lines_above(sheet, 6)), *(s.name for s in filled), file_name]
    period = next((period for text in above if (period := read_period(text))), None)
    raise RecapOnlyError(
        f"Berkas “{file_name}” hanya memuat jumlah unggahan, tanpa tautan, judul, atau teks. Berkas ini dicatat "
        "sebagai rekap tanpa bukti dan tidak dihitung dalam angka mana pun. Mohon unggah daftar unggahannya.",
        counts,
        f"{period[0]:%Y-%m}" if period else "",
    )


def _counts_of(sheet: Sheet) -> list[Count]:
    """The counts of a sheet; none if it names a post or an address, or holds no column of counts."""
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        names = [normal_header(cell) for cell in row]
        columns = read_columns(["" if _COUNT.match(name) else name for name in names])
        sums = [place for place, name in enumerate(names) if _COUNT.match(name)]
        if may_be_header(row) and (sums or len(columns.wide) > 1):
            return _read(sheet.rows[index + 1 :], columns, sums)
    return []


def _read(rows: Sequence[Row], columns: Columns, sums: Sequence[int]) -> list[Count]:
    counts: list[Count] = []
    telling = [place for role in _TELLS for place in columns.roles.get(role, ())]
    for row in rows:
        texts = [text for cell in row if (text := cell_text(cell))]
        if any(links_in(text) for text in texts) or any(p < len(row) and cell_text(row[p]) for p in telling):
            return []
        if not texts or is_total([text for text in texts if not text.isdecimal()] or texts):
            continue
        written = _said(row, columns, "platform")
        platform = next(iter(platforms_in(written)), written)
        cells = [(code, place) for code, place in columns.wide.items()] or [(platform, place) for place in sums]
        for code, place in cells:
            cell = cell_text(row[place]) if place < len(row) else ""
            number = int(cell) if re.fullmatch(r"\d{1,6}", cell) else None
            if number is None and cell and columns.wide and not is_no(cell):
                return []  # a tick or a word: a list of posts, not of counts
            if number is not None:
                counts.append(Count(_said(row, columns, "opd"), _said(row, columns, "date"), code, number))
    ticks = bool(columns.wide) and all(count.number <= 1 for count in counts)
    return [] if ticks else counts


def _said(row: Row, columns: Columns, role: str) -> str:
    """What a row says in a role, in one line."""
    place = columns.at(role)
    return " ".join(cell_text(row[place]).split())[:120] if place is not None and place < len(row) else ""
