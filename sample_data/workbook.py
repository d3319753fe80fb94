"""Saves a workbook so that the same content gives the same bytes: fixed dates inside and in the zip."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

_FIXED = datetime(2024, 12, 31, 12, 0, 0)
_DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def save(book: Workbook, path: Path) -> None:
    """Write the workbook; its properties say when and by whom only in an invented way."""
    book.properties.creator = "DATA CONTOH"
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            stamp = _FIXED.isoformat().encode() + b"Z"
            target.writestr(entry, _DATES.sub(rb"\g<1>" + stamp, source.read(name)))


def day_cell(day: date) -> datetime:
    """A day as a spreadsheet keeps it: midnight."""
    return datetime(day.year, day.month, day.day)
