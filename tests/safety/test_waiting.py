"""The waiting process: outlives every child, is started anew when it dies, is gone when the server goes."""

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import psutil
import pytest

from loaders import Options, RefusedError, child, starter
from loaders.child import files_inside, read_apart
from loaders.starter import HOME
from tests.safety.crafted import FILES, good, text_csv

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing waits where nothing can fork")
TODAY = dt.date(2025, 1, 15)
LONG = text_csv() + b"".join(b"24/10/2024,Apel nomor %d,Facebook,\n" % n for n in range(3000))


def read(content: bytes, name: str = "baik.xlsx") -> int:
    return len(read_apart(content, Options("Asia/Jakarta", TODAY, name)).posts)


def waiting() -> psutil.Process:
    """The one waiting process of this test process."""
    (found,) = (one for one in psutil.Process().children() if "--wait" in one.cmdline())
    return found


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    """Whether something comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.long
def test_waiting_process_outlives_a_child_that_died() -> None:
    assert read(good()) == 1
    pid = waiting().pid
    (bomb,) = (file for file in FILES if file.name == "satu-teks-50000-sel.xlsx")
    with pytest.raises(RefusedError, match="tidak dapat dibaca dengan aman"):
        read(bomb.make())
    assert waiting().pid == pid
    assert read(good()) == 1


def test_waiting_process_that_was_killed_between_two_files() -> None:
    assert read(good()) == 1
    waiting().kill()
    assert read(good()) == 1


def test_waiting_process_that_is_killed_while_it_reads() -> None:
    assert read(good()) == 1
    first, counts = waiting(), []
    thread = threading.Thread(target=lambda: counts.append(read(LONG, "panjang.csv")))
    thread.start()
    assert until(lambda: bool(first.children()))
    first.kill()
    thread.join(60)
    assert counts == [3001]
    assert waiting().pid != first.pid


def test_a_child_that_is_killed_is_a_refusal() -> None:
    assert read(good()) == 1
    reader, said = waiting(), []

    def run() -> None:
        try:
            read(LONG, "panjang.csv")
        except RefusedError as refusal:
            said.append(str(refusal))

    thread = threading.Thread(target=run)
    thread.start()
    assert until(lambda: bool(reader.children()))
    reader.children()[0].send_signal(signal.SIGKILL)
    thread.join(60)
    assert [text[:56] for text in said] == ["Berkas “panjang.csv” tidak dapat dibaca dengan aman: ter"]


def test_second_file_waits_for_the_first_and_says_so() -> None:
    threads = [threading.Thread(target=read, args=(LONG, f"{n}.csv")) for n in range(2)]
    assert files_inside() == 0
    for thread in threads:
        thread.start()
    assert until(lambda: files_inside() == 2)
    for thread in threads:
        thread.join(60)
    assert files_inside() == 0


def test_a_file_whose_turn_does_not_come_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starter, "QUEUE_SECONDS", 0.05)
    thread = threading.Thread(target=child.read_apart, args=(LONG, Options("Asia/Jakarta", TODAY, "panjang.csv")))
    thread.start()
    assert until(lambda: files_inside() == 1)
    time.sleep(0.05)
    with pytest.raises(RefusedError, match="masih membaca berkas lain"):
        read(good())
    thread.join(60)


SERVER = """
import datetime as dt, sys, threading, time
from loaders import Options
from loaders.child import read_apart
from tests.safety.test_waiting import LONG, TODAY, good, read, waiting
read(good())
print(waiting().pid, flush=True)
if sys.argv[1] == "busy":
    read(LONG, "panjang.csv")
time.sleep(60)
"""


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_waiting_process_and_child_are_gone_when_the_server_is_killed(state: str) -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER, state], cwd=HOME, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    with server.stdout:
        reader = psutil.Process(int(server.stdout.readline()))
    family = [reader]
    if state == "busy":
        assert until(lambda: bool(reader.children()))
        family += reader.children()
    server.kill()
    server.wait()
    assert until(lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in family))
