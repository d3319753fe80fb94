"""The menu of one chart: each kind of file fetched and opened, with the numbers of the chart; the menu stays open."""

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.steps import Watched, settled

pytestmark = [pytest.mark.browser, pytest.mark.long]
STEM = "aktivitas-harian_2024-10_semua-opd-semua-platform"


def fetched(page: Page, words: str, ending: str) -> bytes:
    """The file behind an item of the open menu, which stays open for the next."""
    menu = page.get_by_test_id("stPopoverBody")
    with page.expect_download() as download:
        menu.get_by_role("button", name=words).click()
    assert download.value.suggested_filename == f"{STEM}.{ending}"
    expect(menu).to_be_visible()
    return Path(download.value.path()).read_bytes()


def test_each_file_of_a_chart_opens_with_its_numbers(watched_filled: Watched) -> None:
    """Dinas A has two konten on each of the first thirty days of October."""
    page = watched_filled.open("/activity?periode=2024-10")
    settled(page)
    page.get_by_test_id("stMain").get_by_role("button", name=re.compile("Unduh$")).first.click()
    picture = Image.open(io.BytesIO(fetched(page, "Gambar (PNG)", "png")))
    assert (picture.format, picture.width) == ("PNG", 2000)
    (slide,) = Presentation(io.BytesIO(fetched(page, "Slide (PPTX)", "pptx"))).slides
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    cells = {row.cells[0].text: [cell.text for cell in row.cells][1:] for row in table.rows}
    assert cells["Dinas A"] == ["2"] * 30 + [cells["Dinas A"][30]]
    assert "DATA CONTOH – REKAAN" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    drawn = load_workbook(io.BytesIO(fetched(page, "Lembar kerja (XLSX)", "xlsx")))["Grafik"]
    numbers = {row[0]: row[1:] for row in drawn.iter_rows(min_row=6, values_only=True)}
    assert numbers["Dinas A"][:30] == (2,) * 30
    lines = list(csv.DictReader(io.StringIO(fetched(page, "Teks (CSV)", "csv").decode("utf-8-sig"))))
    told = [line["Konten"] for line in lines if line["OPD"] == "Dinas A"]
    assert told[:30] == ["2"] * 30
