"""One row for each table of the first schema, to be varied by tests of the store."""

from datetime import date, datetime
from typing import Any

_NO_FIGURES = dict.fromkeys(("likes", "comments", "shares", "saves", "views", "reach", "impressions"))
_READING = {
    "topic": "layanan", "topics": "layanan", "topic_source": "aturan", "topic_evidence": "antrean",
    "subject": "perangkat", "subject_source": "aturan", "subject_evidence": "dinas", "rules_version": "1",
}  # fmt: skip
_SAID = {
    "agency_id": "a", "platform": "x", "account": "@a", "published_at": datetime(2024, 10, 1, 8), "has_time": True,
    "caption": "Antrean daring dibuka", "link": "", "post_id": "", "post_type": "", "is_repost": False,
    "bidang_said": "", "content_text": "antrean daring dibuka",
}  # fmt: skip

ROWS: dict[str, dict[str, Any]] = {
    "files": {"sha256": "s1", "byte_size": 3, "content": b"\x00\xff\n", "stored_at": datetime(2024, 11, 1, 8)},
    "uploads": {
        "upload_id": "u1", "sha256": "s1", "file_name": "log.csv", "source": "meta", "clock": "", "clock_proof": "",
        "as_of": date(2024, 11, 1), "first_day": None, "last_day": None, "accepted": 1, "repeated": 0, "rejected": 0,
        "warnings": "", "uploaded_by": "ani", "uploaded_at": datetime(2024, 11, 1, 8), "undone_by": None,
        "undone_at": None, "sample": False,
    },
    "coverage": {
        "upload_id": "u1", "agency_id": "a", "platform": "x", "first_day": date(2024, 10, 1),
        "last_day": date(2024, 10, 31), "complete": True, "sample": False,
    },
    "records": {
        "record_id": "r1", "upload_id": "u1", "sheet": "", "row_number": 2, "agency_text": "Dinas A", **_SAID,
        "topic_said": "", "subject_said": "", **_NO_FIGURES, "link_key": "", "id_key": "", "text_key": "t1",
        "post_key": "p1", **_READING, "sample": False,
    },
    "rejections": {
        "upload_id": "u1", "sheet": "", "row_number": 3, "column_name": "Tanggal", "cell_value": "32/10",
        "reason": "Tanggal tidak ada.", "sample": False,
    },
    "posts": {
        "post_key": "p1", "record_id": "r1", "upload_id": "u1", "sheet": "", "row_number": 2, **_SAID,
        "day": date(2024, 10, 1), **_NO_FIGURES, "content_key": "c1", "content_day": date(2024, 10, 1), **_READING,
        "records": 1, "sample": False,
    },
    "agencies": {
        "agency_id": "a", "name": "Dinas A", "kind": "dinas", "parent_id": None, "aliases": "", "contact": "",
        "active": True, "sample": False,
    },
    "units": {
        "unit_id": "a-1", "agency_id": "a", "name": "Bidang Satu", "kind": "bidang", "aliases": "", "sample": False,
    },
    "accounts": {"agency_id": "a", "platform": "x", "handle": "@a", "sample": False},
    "targets": {
        "target_id": "t1", "agency_id": None, "kind": None, "from_day": date(2024, 10, 1), "number": 1,
        "counts": "konten", "days": "hari_kerja", "basis": None, "sample": False,
    },
    "settings": {
        "name": "n", "value": "v", "version": 1, "changed_by": "ani", "changed_at": datetime(2024, 10, 1),
    },
    "audit": {"at": datetime(2024, 10, 1), "who": "ani", "action": "masuk", "subject": "", "detail": ""},
}  # fmt: skip
"""Table name → a whole row of it, as the columns stood in the first schema (store/migrations/001_start.sql)."""

REFUSAL: dict[str, Any] = {
    "sha256": "s1", "byte_size": 3, "file_name": "rekap.csv", "reason": "Berkas ini berisi angka rekap.",
    "refused_at": datetime(2024, 11, 1, 8), "uploaded_by": "tidak dikenal", "kept": True, "sample": False,
}  # fmt: skip
"""A row of a table that came later (store/migrations/004_refusals.sql)."""

RECAP: dict[str, Any] = {"sha256": "s1", "counts": "[]", "month": "2024-10", "sample": False}
"""A row of a table that came later (store/migrations/006_recaps.sql)."""


def row(table_name: str, **changes: Any) -> dict[str, Any]:
    """The table's row with some columns changed. Raises KeyError for a column that it does not have."""
    for column in changes:
        ROWS[table_name][column]
    return ROWS[table_name] | changes
