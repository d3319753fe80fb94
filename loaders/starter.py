"""Starts the child that opens a file: from a waiting process that has everything imported, forked anew for each file.

Where processes cannot fork (Windows) each file gets a process of its own. One file is read at a time.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
WALL_SECONDS = 120


class Starter:
    """Runs `python -m loaders.child` on folders, one at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: subprocess.Popen[str] | None = None

    def run(self, folder: str) -> bool:
        """Whether a child read the file in this folder to the end; False if it died or took too long."""
        with self._lock:
            return self._forked(folder) if hasattr(os, "fork") else _alone(folder)

    def _forked(self, folder: str) -> bool:
        if self._waiting is None or self._waiting.poll() is not None:
            self._waiting = subprocess.Popen(
                [sys.executable, "-m", "loaders.child", "--wait"],
                cwd=HOME,
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        line = ""
        with contextlib.suppress(BrokenPipeError):
            if self._waiting.stdin and self._waiting.stdout:
                self._waiting.stdin.write(folder + "\n")
                self._waiting.stdin.flush()
                line = self._waiting.stdout.readline()
        if not line:
            self._waiting.kill()
            self._waiting = None
        return line.strip() == "0"


def _alone(folder: str) -> bool:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "loaders.child", folder],
            cwd=HOME,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _environment() -> dict[str, str]:
    """The child's environment: what Python needs to start, and one thread for arithmetic."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG") if name in os.environ}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "ARROW_NUM_THREADS": "1", "PYTHONUTF8": "1"}


def wait_until(pid: int, seconds: float) -> int:
    """Wait for a forked child, end it after `seconds`; its exit code, negative for a signal."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
