"""A stray cell at the far right of a sheet does not make every row as wide as the sheet may be."""

from pathlib import Path

from loaders.containers import read_sheets
from tests.loaders.made import load, told, workbook

ROWS = [("Tanggal", "Judul", "Platform"), ("1/10/2024", "Apel", "IG"), ("2/10/2024", "Senam", "FB")]


def test_a_stray_cell_is_left_out_and_the_list_is_read(tmp_path: Path) -> None:
    stray = [*ROWS[1], *[None] * 16_380, "x"]
    path = workbook(tmp_path / "log.xlsx", {"Data": [ROWS[0], stray, ROWS[2]]})
    (sheet,) = read_sheets(path, "log.xlsx")
    assert sheet.rows == [["Tanggal", "Judul", "Platform"], ["1/10/2024", "Apel", "IG"], ["2/10/2024", "Senam", "FB"]]
    assert told(load(path)) == [(2, "instagram", "2024-10-01"), (3, "facebook", "2024-10-02")]


def test_a_wide_sheet_of_up_to_500_columns_stays_whole(tmp_path: Path) -> None:
    path = workbook(tmp_path / "log.xlsx", {"Data": [[*range(499), "ujung"]]})
    assert len(read_sheets(path, "log.xlsx")[0].rows[0]) == 500
