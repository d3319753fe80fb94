"""Addresses and personal numbers in a caption: which links look like an office's, and numbers that must be masked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from rules.codes import ListError

LINK_CUES = ("tautan_resmi", "tautan_pendek", "nomor_wa", "tautan_tiruan", "tautan_lain", "berkas_apk")
"""Kinds of addresses, the names of their cues."""
NUMBER_CUES = ("nomor_hp", "nomor_rek")
"""Kinds of numbers that are not masked, the names of their cues."""

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']+|\b(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}(?:/[^\s<>\"']*)?", re.IGNORECASE
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/\s:?#]+)", re.IGNORECASE)
_DOTTED = re.compile(r"\S*\w\.[A-Za-z]\S*")
_APK = re.compile(r"[\w-]{1,120}\.apk\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,/-])(?:\d[ .-]?){15}\d(?![\d/]|[.,-]\d)")
_PHONE = re.compile(r"(?:\+?62|0)[ -]?(?:8\d|\d{2,3}[ )-])(?:[ .-]?[\dxX]){6,10}(?![\d])")
_LONG = re.compile(r"(?<!\d)(?<!\d[.,/])\d(?:[ .-]?\d){8,14}(?![\d/]|[.,-]\d)")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+")
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
    for part in _DOTTED.finditer(text):
        apk = _APK.search(part.group())
        if apk:
            found.append(Place("berkas_apk", part.start() + apk.start(), part.start() + apk.end()))
            continue
        for one in _LINK.finditer(part.group()):
            kind = _kind(one.group().casefold(), links)
            if kind:
                found.append(Place(kind, part.start() + one.start(), part.start() + one.end()))
    return found


def _kind(address: str, links: LinkWords) -> str:
    """What kind of address it is, "" for those that say nothing."""
    host_found = _HOST.match(address)
    host = host_found.group(1).rstrip(".,;!)") if host_found else ""
    if "." not in host or address.endswith(".apk"):
        return ""
    explicit = "/" in address or address.startswith("www")
    ended = explicit or host.endswith((".id", ".com", ".net", ".org"))
    posing = not host.endswith(links.known) and ended and bool(links.office_pattern.search(host))
    kinds = (
        ("tautan_resmi", host.endswith(links.official)),
        ("tautan_pendek", host in links.short),
        ("nomor_wa", host in links.chats),
        ("", any(host == one or host.endswith(f".{one}") for one in links.platforms)),
        ("tautan_tiruan", posing or (host.endswith(links.doubtful) and (explicit or len(host) > 6))),
        ("tautan_lain", ended),
    )
    return next((kind for kind, true in kinds if true), "")


def personal_numbers(text: str) -> list[Place]:
    """Numbers of 16 digits, as NIK and KK have them, also written in groups; addresses are left out."""
    if sum(map(str.isdigit, text)) < 16:
        return []
    links = [(one.start(), one.end()) for one in _LINK.finditer(text)]
    return [
        Place("nomor_induk", one.start(), one.end())
        for one in _NUMBER.finditer(text)
        if not any(start <= one.start() < end for start, end in links)
    ]


def numbers_in(text: str) -> list[Place]:
    """Telephone numbers (`nomor_hp`) and other numbers of 9 to 15 digits, such as those of accounts (`nomor_rek`)."""
    if sum(map(str.isdigit, text)) < 7:
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
