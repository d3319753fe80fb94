"""How many posts an upload changed: known before, and saying something else since."""

import pandas as pd
import pyarrow as pa

import posts as post_table
from store import Writer

TOLD = ("published_at", "has_time", "caption", "link", *post_table.FIGURES)
"""What a reader sees of a post: another value in any of these is a change. Readings and keys are our own."""


def changed_posts(kin: pd.DataFrame, old: pd.DataFrame, joined: pd.DataFrame, built: pd.DataFrame) -> int:
    """The number of posts that stood in the store (`old`) and now (`built`) tell another time, text, link or figure.

    `kin` are the stored records that the upload meets, with the post_key of before; `joined` all records with that of
    now: through them a post is followed whose key changed. Rows that only repeat what is known change nothing.
    """
    if kin.empty or old.empty:
        return 0
    now = joined.set_index("record_id")["post_key"].reindex(kin["record_id"])
    pairs = pd.DataFrame({"before": kin["post_key"].to_numpy(), "now": now.to_numpy()}).drop_duplicates()
    was = old.set_index("post_key").reindex(pairs["before"])
    new = built.set_index("post_key").reindex(pairs["now"])
    other = pd.Series(False, index=range(len(pairs)))
    for column in TOLD:
        one, two = was[column].reset_index(drop=True), new[column].reset_index(drop=True)
        other |= ~((one == two).fillna(False).astype(bool) | (one.isna() & two.isna()))
    return int(pairs["now"].reset_index(drop=True)[other].nunique())


def posts_of_kin(writer: Writer, kin: pd.DataFrame, sample: bool) -> pd.DataFrame:
    """The stored posts of records that an upload meets; none for an upload that meets none."""
    keys = kin["post_key"].unique().tolist()
    table = writer.fetch("posts", {"post_key": keys, "sample": sample}) if keys else None
    columns = ["post_key", *TOLD]
    if table is None:
        return pd.DataFrame(columns=columns)
    return table.select(columns).to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get)
