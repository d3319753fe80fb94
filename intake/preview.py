"""What another word list, person or phase would change in the stored posts, told before it is put in force."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pandas as pd

from intake.readings import context_of
from intake.standing import DECIDED
from intake.word_lists import reading_lists
from rules import Context, Lists, read_posts
from store import Scope, Store

FIELDS = ("topic", "subject_detail", "bidang", "neutrality", "caution")
"""Columns of a reading that a preview compares."""

MOST = 50
"""Posts that a preview shows one by one."""

_STEP = 4000
_SAID = ("topic_said", "subject_said", "bidang_said")
_SOURCES = {"topic": "topic_source", "subject_detail": "subject_source", "bidang": "bidang_source"}

Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Reading:
    """What posts are read with."""

    lists: Lists
    context: Context


@dataclass(frozen=True)
class Change:
    """One field of one post that would be read differently: its codes and the words that decide, before and after."""

    post_key: str
    day: date
    agency_id: str
    platform: str
    caption: str
    link: str
    field: str
    before: str
    after: str
    words_before: str
    words_after: str


@dataclass(frozen=True)
class Preview:
    """posts: stored posts (unggahan) that were read both ways. changed: how many of them would be read differently in
    any field; by_field: in each field, those without a change left out. examples: the first of MOST posts, newest
    first, one row a field."""

    posts: int
    changed: int
    by_field: Mapping[str, int]
    examples: tuple[Change, ...]


def reading_now(store: Store, scope: Scope) -> Reading:
    """What new uploads are read with."""
    return Reading(reading_lists(store), context_of(store, scope))


def preview(store: Store, scope: Scope, now: Reading, then: Reading, told: Told = lambda done, posts: None) -> Preview:
    """Read every stored post both ways and compare; nothing is changed.

    What a log itself says stays said, what a person decided stays decided. `told` hears (posts done, posts in all).
    """
    posts = _stored(store, scope)
    changed, counts, examples = 0, dict.fromkeys(FIELDS, 0), []
    for start in range(0, len(posts), _STEP):
        part = posts.iloc[start : start + _STEP].reset_index(drop=True)
        before, after = (read_posts(part, way.lists, way.context) for way in (now, then))
        different = pd.DataFrame({field: _differs(field, part, before, after) for field in FIELDS})
        rows = different.any(axis=1)
        for row in part.index[rows]:
            if changed < MOST:
                fields = [field for field in FIELDS if different.at[row, field]]
                examples += [_change(part.loc[row], field, before.loc[row], after.loc[row]) for field in fields]
            changed += 1
        for field in FIELDS:
            counts[field] += int(different[field].sum())
        told(min(start + _STEP, len(posts)), len(posts))
    return Preview(len(posts), changed, {field: n for field, n in counts.items() if n}, tuple(examples))


def _stored(store: Store, scope: Scope) -> pd.DataFrame:
    """The posts, newest first, with what their logs say (of several records the newest that says anything)."""
    tables = store.read(scope)
    posts = store.run(tables.posts).to_pandas()
    standing = tables.uploads.filter(tables.uploads.undone_at.isnull()).select("upload_id", "as_of", "uploaded_at")
    speaking = tables.records.select("post_key", "upload_id", "record_id", *_SAID)
    speaking = speaking.filter(ibis.or_(*(speaking[name] != "" for name in _SAID)))
    joined = speaking.inner_join(standing, "upload_id")
    said = store.run(joined.select("post_key", "record_id", "as_of", "uploaded_at", *_SAID)).to_pandas()
    said = said.sort_values(["as_of", "uploaded_at", "record_id"], ascending=[False, False, True], kind="stable")
    for name in _SAID:
        telling = said[said[name] != ""].drop_duplicates("post_key").set_index("post_key")[name].to_dict()
        posts[name] = [telling.get(key, "") for key in posts["post_key"]]
    posts["published_at"] = pd.to_datetime(posts["published_at"])
    return posts.sort_values(["published_at", "post_key"], ascending=[False, True], kind="stable", ignore_index=True)


def _differs(field: str, posts: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame) -> "pd.Series[bool]":
    """In which rows a field would be read differently, and nobody decided it."""
    differs = before[field] != after[field]
    source = _SOURCES.get(field)
    if source in posts:
        return differs & (posts[source] != DECIDED)
    review = f"{field}_review"
    return differs & posts[review].isin(["", "terbuka"]) if review in posts else differs


def _change(post: Any, field: str, before: Any, after: Any) -> Change:
    evidence = {"subject_detail": "subject_evidence"}.get(field, f"{field}_evidence")
    return Change(
        post["post_key"],
        post["published_at"].date(),
        post["agency_id"],
        post["platform"],
        post["caption"],
        post["link"],
        field,
        before[field],
        after[field],
        before[evidence],
        after[evidence],
    )
