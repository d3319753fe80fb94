"""What the columns of a table of no known source may mean: the roles to choose from, guesses, and false friends."""

from collections.abc import Mapping

import posts
from loaders.columns import read_columns

_OF_PLATFORM = {f"link_{code}": f"Tautan {name}" for code, name in posts.PLATFORMS.items()}

ROLES: Mapping[str, str] = {
    "": "Tidak dipakai",
    "date": "Tanggal (boleh dengan jam)",
    "time": "Jam",
    "platform": "Platform",
    "account": "Nama akun",
    "opd": "Nama OPD",
    "bidang": "Bidang atau bagian",
    "title": "Judul",
    "caption": "Teks unggahan",
    "note": "Catatan",
    "link": "Tautan unggahan",
    **_OF_PLATFORM,
    "post_id": "ID unggahan",
    "format": "Jenis unggahan",
    "topic": "Topik menurut pengirim",
    "subject": "Subjek menurut pengirim",
    "likes": "Suka",
    "comments": "Komentar",
    "shares": "Dibagikan",
    "saves": "Disimpan",
    "views": "Penayangan (views)",
    "reach": "Jangkauan (reach)",
    "impressions": "Impresi (impressions)",
}
"""Roles that a person may give a column, with the words on screen; "" for a column that is not used."""

REPEATABLE = ("", "title", "caption", "note", "link")
"""Roles that several columns of a list may have."""

_FOREIGN = {
    "date": "post created|post created date|date gmt|date utc|publish date gmt|posted|published at|publish time"
    "|publish date|date published|published|date posted|created time|created at|post date|date",
    "time": "post created time|publish hour|hour|time gmt|time",
    "platform": "social network|network|platform|channel|service",
    "account": "page name|account name|profile|profile name|account|username|user name|page",
    "caption": "post message|message|post text|post content|caption|post|text|content|description|copy",
    "title": "post title|headline|title",
    "link": "post permalink|permalink|post link|post url|url|link",
    "post_id": "post id|native id|id",
    "format": "post type|content type|media type|type|format",
    "likes": "likes|reactions|like|lifetime post likes",
    "comments": "comments|comment|replies",
    "shares": "shares|share|reposts|retweets",
    "saves": "saves|saved|bookmarks",
    "views": "video views|views|plays",
    "reach": "reach|lifetime post total reach|post impressions unique lifetime",
    "impressions": "impressions|lifetime post total impressions|post impressions lifetime",
}
"""Headers of CrowdTangle, the old Insights, Hootsuite, Sprout, Metricool, Later and Buffer, the surest first."""
_RANK = {word: (role, rank) for role, words in _FOREIGN.items() for rank, word in enumerate(words.split("|"))}

_NEVER_WORDS = (
    "page created|page description|page category|page admin top country|facebook id|likes at posting|link text"
    "|followers at posting|final link|image text|sponsor id|sponsor name|sponsor category|sent by|tags"
    "|total interactions|engagement|engagements|interactions|engagement rate|video length|countries|languages"
    "|audience targeting"
)
_NEVER = frozenset(_NEVER_WORDS.split("|"))
"""Headers that speak of the page, of a sum or of something shared: never taken for a column of the post."""

_PARTS = ("lifetime ", "post impressions ", "post views", "total views", "page ")
"""Beginnings of headers that hold a part of a figure (paid, organic, of fans), or figures of the page."""

FALSE_FRIENDS: Mapping[str, str] = {
    "tayangan": "“Tayangan” berarti penayangan (views) pada Instagram, impresi pada YouTube, dan kadang waktu tayang "
    "pada daftar buatan tangan. Mohon cocokkan dengan contoh isinya.",
    "total interactions": "Jumlah semua reaksi, komentar, dan bagikan; bukan jumlah suka.",
    "engagement": "Jumlah atau persentase semua interaksi; bukan jumlah suka.",
    "interactions": "Jumlah semua interaksi; bukan jumlah suka.",
    "interaksi": "Jumlah semua interaksi; bukan jumlah suka.",
    "post views": "Hanya dihitung untuk video; nol pada foto berarti tidak dihitung, bukan tidak dilihat.",
    "total views": "Hanya dihitung untuk video, dapat memuat penayangan dari halaman lain.",
    "likes at posting": "Jumlah penyuka halaman saat itu, bukan suka pada unggahan.",
    "followers at posting": "Jumlah pengikut halaman, bukan angka unggahan.",
    "reach": "Jangkauan (orang), bukan penayangan; tidak pernah dijumlahkan antarunggahan.",
    "jangkauan": "Jangkauan (orang), bukan penayangan; tidak pernah dijumlahkan antarunggahan.",
    "views": "Views dan impressions dihitung dengan cara berbeda; mohon jangan ditukar.",
    "impressions": "Views dan impressions dihitung dengan cara berbeda; mohon jangan ditukar.",
    "page created": "Tanggal halaman dibuat, bukan tanggal unggahan.",
    "link": "Dapat berarti alamat yang dibagikan di dalam unggahan, bukan alamat unggahan itu sendiri.",
}
"""Headers that mean one thing here and another there; the warning stands beside the column."""


def role_of(name: str) -> tuple[str, int]:
    """The role that a normalised header suggests ("" for none), and its rank: the lower, the surer."""
    if name in _NEVER or not name:
        return "", 0
    if name in _RANK:
        return _RANK[name]
    if name.startswith(_PARTS):
        return "", 0
    columns = read_columns([name])
    if columns.wide:
        return f"link_{next(iter(columns.wide))}", 0
    role = next(iter(columns.roles), "")
    return ({"stamp": "date"}.get(role, role), 50 if role == "stamp" else 20) if role else ("", 0)


def is_foreign(name: str) -> bool:
    """Whether a normalised header is one that a tool writes, not an admin."""
    return name in _RANK or name in _NEVER


def is_never(name: str) -> bool:
    """Whether a normalised header is known to be no column of a post."""
    return name in _NEVER


def warning_of(name: str, names: frozenset[str]) -> str:
    """What a person should know of this header before giving it a role, "" for nothing. `names`: the other headers."""
    if name == "link" and not names & {"url", "permalink", "post url", "post permalink", "post link"}:
        return ""
    if name in FALSE_FRIENDS:
        return FALSE_FRIENDS[name]
    return next((told for word, told in FALSE_FRIENDS.items() if word != "link" and _holds(name, word)), "")


def _holds(name: str, word: str) -> bool:
    return f" {word} " in f" {name} "
