"""Cells of tables that people keep: text, links, platforms and the day a post may bear."""

import datetime as dt
import re

import posts
from indonesia import MISSING, plain, show_date, show_days
from loaders.result import Options

_PLATFORM_WORDS = {
    "facebook": "facebook fb fanpage fp fesbuk facebok",
    "instagram": "instagram ig insta instgram instagam instastory igs snapgram",
    "tiktok": "tiktok tt tiktk",
    "x": "x twitter tw twiter cuitan",
    "youtube": "youtube yt youtobe yutub",
}
_FORMAT_OF = {"feed": "instagram", "reel": "instagram", "reels": "instagram", "story": "instagram", "shorts": "youtube"}
"""Kinds of post that name their platform only where no platform is named beside them ("FB Reels" is Facebook)."""
_PLATFORM_OF = {word: code for code, words in _PLATFORM_WORDS.items() for word in words.split()}
_OTHER_MEDIA = re.compile(
    r"\b(whatsapp|wa|wag|website|web|portal|situs|telegram|threads|radio|snackvideo|linkedin"
    r"|media online|media massa|koran)\b"
)
_LINK = re.compile(
    r"(?:https?://|www\.)(?:(?!https?://)[^\s,;<>\"'])+"
    r"|\b(?:[a-z]{1,3}\.)?(?:facebook|instagram|tiktok|youtube|twitter|x)\.com/[^\s,;<>\"']+|\bfb\.watch/[^\s,;<>\"']+"
    r"|\byoutu\.be/[^\s,;<>\"']+",
    re.IGNORECASE,
)
_TICK = frozenset({"v", "✓", "✔", "√", "☑", "✅", "ya", "y", "ada", "ok", "1", "x", "true"})
_TICK_WORDS = re.compile(
    r"^(?:sudah|telah|klik|lihat|link|tautan|ter(?:posting|unggah|upload|publikasi|tayang|lampir))\b.{0,24}$"
)
_NO = re.compile(r"^(?:belum|tidak|tdk|false|0|✗|✘|❌|x|kosong|-+)\b.{0,24}$|^\W*$")
OLDEST = dt.date(2004, 1, 1)
"""No social medium of this product is older."""


def cell_text(cell: object) -> str:
    """A cell as text, whole floats without their point."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def in_reach(at: dt.datetime | None, options: Options) -> str:
    """Why a post cannot bear this day: "" if it can. A post lies neither in the future nor far from the period."""
    if at is None:
        return ""
    if at.date() > options.today:
        return f"tanggal {show_date(at)} belum terjadi"
    if at.date() < OLDEST:
        return f"tanggal {show_date(at)} terlalu lama"
    if options.period:
        first, last = options.period
        if not first - dt.timedelta(days=31) <= at.date() <= last + dt.timedelta(days=31):
            return f"tanggal {show_date(at)} di luar masa laporan {show_days(first, last)}"
    return ""


def links_in(text: str) -> list[str]:
    """The addresses in a cell, in order, each once."""
    return list(dict.fromkeys(found.rstrip(".,;)]") for found in _LINK.findall(text)))


def platforms_in(text: str, formats: bool = True) -> list[str]:
    """The platforms that a cell names, in order ("IG, FB & Tiktok" → instagram, facebook, tiktok).

    With `formats`, a kind of post ("Reels") stands for its platform where none is named.
    """
    words = re.findall(r"[a-z]+", re.sub(r"tik\s+tok", "tiktok", plain(_LINK.sub(" ", text))))
    codes = [_PLATFORM_OF[word] for word in words if word in _PLATFORM_OF]
    by_format = [_FORMAT_OF[word] for word in words if word in _FORMAT_OF and not other_medium(text)] if formats else []
    return list(dict.fromkeys(codes or by_format))


def other_medium(text: str) -> str:
    """The medium that a cell names and that is no platform of ours (website, WhatsApp), or the empty string."""
    found = _OTHER_MEDIA.search(plain(text))
    return found.group(1) if found else ""


def is_tick(text: str) -> bool:
    """Whether a cell only says that the post stands there."""
    return plain(text) in _TICK or bool(_TICK_WORDS.match(plain(text)))


def is_cross(text: str) -> bool:
    """Whether a cell holds an x, which is a tick to some and a no to others."""
    return plain(text) == "x"


def is_no(text: str) -> bool:
    """Whether a cell says that nothing stands there."""
    return plain(text) in MISSING or bool(_NO.match(plain(text)))


def pair(platforms: list[str], links: list[str]) -> tuple[list[tuple[str, str]], str]:
    """Bring the platforms and links of one row together: (platform, link) of each unggahan, and a note on conflict.

    A link knows its platform. A platform that is named but has no link of its own is an unggahan without link, unless
    there are as many links as names: then a name contradicts its link and the link is believed.
    """
    read = [(posts.read_link(link).platform, link) for link in links]
    known = [(platform, link) for platform, link in read if platform]
    unknown = [link for platform, link in read if not platform]
    linked = {platform for platform, _ in known}
    left = [platform for platform in platforms if platform not in linked]
    if left and unknown and len(unknown) == len(left) and not known:
        return list(zip(left, unknown, strict=True)), ""
    if left and known and len(known) >= len(platforms):
        return known, f"platform tertulis {', '.join(posts.PLATFORMS[p] for p in left)}, tautan menunjukkan lain"
    return known + [(platform, "") for platform in left], ""
