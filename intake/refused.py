"""Files that could not be read: kept and told of as received, for a report that cannot be read yet is not silence."""

import datetime as dt
import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict

from loaders import RecapOnlyError
from loaders.pasted import may_be_kept, name_kept
from store import Scope, Store

NOBODY = "tidak dikenal"
"""Who handed in a refused file, until a person types a name."""

MOST_BYTES = 500 * 1024**2
"""How many bytes of refused files are kept in all; of further ones only the story, lest rubbish fill the disk."""


def keep_refusal(
    store: Store,
    scope: Scope,
    content: bytes,
    file_name: str,
    reason: str,
    now: dt.datetime,
    recap: RecapOnlyError | None = None,
) -> None:
    """Remember a file that was handed in and refused with the sentence `reason`; the same bytes once.

    `recap` holds the counts of a file that named no post: they are kept with it, as a recap without evidence.

    A quiet write: no number counts a refused file, so no answer changes. Of a text that is no table only the story is
    kept: it may be a chat, and names and numbers of people are never stored.
    """
    file_name = name_kept(file_name)
    sha256 = hashlib.sha256(content).hexdigest()
    with store.write(quiet=True) as writer:
        known = writer.fetch("refusals", {}).to_pylist()
        if any(row["sha256"] == sha256 and row["sample"] == scope.sample for row in known):
            return
        kept = sum(row["byte_size"] for row in known if row["kept"]) + len(content) <= MOST_BYTES
        kept = kept and may_be_kept(content)
        told = {"sha256": sha256, "byte_size": len(content), "file_name": file_name, "reason": reason}
        writer.append(
            "refusals", [{**told, "refused_at": now, "uploaded_by": NOBODY, "kept": kept, "sample": scope.sample}]
        )
        if kept and not writer.fetch("files", {"sha256": sha256}).num_rows:
            file = {"sha256": sha256, "byte_size": len(content), "content": content, "stored_at": now}
            writer.append("files", [file])
        if recap:
            counts = json.dumps([asdict(count) for count in recap.counts], ensure_ascii=False)
            row = {"sha256": sha256, "counts": counts, "month": recap.month, "sample": scope.sample}
            writer.append("recaps", [row])


def name_refusal(store: Store, scope: Scope, sha256: str, who: str) -> None:
    """Write down who handed in a refused file, if nobody did so before."""
    nameless = {"sha256": sha256, "sample": scope.sample, "uploaded_by": NOBODY}
    with store.write(quiet=True) as writer:
        writer.update("refusals", {"uploaded_by": who}, nameless)


def name_refusals(store: Store, scope: Scope, marks: Collection[str], who: str) -> int:
    """Write down who handed in the refused files whose sha-256 begins with one of `marks`, where nobody did so before;
    the number of files that got a name."""
    refusals = store.read(scope).refusals
    nameless = store.run(refusals.filter(refusals.uploaded_by == NOBODY).select("sha256"))["sha256"].to_pylist()
    named = [sha256 for sha256 in nameless if any(sha256.startswith(mark) for mark in marks)]
    for sha256 in named:
        name_refusal(store, scope, sha256, who)
    return len(named)
