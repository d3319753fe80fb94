"""kill -9 while reports are taken in: what was acknowledged is there whole, what was not is whole or absent."""

import datetime as dt
import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from store import Store, open_store
from tests.intake.kill_loop import content_of
from tests.intake.made import rows_of
from tests.intake.test_rebuild import assert_equal_to_full_rebuild

KILLS = {"duckdb": 20, "postgresql": 5}
ROOT = Path(__file__).parents[2]


@dataclass
class Figures:
    """What was seen over all kills: acknowledged files, and what became of the file that each kill interrupted."""

    acknowledged: int = 0
    interrupted: Counter[str] = field(default_factory=Counter)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_kill_loses_nothing_and_doubles_nothing(
    engine: str, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, told, figures = random.Random(11), tmp_path / "told", Figures()
    told.touch()
    open_store(store_url).close()
    for kill in range(KILLS[engine]):
        begun = len(lines(told))
        loop = subprocess.Popen([sys.executable, "-m", "tests.intake.kill_loop", store_url, str(told)], cwd=ROOT)
        in_commit = kill % 4 != 0
        await_lines(loop, told, begun + chance.randint(5, 10), "commit" if in_commit else "")
        time.sleep(chance.random() * (0.6 if in_commit else 0.3))
        loop.send_signal(signal.SIGKILL)
        loop.wait()
        store = open_store(store_url)
        try:
            with store._engine.transaction():
                pass  # a server may still be busy with the last COMMIT that it was sent
            check(store, lines(told), figures, kill)
        finally:
            store.close()
    seen = f"{KILLS[engine]} kills, {figures.acknowledged} files, interrupted {dict(figures.interrupted)}"
    with capsys.disabled():
        sys.stdout.write(f"\n{engine}: {seen}\n")
    assert figures.acknowledged >= KILLS[engine]


def lines(told: Path) -> list[list[str]]:
    """Whole lines only: "<step> <number> …"."""
    text = told.read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines(keepends=True) if line.endswith("\n")]


def await_lines(loop: subprocess.Popen[bytes], told: Path, wanted: int, last: str) -> None:
    """Until so many lines are told and the last is of this kind ("" for any)."""
    deadline = time.monotonic() + 120
    while len(found := lines(told)) < wanted or not found[-1][0].startswith(last):
        assert loop.poll() is None, "the process ended by itself"
        assert time.monotonic() < deadline, "nothing was told"
        time.sleep(0.002)


def check(store: Store, told: list[list[str]], figures: Figures, kill: int) -> None:
    """Hold the store against what the killed process told."""
    stored = {int(line[1]): line[2] for line in told if line[0] == "stored"}
    known = {int(line[1]) for line in told if line[0] == "known"}
    begun = {int(line[1]) for line in told if line[0] == "begin"}
    uploads = {row["upload_id"]: row for row in rows_of(store, "uploads")}
    by_number = {int(row["file_name"].removesuffix(".csv").rpartition("-")[2]): row for row in uploads.values()}
    assert len(by_number) == len(uploads), f"kill {kill}: a file was stored twice"
    assert set(stored) | known <= set(by_number), f"kill {kill}: an acknowledged upload is gone"
    assert set(by_number) <= begun, f"kill {kill}: an upload that nobody handed in"
    last = max(begun)
    assert set(range(last)) <= set(by_number), f"kill {kill}: an interrupted upload could not be handed in again"
    for number, upload_id in stored.items():
        assert by_number[number]["upload_id"] == upload_id
    files = {row["sha256"]: row["content"] for row in files_of(store)}
    assert len(files_of(store)) == len(files) == len(by_number)
    records = Counter(row["upload_id"] for row in rows_of(store, "records"))
    covered = Counter(row["upload_id"] for row in rows_of(store, "coverage"))
    rejected = Counter(row["upload_id"] for row in rows_of(store, "rejections"))
    for number, row in by_number.items():
        content = content_of(number)
        assert row["sha256"] == hashlib.sha256(content).hexdigest()
        assert files[row["sha256"]] == content
        assert (row["accepted"], row["repeated"]) == ((3, 0) if number == 0 else (2, 1))
    whole = {row["upload_id"]: 3 for row in by_number.values()}
    ones = dict.fromkeys(whole, 1)
    assert (dict(records), dict(covered), dict(rejected)) == (whole, ones, ones), f"kill {kill}: half an upload"
    assert len([row for row in rows_of(store, "audit") if row["action"] == "upload"]) == len(by_number)
    assert len(rows_of(store, "posts")) == (2 * len(by_number) + 1 if by_number else 0)
    assert_equal_to_full_rebuild(store)
    figures.acknowledged = len(stored) + len(known)
    finished = last in stored or last in known
    figures.interrupted["between two files" if finished else "whole" if last in by_number else "absent"] += 1


def files_of(store: Store) -> list[dict]:
    with store.write(quiet=True) as writer:
        return writer.fetch("files", {}).to_pylist()


def test_files_of_the_loop_share_one_post_with_the_next() -> None:
    day = dt.date(2024, 10, 1)
    assert content_of(0).decode().splitlines() == [
        "Tanggal,Judul,Platform,Nama OPD",
        f"{day},Kabar 0,IG,Dinas A",
        f"{day},Kabar 1,IG,Dinas A",
        f"{day},Kabar 2,IG,Dinas A",
        "kapan-kapan 0,Kabar,IG,Dinas A",
    ]
    assert content_of(1).decode().splitlines()[1] == f"{day},Kabar 2,IG,Dinas A"
