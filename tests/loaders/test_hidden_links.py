"""Addresses behind "Klik" in an ods, and what the sender of a file is told whose addresses cannot be read."""

import io
import zipfile
from pathlib import Path

from tests.loaders.made import HEADER, csv_bytes, load_bytes

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
IG, FB = "https://www.instagram.com/p/DAbCdEfGhI1/", "https://www.facebook.com/dinasa/posts/122100000000005"


def cell(text: str, address: str = "", times: int = 1) -> str:
    inside = f'<text:a xlink:href="{address}">{text}</text:a>' if address else text
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{inside}</text:p></table:table-cell>'


def line(*cells: str, times: int = 1) -> str:
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def ods(**sheets: str) -> bytes:
    """An ods with these sheets of rows."""
    names = f'xmlns:office="{OFFICE}" xmlns:table="{TABLE}" xmlns:text="{TEXT}"'
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in sheets.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def test_cells_of_an_ods_that_stand_for_many_keep_their_addresses_in_place(tmp_path: Path) -> None:
    header = line(*(cell(name) for name in HEADER))
    rows = (
        line(cell("", times=5), times=3),
        header,
        line(cell("1"), cell("21 Oktober 2024"), cell("Apel"), cell("Instagram"), cell("Klik", IG)),
        line(cell("2"), cell("22 Oktober 2024"), cell("Senam"), cell("Facebook"), cell("Lihat", FB)),
    )
    other = line(*(cell("Klik", "https://www.instagram.com/p/DAbCdEfGhI9/") for _ in range(5)), times=6)
    loaded = load_bytes(tmp_path, ods(Catatan=other, Oktober="".join(rows)), "log.ods")
    assert loaded.posts[["row", "link"]].values.tolist() == [[5, IG], [6, FB]]
    assert not [warning for warning in loaded.warnings if "Klik" in warning]


def test_words_that_promise_an_address_and_have_none_are_told(tmp_path: Path) -> None:
    cells = [("Klik", "IG"), ("Lihat di sini", "FB"), ("v", "IG"), ("link tidak ada", "FB"), (IG, "IG")]
    rows = [
        HEADER,
        *((n, "21 Oktober 2024", f"Kabar {n}", where, link) for n, (link, where) in enumerate(cells, 1)),
        HEADER,
    ]
    loaded = load_bytes(tmp_path, csv_bytes(rows))
    assert loaded.warnings == [
        "2 sel kolom tautan hanya berisi kata seperti “Klik” tanpa alamat yang dapat dibaca. Unggahannya tetap "
        "dihitung. Agar tautannya ikut tersimpan, mohon tuliskan alamatnya pada berkas, lalu unggah kembali."
    ]
    assert len(loaded.posts) == 5
