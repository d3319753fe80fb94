"""A declared month without posts is stored as a report: every day nihil, where a missing report would be unknown."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from intake import Decisions, Draft, Options, RefusedError, commit, parse_roster, prepare, save_roster, undo
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, lists, rows_of

ROSTER = b"kode,nama,jenis,induk,alias,bidang,akun\ndinas-a,Dinas A,dinas,,,,\ndinas-b,Dinas B,dinas,,,,\n"
ALL = ("facebook", "instagram", "tiktok", "x", "youtube")


def silent_log(tmp_path: Path, *rows: tuple[str, str, str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("LAPORAN MEDIA SOSIAL DINAS A BULAN OKTOBER 2024",), ("Tanggal", "Judul", "Platform"), *rows):
        sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    return (tmp_path / "log.xlsx").read_bytes()


def draft_in(store: Store, content: bytes) -> Draft:
    save_roster(store, parse_roster(ROSTER, "roster.csv"), False, "Ani", NOW)
    return prepare(store, Scope(), content, Options("Asia/Jakarta", NOW.date(), "log.xlsx"))


def told(complete: bool, platforms: tuple[str, ...] = ALL) -> Decisions:
    pairs = {("dinas-a", platform): complete for platform in platforms}
    return Decisions({"DINAS A": "dinas-a"}, pairs, OCTOBER, dt.date(2024, 11, 5), "Ani")


def test_a_silent_month_covers_every_platform(store: Store, tmp_path: Path) -> None:
    draft = draft_in(store, silent_log(tmp_path, ("1/10/2024", "Nihil", ""), ("2/10/2024", "Nihil", "")))
    assert draft.period == OCTOBER
    assert [(g.label, g.platforms, g.posts, g.match.agency_id) for g in draft.groups] == [
        ("DINAS A", ALL, 0, "dinas-a")
    ]
    receipt = commit(store, draft, told(True), lists(), NOW)
    assert (receipt.accepted, receipt.repeated, receipt.rejected, receipt.changed) == (0, 0, 0, 0)
    covered = [
        (r["agency_id"], r["platform"], r["first_day"], r["last_day"], r["complete"])
        for r in rows_of(store, "coverage")
    ]
    assert sorted(covered) == [("dinas-a", platform, *OCTOBER, True) for platform in ALL]
    assert [(r["first_day"], r["last_day"], r["accepted"]) for r in rows_of(store, "uploads")] == [(*OCTOBER, 0)]
    undo(store, Scope(), receipt.upload_id, "Budi", NOW)
    assert rows_of(store, "coverage") == []


def test_a_silence_on_named_platforms_covers_these(store: Store, tmp_path: Path) -> None:
    draft = draft_in(store, silent_log(tmp_path, ("1/10/2024", "Nihil", "Facebook")))
    commit(store, draft, told(True, ("facebook",)), lists(), NOW)
    assert [r["platform"] for r in rows_of(store, "coverage")] == ["facebook"]


def test_an_incomplete_silence_says_nothing(store: Store, tmp_path: Path) -> None:
    draft = draft_in(store, silent_log(tmp_path, ("1/10/2024", "Nihil", "")))
    with pytest.raises(RefusedError, match="menyatakan nihil, tetapi laporannya belum lengkap"):
        commit(store, draft, told(False), lists(), NOW)
    assert rows_of(store, "uploads") == []
