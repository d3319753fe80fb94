"""The ledger: every file that came in with what became of it, and the posts of one file."""

import datetime as dt
from datetime import date

import pytest

from answers.choice import Choice
from answers.ledger import ledger, ledger_details, ledger_table, period_words, sentence
from answers.posts import PostsChoice, posts
from intake import commit, keep_refusal, undo
from loaders import Rejection
from store import Scope, Store
from tests.intake.made import NOW, answers, draft_of, lists, post, take
from tests.store.rows import row

OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))
TODAY = date(2024, 11, 22)


def later(minutes: int) -> dt.datetime:
    return NOW + dt.timedelta(minutes=minutes)


@pytest.fixture
def uploads(store: Store) -> dict[str, str]:
    """Files a (undone), b (partly the same posts as c, with a rejected row), c, and a refused one: name → upload_id."""
    with store.write() as writer:
        names = {"dinas-a": "Dinas Kesehatan", "dinas-b": "Dinas Sosial"}
        writer.append("agencies", [row("agencies", agency_id=key, name=name) for key, name in names.items()])
    first = take(store, post(4, caption="salah"), name="a.csv").upload_id
    undo(store, Scope(), first, "Budi", later(1))
    made = draft_of(
        [post(day, opd=opd, caption=f"{day}") for day in (7, 9) for opd in ("Dinas A", "Dinas B")],
        "b.xlsx",
        [Rejection("Okt", 9, "Tanggal", "32/10", "tanggal tidak ada")],
    )
    made.loaded.warnings.append("4 baris tanpa tautan")
    complete = {("dinas-a", "instagram"): True}
    second = commit(store, made, answers(made, complete=complete), lists(), later(2)).upload_id
    third = take(store, post(9, caption="9"), post(8, "facebook", caption="8"), name="c.csv", at=3).upload_id
    keep_refusal(store, Scope(), b"rekap", "rekap.csv", "Berkas ini berisi angka rekap.", later(4))
    return {"a.csv": first, "b.xlsx": second, "c.csv": third}


def test_every_file_stands_there_newest_first(store: Store, uploads: dict[str, str]) -> None:
    entries = ledger(store, Scope(), {"hand_log": "Log buatan tangan OPD"}.__getitem__)
    assert sentence(entries) == "4 berkas: 2 berlaku; 1 dibatalkan; 1 diterima, belum terbaca."
    labels = [column.key for column in ledger_table(entries).columns]
    rows = [dict(zip(labels, cells, strict=True)) for cells in ledger_table(entries).rows]
    shown = ("berkas", "pengirim", "keadaan", "baru", "berulang", "ditolak", "opd", "dari", "sampai", "catatan")
    hand, both = "Log buatan tangan OPD", "Dinas Kesehatan, Dinas Sosial"
    assert [tuple(each[key] for key in shown) for each in rows] == [
        ("rekap.csv", "tidak dikenal", "Diterima, belum terbaca", None, None, None, None, None, None,
         "Berkas ini berisi angka rekap."),
        ("c.csv", "Ani", "Berlaku", 1, 1, 0, "Dinas Kesehatan", "2024-10-08", "2024-10-09", None),
        ("b.xlsx", "Ani", "Berlaku", 4, 0, 1, both, "2024-10-01", "2024-10-31", "4 baris tanpa tautan"),
        ("a.csv", "Ani", "Dibatalkan", 1, 0, 0, "Dinas Kesehatan", "2024-10-04", "2024-10-04", None),
    ]  # fmt: skip
    assert [each["sumber"] for each in rows] == [None, hand, hand, hand]
    assert rows[1]["jam"] == "jam tidak tertulis"
    assert [period_words(entry) for entry in entries] == [
        "",
        "8–9 Oktober 2024",
        "1–31 Oktober 2024",
        "4 Oktober 2024",
    ]
    assert [(entry.undone_by, entry.undone_at) for entry in entries if entry.undone_at] == [("Budi", later(1))]


def test_a_refused_file_that_was_read_later_says_so(store: Store) -> None:
    made = draft_of([post(4, caption="x")])
    keep_refusal(store, Scope(), made.content, "log.xlsx", "Belum terbaca.", NOW)
    upload = commit(store, made, answers(made), lists(), later(1)).upload_id
    assert [entry.state for entry in ledger(store, Scope())] == ["Berlaku", "Terbaca kemudian"]
    undo(store, Scope(), upload, "Budi", later(2))
    assert [entry.state for entry in ledger(store, Scope())] == ["Dibatalkan", "Diterima, belum terbaca"]


def test_one_upload_in_full(store: Store, uploads: dict[str, str]) -> None:
    found = ledger_details(store, Scope(), uploads["b.xlsx"])
    assert found.coverage.rows == (
        ("Dinas Kesehatan", "Instagram", "2024-10-01", "2024-10-31", "Lengkap"),
        ("Dinas Sosial", "Instagram", "2024-10-07", "2024-10-09", "Belum lengkap"),
    )
    assert found.rejections.rows == (("Okt", 9, "Tanggal", "32/10", "tanggal tidak ada"),)
    assert (found.posts, found.alone, found.first, found.last) == (4, 3, date(2024, 10, 7), date(2024, 10, 9))


def test_an_undone_upload_keeps_what_it_covered_and_has_no_posts(store: Store, uploads: dict[str, str]) -> None:
    take(store, post(4, caption="salah"), name="lagi.csv", at=9)
    found = ledger_details(store, Scope(), uploads["a.csv"])
    assert found.coverage.rows == (("Dinas Kesehatan", "Instagram", "2024-10-04", "2024-10-04", "Belum lengkap"),)
    assert (found.posts, found.alone, found.first) == (0, 0, None)


@pytest.mark.parametrize(
    ("name", "texts", "words"),
    [
        ("b.xlsx", ["7", "7", "9", "9"], "berkas “b.xlsx”"),
        ("c.csv", ["8", "9"], "berkas “c.csv”"),
        ("a.csv", [], "berkas yang tidak ada atau dibatalkan"),
    ],
)
def test_the_page_of_posts_shows_those_of_one_file(
    store: Store, uploads: dict[str, str], name: str, texts: list[str], words: str
) -> None:
    answer = posts(store, Scope(), OCTOBER, TODAY, PostsChoice(upload=uploads[name]))
    at = [column.key for column in answer.tables[0].columns].index("teks")
    assert sorted(str(cells[at]) for cells in answer.tables[0].rows) == texts
    assert answer.extra["total"] == str(len(texts))
    assert words in answer.filters


def test_sample_and_real_do_not_mix(store: Store, uploads: dict[str, str]) -> None:
    take(store, post(4, caption="rekaan"), name="contoh.csv", sample=True)
    assert [entry.file_name for entry in ledger(store, Scope(sample=True))] == ["contoh.csv"]
    assert "contoh.csv" not in [entry.file_name for entry in ledger(store, Scope())]
