"""Mobile numbers in what people type as a contact."""

import re

_CANDIDATE = re.compile(r"(?<![\d])\(?(?:\+?62|0|(?=8))[\s.\-()]*8(?:[\s.\-()]*\d)+")
_MOBILE = re.compile(r"628[1-9]\d{7,10}")
"""Country code 62, then 8 and nine to twelve digits: numbers of Indonesian mobile networks."""


def mobile_number(typed: str) -> str | None:
    """The first Indonesian mobile number in a text, as wa.me takes it ("6281234567890"); None if there is none."""
    for match in _CANDIDATE.finditer(typed):
        digits = re.sub(r"\D", "", match.group())
        number = "62" + digits.removeprefix("62").removeprefix("0")
        if _MOBILE.fullmatch(number):
            return number
    return None


def without_number(typed: str) -> str:
    """What a contact says besides numbers: the name."""
    return _CANDIDATE.sub("", typed).strip(" ,;:/()-")
