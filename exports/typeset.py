"""Sets pages and pictures with typst, offline: our own fonts only, all data as JSON, never as markup."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

FONTS = Path(__file__).with_name("fonts")
TEMPLATES = Path(__file__).with_name("templates")


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """Reads the fonts once. It may open files below exports/templates only, and no package from elsewhere."""
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(FONTS)], ignore_system_fonts=True)


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The template (a file of exports/templates) with this data as PDF; the clock is not in it."""
    made = _compiler().compile(_source(template), format="pdf", sys_inputs=_inputs(data), timestamp=0)
    assert isinstance(made, bytes)  # noqa: S101  a list comes only for several pictures
    return made


def png(template: str, data: dict[str, Any], dots_per_inch: float = 144) -> bytes:
    """The first page of the template with this data as PNG; 72 dots an inch are one a pixel of the drawing."""
    made = _compiler().compile(_source(template), format="png", ppi=dots_per_inch, sys_inputs=_inputs(data))
    first = made[0] if isinstance(made, list) else made
    assert isinstance(first, bytes)  # noqa: S101
    return first


def _source(template: str) -> bytes:
    return (TEMPLATES / template).read_bytes()


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False)}
