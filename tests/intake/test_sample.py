"""The sample months: taken in as every upload is, giving the numbers of their writer, and out without a trace."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from intake import commit, load_sample, remove_sample
from intake.sample import FOLDER
from store import Scope, Store, open_store
from tests.intake.made import NOW, answers, draft_of, everything, lists, post, posts_in, rows_of, take

EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
FILES = [entry["file"] for entry in json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]]
LATER = dt.datetime(2025, 1, 6, 9)
Posts = list[dict[str, Any]]


def load(store: Store) -> list[tuple[int, int, str]]:
    """Load the sample; what was told of its progress."""
    told: list[tuple[int, int, str]] = []
    load_sample(store, lists(), "Asia/Jakarta", LATER, lambda *step: told.append(step))
    return told


# The numbers of the sample are held by tests/test_sample_numbers.py in every run; here it comes and goes.
pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store on DuckDB that holds a real upload, the real upload of a file of the sample, and the sample."""
    store = open_store(f"duckdb://{tmp_path_factory.mktemp('sample')}/dasbor.duckdb")
    real_uploads(store)
    load(store)
    yield store
    store.close()


def real_uploads(store: Store) -> None:
    """Two real uploads, one of them with the very bytes of a file of the sample."""
    take(store, post(caption="Rapat", link="https://www.instagram.com/p/DAbCdEfGhIj/"))
    made = draft_of([post(caption="Apel")], "b.csv")
    content = (FOLDER / FILES[0]).read_bytes()
    same = type(made)(**(vars(made) | {"content": content, "sha256": sha256_of(content)}))
    commit(store, same, answers(same), lists(), NOW)


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.fixture(scope="module")
def posts(loaded: Store) -> Posts:
    return rows_of(loaded, "posts", sample=True)


def months(posts: Posts, day: str = "day") -> dict[str, Posts]:
    return {month: [p for p in posts if f"{p[day]:%Y-%m}" == month] for month in EXPECTED["months"]}


def konten(posts: Posts) -> dict[str, list[tuple[str, str]]]:
    """Month → agency and day of each konten, counted once on its first day."""
    each = {(p["agency_id"], p["content_key"], p["content_day"]) for p in posts}
    found: dict[str, list[tuple[str, str]]] = {month: [] for month in EXPECTED["months"]}
    for agency_id, _, day in sorted(each):
        found.setdefault(f"{day:%Y-%m}", []).append((agency_id, f"{day}"))
    return found


def test_total(posts: Posts) -> None:
    counted = {"unggahan": len(posts), "konten": len({p["content_key"] for p in posts})}
    assert counted == EXPECTED["total"]


def test_each_month_and_platform(posts: Posts) -> None:
    for month, own in months(posts).items():
        told = EXPECTED["months"][month]
        assert (len(own), len(konten(posts)[month])) == (told["unggahan"], told["konten"])
        assert Counter(p["platform"] for p in own) == told["by_platform"]


@pytest.mark.parametrize(
    ("name", "of_post", "of_konten"),
    [
        ("by_opd", lambda p: p["agency_id"], lambda agency_id, day: agency_id),
        ("by_day", lambda p: f"{p['day']}", lambda agency_id, day: day),
    ],
)
def test_each_opd_and_each_day(
    posts: Posts, name: str, of_post: Callable[[dict[str, Any]], str], of_konten: Callable[[str, str], str]
) -> None:
    for month, own in months(posts).items():
        unggahan, content = Counter(map(of_post, own)), Counter(of_konten(*one) for one in konten(posts)[month])
        told = {key: tuple(pair) for key, pair in EXPECTED["months"][month][name].items() if any(pair)}
        assert {key: (unggahan[key], content[key]) for key in {*unggahan, *content}} == told


def test_each_opd_on_each_day(posts: Posts) -> None:
    for month, own in months(posts).items():
        unggahan = Counter((p["agency_id"], f"{p['day']}") for p in own)
        content = Counter(konten(posts)[month])
        told = {
            (agency_id, day): tuple(pair)
            for agency_id, days in EXPECTED["months"][month]["by_opd_day"].items()
            for day, pair in days.items()
            if any(pair)
        }
        assert {key: (unggahan[key], content[key]) for key in {*unggahan, *content}} == told


def test_each_opd_and_platform(posts: Posts) -> None:
    for month, own in months(posts).items():
        told = EXPECTED["months"][month]["by_opd_platform"]
        counted = Counter((p["agency_id"], p["platform"]) for p in own)
        assert counted == {(a, p): n for a, per in told.items() for p, n in per.items() if n}


def test_each_file_told_what_was_new(loaded: Store) -> None:
    uploads = {u["file_name"]: u for u in rows_of(loaded, "uploads", sample=True)}
    stored = {f: (uploads[Path(f).name]["accepted"], uploads[Path(f).name]["rejected"]) for f in FILES}
    assert stored == {f: (EXPECTED["files"][f]["new_posts"], EXPECTED["files"][f]["rejected"]) for f in FILES}


def test_real_rows_are_as_they_were(loaded: Store) -> None:
    assert posts_in(loaded, "caption", "records") == [("Apel", 1), ("Rapat", 1)]
    assert rows_of(loaded, "agencies") == []
    assert {row["who"] for row in rows_of(loaded, "audit")} == {"Ani"}


def test_loading_again_changes_no_upload(loaded: Store) -> None:
    before = everything(loaded)
    told = load(loaded)
    assert everything(loaded) == before
    assert (told[0][:2], told[-1]) == ((0, len(FILES)), (len(FILES), len(FILES), ""))


def test_removal_leaves_everything_as_before(loaded: Store, tmp_path: Path) -> None:
    """The last of this file: the store of the module is empty of the sample afterwards."""
    fresh = open_store(f"duckdb://{tmp_path}/tanpa.duckdb")
    real_uploads(fresh)
    before = everything(fresh)
    fresh.close()
    remove_sample(loaded)
    after = everything(loaded)
    for name, rows in before.items():
        assert sorted(map(told, after[name])) == sorted(map(told, rows)), name
    assert loaded.file_bytes(sha256_of((FOLDER / FILES[0]).read_bytes()), Scope()) is not None
    remove_sample(loaded)
    assert everything(loaded) == after


def told(row: dict[str, Any]) -> str:
    """A row without the names that are drawn anew for each upload."""
    return repr({name: value for name, value in row.items() if name not in ("upload_id", "record_id", "subject")})


@pytest.mark.long
@pytest.mark.parametrize("engine", ["postgresql"])
def test_sample_on_postgresql(store: Store) -> None:
    real_uploads(store)
    before = everything(store)
    load(store)
    posts = rows_of(store, "posts", sample=True)
    counted = {"unggahan": len(posts), "konten": len({p["content_key"] for p in posts})}
    assert counted == EXPECTED["total"]
    test_each_opd_on_each_day(posts)
    remove_sample(store)
    assert everything(store) == before
