"""Slides and workbooks opened by an office program: every slide a page, words and numbers on it, nothing to repair."""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports.book import book
from exports.edition import Edition
from exports.slides import deck
from tests.exports.samples import NAMES, answer
from tests.programs import require_program

pytestmark = pytest.mark.long
EDITION = Edition("Bahan Rapat", "Kabupaten Contoh", "Oktober 2024", "Semua OPD", "Dibuat 2 November 2024 oleh Sari")


def printed(content: bytes, ending: str, folder: Path) -> list[str]:
    """The text of each page that the office program prints."""
    office = require_program("soffice")
    (folder / f"bahan.{ending}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / f"bahan.{ending}"],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    pages = PdfReader(folder / "bahan.pdf").pages
    return [" ".join(page.extract_text().split()) for page in pages]


@pytest.mark.parametrize("kind", NAMES)
def test_every_slide_is_a_page_with_its_finding_and_number(kind, tmp_path):
    content = deck([answer(kind)], EDITION)
    slides = list(Presentation(BytesIO(content)).slides)
    pages = printed(content, "pptx", tmp_path)
    assert len(pages) == len(slides)
    for number, page in enumerate(pages[1:], 2):
        assert "12 dari 45 OPD yang melapor memenuhi target; 9 belum melapor." in page
        assert page.endswith(str(number)) or f" {number} " in f" {page} "
    assert "1.234" in pages[1]


@pytest.mark.parametrize("kind", NAMES)
def test_every_sheet_prints_with_its_title(kind, tmp_path):
    pages = " ".join(printed(book([answer(kind)], EDITION), "xlsx", tmp_path))
    for words in ("Bahan Rapat – Oktober 2024", "Konten tiap OPD", "Tabel per OPD", "Dibuat 2 November 2024 oleh Sari"):
        assert words in pages
    assert "Err:" not in pages
    assert "#NAME?" not in pages
