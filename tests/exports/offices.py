"""Small offices in a store, one a kind of data (ordinary, empty, one row, 54 rows, hostile), all of October 2024."""

import datetime as dt
import json
from typing import Any

from store import Store
from tests.answers.conftest import fill, post
from tests.exports.samples import NAMES
from tests.store.rows import ROWS, row

KINDS = ("dinas", "kecamatan", "badan")
PLATFORMS = ("instagram", "facebook")
TOPICS = ("bantuan", "layanan", "seremonial", "pembangunan", "lainnya", "literasi")
SUBJECTS = ("pimpinan", "perangkat", "bersama", "tidak_jelas")
NOTES = {"neutrality_review": ("terbuka", "menunggu", "selesai"), "caution_review": ("terbuka", "", "selesai")}
SEEN = ("likes", "comments", "shares", "saves", "views", "reach", "impressions")
Rows = list[dict[str, Any]]


def office_of(store: Store, kind: str) -> Store:
    """Fill the store with this kind of data: the OPDs of samples.NAMES; "kosong" has a roster and no report."""
    names = NAMES[kind] or NAMES["biasa"]
    tables = {
        "agencies": [row("agencies", agency_id=f"opd{at}", name=one, kind=KINDS[at % 3]) for at, one in _listed(names)],
        "accounts": [
            row("accounts", agency_id=f"opd{at}", platform=where, handle=one[:40])
            for at, one in _listed(names)
            for where in PLATFORMS
        ],
        "units": [
            row("units", unit_id=f"opd{at}/u{unit}", agency_id=f"opd{at}", name=f"Bidang {unit} {one}")
            for at, one in _listed(names)
            for unit in range(3)
        ],
        "targets": [row("targets", number=1, basis=f"Surat 800/12/2024 {names[-1]}", days="hari_kerja")],
    }
    return fill(store, False, **tables, **({} if kind == "kosong" else _reported(names)))


def _listed(names: tuple[str, ...]) -> list[tuple[int, str]]:
    return list(enumerate(names))


def _reported(names: tuple[str, ...]) -> dict[str, Rows]:
    """What they reported: every fifth OPD of many nothing, every fourth not completely."""
    covered: Rows = []
    posts: Rows = []
    for at, name in _listed(names):
        if at % 5 == 4:
            continue
        whole = at % 4 != 3
        for where in PLATFORMS:
            covered.append(row("coverage", agency_id=f"opd{at}", platform=where, complete=whole,
                               first_day=dt.date(2024, 9, 1)))  # fmt: skip
        posts += _posts(at, name, len(names))
    records = [ROWS["records"] | {key: one[key] for key in ("record_id", "post_key", "agency_id", "platform",
               "published_at", "caption", *SEEN)} for one in posts]  # fmt: skip
    rejection = row("rejections", cell_value=names[0], reason=names[-1], sheet=names[0])
    upload = row("uploads", file_name=f"{names[0][:60]}.xlsx", uploaded_by=names[-1],
                 warnings=json.dumps([names[0]]))  # fmt: skip
    return {"uploads": [upload], "coverage": covered, "posts": posts, "records": records, "rejections": [rejection]}


def _posts(at: int, name: str, many: int) -> Rows:
    """The posts of one OPD: one alone, else on every second day and three in September."""
    days = [dt.date(2024, 10, 2)] if many == 1 else [dt.date(2024, 9, day) for day in (3, 4, 5)]
    days += [dt.date(2024, 10, 1 + (at + step) % 31) for step in range(0, 31, 2)] if many > 1 else []
    made = []
    for number, day in enumerate(days):
        key = f"p{at}-{number}"
        hour = f"T{7 + (at + number) % 13:02d}:30" if number % 4 else ""
        one = post(
            key, f"opd{at}", PLATFORMS[number % 5 == 1], f"{day}{hour}", key,
            caption="" if number % 9 == 8 else f"{name} hari ke-{number}", account=name[:40], is_repost=number % 7 == 6,
            topic=TOPICS[(at + number) % 6], subject=SUBJECTS[(at + number) % 4], sheet=name[:30],
        )  # fmt: skip
        seen = {what: (number + 1) * (place + 1) * (at + 3) for place, what in enumerate(SEEN)}
        made.append(one | (seen if number % 4 != 3 else {}) | _read(at, name, number))
    return made


def _read(at: int, name: str, number: int) -> dict[str, Any]:
    """The bidang of every other post, and a doubt about every fifth."""
    told: dict[str, Any] = {"bidang": f"opd{at}/u{number % 3}" if number % 2 == 0 else ""}
    if number % 5:
        return told
    found = [{"kind": "neutrality", "rule": "A10", "weight": 5, "start": 0, "end": 4, "words": name, "phase": ""}]
    states = {column: values[(at + number) % 3] for column, values in NOTES.items()}
    return told | states | {"findings": json.dumps(found), "weight": 5}
