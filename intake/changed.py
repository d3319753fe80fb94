"""How many posts an upload changed: known before, and saying something else since."""

import pandas as pd

import posts as post_table
from intake.slices import from_arrow, unique
from store import Writer

TOLD = ("published_at", "has_time", "caption", "link", *post_table.FIGURES)
"""What a reader sees of a post: another value in any of these is a change. Readings and keys are our own."""


def changed_posts(records: pd.DataFrame, old: pd.DataFrame, built: pd.DataFrame) -> int:
    """The number of posts that stood in the store (`old`, by post_key) and now (`built`, of these records) tell another
    time, text, link or figure.

    `records` have the post_key of now and, those that were stored, that of `before`: through them a post is followed
    whose key changed. Rows that only repeat what is known change nothing.
    """
    if old.empty or "before" not in records:
        return 0
    pairs = records.loc[records["before"].notna(), ["before", "post_key"]].drop_duplicates()
    was = old.reindex(pairs["before"])
    new = built.set_index("post_key").reindex(pairs["post_key"])
    other = pd.Series(False, index=range(len(pairs)))
    for column in TOLD:
        one, two = was[column].reset_index(drop=True), new[column].reset_index(drop=True)
        other |= ~((one == two).fillna(False).astype(bool) | (one.isna() & two.isna()))
    return int(pairs["post_key"].reset_index(drop=True)[other].nunique())


def posts_of_kin(writer: Writer, keys: pd.Series, sample: bool) -> pd.DataFrame:
    """The stored posts of records that an upload meets, by these post_keys; none for an upload that meets none."""
    table = writer.fetch("posts", {"post_key": unique(keys), "sample": sample})
    return from_arrow(table.select(["post_key", *TOLD])).set_index("post_key")
