"""Addresses behind words such as "Klik" or "Lihat": brought into the cells of the columns of links."""

import re
from collections.abc import Sequence

from indonesia import plain
from loaders.columns import read_columns
from loaders.headers import Table, normal_header
from loaders.rows import cell_text, is_tick, links_in

_PROMISE = re.compile(r"^(?:klik|lihat|buka|link|tautan)\b(?!.*\b(?:tidak|tdk|belum|hilang|hapus|dihapus)\b).{0,24}$")


def reveal(table: Table) -> int:
    """Put addresses into the cells of a table's columns of links that hold words in their place.

    Gives the number of cells that promise an address ("Klik") and have none that could be read.
    """
    columns = read_columns(table.names)
    own = columns.roles.get("link", ())
    rows = table.sheet.rows
    wordy = [
        (number, place)
        for number in range(table.first, len(rows))
        for place in (*own, *columns.wide.values())
        if place < len(rows[number]) and (text := cell_text(rows[number][place])) and "." not in text
    ]
    links = table.sheet.links() if wordy else {}
    lost = 0
    for number, place in wordy:
        text, address = cell_text(rows[number][place]), links.get((number, place), "")
        if address and links_in(address):
            rows[number][place] = address if is_tick(text) else f"{text} {address}"
        elif place in own and not address and _PROMISE.match(plain(text)):
            lost += normal_header(text) != table.names[place]  # a header that is said again promises nothing
    return lost


def warnings_of(lost: int, file_name: str) -> Sequence[str]:
    """What to tell the sender of cells that promise an address and have none."""
    if not lost:
        return ()
    way_out = (
        "mohon simpan berkas sebagai .xlsx, lalu unggah kembali"
        if file_name.casefold().endswith(".xls")
        else "mohon tuliskan alamatnya pada berkas, lalu unggah kembali"
    )
    return (
        f"{lost} sel kolom tautan hanya berisi kata seperti “Klik” tanpa alamat yang dapat dibaca. Unggahannya tetap "
        f"dihitung. Agar tautannya ikut tersimpan, {way_out}.",
    )
