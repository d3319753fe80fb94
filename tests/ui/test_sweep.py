"""Old originals go without anybody opening a page, and an undone upload still counts as something to be seen."""

import asyncio
import datetime as dt
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import pytest

from intake import set_retention, undo
from store import Scope
from tests.intake.made import NOW, post, rows_of, take
from ui import state, sweep
from ui.known import count_uploads


@pytest.fixture
def office(tmp_path: Path) -> state.Office:
    state.start(f"duckdb://{tmp_path}/dasbor.duckdb", "Asia/Jakarta")
    yield state.office()
    state.stop()


def test_the_server_deletes_old_originals_by_itself(office: state.Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def wakes_once(seconds: float) -> None:
        naps.append(seconds)
        raise asyncio.CancelledError

    naps: list[float] = []
    take(office.store, post(4, caption="x"), name="a.csv")
    set_retention(office.store, 90, "Dewi", NOW)
    monkeypatch.setattr(state, "now", lambda: NOW + dt.timedelta(days=91))
    monkeypatch.setattr(sweep.asyncio, "sleep", wakes_once)
    assert len(rows_of(office.store, "files")) == 1
    # In a thread of its own: a browser test of the same run leaves its event loop in this one.
    with ThreadPoolExecutor(1) as pool, pytest.raises((asyncio.CancelledError, CancelledError)):
        pool.submit(asyncio.run, sweep.every_day()).result()
    assert (rows_of(office.store, "files"), naps) == ([], [86_400])
    assert [row["who"] for row in rows_of(office.store, "audit") if row["action"] == "retention"] == ["dasbor"]


def test_undone_uploads_keep_the_switch_between_own_and_sample_data(office: state.Office) -> None:
    upload = take(office.store, post(4, caption="x")).upload_id
    undo(office.store, Scope(), upload, "Budi", NOW)
    assert (count_uploads(office.store, Scope()), count_uploads(office.store, Scope(), undone=True)) == (0, 1)
    assert state._uploads(f"{office.url}|undone", office.store) == (0, 1)
