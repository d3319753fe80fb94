"""Every source has sample files of its own, and each reads as the summary beside it says: a new sample is a new test.

A summary is written by hand or checked by hand; it is what `python -m loaders FILE --json` tells.
"""

import datetime as dt
import json
from pathlib import Path

import pytest

from loaders import SOURCES
from loaders.__main__ import read_file

HERE = Path(__file__).parent / "samples"
SAMPLES = sorted(path for path in HERE.rglob("*.*") if path.suffix != ".json")


@pytest.mark.parametrize("source", [source.name for source in SOURCES])
def test_every_source_has_a_sample(source: str) -> None:
    assert [path for path in SAMPLES if path.parent.name == source]


def test_every_folder_of_samples_is_a_source() -> None:
    assert {path.name for path in HERE.iterdir()} == {source.name for source in SOURCES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_reads_as_its_summary_says(path: Path) -> None:
    summary, posts = read_file(path, "Asia/Jakarta", dt.date(2025, 1, 15))
    expected = json.loads(path.with_suffix(path.suffix + ".json").read_text(encoding="utf-8"))
    assert {**summary, "file": path.name} == expected
    assert len(posts) == summary["posts"]
    assert summary["source"] == path.parent.name
