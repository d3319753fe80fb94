"""The regency's emblem on a pack, refused and taken, and what of one OPD is sent by phone, in a browser."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.steps import Watched, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]


def emblem(folder: Path, name: str, kind: str) -> str:
    """A picture of 80 × 100 points as a file of this kind."""
    Image.new("RGB", (80, 100), "#0B5CAD").save(folder / name, kind)
    return str(folder / name)


def test_an_emblem_is_refused_in_plain_words_or_shown(watched_filled: Watched, tmp_path: Path) -> None:
    page = watched_filled.open("/pack?periode=2024-10")
    page.get_by_text("Nama dan lambang daerah pada bahan rapat: nama belum diisi, tanpa lambang").click()
    field = page.get_by_test_id("stFileUploaderDropzoneInput")
    settled(page)
    field.set_input_files(emblem(tmp_path, "lambang.jpg", "JPEG"))
    settled(page)
    page.get_by_label("Nama Bapak/Ibu yang mengubah").last.fill("Sari")
    page.get_by_role("button", name="Simpan lambang").click()
    expect(page.get_by_text("Berkas ini bukan gambar PNG.", exact=False)).to_be_visible()
    page.get_by_role("button", name="Remove lambang.jpg").click()
    settled(page)
    field.set_input_files(emblem(tmp_path, "lambang.png", "PNG"))
    settled(page)
    page.get_by_role("button", name="Simpan lambang").click()
    expect(page.get_by_text("Nama dan lambang daerah pada bahan rapat: nama belum diisi", exact=True)).to_be_visible()


def test_text_and_picture_of_one_opd(watched_filled: Watched) -> None:
    page = watched_filled.open("/agency?periode=2024-10&opd=a")
    page.get_by_text("Teks WhatsApp dan gambar untuk ponsel").click()
    expect(page.get_by_text("*Rekap Media Sosial OPD – Oktober 2024*", exact=False)).to_be_visible()
    expect(page.get_by_text("Belum dibandingkan dengan September 2024", exact=False)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Gambar untuk ponsel (PNG)").click()
    assert download.value.suggested_filename == "rekap-opd_2024-10_dinas-a_gambar.png"
    picture = Image.open(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert (picture.format, picture.size) == ("PNG", (1080, 1350))
