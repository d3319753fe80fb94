"""kill -9 in the middle of writes leaves the store as before or as after, and nothing reported as kept is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import open_store

KILLS = 12
ROWS = 2000
WRITER = f"""
import os, sys
from store import open_store
store = open_store(sys.argv[1])
kept = os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.write(kept, b"")
for batch in range(store.data_version(), 1_000_000):
    with store.write() as writer:
        writer.delete("accounts", {{"platform": ["latest"]}})
        writer.append("accounts", [
            {{"agency_id": f"b{{batch}}", "platform": platform, "handle": str(number), "sample": False}}
            for number in range({ROWS} // 2) for platform in ("each", "latest")
        ])
    os.write(kept, f"{{batch}}\\n".encode())
    os.fsync(kept)
"""


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_writer_leaves_whole_batches_and_every_batch_it_reported(store_url: str, tmp_path: Path) -> None:
    chance = random.Random(7)
    reported_file = tmp_path / "reported"
    for kill in range(KILLS):
        already = reported_file.stat().st_size if reported_file.exists() else 0
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, store_url, str(reported_file)], cwd=Path(__file__).parents[2]
        )
        deadline = time.monotonic() + 60
        while not (reported_file.exists() and reported_file.stat().st_size > already):
            assert writer.poll() is None, "the writer ended by itself"
            assert time.monotonic() < deadline, "the writer reported nothing"
            time.sleep(0.01)
        time.sleep(chance.random() * 0.3)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        check_whole(store_url, {int(line) for line in reported_file.read_text().split()}, kill)


def check_whole(store_url: str, reported: set[int], kill: int) -> None:
    store = open_store(store_url)
    try:
        with store._engine.transaction():
            pass  # a server may still be busy with the last COMMIT that it was sent; its lock waits for that
        with store.write(quiet=True) as writer:
            accounts = writer.fetch("accounts", {}).select(["agency_id", "platform"])
        counted = accounts.group_by(["agency_id", "platform"]).aggregate([([], "count_all")]).to_pylist()
        each = {int(group["agency_id"][1:]): group["count_all"] for group in counted if group["platform"] == "each"}
        latest = {int(group["agency_id"][1:]): group["count_all"] for group in counted if group["platform"] == "latest"}
        assert set(each.values()) == {ROWS // 2}, f"kill {kill}: half a batch"
        assert reported <= set(each), f"kill {kill}: a batch that was reported is gone"
        assert latest == {max(each): ROWS // 2}, f"kill {kill}: a delete without its append, or the other way round"
        assert store.data_version() == max(each) + 1, f"kill {kill}: the data version does not agree"
    finally:
        store.close()
