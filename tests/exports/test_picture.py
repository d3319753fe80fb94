"""Pictures made without a browser: PNG of the right size for every kind of chart and of data."""

import struct

import pytest

from exports.picture import chart_png, svg_png
from tests.exports.samples import charts


@pytest.mark.parametrize("kind", ["biasa", "kosong", "jahat"])
@pytest.mark.parametrize("at", range(9))
def test_every_chart_becomes_a_picture(kind, at):
    png = chart_png(charts(kind)[at], "DATA CONTOH – REKAAN")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", png[16:20])[0] == 2000


def test_same_chart_same_picture():
    assert chart_png(charts("biasa")[0]) == chart_png(charts("biasa")[0])


def test_size_follows_the_drawing():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100"></svg>'
    assert struct.unpack(">II", svg_png(svg, 300, 72)[16:24]) == (300, 100)
