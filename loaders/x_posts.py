"""X analytics, content: today's export (days without hour) and the old one of Twitter (times in UTC)."""

import re

from loaders.headers import Source
from loaders.platform_export import Cells, Export, reader
from loaders.rows import cell_text

_NOW = {
    "post id": "post_id",
    "date": "published_at",
    "post text": "title",
    "post link": "link",
    "impressions": "impressions",
    "likes": "likes",
    "bookmarks": "saves",
    "replies": "comments",
    "reposts": "shares",
}
_OLD = {
    "tweet id": "post_id",
    "time": "published_at",
    "tweet text": "title",
    "tweet permalink": "link",
    "impressions": "impressions",
    "likes": "likes",
    "replies": "comments",
    "retweets": "shares",
}


_ACCOUNT = re.compile(r"(?:x|twitter)\.com/(\w+)", re.IGNORECASE)


def _derive(cells: Cells) -> Cells:
    """The account stands in the address; a text that begins with RT @ is somebody else's."""
    account = _ACCOUNT.search(cell_text(cells.get("link", "")))
    text = cell_text(cells.get("title", ""))
    return {"account": account.group(1) if account else "", "is_repost": "1" if text.startswith("RT @") else ""}


def _no_post(cells: Cells) -> bool:
    return cell_text(cells.get("link", "")).rstrip("/").endswith("/status/undefined")


NOW = Source(
    name="x",
    label="X – analitik konten",
    looked_for="Post id, Date, Post text, Post Link",
    claims=frozenset({"post id", "date", "post text", "post link"}).issubset,
    read=reader(Export("x", "x", _NOW, zone="", hours=False, derive=_derive, no_post=_no_post)),
)
OLD = Source(
    name="x_lama",
    label="X (Twitter lama) – analitik konten",
    looked_for="Tweet id, Tweet permalink, Tweet text, time",
    claims=frozenset({"tweet id", "tweet permalink", "tweet text", "time"}).issubset,
    read=reader(Export("x_lama", "x", _OLD, zone="UTC", derive=_derive, no_post=_no_post)),
)
