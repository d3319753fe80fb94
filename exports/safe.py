"""What may leave in a file: identity numbers masked, nothing that a spreadsheet or a file system would act on."""

import re
import unicodedata

LONGEST_CELL = 32_767
"""Characters that one cell of a workbook holds. Source: Microsoft, Excel specifications and limits."""

_LINK = re.compile(r"(https?://\S+)", re.IGNORECASE)
_ID = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)")
_ACTS = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r\0]")


def mask_ids(text: str) -> str:
    """Numbers of 16 digits, as NIK and KK are, with all but the first four and the last two hidden.

    Digits may be grouped by spaces, dots or hyphens. In a link only a number whose middle is a day counts, because the
    number of a Facebook post may have 16 digits too. Source of the form: Permendagri 72/2022 (NIK: area, day, serial).
    """
    parts = _LINK.split(text)
    for position, part in enumerate(parts):
        in_link = position % 2 == 1
        parts[position] = _ID.sub(lambda found, link=in_link: _masked(found.group(), link), part)
    return "".join(parts)


def _masked(number: str, in_link: bool) -> str:
    digits = re.sub(r"\D", "", number)
    if in_link and not _holds_a_day(digits):
        return number
    return f"{digits[:4]}{'*' * 10}{digits[-2:]}"


def _holds_a_day(digits: str) -> bool:
    """Whether digits 7 to 12 are a day, a month and a year; women's days are raised by 40."""
    day, month = int(digits[6:8]), int(digits[8:10])
    return 11 <= int(digits[:2]) <= 97 and 1 <= day % 40 <= 31 and day <= 71 and 1 <= month <= 12


def cell_text(text: str) -> str:
    """Text for a cell: identity numbers masked, characters that no XML may hold removed, never too long."""
    kept = "".join(char for char in text if char in "\n\t" or _may_stand(char))
    masked = mask_ids(kept)
    return masked if len(masked) <= LONGEST_CELL else masked[: LONGEST_CELL - 1] + "…"


def _may_stand(char: str) -> bool:
    """Whether XML, and so a workbook, may hold the character. Source: XML 1.0, production 2."""
    return char not in "\ufffe\uffff" and unicodedata.category(char) not in ("Cc", "Cs")


def acts(text: str) -> bool:
    """Whether a spreadsheet that opens delimited text would read the cell as a formula or a command."""
    return bool(_ACTS.match(text))
