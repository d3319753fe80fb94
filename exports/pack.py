"""The meeting pack: the same answers as slides, workbook, pages, text and picture, one by one or all in a zip."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charts.model import Answer
from exports.book import book
from exports.edition import Edition
from exports.message import message
from exports.poster import poster
from exports.profiles import profiles as profile_pages
from exports.report import report
from exports.slides import deck
from exports.zipped import EPOCH

Progress = Callable[[float, str], object]
"""Told the share that is done, 0 to 1, and what is being made."""


FILES = {
    ".pptx": "Slide (PPTX)",
    ".xlsx": "Lembar kerja (XLSX)",
    ".pdf": "Halaman cetak (PDF)",
    "_profil.pdf": "Profil tiap OPD (PDF)",
    "_whatsapp.txt": "Teks WhatsApp",
    "_gambar.png": "Gambar untuk ponsel (PNG)",
}
"""How the name of each file of a pack ends, and what the screen calls it."""
PROFILES = "Profil Publikasi OPD"


def endings_of(profiles: bool) -> list[str]:
    """The endings of the files that a pack with or without profiles holds."""
    return [ending for ending in FILES if profiles or ending != "_profil.pdf"]


def pack(
    answers: Sequence[Answer], edition: Edition, stem: str, progress: Progress, profiles: Sequence[Answer] = ()
) -> dict[str, bytes]:
    """The files of a pack by name: PPTX, XLSX, PDF, and for the phone a text and a picture of the first answer.

    `profiles`, one an OPD, are a PDF of their own. The same answers and edition give the same bytes.
    """
    makers: dict[str, Callable[[], bytes]] = {
        ".pptx": lambda: deck(answers, edition),
        ".xlsx": lambda: book(answers, edition),
        ".pdf": lambda: report(answers, edition),
        "_profil.pdf": lambda: profile_pages(profiles, replace(edition, title=PROFILES)),
        "_whatsapp.txt": lambda: message(answers, edition).encode("utf-8"),
        "_gambar.png": lambda: poster(answers[0], edition),
    }
    endings = endings_of(bool(profiles))
    files = {}
    for at, ending in enumerate(endings):
        progress(at / len(endings), f"Menyusun {FILES[ending]} …")
        files[f"{stem}{ending}"] = makers[ending]()
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
