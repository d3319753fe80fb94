"""TikTok Studio, content: days without year and hour; the id of the video in its link knows the exact time."""

import datetime as dt

from indonesia import read_date
from loaders.headers import Source
from loaders.platform_export import Cells, Export, reader
from loaders.rows import cell_text

_COLUMNS = {
    "time": "snapshot",
    "video title": "title",
    "video link": "link",
    "post time": "published_at",
    "total likes": "likes",
    "total comments": "comments",
    "total shares": "shares",
    "total views": "views",
    "add to favorites": "saves",
    "waktu": "snapshot",
    "judul video": "title",
    "tautan video": "link",
    "link video": "link",
    "waktu posting": "published_at",
    "waktu postingan": "published_at",
    "total suka": "likes",
    "total komentar": "comments",
    "total dibagikan": "shares",
    "total tayangan": "views",
    "total penayangan": "views",
}
_NEEDED = (
    frozenset({"video title", "video link", "post time"}),
    frozenset({"judul video", "tautan video"}),
    frozenset({"judul video", "link video"}),
)


def _claims(names: frozenset[str]) -> bool:
    return any(needed <= names for needed in _NEEDED)


def _derive(cells: Cells) -> Cells:
    """The account stands in the address; a day without year is the last such day before the snapshot."""
    link = cell_text(cells.get("link", ""))
    account = link.partition("/@")[2].split("/")[0]
    return {"account": account, "published_at": _with_year(cells.get("published_at", ""), cells.get("snapshot", ""))}


def _with_year(written: object, snapshot: object) -> object:
    """The day with its year: that of the snapshot or the one before, never after the snapshot."""
    taken = read_date(snapshot, "month").at
    if taken is None or not isinstance(written, str) or read_date(written, "month").at is not None:
        return written
    for year in (taken.year, taken.year - 1):
        at = read_date(written, "month", year).at
        if at and at <= taken + dt.timedelta(days=1):
            return at
    return written


SOURCE = Source(
    name="tiktok",
    label="TikTok Studio",
    looked_for="Video title, Video link, Post time",
    claims=_claims,
    read=reader(Export("tiktok", "tiktok", _COLUMNS, zone="", hours=False, derive=_derive)),
)
