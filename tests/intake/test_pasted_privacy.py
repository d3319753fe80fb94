"""A chat that was handed in: what the store keeps of it names nobody, read or refused, and comes again as the same."""

from intake import commit, keep_refusal, prepare
from intake.draft import Decisions
from loaders import Options
from store import Scope, Store
from tests.intake.made import NOW, OCTOBER, lists, rows_of

NAME = "Chat WhatsApp dengan Ani Contoh.txt"
CHAT = """23/10/24 08.15 - Ani Contoh: Rekap medsos Dinas A
Apel bersama Ani Contoh, hubungi 0812-3456-7890
https://www.facebook.com/a/posts/122100000000001 https://www.instagram.com/a/
23/10/24 08.20 - +62 812-3456-7890: https://wa.me/6281234567890
"""
TABLES = ("posts", "records", "uploads", "coverage", "rejections", "refusals", "audit")


def _kept(store: Store) -> str:
    files = [store.file_bytes(row["sha256"], Scope()) or b"" for row in rows_of(store, "files")]
    return repr([rows_of(store, table) for table in TABLES]) + b"\n".join(files).decode()


def test_a_chat_is_stored_without_its_people(store: Store) -> None:
    options = Options("Asia/Jakarta", NOW.date(), NAME)
    draft = prepare(store, Scope(), CHAT.encode(), options)
    answers = Decisions({"Dinas A": "dinas-a"}, {}, OCTOBER, NOW.date(), "Citra")
    commit(store, draft, answers, lists(), NOW)
    kept = _kept(store)
    assert "Apel bersama" in kept
    assert "https://www.facebook.com/a/posts/122100000000001" in kept
    assert [word for word in ("Ani", "Contoh", "3456", "7890") if word in kept] == []
    assert prepare(store, Scope(), CHAT.encode(), options).seen_before == NOW
    assert prepare(store, Scope(), draft.content, options).seen_before == NOW


def test_of_a_refused_chat_only_the_story_is_kept(store: Store) -> None:
    keep_refusal(store, Scope(), b"23/10/24 08.15 - Ani Contoh: Siap 0812-3456-7890", NAME, "Tidak terbaca.", NOW)
    assert [(row["file_name"], row["kept"]) for row in rows_of(store, "refusals")] == [
        ("Percakapan WhatsApp.txt", False)
    ]
    assert [word for word in ("Ani", "Contoh", "7890") if word in _kept(store)] == []
