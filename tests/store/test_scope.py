"""A read shows what its scope may see and nothing else, table by table, on both engines."""

from dataclasses import fields
from datetime import datetime

import ibis.common.exceptions
import pytest

from store import Scope, Store, Tables
from tests.store.rows import RECAP, REFUSAL, ROWS, row

BY_AGENCY = ("posts", "records", "coverage", "agencies", "units", "accounts")
ALL = Scope()
ONLY_A = Scope(agencies=frozenset({"a"}))
NOBODY = Scope(agencies=frozenset())
SAMPLE = Scope(sample=True)


def seen(store: Store, table_name: str, column: str, scope: Scope) -> list[object]:
    tables = {field.name: getattr(store.read(scope), field.name) for field in fields(Tables)}
    return sorted(store.run(tables[table_name].select(column))[column].to_pylist())


def test_tables_of_an_agency_show_the_agencies_of_the_scope_and_its_side_of_the_sample(store: Store) -> None:
    with store.write() as writer:
        for name in BY_AGENCY:
            writer.append(name, [row(name), row(name, agency_id="b"), row(name, agency_id="c", sample=True)])
    for name in BY_AGENCY:
        assert seen(store, name, "agency_id", ALL) == ["a", "b"], name
        assert seen(store, name, "agency_id", ONLY_A) == ["a"], name
        assert seen(store, name, "agency_id", Scope(frozenset({"a", "c"}))) == ["a"], name
        assert seen(store, name, "agency_id", NOBODY) == [], name
        assert seen(store, name, "agency_id", SAMPLE) == ["c"], name
        assert seen(store, name, "agency_id", Scope(frozenset({"a", "b"}), sample=True)) == [], name


def test_coverage_leaves_out_undone_uploads_but_the_ledger_keeps_them(store: Store) -> None:
    with store.write() as writer:
        undone = {"undone_at": datetime(2024, 11, 5), "undone_by": "ani"}
        writer.append("uploads", [row("uploads"), row("uploads", upload_id="u2", **undone)])
        writer.append("coverage", [row("coverage"), row("coverage", upload_id="u2")])
    for scope in (ALL, ONLY_A):
        assert seen(store, "coverage", "upload_id", scope) == ["u1"]
        assert seen(store, "uploads", "upload_id", scope) == ["u1", "u2"]
        assert seen(store, "coverage_told", "upload_id", scope) == ["u1", "u2"]


def test_a_refused_file_is_seen_by_a_scope_of_all_on_its_side_of_the_sample(store: Store) -> None:
    with store.write() as writer:
        writer.append("refusals", [REFUSAL, REFUSAL | {"sha256": "s2", "sample": True}])
        writer.append("files", [row("files", sha256=sha256, content=sha256.encode()) for sha256 in ("s1", "s2", "s3")])
    assert {scope: seen(store, "refusals", "sha256", scope) for scope in (ALL, SAMPLE, ONLY_A)} == {
        ALL: ["s1"],
        SAMPLE: ["s2"],
        ONLY_A: [],
    }
    assert {scope: seen(store, "files", "sha256", scope) for scope in (ALL, SAMPLE, ONLY_A)} == {
        ALL: ["s1"],
        SAMPLE: ["s2"],
        ONLY_A: [],
    }
    assert [store.file_bytes("s1", scope) for scope in (ALL, SAMPLE, ONLY_A)] == [b"s1", None, None]


@pytest.fixture
def shared(store: Store) -> Store:
    """Uploads u1 (agency a), u2 (a and b), u3 (b), u4 (nobody's), u5 (a, sample), each with a rejection and a file."""
    covers = (("u1", "a"), ("u2", "a"), ("u2", "b"), ("u3", "b"), ("u5", "a"))
    with store.write() as writer:
        for upload in ("u1", "u2", "u3", "u4", "u5"):
            sample = upload == "u5"
            writer.append("uploads", [row("uploads", upload_id=upload, sha256=f"s-{upload}", sample=sample)])
            writer.append("rejections", [row("rejections", upload_id=upload, sample=sample)])
            writer.append("files", [row("files", sha256=f"s-{upload}", content=upload.encode())])
        writer.append("coverage", [row("coverage", upload_id=u, agency_id=a, sample=u == "u5") for u, a in covers])
    return store


def test_uploads_are_those_that_cover_an_agency_of_the_scope(shared: Store) -> None:
    assert seen(shared, "uploads", "upload_id", ALL) == ["u1", "u2", "u3", "u4"]
    assert seen(shared, "uploads", "upload_id", ONLY_A) == ["u1", "u2"]
    assert seen(shared, "uploads", "upload_id", NOBODY) == []
    assert seen(shared, "uploads", "upload_id", SAMPLE) == ["u5"]


def test_rejected_rows_of_a_shared_file_are_not_shown_to_one_of_its_agencies(shared: Store) -> None:
    assert seen(shared, "rejections", "upload_id", ALL) == ["u1", "u2", "u3", "u4"]
    assert seen(shared, "rejections", "upload_id", ONLY_A) == ["u1"]
    assert seen(shared, "rejections", "upload_id", Scope(frozenset({"a", "b"}))) == ["u1", "u2", "u3"]
    assert seen(shared, "rejections", "upload_id", NOBODY) == []
    assert seen(shared, "rejections", "upload_id", SAMPLE) == ["u5"]


def test_the_bytes_of_a_file_follow_the_same_rule(shared: Store) -> None:
    def readable(scope: Scope) -> list[bytes | None]:
        return [shared.file_bytes(f"s-u{number}", scope) for number in (1, 2, 3, 4, 5)]

    assert readable(ALL) == [b"u1", b"u2", b"u3", b"u4", None]
    assert readable(ONLY_A) == [b"u1", None, None, None, None]
    assert readable(NOBODY) == [None] * 5
    assert readable(SAMPLE) == [None, None, None, None, b"u5"]
    assert shared.file_bytes("unknown", ALL) is None


def test_a_file_that_another_agency_sent_as_well_is_not_shown_to_one_of_them(shared: Store) -> None:
    with shared.write() as writer:
        writer.append("uploads", [row("uploads", upload_id="u6", sha256="s-u1")])
        writer.append("coverage", [row("coverage", upload_id="u6", agency_id="b")])
    assert shared.file_bytes("s-u1", ALL) == b"u1"
    assert shared.file_bytes("s-u1", ONLY_A) is None


def test_targets_are_everyones_and_follow_only_the_sample(store: Store) -> None:
    targets = [("t1", None, False), ("t2", "b", False), ("t3", None, True)]
    with store.write() as writer:
        writer.delete("targets", {"sample": [True, False]})
        writer.append("targets", [row("targets", target_id=t, agency_id=a, sample=s) for t, a, s in targets])
    assert seen(store, "targets", "target_id", ALL) == ["t1", "t2"]
    assert seen(store, "targets", "target_id", ONLY_A) == ["t1", "t2"]
    assert seen(store, "targets", "target_id", SAMPLE) == ["t3"]


def test_the_audit_is_only_for_those_who_see_all_and_settings_are_for_everyone(store: Store) -> None:
    with store.write() as writer:
        writer.append("audit", [row("audit")])
        writer.append("settings", [row("settings"), row("settings", version=2)])
    assert seen(store, "audit", "who", ALL) == ["ani"]
    assert seen(store, "audit", "who", ONLY_A) == []
    assert seen(store, "audit", "who", NOBODY) == []
    assert seen(store, "settings", "version", NOBODY) == [1, 2]


def test_every_table_that_is_read_has_the_columns_of_its_row(duckdb_store: Store) -> None:
    tables = {field.name: getattr(duckdb_store.read(ALL), field.name) for field in fields(Tables)}
    files = {column: value for column, value in ROWS["files"].items() if column != "content"}
    rows = ROWS | {"coverage_told": ROWS["coverage"], "files": files, "refusals": REFUSAL, "recaps": RECAP}
    assert {name: set(kept) - set(tables[name].columns) for name, kept in rows.items()} == {
        name: set() for name in rows
    }
    assert "content" not in tables["files"].columns


def test_a_table_cannot_be_executed_past_the_store(duckdb_store: Store) -> None:
    with pytest.raises(ibis.common.exceptions.IbisError, match="unbound"):
        duckdb_store.read(ALL).posts.to_pyarrow()
