"""The sample months load with the counts that their expectation states, file by file."""

import datetime as dt
import json
from pathlib import Path

import pytest

from loaders import Options, read

HERE = Path(__file__).parents[2] / "sample_data"
EXPECTED = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))["files"]
FILES = [entry["file"] for entry in json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))["files"]]

SOURCE_OF = {"log": "hand_log", "form": "form_answers", "meta_instagram_stories": "meta_instagram"}
"""The names of the sample's writers where they differ from those of the readers."""


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_sample(name: str) -> None:
    path, expected = HERE / name, EXPECTED[name]
    loaded = read(path, Options("Asia/Jakarta", dt.date(2024, 12, 31), path.name))
    keyed = loaded.keyed()
    once = keyed[~keyed["repeated"]]
    figures = once[["likes", "comments", "shares", "saves", "views", "impressions"]]
    assert loaded.source == SOURCE_OF.get(expected["source"], expected["source"])
    assert (len(once), len(keyed) - len(once), len(loaded.rejections)) == (
        expected["posts"],
        expected["repeated"],
        expected["rejected"],
    )
    assert loaded.clock == expected["clock"]
    days = once["published_at"].dt.date
    assert (days.min().isoformat(), days.max().isoformat()) == (expected["first_day"], expected["last_day"])
    if "sums" in expected:
        assert {f: int(figures[f].sum()) for f in figures if figures[f].notna().any()} == expected["sums"]
    if proof := expected.get("clock_proof"):
        assert f"dibuktikan oleh {proof['agree']} dari {proof['of']} unggahan" in loaded.clock_proof
