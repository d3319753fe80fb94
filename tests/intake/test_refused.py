"""A refused file is remembered once, as received; it is no report and changes no number."""

import hashlib
from typing import Any

import pytest

from intake import NOBODY, keep_refusal, name_refusal, name_refusals, refused, remove_sample
from store import Scope, Store
from tests.intake.made import NOW, everything, post, rows_of, take

RECAP = b"%PDF-1.7 rekap Oktober 1"
SHA256 = hashlib.sha256(RECAP).hexdigest()
SENTENCE = "Berkas “Rekap.pdf” berupa PDF."
OWN, SAMPLE = Scope(), Scope(sample=True)


def refuse(store: Store, content: bytes = RECAP, scope: Scope = OWN, name: str = "Rekap.pdf") -> None:
    keep_refusal(store, scope, content, name, SENTENCE, NOW)


def told(store: Store, *columns: str, sample: bool = False) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows_of(store, "refusals", sample)]


def test_it_is_kept_with_its_story_and_its_bytes(store: Store) -> None:
    refuse(store)
    assert rows_of(store, "refusals") == [
        {
            "sha256": SHA256,
            "byte_size": 24,
            "file_name": "Rekap.pdf",
            "reason": SENTENCE,
            "refused_at": NOW,
            "uploaded_by": NOBODY,
            "kept": True,
            "sample": False,
        }
    ]
    assert store.file_bytes(SHA256, Scope()) == RECAP


def test_it_is_no_report(store: Store) -> None:
    take(store, post(4, caption="x"))
    before, version = everything(store), store.data_version()
    refuse(store)
    after = everything(store)
    assert len(after.pop("files")) == len(before.pop("files")) + 1
    assert (after, store.data_version()) == (before, version)


def test_the_same_bytes_are_told_of_once(store: Store) -> None:
    refuse(store)
    refuse(store, name="Rekap (1).pdf")
    refuse(store, b"%PDF")
    assert sorted(told(store, "file_name", "byte_size")) == [("Rekap.pdf", 4), ("Rekap.pdf", 24)]


def test_a_file_that_is_kept_already_is_kept_once(store: Store) -> None:
    take(store, post(4, caption="x"))
    (file,) = everything(store)["files"]
    refuse(store, file["content"])
    assert everything(store)["files"] == [file]


def test_it_bears_the_first_name_that_is_typed(store: Store) -> None:
    refuse(store)
    name_refusal(store, SAMPLE, SHA256, "Citra")
    name_refusal(store, Scope(), SHA256, "Ani")
    name_refusal(store, Scope(), SHA256, "Budi")
    assert told(store, "uploaded_by") == [("Ani",)]


def test_beyond_the_room_only_the_story_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refused, "MOST_BYTES", 30)
    refuse(store)
    refuse(store, b"%PDF--x")
    refuse(store, b"%PDF-y")
    assert sorted(told(store, "byte_size", "kept")) == [(6, True), (7, False), (24, True)]
    assert len(everything(store)["files"]) == 2


def test_sample_and_real_do_not_mix_and_the_sample_leaves_no_trace(store: Store) -> None:
    refuse(store)
    before = everything(store)
    refuse(store, scope=SAMPLE)
    refuse(store, b"%PDF contoh", scope=SAMPLE)
    assert (len(told(store, "sha256")), len(told(store, "sha256", sample=True))) == (1, 2)
    remove_sample(store)
    assert everything(store) == before
    assert told(store, "sha256", sample=True) == []
    assert told(store, "sha256") == [(SHA256,)]


def test_one_name_goes_to_all_refused_files_of_a_drop_and_to_no_other(store: Store) -> None:
    contents = [b"%PDF satu", b"%PDF dua", b"%PDF tiga"]
    for content in contents:
        refuse(store, content)
    marks = [hashlib.sha256(content).hexdigest()[:16] for content in contents]
    assert name_refusals(store, SAMPLE, marks, "Citra") == 0
    assert name_refusals(store, OWN, marks[:2], "Ani") == 2
    assert name_refusals(store, OWN, marks[1:], "Budi") == 1
    assert sorted(told(store, "uploaded_by")) == [("Ani",), ("Ani",), ("Budi",)]
