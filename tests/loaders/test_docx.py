"""Tables of a Word document, and addresses behind words in cells: read as the sheets and links that a person sees."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest

from loaders import RefusedError
from loaders.containers import read_sheets
from loaders.linked_cells import links_of_workbook
from tests.loaders.made import FACEBOOK, INSTAGRAM, load, load_bytes, refusals, told

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(inside: str, properties: str = "") -> str:
    inside = inside if inside.startswith("<") else paragraph(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(text if text.startswith("<w:tc>") else cell(text) for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*parts: str, **targets: str) -> bytes:
    """A .docx with this body; `targets` are addresses of its hyperlinks by relation id."""
    links = "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for name, address in targets.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(parts)}<w:sectPr/></w:body></w:document>',
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
    return out.getvalue()


HEADER = ("No", "Hari/Tanggal", "Judul", "Platform", "Link")
RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_paragraphs_above_a_table_name_its_opd_and_month(tmp_path: Path) -> None:
    rows = table(HEADER, ("1", "Rabu, 23 Oktober", "Imunisasi", "FB", FACEBOOK + "122100000000001"))
    content = document(paragraph("LAPORAN MEDIA SOSIAL"), paragraph("Dinas Kesehatan bulan Oktober 2024"), rows)
    loaded = load_bytes(tmp_path, content, "laporan.docx")
    assert told(loaded) == [(4, "facebook", "2024-10-23")]
    assert loaded.posts[["sheet", "opd", "caption"]].values.tolist() == [["Tabel 1", "Dinas Kesehatan", "Imunisasi"]]


def test_cells_merged_downwards_are_filled_and_wide_ones_keep_their_place(tmp_path: Path) -> None:
    content = document(
        table(
            HEADER,
            ("1", cell("23/10/2024", RESTART), "Imunisasi", "FB", ""),
            ("2", cell("", CONTINUE), "Apel", "IG", ""),
            (cell("3", '<w:gridSpan w:val="1"/>'), cell("24/10/2024", RESTART), "Senam", "FB", ""),
            (cell("Pekan keempat", '<w:gridSpan w:val="5"/>'),),
        )
    )
    (tmp_path / "a.docx").write_bytes(content)
    (sheet,) = read_sheets(tmp_path / "a.docx", "a.docx")
    assert sheet.rows[1:] == [
        ["1", "23/10/2024", "Imunisasi", "FB", ""],
        ["2", "23/10/2024", "Apel", "IG", ""],
        ["3", "24/10/2024", "Senam", "FB", ""],
        ["Pekan keempat", "", "", "", ""],
    ]
    assert told(load(tmp_path / "a.docx")) == [
        (2, "facebook", "2024-10-23"),
        (3, "instagram", "2024-10-23"),
        (4, "facebook", "2024-10-24"),
    ]


def test_several_tables_are_several_sheets(tmp_path: Path) -> None:
    one = table(HEADER, ("1", "23/10/2024", "Imunisasi", "FB", ""))
    two = table(HEADER, ("1", "24/10/2024", "Apel", "IG", ""))
    loaded = load_bytes(tmp_path, document(one, paragraph("Lanjutan"), table(("", "")), two), "a.docx")
    assert loaded.posts[["sheet", "row", "platform"]].values.tolist() == [
        ["Tabel 1", 2, "facebook"],
        ["Tabel 2", 2, "instagram"],
    ]


def test_words_that_hide_an_address_in_a_document(tmp_path: Path) -> None:
    klik = '<w:p><w:hyperlink r:id="rId7"><w:r><w:t>Klik</w:t></w:r></w:hyperlink></w:p>'
    field = f'<w:p><w:r><w:instrText> HYPERLINK "{FACEBOOK}122100000000002" </w:instrText></w:r>'
    field += "<w:r><w:t>Lihat</w:t></w:r></w:p>"
    content = document(
        paragraph("Dinas Kesehatan"),
        table(
            HEADER, ("1", "23/10/2024", "Imunisasi", "FB", cell(klik)), ("2", "23/10/2024", "Apel", "FB", cell(field))
        ),
        rId7=FACEBOOK + "122100000000001?a=1&b=2",
    )
    loaded = load_bytes(tmp_path, content, "a.docx")
    assert loaded.posts["link"].tolist() == [FACEBOOK + "122100000000001?a=1&b=2", FACEBOOK + "122100000000002"]


def test_struck_out_words_are_not_read(tmp_path: Path) -> None:
    struck = (
        "<w:p><w:del><w:r><w:delText>Rapat</w:delText></w:r></w:del><w:ins><w:r><w:t>Apel</w:t></w:r></w:ins></w:p>"
    )
    loaded = load_bytes(tmp_path, document(table(HEADER, ("1", "23/10/2024", cell(struck), "FB", ""))), "a.docx")
    assert loaded.posts["caption"].tolist() == ["Apel"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (document(paragraph("Rekap tanpa tabel")), "Dokumen Word “a.docx” tidak memuat tabel"),
        (document("<w:p>"), "Dokumen Word “a.docx” rusak"),
        (document(table(("Nama", "Alamat"), ("Budi", "Rimbanala"))), "belum dikenali: Nama, Alamat"),
    ],
    ids=["no table", "broken", "another table"],
)
def test_a_document_that_is_no_list_is_refused_by_name(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError, match="Mohon") as refusal:
        load_bytes(tmp_path, content, "a.docx")
    assert sentence in str(refusal.value)


def test_a_document_that_nests_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    with pytest.raises(RefusedError, match=r"Dokumen Word “a\.docx” rusak"):
        load_bytes(tmp_path, document(deep), "a.docx")


def _linked_workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Oktober & Nopember"
    rows = [
        ("Tanggal", "Judul", "Platform", "Link"),
        *((f"{day}/10/2024", f"Apel {day}", "", "Klik") for day in range(21, 26)),
    ]
    for row in rows:
        sheet.append(row)
    sheet["D2"].hyperlink = FACEBOOK + "122100000000002?a=1&b=2"
    sheet["D3"].hyperlink = INSTAGRAM + "DBcopVTgAAA/"
    sheet["D3"] = "Instagram Dinkes"
    sheet["D4"].hyperlink = FACEBOOK + "122100000000004"
    sheet.merge_cells("D4:D5")
    sheet["B6"].hyperlink = FACEBOOK + "122100000000006"
    book.save(path)
    return path


def test_words_that_hide_an_address_in_a_workbook(tmp_path: Path) -> None:
    loaded = load(_linked_workbook(tmp_path / "a.xlsx"))
    assert loaded.posts[["row", "link"]].values.tolist() == [
        [2, FACEBOOK + "122100000000002?a=1&b=2"],
        [3, INSTAGRAM + "DBcopVTgAAA/"],
        [4, FACEBOOK + "122100000000004"],
        [5, FACEBOOK + "122100000000004"],
    ]
    assert loaded.posts["caption"].tolist() == ["Apel 21", "Apel 22", "Apel 23", "Apel 24"]
    assert refusals(loaded) == [(6, "Platform", "Klik")]


def test_a_formula_that_hides_an_address() -> None:
    cells = (
        f'<row r="1"><c r="A1" t="str"><f>HYPERLINK("{FACEBOOK}1?a=1&amp;b=2","Klik")</f><v>Klik</v></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c></row>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", f'<workbook xmlns:r="{R}"><sheets><sheet name="Satu" r:id="rId1"/></sheets></workbook>'
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{cells}</sheetData></worksheet>")
    assert links_of_workbook(out.getvalue(), "Satu") == {(0, 0): FACEBOOK + "1?a=1&b=2"}
    assert links_of_workbook(out.getvalue(), "Dua") == {}


def test_a_sheet_of_addresses_is_not_walked_through_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def links(content: bytes, name: str) -> dict[tuple[int, int], str]:
        asked.append(name)
        return {}

    monkeypatch.setattr("loaders.containers.links_of_workbook", links)
    book = openpyxl.Workbook()
    for row in (("Tanggal", "Judul", "Link"), ("23/10/2024", "Apel", FACEBOOK + "122100000000001")):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert told(load(tmp_path / "a.xlsx")) == [(2, "facebook", "2024-10-23")]
    assert asked == []
    load(_linked_workbook(tmp_path / "b.xlsx"))
    assert asked == ["Oktober & Nopember"]
