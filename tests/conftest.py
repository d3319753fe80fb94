"""Fixtures that several rooms share: a store on each engine, the PostgreSQL server behind one of them, a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from store import Store, open_store
from tests import postgres
from tests.programs import require_program

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = (
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# Tests never assert on time: a busy machine must not fail a property.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

ENGINES = ("duckdb", "postgresql")


TWICE = ("tests/answers/", "tests/cases/", "tests/intake/", "tests/metrics/")
"""Folders that are held against PostgreSQL among the long tests: each test costs seconds there, and what an engine does
in its own way is tried daily in tests/store."""


SLOW = ("tests/browser/", "tests/test_sample_numbers.py", "tests/cases/", "tests/intake/", "tests/answers/")
"""Where the files stand that take longest: they begin, and the many quick ones fill what is left of both processes."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the second engine's round as long, and begin with the slowest files."""
    items.sort(key=lambda item: not item.nodeid.startswith(SLOW))
    for item in items:
        if item.nodeid.startswith(TWICE) and "[postgresql" in item.nodeid:
            item.add_marker(pytest.mark.long)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case of raw bytes by its place: a zip bears the second of its making, and the two test processes must
    collect the same names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server for the whole run of tests; skips the test that asks if PostgreSQL is not installed."""
    with postgres.running() as server:
        yield server


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of an engine; a test that takes this runs on each."""
    return request.param


@pytest.fixture
def store_url(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database that is not there yet (DuckDB) or empty (PostgreSQL), on each engine."""
    if engine == "duckdb":
        yield f"duckdb://{tmp_path}/dasbor.duckdb"
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.database(empty=True) as url:
        yield url


@pytest.fixture(scope="session")
def empty_duckdb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the newest schema without a row, to be copied: migrating each test's own took half of its opening."""
    path = tmp_path_factory.mktemp("empty") / "dasbor.duckdb"
    open_store(f"duckdb://{path}").close()
    return path


def _copy_of(empty: Path, folder: Path) -> Store:
    shutil.copy(empty, folder / "dasbor.duckdb")
    return open_store(f"duckdb://{folder}/dasbor.duckdb")


@pytest.fixture
def store(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of the newest schema, on DuckDB and on PostgreSQL: a test that takes this runs twice."""
    if engine == "duckdb":
        opened = _copy_of(request.getfixturevalue("empty_duckdb"), tmp_path)
        yield opened
        opened.close()
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.database() as url:
        opened = open_store(url)
        yield opened
        opened.close()


@pytest.fixture
def duckdb_store(empty_duckdb: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store on DuckDB, for tests where one engine is enough."""
    opened = _copy_of(empty_duckdb, tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window: one for the whole process, for Playwright starts but once in a thread."""
    program = require_program("chromium", *CHROMIUM)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS), headless=True)
        yield started
        started.close()
