"""The environment: where the database is, which clock is local, in which mode the dashboard runs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs

DATABASE = "DASBOR_DATABASE"
"""Environment variable: a path to a DuckDB file, a duckdb:/// address or a postgresql:// address."""

ZONE = "DASBOR_ZONE"
"""Environment variable: the name of the local time zone, such as Asia/Jakarta or Asia/Makassar."""

FOLDER = "dasbor-medsos-opd"
"""Name of the folder below the user's data folder that holds the database unless DASBOR_DATABASE says otherwise."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+]+)://")


class SettingsError(ValueError):
    """A value in the environment cannot be used; the text is an Indonesian sentence for the person who set it."""


@dataclass(frozen=True)
class Settings:
    """What the environment says: address of the database, name of the local time zone, mode of access."""

    database_url: str
    zone: str = "Asia/Jakarta"
    mode: str = "lokal"


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Read the settings from environment variables. Raises SettingsError for a value that cannot be used."""
    return Settings(
        database_url=_database_url(environ.get(DATABASE, "").strip()),
        zone=_zone(environ.get(ZONE, "").strip() or "Asia/Jakarta"),
    )


def _database_url(value: str) -> str:
    scheme = _SCHEME.match(value)
    if scheme is None:
        path = Path(value).expanduser() if value else Path(platformdirs.user_data_dir(FOLDER, appauthor=False))
        path = path if value else path / "dasbor.duckdb"
        if path.is_dir():
            raise SettingsError(
                f"{DATABASE} menunjuk ke folder ({path}), bukan ke berkas basis data. "
                f"Mohon tambahkan nama berkas, misalnya {path / 'dasbor.duckdb'}."
            )
        return "duckdb:///" + path.absolute().as_posix().lstrip("/")
    if scheme[1] in ("duckdb", "postgresql", "postgres"):
        return value
    raise SettingsError(
        f"{DATABASE} memakai jenis basis data yang tidak dikenal ({scheme[1]}). "
        "Mohon isi dengan jalur berkas DuckDB, duckdb:///… atau postgresql://…."
    )


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"{ZONE} berisi zona waktu yang tidak dikenal ({name}). "
            "Mohon isi dengan nama seperti Asia/Jakarta, Asia/Makassar atau Asia/Jayapura."
        ) from error
    return name
