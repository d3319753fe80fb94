"""Reposts by the words of a caption."""

import re

_WINDOW = 40
_TAG = re.compile("#re(?:post|gram)", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    r"(?:^|\n)\W*(?:re-?post(?:ed)?|rp|rt|regram|re-?share)\b[\s:|]*(?:from|dari|by|via)?[\s:|]*$"
    r"|\bsumber\s*:?\s*(?:ig|instagram|fb|facebook)?\s*:?\s*$",
    re.IGNORECASE,
)


def says_repost(caption: str) -> bool:
    """Whether a text says that it is somebody else's post: "Repost @…", "RP @…", "#repost", "Sumber: @…"."""
    name = caption.find("@")
    while name >= 0:
        if _BEFORE_NAME.search(caption[max(0, name - _WINDOW) : name]):
            return True
        name = caption.find("@", name + 1)
    return bool(_TAG.search(caption))
