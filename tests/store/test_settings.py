"""The environment is read once, into values that can be used, or refused with a sentence."""

from pathlib import Path

import platformdirs
import pytest

from settings import Settings, SettingsError, from_environment


def test_an_empty_environment_means_the_users_own_folder_and_jakarta() -> None:
    folder = Path(platformdirs.user_data_dir("dasbor-medsos-opd", appauthor=False)).as_posix().lstrip("/")
    expected = Settings(f"duckdb:///{folder}/dasbor.duckdb", "Asia/Jakarta", "lokal")
    assert from_environment({}) == expected
    assert from_environment({"DASBOR_DATABASE": " ", "DASBOR_ZONE": ""}) == expected


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("/srv/data kita/x.duckdb", "duckdb:///srv/data kita/x.duckdb"),
        ("x.duckdb", "duckdb:///" + (Path.cwd() / "x.duckdb").as_posix().lstrip("/")),
        ("~/x.duckdb", "duckdb:///" + (Path.home() / "x.duckdb").as_posix().lstrip("/")),
        ("duckdb:///srv/x.duckdb", "duckdb:///srv/x.duckdb"),
        ("postgresql://ani:x@db.lan/dasbor", "postgresql://ani:x@db.lan/dasbor"),
    ],
)
def test_a_path_or_an_address_names_the_database(value: str, url: str) -> None:
    assert from_environment({"DASBOR_DATABASE": value}).database_url == url


def test_an_unknown_kind_of_database_is_refused_without_repeating_its_password() -> None:
    with pytest.raises(SettingsError, match=r"tidak dikenal \(mysql\)") as refused:
        from_environment({"DASBOR_DATABASE": "mysql://ani:rahasia@db/dasbor"})
    assert "rahasia" not in str(refused.value)


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="menunjuk ke folder"):
        from_environment({"DASBOR_DATABASE": str(tmp_path)})


@pytest.mark.parametrize("zone", ["Asia/Makassar", "UTC"])
def test_a_zone_has_a_known_name(zone: str) -> None:
    assert from_environment({"DASBOR_ZONE": zone}).zone == zone


@pytest.mark.parametrize("zone", ["WIB", "Asia/Martapura", "../etc/passwd", "Asia", "Asia/\x00"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(SettingsError, match="zona waktu yang tidak dikenal"):
        from_environment({"DASBOR_ZONE": zone})
