"""The child's own limits, and the watch that ends a process where the system has none."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loaders import limits
from loaders.starter import HOME, alone
from tests.safety.crafted import good

HOG = "import time; held = bytearray(b'x' * (200 << 20)); time.sleep(30)"
SLEEPER = "import time; time.sleep(30)"
UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process's own")


def watched(code: str, **bounds: float) -> tuple[int, float]:
    """The exit code of some Python under the watch alone, and the seconds until then."""
    process = subprocess.Popen([sys.executable, "-c", code])
    began = time.monotonic()
    exit_code = limits.watch(process.pid, process.poll, process.kill, **bounds)
    assert process.poll() is not None
    return exit_code, time.monotonic() - began


def test_watch_gives_the_exit_code_of_what_ends_by_itself() -> None:
    assert watched("raise SystemExit(7)")[0] == 7
    assert watched("pass")[0] == 0


def test_watch_ends_what_takes_too_much_memory() -> None:
    code, seconds = watched(HOG, growth=100 << 20)
    assert code == -signal.SIGTERM
    assert seconds < 10


def test_watch_ends_what_takes_too_long() -> None:
    code, seconds = watched(SLEEPER, seconds=0.5)
    assert code == -signal.SIGTERM
    assert 0.5 <= seconds < 5


def test_watch_ends_what_nobody_waits_for() -> None:
    process = subprocess.Popen([sys.executable, "-c", SLEEPER])
    assert limits.watch(process.pid, process.poll, process.kill, lambda: True) == -signal.SIGTERM


def order(folder: Path, content: bytes) -> str:
    """A folder as the child expects it."""
    (folder / "upload").write_bytes(content)
    text = '{"zone": "Asia/Jakarta", "today": "2025-01-15", "file_name": "baik.xlsx", "period": null, "clock": ""}'
    (folder / "order.json").write_text(text)
    return str(folder)


def test_a_process_of_its_own_reads_where_nothing_can_fork(tmp_path: Path) -> None:
    assert alone(order(tmp_path, good()))
    assert '"refused": null' in (tmp_path / "answer.json").read_text()


def test_a_process_of_its_own_is_ended_too(tmp_path: Path) -> None:
    assert not alone(order(tmp_path, good()), seconds=0.2)
    assert not alone(order(tmp_path, good()), growth=1 << 20)
    assert not (tmp_path / "answer.json").exists()


def bounded(code: str, **limit: int) -> int:
    """The exit code of some Python that took the child's limits; `limit` overrides one of them."""
    changed = "".join(f"limits.{name} = {value}\n" for name, value in limit.items())
    program = f"import signal\nfrom loaders import limits\n{changed}limits.bound_this_process()\n{code}"
    return subprocess.run([sys.executable, "-c", program], cwd=HOME, capture_output=True, check=False).returncode


@UNIX
def test_system_ends_what_computes_too_long() -> None:
    assert bounded("while True: pass", OPENING_SECONDS=1) == -signal.SIGXCPU
    assert (
        bounded("limits.allow_reading(0)\nimport time\nwhile time.process_time() < 1.5: pass", OPENING_SECONDS=1) == 0
    )


@UNIX
def test_system_refuses_large_files_and_core_dumps(tmp_path: Path) -> None:
    target = str(tmp_path / "large")
    assert bounded(f"open({target!r}, 'wb').write(bytes(2 << 20))", OUTPUT_BYTES=1 << 20) == 1
    assert (tmp_path / "large").stat().st_size <= 1 << 20
    assert bounded("import resource\nassert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
@pytest.mark.long
def test_system_refuses_memory_above_what_the_imports_take() -> None:
    assert bounded("bytearray(900 << 20)") == 0
    assert bounded("bytearray(1400 << 20)") == 1


@UNIX
def test_system_ends_a_child_whose_watcher_died() -> None:
    assert bounded("import time\ntime.sleep(30)", WALL_SECONDS=-4) == -signal.SIGALRM
