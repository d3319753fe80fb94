"""`python -m loaders FILE... [--json] [--posts OUT.csv]`: read files as the dashboard does, without a server."""

import argparse
import csv
import datetime as dt
import json
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

import posts
from loaders.child import read_apart
from loaders.result import Loaded, Options, RefusedError

POST_COLUMNS = (
    "file", "post_key", "platform", "account", "opd", "published_at", "has_time", "caption", "link",
    "likes", "comments", "shares", "saves", "views", "reach", "impressions", "post_type", "is_repost",
    "topic_said", "subject_said", "bidang_said", "sheet", "row",
)  # fmt: skip
ADDED = tuple(figure for figure in posts.FIGURES if figure != "reach")
"""Figures that may be added up: people reached by two posts are not twice as many people."""


def main(arguments: list[str]) -> int:
    """Read files and print what was found; 0 when all were read, 2 when one was refused (the others are still read)."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Read posting logs without a server.")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print a list with one object per file")
    parser.add_argument("--posts", metavar="OUT.csv", help="write the normalised posts of all files")
    parser.add_argument("--zone", default="Asia/Jakarta", help="zone of the office (default %(default)s)")
    asked = parser.parse_args(arguments)
    today = dt.datetime.now(ZoneInfo(asked.zone)).date()
    told, frames = [], []
    for file in asked.files:
        summary, frame = read_file(Path(file), asked.zone, today)
        told.append(summary)
        frames.append(frame.assign(file=file))
    if asked.posts:
        write_posts(Path(asked.posts), frames)
    print(json.dumps(told, ensure_ascii=False, indent=2) if asked.json else "\n\n".join(map(in_words, told)))
    return 2 if any(summary["refused"] for summary in told) else 0


def read_file(path: Path, zone: str, today: dt.date) -> tuple[dict[str, object], pd.DataFrame]:
    """Read one file: the summary of it and its posts, each post once, with post_key."""
    try:
        content = path.read_bytes()
        loaded = read_apart(content, Options(zone, today, path.name))
    except OSError as error:
        reason = f"Berkas “{path.name}” tidak dapat dibuka: {error.strerror}. Mohon periksa nama dan letaknya."
        return _refused(path, reason), posts.empty().assign(post_key="")
    except RefusedError as error:
        return _refused(path, str(error)), posts.empty().assign(post_key="")
    keyed = loaded.keyed()
    once = keyed[~keyed["repeated"]].drop(columns="repeated")
    return _summary(path, loaded, once, int(keyed["repeated"].sum())), once


def _summary(path: Path, loaded: Loaded, once: pd.DataFrame, repeated: int) -> dict[str, object]:
    days = once["published_at"].dt.date
    return {
        "file": str(path),
        "source": loaded.source,
        "clock": loaded.clock,
        "clock_proof": loaded.clock_proof,
        "first_day": days.min().isoformat() if len(once) else None,
        "last_day": days.max().isoformat() if len(once) else None,
        "posts": len(once),
        "repeated": repeated,
        "rejected": [
            {"sheet": r.sheet, "row": r.row, "column": r.column, "value": r.value, "reason": r.reason}
            for r in loaded.rejections
        ],
        "warnings": loaded.warnings,
        "sums": {figure: int(once[figure].sum()) for figure in ADDED if once[figure].notna().any()},
        "refused": None,
    }


def _refused(path: Path, reason: str) -> dict[str, object]:
    nothing = dict.fromkeys(("source", "clock", "clock_proof", "first_day", "last_day"))
    return {
        "file": str(path), **nothing, "posts": 0, "repeated": 0, "rejected": [], "warnings": [], "sums": {},
        "refused": reason,
    }  # fmt: skip


def write_posts(out: Path, frames: list[pd.DataFrame]) -> None:
    """Write posts of several files as csv (UTF-8), times local and ISO, missing figures empty."""
    rows = pd.concat(frames, ignore_index=True)
    rows["published_at"] = rows["published_at"].dt.strftime("%Y-%m-%dT%H:%M:%S")
    rows["has_time"] = rows["has_time"].map({True: "true", False: "false"})
    rows["is_repost"] = rows["is_repost"].map({True: "true", False: "false"})
    rows[list(POST_COLUMNS)].to_csv(out, index=False, encoding="utf-8", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")


def in_words(summary: dict[str, object]) -> str:
    """A summary as lines to read."""
    if summary["refused"]:
        return f"{summary['file']}\n  ditolak: {summary['refused']}"
    rejected: list[dict[str, object]] = summary["rejected"]  # type: ignore[assignment]
    warnings: list[str] = summary["warnings"]  # type: ignore[assignment]
    lines = [
        str(summary["file"]),
        f"  dikenali sebagai {summary['source']}; {summary['clock_proof']}",
        f"  {summary['posts']} unggahan ({summary['first_day']} – {summary['last_day']}), "
        f"{summary['repeated']} berulang, {len(rejected)} ditolak",
        *(f"  perhatian: {warning}" for warning in warnings),
        *(f"  baris {r['row']} {r['sheet']}: {r['column']} “{r['value']}” – {r['reason']}" for r in rejected),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
