"""What hostile files cost: `python benchmarks/crafted.py [WORD...]` reads the crafted files of tests/safety in turn.

Per file: its size, seconds from bytes to answer, the highest resident memory of the child (with the imports that it
shares with its waiting process), how much this process grew (it stands for the server), and what the sender sees.
WORDs choose files by name.
"""

import datetime as dt
import sys
import threading
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders import Options, RefusedError
from loaders.child import read_apart
from tests.safety.crafted import FILES, good


class Peak(threading.Thread):
    """The highest memory of the children of the waiting process, in bytes, looked at every 2 ms."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.bytes, self._over = 0, threading.Event()

    def run(self) -> None:
        (waiting,) = psutil.Process().children()
        while not self._over.wait(0.002):
            for child in waiting.children():
                try:
                    self.bytes = max(self.bytes, child.memory_info().rss)
                except psutil.Error:
                    continue

    def stop(self) -> int:
        """End the looking; the peak."""
        self._over.set()
        self.join()
        return self.bytes


def ask(content: bytes, name: str) -> str:
    """What the sender of a file sees."""
    try:
        loaded = read_apart(content, Options("Asia/Jakarta", dt.date(2025, 1, 15), name))
    except RefusedError as refusal:
        return str(refusal).removeprefix(f"Berkas “{name}” ")
    return f"{len(loaded.posts)} unggahan, {len(loaded.rejections)} baris bermasalah"


def main(words: list[str]) -> None:
    """Print one line a file."""
    this = psutil.Process()
    ask(good(), "baik.xlsx")
    print(f"{'file':31}{'kB':>8}{'s':>7}{'child MB':>10}{'server MB':>11}  seen")
    for file in FILES:
        if words and not any(word in file.name for word in words):
            continue
        content, before, peak = file.make(), this.memory_info().rss, Peak()
        peak.start()
        began = time.perf_counter()
        seen = ask(content, file.name)
        seconds = time.perf_counter() - began
        growth = this.memory_info().rss - before
        cost = f"{len(content) / 1e3:8.0f}{seconds:7.2f}{peak.stop() / 1e6:10.0f}{growth / 1e6:11.1f}"
        print(f"{file.name:31}{cost}  {seen}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
