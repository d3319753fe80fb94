"""The sample months: written again with the same content, recognisable as invented, whole, and with their traps in."""

import ast
import csv
import json
import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import openpyxl
import pytest

from sample_data.captions import DOUBTFUL
from sample_data.make import make

HERE = Path(__file__).parents[2] / "sample_data"
MONTHS = ("2024-10", "2024-11")
LOGS = sorted(path for month in MONTHS for path in (HERE / month).iterdir())


def _manifest() -> dict:
    return json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))


def _expected() -> dict:
    return json.loads((HERE / "expected.json").read_text(encoding="utf-8"))


def _sheets(path: Path) -> dict[str, list[list[str]]]:
    """All cells of a log as text, by sheet."""
    if path.suffix == ".csv":
        text = path.read_text(encoding="utf-8-sig")
        delimiter = ";" if text.startswith("DATA CONTOH") else ","
        return {"": list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))}
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def _content(path: Path) -> object:
    """What a file holds: its bytes; of a workbook its parts, for another zlib packs them otherwise, and another XML
    library (openpyxl takes lxml where there is one) spells the same elements otherwise."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return [
            (part.filename, part.date_time, canonicalize(book.read(part), rewrite_prefixes=True))
            for part in book.infolist()
        ]


def test_the_script_writes_what_is_committed(tmp_path: Path) -> None:
    make(tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {p.relative_to(HERE).as_posix() for p in LOGS} | {"manifest.json", "expected.json"}
    assert [name for name in sorted(written) if _content(tmp_path / name) != _content(HERE / name)] == []


def test_workbooks_carry_one_fixed_date() -> None:
    stamps, dates = set(), set()
    for path in LOGS:
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                stamps |= {part.date_time for part in book.infolist()}
                dates |= set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", book.read("docProps/core.xml")))
    assert stamps == {(2024, 12, 31, 12, 0, 0)}
    assert dates == {b"2024-12-31T12:00:00Z"}


def test_manifest_and_expectation_name_every_file_once() -> None:
    names = [entry["file"] for entry in _manifest()["files"]]
    assert sorted(names) == sorted(path.relative_to(HERE).as_posix() for path in LOGS)
    assert names == list(_expected()["files"])
    assert len(names) == 44


def test_manifest_speaks_of_the_roster_only() -> None:
    with (HERE / "roster_contoh.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["kode"] for row in csv.DictReader(file)}
    for entry in _manifest()["files"]:
        told = {entry["agency"], *entry["names"].values(), *entry["incomplete"]} - {None}
        told |= {cover["agency"] for cover in entry["coverage"]}
        assert told <= codes
        assert entry["first_day"] <= entry["last_day"] <= entry["as_of"]


def test_every_file_says_that_it_is_invented() -> None:
    for path in LOGS:
        assert "contoh" in path.name.casefold()
        if path.name.startswith("contoh_"):
            assert "(Contoh)" in path.read_text(encoding="utf-8-sig")
            continue
        for title, rows in _sheets(path).items():
            assert "DATA CONTOH – REKAAN" in {title, rows[0][0]}, path.name


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in HERE.rglob("*") if "__pycache__" not in path.parts) < 1_500_000


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.name)
def test_no_number_looks_like_a_nik(path: Path) -> None:
    cells = [cell for rows in _sheets(path).values() for row in rows for cell in row]
    assert [cell for cell in cells if re.search(r"(?<!\d)\d{16}(?!\d)", cell)] == []


def test_doubtful_posts_stand_at_dinas_contoh_only() -> None:
    marks = [text[:40] for text in DOUBTFUL]
    found = set()
    for path in LOGS:
        for rows in _sheets(path).values():
            for row in rows:
                hits = {mark for mark in marks if any(cell.startswith(mark) for cell in row)}
                own = "dinas-contoh" in path.name or {"Dinas Contoh", "Discontoh"} & set(row)
                assert not hits or own, (path.name, row)
                found |= hits
    assert found == set(marks)


def test_the_figures_come_from_no_code_under_test() -> None:
    for path in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            ours = {
                "posts",
                "indonesia",
                "loaders",
                "rules",
                "intake",
                "store",
                "metrics",
                "answers",
                "charts",
                "settings",
            }
            assert not ours & {name.partition(".")[0] for name in names}, path.name


def test_the_story_has_its_silences_and_gaps() -> None:
    october, november = (_expected()["months"][month] for month in MONTHS)
    assert october["not_reporting"] == [
        "contoh-kecamatan-batu-semayung",
        "contoh-kecamatan-padang-aruna",
        "contoh-satuan-polisi-pamong-praja",
    ]
    assert november["not_reporting"] == [
        "contoh-dinas-koperasi-usaha-kecil-dan-menengah",
        "contoh-inspektorat-daerah",
        "contoh-kecamatan-batu-semayung",
        "contoh-kecamatan-tanjung-wirasa",
    ]
    assert "contoh-dinas-lingkungan-hidup" in october["declared_incomplete"]
    assert november["declared_incomplete"] == ["contoh-kecamatan-muara-lurasena"]
    late = [e["file"] for e in _manifest()["files"] if e["month"] == "2024-10" and e["as_of"] > "2024-11-10"]
    assert late == ["2024-10/CONTOH Laporan Medsos Okt 2024 Dishub (1) REVISI.xlsx"]


def test_the_sums_of_the_expectation_agree_with_each_other() -> None:
    expected = _expected()
    for month in expected["months"].values():
        for key in ("by_kind", "by_opd", "by_day"):
            assert [sum(pair[n] for pair in month[key].values()) for n in (0, 1)] == [
                month["unggahan"],
                month["konten"],
            ]
        days = [pair for opd in month["by_opd_day"].values() for pair in opd.values()]
        assert [sum(pair[n] for pair in days) for n in (0, 1)] == [month["unggahan"], month["konten"]]
        assert sum(month["by_platform"].values()) == month["unggahan"]
    assert sum(file["new_posts"] for file in expected["files"].values()) == expected["total"]["unggahan"]
    shared = [name for name, file in expected["files"].items() if file["new_posts"] < file["posts"]]
    assert len(shared) == 5, "posts that another file holds as well"
    for months in expected["targets"].values():
        assert [len(month["days"]) for month in months.values()] == [7, 20]
