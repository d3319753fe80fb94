"""One transaction under one lock: all or nothing, nothing lost between threads, answers kept under a version."""

import threading
from concurrent.futures import ThreadPoolExecutor

import ibis
import pytest

from store import Scope, Store
from tests.store.rows import row


class Crash(BaseException):
    """What no `except Exception` would catch, as when a server is told to stop."""


def accounts(store: Store) -> list[tuple[str, str]]:
    rows = store.run(store.read(Scope()).accounts)
    return sorted(zip(rows["agency_id"].to_pylist(), rows["handle"].to_pylist(), strict=True))


@pytest.mark.parametrize("failure", [ValueError, Crash, KeyboardInterrupt])
def test_a_failure_leaves_everything_as_before(store: Store, failure: type[BaseException]) -> None:
    with store.write() as writer:
        writer.append("accounts", [row("accounts", handle="1"), row("accounts", agency_id="b", handle="2")])
    version = store.data_version()
    with pytest.raises(failure), store.write() as writer:
        writer.append("accounts", [row("accounts", agency_id="c")])
        writer.update("accounts", {"handle": "9"}, {"agency_id": "a"})
        writer.delete("accounts", {"agency_id": "b"})
        writer.append("files", [row("files")])
        raise failure
    assert accounts(store) == [("a", "1"), ("b", "2")]
    assert store.data_version() == version
    with store.write() as writer:
        assert writer.fetch("files", {}).num_rows == 0


def test_a_refused_value_undoes_what_came_before_it(store: Store) -> None:
    with pytest.raises(Exception, match=r"NOT NULL|not-null"), store.write() as writer:
        writer.append("accounts", [row("accounts")])
        writer.append("accounts", [{"agency_id": "b"}])
    assert accounts(store) == []


def test_readers_see_nothing_of_a_write_until_it_is_done(store: Store) -> None:
    with store.write() as writer:
        writer.append("accounts", [row("accounts", handle="1")])
        assert accounts(store) == []
        assert writer.fetch("accounts", {}).num_rows == 1
    assert accounts(store) == [("a", "1")]


def test_the_data_version_grows_by_one_for_each_write_and_not_for_a_quiet_one(store: Store) -> None:
    first = store.data_version()
    with store.write() as writer:
        writer.append("accounts", [row("accounts")])
        writer.append("accounts", [row("accounts")])
    assert store.data_version() == first + 1
    with store.write(quiet=True) as writer:
        writer.append("audit", [row("audit")])
    assert store.data_version() == first + 1
    assert store.run(store.read(Scope()).audit).num_rows == 1


def test_a_quiet_write_does_not_wait_for_a_long_one(store: Store) -> None:
    with store.write() as writer:
        writer.append("accounts", [row("accounts")])
        with ThreadPoolExecutor(1) as other:
            assert other.submit(quiet_line, store).result(timeout=20) == "written"
    assert store.run(store.read(Scope()).audit).num_rows == 1
    assert accounts(store) == [("a", "@a")]


def quiet_line(store: Store) -> str:
    with store.write(quiet=True) as writer:
        writer.append("audit", [row("audit")])
    return "written"


def test_a_write_within_a_write_is_refused_instead_of_waiting_for_itself(store: Store) -> None:
    with pytest.raises(RuntimeError, match="within write"), store.write() as writer:
        writer.append("accounts", [row("accounts")])
        with store.write():
            pass
    assert accounts(store) == []
    with store.write() as writer:
        writer.append("accounts", [row("accounts")])
    assert accounts(store) == [("a", "@a")]


def test_four_writers_on_the_same_row_lose_nothing(store: Store) -> None:
    with store.write() as writer:
        writer.append("settings", [row("settings", version=0)])
    before = store.data_version()

    def count_up(_: int) -> None:
        for _ in range(10):
            with store.write() as writer:
                version = writer.fetch("settings", {"name": "n"})["version"][0].as_py()
                writer.update("settings", {"version": version + 1}, {"name": "n"})

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(count_up, range(4)))
    assert store.run(store.read(Scope()).settings)["version"].to_pylist() == [40]
    assert store.data_version() == before + 40


def test_eight_readers_while_one_writes_see_whole_writes_only(store: Store) -> None:
    done = threading.Event()
    pair = [row("accounts", agency_id="a"), row("accounts", agency_id="b")]

    def read(_: int) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        while not done.is_set() or not found:
            rows = store.read(Scope()).accounts
            names = ibis.memtable({"agency_id": ["a", "b"]})
            counts = rows.join(names, "agency_id").group_by("agency_id").agg(number=ibis._.count())
            numbers = sorted(store.run(counts)["number"].to_pylist())
            found.append((numbers[0], numbers[-1]) if numbers else (0, 0))
        return found

    with ThreadPoolExecutor(8) as readers:
        running = [readers.submit(read, number) for number in range(8)]
        try:
            for _ in range(15):
                with store.write() as writer:
                    writer.append("accounts", pair)
        finally:
            done.set()
        seen = [pair for reader in running for pair in reader.result(timeout=60)]
    assert {first - last for first, last in seen} == {0}
    assert accounts(store) == [("a", "@a")] * 15 + [("b", "@a")] * 15
