"""A month closed in a real browser: a late file changes no number and is listed; an OPD objects, the office decides."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.made_files import hand_made_log, instagram_export
from tests.browser.steps import Watched, answer, choose, drop, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]
NUMBERS = "1 dari 54 OPD melapor .* 2 konten melalui 4 unggahan"


def heading(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_role("heading", name=re.compile(words))).to_be_visible()


def sign(page: Page, name: str, office: str) -> None:
    """Say who one is."""
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill(name)
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    choose(page, "Instansi Bapak/Ibu", office)


def hand_in(visitor: Watched, file: Path, stored: str, agency: str = "") -> None:
    """Store a report; with `agency` a late one that does not say whose it is."""
    page = visitor.open("/upload")
    drop(page, file)
    if agency:
        choose(page, "milik OPD mana?", agency)
        expect(page.get_by_text("Oktober 2024 sudah ditutup. Angkanya tidak berubah")).to_be_visible()
    else:
        expect(page.get_by_text("OPD dikenali").first).to_be_visible()
    answer(page)
    expect(page.get_by_text(stored)).to_be_visible()


def close(visitor: Watched) -> None:
    page = visitor.open("/closing?bulan=2024-10")
    heading(page, "Oktober 2024 masih terbuka")
    expect(page.get_by_role("button", name="Tutup Oktober 2024")).to_be_disabled()
    sign(page, "Ani (uji)", "Kantor")
    page.get_by_role("button", name="Tutup Oktober 2024").click()
    expect(page.get_by_text("Oktober 2024 ditutup. Angkanya kini tetap pada semua halaman.")).to_be_visible()
    heading(page, "Oktober 2024 sudah ditutup")
    expect(page.get_by_text("Belum ada perubahan sejak bulan ini ditutup.")).to_be_visible()


def object_and_decide(visitor: Watched) -> None:
    page = visitor.open("/objections")
    sign(page, "Rini (uji)", "Dinas Sosial")
    page.get_by_label("Isi sanggahan").fill("Akun kami diretas pada awal Oktober.")
    page.get_by_label("Isi sanggahan").blur()
    settled(page)
    page.get_by_role("button", name="Ajukan sanggahan").click()
    expect(page.get_by_text("dicatat atas nama Rini (uji) (identitas tidak diverifikasi)")).to_be_visible()
    expect(page.get_by_text(re.compile("Menunggu keputusan$"))).to_be_visible()
    expect(page.get_by_role("button", name="Simpan keputusan")).to_have_count(0)
    sign(page, "Ani (uji)", "Kantor")
    page.get_by_text("Diterima: Hari dihitung sebagai dispensasi").click()
    page.get_by_label("Alasan keputusan").fill("Surat pemberitahuan diterima.")
    page.get_by_label("Alasan keputusan").blur()
    settled(page)
    page.get_by_role("button", name="Simpan keputusan").click()
    expect(page.get_by_text("Sanggahan Dinas Sosial diterima.")).to_be_visible()
    expect(page.get_by_text("Dikabulkan: hari dihitung sebagai dispensasi.")).to_be_visible()


def test_a_late_file_changes_no_number_of_a_closed_month_and_an_objection_is_decided(
    visitor: Watched, tmp_path: Path
) -> None:
    hand_in(visitor, hand_made_log(tmp_path / "Laporan Okt 2024.xlsx"), "tersimpan: 4 unggahan baru")
    page = visitor.open("/?periode=2024-10")
    heading(page, NUMBERS)
    expect(page.get_by_text(re.compile("Sementara, 1 dari 54 OPD melapor")).first).to_be_visible()
    close(visitor)
    hand_in(visitor, instagram_export(tmp_path / "ekspor.csv"), "tersimpan: 3 unggahan baru", "Dinas Kesehatan")
    page = visitor.open("/?periode=2024-10")
    heading(page, NUMBERS)
    expect(page.get_by_text(re.compile(r"Ditutup .*: 1 dari 54 OPD melapor")).first).to_be_visible()
    expect(page.get_by_text(re.compile("Perubahan setelah penutupan Oktober 2024"))).to_be_visible()
    object_and_decide(visitor)
