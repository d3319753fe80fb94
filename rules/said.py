"""What a log itself says about topic and subject, as codes."""

import re
from collections.abc import Iterable, Mapping

from posts import normal_text
from rules.context import Unit
from rules.lists import Lists, seed_lists
from rules.subjects import DETAILS
from rules.units import said_unit

_NUMBERING = re.compile(r"^\W*(?:t?\d{1,2}\s*[.):-]+\s*|[a-z][.)]\s+)?", re.IGNORECASE)
_HEADS = re.compile(r"\b(?:kepala (?:dinas|badan|opd)|pimpinan opd|kadis|kadin|kaban|camat|direktur)\b", re.IGNORECASE)
_LEADERS = re.compile(r"\b(?:bupati|wabup|sekda|sekretaris daerah|kepala daerah|pimpinan daerah)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*[;,/|]\s*|\s+(?:dan|&)\s+")


def said_topic(text: str, lists: Lists | None = None) -> str | None:
    """The topic code of what a log says ("Bantuan Sosial"), None if it says nothing known; several: the first known."""
    return _code(text, (lists or seed_lists()).said_topics)


def said_subject(text: str, lists: Lists | None = None) -> str | None:
    """The subject code of what a log says ("Kegiatan Pimpinan", "Bidang Bina Marga"), None if it says nothing known."""
    known = (lists or seed_lists()).said_subjects
    code = _code(text, known)
    if code:
        return code
    first = _plain(text).split(" ", 1)[0]
    return known.get(f"{first} …") if first else None


def said_bidang(text: str, units: Iterable[Unit], lists: Lists | None = None) -> str | None:
    """The unit_id that a log's cell names ("Bidang Bina Marga", "Kabid. PSP") among the units of its agency.

    None if none of them fits, or more than one.
    """
    return said_unit(text, units, (lists or seed_lists()).marks)


def said_detail(said: str, subject: str, read: str) -> str:
    """The finer code of a subject that a log says; for `pimpinan` the head of an agency by its title, else what was
    read from the caption if that is a leader, else a leader of the regency."""
    if subject in DETAILS:
        return DETAILS[subject]
    if _HEADS.search(said):
        return "pimpinan_opd"
    if _LEADERS.search(said) or not read.startswith("pimpinan"):
        return "pimpinan_daerah"
    return read


def _plain(text: str) -> str:
    """A cell as it is compared: small letters, no numbering, no punctuation around it."""
    return _NUMBERING.sub("", normal_text(text)).strip(" .:#-*\"'()")


def _code(text: str, known: Mapping[str, str]) -> str | None:
    """The code of the whole cell, else of the first of its parts that is known."""
    whole = _plain(text)
    if not whole:
        return None
    for part in (whole, *_PARTS.split(whole)):
        if part in known:
            return known[part]
    return None
