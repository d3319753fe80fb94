"""The fonts that we ship: licensed, and drawing every sign that the list of their signs claims."""

import json

import pytest

from exports.picture import svg_png
from exports.typeset import FONTS

COVERAGE = json.loads((FONTS / "coverage.json").read_text(encoding="utf-8"))


def test_licence_stands_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    named = (FONTS / "README.md").read_text(encoding="utf-8")
    assert [font.name for font in FONTS.glob("*.ttf") if font.name not in named] == []


@pytest.mark.parametrize("family", COVERAGE)
def test_signs_are_drawn(family):
    """Each listed sign that is no blank and no control gives another picture than the box of an unknown one."""
    first = next(a for a, _ in COVERAGE[family] if a > 0x7F or family == "Noto Sans")
    text = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 60 60">'
    text += '<text x="5" y="45" font-size="40" font-family="{}">{}</text></svg>'
    sign = chr(max(first, 0x41) if family == "Noto Sans" else first)
    assert svg_png(text.format(family, sign), 60, 72) != svg_png(text.format(family, "\U000e1234"), 60, 72)
