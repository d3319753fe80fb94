"""Addresses behind words such as "Klik" or "Lihat": brought into the cells of the columns of links."""

from loaders.columns import read_columns
from loaders.headers import Table
from loaders.rows import cell_text, is_tick, links_in


def reveal(table: Table) -> None:
    """Put addresses into the cells of a table's columns of links that hold words in their place."""
    columns = read_columns(table.names)
    places = [*columns.roles.get("link", ()), *columns.wide.values()]
    rows = table.sheet.rows
    wordy = [
        (number, place)
        for number in range(table.first, len(rows))
        for place in places
        if place < len(rows[number]) and (text := cell_text(rows[number][place])) and "." not in text
    ]
    links = table.sheet.links() if wordy else {}
    for number, place in wordy:
        text, address = cell_text(rows[number][place]), links.get((number, place), "")
        if address and links_in(address):
            rows[number][place] = address if is_tick(text) else f"{text} {address}"
