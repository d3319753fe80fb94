"""The rejected rows of a report as a workbook for its sender, before it is stored or from the stored original."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import PurePath

from indonesia import month_of, read_period
from intake.clocks import SET_BY_A_PERSON
from intake.draft import Draft, named_period
from intake.mappings import with_remembered
from loaders import Options, RefusedError, Rejection
from loaders.child import mend_apart
from store import Scope, Store

ENDING = "_perbaikan"
_LONGEST = 90
Period = tuple[dt.date, dt.date]


def mended_of_draft(draft: Draft, rejections: Sequence[Rejection] | None = None) -> bytes:
    """The workbook of a draft's rejected rows (of `rejections`, if given). Raises RefusedError in Indonesian."""
    if draft.options is None:
        raise ValueError("a draft that was read from no file has no rows to mend")
    return mend_apart(draft.content, draft.options, draft.loaded.rejections if rejections is None else rejections)


def mended_of_upload(store: Store, scope: Scope, upload_id: str, zone: str, who: str, now: dt.datetime) -> bytes:
    """The workbook of a stored upload's rejected rows, those rejected at storing included, made of its original.

    `zone` is that of the office. The audit tells who took it and when (of the sample nothing). Raises RefusedError, in
    Indonesian, if the upload or its original is not kept.
    """
    tables = store.read(scope)
    found = store.run(tables.uploads.filter(tables.uploads.upload_id == upload_id)).to_pylist()
    content = store.file_bytes(found[0]["sha256"], scope) if found else None
    if content is None:
        raise RefusedError("Berkas asli unggahan ini tidak lagi disimpan, sehingga barisnya tidak dapat dibuat ulang.")
    told = tables.rejections.filter(tables.rejections.upload_id == upload_id)
    rejections = [
        Rejection(row["sheet"], row["row_number"], row["column_name"], row["cell_value"], row["reason"])
        for row in store.run(told).to_pylist()
    ]
    upload = found[0]
    by_hand = upload["clock"] if upload["clock_state"] in SET_BY_A_PERSON else ""
    day = upload["uploaded_at"].date()
    options = Options(zone, day, upload["file_name"], clock=by_hand)
    book = with_remembered(store, options, lambda known: mend_apart(content, known, rejections))
    if not scope.sample:
        told = {"subject": upload_id, "detail": f"baris ditolak dari {upload['file_name']}"}
        with store.write(quiet=True) as writer:
            writer.append("audit", [{"at": now, "who": who, "action": "download", **told}])
    return book


def mended_name(file_name: str, period: Period | None) -> str:
    """The name of the workbook: that of the file, for it tells source, OPD and period, and is read again.

    Where it tells no period, the days of `period` are put in: mended rows alone would tell another one.
    """
    stem = re.sub(r"[^\w .()+-]+", "-", PurePath(file_name.replace("/", "-")).stem)[:_LONGEST].strip(" .-")
    stem = stem.removesuffix(ENDING) or "laporan"
    if period and not (named_period(stem) or read_period(stem)):
        stem = f"{stem}_{period[0]:%Y-%m-%d}_{period[1]:%Y-%m-%d}"
    return f"{stem}{ENDING}.xlsx"


def whole_months(first: dt.date | None, last: dt.date | None) -> Period | None:
    """The months that a covered span lies in: the period of a stored report that nobody wrote down."""
    return (month_of(first)[0], month_of(last)[1]) if first and last else None
