"""The second wall around a hostile file: what the child that opens it may use, and the watch that ends it beyond that.

Linux holds a process to its memory itself. macOS and Windows do not: there the watch alone does, by looking every few
milliseconds. It runs everywhere, so one path is tested.
"""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable

import psutil

WALL_SECONDS = 180
"""For one file, however busy the machine is; the processor limits below end a hostile file long before."""
GROWTH_BYTES = 1280 << 20
"""Memory above what the imports take; 200,000 rows of csv need 600 MB."""
OUTPUT_BYTES = 128 << 20
"""Of one written file: the server reads it whole. 200,000 rows take 57 MB."""
OPENING_SECONDS = 30
"""Of processor time until the cells are read; a sheet of 50,000 × 12 takes 3."""
READING_SECONDS = 30
SECONDS_PER_ROW = 0.0006
"""Of processor time to make posts of rows, a slow office machine included."""


def bound_this_process() -> None:
    """Take the limits that the system can hold a process to. Nothing on Windows but a low priority."""
    if sys.platform == "win32":
        psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        return
    import resource  # noqa: PLC0415 (absent on Windows)

    os.nice(10)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(WALL_SECONDS + 5)  # should the process that watches this one die
    limits = [
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES, OUTPUT_BYTES),
        (resource.RLIMIT_CPU, OPENING_SECONDS, WALL_SECONDS),
    ]
    if sys.platform == "linux":
        # A forked child starts with all that its parent mapped: the limit goes on top of that.
        memory = psutil.Process().memory_info().vms + GROWTH_BYTES
        limits.append((resource.RLIMIT_AS, memory, memory))
    for limit, soft, hard in limits:
        resource.setrlimit(limit, (soft, hard))


def allow_reading(rows: int) -> None:
    """Extend the processor time once the file is open: making posts of rows takes time by their number."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (absent on Windows)

    seconds = time.process_time() + READING_SECONDS + rows * SECONDS_PER_ROW
    resource.setrlimit(resource.RLIMIT_CPU, (min(int(seconds), WALL_SECONDS), WALL_SECONDS))


def watch(
    pid: int,
    ended: Callable[[], int | None],
    end: Callable[[], None],
    unwanted: Callable[[], bool] = lambda: False,
    seconds: float = WALL_SECONDS,
    growth: int = GROWTH_BYTES,
) -> int:
    """Wait for a process; its exit code, never 0 if it had to be ended.

    `ended` gives the exit code or None, `end` ends the process. It is ended after `seconds`, beyond `growth` bytes over
    the memory that it began with, and as soon as `unwanted` says that nobody waits for it any more.
    """
    began, first = time.monotonic(), _memory(pid)
    while (code := ended()) is None:
        if time.monotonic() - began > seconds or _memory(pid) - first > growth or unwanted():
            end()
            while ended() is None:
                time.sleep(0.005)
            return -signal.SIGTERM
        time.sleep(0.005)
    return code


def _memory(pid: int) -> int:
    """Bytes of memory that a process holds; 0 for one that is over."""
    with contextlib.suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0
