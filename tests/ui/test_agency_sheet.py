"""The sheet of one OPD: its purpose always on it, nothing of the data acts, numbers of identity hidden."""

from charts.agency import PURPOSE
from charts.model import Answer, Column, Number, Table
from ui.agency_sheet import STYLE, sheet_html

HOSTILE = '<img src=x onerror="a()">'
EXAMPLES = Table(
    "profil-contoh",
    "Unggahan contoh",
    tuple(Column(key, key) for key in ("tanggal", "platform", "topik", "teks", "tautan", "dipilih")),
    (
        ("2024-10-23", "X", "Pelayanan Publik", HOSTILE, "javascript:a()", "terbaru"),
        ("2024-10-24", "X", "Pelayanan Publik", "NIK 1608012310240001", "https://x.com/1", "terbaru"),
    ),
)
SUMMARY = Table("profil-opd", "Profil", (Column("hal", "Hal"), Column("keadaan", "Keadaan")), (("Laporan", "<b>"),))
ANSWER = Answer(
    name="agency", title="Profil Publikasi OPD", sentence="Kalimat.", period="Oktober 2024", filters="Dinas <A>",
    reporting="Melapor lengkap", cut_off="Data per 1 November 2024",
    numbers=(
        Number("Kekurangan", None, "konten", ""), Number("Informatif", 0.5, "dari konten", "", number_format="percent"),
    ),
    tables=(SUMMARY, EXAMPLES), extra={"peruntukan": PURPOSE, "catatan": "Satu.\nDua <i>."},
)  # fmt: skip


def test_texts_are_escaped_and_only_web_addresses_are_links() -> None:
    shown = sheet_html(ANSWER, "DATA CONTOH – REKAAN")
    assert "<img" not in shown and "<b>" not in shown.replace("<b>tidak ada data</b>", "").replace("<b>50%</b>", "")
    assert 'href="javascript' not in shown
    assert shown.count("<a ") == 1
    assert '<a href="https://x.com/1" target="_blank" rel="noopener">https://x.com/1</a>' in shown
    assert "<h2>Dinas &lt;A&gt;</h2>" in shown
    assert "<li>Satu.</li><li>Dua &lt;i&gt;.</li>" in shown


def test_what_is_not_known_is_said_and_identity_is_hidden() -> None:
    shown = sheet_html(ANSWER, "")
    assert "Kekurangan<b>tidak ada data</b>" in shown
    assert "1608012310240001" not in shown
    assert "DATA CONTOH" not in shown


def test_the_purpose_is_printed_also_on_the_sheet_of_one_that_did_not_report() -> None:
    silent = Answer("agency", "Profil", "Dinas A: belum melapor.", "Oktober 2024", "Dinas A", "Belum melapor", "",
                    empty="Belum ada laporan.", extra={"peruntukan": PURPOSE})  # fmt: skip
    shown = sheet_html(silent, "")
    assert f'<p class="maksud">{PURPOSE}</p>' in shown
    assert "Belum ada laporan." in shown
    assert "Catatan pembinaan" not in shown


def test_the_style_prints_on_a4_and_holds_no_address() -> None:
    assert "@page{size:A4 portrait" in STYLE
    assert "://" not in STYLE
