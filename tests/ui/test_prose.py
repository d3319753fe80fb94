"""Tables of sentences: every text escaped, missing cells empty, numbers and days in words."""

from charts.model import Column, Table
from ui.prose import MOST, prose_html

COLUMNS = (
    Column("opd", "OPD"),
    Column("names", "Belum <terlihat>"),
    Column("share", "Bagian", "percent"),
    Column("day", "Terakhir", "date"),
)


def test_texts_are_escaped_and_missing_cells_are_empty() -> None:
    shown = prose_html(Table("t", "Judul", COLUMNS, (('Dinas "A" <img src=x>', None, 0.5, "2024-10-23"),)))
    assert (
        '<th scope="row" role="rowheader">Dinas &quot;A&quot; &lt;img src=x&gt;</th>'
        '<td role="cell" data-label="Belum &lt;terlihat&gt;"></td>'
        '<td role="cell" class="angka" data-label="Bagian">50%</td>'
        '<td role="cell" data-label="Terakhir">23 Oktober 2024</td>'
    ) in shown
    assert "<img" not in shown


def test_only_a_long_table_scrolls_within_itself() -> None:
    row = ("A", "x", None, None)
    assert 'class="uraian"' in prose_html(Table("t", "T", COLUMNS, (row,) * MOST))
    assert 'class="uraian panjang"' in prose_html(Table("t", "T", COLUMNS, (row,) * (MOST + 1)))
