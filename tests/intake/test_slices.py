"""Slices of rows stacked into one frame: nothing changes but how repeated words are held."""

import pandas as pd
import pytest

from intake.slices import plain, stacked

LONG = pd.DataFrame({"topic": ["x", "y"] * 1000, "caption": ["q"] * 2000})
SHORT = pd.DataFrame({"topic": ["z", None], "caption": ["q", "r"]})


def test_a_short_report_stays_as_it_is() -> None:
    stack = stacked([SHORT])
    assert stack.dtypes.astype("str").to_dict() == {"topic": "str", "caption": "str"}
    assert stack["caption"].tolist() == ["q", "r"]


def test_a_short_slice_behind_a_long_one_is_held_like_it() -> None:
    stack = stacked([LONG, SHORT])
    assert stack.dtypes.astype("str").to_dict() == {"topic": "category", "caption": "str"}
    assert plain(stack)["topic"].tolist()[-3:-1] == ["y", "z"]
    assert stack["topic"].isna().sum() == 1


@pytest.mark.parametrize("column", ["topic", "caption"])
def test_a_column_may_be_empty_in_one_slice_only(column: str) -> None:
    empty = LONG.assign(**{column: None})
    assert stacked([empty, SHORT])[column].tolist()[-2:][0] == SHORT[column].tolist()[0]
    assert stacked([LONG, SHORT.assign(**{column: None})])[column].notna().sum() == 2000
