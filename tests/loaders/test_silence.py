"""An OPD that says in its log that nothing was published: a report, not an empty file."""

import datetime as dt
from pathlib import Path

import pytest

from loaders import RefusedError
from loaders.result import Silence
from tests.loaders.made import load_rows

LOG = ("No", "Tanggal", "Judul", "Platform", "Tautan")
FORM = ("Timestamp", "Nama OPD", "Tanggal Posting", "Link Facebook", "Link Instagram", "Keterangan")
FACEBOOK = "https://www.facebook.com/dinsos/posts/1234567890123"


def test_a_month_of_nothing_is_read(tmp_path: Path) -> None:
    rows = [(1, "1/10/2024", "Nihil", "", ""), (2, "30/10/2024", "Tidak ada kegiatan", "-", "")]
    loaded = load_rows(tmp_path, LOG, *rows)
    assert (len(loaded.posts), loaded.rejections) == (0, [])
    assert loaded.silences == (Silence("", (), dt.date(2024, 10, 1), dt.date(2024, 10, 30)),)


def test_nothing_on_one_platform(tmp_path: Path) -> None:
    rows = [(1, "1/10/2024", "Nihil", "Facebook", ""), (2, "2/10/2024", "Nihil", "IG", "")]
    assert load_rows(tmp_path, LOG, *rows).silences == (
        Silence("", ("facebook", "instagram"), dt.date(2024, 10, 1), dt.date(2024, 10, 2)),
    )


def test_an_opd_that_posted_on_other_days_is_not_silent(tmp_path: Path) -> None:
    rows = [(1, "1/10/2024", "Nihil", "", ""), (2, "2/10/2024", "Senam", "FB", FACEBOOK)]
    assert load_rows(tmp_path, LOG, *rows).silences == ()


def test_a_silent_opd_of_a_shared_form(tmp_path: Path) -> None:
    rows = [
        ("", "Dinas Sosial", "23/10/2024", FACEBOOK, "", "A"),
        ("", "Dinas Kesehatan", "23/10/2024", "-", "-", "Nihil"),
    ]
    loaded = load_rows(tmp_path, FORM, *rows)
    day = dt.date(2024, 10, 23)
    assert loaded.silences == (Silence("Dinas Kesehatan", (), day, day),)


def test_a_silence_without_a_day_is_kept(tmp_path: Path) -> None:
    assert load_rows(tmp_path, LOG, (1, "", "Nihil", "", "")).silences == (Silence("", (), None, None),)


def test_a_list_of_empty_days_says_nothing(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="tidak memuat satu pun"):
        load_rows(tmp_path, LOG, (1, "1/10/2024", "", "", ""), (2, "2/10/2024", "-", "-", "-"))
