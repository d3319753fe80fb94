"""Text of the data on a page, where Streamlit reads markdown."""

import re

from charts.wording import clean

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&])")
_CODES = re.compile(r":(?=[^\W\d]|[/+\\])")
_JOINER = "\u2060"


def md_escape(text: str) -> str:
    """The text so that markdown shows it as it stands: no emphasis, link, picture, formula, colour or emoji of its own.

    Streamlit replaces `:name:`, `:colour[…]` and bare addresses after the marks are read, where no backslash helps; an
    invisible joiner behind the colon keeps them apart. Colons of times and sentences stay as they are.
    """
    return _CODES.sub(f":{_JOINER}", _MARKS.sub(r"\\\1", clean(text)))
