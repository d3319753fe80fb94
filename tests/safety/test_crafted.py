"""Each crafted file ends in its own sentence or in posts, costs this process no memory, and spares the next file."""

import datetime as dt

import psutil
import pytest

from loaders import Options, RefusedError
from loaders.child import read_apart
from tests.safety.crafted import FILES, Crafted, good

TODAY = dt.date(2025, 1, 15)
GROWTH = 100 << 20


def seen_by_sender(content: bytes, name: str) -> str | int:
    """The number of posts, or the sentence of the refusal."""
    try:
        return len(read_apart(content, Options("Asia/Jakarta", TODAY, name)).posts)
    except RefusedError as refusal:
        return str(refusal)


def test_there_are_more_than_twenty_with_names_of_their_own() -> None:
    assert len({file.name for file in FILES}) == len(FILES) == 42


@pytest.mark.parametrize(
    "file", [pytest.param(file, id=file.name, marks=pytest.mark.long if file.slow else ()) for file in FILES]
)
def test_crafted(file: Crafted) -> None:
    content = file.make()
    before = psutil.Process().memory_info().rss
    seen = seen_by_sender(content, file.name)
    assert psutil.Process().memory_info().rss - before < GROWTH
    if isinstance(file.seen, int):
        assert seen == file.seen
    else:
        assert isinstance(seen, str)
        assert file.seen in seen
        assert f"“{file.name}”" in seen
        assert "Mohon " in seen
    assert seen_by_sender(good(), "baik.xlsx") == 1


def test_formulas_stay_words_and_links_are_not_followed() -> None:
    """The address that a HYPERLINK formula holds is read as text, as the address behind a word is; nothing opens it."""
    (file,) = (file for file in FILES if file.name == "rumus.xlsx")
    posts = read_apart(file.make(), Options("Asia/Jakarta", TODAY, file.name)).posts
    assert posts["caption"].tolist() == ["Imunisasi di posyandu", "=cmd|'/c calc'!A0"]
    assert posts["link"].tolist() == ["https://www.facebook.com/dinkescontoh/posts/122100000000001", "https://x.com"]
