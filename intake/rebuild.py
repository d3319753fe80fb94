"""Records → posts: which records are one post, which of them speaks for it, which posts are one konten.

The rules stand in docs/design.md, section 2. The same functions rebuild what an upload touches and everything.
"""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

import posts as post_table

CONTENT_DAYS = 3
"""A konten takes up the same text on other platforms for this many days after its first."""

_COPIED = (
    "record_id", "upload_id", "sheet", "row_number", "agency_id", "platform", "account", "published_at", "has_time",
    "caption", "link", "post_id", "post_type", "is_repost", "content_text", "topic", "topics", "topic_source",
    "topic_evidence", "subject", "subject_source", "subject_evidence", "subject_detail", "bidang", "bidang_evidence",
    "neutrality", "neutrality_evidence", "caution", "caution_evidence", "findings", "weight", "rules_version", "sample",
)  # fmt: skip
_TOPIC = ("topic", "topics", "topic_source", "topic_evidence")
_SUBJECT = ("subject", "subject_source", "subject_evidence", "subject_detail")
_BIDANG = ("bidang", "bidang_evidence")
_DOUBTS = ("neutrality", "neutrality_evidence", "caution", "caution_evidence", "findings", "weight")
_TEXT = ("caption", "content_text", *_TOPIC, *_SUBJECT, *_BIDANG, *_DOUBTS, "rules_version")


def with_post_keys(records: pd.DataFrame) -> pd.DataFrame:
    """Give records (record_id, link_key, id_key, text_key, in the order of their coming) the post_key of their post.

    A record with no key at all (no text, and an address that names no post) is a post of its own.
    """
    coming = ["uploaded_at", "upload_id", "sheet", "row_number", "record_id"]
    ordered = records[[*coming, "link_key", "id_key", "text_key"]].sort_values(coming, kind="stable")
    keys = post_table.same_post(ordered)
    named = [key or f"record:{record}" for key, record in zip(keys, ordered["record_id"].tolist(), strict=True)]
    return records.assign(post_key=pd.Series(named, index=ordered.index, dtype="str"))


def posts_of(records: pd.DataFrame) -> pd.DataFrame:
    """One row a post_key from records with `as_of` and `uploaded_at` of their upload: columns of the table posts
    without content_key and content_day.

    The newest record speaks for the post, by day of export, not of upload; one that knows the hour goes before one that
    does not. A text (with its reading), a link or an id that it lacks comes from the next that has one. Figures come
    together from the newest record that has any. What a log itself says of topic, subject and
    bidang comes from the newest record that says it.
    """
    alone = ~records["post_key"].duplicated(keep=False)
    built = _alone(records if alone.all() else records[alone])
    if alone.all():
        return built.reset_index(drop=True)
    return pd.concat([rows for rows in (built, _spoken_for(records[~alone])) if len(rows)], ignore_index=True)


def _alone(records: pd.DataFrame) -> pd.DataFrame:
    """Posts of which there is one record."""
    built = records[["post_key", *_COPIED, "bidang_said", *post_table.FIGURES]]
    return built.assign(day=built["published_at"].dt.date, records=1)


def _spoken_for(records: pd.DataFrame) -> pd.DataFrame:
    """Posts of which there are several records."""
    newest = ["as_of", "uploaded_at", "upload_id"]
    earliest = ["sheet", "row_number", "record_id"]
    order, rising = [*newest, *earliest], [False] * len(newest) + [True] * len(earliest)
    speaking = records.sort_values(["has_time", *order], ascending=[False, *rising], kind="stable")
    by_age = records.sort_values(order, ascending=rising, kind="stable")
    built = speaking.drop_duplicates("post_key").set_index("post_key")[list(_COPIED)]
    figures = list(post_table.FIGURES)
    for rows, columns in (
        (speaking[~speaking["content_text"].str.startswith("row:")], _TEXT),
        (speaking[speaking["link"] != ""], ["link"]),
        (speaking[speaking["post_id"] != ""], ["post_id"]),
        (by_age[by_age[figures].notna().any(axis=1)], figures),
        (by_age[by_age["topic_source"] == "log"], _TOPIC),
        (by_age[by_age["subject_source"] == "log"], _SUBJECT),
        (by_age[by_age["bidang_said"] != ""], ["bidang_said"]),
        (by_age[(by_age["bidang_said"] != "") & (by_age["bidang"].fillna("") != "")], _BIDANG),
    ):
        _tell(built, rows, columns)
    built["bidang_said"] = built["bidang_said"].fillna("")
    built["day"] = built["published_at"].dt.date
    built["records"] = records.groupby("post_key").size().reindex(built.index)
    return built.reset_index()


def _tell(built: pd.DataFrame, rows: pd.DataFrame, columns: Iterable[str]) -> None:
    """Let the first of these rows tell the columns of its post; posts without such a row keep theirs."""
    telling = rows.drop_duplicates("post_key").set_index("post_key")
    told = built.index.isin(telling.index)
    for column in columns:
        own = built[column] if column in built else pd.Series(pd.NA, index=built.index, dtype=rows[column].dtype)
        built[column] = telling[column].reindex(built.index).where(told, own)


class _Content(NamedTuple):
    """A konten that takes up posts: the key of its first, the day of that, the platforms that it stands on."""

    key: str
    day: dt.date
    platforms: set[str]


def with_contents(posts: pd.DataFrame) -> pd.DataFrame:
    """Give posts content_key and content_day. All posts of an agency with the same content_text must be there.

    Same OPD, same text, at most one post per platform, within three days of the first, counted on its first day.
    """
    alone = ~posts.duplicated(["agency_id", "content_text"], keep=False)
    keys, days = posts["post_key"].where(alone), posts["day"].where(alone)
    order = ["day", "published_at", "platform", "post_key"]
    ordered = posts.loc[~alone, [*order, "agency_id", "content_text"]].sort_values(order, kind="stable")
    known: dict[tuple[str, str], list[_Content]] = {}
    homes = []
    columns = (ordered[name].tolist() for name in ("agency_id", "content_text", "post_key", "day", "platform"))
    for agency_id, text, post_key, day, platform in zip(*columns, strict=True):
        contents = known.setdefault((agency_id, text), [])
        home = next((c for c in contents if platform not in c.platforms and (day - c.day).days <= CONTENT_DAYS), None)
        if home is None:
            home = _Content(post_key, day, set())
            contents.append(home)
        home.platforms.add(platform)
        homes.append(home)
    keys.loc[ordered.index] = [home.key for home in homes]
    days.loc[ordered.index] = [home.day for home in homes]
    return posts.assign(content_key=keys, content_day=days)
