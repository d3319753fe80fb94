"""What the script invents (posts) and what it hands over (reports): the ground truth behind the sample files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

PLATFORMS = {"f": "facebook", "i": "instagram", "t": "tiktok", "x": "x", "y": "youtube"}
MARK = "DATA CONTOH – REKAAN"
FIRST_DAY, LAST_DAY = date(2024, 10, 1), date(2024, 11, 30)
MONTHS = {"2024-10": (date(2024, 10, 1), date(2024, 10, 31)), "2024-11": (date(2024, 11, 1), date(2024, 11, 30))}


@dataclass(frozen=True)
class Agency:
    """One row of the roster, read from roster_contoh.csv."""

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    accounts: Mapping[str, str]

    @property
    def short(self) -> str:
        """The name that its own admins use."""
        return self.name if self.kind in {"kecamatan", "rumah_sakit"} or not self.aliases else self.aliases[0]


@dataclass(frozen=True)
class Post:
    """One post on one account, as it was really published; `at` is local time (WIB)."""

    number: int
    konten: int
    opd: str
    platform: str
    at: datetime
    caption: str
    link: str
    post_id: str
    kind: str
    topic: str
    unit: str
    figures: Mapping[str, int]
    doubtful: bool = False
    scheduled: bool = False


@dataclass(frozen=True)
class Entry:
    """What one file says of one post: the same post may stand in several entries."""

    post: Post
    link: str = ""
    topic_said: str = ""
    bidang_said: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """What went into one file: its entries in order, the rows that no reader can take, the OPD names as typed."""

    entries: tuple[Entry, ...]
    rejected: int = 0
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """One file to write: for which OPD (empty: the file names them), over which days, declared complete or not."""

    name: str
    month: str
    source: str
    opd: str
    first_day: date
    last_day: date
    as_of: date
    uploaded_by: str
    style: str
    incomplete: tuple[str, ...] = ()
