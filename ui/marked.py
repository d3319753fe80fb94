"""A caption with the words that rules found marked in it, as HTML in which nothing of the text itself acts."""

import html
import unicodedata
from collections.abc import Sequence

from answers.review import Finding
from intake import mask_personal

STYLE = (
    "<style>.naskah{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.55;margin:0}"
    ".naskah mark{background:#ffe08a;color:#1b1b1b;padding:0 .15em;border-radius:.2em;"
    "border-bottom:2px solid #8a5a00}.naskah sup{font-size:.65em;font-weight:700;color:#6b4500}</style>"
)
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST = 2_000
"""Letters of a text that are shown; a finding behind them is shown in its rule's line."""


def marked_text(caption: str, findings: Sequence[Finding]) -> str:
    """HTML: the text with each found place in a mark that bears the rules' names; numbers of persons masked.

    Places that overlap are one mark. Everything of the caption is escaped.
    """
    text = mask_personal(caption)  # of the same length, so that the places stay
    shown = text[:LONGEST]
    parts, behind = [], 0
    for start, end, rules in _joined(findings, len(shown)):
        parts.append(_plain(shown[behind:start]))
        parts.append(f"<mark>{_plain(shown[start:end])}<sup> {_plain(', '.join(rules))}</sup></mark>")
        behind = end
    parts.append(_plain(shown[behind:]))
    more = "…" if len(text) > LONGEST else ""
    return f'<p class="naskah">{"".join(parts)}{more}</p>'


def _joined(findings: Sequence[Finding], length: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """Places in their order, those that overlap joined: start, end, rules. Places outside the text are left out."""
    places: list[tuple[int, int, tuple[str, ...]]] = []
    for found in sorted(findings, key=lambda one: (one.start, one.end)):
        start, end = found.start, min(found.end, length)
        if not 0 <= start < end:
            continue
        if places and start < places[-1][1]:
            first, last, rules = places[-1]
            places[-1] = (first, max(last, end), tuple(dict.fromkeys((*rules, found.rule))))
        else:
            places.append((start, end, (found.rule,)))
    return places


def _plain(text: str) -> str:
    """The text escaped, with its lines, without control characters and marks that turn the reading direction around."""
    kept = (char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs"))
    return html.escape("".join(char for char in kept if char not in _TURNING))
