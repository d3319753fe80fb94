"""When two records are one post, and when they are not: links and ids join, text joins only what has neither."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

import posts

NAMES = ["link_key", "id_key", "text_key"]


def _same(*rows: tuple[str, str, str]) -> list[str]:
    return posts.same_post(pd.DataFrame(rows, columns=NAMES, dtype="str"))


def _keys(*rows: dict[str, object], owner: str = "dinas kesehatan") -> pd.DataFrame:
    frame = posts.conform(
        pd.DataFrame([{"row": 2, "platform": "instagram", "published_at": "2024-10-23", **row} for row in rows])
    )
    return posts.keys_of(frame, [owner] * len(rows))


def test_a_link_an_id_and_a_text_each_have_their_name() -> None:
    keys = _keys({"link": "https://instagram.com/p/DBcQ3VhSx9a", "post_id": "18050000000000001", "caption": "Halo"})
    assert keys.loc[0, ["link_key", "id_key"]].tolist() == ["instagram:DBcQ3VhSx9a", "instagram:18050000000000001"]
    assert keys["text_key"][0].startswith("instagram@dinas kesehatan@2024-10-23@")


def test_text_counts_within_owner_day_and_platform_only() -> None:
    row = {"caption": "Halo"}
    texts = {
        _keys(row)["text_key"][0],
        _keys(row, owner="dinas sosial")["text_key"][0],
        _keys({**row, "published_at": "2024-10-24"})["text_key"][0],
        _keys({**row, "platform": "facebook"})["text_key"][0],
        _keys({"caption": "Halo lagi"})["text_key"][0],
    }
    assert len(texts) == 5
    assert _keys({"caption": " https://bit.ly/x "})["text_key"].tolist() == [""]


def test_an_address_without_an_id_is_compared_as_written() -> None:
    keys = _keys({"link": "https://www.facebook.com/media/set/?set=a.12"}, {"link": "https://instagram.com/dinkes"})
    assert keys["link_key"].tolist() == ["url:facebook.com/media/set?set=a.12", ""]


def test_a_broken_address_has_no_key() -> None:
    assert _keys({"link": "https://[buruk/p/12345"})["link_key"].tolist() == [""]


def test_the_same_link_or_the_same_id_is_one_post() -> None:
    assert _same(("l:1", "i:1", ""), ("l:1", "", ""), ("", "i:1", "")) == ["l:1", "l:1", "l:1"]
    assert _same(("", "i:1", "t1"), ("", "i:1", "t2")) == ["i:1", "i:1"]


def test_the_same_text_under_two_plain_links_is_two_posts() -> None:
    assert _same(("l:1", "", "t"), ("l:2", "", "t")) == ["l:1", "l:2"]
    assert _same(("", "i:1", "t"), ("", "i:2", "t")) == ["i:1", "i:2"]


def test_a_row_without_link_is_the_first_post_of_that_text() -> None:
    assert _same(("", "", "t"), ("l:1", "", "t"), ("l:2", "", "t"), ("", "", "t")) == ["l:1", "l:1", "l:2", "l:1"]
    assert _same(("", "", "t"), ("", "", "t"), ("", "", "u")) == ["t", "t", "u"]


def test_one_opaque_link_is_the_plain_post_of_that_text() -> None:
    assert _same(("f:~a", "", "t"), ("f:1", "", "t")) == ["f:1", "f:1"]
    assert _same(("f:~a", "", "t"), ("f:~b", "", "t"), ("f:1", "", "t")) == ["f:1", "f:~b", "f:1"]
    assert _same(("f:~a", "", "t"), ("f:~b", "", "t")) == ["f:~a", "f:~b"]


def test_an_opaque_link_never_joins_two_plain_posts() -> None:
    keys = _same(("f:1", "", "t"), ("f:~a", "", "t"), ("f:~a", "", "u"), ("f:2", "", "u"))
    assert keys == ["f:1", "f:1", "f:1", "f:2"]


def test_a_record_without_any_key_stands_alone() -> None:
    assert _same(("", "", ""), ("l:1", "", "")) == ["", "l:1"]
    assert posts.same_post(pd.DataFrame({name: pd.Series(dtype="str") for name in NAMES})) == []


PLAIN = st.tuples(
    st.sampled_from(["", "i:1", "i:2", "i:3"]), st.sampled_from(["", "n:1", "n:2", "n:3"]), st.sampled_from("tu")
).filter(lambda row: bool(row[0] or row[1]))
ANY = st.tuples(
    st.sampled_from(["", "f:1", "f:2", "f:~a", "f:~b", "url:a/b"]),
    st.sampled_from(["", "", "f:3", "f:4"]),
    st.sampled_from(["", "t", "u"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PLAIN, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_plain_records_does_not_matter(rows: list[tuple[str, str, str]], shuffle: object) -> None:
    places = list(range(len(rows)))
    shuffle.shuffle(places)  # type: ignore[attr-defined]
    named = dict(zip(places, _same(*(rows[place] for place in places)), strict=True))
    assert [named[place] for place in range(len(rows))] == _same(*rows)


@settings(max_examples=200, deadline=None)
@given(st.lists(ANY, max_size=8))
def test_text_never_joins_two_plain_posts(rows: list[tuple[str, str, str]]) -> None:
    with_text = _same(*rows)
    without = _same(*((link, post, f"only {row}") for row, (link, post, _) in enumerate(rows)))
    plain = [row for row, (link, post, _) in enumerate(rows) if post or (link.startswith("f:") and "~" not in link)]
    for one in plain:
        for other in plain:
            assert (with_text[one] == with_text[other]) == (without[one] == without[other])
