"""An answer on a page: order, words, escaping, and where a click leads."""

from streamlit.testing.v1 import AppTest

from charts.model import Answer, Chart, Column, Missing, Number, Series, Table
from exports.about import about_words, change_words
from ui.escape import md_escape
from ui.show import chosen_filter
from ui.table import cells_of, content_mark

TABLE = Table(
    "contoh", "Tabel *contoh*", (Column("opd", "OPD"), Column("n", "Konten", "int")), (("=1+1", 3), ("B", None))
)
CHART = Chart("harian", "bar", "Konten per OPD", "Oktober 2024", "konten", ("A", "B"), (Series("Konten", (1, 2)),),
              TABLE, "Dihitung sekali.", "Sumber", "Diagram batang", marks=(({"opd": "a"}, None),))  # fmt: skip
ANSWER = Answer(
    "overview", "Ringkasan", "31 dari 54 OPD melapor. ![x](http://jahat.example/x.png)", "Oktober 2024", "Semua OPD",
    "sementara, 31 dari 54 OPD melapor", "data sampai 5 November 2024",
    numbers=(Number("Konten", 1234, "konten", "Sekali.", 1180, "September 2024"),
             Number("Jangkauan", None, "akun", "-")),
    charts=(CHART,), tables=(TABLE,), definitions=(("Konten", "satu isi"),),
    missing=(Missing("Dinas A", "belum_melapor"), Missing("Dinas B", "tanpa_akun"),
             Missing("Dinas C", "belum_melapor")),
    sample=True,
)  # fmt: skip


def draw(answer):
    def page(answer):
        from ui.show import show

        show(answer)

    return AppTest.from_function(page, args=(answer,), default_timeout=20).run()


def test_reading_order_and_words():
    page = draw(ANSWER)
    assert not page.exception
    assert page.subheader[0].value.startswith("31 dari 54 OPD melapor\\.")
    assert "sementara, 31 dari 54 OPD melapor" in page.caption[0].value
    assert [(one.label, one.value, one.delta) for one in page.metric] == [
        ("Konten", "1.234", "+54"),
        ("Jangkauan", "–", ""),
    ]
    assert page.caption[1].value == "konten · sebelumnya 1\\.180 \\(September 2024\\)"
    assert len(page.get("plotly_chart")) == 1
    assert page.get("plotly_chart")[0].proto.alt == "Diagram batang"
    assert "DATA CONTOH – REKAAN" in page.get("plotly_chart")[0].proto.spec
    labels = [one.label for one in page.expander]
    missing = "OPD yang tidak atau belum sepenuhnya ada dalam angka di atas (3)"
    assert labels == [missing, "Cara hitung", "Tabel di balik grafik", "Istilah"]
    files = ["Slide (PPTX)", "Lembar kerja (XLSX)", "Teks (CSV)"]
    assert [one.proto.label for one in page.get("download_button")] == ["Gambar (PNG)", *files, *files]


def test_who_is_missing_is_grouped():
    words = [one.value for one in draw(ANSWER).markdown]
    assert "**Belum melapor \\(2\\)**: Dinas A; Dinas C" in words
    assert "**Tidak punya akun \\(1\\)**: Dinas B" in words


def test_data_does_not_become_markdown():
    page = draw(ANSWER)
    assert "![x](" not in page.subheader[0].value
    assert (
        md_escape("a*b*_c_[d](e) :red[f] $g$ <h>") == "a\\*b\\*\\_c\\_\\[d\\]\\(e\\) :\u2060red\\[f\\] \\$g\\$ \\<h\\>"
    )
    assert md_escape("pukul 08:00, Catatan: ada :smile: x://y") == "pukul 08:00, Catatan: ada :\u2060smile: x:\u2060//y"


def test_empty_answer_says_what_is_the_case():
    page = draw(
        Answer("a", "A", "Belum ada.", "Oktober 2024", "", "", "", empty="Belum ada unggahan pada periode ini.")
    )
    assert page.info[0].value == "Belum ada unggahan pada periode ini\\."
    assert len(page.metric) == 0


def test_change_in_words():
    assert change_words(Number("a", 5, "", "", 8, "Sep")) == ("-3", "sebelumnya 8 (Sep)")
    assert change_words(Number("a", 5, "", "", 5)) == (0, "sebelumnya 5")
    assert change_words(Number("a", 0.5, "", "", 0.455, "Sep", "percent")) == (
        "+4,5 poin persen",
        "sebelumnya 45,5% (Sep)",
    )
    assert change_words(Number("a", None, "", "", 5)) == (None, "")


def test_a_click_leads_to_its_posts():
    def clicked(carried):
        return {"selection": {"points": [{"customdata": carried}]}}

    assert chosen_filter(clicked('{"opd": "a"}')) == {"opd": "a"}
    assert chosen_filter(clicked(['{"opd": "a"}'])) == {"opd": "a"}
    assert chosen_filter({"selection": {"points": []}}) is None
    for hostile in ("", "{", "[1]", '{"opd": 1}', 5, None):
        assert chosen_filter(clicked(hostile)) is None


def test_large_tables_carry_a_mark_of_their_content():
    assert content_mark(TABLE) == ""
    large = Table("t", "T", (Column("a", "A"),), tuple((f"{n} {'x' * 1000}",) for n in range(800)))
    changed = Table("t", "T", (Column("a", "A"),), (*large.rows[:400], ("lain",), *large.rows[401:]))
    assert len(content_mark(large)) == 9
    assert content_mark(large) != content_mark(changed)


def test_cells_have_types():
    columns = tuple(Column(kind, kind, kind) for kind in ("int", "percent", "date", "datetime", "state", "text"))
    row = (3, 0.5, "2024-10-23", "2024-10-23T08:00:00", "nihil", "=1")
    cells = cells_of(Table("t", "T", columns, (row, (None,) * 6)))
    types = ["int64", "string", "date32[day]", "timestamp[s]", "string", "string"]
    assert [str(field.type) for field in cells.schema] == types
    assert cells.column("state").to_pylist() == ["Nihil", None]


def test_decimals_and_thousands_are_written_in_indonesian_and_sort_as_numbers():
    columns = (Column("share", "Bagian", "percent"), Column("rate", "Rata-rata", "decimal"), Column("n", "N", "int"),
               Column("few", "Sedikit", "int"), Column("change", "Selisih", "decimal"))  # fmt: skip
    rows = ((0.26667, 2.0, 1234, 3, -1.5), (1.0, 10.25, 999, None, 12.0), (0.05, 0.5, 12345, 12, 3.0), (None,) * 5)
    cells = cells_of(Table("t", "T", columns, rows)).to_pydict()
    assert cells["share"] == [" 26,7%", "100,0%", "  5,0%", None]
    assert cells["rate"] == [" 2,0", "10,2", " 0,5", None]
    assert cells["n"] == [" 1.234", "   999", "12.345", None]
    assert cells["few"] == [3, None, 12, None]
    assert cells["change"] == [-1.5, 12.0, 3.0, None]
    shares = [words for words in cells["share"] if words]
    assert sorted(shares) == ["  5,0%", " 26,7%", "100,0%"]


def test_files_say_how_they_came_about():
    told = dict(about_words(ANSWER))
    assert told["Cara hitung: Konten"] == "Sekali."
    assert told["Tidak ada dalam angka: Belum melapor (2)"] == "Dinas A; Dinas C"
    assert told["Keadaan laporan"] == "sementara, 31 dari 54 OPD melapor"
    assert told["Dibuat"] == ""
