"""YouTube Studio, table of content: English and Indonesian headers, a first row of totals, days without hour.

False friend: here Penayangan are views and Tayangan are impressions; in Instagram's export Tayangan are views.
"""

from loaders.headers import Source
from loaders.platform_export import Cells, Export, reader
from loaders.rows import cell_text

_COLUMNS = {
    "content": "content",
    "video title": "title",
    "video publish time": "published_at",
    "views": "views",
    "impressions": "impressions",
    "likes": "likes",
    "comments added": "comments",
    "shares": "shares",
    "konten": "content",
    "judul video": "title",
    "waktu publikasi video": "published_at",
    "penayangan": "views",
    "tayangan": "impressions",
    "suka": "likes",
    "komentar ditambahkan": "comments",
    "komentar": "comments",
    "dibagikan": "shares",
}
_NEEDED = (
    frozenset({"content", "video title", "video publish time"}),
    frozenset({"konten", "judul video", "waktu publikasi video"}),
)


def _claims(names: frozenset[str]) -> bool:
    return any(needed <= names for needed in _NEEDED)


def _derive(cells: Cells) -> Cells:
    """The address of the video whose id stands in the first column."""
    content = cell_text(cells.get("content", ""))
    return {"link": f"https://www.youtube.com/watch?v={content}" if len(content) == 11 else ""}


def _no_post(cells: Cells) -> bool:
    return cell_text(cells.get("content", "")).casefold() in ("total", "jumlah")


SOURCE = Source(
    name="youtube",
    label="YouTube Studio",
    looked_for="Content, Video title, Video publish time; atau Konten, Judul video, Waktu publikasi video",
    claims=_claims,
    read=reader(Export("youtube", "youtube", _COLUMNS, zone="", hours=False, derive=_derive, no_post=_no_post)),
)
