"""Carries a hand-computed case the way a report goes: made as a file, prepared, committed, then judged by the answer.

README.md beside it says how a case is written.
"""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from answers.choice import Choice
from intake import (
    Decisions,
    Options,
    RefusedError,
    Roster,
    close_month,
    commit,
    keep_refusal,
    prepare,
    save_roster,
    say_whose,
    undo,
)
from rules import Lists, seed_lists
from store import Scope, Store
from tests.cases.files import content_of

FOLDER = Path(__file__).parent
NOW = dt.datetime(2025, 6, 2, 9)
TODAY = NOW.date()
SCOPE = Scope()
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Day:
    """What is expected of one OPD on one day: state, verdict (met, unmet, unknown, "-") and gap."""

    state: str
    verdict: str
    gap: int = 0


def told_in(path: Path) -> dict[str, Any]:
    """A case file as it stands."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def choice_of(told: Told) -> Choice:
    """The period that is judged."""
    return Choice(told["first"], told["last"])


def days_of(told: Told, text: str) -> dict[dt.date, Day]:
    """The lines "1-3 nihil unmet 2" of a case as days of the month of `first`; every day must stand in it once."""
    found: dict[dt.date, Day] = {}
    for line in text.strip().splitlines():
        days, state, verdict, *gap = line.split()
        for day in _days(told, days):
            assert day not in found, f"{day} stands twice"
            found[day] = Day(state, verdict, int(gap[0]) if gap else 0)
    return found


def _days(told: Told, words: str) -> Iterator[dt.date]:
    """Days written as "3", "3-5" (of the month of `first`) or "2024-11-01"."""
    if len(words) == 10:
        yield dt.date.fromisoformat(words)
        return
    first, _, last = words.partition("-")
    for number in range(int(first), int(last or first) + 1):
        yield told["first"].replace(day=number)


@cache
def _lists() -> Lists:
    return seed_lists()


def carried(store: Store, told: Told) -> None:
    """Put roster, targets and reports of a case into the store, each by the way that the office goes.

    What a case marks as `after` comes once its month is closed.
    """
    with store.write() as writer:
        writer.delete("targets", {"sample": [True, False]})
    _carry(store, told, False)
    if "closing" in told:
        close_month(store, SCOPE, told["closing"]["month"], "Ani", "", NOW + dt.timedelta(hours=1))
        _carry(store, told, True)


def _carry(store: Store, told: Told, after: bool) -> None:
    """What came before the closing, or what came after it."""
    save_roster(store, _roster(told, after), False, "Ani", NOW)
    with store.write() as writer:
        for name, key, made in (
            ("targets", "target", _target),
            ("dispensations", "dispensation", _dispensation),
            ("calendar_days", "calendar", _calendar_day),
        ):
            rows = enumerate(told.get(key, ()))
            writer.append(name, [made(number, row) for number, row in rows if row.get("after", False) == after])
    for number, file in enumerate(told.get("file", ())):
        at = NOW + dt.timedelta(minutes=number, hours=2 if after else 0)
        if file.get("after", False) == after:
            _hand_in(store, told, file, at)
        elif after and file.get("undone_after"):
            undo(store, SCOPE, _upload_of(store, file["name"]), "Ani", at)


def _upload_of(store: Store, file_name: str) -> str:
    uploads = store.read(SCOPE).uploads
    found = store.run(uploads.filter(uploads.file_name == file_name).select("upload_id"))
    return str(found["upload_id"][0].as_py())


def _roster(told: Told, after: bool) -> Roster:
    agencies, accounts = [], []
    for code, opd in told["opd"].items():
        if opd.get("after") and not after:
            continue
        row = {"agency_id": code, "name": opd.get("name", code.replace("-", " ").title())}
        row |= {"kind": opd.get("kind", "dinas"), "parent_id": None, "aliases": opd.get("aliases", "")}
        agencies.append({**row, "contact": "", "active": True, "no_account": opd.get("no_account", False)})
        handles = [{"agency_id": code, "platform": name, "handle": f"{code}.contoh"} for name in opd["accounts"]]
        accounts += handles
    return Roster(tuple(agencies), (), tuple(accounts))


def _target(number: int, target: Told) -> dict[str, Any]:
    row = {"target_id": f"t{number}", "agency_id": target.get("opd"), "kind": target.get("kind"), "sample": False}
    row |= {"from_day": target["from"], "number": target["number"], "counts": target.get("counts", "konten")}
    row |= {name: target.get(name) for name in ("basis", "without_reposts", "without_greetings")}
    return {**row, "days": target.get("days", "hari_kerja")}


def _dispensation(number: int, excuse: Told) -> dict[str, Any]:
    first, last = excuse["days"]
    row = {"dispensation_id": f"d{number}", "agency_id": excuse["opd"], "platform": excuse.get("platform")}
    row |= {"first_day": first, "last_day": last, "reason": excuse["reason"], "approver": "Sekretaris Dinas"}
    return {**row, "entered_by": "Ani", "entered_at": NOW, "sample": False}


def _calendar_day(number: int, entry: Told) -> dict[str, Any]:
    row = {"entry_id": f"k{number}", "day": entry["day"], "name": entry["name"], "kind": entry["kind"]}
    row |= {"agency_id": entry.get("opd"), "agency_kind": entry.get("of")}
    return {**row, "entered_by": "Ani", "entered_at": NOW, "sample": False}


def _hand_in(store: Store, told: Told, file: Told, at: dt.datetime) -> None:
    """One file: prepared and committed with the sender's answers, kept as refused, or taken back again."""
    options = Options("Asia/Jakarta", at.date(), file["name"])
    content = content_of(told, file)
    if file["form"] == "refused":
        try:
            prepare(store, SCOPE, content, options)
        except RefusedError as error:
            keep_refusal(store, SCOPE, content, file["name"], str(error), at)
            if "of" in file:
                agency, first, last = file["of"]
                say_whose(store, SCOPE, hashlib.sha256(content).hexdigest(), agency, (first, last), "Ani", at)
            return
        raise AssertionError(f"{file['name']} was not refused")
    draft = prepare(store, SCOPE, content, options)
    agencies = {group.key: file.get("opd") or group.match.agency_id for group in draft.groups}
    complete = {
        (agency, platform): file["complete"] and agency not in file.get("incomplete", ())
        for group in draft.groups
        for agency in [agencies[group.key]]
        for platform in group.platforms
        if agency
    }
    period = tuple(file.get("period", (told["first"], told["last"])))
    receipt = commit(store, draft, Decisions(agencies, complete, period, at.date(), "Ani"), _lists(), at)
    assert not receipt.rejected, draft.loaded.rejections
    if file.get("undone"):
        undo(store, SCOPE, receipt.upload_id, "Ani", at)
