"""The crafted files: what each is called, how its bytes are made, and what the person who sends it sees."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from tests.safety.packing import (
    SHEET,
    SHEET_END,
    STRINGS,
    XML,
    Part,
    old_office,
    old_sheet,
    part,
    text_row,
    workbook,
    zipped,
)

HEADER = ("Tanggal", "Judul", "Platform", "Link")
ROW = ("23/10/2024", "Imunisasi di posyandu", "Facebook", "https://www.facebook.com/dinkescontoh/posts/122100000000001")
ROWS = text_row(1, *HEADER) + text_row(2, *ROW)
MB = 1_000_000
FAR = "sel yang letaknya sangat berjauhan (sampai baris {}, kolom {})"
TOO_LARGE = "menjadi lebih dari 300 MB setelah dibuka"
DECLARES = "memuat deklarasi DOCTYPE atau ENTITY"
BROKEN = "rusak atau bukan berkas Excel"
UNSAFE = "tidak dapat dibaca dengan aman"
TOO_MANY = "berisi lebih dari 200.000 baris"


@dataclass(frozen=True)
class Crafted:
    """A file: its name, what makes its bytes, and the words that its sender sees, or the number of posts read.

    `slow` ones take more than two seconds to make or to read.
    """

    name: str
    make: Callable[[], bytes]
    seen: str | int
    slow: bool = False


def sheet(rows: bytes, before: bytes = b"") -> bytes:
    """A workbook of one raw sheet."""
    return workbook(sheet=XML + before + SHEET + rows + SHEET_END)


def far(address: str) -> bytes:
    """A list with one more cell at an address."""
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return sheet(ROWS + f'<row r="{row}"><c r="{address}"><v>1</v></c></row>'.encode())


def long_sheet(times: int, declares: int = -1) -> Part:
    """A sheet of so many megabytes in a few kilobytes."""
    block = text_row(3, "a" * 960) * (MB // len(text_row(3, "a" * 960)))
    return part("xl/worksheets/sheet1.xml", XML + SHEET + ROWS, block, times, SHEET_END, declares)


def long_string(megabytes: int) -> bytes:
    """A workbook with one shared text of so many megabytes."""
    strings = part("xl/sharedStrings.xml", XML + STRINGS + b"<si><t>", b"a" * MB, megabytes, b"</t></si></sst>")
    return workbook(sheet=XML + SHEET + b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>' + SHEET_END, strings=strings)


def shared_by_many() -> bytes:
    """One text of 900 kB that 50,000 cells show: small to unpack, 45 GB to hold."""
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 50_001))
    strings = XML + STRINGS + b"<si><t>" + "é".encode() * 450_000 + b"</t></si></sst>"
    return workbook(sheet=XML + SHEET + cells + SHEET_END, strings=strings)


def laughs() -> bytes:
    """Entities that stand for ten of the one before."""
    lines = ['<!ENTITY a "aaaaaaaaaa">']
    lines += [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    return f"<!DOCTYPE x [{''.join(lines)}]>".encode()


def laughing_strings() -> bytes:
    """Entities in the shared texts."""
    return workbook(
        sheet=XML + SHEET + ROWS + SHEET_END, strings=XML + laughs() + STRINGS + b"<si><t>&j;</t></si></sst>"
    )


def reading_a_file() -> bytes:
    """A cell that asks for a file of the server."""
    return sheet(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>',
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    )


def wide_sheet() -> bytes:
    """One row of 16,384 headers."""
    return sheet(
        b'<row r="1">' + b"".join(b'<c t="inlineStr"><is><t>k%d</t></is></c>' % n for n in range(16_384)) + b"</row>"
    )


def formulas() -> bytes:
    """A list whose cells are formulas, with the result that Excel kept and without."""
    shown = '<c r="{}" t="str"><f>{}</f><v>{}</v></c>'
    cells = [
        shown.format("B3", "cmd|'/c calc'!A0", "=cmd|'/c calc'!A0"),
        '<c r="C3" t="inlineStr"><is><t>IG</t></is></c>',
    ]
    cells += [shown.format("D3", 'HYPERLINK("https://x.com","klik")', "klik")]
    date = '<row r="3"><c r="A3" t="inlineStr"><is><t>24/10/2024</t></is></c>'
    return sheet(ROWS + f"{date}{''.join(cells)}</row>".encode())


def merged() -> bytes:
    """A list whose merged cells cover a million rows, many times."""
    cells = b'<mergeCell ref="A1:A1048576"/>' * 50
    return workbook(sheet=XML + SHEET + ROWS + b"</sheetData><mergeCells>" + cells + b"</mergeCells></worksheet>")


def repeated_ods() -> bytes:
    """A table of one cell that says of itself that it stands a million times a thousand times."""
    office = b"urn:oasis:names:tc:opendocument:xmlns:"
    spaces = b"".join(b' xmlns:%s="%s%s:1.0"' % (name, office, name) for name in (b"office", b"table", b"text"))
    cell = b'<table:table-cell office:value-type="string" table:number-columns-repeated="1000">'
    rows = b'<table:table-row table:number-rows-repeated="1000000">' + cell + b"<text:p>a</text:p></table:table-cell>"
    table = b'<office:spreadsheet><table:table table:name="S">%s</table:table-row></table:table></office:spreadsheet>'
    body = b"<office:body>%s</office:body>" % (table % rows)
    content = XML + b"<office:document-content%s>%s</office:document-content>" % (spaces, body)
    return zipped(part("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", content))


def text_csv(encoding: str = "utf-8", mark: str = ",", first: str = "") -> bytes:
    """A good list of one post as csv."""
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows([HEADER, ROW])
    return (first + out.getvalue()).encode(encoding)


def good() -> bytes:
    """A good workbook of one post."""
    return sheet(ROWS)


FILES = (
    Crafted("dua-sel-XFD1048576.xlsx", lambda: far("XFD1048576"), FAR.format(1048576, 16384)),
    Crafted("dua-sel-ZZ200000.xlsx", lambda: far("ZZ200000"), FAR.format(200000, 702)),
    Crafted("dua-sel-A1048576.xlsx", lambda: far("A1048576"), TOO_MANY),
    Crafted(
        "di-luar-lembar.xlsx", lambda: far("ZZZ9999999"), "alamat sel di luar batas Excel (baris 9999999, kolom 18278)"
    ),
    Crafted("lembar-600MB.xlsx", lambda: workbook(sheet=long_sheet(600)), TOO_LARGE),
    Crafted("lembar-299MB.xlsx", lambda: workbook(sheet=long_sheet(299)), 1, slow=True),
    Crafted("hampir-terlalu-jauh.xlsx", lambda: far("XFD600"), 1, slow=True),
    Crafted("lembar-600MB-mengaku-1kB.xlsx", lambda: workbook(sheet=long_sheet(600, 1000)), BROKEN),
    Crafted("teks-1200MB.xlsx", lambda: long_string(1200), TOO_LARGE),
    Crafted("teks-100MB.xlsx", lambda: long_string(100), "sel dengan teks yang terlalu panjang"),
    Crafted("satu-teks-50000-sel.xlsx", shared_by_many, UNSAFE, slow=True),
    Crafted("entitas-lembar.xlsx", lambda: sheet(b'<row r="1"/>', laughs()), DECLARES),
    Crafted("entitas-teks.xlsx", laughing_strings, DECLARES),
    Crafted("entitas-berkas.xlsx", reading_a_file, DECLARES),
    Crafted("entitas-utf16.xlsx", lambda: workbook(sheet=laughs().decode().encode("utf-16")), DECLARES),
    Crafted("kolom-16384.xlsx", wide_sheet, "belum dikenali: k0, k1"),
    Crafted("sel-gabungan.xlsx", merged, "terlalu banyak sel gabungan"),
    Crafted(
        "lembar-5000-kali.xlsx",
        lambda: workbook(sheet=XML + SHEET + ROWS + SHEET_END, sheets=5000),
        "memuat 5000 lembar, lebih dari 400",
    ),
    Crafted("berulang.ods", repeated_ods, FAR.format(1000000, 1000)),
    Crafted("batas.xls", lambda: old_sheet((0, 0), (65535, 255)), UNSAFE, slow=True),
    Crafted("batas-20-lembar.xls", lambda: old_sheet((0, 0), (65535, 255), sheets=20), UNSAFE, slow=True),
    Crafted(
        "kolom-2juta.csv",
        lambda: b"k," * 2_000_000 + b"\n1,2\n",
        "baris yang terlalu panjang (baris 1, lebih dari 1 MB)",
    ),
    Crafted("kolom-100000.csv", lambda: b"k," * 100_000 + b"\n", "lebih dari 500 kolom"),
    Crafted("baris-5juta.csv", lambda: b"a,b\n" * 5_000_000, TOO_MANY, slow=True),
    Crafted(
        "kutip-terbuka.csv",
        lambda: text_csv() + b'"' + b"abcd efgh\n" * 1_000_000,
        "tanda kutip atau pemisah kolom rusak",
    ),
    Crafted("nul.csv", lambda: text_csv() + b"x" * 200_000 + b"\x00\n", "memuat karakter kosong (NUL) pada baris 3"),
    Crafted("utf16-sep.csv", lambda: text_csv("utf-16", ";", "sep=;\r\n"), 1),
    Crafted("terenkripsi.xlsx", lambda: old_office("EncryptedPackage", b"x" * 5000), "dilindungi kata sandi"),
    Crafted("ole-acak.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40, BROKEN),
    Crafted("dokumen.xls", lambda: old_office("WordDocument", b"x" * 5000), "adalah dokumen Word, bukan tabel"),
    Crafted("program.xlsx", lambda: b"MZ\x90\x00\x03" + bytes(2000), "tidak dikenali"),
    Crafted("dokumen.xlsx", lambda: b"%PDF-1.7\n" + b"x" * 2000, "adalah PDF, bukan tabel"),
    Crafted("layar.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(2000), "Tangkapan layar belum dapat dibaca"),
    Crafted("kosong.csv", lambda: b"", "kosong"),
    Crafted("satu-sel.xlsx", lambda: sheet(text_row(1, "halo")), "tidak memiliki baris judul kolom"),
    Crafted("rumus.xlsx", formulas, 2),
    Crafted(
        "makro.xlsx",
        lambda: workbook(part("xl/vbaProject.bin", b"x"), sheet=XML + SHEET + ROWS + SHEET_END),
        "memuat makro",
    ),
    Crafted(
        "bagian-10000.xlsx", lambda: workbook(*(part(f"x/{n}", b"") for n in range(10_000))), "memuat 10006 bagian"
    ),
    Crafted("keluar.xlsx", lambda: workbook(part("../../x", b"x")), "menunjuk ke luar berkasnya sendiri"),
    Crafted("zip-dalam-zip.xlsx", lambda: zipped(part("a.zip", zipped(part("b.xlsx", good())))), "adalah arsip ZIP"),
    Crafted("terpotong.xlsx", lambda: good()[:900], BROKEN),
    Crafted("xml-rusak.xlsx", lambda: workbook(sheet=XML + SHEET + ROWS + b"<row r=</x>"), BROKEN),
)
