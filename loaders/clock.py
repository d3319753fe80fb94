"""The clock of a file: which zone its times were written in, how that is known, and local time in exchange.

Meta's exports are in Pacific time. Ids prove it: an Instagram shortcode, a TikTok id and an X id carry the moment of
their making. A post of 08:00 WIB stands in Meta's file under the evening before.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

import posts

PACIFIC = "America/Los_Angeles"
CLOSE = dt.timedelta(minutes=30)
"""How far an id may lie from the written time and still prove the zone: a film is uploaded before it is shown."""

PROVEN, ASSUMED, TOLD, CONFIRMED = "proven", "assumed", "told", "confirmed"
"""How the clock of a file is known: by its ids, by nothing, from the person who uploads it, from one asked before.
Where nothing is open (a list kept by hand, days without hours) it is none of these: ""."""
STATE_WORDS = {
    PROVEN: "dibuktikan oleh",
    ASSUMED: "dianggap",
    TOLD: "ditetapkan oleh pengunggah",
    CONFIRMED: "dikonfirmasi oleh",
}
"""What the sentence on the clock says of each."""

ZONES = (PACIFIC, "UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
"""Zones that a file may be in: those that ids are held against, and that a person may choose."""

_ZONE_WORDS = {
    PACIFIC: "Pasifik (AS)",
    "UTC": "UTC",
    "Asia/Jakarta": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
_BASE64 = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")}


@dataclass(frozen=True)
class Clock:
    """The settled zone of a file (IANA name), the sentence that says how it is known, and the code for that."""

    zone: str
    proof: str
    state: str


def moment_in_id(link: str) -> dt.datetime | None:
    """The moment (UTC, without zone) that the id in a post's address carries; None if it carries none.

    Instagram: the first 11 characters as base 64, (id >> 23) + 1314220021721 ms. X: (id >> 22) + 1288834974657 ms.
    TikTok: id >> 32 s. Moments before 2010 or after 2100 are not believed.
    """
    address = posts.read_link(link)
    post = address.post
    milliseconds = 0
    if len(post) > 25:
        return None
    if address.platform == "instagram" and post.isdigit() and len(post) > 15:
        milliseconds = (int(post) >> 23) + 1314220021721
    elif address.platform == "instagram" and len(post) == 11 and not post.isdigit():
        number = 0
        for letter in post:
            number = number * 64 + _BASE64[letter]
        milliseconds = (number >> 23) + 1314220021721
    elif address.platform == "x" and post.isdigit() and int(post) > 1 << 40:
        milliseconds = (int(post) >> 22) + 1288834974657
    elif address.platform == "tiktok" and post.isdigit() and len(post) >= 18:
        milliseconds = (int(post) >> 32) * 1000
    if not 1262304000000 < milliseconds < 4102444800000:
        return None
    return dt.datetime(1970, 1, 1) + dt.timedelta(milliseconds=milliseconds)


def settle(written: Sequence[dt.datetime | None], links: Sequence[str], default: str, home: str) -> Clock:
    """Name the zone that the written times are in: the one in which most of them agree with the ids of their links.

    `default` is taken where no id tells; `home` is the zone of the office, for the sentence.
    """
    pairs = [(w, m) for w, link in zip(written, links, strict=True) if w and link and (m := moment_in_id(link))]
    votes: Counter[str] = Counter()
    for zone in ZONES:
        votes[zone] = sum(any(abs(u - m) <= CLOSE for u in _both(w, zone)) for w, m in pairs)
    best = max(ZONES, key=lambda z: (votes[z], z == default))
    told = f"waktu berkas: {zone_word(best if votes[best] else default)} → {zone_word(home)}"
    if votes[best] * 2 > len(pairs) > 0:
        return Clock(best, f"{told}, {STATE_WORDS[PROVEN]} {votes[best]} dari {len(pairs)} unggahan", PROVEN)
    assumed = STATE_WORDS[ASSUMED]
    if pairs:
        return Clock(default, f"{told}, {assumed}; penanda waktu pada {len(pairs)} tautan tidak sepakat", ASSUMED)
    why = "seperti semua ekspor Meta" if default == PACIFIC else "menurut berkas"
    return Clock(default, f"{told}, {assumed} {why}; tautan berkas ini tidak memuat penanda waktu", ASSUMED)


def zone_word(zone: str) -> str:
    """The name of a zone as the office says it."""
    return _ZONE_WORDS.get(zone, zone)


def _both(written: dt.datetime, zone: str) -> tuple[dt.datetime, dt.datetime]:
    """The two UTC moments that a written time may mean (they differ only in the hour that autumn repeats)."""
    first, second = _offsets(written.replace(minute=written.minute // 30 * 30, second=0, microsecond=0), zone)
    return written - first, written - second


@lru_cache(maxsize=65536)
def _offsets(half_hour: dt.datetime, zone: str) -> tuple[dt.timedelta, dt.timedelta]:
    """How far a zone lies ahead of UTC in a written half hour, in both readings."""
    local = ZoneInfo(zone)
    first, second = (half_hour.replace(tzinfo=local, fold=fold).utcoffset() or dt.timedelta() for fold in (0, 1))
    return first, second


def to_local(written: dt.datetime, zone: str, home: str, link: str = "") -> dt.datetime:
    """A written time in the file's zone → local time of the office, without zone.

    In the hour that autumn repeats the id of the link decides; without one the earlier reading is taken.
    """
    first, second = _both(written, zone)
    moment = moment_in_id(link) if link and first != second else None
    chosen = second if moment and abs(second - moment) < abs(first - moment) else first
    return chosen + _ahead(chosen.replace(minute=chosen.minute // 30 * 30, second=0, microsecond=0), home)


@lru_cache(maxsize=65536)
def _ahead(half_hour: dt.datetime, home: str) -> dt.timedelta:
    """How far a zone lies ahead of UTC in a half hour of UTC."""
    return half_hour.replace(tzinfo=dt.UTC).astimezone(ZoneInfo(home)).utcoffset() or dt.timedelta()
