"""Typed text made comparable, and the words that mean: nothing is known."""

import re
import unicodedata

MISSING = frozenset(
    {"", "-", "--", "---", "nihil", "tidak ada", "n/a", "na", "nan", "null", "none", "undefined", "kosong"}
)
"""What is written where nothing is known. Missing is missing: it is never 0."""


def plain(text: object) -> str:
    """Text in lower case, one kind of apostrophe and dash, single spaces; `Jum'at` becomes `jumat`."""
    folded = unicodedata.normalize("NFKC", str(text)).casefold().replace("\ufeff", "")
    folded = re.sub("[’‘`´]", "'", folded)
    folded = re.sub("[–—−]", "-", folded).replace("jum'at", "jumat").replace("jum at", "jumat")
    return " ".join(folded.split())
