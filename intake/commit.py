"""From a draft and the sender's answers to stored posts, in one transaction."""

import datetime as dt
import secrets

import pandas as pd

import posts as post_table
from intake.draft import Decisions, Draft, Receipt
from intake.ledger import silences, write_upload
from intake.mappings import remember
from intake.readings import context_of, read_rows
from intake.slices import SLICE, stacked
from intake.touched import write_posts
from loaders import RefusedError, Rejection
from loaders.rows import OLDEST
from rules import Lists
from rules.context import Context
from store import Scope, Store, Writer


def commit(
    store: Store, draft: Draft, decisions: Decisions, lists: Lists, now: dt.datetime, context: Context | None = None
) -> Receipt:
    """Store a draft. Raises RefusedError, in Indonesian, if nothing of it can be stored; then nothing has changed.

    `context` spares the reading of units, people and phases to one who takes in many files.
    """
    if draft.seen_before:
        raise RefusedError(_again(draft))
    posts, rejections = _checked(draft, decisions)
    if posts.empty and not silences(draft, decisions):
        raise RefusedError(_nothing(draft, rejections))
    upload_id = f"{now:%Y%m%d%H%M%S}-{secrets.token_hex(6)}"
    context = context or context_of(store, Scope(sample=decisions.sample))
    parts = (posts.iloc[first : first + SLICE] for first in range(0, max(len(posts), 1), SLICE))
    records = stacked(_records(part, draft, decisions, read_rows(part, lists, context), upload_id) for part in parts)
    with store.write() as writer:
        if _stored_since(writer, draft, decisions.sample):
            raise RefusedError(_again(draft))
        _refuse_strangers(writer, draft, decisions)
        written = write_posts(writer, records, decisions.as_of, now, decisions.sample)
        repeated = len(records) - written.accepted
        receipt = Receipt(upload_id, written.accepted, repeated, len(rejections), written.changed)
        write_upload(writer, draft, decisions, receipt, records, rejections, now)
        if draft.options and draft.options.mapping:
            remember(writer, draft.options.mapping, draft.loaded, decisions.who, now)
    return receipt


def _stored_since(writer: Writer, draft: Draft, sample: bool) -> bool:
    """Whether the same bytes were taken in after the draft was made: by a second click, or by somebody else."""
    same = writer.fetch("uploads", {"sha256": draft.sha256, "sample": sample})
    return same["undone_at"].null_count > 0


def _refuse_strangers(writer: Writer, draft: Draft, decisions: Decisions) -> None:
    """Refuse OPDs that the roster does not hold: one that was removed meanwhile, or that nobody could choose.

    Where there is no roster yet there is nothing to hold them against.
    """
    known = set(writer.fetch("agencies", {"sample": decisions.sample})["agency_id"].to_pylist())
    strangers = sorted({agency for agency in decisions.agencies.values() if agency} - known)
    if known and strangers:
        raise RefusedError(
            f"OPD berikut tidak ada pada Daftar OPD: {', '.join(strangers)}. Mohon pilih kembali OPD untuk berkas "
            f"“{draft.file_name}”. Tidak ada data yang berubah."
        )


def _again(draft: Draft) -> str:
    whose = f" untuk {', '.join(draft.seen_for)}" if draft.seen_for else ""
    return f"Berkas “{draft.file_name}” yang sama persis sudah pernah diunggah{whose}. Tidak ada data yang berubah."


def _checked(draft: Draft, decisions: Decisions) -> tuple[pd.DataFrame, list[Rejection]]:
    """The posts whose OPD is known and whose day may belong to the report, and why the others do not."""
    agency = draft.posts["group"].map(lambda key: decisions.agencies.get(key) or "")
    first, last = (decisions.period[0] - dt.timedelta(days=31), decisions.period[1] + dt.timedelta(days=31))
    day = draft.posts["published_at"].dt.date
    known, inside = agency != "", (day >= max(first, OLDEST)) & (day <= last)
    rejections = list(draft.loaded.rejections)
    for row in draft.posts[~known].itertuples():
        rejections.append(Rejection(row.sheet, row.row, "Nama OPD", row.opd or row.account, "OPD tidak dipilih"))
    for row in draft.posts[known & ~inside].itertuples():
        reason = f"di luar masa laporan {decisions.period[0]:%d/%m/%Y}–{decisions.period[1]:%d/%m/%Y}"
        rejections.append(Rejection(row.sheet, row.row, "Tanggal", f"{row.published_at:%d/%m/%Y}", reason))
    return draft.posts.assign(agency_id=agency)[known & inside].reset_index(drop=True), rejections


def _nothing(draft: Draft, rejections: list[Rejection]) -> str:
    if draft.loaded.silences and not rejections:
        return (
            f"Berkas “{draft.file_name}” menyatakan nihil, tetapi laporannya belum lengkap atau OPD belum dipilih, "
            "sehingga tidak ada hari yang dapat dinyatakan nihil. Tidak ada data yang berubah."
        )
    first = rejections[0] if rejections else None
    told = ""
    if first:
        place = f"lembar “{first.sheet}”, baris {first.row}" if first.sheet else f"baris {first.row}"
        told = f" Contoh: {place}, kolom {first.column} “{first.value}”: {first.reason}."
    return (
        f"Tidak ada baris berkas “{draft.file_name}” yang dapat disimpan.{told} "
        "Mohon periksa pilihan OPD dan masa laporan. Tidak ada data yang berubah."
    )


def _records(
    posts: pd.DataFrame, draft: Draft, decisions: Decisions, readings: pd.DataFrame, upload_id: str
) -> pd.DataFrame:
    """Rows of the table records, with what the rules read, without post_key."""
    digests = [post_table.text_digest(caption) for caption in posts["caption"].tolist()]
    keys = post_table.keys_of(posts, posts["agency_id"].tolist(), digests)
    places = zip(digests, posts["sheet"].tolist(), posts["row"].tolist(), strict=True)
    texts = [digest or f"row:{draft.sha256[:16]}:{sheet}:{row}" for digest, sheet, row in places]
    return pd.DataFrame(
        {
            "record_id": [f"{upload_id}-{number}" for number in posts.index],
            "upload_id": upload_id,
            "row_number": posts["row"],
            "agency_text": posts["opd"].where(posts["opd"] != "", posts["account"]),
            **{name: posts[name] for name in ("agency_id", *post_table.COLUMNS) if name not in ("row", "opd")},
            **{name: keys[name] for name in keys},
            "content_text": texts,
            "repost_said": posts["is_repost"],
            **{name: readings[name] for name in readings},
            "sample": decisions.sample,
        }
    )
