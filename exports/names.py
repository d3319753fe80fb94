"""Names of exported files: what it is, of when, of whom; the same on every system."""

import re
import unicodedata

from indonesia import MONTH_NUMBERS

LONGEST_PART = 48


def file_stem(name: str, period: str = "", filters: str = "") -> str:
    """`capaian-target_2024-10_semua-opd` from a name, a period in words or codes, and filters in words.

    Small letters, digits, hyphens and underscores only, at most 146 characters; "data" where nothing is left.
    """
    parts = [_part(text) for text in (name, _period(period), filters)]
    return "_".join([parts[0] or "data", *(part for part in parts[1:] if part)])


def _period(words: str) -> str:
    """A month in words as its code, so that files sort: "Oktober 2024" is 2024-10. Other periods stay words."""
    found = re.fullmatch(r"\s*([A-Za-z]+)\s+(\d{4})\s*", words)
    month = MONTH_NUMBERS.get(found.group(1).lower()) if found else None
    return f"{found.group(2)}-{month:02d}" if found and month else words


def _part(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_PART].strip("-")
