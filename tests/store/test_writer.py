"""What is written comes back: append, delete, update and fetch, on both engines, within one transaction."""

from datetime import date, datetime

import pyarrow as pa
import pytest

from store import Scope, Store

UPLOAD = {
    "upload_id": "u1", "sha256": "ab", "file_name": "log é 📷.xlsx", "source": "form", "clock": "", "clock_proof": "",
    "as_of": date(2024, 11, 2), "first_day": None, "last_day": date(2024, 10, 31), "accepted": 3, "repeated": 0,
    "rejected": 2_147_483_647, "warnings": "baris\tsatu\nbaris \\N dua; \"kutip\"", "uploaded_by": "ani",
    "uploaded_at": datetime(2024, 11, 2, 23, 59, 58, 123456), "undone_by": None, "undone_at": None, "sample": False,
    "changed": None, "clock_state": "told",
}  # fmt: skip


def account(agency_id: str, handle: str, platform: str = "x") -> dict[str, object]:
    return {"agency_id": agency_id, "platform": platform, "handle": handle, "sample": False}


def handles(store: Store) -> list[str]:
    with store.write(quiet=True) as writer:
        return sorted(writer.fetch("accounts", {})["handle"].to_pylist())


def test_text_dates_times_numbers_flags_and_nulls_come_back_as_they_went(store: Store) -> None:
    with store.write() as writer:
        assert writer.append("uploads", [UPLOAD]) == 1
        inside = writer.fetch("uploads", {"upload_id": ["u1"]})
    assert inside.to_pylist() == [UPLOAD]
    assert store.run(store.read(Scope()).uploads).to_pylist() == [UPLOAD]


def test_figures_beyond_32_bits_come_back(store: Store) -> None:
    with store.write() as writer:
        file = {"sha256": "s", "byte_size": 5_000_000_000, "content": b"", "stored_at": datetime(2024, 11, 1)}
        writer.append("files", [file])
        assert writer.fetch("files", {"byte_size": [5_000_000_000]})["byte_size"].to_pylist() == [5_000_000_000]


def test_bytes_come_back_and_can_be_looked_up(store: Store) -> None:
    content = bytes(range(256)) * 40
    with store.write() as writer:
        file = {"sha256": "s1", "byte_size": 10240, "content": content, "stored_at": datetime(2024, 11, 1, 8)}
        writer.append("files", [file, file | {"sha256": "s2", "content": b"\\x00"}])
        found = writer.fetch("files", {"content": [b"\\x00"]})
        assert found["sha256"].to_pylist() == ["s2"]
        assert writer.fetch("files", {"sha256": "s1"})["content"][0].as_py() == content


def test_fetched_tables_have_the_same_types_on_both_engines_even_when_empty(store: Store) -> None:
    expected = pa.schema(
        [("at", pa.timestamp("us")), *((name, pa.string()) for name in ("who", "action", "subject", "detail"))]
    )
    with store.write(quiet=True) as writer:
        assert writer.fetch("audit", {}).schema == expected
        assert writer.fetch("files", {"sha256": []}).schema.field("content").type == pa.binary()
        uploads = writer.fetch("uploads", {}).schema
    assert [str(uploads.field(name).type) for name in ("as_of", "accepted", "sample")] == [
        "date32[day]",
        "int32",
        "bool",
    ]


def test_an_arrow_table_is_appended_by_column_name_and_cast(store: Store) -> None:
    rows = pa.table(
        {
            "sample": [True],
            "handle": pa.array(["dinkes"], pa.large_string()),
            "platform": pa.array(["x"]).dictionary_encode(),
            "agency_id": ["a"],
        }
    )
    with store.write() as writer:
        writer.append("accounts", rows)
        fetched = writer.fetch("accounts", {}).to_pylist()
        assert fetched == [account("a", "dinkes") | {"sample": True, "from_day": None, "to_day": None}]


def test_where_joins_columns_and_finds_missing_values(store: Store) -> None:
    with store.write() as writer:
        writer.delete("targets", {"sample": [True, False]})  # the one that comes with the schema
        targets = [("t1", "a", "2024-10-01"), ("t2", None, "2024-10-01"), ("t3", None, "2024-11-01")]
        writer.append(
            "targets",
            [
                {"target_id": name, "agency_id": agency, "from_day": date.fromisoformat(day), "number": 1,
                 "counts": "konten", "days": "hari_kerja", "sample": False}
                for name, agency, day in targets
            ],
        )  # fmt: skip

        def found(**where: object) -> list[str]:
            return sorted(writer.fetch("targets", where)["target_id"].to_pylist())

        assert found(agency_id=[None]) == ["t2", "t3"]
        assert found(agency_id=None, from_day=[date(2024, 10, 1)]) == ["t2"]
        assert found(agency_id=["a", None], from_day=date(2024, 10, 1)) == ["t1", "t2"]
        assert found(agency_id=[]) == []
        assert found(number=pa.array([1, 2])) == ["t1", "t2", "t3"]


def test_delete_and_update_touch_only_the_rows_meant_and_say_how_many(store: Store) -> None:
    with store.write() as writer:
        writer.append(
            "accounts", [account("a", "1"), account("b", "2"), account("c", "3"), account("c", "4", "tiktok")]
        )
        assert writer.delete("accounts", {"agency_id": ["a", "zz"]}) == 1
        assert writer.update("accounts", {"handle": "baru", "sample": True}, {"agency_id": "c", "platform": ["x"]}) == 1
        assert writer.update("accounts", {"handle": "-"}, {"agency_id": "nobody"}) == 0
    assert handles(store) == ["2", "4", "baru"]


def test_update_can_set_null_dates_and_times(store: Store) -> None:
    with store.write() as writer:
        writer.append("uploads", [UPLOAD])
        changes = {"undone_at": datetime(2024, 12, 1, 7, 30), "undone_by": "budi", "last_day": None}
        writer.update("uploads", changes, {"upload_id": "u1"})
        assert writer.fetch("uploads", {}).to_pylist() == [UPLOAD | changes]


def test_fifty_thousand_keys_are_appended_found_and_deleted(store: Store) -> None:
    names = [f"opd-{number}" for number in range(50_000)]
    rows = pa.table(
        {
            "agency_id": names,
            "platform": ["x"] * 50_000,
            "handle": names,
            "sample": [False] * 50_000,
        }
    )
    with store.write() as writer:
        assert writer.append("accounts", rows) == 50_000
        assert writer.fetch("accounts", {"agency_id": names}).num_rows == 50_000
        assert writer.delete("accounts", {"agency_id": names[1:]}) == 49_999
    assert handles(store) == ["opd-0"]


def test_values_are_never_read_as_sql(store: Store) -> None:
    hostile = "x'; DROP TABLE accounts; -- %s ? \" {}"
    with store.write() as writer:
        writer.append("accounts", [account(hostile, "1"), account("b", "2")])
        writer.update("accounts", {"handle": hostile}, {"agency_id": [hostile]})
        assert writer.fetch("accounts", {"handle": [hostile]})["agency_id"].to_pylist() == [hostile]
        assert writer.delete("accounts", {"agency_id": [hostile]}) == 1
    assert handles(store) == ["2"]


def test_nul_characters_which_postgresql_cannot_keep_are_dropped_on_both(store: Store) -> None:
    with store.write() as writer:
        writer.append("accounts", [account("a", "din\x00kes")])
        assert writer.fetch("accounts", {"handle": ["din\x00kes"]})["handle"].to_pylist() == ["dinkes"]
        writer.update("accounts", {"handle": "\x00baru"}, {"agency_id": "a"})
    assert handles(store) == ["baru"]


@pytest.mark.parametrize(
    "name", ["postz", "schema_version", "data_version", 'accounts" --', "information_schema.tables"]
)
def test_unknown_tables_are_refused(duckdb_store: Store, name: str) -> None:
    with duckdb_store.write() as writer:
        for call in (
            lambda: writer.fetch(name, {}),
            lambda: writer.append(name, []),
            lambda: writer.delete(name, {"number": 1}),
            lambda: writer.update(name, {"number": 1}, {"number": 1}),
        ):
            with pytest.raises(ValueError, match="no such table"):
                call()


def test_unknown_columns_and_changes_of_every_row_are_refused(duckdb_store: Store) -> None:
    with duckdb_store.write() as writer:
        writer.append("accounts", [account("a", "1")])
        with pytest.raises(ValueError, match="no such columns: hande"):
            writer.append("accounts", [{"hande": "x"}])
        with pytest.raises(ValueError, match='no such columns: handle" ='):
            writer.update("accounts", {'handle" =': "x"}, {"agency_id": "a"})
        with pytest.raises(ValueError, match="no such columns: 1=1"):
            writer.delete("accounts", {"1=1": [True]})
        with pytest.raises(ValueError, match="no column named"):
            writer.delete("accounts", {})
        with pytest.raises(ValueError, match="no column named"):
            writer.update("accounts", {"handle": "x"}, {})
    assert handles(duckdb_store) == ["1"]
