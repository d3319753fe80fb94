"""Starts the child that opens a file: from a waiting process that has everything imported, forked anew for each file.

Where processes cannot fork (Windows) each file gets a process of its own. One file is read at a time; whoever comes
meanwhile waits in the thread of his own session, so the server goes on answering.
"""

import contextlib
import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from loaders import limits

HOME = Path(__file__).resolve().parent.parent
QUEUE_SECONDS = 600
_COMMAND = [sys.executable, "-m", "loaders.child"]


class QueueFullError(Exception):
    """The files before this one took so long that its turn did not come."""


class Starter:
    """Runs `python -m loaders.child` on folders, one at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._inside = 0
        self._waiting: subprocess.Popen[bytes] | None = None

    def run(self, folder: str) -> bool:
        """Whether a child read the file in this folder to the end; False if it died or took too much.

        Raises QueueFullError if the turn does not come within QUEUE_SECONDS.
        """
        with self._in_line():
            return self._forked(folder) if hasattr(os, "fork") else alone(folder)

    def inside(self) -> int:
        """How many files are being read or wait for their turn."""
        with self._counting:
            return self._inside

    @contextmanager
    def _in_line(self) -> Iterator[None]:
        with self._counting:
            self._inside += 1
        try:
            if not self._turn.acquire(timeout=QUEUE_SECONDS):
                raise QueueFullError
            try:
                yield
            finally:
                self._turn.release()
        finally:
            with self._counting:
                self._inside -= 1

    def _forked(self, folder: str) -> bool:
        """Ask the waiting process. If that died, between two files or in one, a new one gets the same file once."""
        for _ in range(2):
            if self._waiting is None or self._waiting.poll() is not None:
                self._waiting = _start_waiting()
            answer = _ask(self._waiting, folder)
            if answer:
                return answer == b"0\n"
            _end_with_children(self._waiting)
            self._waiting = None
            if answer is None:
                return False
        return False


def _start_waiting() -> subprocess.Popen[bytes]:
    """A process that waits for folders on its standard input; it ends when that closes, that is with the server."""
    return subprocess.Popen(
        [*_COMMAND, "--wait"],
        cwd=HOME,
        env=_environment(),
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _ask(waiting: subprocess.Popen[bytes], folder: str) -> bytes | None:
    """The answer of the waiting process; empty if it died, None if it hangs."""
    assert waiting.stdin and waiting.stdout  # noqa: S101 (both are pipes)
    try:
        waiting.stdin.write(f"{folder}\n".encode())
    except BrokenPipeError:
        return b""
    ready, _, _ = select.select([waiting.stdout], [], [], limits.WALL_SECONDS + 15)
    return os.read(waiting.stdout.fileno(), 100) if ready else None


def _end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a process and whatever it started; a child of a session of its own would outlive it."""
    with contextlib.suppress(psutil.Error):
        for child in psutil.Process(process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                child.kill()
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()


def alone(folder: str, seconds: float = limits.WALL_SECONDS, growth: int = limits.GROWTH_BYTES) -> bool:
    """Read a file in a process of its own, watched from here: the way of systems that cannot fork."""
    process = subprocess.Popen(
        [*_COMMAND, folder],
        cwd=HOME,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    code = limits.watch(process.pid, process.poll, lambda: _end_with_children(process), seconds=seconds, growth=growth)
    return code == 0


def _environment() -> dict[str, str]:
    """The child's environment: what Python needs to start, one thread for arithmetic, and the system's own memory.

    Arrow's allocator reserves 1 GB of addresses at once, which a limit on memory would count.
    """
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG") if name in os.environ}
    single = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_NUM_THREADS": "1"}
    return {**kept, **single, "ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "2", "PYTHONUTF8": "1"}
