"""Rejected rows of a report that came as xls, ods or docx: back as xlsx, mended, and only the mended rows are new."""

import datetime as dt
from pathlib import Path

import pytest

from intake import mended_name, mended_of_upload
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, posts_in
from tests.intake.returned import FB, IG, OURS, ZONE, counts, hand_in, mended, opened
from tests.loaders import test_docx as word

SAMPLES = Path(__file__).parents[1] / "loaders" / "samples" / "hand_log"
SECOND = dt.date(2024, 10, 22)


@pytest.mark.parametrize(
    ("kind", "link"), [("xls", ""), ("ods", f"{IG}DAbCdEfGhI2/")], ids=["xls loses addresses behind words", "ods"]
)
def test_only_the_mended_rows_of_an_old_workbook_are_new(duckdb_store: Store, kind: str, link: str) -> None:
    path = SAMPLES / f"Laporan Medsos Okt 2024 ({kind}).{kind}"
    receipt, draft = hand_in(duckdb_store, path.read_bytes(), path.name)
    assert counts(receipt) == (3, 0, 2)
    book = mended_of_upload(duckdb_store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    told = ("Tanggal: bukan tanggal yang dikenali", "Oktober", 6, 3, "kapan-kapan", "Posyandu", "Instagram")
    assert opened(book)["Oktober"][3] == (*told, link or "Klik", "Dinas A")
    name = mended_name(path.name, draft.period)
    again, second = hand_in(duckdb_store, mended(book, {("Oktober", "E4"): "22 Oktober 2024"}), name, at=1)
    assert (counts(again), second.period, second.loaded.source) == ((1, 0, 1), OCTOBER, "hand_log")
    kept = [row for row in posts_in(duckdb_store, "day", "caption", "link") if row[1] == "Posyandu"]
    assert kept == [(SECOND, "Posyandu", link)]


def test_only_the_mended_rows_of_a_document_are_new(duckdb_store: Store) -> None:
    header = ("No", "Hari/Tanggal", "Judul", "Platform", "Link")
    first = word.table(
        header,
        ("1", "Senin, 21 Oktober 2024", "Apel", "Instagram", f"{IG}DAbCdEfGhI1/"),
        ("2", "kapan-kapan", "Senam", "IG", f"{IG}DAbCdEfGhI2/"),
    )
    other = word.table(header, ("1", "32 Oktober 2024", "Tanam", "FB", f"{FB}122100000000002"))
    content = word.document(word.paragraph("Laporan Dinas A bulan Oktober 2024"), first, other)
    receipt, draft = hand_in(duckdb_store, content, "laporan.docx")
    assert counts(receipt) == (1, 0, 2)
    book = mended_of_upload(duckdb_store, Scope(), receipt.upload_id, ZONE, "Ani", NOW)
    sheets = opened(book)
    assert sheets["Tabel 1"][1] == (*OURS, *header)
    assert sheets["Tabel 2"][1][:5] == ("Tanggal: tanggal tidak ada di kalender", "Tabel 2", 2, "1", "32 Oktober 2024")
    cells = {("Tabel 1", "E3"): "22 Oktober 2024", ("Tabel 2", "E2"): "23 Oktober 2024"}
    again, second = hand_in(duckdb_store, mended(book, cells), mended_name("laporan.docx", draft.period), at=1)
    assert (counts(again), second.period) == ((2, 0, 0), OCTOBER)
    days = [(21, "Apel"), (22, "Senam"), (23, "Tanam")]
    assert posts_in(duckdb_store, "day", "caption") == [(dt.date(2024, 10, day), text) for day, text in days]
