"""Meeting packs: kept with who and when, seen by the scope they were made in; the oldest and the sample's go."""

from dataclasses import replace
from datetime import datetime

import pytest

from intake.packs import MOST, KeptPack, keep_pack, kept_packs, regency, set_regency, take_pack
from intake.sample import remove_sample
from loaders import RefusedError
from store import Scope, Store

ALL, OWN, SAMPLE = Scope(), Scope(frozenset({"a", "b"})), Scope(sample=True)
MADE = KeptPack("", datetime(2024, 11, 4, 9), "Sari", "bahan_2024-10", "Oktober 2024", "Semua OPD",
                ("overview", "topics"), 0)  # fmt: skip


def test_a_kept_pack_comes_back_byte_for_byte(store: Store) -> None:
    before = store.data_version()
    keep_pack(store, ALL, MADE, b"PK\x00\xff", before)
    (pack,) = kept_packs(store, ALL)
    assert replace(pack, pack_id="", byte_size=0) == MADE
    assert pack.byte_size == 4
    assert take_pack(store, ALL, pack.pack_id) == b"PK\x00\xff"
    assert store.data_version() == before
    audit = store.run(store.read(ALL).audit).to_pylist()
    assert [(row["who"], row["action"], row["detail"]) for row in audit] == [
        ("Sari", "pack", "bahan_2024-10: Semua OPD")
    ]


def test_a_pack_is_for_the_scope_that_it_was_made_in(store: Store) -> None:
    keep_pack(store, ALL, MADE, b"all", 1)
    keep_pack(store, OWN, MADE, b"own", 1)
    keep_pack(store, SAMPLE, MADE, b"sample", 1)
    own = {take_pack(store, OWN, pack.pack_id) for pack in kept_packs(store, OWN)}
    assert own == {b"own"}
    assert {take_pack(store, ALL, pack.pack_id) for pack in kept_packs(store, ALL)} == {b"all", b"own"}
    assert [pack.byte_size for pack in kept_packs(store, SAMPLE)] == [6]
    assert kept_packs(store, Scope(frozenset({"a"}))) == ()
    whole = next(pack for pack in kept_packs(store, ALL) if pack.byte_size == 3 and pack.pack_id not in
                 {own.pack_id for own in kept_packs(store, OWN)})  # fmt: skip
    with pytest.raises(RefusedError, match="tidak lagi disimpan"):
        take_pack(store, OWN, whole.pack_id)


def test_the_oldest_beyond_the_limit_go(duckdb_store: Store) -> None:
    for day in range(1, MOST + 2):
        made_at = datetime(2024, 10 + day // 28, 1 + day % 28)
        keep_pack(duckdb_store, ALL, replace(MADE, made_at=made_at), b"x", 1)
    kept = kept_packs(duckdb_store, ALL)
    assert len(kept) == MOST
    assert min(pack.made_at for pack in kept) == datetime(2024, 10, 3)


def test_packs_of_the_sample_go_with_it(duckdb_store: Store) -> None:
    keep_pack(duckdb_store, SAMPLE, MADE, b"x", 1)
    keep_pack(duckdb_store, ALL, MADE, b"y", 1)
    remove_sample(duckdb_store)
    assert kept_packs(duckdb_store, SAMPLE) == ()
    assert len(kept_packs(duckdb_store, ALL)) == 1


def test_the_name_of_the_regency_is_a_setting_with_versions(duckdb_store: Store) -> None:
    assert regency(duckdb_store) == ("", 0)
    set_regency(duckdb_store, "  Kabupaten \n Contoh ", 0, "Sari", datetime(2024, 11, 4))
    assert regency(duckdb_store) == ("Kabupaten Contoh", 1)
    with pytest.raises(RefusedError, match="sudah diubah oleh Sari"):
        set_regency(duckdb_store, "Lain", 0, "Budi", datetime(2024, 11, 5))
