"""How long a large upload takes, stage by stage, as a ratio to reading the same file with pandas; memory; growth.

`python benchmarks/ingest.py [--rows 50000]`: an xlsx in the form of Meta's Facebook export, then csv files of a tenth,
once and four times as many rows. Every measurement has a process of its own, which plays the server. Seconds stand
twice: by the clock on the wall, and of the processor (server and child), which other work on the machine hardly moves.
"""

import argparse
import csv
import datetime as dt
import itertools
import multiprocessing
import random
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import openpyxl
import pandas as pd
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from intake import Decisions, Draft, Options, commit, prepare, reading_lists, save_roster
from intake.roster import SHIPPED, parse_roster
from loaders import guard, read_opened
from loaders.containers import read_sheets
from rules import read_posts
from store import Scope, Store, open_store

HEADER = next(
    csv.reader(
        [
            "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,"
            "Is crosspost,Is share,Post type,Languages,Custom labels,Funded content status,Data comment,Date,Views,"
            'Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks,Link Clicks,Other Clicks,'
            "3-second video views,1-minute video views,Seconds viewed,Average Seconds viewed"
        ]
    )
)
"""The export of November 2024: 30 columns (formats.md has forms of 23 to 41)."""
SUBJECTS = (
    "Jadwal posyandu",
    "Penyaluran bantuan",
    "Perbaikan jalan",
    "Rapat koordinasi",
    "Selamat hari",
    "Donor darah",
)
TODAY = dt.date(2024, 12, 31)
YEAR = (dt.date(2024, 1, 1), TODAY)
OPTIONS = Options("Asia/Jakarta", TODAY, "")
T = TypeVar("T")


@dataclass
class Spent:
    """Seconds by stage, on the wall and of the processor, and memory of the process in MB before, most, after."""

    wall: dict[str, float] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    memory: tuple[float, float, float] = (0, 0, 0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens within under this name."""
        wall, processor = time.perf_counter(), _processor()
        yield
        self.wall[name] = time.perf_counter() - wall
        self.processor[name] = _processor() - processor

    def both(self, *names: str) -> tuple[float, float]:
        """Seconds of these stages together, on the wall and of the processor."""
        return sum(self.wall[name] for name in names), sum(self.processor[name] for name in names)


def _processor() -> float:
    """Seconds of the processor that this process and its children have taken, ended ones included."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    times = [process.cpu_times() for process in family]
    own = sum(spent.user + spent.system for spent in times)
    return own + sum(spent.children_user + spent.children_system for spent in times if hasattr(spent, "children_user"))


def rows(count: int) -> Iterator[list[object]]:
    """Posts of one page over a year, each caption about 200 characters long and its own."""
    chance = random.Random(1)
    for number in range(count):
        at = dt.datetime(2024, 1, 1) + dt.timedelta(minutes=number * 360 * 24 * 60 // count)
        caption = (
            f"{SUBJECTS[number % len(SUBJECTS)]} nomor {number} di kantor camat. " + "Mari hadir bersama keluarga. " * 5
        )
        page = "https://www.facebook.com/dinas.contoh"
        scrambled = f"{page}/posts/pfbid0{chance.getrandbits(300):x}"
        yield [
            str(122 * 10**12 + number), "100044310645639", "Dinas Contoh", caption[:60], caption, 0,
            f"{at:%m/%d/%Y %H:%M}", "N/A", scrambled if number % 3 else f"{page}/videos/{10**15 + number}/", 0, 0,
            "Photos", "", "", "", "", "Lifetime", 100 + number % 900, 90, 60, number % 50, 2, 1, 5, 1, 4, 0, 0, 0, 0,
        ]  # fmt: skip


def write_xlsx(path: Path, count: int) -> None:
    """A workbook of `count` posts."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Posts")
    for row in itertools.chain([HEADER], rows(count)):
        sheet.append(row)
    book.save(path)


def write_csv(path: Path, count: int) -> None:
    """A csv of `count` posts."""
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(itertools.chain([HEADER], rows(count)))


def read_with_pandas(path: Path) -> Spent:
    """What pandas takes to read the file and do nothing with it."""
    spent = Spent()
    with spent.stage("pandas"):
        pd.read_excel(path, engine="openpyxl")
    return spent


def read_here(path: Path) -> Spent:
    """What the child does, stage by stage."""
    spent, content = Spent(), path.read_bytes()
    with spent.stage("guard"):
        guard.check(content, path.name)
    with spent.stage("guard and open"):
        sheets = read_sheets(path, path.name)
    with spent.stage("make posts"):
        read_opened(sheets, OPTIONS)
    return spent


def take_in(path: Path) -> Spent:
    """What the server takes to read, match and store the file; its memory, watched from a thread."""
    spent = Spent()
    with tempfile.TemporaryDirectory() as folder:
        store = _store_of(Path(folder))
        lists = reading_lists(store)
        small = Path(folder) / "small.csv"
        write_csv(small, 10)
        first = prepare(store, Scope(), small.read_bytes(), OPTIONS)
        commit(store, first, _decisions(first), lists, dt.datetime(2024, 12, 31, 8))
        with _watched(spent):
            with spent.stage("read and match"):
                draft = prepare(store, Scope(), path.read_bytes(), OPTIONS)
            with spent.stage("commit with captions"):
                receipt = commit(store, draft, _decisions(draft), lists, dt.datetime(2024, 12, 31, 9))
        assert receipt.rejected == 0, receipt
        with spent.stage("captions"):
            read_posts(draft.posts, lists)
        store.close()
    return spent


def _store_of(folder: Path) -> Store:
    store = open_store(f"duckdb:///{folder / 'bench.duckdb'}")
    save_roster(store, parse_roster(SHIPPED.read_bytes(), SHIPPED.name), False, "bench", dt.datetime(2024, 12, 31))
    return store


def _decisions(draft: Draft) -> Decisions:
    agencies = {group.key: "dinas-kesehatan" for group in draft.groups}
    return Decisions(agencies, {("dinas-kesehatan", "facebook"): True}, YEAR, TODAY, "bench")


@contextmanager
def _watched(spent: Spent) -> Iterator[None]:
    """Note the memory of this process before, at most and after."""
    own, over = psutil.Process(), threading.Event()
    seen = [own.memory_info().rss]

    def look() -> None:
        while not over.wait(0.02):
            seen.append(own.memory_info().rss)

    watcher = threading.Thread(target=look)
    watcher.start()
    yield
    over.set()
    watcher.join()
    seen.append(own.memory_info().rss)
    spent.memory = (seen[0] / 1e6, max(seen) / 1e6, seen[-1] / 1e6)


def apart(measure: Callable[[Path], T], path: Path) -> T:
    """Measure in a fresh process: what another left in memory would hide what this one takes."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(measure, path).result()


def against_pandas(path: Path, count: int) -> None:
    """The xlsx of `count` rows, ours against pandas.read_excel(engine="openpyxl"), which only reads."""
    write_xlsx(path, count)
    ours, plain, inside = apart(take_in, path), apart(read_with_pandas, path), apart(read_here, path)
    print(f"{count} rows xlsx, seconds on the wall and of the processor")
    for name, spent in (("", inside), ("", ours), ("", plain)):
        for stage in spent.wall:
            print(f"  {name}{stage:24}{spent.wall[stage]:8.2f}{spent.processor[stage]:8.2f}")
    mine, other = ours.both("read and match", "commit with captions"), plain.both("pandas")
    print(f"  {'ours in all':24}{mine[0]:8.2f}{mine[1]:8.2f}")
    print(f"  {'ratio to pandas':24}{mine[0] / other[0]:8.2f}{mine[1] / other[1]:8.2f}")
    _print_memory(ours)


def _print_memory(spent: Spent) -> None:
    before, most, after = spent.memory
    print(
        f"  memory of the server: {before:.0f} MB, at most {most - before:+.0f} MB, in the end {after - before:+.0f} MB"
    )


def growth(path: Path, counts: tuple[int, ...]) -> None:
    """Cost per row of csv files of different sizes, as a ratio to the first."""
    first = (0.0, 0.0)
    for count in counts:
        write_csv(path, count)
        spent = apart(take_in, path)
        wall, processor = spent.both("read and match", "commit with captions")
        each = (wall / count, processor / count)
        first = first if first[0] else each
        stages = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in spent.processor.items())
        print(f"{count} rows csv: {wall:.1f} s on the wall, {processor:.1f} s of the processor ({stages})")
        print(f"  per row {each[0] / first[0]:.2f} and {each[1] / first[1]:.2f} of that of {counts[0]} rows")
        _print_memory(spent)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        against_pandas(Path(name) / "large.xlsx", asked.rows)
        growth(Path(name) / "large.csv", (asked.rows // 10, asked.rows, asked.rows * 4))
