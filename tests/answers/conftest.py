"""A small office in October 2024: one OPD completely reported, one nihil, one incomplete, one that did not report."""

from datetime import date, datetime
from typing import Any

import pytest

from store import Store
from tests.store.rows import row


def post(key: str, agency: str, platform: str, at: str, konten: str, begun: str = "", **changes: Any) -> dict[str, Any]:
    """A row of posts; `at` is an ISO moment or day (then without hour), `begun` the konten's first day."""
    moment = datetime.fromisoformat(at)
    return row(
        "posts",
        post_key=key,
        record_id=key,
        agency_id=agency,
        platform=platform,
        published_at=moment,
        day=moment.date(),
        has_time="T" in at,
        content_key=konten,
        content_day=date.fromisoformat(begun) if begun else moment.date(),
        **changes,
    )


AGENCIES = [
    row("agencies", agency_id="kecamatan-belitang", name="Kecamatan Belitang", kind="kecamatan"),
    row("agencies", agency_id="dinas-pupr", name="Dinas Pekerjaan Umum", kind="dinas"),
    row("agencies", agency_id="dinas-kesehatan", name="Dinas Kesehatan", kind="dinas"),
    row("agencies", agency_id="sekretariat-daerah", name="Sekretariat Daerah", kind="sekretariat"),
    row("agencies", agency_id="dinas-lama", name="Dinas Lama", kind="dinas", active=False),
]
ACCOUNTS = [
    row("accounts", agency_id="dinas-kesehatan", platform="facebook"),
    row("accounts", agency_id="dinas-kesehatan", platform="instagram"),
    row("accounts", agency_id="kecamatan-belitang", platform="facebook"),
]
COVERAGE = [
    row("coverage", agency_id="sekretariat-daerah", platform="x"),
    row("coverage", agency_id="dinas-kesehatan", platform="facebook"),
    row("coverage", agency_id="dinas-kesehatan", platform="instagram"),
    row("coverage", agency_id="dinas-pupr", platform="instagram", last_day=date(2024, 10, 6), complete=False),
]
SEREMONIAL = {"topic": "seremonial", "subject": "pimpinan"}
PUBLIC_WORKS = {"topic": "pembangunan", "likes": 12, "sheet": "Okt", "row_number": 9}
POSTS = [
    post("k0i", "dinas-kesehatan", "instagram", "2024-09-30T16:00", "k0"),
    post("k0f", "dinas-kesehatan", "facebook", "2024-10-01T08:00", "k0", "2024-09-30"),
    post("k1i", "dinas-kesehatan", "instagram", "2024-10-01T09:30", "k1", caption="Jadwal imunisasi 100% gratis"),
    post("k1f", "dinas-kesehatan", "facebook", "2024-10-01T10:00", "k1", caption="Jadwal imunisasi 100% gratis"),
    post("k2i", "dinas-kesehatan", "instagram", "2024-10-01T11:00", "k2", topic="bantuan", subject="pimpinan"),
    post("k3i", "dinas-kesehatan", "instagram", "2024-10-01T12:00", "k3", **SEREMONIAL),
    post("k4i", "dinas-kesehatan", "instagram", "2024-10-02T09:00", "k4", topic="lainnya", subject="tidak_jelas"),
    post(
        "p1i", "dinas-pupr", "instagram", "2024-10-02", "p1", topic="pembangunan", likes=12, sheet="Okt", row_number=9
    ),
]


def fill(store: Store, sample: bool = False, **tables: list[dict[str, Any]]) -> Store:
    """Put the rows into the store, as rows of the sample if said so."""
    with store.write() as writer:
        for name, rows in tables.items():
            writer.append(name, [each | {"sample": sample} for each in rows])
    return store


@pytest.fixture
def office(store: Store) -> Store:
    """The store of the office, on both engines: 3 of 4 active OPDs reported 1–6 October 2024."""
    undone = row("uploads", upload_id="u2", uploaded_at=datetime(2024, 12, 31), undone_at=datetime(2025, 1, 1))
    return fill(
        store,
        uploads=[row("uploads", file_name="log oktober.xlsx"), undone],
        agencies=AGENCIES,
        accounts=ACCOUNTS,
        coverage=COVERAGE,
        posts=POSTS,
        targets=[row("targets", number=3)],
    )
