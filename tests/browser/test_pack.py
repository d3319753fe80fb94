"""A meeting pack made in the browser, its files opened."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.steps import Watched

pytestmark = [pytest.mark.browser, pytest.mark.long]


def test_a_pack_is_made_with_one_button_and_its_files_open(watched_filled: Watched) -> None:
    page = watched_filled.open("/pack?periode=2024-10")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_role("button", name="Buat bahan rapat")).to_be_disabled()
    main.get_by_role("textbox", name="Nama Bapak/Ibu").fill("Sari")
    main.get_by_role("textbox", name="Nama Bapak/Ibu").press("Enter")
    main.get_by_role("button", name="Buat bahan rapat").click()
    whole = main.get_by_role("button", name="Semua berkas (ZIP)")
    expect(whole).to_be_visible(timeout=90_000)
    expect(main.get_by_text("Capaian Target tidak ikut", exact=False).first).to_be_visible()
    with page.expect_download() as download:
        whole.click()
    assert re.fullmatch(
        r"bahan-rapat_2024-10_semua-opd-semua-platform_\d{8}-\d{6}\.zip", download.value.suggested_filename
    )
    with zipfile.ZipFile(Path(download.value.path())) as files:
        made = {name.partition("-platform_")[2][15:]: files.read(name) for name in files.namelist()}
    assert sorted(made) == [".pdf", ".pptx", ".xlsx", "_gambar.png", "_whatsapp.txt"]
    words = " ".join(
        shape.text_frame.text
        for slide in Presentation(io.BytesIO(made[".pptx"])).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    pages = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(made[".pdf"])).pages)
    for text in (words, pages, made["_whatsapp.txt"].decode()):
        assert "60 konten" in text
        assert "oleh Sari" in text
        assert "DATA CONTOH – REKAAN" in text
    assert "Konten per OPD" in load_workbook(io.BytesIO(made[".xlsx"])).sheetnames
