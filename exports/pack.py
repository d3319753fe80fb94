"""The meeting pack: the same answers as slides, workbook, pages, text and picture, one by one or all in a zip."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charts.model import Answer
from exports.book import book
from exports.edition import Edition
from exports.message import message
from exports.poster import poster
from exports.report import report
from exports.slides import deck
from exports.zipped import EPOCH

Progress = Callable[[float, str], None]
"""Told the share that is done, 0 to 1, and what is being made."""


def pack(answers: Sequence[Answer], edition: Edition, stem: str, progress: Progress) -> dict[str, bytes]:
    """The files of a pack by name: PPTX, XLSX, PDF, and for the phone a text and a picture of the first answer.

    The same answers and edition give the same bytes.
    """
    makers: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
        ("slide", f"{stem}.pptx", lambda: deck(answers, edition)),
        ("lembar kerja", f"{stem}.xlsx", lambda: book(answers, edition)),
        ("halaman cetak", f"{stem}.pdf", lambda: report(answers, edition)),
        ("teks WhatsApp", f"{stem}_whatsapp.txt", lambda: message(answers, edition).encode("utf-8")),
        ("gambar", f"{stem}_gambar.png", lambda: poster(answers[0], edition)),
    )
    files = {}
    for at, (words, name, make) in enumerate(makers):
        progress(at / len(makers), f"Menyusun {words} …")
        files[name] = make()
    progress(1.0, "Bahan rapat selesai disusun.")
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in one zip, without the clock."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as whole:
        for name, content in files.items():
            whole.writestr(ZipInfo(name, EPOCH), content, ZIP_DEFLATED)
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files of a zip that `zipped` made."""
    with ZipFile(BytesIO(content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}
