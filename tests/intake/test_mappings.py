"""A mapping is kept with what is stored by it, and the next file with these headers is read without a question."""

import datetime as dt

import pytest

from intake import Options, TableMapping, UnknownTableError, commit, prepare
from intake.mappings import remembered
from store import Scope, Store
from tests.intake.made import NOW, answers, lists, posts_in

FILE = "Terbit;Isi konten;Url;Suka\n23/10/2024;Imunisasi;https://www.instagram.com/p/AAAAAA/;1.200\n"
NEXT = "Url;Suka;Terbit;Isi konten\nhttps://www.instagram.com/p/BBBBBB/;7;05/11/2024;Posyandu\n"
ROLES = {"terbit": "date", "isi konten": "caption", "url": "link", "suka": "likes"}


def options(name: str) -> Options:
    return Options("Asia/Jakarta", dt.date(2024, 11, 5), name)


def mapping_of(store: Store) -> TableMapping:
    with pytest.raises(UnknownTableError) as found:
        prepare(store, Scope(), FILE.encode(), options("satu.csv"))
    return TableMapping(found.value.table.fingerprint, tuple(ROLES.items()), "export", "")


def take(store: Store, mapping: TableMapping, who: str = "Ani") -> None:
    made = prepare(store, Scope(), FILE.encode(), options("satu.csv"), mappings={mapping.fingerprint: mapping})
    assert made.remembered is None
    group = made.groups[0].key
    commit(store, made, answers(made, agencies={group: "dinas-a"}, who=who), lists(), NOW)


def test_second_file_is_read_without_a_question(store: Store) -> None:
    mapping = mapping_of(store)
    assert remembered(store, mapping.fingerprint) is None
    take(store, mapping)
    made = prepare(store, Scope(), NEXT.encode(), options("dua.csv"))
    assert made.remembered is not None
    assert (made.remembered.who, made.remembered.at) == ("Ani", NOW)
    # 05/11 may be read either way; the first file showed that the day comes first.
    assert made.posts["published_at"].dt.date.tolist() == [dt.date(2024, 11, 5)]
    assert len(posts_in(store)) == 1


def test_a_changed_mapping_is_a_new_version(store: Store) -> None:
    mapping = mapping_of(store)
    take(store, mapping)
    other = TableMapping(mapping.fingerprint, tuple({**ROLES, "suka": ""}.items()), "export", "instagram")
    made = prepare(store, Scope(), NEXT.encode(), options("dua.csv"), mappings={mapping.fingerprint: other})
    commit(store, made, answers(made, agencies={made.groups[0].key: "dinas-a"}, who="Budi"), lists(), NOW)
    newest = remembered(store, mapping.fingerprint)
    assert newest is not None
    assert (newest.who, dict(newest.mapping.roles)["suka"], newest.mapping.platform) == ("Budi", "", "instagram")
    settings = store.read(Scope()).settings
    versions = store.run(settings.filter(settings.name == f"pemetaan:{mapping.fingerprint}"))["version"].to_pylist()
    assert sorted(versions) == [1, 2]


def test_a_mapping_that_reads_nothing_leads_back_to_the_step(store: Store) -> None:
    mapping = mapping_of(store)
    poor = TableMapping(mapping.fingerprint, (("isi konten", "caption"),), "export", "instagram")
    with pytest.raises(UnknownTableError, match="Belum ada kolom tanggal") as found:
        prepare(store, Scope(), FILE.encode(), options("satu.csv"), mappings={mapping.fingerprint: poor})
    assert found.value.table.fingerprint == mapping.fingerprint
