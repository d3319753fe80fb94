"""What opening does: a private file where none was, a sentence where it cannot be; nothing reaches out of it."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import psycopg
import pytest

from store import Scope, Store, StoreError, open_store
from store.engine_duckdb import path_of
from tests import postgres
from tests.store.rows import row

OPEN_IT = """
import sys
from store import StoreError, open_store
try:
    open_store(sys.argv[1])
except StoreError as error:
    print(error)
    raise SystemExit(7)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_the_file_is_for_its_owner_alone_and_its_folders_are_made(tmp_path: Path) -> None:
    file = tmp_path / "dalam" / "sekali" / "dasbor.duckdb"
    store = open_store(f"duckdb:///{file}")
    with store.write() as writer:
        writer.append("accounts", [row("accounts")])
    modes = {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in file.parent.iterdir()}
    assert modes == {"dasbor.duckdb": "0o600", "dasbor.duckdb.wal": "0o600"}
    assert stat.S_IMODE(file.parent.stat().st_mode) & 0o077 == 0
    store.close()


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("duckdb:///srv/x.duckdb", "/srv/x.duckdb"),
        ("duckdb:////srv/x.duckdb", "/srv/x.duckdb"),
        ("duckdb:///C:/Data Kita/x.duckdb", "C:/Data Kita/x.duckdb"),
        ("duckdb:///srv/a b%20?/x.duckdb", "/srv/a b%20?/x.duckdb"),
    ],
)
def test_an_address_names_a_file(url: str, path: str) -> None:
    assert path_of(url) == Path(path)


def test_a_second_process_is_refused_with_a_sentence(tmp_path: Path) -> None:
    url = f"duckdb://{tmp_path}/dasbor.duckdb"
    store = open_store(url)
    second = [sys.executable, "-c", OPEN_IT, url]
    root = Path(__file__).parents[2]
    refused = subprocess.run(second, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert (refused.returncode, refused.stdout[:42]) == (7, "Basis data sedang dipakai oleh proses lain")
    store.close()
    assert subprocess.run(second, cwd=root, timeout=60, check=False).returncode == 0


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "surat.txt"
    file.write_text("halo " * 1000)
    with pytest.raises(StoreError, match=r"surat\.txt bukan basis data DuckDB"):
        open_store(f"duckdb://{file}")
    assert file.read_text() == "halo " * 1000


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(StoreError, match="tidak dapat dibuka"):
        open_store(f"duckdb://{tmp_path}/berkas/dasbor.duckdb")


def test_an_unreachable_server_is_a_sentence_without_the_password() -> None:
    with pytest.raises(StoreError, match="PostgreSQL tidak dapat dihubungi") as refused:
        open_store("postgresql://ani:rahasia@127.0.0.1:1/dasbor")
    assert "rahasia" not in str(refused.value)


def test_no_query_reaches_a_file_or_an_extension(duckdb_store: Store, tmp_path: Path) -> None:
    (tmp_path / "rahasia.csv").write_text("a\n1\n")
    for statement in (f"SELECT * FROM '{tmp_path}/rahasia.csv'", "INSTALL httpfs", "SET enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            duckdb_store._engine.rows(statement)


def test_two_stores_of_one_process_on_one_file_write_in_turn(tmp_path: Path) -> None:
    url = f"duckdb://{tmp_path}/dasbor.duckdb"
    first, second = open_store(url), open_store(url)
    for store in (first, second):
        with store.write() as writer:
            writer.append("accounts", [row("accounts")])
    assert first.data_version() == second.data_version() == 2
    assert first._engine._locks is not second._engine._locks
    assert first._engine._locks[False] is second._engine._locks[False]
    first.close()
    second.close()


def test_a_file_made_without_us_and_named_with_quotes_is_opened_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "data 'kantor'.duckdb"
    with duckdb.connect(path) as made:
        made.execute("CREATE TABLE catatan AS SELECT 'lama' AS isi")
    store = open_store(f"duckdb://{path}")
    with store.write() as writer:
        writer.append("accounts", [row("accounts")])
    store.close()
    with duckdb.connect(path) as read:
        kept = read.execute("SELECT isi, (SELECT count(*) FROM accounts) FROM catatan").fetchall()
    assert kept == [("lama", 1)]


def test_a_large_transaction_is_written_to_the_file_part_by_part(duckdb_store: Store) -> None:
    with duckdb_store.write() as writer:
        for _ in range(5):
            writer.append("accounts", [row("accounts")] * 5_000)
    groups = duckdb_store._engine.rows(
        "SELECT row_group_id, max(count) FROM pragma_storage_info('accounts') "
        "WHERE column_name = 'handle' GROUP BY 1 ORDER BY 1"
    )
    assert groups == [(0, 10_240), (1, 10_240), (2, 4_520)]


@pytest.fixture
def postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    with postgres_server.database() as url:
        yield url


def others(url: str) -> int:
    """How many connections there are to the database besides this one's."""
    with psycopg.connect(url) as connection:
        counted = connection.execute("SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()")
        return counted.fetchone()[0]


def test_connections_cut_by_the_server_are_replaced(postgres_url: str) -> None:
    store = open_store(postgres_url)
    with psycopg.connect(postgres_url) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert store.run(store.read(Scope()).posts).num_rows == 0
    store.close()


def test_connections_are_used_again_and_closed_with_the_store(postgres_url: str) -> None:
    store = open_store(postgres_url)
    for _ in range(5):
        store.run(store.read(Scope()).posts.count())
        with store.write() as writer:
            writer.append("accounts", [row("accounts")])
    assert others(postgres_url) == 1
    store.close()
    assert others(postgres_url) == 0
