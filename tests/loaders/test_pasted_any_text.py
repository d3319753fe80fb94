"""Any pasted text ends in posts, rejected rows or a refusal, and never keeps the name of its sender."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import RefusedError
from tests.loaders.chats import FB, HEADS, IG, everything
from tests.loaders.made import load_bytes

LINES = st.one_of(
    st.sampled_from(
        [
            FB + "1",
            IG,
            "Apel pagi",
            "OPD: Dinas Sosial",
            "Rabu, 23 Oktober 2024",
            "IG:",
            '"',
            "1.",
            "https://[",
            "Tgl 31/11",
            "",
        ]
    ),
    st.text(max_size=30),
)


@settings(max_examples=80, deadline=None)
@given(
    name=st.text("qzxjvQZXJV ", min_size=4, max_size=12).filter(
        lambda name: len(name.split()) and len(name.strip()) > 3
    ),
    head=st.sampled_from(sorted(HEADS)),
    lines=st.lists(LINES, max_size=8),
    at=st.integers(0, 8),
)
def test_any_chat_ends_without_the_name_of_its_sender(
    tmp_path_factory: pytest.TempPathFactory, name: str, head: str, lines: list[str], at: int
) -> None:
    lines.insert(min(at, len(lines)), f"Bersama {name} dan @{name.upper()}, hub 0812 3456 7890")
    text = HEADS[head][0].format(name) + "\n".join(lines)
    folder = tmp_path_factory.mktemp("chat")
    try:
        loaded = load_bytes(folder, text.encode("utf-8", "replace"), "chat.txt")
    except RefusedError as refusal:
        assert "Mohon" in str(refusal)
        return
    kept = json.dumps(everything(loaded)).casefold()
    assert " ".join(name.split()).casefold() not in kept
    assert "3456" not in kept
    again = load_bytes(folder, loaded.cleaned.encode(), "chat.txt")
    assert again.posts.equals(loaded.posts)


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_any_text_ends_in_rows_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    try:
        loaded = load_bytes(tmp_path_factory.mktemp("text"), "\n".join(lines).encode("utf-8", "replace"), "a.txt")
    except RefusedError as refusal:
        assert "Mohon" in str(refusal)
        return
    rows = [*loaded.posts["row"], *(rejection.row for rejection in loaded.rejections)]
    assert len(rows) == len(set(rows)) >= 1
