"""Reposts by the words of a caption."""

import re

_WINDOW = 40
_TAG = re.compile("#re(?:post|gram)", re.IGNORECASE)
_LAST = (
    *("repost", "reposted", "re-post", "re-posted", "rp", "rt", "regram", "reshare", "re-share"),
    *("from", "dari", "by", "via", "sumber", "ig", "instagram", "fb", "facebook"),
)
"""With one of these the words end that `_BEFORE_NAME` finds; those before most names end otherwise."""
_BEFORE_NAME = re.compile(
    r"(?:^|\n)\W*(?:re-?post(?:ed)?|rp|rt|regram|re-?share)\b[\s:|]*(?:from|dari|by|via)?[\s:|]*$"
    r"|\bsumber\s*:?\s*(?:ig|instagram|fb|facebook)?\s*:?\s*$",
    re.IGNORECASE,
)


def says_repost(caption: str) -> bool:
    """Whether a text says that it is somebody else's post: "Repost @…", "RP @…", "#repost", "Sumber: @…"."""
    name = caption.find("@")
    while name >= 0:
        before = caption[max(0, name - _WINDOW) : name]
        words = before.replace(":", " ").replace("|", " ").split()
        if words and words[-1].casefold().endswith(_LAST) and _BEFORE_NAME.search(before):
            return True
        name = caption.find("@", name + 1)
    return "#" in caption and bool(_TAG.search(caption))
