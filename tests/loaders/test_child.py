"""The child process gives what reading in this process gives, and lives on after a file that it had to refuse."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from loaders import Options, RefusedError, read
from loaders.child import read_apart

SAMPLES = Path(__file__).parent / "samples"
LOG = SAMPLES / "hand_log" / "Laporan Medsos Okt 2024 (1) REVISI.xlsx"
OCTOBER = (dt.date(2024, 10, 1), dt.date(2024, 10, 31))


def test_the_child_reads_as_this_process_does_also_after_a_refusal() -> None:
    for period in (None, OCTOBER):
        options = Options("Asia/Jakarta", dt.date(2025, 1, 15), LOG.name, period)
        apart, here = read_apart(LOG.read_bytes(), options), read(LOG, options)
        pd.testing.assert_frame_equal(apart.posts, here.posts)
        assert (apart.rejections, apart.warnings, apart.period) == (here.rejections, here.warnings, here.period)
        assert (apart.source, apart.clock, apart.clock_proof) == (here.source, here.clock, here.clock_proof)
        with pytest.raises(RefusedError, match="Mohon unggah berkas yang berisi"):
            read_apart(b"", Options("Asia/Jakarta", dt.date(2025, 1, 15), "kosong.csv"))


def test_a_log_of_rejected_rows_only_comes_back_without_posts() -> None:
    content = b"Tanggal,Judul,Platform\nkapan-kapan,Apel,IG\n"
    loaded = read_apart(content, Options("Asia/Jakarta", dt.date(2025, 1, 15), "log.csv"))
    assert (len(loaded.posts), [r.row for r in loaded.rejections]) == (0, [2])
