"""Boxes of words on a slide, written as XML: a pack has hundreds, and the library sets their traits one by one."""

from typing import Any, Literal
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from charts.palette import INK
from exports.slide_charts import plain

Side = Literal["l", "r", "ctr"]
_SPACES = nsdecls("p", "a")


def add_words(
    slide: Any, words: str, left: float, top: float, width: float, height: float, size: float, colour: str = INK,
    bold: bool = False, side: Side = "l",
) -> None:  # fmt: skip
    """Add a box of words, `left` and `top` inches from the corner, `size` in points; long words break into lines."""
    number = slide.shapes._next_shape_id
    x, y, wide, high = (int(Inches(one)) for one in (left, top, width, height))
    look = f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'
    box = parse_xml(
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{number}" name="Teks {number}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
        '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{side}"/><a:r><a:rPr lang="id-ID" sz="{round(size * 100)}" b="{int(bold)}">{look}</a:rPr>'
        f"<a:t>{escape(plain(words))}</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    slide.shapes._spTree.append(box)
