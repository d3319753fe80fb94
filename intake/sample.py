"""The sample months: an invented regency, taken in the way every upload is, and removed again without a trace."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from intake.commit import commit
from intake.draft import Decisions, Draft, matcher_of, prepare
from intake.readings import context_of
from intake.roster import parse_roster, save_roster
from loaders import Options
from rules import Lists
from store import Scope, Store

FOLDER = Path(__file__).resolve().parent.parent / "sample_data"
_KEPT = ("refusals", "recaps")
_DECIDED = ("decisions", "decision_names", "decision_posts", "people", "people_roles")
_CALENDAR = ("refusal_agencies", "calendar_days", "dispensations")
_MADE = ("packs",)
_REPORTS = ("uploads", "coverage", "records", "rejections", "posts", "agencies", "units", "accounts")
_CLOSED = (
    "closings", "closed_posts", "closed_coverage", "closed_dispensations", "closed_accounts", "closed_agencies",
    "closed_units", "closed_targets", "closed_calendar_days", "closed_refusal_agencies", "objections",
    "objection_outcomes",
)  # fmt: skip
TABLES = (*_REPORTS, *_KEPT, *_DECIDED, *_CALENDAR, *_CLOSED, *_MADE)
_OF_FILES = ("uploads", "refusals")
_SCOPE = Scope(sample=True)

Progress = Callable[[int, int, str], None]


def load_sample(store: Store, lists: Lists, zone: str, now: dt.datetime, progress: Progress) -> int:
    """Load roster and months of the sample through the real intake; the number of files.

    What is there already is left alone. `progress` is told (files done, files in all, name of the next).
    """
    files = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))["files"]
    roster = FOLDER / "roster_contoh.csv"
    save_roster(store, parse_roster(roster.read_bytes(), roster.name), True, "data contoh", now)
    matcher, context = matcher_of(store, _SCOPE), context_of(store, _SCOPE)
    uploads = store.read(_SCOPE).uploads
    known = set(store.run(uploads.filter(uploads.undone_at.isnull()).select("sha256"))["sha256"].to_pylist())
    for number, entry in enumerate(files):
        progress(number, len(files), Path(entry["file"]).name)
        content = (FOLDER / entry["file"]).read_bytes()
        if hashlib.sha256(content).hexdigest() not in known:
            at = now + dt.timedelta(seconds=number)
            options = Options(zone, now.date(), Path(entry["file"]).name)
            draft = prepare(store, _SCOPE, content, options, matcher)
            commit(store, draft, _answers(draft, entry), lists, at, context)
    progress(len(files), len(files), "")
    return len(files)


def _answers(draft: Draft, entry: dict) -> Decisions:
    """The questions to a file, answered by the manifest as its invented sender would."""
    agencies = {
        group.key: entry["agency"] or entry["names"].get(group.key) or group.match.agency_id for group in draft.groups
    }
    complete = {(told["agency"], p): bool(told["complete"]) for told in entry["coverage"] for p in told["platforms"]}
    period = (dt.date.fromisoformat(entry["first_day"]), dt.date.fromisoformat(entry["last_day"]))
    as_of = dt.date.fromisoformat(entry["as_of"])
    return Decisions(agencies, complete, period, as_of, entry["uploaded_by"], True)


def remove_sample(store: Store) -> None:
    """Take everything of the sample out of the store, its files included, in one transaction."""
    with store.write() as writer:
        own, invented = (
            {sha256 for name in _OF_FILES for sha256 in writer.fetch(name, {"sample": side})["sha256"].to_pylist()}
            for side in (False, True)
        )
        for name in TABLES:
            writer.delete(name, {"sample": True})
        if invented - own:
            writer.delete("files", {"sha256": sorted(invented - own)})
