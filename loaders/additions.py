"""What the workbook of rejected rows adds to the sender's own: three columns and a sheet, taken away on its return.

Without them the sheets bear the sender's headers again, so the source (or the mapping) is recognised as before.
"""

from collections.abc import Mapping, Sequence

ADDED = ("Alasan ditolak", "Lembar asal", "Baris asal")
"""Headers of the columns that are added before the sender's own; found wherever they stand side by side."""
GUIDE_TITLE = "Petunjuk perbaikan baris yang ditolak"
"""The first cell of the sheet that is added."""
CLOCK, ORDER, DECIMAL = "Jam berkas", "Urutan tanggal", "Tanda desimal"
"""Lines of that sheet which tell how the file was read: the zone that a person set, and what a few rows alone could not
prove again."""
ORDERS = {"day": "hari/bulan/tahun", "month": "bulan/hari/tahun"}
DECIMALS = {",": "koma", ".": "titik"}
LOOKED_AT = 60
"""How many rows down the headers may stand: 40 of titles and header, and a few that a person puts above."""


def place_of_added(rows: Sequence[Sequence[object]]) -> int | None:
    """Where the added columns begin in a sheet, None if it has none."""
    for row in rows[:LOOKED_AT]:
        for at in range(min(len(row), 600) - len(ADDED) + 1):
            if row[at] == ADDED[0] and tuple(row[at : at + len(ADDED)]) == ADDED:
                return at
    return None


def without_added(rows: Sequence[list[object]], at: int) -> list[list[object]]:
    """The rows without the added columns that begin at a place."""
    return [row[:at] + row[at + len(ADDED) :] for row in rows]


def moved_links(links: Mapping[tuple[int, int], str], at: int) -> dict[tuple[int, int], str]:
    """The addresses behind cells, moved as their cells are."""
    return {
        (row, place if place < at else place - len(ADDED)): address
        for (row, place), address in links.items()
        if not at <= place < at + len(ADDED)
    }


def is_guide(rows: Sequence[Sequence[object]]) -> bool:
    """Whether a sheet is the added one."""
    return bool(rows) and bool(rows[0]) and rows[0][0] == GUIDE_TITLE


def told_by_guide(rows: Sequence[Sequence[object]]) -> dict[str, str]:
    """What the lines of the added sheet say: label → text."""
    return {str(row[0]): str(row[1]) for row in rows[1:LOOKED_AT] if len(row) > 1 and row[0] != "" and row[1] != ""}
