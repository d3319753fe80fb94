"""Takes an upload back: what it alone brought goes, what others say of the same posts stands again."""

import datetime as dt
from dataclasses import dataclass

from intake.touched import withdraw_posts
from loaders import RefusedError
from store import Scope, Store, Writer


@dataclass(frozen=True)
class Undone:
    """An upload that was taken back, and by how many posts (unggahan) the store is poorer; others were rebuilt."""

    upload_id: str
    file_name: str
    posts: int


def undo(store: Store, scope: Scope, upload_id: str, who: str, now: dt.datetime) -> Undone:
    """Mark an upload as undone and leave the posts as if it had never come, later uploads of the same posts included.

    Its records, coverage and rejections stay as evidence; what they covered counts no more (store/scope.py). Raises
    RefusedError, in Indonesian, for an upload that is unknown, undone already, or reaches beyond the scope.
    """
    with store.write() as writer:
        file_name = _standing(writer, scope, upload_id)
        writer.update("uploads", {"undone_by": who, "undone_at": now}, {"upload_id": upload_id, "sample": scope.sample})
        fewer = withdraw_posts(writer, upload_id, scope.sample)
        if not scope.sample:  # what is done to invented reports is nothing that the audit should tell
            told = {"subject": upload_id, "detail": f"{file_name}: {fewer} unggahan dikeluarkan"}
            writer.append("audit", [{"at": now, "who": who, "action": "undo", **told}])
    return Undone(upload_id, file_name, fewer)


def _standing(writer: Writer, scope: Scope, upload_id: str) -> str:
    """The file name of an upload that may be undone."""
    found = writer.fetch("uploads", {"upload_id": upload_id, "sample": scope.sample}).to_pylist()
    covered = set(writer.fetch("coverage", {"upload_id": upload_id})["agency_id"].to_pylist())
    if not found or (scope.agencies is not None and not covered <= scope.agencies):
        raise RefusedError("Unggahan ini tidak ditemukan. Tidak ada data yang berubah.")
    if found[0]["undone_at"] is not None:
        raise RefusedError(
            f"Unggahan “{found[0]['file_name']}” sudah dibatalkan oleh {found[0]['undone_by']}. "
            "Tidak ada data yang berubah."
        )
    return str(found[0]["file_name"])
