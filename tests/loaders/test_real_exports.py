"""Real exports, where they lie beside the project: how many posts each holds. None of their rows is kept here."""

import datetime as dt
from pathlib import Path

import pytest

from loaders import Options, RefusedError, read

EXPORTS = Path(__file__).parents[3] / "shared" / "exports"
FACTS = [
    ("meta_facebook", "*Jan-01-2024_Apr-01-2024*", 60, 0, "dianggap seperti semua ekspor Meta"),
    ("meta_facebook", "*Sep-04-2024_Nov-04-2024*", 31, 0, "dianggap seperti semua ekspor Meta"),
    ("meta_facebook", "*Nov-05-2024_Jan-05-2025*", 54, 0, "dianggap seperti semua ekspor Meta"),
    ("meta_instagram", "*Post_Feb-01-2025_Apr-30-2025*", 30, 1, "dibuktikan oleh 29 dari 30 unggahan"),
    ("meta_instagram", "*Story_Nov-01-2024_Jan-31-2025*", 107, 0, "dibuktikan oleh 43 dari 43 unggahan"),
]
OTHERS = ["not_a_log/*Totals.csv", "not_a_log/*.xls", "crowdtangle/*", "facebook_insights_2017/*"]
PLATFORMS = [
    ("x", "*20161201*", "x_lama", 37, 0, "dibuktikan oleh 37 dari 37 unggahan"),
    ("x", "*20211101*", "x_lama", 33, 0, "dibuktikan oleh 33 dari 33 unggahan"),
    ("youtube", "*Table data.csv", "youtube", 496, 2, "tidak dapat dibuktikan"),
    ("youtube", "*Data tabel.csv", "youtube", 21, 0, "tidak dapat dibuktikan"),
]


def _files(folder: str, pattern: str) -> list[Path]:
    found = sorted(EXPORTS.joinpath(folder).glob(pattern)) if EXPORTS.is_dir() else []
    if not found:
        pytest.skip(f"the real exports are not here (../shared/exports/{folder}/{pattern})")
    return found


@pytest.mark.parametrize(("folder", "pattern", "posts", "rejected", "proof"), FACTS)
def test_a_real_export_of_meta(folder: str, pattern: str, posts: int, rejected: int, proof: str) -> None:
    (path,) = _files(folder, pattern)
    loaded = read(path, Options("Asia/Jakarta", dt.date(2026, 11, 22), path.name))
    keyed = loaded.keyed()
    assert loaded.source == folder
    assert (int((~keyed["repeated"]).sum()), len(loaded.rejections)) == (posts, rejected)
    assert loaded.clock == "America/Los_Angeles"
    assert proof in loaded.clock_proof


@pytest.mark.parametrize(("folder", "pattern", "source", "posts", "rejected", "proof"), PLATFORMS)
def test_a_real_export_of_another_platform(
    folder: str, pattern: str, source: str, posts: int, rejected: int, proof: str
) -> None:
    (path,) = _files(folder, pattern)
    loaded = read(path, Options("Asia/Jakarta", dt.date(2026, 11, 22), path.name))
    keyed = loaded.keyed()
    assert loaded.source == source
    assert (int((~keyed["repeated"]).sum()), len(loaded.rejections)) == (posts, rejected)
    assert proof in loaded.clock_proof


@pytest.mark.parametrize("pattern", OTHERS)
def test_other_real_files_are_refused_with_a_sentence(pattern: str) -> None:
    for path in _files(*pattern.split("/")):
        with pytest.raises(RefusedError, match="Mohon") as refusal:
            read(path, Options("Asia/Jakarta", dt.date(2026, 11, 22), path.name))
        assert path.name in str(refusal.value)
