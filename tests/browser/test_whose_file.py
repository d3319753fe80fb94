"""Whose a refused file is, in a real browser: the office says it, and the OPD is no longer without a report."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.made_files import hand_made_log
from tests.browser.steps import Watched, answer, choose, drop, look_at_file, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]
FILE = "Rekap Okt 2024.csv"


def test_an_opd_whose_file_was_refused_counts_as_received(visitor: Watched, tmp_path: Path) -> None:
    page = visitor.open("/upload")
    drop(page, hand_made_log(tmp_path / "Laporan Okt 2024.xlsx"))
    expect(page.get_by_text("OPD dikenali").first).to_be_visible()
    answer(page)
    expect(page.get_by_text("tersimpan: 4 unggahan baru")).to_be_visible()
    (tmp_path / FILE).write_text("Date,Views\n2024-10-01,5\n2024-10-02,7\n")
    page = visitor.open("/upload")
    drop(page, tmp_path / FILE)
    expect(page.get_by_text("berisi angka rekap").first).to_be_visible()
    page = visitor.open("/reporting?periode=2024-10&opd=dinas-kesehatan")
    unread = page.get_by_test_id("stMetric").filter(has_text="Diterima, belum terbaca")
    expect(unread).to_contain_text("0")
    page = visitor.open("/ledger")
    look_at_file(page, FILE)
    expect(page.get_by_role("button", name="Catat pemilik berkas")).to_be_disabled()
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill("Budi (uji)")
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    choose(page, "Milik OPD", "Dinas Kesehatan")
    page.get_by_role("button", name="Catat pemilik berkas").click()
    settled(page)
    expect(page.get_by_role("button", name="Tarik kembali catatan Dinas Kesehatan")).to_be_visible()
    page = visitor.open("/reporting?periode=2024-10&opd=dinas-kesehatan")
    expect(unread).to_contain_text("1")
    expect(page.get_by_text(re.compile("1 diterima, belum terbaca")).first).to_be_visible()
