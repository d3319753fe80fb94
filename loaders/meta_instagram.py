"""Meta Business Suite, Instagram posts and stories: English and Indonesian headers.

The Indonesian headers are known from two public parsers; no real file has been seen.
"""

from loaders import platform_export
from loaders.headers import Source

_COLUMNS = {
    "post id": "post_id",
    "account username": "account",
    "account name": "account_name",
    "description": "description",
    "publish time": "published_at",
    "permalink": "link",
    "data comment": "error",
    "post type": "post_type",
    "likes": "likes",
    "comments": "comments",
    "shares": "shares",
    "saves": "saves",
    "views": "views",
    "reach": "reach",
    "impressions": "impressions",
    "id postingan": "post_id",
    "komentar data": "error",
    "nama pengguna akun": "account",
    "nama akun": "account_name",
    "deskripsi": "description",
    "waktu penerbitan": "published_at",
    "jenis postingan": "post_type",
    "suka": "likes",
    "komentar": "comments",
    "frekuensi dibagikan": "shares",
    "frekuensi disimpan": "saves",
    "tayangan": "views",
    "jangkauan": "reach",
    "impresi": "impressions",
}

_NEEDED = (
    frozenset({"account username", "publish time", "permalink", "post type"}),
    frozenset({"nama pengguna akun", "waktu penerbitan", "permalink", "jenis postingan"}),
)


def _claims(names: frozenset[str]) -> bool:
    return any(needed <= names for needed in _NEEDED)


SOURCE = Source(
    name="meta_instagram",
    label="Meta Business Suite – Instagram",
    looked_for="Post ID, Account username, Publish time, Permalink, Post type; atau ID Postingan, Nama pengguna akun",
    claims=_claims,
    read=platform_export.reader(platform_export.Export("meta_instagram", "instagram", _COLUMNS, own_account=True)),
)
