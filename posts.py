"""What a post is: its columns and types, which are required, and when two records are the same post."""

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pandas as pd

PLATFORMS = {
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "x": "X",
    "youtube": "YouTube",
}
"""Platform codes in stored data and what the screen calls them."""

FIGURES = ("likes", "comments", "shares", "saves", "views", "reach", "impressions")
"""Counts of a post, whole numbers or missing. A platform's figures are lifetime figures to the day of the export;
reach is never added up; views and impressions are counted differently and never joined."""

COLUMNS: dict[str, str] = {
    "sheet": "str",
    "row": "int64",
    "platform": "str",
    "account": "str",
    "opd": "str",
    "published_at": "datetime64[us]",
    "has_time": "bool",
    "caption": "str",
    "link": "str",
    "post_id": "str",
    "post_type": "str",
    "is_repost": "bool",
    "topic_said": "str",
    "subject_said": "str",
    "bidang_said": "str",
    **dict.fromkeys(FIGURES, "Int64"),
}
"""Columns of a frame of posts as a loader returns it. Text that a log does not hold is the empty string, a figure that
it does not hold is null. `sheet` is empty for csv; `row` counts from 1 as a spreadsheet does; `opd` is the name as the
log wrote it; `published_at` is local time without zone; `post_id` is the platform's own id, empty if ruined."""

REQUIRED = ("platform", "published_at")
"""A record without these is rejected; so is one with neither caption, link nor post id, for nothing could be traced."""

_PLATFORM_BY_HOST = {
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "fb.watch": "facebook",
    "fb.me": "facebook",
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "tiktok.com": "tiktok",
    "twitter.com": "x",
    "x.com": "x",
    "youtube.com": "youtube",
    "youtu.be": "youtube",
}

_ID_IN_PATH = {
    "instagram": re.compile(r"/(?:[\w.]+/)?(?:p|reel|reels|tv)/([A-Za-z0-9_-]{5,})|/stories/[\w.]+/(\d{6,})"),
    "tiktok": re.compile(r"/(?:video|photo|v|embed)/(\d{6,})"),
    "x": re.compile(r"/status(?:es)?/(\d{4,})"),
    "youtube": re.compile(r"/(?:shorts|live|embed|v)/([A-Za-z0-9_-]{11})"),
    "facebook": re.compile(
        r"/(?:posts|videos|reel|reels|photos|watch/live|permalink|notes)/(?:[^/?#]+/)*?(pfbid\w+|\d{6,})"
    ),
}
_SHORT_LINK_HOSTS = ("fb.watch", "fb.me", "vt.tiktok.com", "vm.tiktok.com")
_FACEBOOK_SHARE = re.compile(r"/share/(?:[prv]/)?([A-Za-z0-9_-]{6,})")


@dataclass(frozen=True)
class Link:
    """A post's address: its platform, the id that the address carries ("" if none) and whether it names a post."""

    url: str
    platform: str
    post: str

    @property
    def key(self) -> str:
        """The identity of the post behind the address, or the empty string."""
        return f"{self.platform}:{self.post}" if self.platform and self.post else ""


def read_link(text: str) -> Link:
    """Take an address apart; an address of no known platform has an empty platform."""
    url = text.strip().rstrip(".,;)>]")
    if url and "://" not in url:
        url = "https://" + url
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return Link(text.strip(), "", "")
    platform = _PLATFORM_BY_HOST.get(".".join(host.split(".")[-2:]), "")
    return Link(url, platform, _post_in_address(platform, host, parts.path, parts.query))


def _post_in_address(platform: str, host: str, path: str, query: str) -> str:
    """The id that a path or query carries, in its canonical form."""
    if host.removeprefix("www.") in _SHORT_LINK_HOSTS:
        return _opaque(path.strip("/").split("/")[0])
    if host == "youtu.be":
        return path.strip("/")[:11]
    found = _ID_IN_PATH[platform].search(path) if platform else None
    if found:
        post = next(g for g in found.groups() if g)
        short = post[:11] if platform == "instagram" and not post.isdigit() else post
        return _opaque(post) if post.startswith("pfbid") else short
    asked = parse_qs(query) if query else {}
    names = {"youtube": ("v",), "facebook": ("story_fbid", "fbid", "v", "multi_permalinks")}.get(platform, ())
    for name in names:
        if asked.get(name):
            return _opaque(asked[name][0]) if asked[name][0].startswith("pfbid") else asked[name][0]
    share = _FACEBOOK_SHARE.search(path) if platform == "facebook" else None
    return _opaque(share.group(1)) if share else ""


def _opaque(post: str) -> str:
    """Mark a short or scrambled id: it names one post, but the same post may bear another id elsewhere."""
    return f"~{post}" if post else ""


_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\u2063\ufe0e\ufe0f\ufeff\u00ad]")


def normal_text(text: str) -> str:
    """Text as it is compared: NFKC, entities resolved, lower case, no addresses, single spaces."""
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    if not plain.isascii():
        plain = _INVISIBLE.sub("", plain)
    plain = plain.casefold()
    if "://" in plain or "www." in plain:
        plain = _ADDRESS.sub(" ", plain)
    return " ".join(plain.split())


def keys_of(posts: pd.DataFrame, owner: Sequence[str], digests: Sequence[str] | None = None) -> pd.DataFrame:
    """Say by which names each record may be recognised: link_key, id_key, text_key (str, empty if it has none).

    `owner` names the OPD of each record (the account where the OPD is not known yet); text counts only within it.
    `digests` are the `text_digest` of each caption, where they are known already.
    Rule: docs/design.md, "When two records are the same post".
    """
    platforms = posts["platform"].tolist()
    days = np.datetime_as_string(posts["published_at"].to_numpy(), unit="D").tolist()
    texts = [text_digest(caption) for caption in posts["caption"].tolist()] if digests is None else digests
    keys = {
        "link_key": [_link_key(link) if link else "" for link in posts["link"].tolist()],
        "id_key": [f"{p}:{i}" if i else "" for p, i in zip(platforms, posts["post_id"].tolist(), strict=True)],
        "text_key": [
            f"{p}@{o}@{d}@{t}" if o and t else "" for p, o, d, t in zip(platforms, owner, days, texts, strict=True)
        ],
    }
    return pd.DataFrame(keys, index=posts.index, dtype="str")


def _link_key(link: str) -> str:
    """The key of an address. One of a known platform that names no post id still names one thing."""
    address = read_link(link)
    plain = "" if address.key else _plain_url(address.url)
    return address.key or (f"url:{plain}" if plain else "")


def _plain_url(url: str) -> str:
    """An address without scheme, www and closing slash, when its path says more than an account's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if len(parts.path.strip("/")) < 3 or ("/" not in parts.path.strip("/") and not parts.query):
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return (parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query)[:500]


def text_digest(text: str) -> str:
    """A short fingerprint of a text as it is compared; "" where nothing of it is left to compare."""
    compared = normal_text(text)
    return hashlib.blake2b(compared.encode(), digest_size=12).hexdigest() if compared else ""


def same_post(keys: pd.DataFrame) -> list[str]:
    """Group records that are one post: the post_key of each row of `keys` (columns of `keys_of`), in order.

    Records that share a link or an id are one post. Text joins a record without link and id to the first post of that
    text, and one short or scrambled link (pfbid, /share/, fb.watch) to the post that bears the plain id. It never joins
    two plain links or ids: the same text published twice on a day is two posts. The post_key is the link key of the
    group, else its id key, else its text key; a record with no key at all stands alone under "".
    """
    groups = _Groups(len(keys))
    groups.join_equal(keys["link_key"].tolist(), keys["id_key"].tolist())
    ranks = [_strength(link, post) for link, post in zip(keys["link_key"], keys["id_key"], strict=True)]
    first: dict[str, int] = {}
    taken: set[str] = set()
    firm = {groups.find(row) for row, rank in enumerate(ranks) if rank == "plain"}
    for strength in ("plain", "opaque", "none"):
        for row, text in enumerate(keys["text_key"].tolist()):
            if not text or ranks[row] != strength:
                continue
            home = first.setdefault(text, row)
            loose = strength == "opaque" and groups.find(row) not in firm
            if home != row and loose and ranks[home] == "plain" and text not in taken:
                taken.add(text)
                groups.join(home, row)
                firm.add(groups.find(home))
            elif home != row and strength == "none":
                groups.join(home, row)
    return groups.names([keys[c].tolist() for c in ("link_key", "id_key", "text_key")])


def _strength(link_key: str, id_key: str) -> str:
    """How firmly a record names its post: by a plain id, by an opaque link, or not at all."""
    if id_key or (link_key and ":~" not in link_key and not link_key.startswith("url:")):
        return "plain"
    return "opaque" if link_key else "none"


class _Groups:
    """Rows joined step by step (union-find); the earliest row leads its group."""

    def __init__(self, size: int) -> None:
        self.leader = list(range(size))

    def find(self, row: int) -> int:
        while self.leader[row] != row:
            self.leader[row] = self.leader[self.leader[row]]
            row = self.leader[row]
        return row

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self.leader[second] = first

    def join_equal(self, *columns: Iterable[str]) -> None:
        """Join the rows that bear one name, in whichever column it stands."""
        seen: dict[str, int] = {}
        for column in columns:
            for row, name in enumerate(column):
                if name:
                    self.join(seen.setdefault(name, row), row)

    def names(self, by_rank: list[list[str]]) -> list[str]:
        """Name each group by the smallest key of the best rank that any of its rows has."""
        best: dict[int, tuple[int, str]] = {}
        for rank, column in enumerate(by_rank):
            for row, key in enumerate(column):
                if key:
                    leader = self.find(row)
                    best[leader] = min(best.get(leader, (rank, key)), (rank, key))
        return [best.get(self.find(row), (0, ""))[1] for row in range(len(self.leader))]


def empty() -> pd.DataFrame:
    """A frame of posts without rows, its columns typed."""
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in COLUMNS.items()})


def conform(posts: pd.DataFrame) -> pd.DataFrame:
    """Give a frame all columns of a post in order and type; what it does not hold is "" or null."""
    filled = {}
    for name, kind in COLUMNS.items():
        if name in posts:
            column = posts[name]
            filled[name] = column.fillna("").astype("str") if kind == "str" else column.astype(kind)
        elif kind == "str":
            filled[name] = pd.Series([""] * len(posts), index=posts.index, dtype="str")
        elif kind == "bool":
            filled[name] = pd.Series([False] * len(posts), index=posts.index, dtype="bool")
        else:
            filled[name] = pd.Series([pd.NA] * len(posts), index=posts.index, dtype=kind)
    return pd.DataFrame(filled, index=posts.index)
