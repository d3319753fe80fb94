"""Delimited text: exact bytes, and what comes back when it is read."""

import csv
import io

from charts.model import Column, Table
from exports.delimited import table_csv

TABLE = Table(
    "contoh",
    "Contoh",
    (
        Column("opd", "=OPD"),
        Column("n", "Konten", "int"),
        Column("p", "Bagian", "percent"),
        Column("hari", "Hari", "date"),
        Column("s", "Keadaan", "state"),
        Column("id", "Nomor", "code"),
    ),
    (
        ("=1+1", -5, 0.125, "2024-10-23", "nihil", "1234567890123456"),
        ('Dinas "A", B', None, None, None, "belum_melapor", None),
        ("dua\nbaris 1608010101900001", 1234, 1.0, "2024-10-01", "", ""),
    ),
)


def test_exact_bytes():
    assert table_csv(TABLE) == (
        b"\xef\xbb\xbf'=OPD,Konten,Bagian,Hari,Keadaan,Nomor\r\n"
        b"'=1+1,-5,0.125,2024-10-23,Nihil,1234567890123456\r\n"
        b'"Dinas ""A"", B",,,,Belum melapor,\r\n'
        b'"dua\nbaris 1608**********01",1234,1.0,2024-10-01,,\r\n'
    )


def test_read_back():
    rows = list(csv.reader(io.StringIO(table_csv(TABLE).decode("utf-8-sig"), newline="")))
    assert rows[1] == ["'=1+1", "-5", "0.125", "2024-10-23", "Nihil", "1234567890123456"]
    assert rows[3][0] == "dua\nbaris 1608**********01"
    assert [len(row) for row in rows] == [6, 6, 6, 6]


def test_no_rows_is_a_header():
    empty = Table("kosong", "Kosong", (Column("a", "A"),), ())
    assert table_csv(empty) == b"\xef\xbb\xbfA\r\n"
