"""`python -m rules`: a csv in, the same csv with readings out."""

import csv
import io
from pathlib import Path

import pytest

from rules.__main__ import main


def run(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], text: str, *more: str) -> list[dict[str, str]]:
    given = tmp_path / "captions.csv"
    given.write_bytes(text.encode("utf-8-sig"))
    assert main([str(given), *more]) == 0
    return list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8"), newline="")))


def test_all_columns_given_and_the_readings(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = 'no,caption,posted_at\n1,"Jadwal ""KTP"" keliling,\ngratis",2024-10-01 08:00:00\n2,Senja,\n'
    rows = run(tmp_path, capfdbinary, text)
    assert [row["no"] for row in rows] == ["1", "2"]
    assert rows[0]["caption"] == 'Jadwal "KTP" keliling,\ngratis'
    assert [row["topic"] for row in rows] == ["layanan", "lainnya"]
    assert rows[1]["topic_evidence"] == ""
    for column in ("topics", "subject", "subject_detail", "bidang", "neutrality", "caution"):
        assert column in rows[0]
    for column in ("subject_evidence", "bidang_evidence", "neutrality_evidence", "caution_evidence", "rules_version"):
        assert column in rows[0]


def test_people_and_units_are_files(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "nama,panggilan,peran,dari,sampai\nH. Surya Wirawan,,bupati,2021-02-26,2025-02-20\n", encoding="utf-8"
    )
    units = tmp_path / "units.csv"
    units.write_text("kode,nama,alias,bidang\npu,Dinas PU,PUTR,Bina Marga; seksi:Irigasi=SDA\n", encoding="utf-8")
    text = "caption,opd\nSurya Wirawan menghadiri malam puncak,putr\nKasi SDA ke sawah,Dinas PU\n"
    more = ("--people", str(people), "--units", str(units))
    rows = run(tmp_path, capfdbinary, text, *more, "--at", "2023-01-01")
    assert [row["subject"] for row in rows] == ["pimpinan", "perangkat"]
    assert [row["bidang"] for row in rows] == ["", "pu/irigasi"]
    rows = run(tmp_path, capfdbinary, text, *more, "--at", "2025-03-01")
    assert rows[0]["subject"] == "tidak_jelas"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"teks\nhalo\n", "tidak memuat kolom"), (b"\xff\xfe\x00", "bukan csv UTF-8"), (None, "tidak ditemukan")],
)
def test_a_file_that_cannot_be_used_is_a_sentence(
    content: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "captions.csv"
    if content is not None:
        given.write_bytes(content)
    assert main([str(given)]) == 2
    assert sentence in capsys.readouterr().err
