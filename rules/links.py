"""Addresses and personal numbers in a caption: which links look like an office's, and numbers that must be masked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from rules.codes import ListError

LINK_CUES = ("tautan_resmi", "tautan_pendek", "nomor_wa", "tautan_tiruan", "tautan_lain", "berkas_apk")
"""Kinds of addresses, the names of their cues."""
NUMBER_CUES = ("nomor_hp", "nomor_rek")
"""Kinds of numbers that are not masked, the names of their cues."""

PERSONAL_DIGITS = 16
"""Digits of the numbers of persons and families (NIK, KK)."""
NUMBER_LEAST = 7
"""Digits that a text with a telephone number or account holds at least."""

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+|\b(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?:/[^\s<>\"']*)?", re.IGNORECASE
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/\s:?#]+)", re.IGNORECASE)
_DOT = re.compile(r"\.(?<=\w\.)[A-Za-z]")
_SPACE = re.compile(r"\s")
_APK = re.compile(r"[\w-]{1,120}\.apk\b", re.IGNORECASE)
_NUMBER = re.compile(rf"(?<![\d.,/-])(?:\d[ .-]?){{{PERSONAL_DIGITS - 1}}}\d(?![\d/]|[.,-]\d)")
_PHONE = re.compile(r"(?:\+?62|0)[ -]?(?:8\d|\d{2,3}[ )-])(?:[ .-]?[\dxX]){6,10}(?![\d])")
_LONG = re.compile(r"(?<!\d)(?<!\d[.,/])\d(?:[ .-]?\d){8,14}(?![\d/]|[.,-]\d)")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
_EXPLICIT = (".id", ".com", ".net", ".org")
"""Endings of hosts that make an address of a word with a dot, without "www" or "/"."""
_KEYS = ("official", "short", "chats", "platforms", "known", "doubtful", "offices")


class Place(NamedTuple):
    """A kind of address or number and its letters."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class LinkWords:
    """Endings and names of hosts, as [links] of rules/lists/caution.toml holds them."""

    official: tuple[str, ...]
    short: tuple[str, ...]
    chats: tuple[str, ...]
    platforms: tuple[str, ...]
    known: tuple[str, ...]
    doubtful: tuple[str, ...]
    offices: tuple[str, ...]

    @cached_property
    def office_pattern(self) -> re.Pattern[str]:
        """Names of offices and benefits inside a host."""
        return re.compile("|".join(map(re.escape, self.offices)))

    @cached_property
    def hints(self) -> frozenset[str]:
        """The first two letters of all endings of hosts by which any kind here is told, and of programs."""
        hosts = (*_EXPLICIT, *self.official, *self.short, *self.chats, *self.doubtful, ".apk")
        return frozenset(host.rsplit(".", 1)[-1][:2] for host in hosts)

    @cached_property
    def platform_ends(self) -> tuple[str, ...]:
        """What the hosts of the platforms end with once a dot stands before them."""
        return tuple(f".{one}" for one in self.platforms)


def parse_links(name: str, data: Any) -> LinkWords:
    """The lists of hosts from their part of a TOML text; raises ListError with a sentence in Indonesian."""
    if not isinstance(data, Mapping) or set(data) != set(_KEYS):
        raise ListError(f"Daftar {name}: bagian “links” harus memuat {', '.join(_KEYS)}.")
    for key, value in data.items():
        if (
            not isinstance(value, list)
            or not value
            or not all(isinstance(text, str) and text.strip() for text in value)
        ):
            raise ListError(f"Daftar {name}: “{key}” pada links harus berupa daftar teks yang tidak kosong.")
    return LinkWords(**{key: tuple(text.casefold() for text in data[key]) for key in _KEYS})


def links_in(text: str, links: LinkWords) -> list[Place]:
    """The addresses of a text by kind (LINK_CUES); those of the platforms are left out: a post links to posts."""
    found = []
    for start, part in _dotted(text):
        apk = _APK.search(part)
        if apk:
            found.append(Place("berkas_apk", start + apk.start(), start + apk.end()))
            continue
        for one in _LINK.finditer(part):
            kind = _kind(one.group().casefold(), links)
            if kind:
                found.append(Place(kind, start + one.start(), start + one.end()))
    return found


def _dotted(text: str) -> Iterator[tuple[int, str]]:
    """What stands between two spaces and holds a dot before a letter, and where it begins."""
    end = 0
    for dot in _DOT.finditer(text):
        if dot.start() >= end:
            before = text[end : dot.start()].rsplit(None, 1)[-1]
            space = _SPACE.search(text, dot.end())
            end = space.start() if space else len(text)
            yield dot.start() - len(before), text[dot.start() - len(before) : end]


def _kind(address: str, links: LinkWords) -> str:
    """What kind of address it is, "" for those that say nothing."""
    host_found = _HOST.match(address)
    host = host_found.group(1).rstrip(".,;!)") if host_found else ""
    if "." not in host or address.endswith(".apk"):
        return ""
    explicit = "/" in address or address.startswith("www")
    ended = explicit or host.endswith(_EXPLICIT)
    posing = not host.endswith(links.known) and ended and bool(links.office_pattern.search(host))
    kinds = (
        ("tautan_resmi", host.endswith(links.official)),
        ("tautan_pendek", host in links.short),
        ("nomor_wa", host in links.chats),
        ("", f".{host}".endswith(links.platform_ends)),
        ("tautan_tiruan", posing or (host.endswith(links.doubtful) and (explicit or len(host) > 6))),
        ("tautan_lain", ended),
    )
    return next((kind for kind, true in kinds if true), "")


def personal_numbers(text: str) -> list[Place]:
    """Numbers of 16 digits, as NIK and KK have them, also written in groups; addresses are left out."""
    if sum(map(str.isdigit, text)) < PERSONAL_DIGITS:
        return []
    links = [(one.start(), one.end()) for one in _LINK.finditer(text)]
    return [
        Place("nomor_induk", one.start(), one.end())
        for one in _NUMBER.finditer(text)
        if not any(start <= one.start() < end for start, end in links)
    ]


def numbers_in(text: str) -> list[Place]:
    """Telephone numbers (`nomor_hp`) and other numbers of 9 to 15 digits, such as those of accounts (`nomor_rek`)."""
    if sum(map(str.isdigit, text)) < NUMBER_LEAST:
        return []
    phones = [Place("nomor_hp", one.start(), one.end()) for one in _PHONE.finditer(text)]
    return phones + [
        Place("nomor_rek", one.start(), one.end())
        for one in _LONG.finditer(text)
        if not any(phone.start < one.end() and one.start() < phone.end for phone in phones)
        and not _AMOUNT.fullmatch(one.group())
    ]


def mask_personal(text: str) -> str:
    """The text with every number of 16 digits masked but for its last two digits; its length stays the same."""
    for place in reversed(personal_numbers(text)):
        number = text[place.start : place.end]
        masked = "".join("•" if letter.isdigit() else letter for letter in number[:-2]) + number[-2:]
        text = text[: place.start] + masked + text[place.end :]
    return text
