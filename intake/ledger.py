"""What is kept of an upload beside its posts: the file, its story, what it covers, the rows that were not read."""

import datetime as dt
import json

import pandas as pd

from intake.draft import Decisions, Draft, Receipt
from loaders import Rejection
from store import Writer


def write_upload(
    writer: Writer,
    draft: Draft,
    decisions: Decisions,
    receipt: Receipt,
    records: pd.DataFrame,
    rejections: list[Rejection],
    now: dt.datetime,
) -> None:
    """Store the file, the upload, what it covers, what was rejected, and (not of the sample) who did it."""
    sample = decisions.sample
    if writer.fetch("files", {"sha256": [draft.sha256]}).num_rows == 0:
        size = len(draft.content)
        writer.append(
            "files", [{"sha256": draft.sha256, "byte_size": size, "content": draft.content, "stored_at": now}]
        )
    writer.append("uploads", [_upload(draft, decisions, receipt, records, now)])
    writer.append("coverage", _coverage(records, draft, decisions, receipt.upload_id))
    writer.append(
        "rejections",
        [
            {
                "upload_id": receipt.upload_id, "sheet": r.sheet, "row_number": r.row, "column_name": r.column,
                "cell_value": r.value, "reason": r.reason, "sample": sample,
            }
            for r in rejections
        ],
    )  # fmt: skip
    if sample:
        return  # an invented sender did nothing that the audit should tell
    counts = f"{receipt.accepted} baru, {receipt.repeated} berulang, {receipt.changed} berubah"
    detail = f"{draft.file_name}: {counts}, {receipt.rejected} ditolak"
    writer.append(
        "audit", [{"at": now, "who": decisions.who, "action": "upload", "subject": receipt.upload_id, "detail": detail}]
    )


def _upload(
    draft: Draft, decisions: Decisions, receipt: Receipt, records: pd.DataFrame, now: dt.datetime
) -> dict[str, object]:
    """The row of the table uploads."""
    days = records["published_at"].dt.date
    first, last = decisions.period if records.empty else (days.min(), days.max())
    return {
        "upload_id": receipt.upload_id, "sha256": draft.sha256, "file_name": draft.file_name,
        "source": draft.loaded.source, "clock": draft.loaded.clock, "clock_proof": draft.loaded.clock_proof,
        "clock_state": draft.loaded.clock_state,
        "as_of": decisions.as_of, "first_day": first, "last_day": last,
        "accepted": receipt.accepted, "repeated": receipt.repeated, "rejected": receipt.rejected,
        "changed": receipt.changed,
        "warnings": json.dumps(draft.loaded.warnings, ensure_ascii=False), "uploaded_by": decisions.who,
        "uploaded_at": now, "undone_by": None, "undone_at": None, "sample": decisions.sample,
    }  # fmt: skip


def silences(draft: Draft, decisions: Decisions) -> list[tuple[str, str]]:
    """OPD and platform of which the file says, in a report declared complete, that nothing was published."""
    pairs = [
        (agency, platform)
        for group in draft.groups
        if not group.posts and (agency := decisions.agencies.get(group.key))
        for platform in group.platforms
    ]
    return [pair for pair in dict.fromkeys(pairs) if decisions.complete.get(pair, False)]


def _coverage(records: pd.DataFrame, draft: Draft, decisions: Decisions, upload_id: str) -> list[dict[str, object]]:
    """One row an OPD and platform: the whole period if declared complete, else the span of days that it holds.

    A declared silence is a complete report without posts.
    """
    rows: list[dict[str, object]] = []
    spoken = set(zip(records["agency_id"], records["platform"], strict=True))
    for agency_id, platform in silences(draft, decisions):
        if (agency_id, platform) not in spoken:
            rows.append(_covered(upload_id, agency_id, platform, decisions.period, True, decisions.sample))
    for (agency_id, platform), same in records.groupby(["agency_id", "platform"]):
        days = same["published_at"].dt.date
        complete = decisions.complete.get((agency_id, platform), False)
        period = decisions.period if complete else (days.min(), days.max())
        rows.append(_covered(upload_id, agency_id, platform, period, complete, decisions.sample))
    return rows


def _covered(
    upload_id: str, agency_id: str, platform: str, period: tuple[dt.date, dt.date], complete: bool, sample: bool
) -> dict[str, object]:
    """The row of the table coverage."""
    return {
        "upload_id": upload_id, "agency_id": agency_id, "platform": platform, "first_day": period[0],
        "last_day": period[1], "complete": complete, "sample": sample,
    }  # fmt: skip
