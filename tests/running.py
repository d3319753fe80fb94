"""A dashboard running in a process of its own, on a free port and a database of its own, as a person would start it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Dashboard:
    """`streamlit run dashboard.py` on a database; `url` has no closing slash; `log` holds what the server printed."""

    def __init__(self, database: str, log: Path, script: str = "dashboard.py", *options: str) -> None:
        self.database, self.log, self.script, self.options = database, log, script, options
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The server's process id."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> float:
        """Start and wait until the health route answers; the seconds that took. Fails with the log if it never does."""
        began = time.monotonic()
        command = [sys.executable, "-m", "streamlit", "run", self.script, f"--server.port={self.port}"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--server.headless=true", *self.options],
                cwd=ROOT,
                env={**os.environ, "DASBOR_DATABASE": self.database},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        while not self._healthy():
            ended = self._process.poll() is not None
            if ended or time.monotonic() - began > 60:
                self.stop()
                raise RuntimeError(self.log.read_text(encoding="utf-8", errors="replace"))
            time.sleep(0.05)
        return time.monotonic() - began

    def stop(self) -> None:
        """End the server and wait for it."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def restart(self) -> None:
        """Stop and start on the same port and database."""
        self.stop()
        self.start()

    def _healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except OSError:
            return False
