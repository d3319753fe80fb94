"""Meta Business Suite, Facebook content: every column order of 2023–2026, English and Indonesian headers."""

from loaders import platform_export
from loaders.headers import Source

_COLUMNS = {
    "post id": "post_id",
    "page name": "account",
    "title": "title",
    "description": "description",
    "publish time": "published_at",
    "permalink": "link",
    "data comment": "error",
    "post type": "post_type",
    "is share": "is_repost",
    "reactions": "likes",
    "comments": "comments",
    "shares": "shares",
    "saves": "saves",
    "views": "views",
    "reach": "reach",
    "viewers": "reach",
    "impressions": "impressions",
    "id postingan": "post_id",
    "komentar data": "error",
    "nama halaman": "account",
    "judul": "title",
    "deskripsi": "description",
    "waktu penerbitan": "published_at",
    "jenis postingan": "post_type",
    "tanggapan": "likes",
    "komentar": "comments",
    "frekuensi dibagikan": "shares",
    "tayangan": "views",
    "jangkauan": "reach",
}

_NEEDED = (
    frozenset({"page name", "publish time", "permalink", "post type"}),
    frozenset({"nama halaman", "waktu penerbitan", "permalink", "jenis postingan"}),
)


def _claims(names: frozenset[str]) -> bool:
    return any(needed <= names for needed in _NEEDED)


SOURCE = Source(
    name="meta_facebook",
    label="Meta Business Suite – Facebook",
    looked_for="Post ID, Page name, Publish time, Permalink, Post type",
    claims=_claims,
    read=platform_export.reader(platform_export.Export("meta_facebook", "facebook", _COLUMNS)),
)
