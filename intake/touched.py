"""The posts that an upload touches: written, joined with what is stored of the same posts, grouped into konten anew.

Rows are made and written some thousands at a time, however few or many they are: an upload needs little memory beyond
its own rows, and there is one path for all sizes.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from intake.changed import changed_posts, posts_of_kin
from intake.placing import decided_in, stand_anew
from intake.rebuild import posts_of, with_contents, with_post_keys
from intake.slices import SLICE, from_arrow, lean, plain, to_arrow, unique
from intake.standing import Decided, with_decisions
from store import Writer

_NAMES = (
    "record_id", "upload_id", "uploaded_at", "sheet", "row_number", "platform", "link_key", "id_key", "text_key",
    "content_text",
)  # fmt: skip
"""What tells which records are one post, and on which post a decision stands."""
_GROUPING = ("post_key", "agency_id", "platform", "published_at", "day", "content_text")
"""What tells which posts are one konten."""


class Written(NamedTuple):
    """Posts (unggahan) that an upload brought, and posts known before that tell something else since."""

    accepted: int
    changed: int


def write_posts(writer: Writer, records: pd.DataFrame, as_of: dt.date, now: dt.datetime, sample: bool) -> Written:
    """Store the records of one upload, if it has any, and rebuild the posts that they touch."""
    if records.empty:
        return Written(0, 0)
    decided = decided_in(writer, sample)
    kin = _kin(writer, records, sample, decided).rename(columns={"post_key": "before"})
    old = posts_of_kin(writer, kin["before"], sample)
    fresh = records.assign(as_of=as_of, uploaded_at=now)
    named = with_post_keys(_joined(kin[list(_NAMES)], fresh[list(_NAMES)]))
    kin, fresh = _keyed(kin, fresh, named["post_key"])
    for first in range(0, len(fresh), SLICE):
        rows = fresh.iloc[first : first + SLICE].drop(columns=["as_of", "uploaded_at"])
        writer.append("records", to_arrow(rows))
    _rename(writer, kin)
    keys = unique(kin["before"], named["post_key"])
    places = stand_anew(writer, decided, named, keys, sample)
    built: list[pd.DataFrame] = []
    changed = 0
    for rows in _by_post(kin, fresh):
        posts = with_decisions(posts_of(rows), decided, places)
        changed += changed_posts(rows, old, posts)
        built.append(lean(posts))
    replace_posts(writer, built, keys, sample)
    accepted = fresh["post_key"].nunique() - kin["post_key"].drop_duplicates().isin(fresh["post_key"]).sum()
    return Written(int(accepted), changed)


def withdraw_posts(writer: Writer, upload_id: str, sample: bool) -> int:
    """Rebuild the posts of an upload that is marked as undone from the records that remain; by how many posts they are
    fewer. The records of the upload stay as they are."""
    own = from_arrow(writer.fetch("records", {"upload_id": upload_id, "sample": sample}))
    if own.empty:
        return 0
    decided = decided_in(writer, sample)
    kin = _kin(writer, own, sample, decided).rename(columns={"post_key": "before"})
    named = with_post_keys(kin[list(_NAMES)])
    kin = kin.assign(post_key=named["post_key"])
    _rename(writer, kin)
    keys = unique(own["post_key"], kin["before"], kin["post_key"])
    places = stand_anew(writer, decided, named, keys, sample)
    built = [lean(with_decisions(posts_of(rows), decided, places)) for rows in _by_post(kin, kin.iloc[:0])]
    left = sum(map(len, built))
    return replace_posts(writer, built, keys, sample) - left


def _kin(writer: Writer, records: pd.DataFrame, sample: bool, decided: Decided) -> pd.DataFrame:
    """Stored records that share a link, an id or a text with the new ones, directly, through others or through what a
    decision knows its post by: whatever else is stored cannot change which of them are one post, nor which of these a
    decision stands on. With as_of and uploaded_at of their upload."""
    asked = unique([])
    kin: list[pd.DataFrame] = []
    reached = records
    while True:
        strong, texts = unique(reached["link_key"], reached["id_key"]), unique(reached["text_key"])
        if decided.rows:
            ruled = decided.kin_of({*strong.to_pylist(), *texts.to_pylist()})
            strong, texts = unique(strong, ruled[0]), unique(texts, ruled[1])
        strong, texts = (names.filter(pc.invert(pc.is_in(names, asked))) for names in (strong, texts))
        if kin and not len(strong) and not len(texts):
            return pd.concat(kin, ignore_index=True).drop_duplicates("record_id", ignore_index=True)
        asked = unique(asked, strong, texts)
        reached = with_uploads(writer, from_arrow(_bearers(writer, strong, texts, sample)))
        kin.append(reached)


def _bearers(writer: Writer, strong: pa.Array, texts: pa.Array, sample: bool) -> pa.Table:
    """The stored records that bear one of these links or ids, or one of these texts, each once."""
    found = writer.fetch("records", {"text_key": texts, "sample": sample})
    for column in ("link_key", "id_key") if len(strong) else ():
        more = writer.fetch("records", {column: strong, "sample": sample})
        known = pc.is_in(more["record_id"], unique(found["record_id"]))
        found = pa.concat_tables([found, more.filter(pc.invert(known))])
    return found


def with_uploads(writer: Writer, records: pd.DataFrame) -> pd.DataFrame:
    """Add as_of and uploaded_at of the upload; records of undone uploads are left out."""
    uploads = from_arrow(writer.fetch("uploads", {"upload_id": sorted(set(records["upload_id"]))}))
    live = uploads.loc[uploads["undone_at"].isna(), ["upload_id", "as_of", "uploaded_at"]]
    return records.merge(live, on="upload_id", how="inner")


def _joined(kin: pd.DataFrame, fresh: pd.DataFrame) -> pd.DataFrame:
    """Stored and new records in one frame, the stored ones first."""
    return pd.concat([plain(rows) for rows in (kin, fresh) if len(rows)], ignore_index=True)


def _keyed(kin: pd.DataFrame, fresh: pd.DataFrame, keys: pd.Series) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Stored and new records with their post_key, which stand in `keys` in the order of `_joined`."""
    own, other = keys.iloc[: len(kin)], keys.iloc[len(kin) :]
    return kin.assign(post_key=own.set_axis(kin.index)), fresh.assign(post_key=other.set_axis(fresh.index))


def _by_post(kin: pd.DataFrame, fresh: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """All records (with post_key) of some thousand posts at a time, those of a post together."""
    codes, _ = pd.factorize(pd.concat([kin["post_key"], fresh["post_key"]], ignore_index=True))
    order = np.argsort(codes // SLICE, kind="stable")
    ends = np.searchsorted((codes // SLICE)[order], range(1, codes.max(initial=-1) // SLICE + 1))
    for places in np.split(order, ends) if len(order) else ():
        stored = places < len(kin)
        yield _joined(kin.iloc[places[stored]], fresh.iloc[places[~stored] - len(kin)])


def _rename(writer: Writer, kin: pd.DataFrame) -> None:
    """Write the post_key of stored records whose post has got another name."""
    other = kin[kin["before"] != kin["post_key"]]
    for key, rows in other.groupby("post_key"):
        writer.update("records", {"post_key": key}, {"record_id": rows["record_id"].tolist()})


def replace_posts(writer: Writer, built: list[pd.DataFrame], keys: pa.Array, sample: bool) -> int:
    """Put rebuilt posts in place of those of `keys`, and group anew the konten that they belong to; how many there
    were of `keys`. Takes each frame out of `built` as it is written: a large upload would be held twice."""
    touched = {"post_key": keys, "sample": sample}
    old = from_arrow(writer.fetch("posts", touched).select(["content_text", "agency_id"]))
    writer.delete("posts", touched)
    texts = unique(old["content_text"], *(rows["content_text"] for rows in built))
    agencies = unique(old["agency_id"], *(rows["agency_id"] for rows in built))
    where = {"content_text": texts, "agency_id": agencies, "sample": sample}
    near = from_arrow(writer.fetch("posts", where))
    parts = [near.drop(columns=["content_key", "content_day"]), *built]
    whole = [plain(rows[list(_GROUPING)]) for rows in parts if len(rows)]
    if not whole:
        return len(old)
    grouped = with_contents(pd.concat(whole, ignore_index=True))[["content_key", "content_day"]]
    moved = near["content_key"].to_numpy() != grouped["content_key"].iloc[: len(near)].to_numpy()
    writer.delete("posts", {"post_key": unique(near.loc[moved, "post_key"]), "sample": sample})
    first = 0
    built.clear()
    del near, whole
    for written in (moved, *[slice(None)] * (len(parts) - 1)):
        rows = parts.pop(0)
        told = grouped.iloc[first : first + len(rows)].set_axis(rows.index)
        first += len(rows)
        writer.append("posts", to_arrow(rows.assign(**dict(told.items()))[written]))
    return len(old)
