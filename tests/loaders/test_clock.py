"""The day that a post belongs to: one morning in October through every source, the proof by ids, changes of clocks."""

import datetime as dt
from pathlib import Path

import pytest

from loaders import clock
from loaders.clock import PACIFIC
from tests.loaders.made import FACEBOOK, INSTAGRAM, code, csv_bytes, load_bytes, load_rows, told

MORNING = dt.datetime(2024, 10, 23, 1)
"""23 October 2024, 08.00 WIB, in UTC."""
IG_HEADER = ("Post ID", "Account username", "Description", "Publish time", "Permalink", "Post type")
FB_HEADER = ("Post ID", "Page name", "Title", "Publish time", "Permalink", "Post type")


def _permalink(at: dt.datetime) -> str:
    return f"{INSTAGRAM}{code(at)}/"


def _instagram(folder: Path, *posts: tuple[dt.datetime, str]) -> object:
    """An Instagram export of posts made at (UTC), with the time as the file writes it."""
    rows = [
        (str(18050000000000001 + i), "dinkes.contoh", f"Kegiatan {i}", written, _permalink(at), "IG image")
        for i, (at, written) in enumerate(posts)
    ]
    return load_bytes(folder, csv_bytes([IG_HEADER, *rows]))


def test_a_shortcode_carries_its_moment() -> None:
    assert code(dt.datetime(2024, 10, 23, 1)) == "DBcopVTgAAA"
    assert clock.moment_in_id(f"{INSTAGRAM}DBcopVTgAAA/") == MORNING
    for at in (dt.datetime(2012, 5, 4, 3, 2, 1), dt.datetime(2026, 2, 27, 23, 59, 59)):
        assert clock.moment_in_id(_permalink(at)) == at


@pytest.mark.parametrize(
    ("link", "at"),
    [
        (f"https://x.com/dinkes/status/{(1729645200000 - 1288834974657) << 22}", MORNING),
        (f"https://www.tiktok.com/@dinkes/video/{1729645200 << 32}", MORNING),
        (f"https://instagram.com/stories/dinkes/{(1729645200000 - 1314220021721) << 23}", MORNING),
        ("https://www.facebook.com/dinkes/posts/122100000000001", None),
        ("https://vt.tiktok.com/ZSjAbCdEf/", None),
        ("https://youtu.be/dQw4w9WgXcQ", None),
        ("https://www.instagram.com/p/_____________/", None),
        ("https://x.com/dinkes/status/" + "9" * 5000, None),
        ("https://www.tiktok.com/@dinkes/video/" + "9" * 5000, None),
        ("https://instagram.com/stories/dinkes/" + "9" * 5000, None),
        ("https://x.com/dinkes/status/12345", None),
        ("", None),
    ],
    ids=lambda value: str(value)[:60],
)
def test_ids_of_other_platforms(link: str, at: dt.datetime | None) -> None:
    assert clock.moment_in_id(link) == at


def test_the_same_morning_through_every_source(tmp_path: Path) -> None:
    """Posted on Wednesday, 23 October 2024, 08.00 WIB; Meta's files say the evening of the 22nd."""
    instagram = _instagram(tmp_path, (MORNING, "10/22/2024 18:00"))
    story = (IG_HEADER, ("18050000000000001", "dinkes.contoh", "", "10/22/2024 18:00", "", "IG story"))
    facebook = (FB_HEADER, ("122100000000001", "Dinkes", "Apel", "10/22/2024 18:00", FACEBOOK + "1", "Photos"))
    form = [("Timestamp", "Nama OPD", "Tanggal Posting", "Jam", "Link Facebook")]
    form += [("10/22/2024 18:02:11", "Dinkes", "23/10/2024", "08.00 WIB", FACEBOOK + "122100000000001")]
    log = [("Hari/Tanggal", "Jam", "Kegiatan", "Media"), ("Rabu, 23 Oktober 2024", "08.00 WIB", "Apel", "FB")]
    loaded = [
        instagram,
        load_bytes(tmp_path, csv_bytes(story)),
        load_bytes(tmp_path, csv_bytes(facebook)),
        load_rows(tmp_path, *form),
        load_rows(tmp_path, *log),
    ]
    assert [[at for _, _, at in told(one)] for one in loaded] == [["2024-10-23 08:00"]] * 5
    assert [one.clock for one in loaded] == [PACIFIC, PACIFIC, PACIFIC, "Asia/Jakarta", "Asia/Jakarta"]
    assert [one.clock_proof for one in loaded] == [
        "waktu berkas: Pasifik (AS) → WIB, dibuktikan oleh 1 dari 1 unggahan",
        "waktu berkas: Pasifik (AS) → WIB, dianggap seperti semua ekspor Meta; "
        "tautan berkas ini tidak memuat penanda waktu",
        "waktu berkas: Pasifik (AS) → WIB, dianggap seperti semua ekspor Meta; "
        "tautan berkas ini tidak memuat penanda waktu",
        "waktu berkas: WIB, seperti semua daftar buatan tangan; "
        "urutan tanggal hari/bulan/tahun (1 dari 1 tanggal hanya mungkin dibaca demikian)",
        "waktu berkas: WIB, seperti semua daftar buatan tangan",
    ]


def test_a_file_that_is_local_already_is_proven_by_its_ids(tmp_path: Path) -> None:
    later = MORNING + dt.timedelta(days=1)
    loaded = _instagram(tmp_path, (MORNING, "10/23/2024 08:00"), (later, "10/24/2024 08:00"))
    assert (loaded.clock, [at for _, _, at in told(loaded)]) == (
        "Asia/Jakarta",
        ["2024-10-23 08:00", "2024-10-24 08:00"],
    )
    assert loaded.clock_proof == "waktu berkas: WIB → WIB, dibuktikan oleh 2 dari 2 unggahan"


def test_a_scheduled_post_stands_at_its_publication(tmp_path: Path) -> None:
    made = MORNING - dt.timedelta(days=2)
    posts = [(MORNING, "10/22/2024 18:00"), (made, "10/22/2024 20:00"), (MORNING, "10/22/2024 18:01")]
    loaded = _instagram(tmp_path, *posts)
    assert loaded.clock_proof.endswith("dibuktikan oleh 2 dari 3 unggahan")
    assert [at for _, _, at in told(loaded)] == ["2024-10-23 08:00", "2024-10-23 10:00", "2024-10-23 08:01"]


def test_ids_that_disagree_prove_nothing(tmp_path: Path) -> None:
    loaded = _instagram(tmp_path, (MORNING - dt.timedelta(days=3), "10/22/2024 18:00"))
    assert loaded.clock == PACIFIC
    assert "dianggap; penanda waktu pada 1 tautan tidak sepakat" in loaded.clock_proof


@pytest.mark.parametrize(
    ("utc", "written", "local"),
    [
        (dt.datetime(2024, 11, 3, 6, 30), "11/02/2024 23:30", "2024-11-03 13:30"),
        (dt.datetime(2024, 11, 3, 8, 30), "11/03/2024 01:30", "2024-11-03 15:30"),
        (dt.datetime(2024, 11, 3, 9, 30), "11/03/2024 01:30", "2024-11-03 16:30"),
        (dt.datetime(2024, 11, 3, 10, 30), "11/03/2024 02:30", "2024-11-03 17:30"),
        (dt.datetime(2024, 11, 4, 1, 0), "11/03/2024 17:00", "2024-11-04 08:00"),
        (dt.datetime(2025, 3, 9, 9, 30), "03/09/2025 01:30", "2025-03-09 16:30"),
        (dt.datetime(2025, 3, 9, 10, 30), "03/09/2025 03:30", "2025-03-09 17:30"),
        (dt.datetime(2024, 12, 31, 17, 30), "12/31/2024 09:30", "2025-01-01 00:30"),
    ],
)
def test_days_on_which_america_changes_its_clocks(tmp_path: Path, utc: dt.datetime, written: str, local: str) -> None:
    assert clock.to_local(
        dt.datetime.strptime(written, "%m/%d/%Y %H:%M"), PACIFIC, "Asia/Jakarta", _permalink(utc)
    ) == (dt.datetime.fromisoformat(local))


def test_an_hour_that_no_clock_showed_is_still_a_moment() -> None:
    assert clock.to_local(dt.datetime(2025, 3, 9, 2, 30), PACIFIC, "Asia/Jakarta") == dt.datetime(2025, 3, 9, 17, 30)


def test_a_hand_made_row_takes_the_hour_from_the_id_of_that_day(tmp_path: Path) -> None:
    header = ("Tanggal", "Kegiatan", "Link")
    rows = [
        ("23/10/2024", "Hari yang sama", _permalink(MORNING)),
        ("24/10/2024", "Dijadwalkan", _permalink(MORNING)),
        ("23/10/2024 16.00", "Jamnya tertulis", _permalink(MORNING)),
        ("", "Tanpa tanggal", _permalink(MORNING - dt.timedelta(hours=2))),
    ]
    loaded = load_rows(tmp_path, header, *rows[:3])
    assert [at for _, _, at in told(loaded)] == ["2024-10-23 08:00", "2024-10-24", "2024-10-23 16:00"]
    loaded = load_rows(tmp_path, header, rows[3])
    assert [at for _, _, at in told(loaded)] == ["2024-10-23 06:00"]


def test_a_post_late_in_the_evening_of_utc_is_of_the_next_day_here(tmp_path: Path) -> None:
    evening = dt.datetime(2024, 10, 22, 23, 30)
    header = ("Tanggal", "Kegiatan", "Link")
    loaded = load_rows(tmp_path, header, ("23/10/2024", "Subuh", _permalink(evening)))
    assert told(loaded) == [(2, "instagram", "2024-10-23 06:30")]
