"""The posts that an upload touches: written, joined with what is stored of the same posts, grouped into konten anew."""

import datetime as dt
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from intake.changed import changed_posts, posts_of_kin
from intake.placing import decided_in, stand_anew
from intake.rebuild import posts_of, with_contents, with_post_keys
from intake.standing import Decided, with_decisions
from store import Writer


class Written(NamedTuple):
    """Posts (unggahan) that an upload brought, and posts known before that tell something else since."""

    accepted: int
    changed: int


def write_posts(writer: Writer, records: pd.DataFrame, as_of: dt.date, now: dt.datetime, sample: bool) -> Written:
    """Store the records of one upload, if it has any, and rebuild the posts that they touch."""
    if records.empty:
        return Written(0, 0)
    decided = decided_in(writer, sample)
    kin = _kin(writer, records, sample, decided)
    old = posts_of_kin(writer, kin, sample)
    fresh = records.assign(as_of=as_of, uploaded_at=now)
    joined = with_post_keys(pd.concat([rows for rows in (kin, fresh) if len(rows)], ignore_index=True))
    upload_id = records["upload_id"].iloc[0]
    new = joined["upload_id"] == upload_id
    writer.append("records", to_arrow(joined[new].drop(columns=["as_of", "uploaded_at"])))
    _rename(writer, kin, joined)
    keys = {*kin["post_key"], *joined["post_key"]}
    places = stand_anew(writer, decided, joined, keys, sample)
    built = with_decisions(posts_of(joined), decided, places)
    replace_posts(writer, built, keys, sample)
    accepted = len(set(joined.loc[new, "post_key"]) - set(joined.loc[~new, "post_key"]))
    return Written(accepted, changed_posts(kin, old, joined, built))


def withdraw_posts(writer: Writer, upload_id: str, sample: bool) -> int:
    """Rebuild the posts of an upload that is marked as undone from the records that remain; by how many posts they are
    fewer. The records of the upload stay as they are."""
    own = from_arrow(writer.fetch("records", {"upload_id": upload_id, "sample": sample}))
    if own.empty:
        return 0
    decided = decided_in(writer, sample)
    kin = _kin(writer, own, sample, decided)
    remaining = with_post_keys(kin)
    _rename(writer, kin, remaining)
    keys = {*own["post_key"], *kin["post_key"], *remaining["post_key"]}
    before = writer.fetch("posts", {"post_key": sorted(keys), "sample": sample}).num_rows
    built = with_decisions(posts_of(remaining), decided, stand_anew(writer, decided, remaining, keys, sample))
    replace_posts(writer, built, keys, sample)
    return before - len(built)


def _kin(writer: Writer, records: pd.DataFrame, sample: bool, decided: Decided) -> pd.DataFrame:
    """Stored records that share a link, an id or a text with the new ones, directly, through others or through what a
    decision knows its post by: whatever else is stored cannot change which of them are one post, nor which of these a
    decision stands on. With as_of and uploaded_at of their upload."""
    asked: set[str] = set()
    kin: list[pd.DataFrame] = []
    reached = records
    while True:
        strong = {name for column in ("link_key", "id_key") for name in reached[column] if name}
        texts = {name for name in reached["text_key"] if name}
        ruled = decided.kin_of(strong | texts)
        strong, texts = (strong | ruled[0]) - asked, (texts | ruled[1]) - asked
        if kin and not strong and not texts:
            return pd.concat(kin, ignore_index=True).drop_duplicates("record_id", ignore_index=True)
        asked |= strong | texts
        found = [writer.fetch("records", {"text_key": list(texts), "sample": sample})]
        if strong:
            found += [writer.fetch("records", {c: list(strong), "sample": sample}) for c in ("link_key", "id_key")]
        reached = with_uploads(writer, from_arrow(pa.concat_tables(found)).drop_duplicates("record_id"))
        kin.append(reached)


def with_uploads(writer: Writer, records: pd.DataFrame) -> pd.DataFrame:
    """Add as_of and uploaded_at of the upload; records of undone uploads are left out."""
    uploads = from_arrow(writer.fetch("uploads", {"upload_id": sorted(set(records["upload_id"]))}))
    live = uploads.loc[uploads["undone_at"].isna(), ["upload_id", "as_of", "uploaded_at"]]
    return records.merge(live, on="upload_id", how="inner")


def _rename(writer: Writer, kin: pd.DataFrame, joined: pd.DataFrame) -> None:
    """Write the post_key of stored records whose post has got another name."""
    before = kin.set_index("record_id")["post_key"]
    after = joined.set_index("record_id")["post_key"].reindex(before.index)
    for key, ids in after[after != before].groupby(after[after != before]).groups.items():
        writer.update("records", {"post_key": key}, {"record_id": list(ids)})


def replace_posts(writer: Writer, built: pd.DataFrame, keys: set[str], sample: bool) -> None:
    """Put rebuilt posts in place of those of `keys`, and group anew the konten that they belong to."""
    old = from_arrow(writer.fetch("posts", {"post_key": sorted(keys), "sample": sample}))
    texts = sorted(set(old["content_text"]) | set(built["content_text"]))
    agencies = sorted(set(old["agency_id"]) | set(built["agency_id"]))
    near = from_arrow(writer.fetch("posts", {"content_text": texts, "agency_id": agencies, "sample": sample}))
    near = near[~near["post_key"].isin(keys)]
    whole = pd.concat([near.drop(columns=["content_key", "content_day"]), built], ignore_index=True)
    if whole.empty:
        writer.delete("posts", {"post_key": sorted(keys), "sample": sample})
        return
    grouped = with_contents(whole)
    before = near.set_index("post_key")["content_key"].reindex(grouped["post_key"])
    moved = grouped[before.to_numpy() != grouped["content_key"].to_numpy()]  # built ones have no content_key yet
    writer.delete("posts", {"post_key": sorted({*keys, *moved["post_key"]}), "sample": sample})
    writer.append("posts", to_arrow(moved))


def from_arrow(table: pa.Table) -> pd.DataFrame:
    """Rows as a frame in which a missing count stays missing and whole numbers stay whole."""
    return table.to_pandas(date_as_object=True, types_mapper={pa.int64(): pd.Int64Dtype()}.get)


def to_arrow(rows: pd.DataFrame) -> pa.Table:
    """A frame as rows for the writer."""
    return pa.Table.from_pandas(rows, preserve_index=False)
