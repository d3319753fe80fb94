"""An unknown export in a real browser: mapped once, stored, and the next one with its headers is not asked about."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.steps import Watched, answer, choose, drop, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]

HEADER = "Date;Hour;Content;Type;Url;Tayangan;Likes"


def planner(path: Path, first: int) -> Path:
    """Two posts of a planning tool, day first, thousands with a dot."""
    lines = [
        f"{20 + number}/10/2024;08:15;Jadwal posyandu {number};IMAGE;https://www.instagram.com/p/AAAAA{number}/;1.200;7"
        for number in (first, first + 1)
    ]
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return path


def test_an_unknown_file_is_mapped_once(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/upload")
    drop(page, planner(tmp_path / "satu.csv", 1))
    expect(page.get_by_role("heading", name="Judul kolom belum dikenali")).to_be_visible()
    expect(page.get_by_text("“Tayangan” berarti penayangan (views) pada Instagram")).to_be_visible()
    page.get_by_role("button", name="Baca dengan pemetaan ini").click()
    expect(page.get_by_text("“21/10/2024 08:15:00” pada baris 2: hari lebih dahulu")).to_be_visible()
    expect(page.get_by_text("“1.200” pada baris 2 dibaca dengan titik sebagai tanda ribuan")).to_be_visible()
    choose(page, "“OPD tidak tertulis pada berkas” pada satu.csv (2 unggahan) milik OPD mana?", "Dinas Kesehatan")
    answer(page)
    expect(page.get_by_text("satu.csv tersimpan: 2 unggahan baru")).to_be_visible()

    settled(page)
    drop(page, planner(tmp_path / "dua.csv", 3))
    expect(page.get_by_text("kolom dipetakan seperti sebelumnya oleh Ani (uji)")).to_be_visible()
    expect(page.get_by_role("heading", name="Judul kolom belum dikenali")).to_have_count(0)
    choose(page, "“OPD tidak tertulis pada berkas” pada dua.csv (2 unggahan) milik OPD mana?", "Dinas Kesehatan")
    answer(page)
    expect(page.get_by_text("dua.csv tersimpan: 2 unggahan baru")).to_be_visible()


def test_a_picture_may_be_dropped_and_is_told_the_way_out(visitor: Watched, tmp_path: Path) -> None:
    (tmp_path / "layar.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    page = visitor.open("/upload")
    drop(page, tmp_path / "layar.png")
    expect(page.get_by_text("Tangkapan layar belum dapat dibaca. Mohon tempelkan tautannya.")).to_be_visible()
