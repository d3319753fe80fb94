"""Whatever a cell holds, a file ends in posts, rejections or a refusal; no row is lost and nothing else is raised."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import SOURCES, Loaded, Options, RefusedError, not_posts, read
from loaders.containers import Sheet
from loaders.headers import recognise
from tests.loaders.made import FACEBOOK, INSTAGRAM, TODAY, csv_bytes

HEADERS = {
    "meta_facebook": ["Post ID", "Page name", "Title", "Publish time", "Permalink", "Post type", "Views", "Reactions"],
    "meta_instagram": ["Post ID", "Account username", "Description", "Publish time", "Permalink", "Post type", "Likes"],
    "tiktok": ["Time", "Video title", "Video link", "Post time", "Total likes", "Total views"],
    "x": ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes"],
    "x_lama": ["Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "likes"],
    "youtube": ["Content", "Video title", "Video publish time", "Views", "Impressions", "Likes"],
    "form_answers": ["Timestamp", "Nama OPD", "Tanggal Posting", "Link Facebook", "Link Instagram", "Keterangan"],
    "hand_log": ["No", "Hari/Tanggal", "Jam", "Judul", "Platform", "Link", "Suka", "Keterangan"],
}
WORDS = [
    "", "-", "sda", "23/10/2024", "10/22/2024 18:00", "Rabu, 23 Oktober 2024", "31/11/2024", "12/31/9999 23:59",
    "45588", "IG, FB", "Website", "Story WA", "v", "x", "klik", "nihil", "JUMLAH", "Mengetahui,",
    "NIP 190001011900019001", "Feb 19, 2023", "February 28", "5月21日", "2016-12-23 18:50 +0000",
    "Rimbanala, 31 Oktober 2024", "1.234", "1,2 rb", "9" * 30, "1.12E+15", "https://[",
    "https://x.com/a/status/" + "9" * 4400,
    FACEBOOK + "122100000000001", INSTAGRAM + "DBcopVTgAAA/", "Imunisasi di posyandu",
]  # fmt: skip
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=30), st.text("0123456789/-.: ", max_size=12))
OBJECTS = st.one_of(
    CELLS, st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times(), st.timedeltas()
)


def _read(content: bytes) -> Loaded:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(content)
        return read(path, Options("Asia/Jakarta", TODAY, "log.csv"))


@pytest.mark.parametrize("source", HEADERS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_text_in_a_csv(source: str, data: st.DataObject) -> None:
    width = len(HEADERS[source])
    rows = data.draw(st.lists(st.lists(CELLS, min_size=width - 1, max_size=width + 1), min_size=1, max_size=5))
    try:
        loaded = _read(csv_bytes([HEADERS[source], *rows], encoding="utf-8-sig"))
    except RefusedError as refusal:
        assert "Mohon" in str(refusal)
        return
    assert loaded.source == source
    keyed = loaded.keyed()
    assert len(keyed) == len(loaded.posts)
    assert loaded.posts["published_at"].notna().all()
    assert all(rejection.reason and rejection.row > 1 for rejection in loaded.rejections)


@pytest.mark.parametrize("source", HEADERS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_cell_of_a_workbook(source: str, data: st.DataObject) -> None:
    width = len(HEADERS[source])
    rows = data.draw(st.lists(st.lists(OBJECTS, min_size=width, max_size=width), min_size=1, max_size=5))
    sheets = [Sheet("Okt 2024", [list(HEADERS[source]), *rows])]
    found, tables = recognise(sheets, SOURCES, "log.xlsx")
    loaded = found.read(tables, Options("Asia/Jakarta", TODAY, "log.xlsx"))
    assert found.name == source
    loaded.keyed()
    assert set(loaded.posts["row"]) | {rejection.row for rejection in loaded.rejections} <= set(range(2, len(rows) + 2))


DATES = ["23/10/2024", "menyusul", "31/11/2024", "7 Oktober 2031", "24 Oktober 2024"]
TITLES = ["Imunisasi", "Total 500 warga divaksin", "Mengetahui gizi balita di posyandu", "Senam"]
PLATFORMS = ["IG", "FB, IG", "Website", "", "TikTok"]
LINKS = ["", FACEBOOK + "122100000000001", INSTAGRAM + "DBcopVTgAAA/", "klik"]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(DATES), st.sampled_from(TITLES), st.sampled_from(PLATFORMS), st.sampled_from(LINKS)),
        min_size=1,
        max_size=6,
    )
)
def test_every_row_with_a_title_is_a_post_or_a_rejection(rows: Sequence[tuple[str, str, str, str]]) -> None:
    header = ("Hari/Tanggal", "Judul", "Platform", "Link")
    loaded = _read(csv_bytes([header, *rows]))
    answered = set(loaded.posts["row"]) | {rejection.row for rejection in loaded.rejections}
    assert answered == set(range(2, len(rows) + 2))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with pytest.raises(RefusedError):
        _read(content)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=8))
def test_the_end_of_a_list_keeps_every_row_with_a_link(rows: list[list[object]]) -> None:
    end = not_posts.end_of_list(rows)
    assert not any("http" in str(cell) for row in rows[end:] for cell in row)
