"""How long a large upload takes, as a ratio to reading the same file with pandas alone, and how cost grows with rows.

`python benchmarks/ingest.py [--rows 50000]`. Prints seconds by stage, ratios taken in one run, and memory.
"""

import argparse
import csv
import datetime as dt
import gc
import tempfile
import time
from pathlib import Path

import openpyxl
import pandas as pd
import psutil

from intake import Decisions, Options, commit, prepare, reading_lists, save_roster
from intake.roster import SHIPPED, parse_roster
from rules import read_posts
from store import Scope, Store, open_store

HEADER = next(
    csv.reader(
        [
            "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,"
            "Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
        ]
    )
)
SUBJECTS = (
    "Jadwal posyandu",
    "Penyaluran bantuan",
    "Perbaikan jalan",
    "Rapat koordinasi",
    "Selamat hari",
    "Donor darah",
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TODAY = dt.date(2024, 12, 31)


def rows(count: int) -> list[list[object]]:
    """Posts of one account over a year, each caption about 200 characters long and its own."""
    made: list[list[object]] = []
    for number in range(count):
        at = dt.datetime(2024, 1, 1) + dt.timedelta(minutes=number * 360 * 24 * 60 // count)
        code, rest = "", (round((at + dt.timedelta(hours=8)).timestamp() * 1000) - 1314220021721) << 23 | number
        while rest:
            rest, letter = divmod(rest, 64)
            code = LETTERS[letter] + code
        caption = (
            f"{SUBJECTS[number % len(SUBJECTS)]} nomor {number} di kantor camat. " + "Mari hadir bersama keluarga. " * 5
        )
        made.append(
            [f"1805{number:013}", "1784", "dinkes.contoh", "Dinas Contoh", caption, 0, f"{at:%m/%d/%Y %H:%M}",
             f"https://www.instagram.com/p/{code}/", "IG image", "", "Lifetime", 10, 9, number % 50, 1, 0, 2, 0]
        )  # fmt: skip
    return made


def store_of(folder: Path) -> Store:
    store = open_store(f"duckdb:///{folder / 'bench.duckdb'}")
    save_roster(store, parse_roster(SHIPPED.read_bytes(), SHIPPED.name), False, "bench", dt.datetime(2024, 12, 31))
    return store


def take_in(store: Store, path: Path) -> tuple[float, float, float]:
    """Seconds to read and match, to read captions (again, apart), and to commit (captions included)."""
    lists = reading_lists()
    began = time.perf_counter()
    draft = prepare(store, Scope(), path.read_bytes(), Options("Asia/Jakarta", TODAY, path.name))
    prepared = time.perf_counter()
    read_posts(draft.posts, lists)
    told = time.perf_counter()
    period = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    agencies = {group.key: "dinas-kesehatan" for group in draft.groups}
    decisions = Decisions(agencies, {("dinas-kesehatan", "instagram"): True}, period, TODAY, "bench")
    receipt = commit(store, draft, decisions, lists, dt.datetime(2024, 12, 31, 9))
    assert receipt.rejected == 0, receipt
    return prepared - began, told - prepared, time.perf_counter() - told


def against_pandas(count: int) -> None:
    """The xlsx of `count` rows, ours against pandas.read_excel(engine="openpyxl"), which only reads."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Posts")
        sheet.append(HEADER)
        for row in rows(count):
            sheet.append(row)
        path = folder / "large.xlsx"
        book.save(path)
        store = store_of(folder)
        own = psutil.Process()
        gc.collect()
        before = own.memory_info().rss
        read, told, stored = take_in(store, path)
        grown = (own.memory_info().rss - before) / 1e6
        began = time.perf_counter()
        pd.read_excel(path, engine="openpyxl")
        plain = time.perf_counter() - began
        store.close()
    print(f"{count} rows xlsx: read and normalised {read:.1f} s, read captions {told:.1f} s, commit {stored:.1f} s")
    print(f"  ours {read + stored:.1f} s, pandas with openpyxl {plain:.1f} s, ratio {(read + stored) / plain:.2f}")
    print(f"  memory of this process grew by {grown:.0f} MB")


def growth(counts: tuple[int, ...]) -> None:
    """Cost per row of csv files of different sizes, as a ratio to the first."""
    first = 0.0
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "large.csv"
            with path.open("w", newline="", encoding="utf-8") as out:
                csv.writer(out).writerows([HEADER, *rows(count)])
            store = store_of(folder)
            read, _, stored = take_in(store, path)
            store.close()
        each = (read + stored) / count
        first = first or each
        print(f"{count} rows csv: {read:.1f} + {stored:.1f} s, per row {each / first:.2f} of that of {counts[0]} rows")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=50_000)
    asked = parser.parse_args()
    against_pandas(asked.rows)
    growth((5_000, asked.rows, asked.rows * 4))
