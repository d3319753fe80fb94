"""Reposts by the words of a caption, and agencies whose very work is to show the leaders."""

import re

_REPOST = re.compile(
    r"(?:^|\n)\W*(?:re-?post(?:ed)?|repost\s+dari|rp|rt|regram|re-?share)\b[\s:|]*(?:from|dari|by|via)?[\s:|]*@\w"
    r"|#(?:repost|regram)\b"
    r"|\bsumber\s*:?\s*(?:ig|instagram|fb|facebook)?\s*@\w",
    re.IGNORECASE,
)
_PROTOCOL = re.compile(r"\b(?:prokopim|prokompim|porkopim|protokol\w*)\b|komunikasi pimpinan", re.IGNORECASE)


def says_repost(caption: str) -> bool:
    """Whether a text says that it is somebody else's post: "Repost @…", "RP @…", "#repost", "Sumber: @…"."""
    return ("@" in caption or "#" in caption) and _REPOST.search(caption) is not None


def is_protocol(*names: str) -> bool:
    """Whether names or aliases are those of the protocol section (Prokopim): leaders are its work, so it has its own
    norm and leaves the comparison of leaders and departments (docs/design.md section 2)."""
    return any(_PROTOCOL.search(name) for name in names)
