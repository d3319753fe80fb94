"""Rows of a hand-made table that are no posts: headings, totals, numbering, repeated headers, empty days, signatures.

A row is left out only on what it says itself; a text that merely begins like a total or a signature is a post.
"""

import re
from collections.abc import Sequence

from indonesia import MISSING, MONTH_NUMBERS, plain, read_date
from loaders.columns import Columns
from loaders.containers import Row
from loaders.headers import Table, normal_header
from loaders.rows import cell_text, links_in

_TOTAL = re.compile(r"^(jumlah|total|grand total|sub ?total|rata-? ?rata|rekap)\b")
_COUNT = re.compile(r"^[\d.,\s%±+:-]*(rb|ribu|jt|juta|k|m)?\s*(unggahan|posting\w*|konten|kali|orang|berita|tautan)?$")
_SIGNATURE = re.compile(
    r"^(mengetahui|menyetujui|dibuat oleh|disusun oleh|yang membuat|pembuat laporan)\W*"
    r"((kepala|plt|plh|pj|a\.?n|sekretaris|camat|direktur|inspektur|atasan|pejabat|pimpinan|laporan)\b.*)?$"
    r"|\bnip\b[ .:]*[\d ]{8,}"
)
_WEEKDAY = r"\b(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)\b"
_PLACE_AND_DATE = re.compile(rf"^(?!.*{_WEEKDAY})[a-z .]{{3,40}}, *(\d{{1,2}}|\.{{2,}})? *[a-z]+ +\d{{4}}$")
_NONE = frozenset(
    {"nihil", "tidak ada", "tidak ada postingan", "tidak ada unggahan", "tidak ada kegiatan", "libur", "kosong"}
)
_BESIDE_THE_POST = ("date", "time", "stamp", "opd", "bidang", "account")
_DATE_WORDS = re.compile(rf"{_WEEKDAY}|\b(?:hari|tanggal|tgl|{'|'.join(MONTH_NUMBERS)})\b|[\d\W_]")
_RANGE = re.compile(r"\d\s*(?:-|&|dan|sampai|hingga|s\W{0,2}d\W?)\s*\d{1,2}\s+[a-z]")
_OPD = re.compile(
    r"^(?:[a-z0-9]{1,3}[.)]\s*)?((?:dinas|badan|kecamatan|kantor camat|inspektorat|sekretariat|satuan polisi|rsud"
    r"|rumah sakit|bagian)\b.*)$",
    re.IGNORECASE,
)


def is_numbering(row: Row, below: int) -> bool:
    """Whether the row under the header only numbers the columns: 1 2 3 or (1) (2) (3)."""
    texts = [re.sub(r"[()]", "", cell_text(cell)) for cell in row if cell_text(cell)]
    return below <= 2 and len(texts) >= 3 and texts == [str(i) for i in range(1, len(texts) + 1)]


def repeats_header(row: Row, table: Table) -> bool:
    """Whether a row is the header once more."""
    same = 0
    for cell, name in zip(row, table.names, strict=False):
        # A cell that does not even begin like its header need not be brought into the form of one.
        if name and isinstance(cell, str) and cell.strip()[:1].casefold() == name[:1]:
            same += normal_header(cell) == name
    return same >= 3


def is_total(texts: Sequence[str]) -> bool:
    """Whether a row sums up: a word for it and nothing but counts beside it."""
    return bool(_TOTAL.match(plain(texts[0]))) and all(_COUNT.match(plain(text)) for text in texts[1:])


def is_signature(texts: Sequence[str]) -> bool:
    """Whether a row begins the signature block: few cells, no link, and the words of one."""
    if not texts or len(texts) > 3 or any(links_in(text) for text in texts):
        return False
    words = [plain(text) for text in texts]
    return any(_SIGNATURE.search(word) for word in words) or (len(words) == 1 and bool(_PLACE_AND_DATE.match(words[0])))


def end_of_list(rows: Sequence[Row]) -> int:
    """How many rows stand before the signature block that closes a list; a list may go on after one (a new page)."""
    end = len(rows)
    for index in range(len(rows) - 1, -1, -1):
        texts = [text for cell in rows[index] if (text := cell_text(cell))]
        if len(texts) > 3 or any(links_in(text) for text in texts):
            break
        if is_signature(texts):
            end = index
    return end


def is_heading(row: Row, texts: Sequence[str], columns: Columns) -> bool:
    """Whether a row holds one text which is neither a link nor a post's title."""
    filled = [place for place, cell in enumerate(row) if cell_text(cell)]
    if len(set(texts)) != 1 or links_in(texts[0]) or not isinstance(row[filled[0]], str):
        return False
    titles = {*columns.roles.get("title", ()), *columns.roles.get("caption", ()), *columns.roles.get("note", ())}
    return not (len(filled) == 1 and filled[0] in titles and filled[0] > 0)


def date_of_heading(text: str) -> str:
    """The heading itself if it is one date and nothing else ("Senin, 7 Oktober 2024"), else the empty string."""
    words = plain(text)
    only = not _DATE_WORDS.sub("", words) and not _RANGE.search(words)
    return text if only and read_date(text, year=2000).at else ""


def opd_of_heading(text: str) -> str:
    """The OPD that a heading names, or the empty string."""
    found = _OPD.match(text.strip())
    return found.group(1).strip(" .:") if found else ""


def says_none(cells: dict[str, object], wide: dict[str, str]) -> bool:
    """Whether a row states that nothing was published."""
    told = [plain(cell_text(cells.get(role, ""))) for role in ("title", "caption", "note", "link")]
    told = [text for text in told if text and text != "-"]
    return not wide and bool(told) and all(text.rstrip(".") in _NONE for text in told)


def is_empty_day(row: Row, columns: Columns) -> bool:
    """Whether a row was prepared and never filled in: a number, a day, an OPD, and nothing of a post."""
    beside = {place for role in _BESIDE_THE_POST for place in columns.roles.get(role, ())}
    words = [plain(cell_text(cell)) for place, cell in enumerate(row) if place not in beside]
    return all(word in MISSING or word.rstrip(".").isdigit() or re.fullmatch(_WEEKDAY, word) for word in words)
