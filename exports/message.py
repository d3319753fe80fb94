"""The answers of a month as a text for WhatsApp: findings, figures against the month before, who has not reported."""

from collections.abc import Sequence

from charts.model import Answer, Number
from charts.wording import clean, show_value
from exports.about import change_words, grouped
from exports.edition import SAMPLE, Edition
from exports.safe import mask_ids

MOST_NAMES = 15
"""Names of OPDs that a message lists; more are counted."""

ABOUT = ("banding", "peruntukan")
"""What a profile says of itself in `extra`: why nothing is compared, and what it may be used for."""


def message(answers: Sequence[Answer], edition: Edition) -> str:
    """The text, in the marks that WhatsApp knows (*bold*); words of the data cannot add any."""
    heading = f"*Rekap Media Sosial OPD – {_plain(edition.period)}*"
    lines = [heading, *(_plain(words) for words in (edition.regency, edition.filters) if words)]
    if any(answer.sample for answer in answers):
        lines.insert(1, f"*{SAMPLE}*")
    for answer in answers:
        lines += ["", f"*{_plain(answer.title)}*", _plain(answer.sentence)]
        lines += [_figure(number) for number in answer.numbers if number.value is not None]
        lines += [_plain(answer.extra[about]) for about in ABOUT if answer.extra.get(about)]
    first = next((answer for answer in answers if answer.reporting), None)
    if first:
        for words, names in grouped(first.missing):
            listed = names.split("; ")
            shown = ", ".join(_plain(name) for name in listed[:MOST_NAMES])
            more = f" dan {len(listed) - MOST_NAMES} lainnya" if len(listed) > MOST_NAMES else ""
            lines += ["", f"*{_plain(words)}*: {shown}{more}"]
        lines += ["", f"{_plain(first.reporting)}. {_plain(first.cut_off)}."]
    return "\n".join([*lines, _plain(edition.made)])


def _figure(number: Number) -> str:
    change, before = change_words(number)
    compared = "" if change is None else f" ({'tetap' if change == 0 else change}; {before})"
    return f"- {_plain(number.label)}: {show_value(number.value, number.number_format)} {_plain(number.unit)}{compared}"


def _plain(words: str) -> str:
    """Words of the data without WhatsApp's own marks for bold, italic, struck and code."""
    return mask_ids(clean(words)).translate({ord(sign): None for sign in "*~`"}).replace("_", " ")
