"""A chat exported or copied from WhatsApp: its messages without their heads, and the people whose names must not stay.

Heads that are known: "23/10/24 08.15 - Ani: …", "10/23/24, 8:15 AM - +62 812-…: …" (Android), "[23/10/24, 08.15.32]
Ani: …" (iOS), "[08.15, 23/10/2024] Ani: …" and "[23/10 08.15] Ani: …" (messages copied on the web and on a phone).
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indonesia import plain, read_dates
from loaders.rows import platforms_in

_DATE = r"(?P<date>\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)"
_CLOCK = r"(?P<clock>\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?)"
_HEADS = tuple(
    re.compile(head, re.IGNORECASE)
    for head in (
        rf"^{_DATE},?\s+(?:pukul\s+)?{_CLOCK}\s+[-–]\s+(?P<rest>.*)$",
        rf"^\[{_DATE},?\s+(?:pukul\s+)?{_CLOCK}\]\s*(?P<rest>.*)$",
        rf"^\[{_CLOCK},\s*{_DATE}\]\s*(?P<rest>.*)$",
    )
)
_LIKELY = re.compile(
    "^[\\s\u200e\u200f\u202a-\u202e\ufeff]{0,4}\\[?\\d{1,4}[/.:-]\\d{1,2}[^\n\\]]{0,30}?(?:\\s[-–]\\s|\\]).*$",
    re.MULTILINE,
)
"""Lines that are worth a closer look: a long csv is full of days."""
_NAME = re.compile(r"^(?P<name>[^:]{1,80}):(?:\s+|$)(?P<text>.*)$")
_NO_NAME = re.compile(r"^(?:https?|link|tautan|url|judul|caption|kegiatan|ket|keterangan|rekap\b.*|laporan\b.*)$")
_SYSTEM = re.compile(
    r"\b(?:mengubah|mengganti) (?:subjek|deskripsi|ikon|nama|pengaturan)"
    r"|\bchanged (?:the |this )?(?:subject|group|desc)|terenkripsi|end-to-end"
    r"|dibuat oleh|\bcreated group|menambahkan|\badded\b"
)
ORDERS = {"day": "hari/bulan/tahun", "month": "bulan/hari/tahun"}
_MARKS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Marks of direction and control that WhatsApp writes around names and before its own words."""

_NUMBER = re.compile(
    r"(?<![\w/])(?:\+\d|(?:\+?\s?62|\(?0)[\s().-]*8)(?:[\s().-]{0,2}\d){7,13}(?!\d)|(?<!\d)\d{10,18}(?!\d)"
)
"""A telephone number, or digits as long as one (NIK, NIP)."""
_MENTION = re.compile(r"@~?\s*(?=\s|$|[,.;:!?])")
_OFFICE = re.compile(
    r"^(?:(?:admin|humas|medsos)\s+)?(?:dinas|badan|kecamatan|kec\.?|kantor camat|inspektorat|sekretariat"
    r"|satuan polisi|rsud|rumah sakit|bagian)\s.*$|^(?:din(?:kes|sos|kop)|dis[a-z]{3,}|kominfo|bappeda|bapenda|bpbd"
    r"|bpkad|bkpsdm|dlh|satpol pp|damkar|rsud|setda|setwan|inspektorat|prokopim)$"
)
"""A contact saved under the name of an office: nobody's name, and the word by which the text itself names its OPD."""


class People:
    """Names of senders, ready to be taken out of any text."""

    def __init__(self, names: Sequence[str]) -> None:
        own = {_bare(name) for name in names}
        own = {name for name in own if name and not _OFFICE.match(plain(name))}
        forms = [r"\s+".join(map(re.escape, name.split())) for name in sorted(own, key=len, reverse=True)]
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if forms else None
        self._words = [frozenset(plain(name).split()) for name in own]

    def without(self, text: str) -> str:
        """A text without names of senders and without telephone numbers; spaces single."""
        before = None
        while before != text:
            before = text
            text = _NUMBER.sub(" ", text)
            text = self._names.sub(" ", text) if self._names else text
            text = " ".join(_MENTION.sub(" ", text).split())
        return text

    def is_name(self, text: str) -> bool:
        """Whether a line holds nothing but words of one sender's name: a signature."""
        words = frozenset(re.findall(r"\w+", plain(text)))
        return bool(words) and any(words <= name for name in self._words)


@dataclass(frozen=True)
class Message:
    """One message: its day (None if its head has none that can be read), its sender as a number, its lines."""

    day: dt.date | None
    sender: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Chat:
    """The messages of a text, the names that stood in their heads, and how the days of the heads were read ("")."""

    messages: tuple[Message, ...]
    people: People
    order: str = ""


def _bare(name: str) -> str:
    return " ".join(_MARKS.sub("", name).strip("~ \u00a0").split())


@dataclass(frozen=True)
class _Head:
    """The head of a message: its day as written, whether its clock has am or pm, the name, what follows on its line."""

    date: str
    half_days: bool
    name: str
    text: str


def is_chat(text: str) -> bool:
    """Whether a text holds at least one message with the head that WhatsApp gives it."""
    return any(
        (head := _head(_MARKS.sub("", found.group(0)).strip())) and head.name for found in _LIKELY.finditer(text)
    )


def read_chat(text: str) -> Chat:
    """The messages of a text; a text without heads is one message of nobody."""
    lines = _lines(text)
    heads = [_head(line) for line in lines]
    if not any(head and head.name for head in heads):
        return Chat((Message(None, 0, tuple(lines)),), People(()))
    found: list[tuple[_Head | None, list[str]]] = [(None, [])]
    for line, head in zip(lines, heads, strict=True):
        if head:
            found.append((head, [head.text] if head.name else []))
        elif found[-1][0] is None or found[-1][0].name:  # under a word of WhatsApp itself stands nobody's message
            found[-1][1].append(line)
    days, order = _days([head for head, _ in found if head])
    day_of = dict(zip([id(head) for head, _ in found if head], days, strict=True))
    names = dict.fromkeys(head.name for head, _ in found if head and head.name)
    numbers = {name: number for number, name in enumerate(names, 1)}
    messages = tuple(
        Message(day_of.get(id(head)), numbers[head.name] if head else 0, tuple(body))
        for head, body in found
        if any(body) and (head is None or head.name)
    )
    return Chat(messages, People(list(names)), order)


def _lines(text: str) -> list[str]:
    return [_MARKS.sub("", line).replace("\u00a0", " ").strip() for line in text.splitlines()]


def _head(line: str) -> _Head | None:
    """The head that a line begins with; of a word of WhatsApp itself ("Ani keluar") the name is empty."""
    found = next((match for head in _HEADS if (match := head.match(line))), None)
    if not found:
        return None
    told = _NAME.match(found["rest"])
    half_days = "m" in found["clock"].casefold()
    if not told or _SYSTEM.search(plain(told["name"])):
        return _Head(found["date"], half_days, "", "")
    name = _bare(told["name"])
    if not name or _NO_NAME.match(plain(name)) or (platforms_in(name) and len(name.split()) < 3):
        return None  # "23/10/2024 08.15 - IG: https…" is a line of a recap
    return _Head(found["date"], half_days, name, told["text"])


def _days(heads: Sequence[_Head]) -> tuple[list[dt.date | None], str]:
    """The day of each head, and how day and month were told apart ("" where no head bears a year).

    By a number above 12; else by the order of time, in which messages stand; else am and pm are American.
    """
    dates = [head.date for head in heads]
    read = {order: read_dates(dates, default=order) for order in ORDERS}
    by = {order: [m.at.date() if m.at else None for m in column.moments] for order, column in read.items()}
    if by["day"] == by["month"]:
        return by["day"], ORDERS[read["day"].order] if any(by["day"]) else ""
    back = {order: _steps_back(days) for order, days in by.items()}
    likely = "month" if heads[0].half_days else "day"
    order = likely if back["day"] == back["month"] else min(back, key=lambda o: back[o])
    return by[order], f"{ORDERS[order]} (anggapan)"


def _steps_back(days: Sequence[dt.date | None]) -> tuple[int, int]:
    """How often the days go back, and over how many days they stretch."""
    known = [day for day in days if day]
    back = sum(later < earlier for earlier, later in pairwise(known))
    return back, (max(known) - min(known)).days if known else 0
