"""What reading a file gives: posts and rejected rows, or one refusal worded for the person who sent it."""

import datetime as dt
from dataclasses import dataclass, field

import pandas as pd

import posts as post_table


class RefusedError(Exception):
    """The file as a whole cannot be read. The text is Indonesian and says what is wrong, where, and what to do."""


@dataclass(frozen=True)
class Rejection:
    """One row that could not be read: where it stands, the cell that is wrong, and why (Indonesian)."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class TableMapping:
    """What the columns of a table of no known source are, as a person said it.

    `fingerprint` names the set of headers; `roles` are pairs (header as in UnknownTable.keys, role of meanings.ROLES).
    `rows` is "export" where a row is one post on one account, "list" where it may be on several platforms. `platform`
    is that of all rows that name none. `order` and `zone` are taken where the file itself does not tell ("": office's).
    """

    fingerprint: str
    roles: tuple[tuple[str, str], ...]
    rows: str = "export"
    platform: str = ""
    order: str = "day"
    zone: str = ""


@dataclass(frozen=True)
class Options:
    """What the reader is told: the zone of the office, the day of today, the file's name, the declared period.

    `clock` is the zone (IANA name) that a person says the file's times are in; "" leaves it to the evidence. So do
    `order` ("day" or "month": what stands first in a date of numbers) and `decimal` ("," or "."). `mapping` says what
    the columns are if no source knows them.
    """

    zone: str
    today: dt.date
    file_name: str
    period: tuple[dt.date, dt.date] | None = None
    clock: str = ""
    order: str = ""
    decimal: str = ""
    mapping: TableMapping | None = None


@dataclass(frozen=True)
class Guesses:
    """How dates and counts were read, with the evidence (Indonesian); order and decimal are "" where nothing was open.

    `decimal` is the sign that marks decimals ("," where 1.200 is 1200).
    """

    order: str = ""
    order_proof: str = ""
    decimal: str = ""
    decimal_proof: str = ""


@dataclass(frozen=True)
class Silence:
    """An OPD that published nothing and says so in the file: as the log names it ("" if it names none), the platforms
    that it says it of (none named: all of them), the first and last day that it says it of (None: no day)."""

    opd: str
    platforms: tuple[str, ...]
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class Loaded:
    """A file that was read.

    `posts` has the columns of `posts.COLUMNS`, every accepted row, repeated ones included. `clock` is the zone that the
    file's times were in, `clock_proof` a sentence on how that is known, `clock_state` the code for it (PROVEN and
    others of loaders/clock.py), `period` the month that it tells of. `cleaned` is the text to be stored in place of the
    file's bytes, "" where these themselves are stored. `guesses` tells how dates and counts were read where that was
    open. `silences` are the OPDs without any post in the file that it says published nothing.
    """

    source: str
    posts: pd.DataFrame
    rejections: list[Rejection]
    clock: str
    clock_proof: str
    period: tuple[dt.date, dt.date] | None = None
    warnings: list[str] = field(default_factory=list)
    cleaned: str = ""
    guesses: Guesses = Guesses()
    silences: tuple[Silence, ...] = ()
    clock_state: str = ""

    def keyed(self) -> pd.DataFrame:
        """The posts with post_key, and `repeated`: whether an earlier row of this file is the same post."""
        owner = self.posts["opd"].where(self.posts["opd"] != "", self.posts["account"])
        owner = owner.where(owner != "", self.source).map(post_table.normal_text)
        keys = post_table.same_post(post_table.keys_of(self.posts, owner.tolist()))
        keyed = self.posts.assign(post_key=keys)
        return keyed.assign(repeated=keyed["post_key"].duplicated())
