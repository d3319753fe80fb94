"""What a log says in its own columns, as codes."""

import pytest

from rules import said_subject, said_topic


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bantuan Sosial", "bantuan"),
        ("PELAYANAN PUBLIK ", "layanan"),
        ("3. Pelayanan Publik", "layanan"),
        ("T3 - Pelayanan Publik", "layanan"),
        ("Pembangunan", "pembangunan"),
        ("Ucapan", "seremonial"),
        ("Serta-merta", "darurat"),
        ("Aneka / Bansos", "bantuan"),
        ("Bantuan dan Pembangunan", "bantuan"),
        ("Rencana dan Program Pembangunan", "pembangunan"),
        ("Kegiatan Pimpinan", None),
        ("Lainnya", None),
        ("", None),
        ("-", None),
    ],
)
def test_topic(text: str, code: str | None) -> None:
    assert said_topic(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kegiatan Pimpinan", "pimpinan"),
        ("Wakil Bupati", "pimpinan"),
        ("Pimpinan dan Bidang", "campuran"),
        ("Bidang", "perangkat"),
        ("Bidang Rehabilitasi Sosial", "perangkat"),
        ("Seksi Pelayanan", "perangkat"),
        ("Belum jelas", "tidak_jelas"),
        ("Lainnya", None),
        ("", None),
    ],
)
def test_subject(text: str, code: str | None) -> None:
    assert said_subject(text) == code
