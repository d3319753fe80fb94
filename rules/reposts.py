"""Reposts by the words of a caption, and agencies whose very work is to show the leaders."""

import re

_WINDOW = 40
_BEFORE_NAME = re.compile(
    r"(?:^|\n)\W*(?:re-?post(?:ed)?|rp|rt|regram|re-?share)\b[\s:|]*(?:from|dari|by|via)?[\s:|]*$"
    r"|\bsumber\s*:?\s*(?:ig|instagram|fb|facebook)?\s*:?\s*$",
    re.IGNORECASE,
)
_PROTOCOL = re.compile(r"\b(?:prokopim|prokompim|porkopim|protokol\w*)\b|komunikasi pimpinan", re.IGNORECASE)


def says_repost(caption: str) -> bool:
    """Whether a text says that it is somebody else's post: "Repost @…", "RP @…", "#repost", "Sumber: @…"."""
    name = caption.find("@")
    while name >= 0:
        if _BEFORE_NAME.search(caption[max(0, name - _WINDOW) : name]):
            return True
        name = caption.find("@", name + 1)
    return "#" in caption and any(tag in caption.casefold() for tag in ("#repost", "#regram"))


def is_protocol(*names: str) -> bool:
    """Whether names or aliases are those of the protocol section (Prokopim): leaders are its work, so it has its own
    norm and leaves the comparison of leaders and departments (docs/design.md section 2)."""
    return any(_PROTOCOL.search(name) for name in names)
