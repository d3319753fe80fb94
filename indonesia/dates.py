"""Indonesian dates: read from what admins type and exports print."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from indonesia.text import MISSING, plain

_MONTHS = (
    "jan januari january",
    "feb peb februari pebruari february",
    "mar mrt maret march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "agu agt ags agst agus agustus aug august",
    "sep sept september",
    "okt oct oktober october",
    "nov nop november nopember",
    "des dec desember december",
)
MONTH_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Month words as admins and exports write them, old official spellings (Nopember, Pebruari, Agt) included."""

_DAYS = ("senin mon monday", "selasa tue tues tuesday", "rabu wed wednesday", "kamis thu thurs thursday",
         "jumat fri friday", "sabtu sat saturday", "minggu ahad sun sunday")  # fmt: skip
_WEEKDAYS = {word: number for number, words in enumerate(_DAYS) for word in words.split()}

_MONTH_WORD = "(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-z])"
_DAY_WORD = re.compile(r"\b(" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")\b")
_RANGE = r"(?:\s*(?:-|–|s\.?\s*/?\s*d\.?|sampai|hingga|dan|&)\s*\d{1,2})?"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)")
_NO_YEAR = r"(?![\d:.]|\s*(?:wib|wita|wit)\b|[\s\-./]*" + _MONTH_WORD.replace("(", "(?:", 1) + ")"
_DAY_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})" + _RANGE + r"[\s\-./]*" + _MONTH_WORD + r"(?:[\s\-./,']*(\d{4}|\d{2})" + _NO_YEAR + ")?"
)
_TWO_NUMBERS = re.compile(r"^(?:[a-z]+[\s,/]+)?(\d{1,2})\s*/\s*(\d{1,2})$")
_WEEK = re.compile(r"\b(?:minggu|pekan)\s*-?\s*ke\b")
_MONTH_DAY = re.compile(r"(?<![a-z])" + _MONTH_WORD + r"\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d),?(?:\s+(\d{4}))?")
_DIGITS = re.compile(r"^(\d{2})(\d{2})(20\d{2})$|^(20\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^(3[6-9]\d{3}|4\d{4}|5\d{4})(?:\.(\d+))?$")
_TIME = re.compile(r"(?<!\d)(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?(?!\d)\s*(am|pm)?")
_HOUR = re.compile(r"\b(?:pukul|pkl|jam)\.?\s*(\d{1,2})(?![\d.:])(?:\s*(pagi|siang|sore|malam))?")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_EPOCH = dt.datetime(1899, 12, 30)


@dataclass(frozen=True)
class Moment:
    """A date read from a cell: the moment, whether an hour was written, and why it could not be read ("" if it was)."""

    at: dt.datetime | None
    has_time: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Dates:
    """A column of dates: one Moment a cell, the order of day and month, and how that order was found (Indonesian)."""

    moments: list[Moment]
    order: str
    proof: str
    warnings: list[str] = field(default_factory=list)


def read_dates(
    cells: Sequence[object], period: tuple[dt.date, dt.date] | None = None, default: str = "day", told: str = ""
) -> Dates:
    """Read a column of dates with one order of day and month, decided from the whole column.

    `period` is the reporting period (first, last day): it gives the year where none is written and settles the order
    where the cells do not. `default` is "day" or "month": what comes first when nothing tells; `told` is the order
    that a person named, which beats all evidence.
    Evidence: a number above 12, the weekday word, the period. A cell that contradicts the order is not read.
    """
    pairs = [_numeric_parts(cell) for cell in cells]
    known = [p for p in pairs if p]
    votes = [_only_day_first(p) for p in known]
    day_votes, month_votes = votes.count(True), votes.count(False)
    if told:
        order, proof = told, "ditetapkan oleh pengunggah"
    elif day_votes or month_votes:
        order = "day" if day_votes >= month_votes else "month"
        proof = f"{max(day_votes, month_votes)} dari {len(known)} tanggal hanya mungkin dibaca demikian"
    elif known and period:
        inside = {o: sum(_inside(_compose(p[:3], o), period) for p in known) for o in ("day", "month")}
        order = default if inside["day"] == inside["month"] else max(inside, key=lambda o: inside[o])
        proof = f"{inside[order]} dari {len(known)} tanggal jatuh pada masa laporan" if inside[order] else "anggapan"
    else:
        order, proof = default, "anggapan; semua tanggal dapat dibaca dua arah" if known else ""
    year = period[0].year if period and period[0].year == period[1].year else None
    return Dates([read_date(cell, order, year) for cell in cells], order, proof)


def order_of(cell: object) -> str:
    """What one cell tells of the order: "day" or "month" if it can only be read so, "both" if either way, else ""."""
    parts = _numeric_parts(cell)
    return {True: "day", False: "month", None: "both"}[_only_day_first(parts)] if parts else ""


def _numeric_parts(cell: object) -> tuple[int, int, int, int | None] | None:
    """First, second, year and weekday of a date written in numbers only; None for any other cell."""
    if not isinstance(cell, str):
        return None
    text = plain(cell)
    found = None if _ISO.search(text) else _NUMERIC.search(text)
    if not found:
        return None
    day = _DAY_WORD.search(text)
    one, two, year = (int(g) for g in found.groups())
    return one, two, year, _WEEKDAYS[day.group(1)] if day else None


def _only_day_first(parts: tuple[int, int, int, int | None]) -> bool | None:
    """True if only day-month can be right, False if only month-day, None if both or neither."""
    one, two, year, weekday = parts
    day_first, month_first = _compose((one, two, year), "day"), _compose((one, two, year), "month")
    if weekday is not None and day_first and month_first:
        fits = day_first.weekday() == weekday, month_first.weekday() == weekday
        return None if fits[0] == fits[1] else fits[0]
    if (day_first is None) == (month_first is None):
        return None
    return day_first is not None


def _compose(parts: tuple[int, int, int], order: str) -> dt.datetime | None:
    one, two, year = parts
    day, month = (one, two) if order == "day" else (two, one)
    return _moment(year, month, day)


def _moment(year: int, month: int, day: int) -> dt.datetime | None:
    try:
        return dt.datetime(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _inside(at: dt.datetime | None, period: tuple[dt.date, dt.date]) -> bool:
    return at is not None and period[0] <= at.date() <= period[1]


def read_date(cell: object, order: str = "day", year: int | None = None) -> Moment:
    """Read one cell. `order` ("day" or "month") settles dates in numbers; `year` stands in where none is written.

    A range ("23 s.d. 25 Oktober 2024") gives its first day. Never guesses the year from today.
    """
    if isinstance(cell, dt.datetime):
        return Moment(cell.replace(tzinfo=None), (cell.hour, cell.minute, cell.second) != (0, 0, 0))
    if isinstance(cell, dt.date):
        return Moment(dt.datetime.combine(cell, dt.time()))
    text = plain(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)
    if not text or text in MISSING:
        return Moment(None, reason="tanggal kosong")
    if serial := _SERIAL.match(text):
        stored = _EPOCH + dt.timedelta(days=float(text))
        return Moment(stored.replace(microsecond=0), serial.group(2) is not None)
    at, rest, reason = _find_date(text, order, year)
    if at is None:
        return Moment(None, reason=reason)
    time = read_time(rest)
    return Moment(dt.datetime.combine(at.date(), time or dt.time()), time is not None)


def _find_date(text: str, order: str, year: int | None) -> tuple[dt.datetime | None, str, str]:
    """The date in a text, the text without it, and the reason if there is none."""
    if digits := _DIGITS.match(text):
        g = digits.groups()
        at = _moment(int(g[2]), int(g[1]), int(g[0])) if g[0] else _moment(int(g[3]), int(g[4]), int(g[5]))
        return at, "", "tanggal tidak ada di kalender"
    if iso := _ISO.search(text):
        y, m, d = (int(g) for g in iso.groups())
        return _moment(y, m, d), _without(text, iso), "tanggal tidak ada di kalender"
    if numeric := _NUMERIC.search(text):
        one, two, y = (int(g) for g in numeric.groups())
        words = "hari/bulan/tahun" if order == "day" else "bulan/hari/tahun"
        return _compose((one, two, y), order), _without(text, numeric), f"tanggal tidak mungkin dalam urutan {words}"
    return _date_in_words(text, order, year)


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + " " + text[found.end() :]


def _date_in_words(text: str, order: str, year: int | None) -> tuple[dt.datetime | None, str, str]:
    """As `_find_date`, for a month in words and for two numbers without a year."""
    no_year = "tahun tidak tertulis dan tidak diketahui dari judul atau nama berkas"
    if two := _TWO_NUMBERS.match(text):
        at = _compose((int(two.group(1)), int(two.group(2)), year), order) if year else None
        return at, "", "tanggal tidak ada di kalender" if year else no_year
    if _WEEK.search(text):
        return None, "", "bukan tanggal yang dikenali"
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        if found := pattern.search(text):
            elsewhere = _YEAR.search(text)
            written = found.group(3) or (elsewhere.group(1) if elsewhere else None)
            named = int(written) if written else year or 0
            if not named:
                return None, "", no_year
            day = _moment(named, MONTH_NUMBERS[found.group(month_at)], int(found.group(day_at)))
            return day, _without(text, found), "tanggal tidak ada di kalender"
    return None, "", "bukan tanggal yang dikenali"


def read_time(cell: object) -> dt.time | None:
    """Read an hour: 08.30 WIB, 8:30, pukul 14, jam 9 pagi, 2:05 pm; None if there is none.

    A number is 08.30 typed into a spreadsheet that took it for 8.3, or below 1 its fraction of a day.
    """
    if isinstance(cell, dt.datetime):
        return cell.time()
    if isinstance(cell, dt.time):
        return cell
    if isinstance(cell, float) and 0 < cell < 1:
        minutes = round(cell * 1440)
        return dt.time(minutes // 60 % 24, minutes % 60)
    text = f"{cell:.2f}" if isinstance(cell, float) and 1 <= cell < 24 else plain(cell)
    if found := _TIME.search(text):
        hour, minute, second = int(found.group(1)), int(found.group(2)), int(found.group(3) or 0)
        if found.group(4):
            hour = hour % 12 + (12 if found.group(4) == "pm" else 0)
        return dt.time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
    if found := _HOUR.search(text):
        hour = int(found.group(1))
        if found.group(2) in ("siang", "sore", "malam") and hour < 12 and not (found.group(2) == "siang" and hour > 10):
            hour += 12
        return dt.time(hour) if hour < 24 else None
    return None


def read_period(text: str) -> tuple[dt.date, dt.date] | None:
    """The month that a title, sheet name or file name speaks of ("Laporan Medsos Okt 2024"): first and last day."""
    words = re.sub(r"[_\-.,/()]+", " ", plain(text))
    found = re.search(r"(?<![a-z])" + _MONTH_WORD + r"\s*(?:20)?(?:\d\s)?\D{0,12}?(20\d{2})(?!\d)", words)
    if found:
        month, year = MONTH_NUMBERS[found.group(1)], int(found.group(2))
    elif numeric := re.search(r"(?<!\d)(20\d{2}) (0[1-9]|1[0-2])(?!\d)", words):
        year, month = int(numeric.group(1)), int(numeric.group(2))
    else:
        return None
    return month_of(dt.date(year, month, 1))


def month_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the month of a day."""
    first = day.replace(day=1)
    return first, (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
