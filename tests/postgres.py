"""A PostgreSQL server of the tests' own: made in a temporary folder, gone afterwards, safe to lose."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

from store import open_store
from tests.programs import require_program

_FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60 -c shared_buffers=32MB"
_TEMPLATE = "dasbor_template"


@dataclass(frozen=True)
class Server:
    """A running server that makes fresh databases, each with the newest schema or empty."""

    port: int
    _numbers: Iterator[int] = field(default_factory=count)

    def url(self, database: str) -> str:
        """The address of a database on this server."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    @contextlib.contextmanager
    def database(self, *, empty: bool = False) -> Iterator[str]:
        """The address of a new database, dropped afterwards whoever is still connected to it."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {'template0' if empty else _TEMPLATE}".encode())
            try:
                yield self.url(name)
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """Start a server, with a template database of the newest schema; stop it and remove its files at the end."""
    programs = require_program("initdb", "/usr/lib/postgresql/*/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb")
    pg_ctl = programs.resolve().with_name("pg_ctl")
    folder = Path(tempfile.mkdtemp(prefix="dasbor-pg-"))
    if _is_root():
        shutil.chown(folder, "postgres")
    data = folder / "data"
    try:
        _call(programs, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        port = _start(pg_ctl, data)
        try:
            server = Server(port)
            with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {_TEMPLATE} TEMPLATE template0".encode())
            open_store(server.url(_TEMPLATE)).close()
            yield server
        finally:
            _call(pg_ctl, "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(pg_ctl: Path, data: Path) -> int:
    for attempt in range(3):  # another process may take the free port before the server does
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' {_FAST}"
        try:
            _call(pg_ctl, "-D", data, "-l", data.parent / "log", "-o", options, "-w", "start")
            return port
        except subprocess.CalledProcessError:
            if attempt == 2:
                raise
    raise AssertionError("unreachable")


def _call(*command: str | Path) -> None:
    """Run one of PostgreSQL's programs, which refuse to run as root, as the user `postgres` then."""
    as_user = ("runuser", "-u", "postgres", "--") if _is_root() else ()
    subprocess.run([*as_user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/" if as_user else None)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
