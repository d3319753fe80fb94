"""The shipped rosters: well-formed, the right units, no name that silently means two agencies."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from indonesia import AGENCY_KINDS, UNIT_KINDS
from posts import PLATFORMS

HERE = Path(__file__).parents[2] / "sample_data"


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _unit(text: str) -> tuple[str, str]:
    """Kind and name of one entry of the column bidang."""
    kind, _, rest = text.partition(":") if ":" in text else ("bidang", "", text)
    return kind, rest.split("=")[0]


ROSTERS = ("roster_oku_timur.csv", "roster_contoh.csv")


def test_oku_timur_has_its_54_units() -> None:
    kinds = Counter(row["jenis"] for row in _rows("roster_oku_timur.csv"))
    assert kinds == {
        "sekretariat": 2,
        "inspektorat": 1,
        "dinas": 23,
        "badan": 6,
        "rumah_sakit": 2,
        "kecamatan": 20,
    }


def test_oku_timur_names_no_account() -> None:
    assert {row["akun"] for row in _rows("roster_oku_timur.csv")} == {""}


def test_oku_timur_keeps_its_look_alikes_apart() -> None:
    names = {row["nama"] for row in _rows("roster_oku_timur.csv")}
    assert {"Kecamatan Belitang", "Kecamatan Belitang II", "Kecamatan Belitang III"} <= names
    assert {"Kecamatan Buay Madang", "Kecamatan Buay Madang Timur"} <= names
    assert "Dinas Perikanan dan Peternakan" in names
    assert not {"Kecamatan Buay Sandang Aji", "Kecamatan Lambu Kibang"} & names


def test_contoh_is_invented_and_has_its_traps() -> None:
    rows = _rows("roster_contoh.csv")
    assert len(rows) == 33
    assert all(row["kode"].startswith("contoh-") for row in rows)
    names = {row["nama"] for row in rows}
    assert {"Dinas Contoh", "Kecamatan Rimbanala", "Kecamatan Rimbanala II", "Kecamatan Rimbanala Timur"} <= names
    assert {"RSUD Nalasena", "RSUD Rimbanala"} <= names
    assert not {row["kode"] for row in rows} & {row["kode"] for row in _rows("roster_oku_timur.csv")}


@pytest.mark.parametrize("name", ROSTERS)
def test_codes_kinds_parents_and_accounts_are_well_formed(name: str) -> None:
    rows = _rows(name)
    codes = [row["kode"] for row in rows]
    assert len(codes) == len(set(codes))
    assert {row["jenis"] for row in rows} == set(AGENCY_KINDS)
    assert {row["induk"] for row in rows} <= {"", *codes}
    platforms = [entry.split("=")[0] for row in rows for entry in _parts(row["akun"])]
    assert set(platforms) <= set(PLATFORMS)


@pytest.mark.parametrize("name", ROSTERS)
def test_units_are_of_the_kind_that_their_agency_has(name: str) -> None:
    for row in _rows(name):
        units = [_unit(text) for text in _parts(row["bidang"])]
        kinds = {kind for kind, _ in units}
        assert len({unit for _, unit in units}) == len(units) >= 3
        assert kinds <= set(UNIT_KINDS)
        if row["jenis"] == "sekretariat":
            assert kinds == {"bagian"}
        else:
            assert units[0] == ("sekretariat", "Sekretariat")
        assert ("seksi" in kinds) == (row["jenis"] == "kecamatan")
        assert ("irban" in kinds) == (row["jenis"] == "inspektorat")
        assert ("instalasi" in kinds) == (row["jenis"] == "rumah_sakit")


@pytest.mark.parametrize("name", ROSTERS)
def test_only_rsud_stands_for_two_agencies(name: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in _rows(name):
        for alias in [row["nama"], *_parts(row["alias"])]:
            owners[" ".join(alias.casefold().split())].add(row["kode"])
    assert {alias for alias, codes in owners.items() if len(codes) > 1} == {"rsud"}
    assert not {"keuangan", "umum", "sekretariat", "sekda", "sekwan", "pertanian"} & set(owners)
