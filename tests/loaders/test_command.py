"""`python -m loaders`: exit status, keys of its JSON, columns of --posts, and a refused file among good ones."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loaders import __main__ as command

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent / "samples"
LOG = SAMPLES / "hand_log" / "Laporan Medsos Okt 2024 (1) REVISI.xlsx"
EXPORT = SAMPLES / "meta_instagram" / "Post_Oct-20-2024_Nov-10-2024.csv"
KEYS = [
    "file", "source", "clock", "clock_proof", "first_day", "last_day", "posts", "repeated", "rejected", "warnings",
    "sums", "refused",
]  # fmt: skip
ASKED = [
    "file", "post_key", "platform", "account", "opd", "published_at", "has_time", "caption", "link", "likes",
    "comments", "shares", "saves", "views", "reach", "sheet", "row",
]  # fmt: skip


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "loaders", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    bad, absent, out = tmp_path / "rekap.csv", tmp_path / "tidak ada.csv", tmp_path / "posts.csv"
    bad.write_text("Date,Views\n2024-10-01,5\n")
    done = _run(LOG, bad, absent, EXPORT, "--json", "--posts", out)
    assert (done.returncode, done.stderr) == (2, "")
    told = json.loads(done.stdout)
    assert [list(one) for one in told] == [KEYS] * 4
    assert [one["file"] for one in told] == [str(path) for path in (LOG, bad, absent, EXPORT)]
    assert [one["posts"] for one in told] == [4, 0, 0, 3]
    assert [one["refused"] is None for one in told] == [True, False, False, True]
    assert "berisi angka rekap" in told[1]["refused"]
    assert "tidak dapat dibuka" in told[2]["refused"]
    assert list(told[0]["rejected"][0]) == ["sheet", "row", "column", "value", "reason"]
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(ASKED) <= set(rows[0])
    assert [row["file"] for row in rows] == [str(LOG)] * 4 + [str(EXPORT)] * 3
    first, last = rows[0], rows[4]
    assert (first["platform"], first["published_at"], first["has_time"]) == ("instagram", "2024-10-23T08:00:00", "true")
    assert (first["opd"], first["account"], first["sheet"], first["row"]) == ("DINAS CONTOH SATU", "", "Okt", "8")
    assert (first["post_key"], first["likes"]) == ("instagram:DBcopVTgAAA", "")
    assert (last["opd"], last["account"], last["sheet"], last["row"]) == ("", "dinas.contoh.satu", "", "2")
    assert (last["likes"], last["views"], last["reach"]) == ("21", "1145", "901")


def test_all_read_is_status_0_and_words_without_json() -> None:
    done = _run(EXPORT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 unggahan (2024-10-23 – 2024-11-07), 0 berulang, 2 ditolak" in done.stdout
    assert "baris 5 : Account username “rsud.contoh”" in done.stdout


def test_only_refused_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "posts.csv"
    assert command.main([str(tmp_path), "--json", "--posts", str(out)]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told[0]["refused"].startswith(f"Berkas “{tmp_path.name}” tidak dapat dibuka")
    assert {key: told[0][key] for key in KEYS[1:-1]} == {
        "source": None, "clock": None, "clock_proof": None, "first_day": None, "last_day": None, "posts": 0,
        "repeated": 0, "rejected": [], "warnings": [], "sums": {},
    }  # fmt: skip
    assert out.read_text(encoding="utf-8").count("\n") == 1
