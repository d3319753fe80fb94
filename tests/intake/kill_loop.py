"""Takes in small files one after the other until it is killed, and tells each step in a file: begin, commit, stored.

python -m tests.intake.kill_loop <address of the database> <file of what was told>
"""

import datetime as dt
import os
import sys
from pathlib import Path

from intake import Decisions, Options, RefusedError, commit, prepare, reading_lists
from store import Scope, open_store

OCTOBER = (dt.date(2024, 10, 1), dt.date(2024, 10, 31))
NOW = dt.datetime(2024, 11, 5, 9)


def content_of(number: int) -> bytes:
    """File `number`: three posts, the first of them the last of the file before, and a row that is rejected."""
    rows = [f"2024-10-01,Kabar {2 * number + more},IG,Dinas A" for more in range(3)]
    lines = ["Tanggal,Judul,Platform,Nama OPD", *rows, f"kapan-kapan {number},Kabar,IG,Dinas A"]
    return "".join(f"{line}\n" for line in lines).encode()


def main(url: str, told_file: Path) -> None:
    """Hand in the next file for ever; a line is told only once it is on disk."""
    before = [line.split() for line in told_file.read_text(encoding="utf-8").splitlines()]
    begun = [int(line[1]) for line in before if line[0] == "begin"]
    done = {int(line[1]) for line in before if line[0] in ("stored", "known")}
    told = os.open(told_file, os.O_WRONLY | os.O_APPEND)
    store = open_store(url)
    lists = reading_lists(store)
    number = max(begun, default=-1) + 1
    if begun and number - 1 not in done:
        number -= 1  # what was interrupted is handed in again
    while True:
        tell(told, f"begin {number}")
        name = f"Log Okt 2024-{number}.csv"
        draft = prepare(store, Scope(), content_of(number), Options("Asia/Jakarta", NOW.date(), name))
        agencies = {group.key: "dinas-a" for group in draft.groups}
        complete = {("dinas-a", "instagram"): True}
        answers = Decisions(agencies, complete, OCTOBER, NOW.date(), "Ani")
        tell(told, f"commit {number}")
        try:
            stored = commit(store, draft, answers, lists, NOW + dt.timedelta(minutes=number))
            tell(told, f"stored {number} {stored.upload_id}")
        except RefusedError as refusal:
            if "sudah pernah diunggah" not in str(refusal):
                raise
            tell(told, f"known {number}")
        number += 1


def tell(told: int, line: str) -> None:
    """Write a line and see it on the disk."""
    os.write(told, f"{line}\n".encode())
    os.fsync(told)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
