"""Typed text made comparable, and the words that mean: nothing is known."""

import unicodedata

MISSING = frozenset(
    {"", "-", "--", "---", "nihil", "tidak ada", "n/a", "na", "nan", "null", "none", "undefined", "kosong"}
)
"""What is written where nothing is known. Missing is missing: it is never 0."""

_MARKS = str.maketrans({"’": "'", "‘": "'", "´": "'", "–": "-", "—": "-", "−": "-"})


def plain(text: object) -> str:
    """Text in lower case, one kind of apostrophe and dash, single spaces; `Jum'at` becomes `jumat`."""
    folded = str(text)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKC", folded).replace("\ufeff", "").translate(_MARKS)
    folded = folded.casefold().replace("`", "'")
    if "jum" in folded:
        folded = folded.replace("jum'at", "jumat").replace("jum at", "jumat")
    return " ".join(folded.split())
