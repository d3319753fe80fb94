"""What the OPD of the invented regency really published, minute by minute: the posts that the files then report."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from sample_data import captions, ids
from sample_data.model import FIRST_DAY, LAST_DAY, MONTHS, PLATFORMS, Agency, Post
from sample_data.plan import HABITS, Habit

SEED = 20241023
DIRECTION = date(2024, 10, 23)
DRESSED = (
    "sekretariat-daerah",
    "dinas-pendidikan-dan-kebudayaan",
    "dinas-kesehatan",
    "dinas-komunikasi-dan-informatika",
    "dinas-pengendalian-penduduk-dan-keluarga-berencana",
    "badan-pendapatan-daerah",
    "badan-penanggulangan-bencana-daerah",
    "dinas-contoh",
)
"""OPD whose captions reach us through Meta: with tags and line breaks."""


def roster() -> dict[str, Agency]:
    """The OPD of roster_contoh.csv by code, in the order of the file."""
    with Path(__file__).with_name("roster_contoh.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["kode"]: _agency(row) for row in rows}


def _agency(row: dict[str, str]) -> Agency:
    accounts = dict(entry.split("=", 1) for entry in row["akun"].split("; ") if entry)
    units = tuple(text.partition("=")[0].rpartition(":")[2] for text in row["bidang"].split("; "))
    return Agency(row["kode"], row["nama"], row["jenis"], tuple(row["alias"].split("; ")), units, accounts)


class Publisher:
    """One OPD at work: turns konten into posts with times, links and figures, never twice the same text by accident."""

    def __init__(self, agency: Agency, number: int) -> None:
        self.agency = agency
        self.code = agency.code.removeprefix("contoh-")
        self.habit: Habit = HABITS[self.code]
        self.head = captions.head_of(agency, number)
        self.rng = Random(f"{SEED}-{agency.code}")
        self.said: set[str] = set()
        self.konten = number * 1000

    def month(self, first: date, last: date, count: int) -> Iterator[Post]:
        """The posts of one month: `count` konten on days that fit the habits of the OPD."""
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        weights = [self._weight(day) for day in days]
        chosen = sorted(self.rng.choices(days, weights, k=count))
        for place, day in enumerate(chosen):
            moment = datetime.combine(day, self._clock())
            yield from self.publish(moment, everywhere=place == 0)

    def _weight(self, day: date) -> float:
        free = day.weekday() >= 5 or day == captions.ELECTION_DAY
        return (self.habit.weekend if free else 1.0) * (1.7 if day >= DIRECTION else 1.0)

    def _clock(self) -> time:
        """Mostly office hours, some evenings, a few at night: there the day depends on the clock."""
        chance, minute = self.rng.random(), self.rng.randrange(60)
        if chance < 0.05:
            hour = self.rng.choice((22, 23))
        elif chance < 0.12:
            hour = self.rng.choice((0, 4, 5, 6))
        elif chance < 0.22:
            hour = self.rng.choice((18, 19, 20, 21))
        else:
            hour = self.rng.choice((7, 8, 8, 9, 9, 10, 10, 11, 13, 14, 15, 16))
        return time(hour, minute, self.rng.randrange(2, 50))

    def publish(self, moment: datetime, everywhere: bool = False, text: str = "", doubtful: bool = False) -> list[Post]:
        """One konten on one or more platforms, the later ones some minutes or a day after the first."""
        topic, unit = "lainnya", ""
        if not text:
            text, topic, unit = self._new_text(moment.date())
        platforms = self._platforms(everywhere or doubtful)
        self.konten += 1
        posts = []
        for place, platform in enumerate(platforms):
            at = moment if place == 0 else moment + self._delay()
            if at.date() <= LAST_DAY:
                posts.append(self.post(platform, at, text, topic, unit, doubtful))
        return posts

    def _new_text(self, day: date) -> tuple[str, str, str]:
        for template in captions.choose(self.agency, day, self.habit.leader, self.rng):
            text = captions.say(template, self.agency, self.head, day, self.rng)
            if text.casefold() not in self.said:
                self.said.add(text.casefold())
                dressed = captions.dress(text, self.rng) if self.code in DRESSED else text
                unit = template.unit or ("Sekretariat" if template.topic in {"internal", "seremonial"} else "")
                return dressed, template.topic, unit
        raise RuntimeError("captions.choose ends")

    def _platforms(self, everywhere: bool) -> list[str]:
        own = list(self.habit.platforms)
        if everywhere:
            return [PLATFORMS[p] for p in own]
        first = self.rng.choice(own[:2])
        rest = [p for p in own if p != first and self.rng.random() < (0.62 if p in "fi" else 0.25)]
        return [PLATFORMS[p] for p in [first, *rest]]

    def _delay(self) -> timedelta:
        minutes = self.rng.choice((0, 1, 3, 8, 20, 45, 90))
        if self.rng.random() < 0.08:
            minutes = self.rng.choice((1440, 1440, 2 * 1440))
        return timedelta(minutes=minutes)

    def post(
        self, platform: str, at: datetime, text: str, topic: str = "lainnya", unit: str = "", doubtful: bool = False
    ) -> Post:
        """One post on one account. Now and then it was scheduled: then its id is older than its publication."""
        kinds = {"instagram": ("image", "carousel", "reel"), "facebook": ("photo", "photo", "reel"), "x": ("text",)}
        kind = "story" if not text else self.rng.choice(kinds.get(platform, ("video",)))
        account = self.agency.accounts.get(platform) or f"{self.code}.contoh"
        scheduled = platform == "instagram" and kind != "story" and self.code in SCHEDULERS and self.rng.random() < 0.06
        made = at - timedelta(minutes=self.rng.randrange(26 * 60, 60 * 60)) if scheduled else at
        link, post_id = ids.link_and_id(platform, kind, made, account, self.rng)
        return Post(
            self.rng.getrandbits(60), self.konten, self.agency.code, platform, at, text, link, post_id, kind, topic,
            unit, self._figures(), doubtful, scheduled,
        )  # fmt: skip

    def _figures(self) -> dict[str, int]:
        reach = int(self.rng.lognormvariate(6.2, 0.9)) + 20
        likes = int(reach * self.rng.uniform(0.02, 0.12))
        shares = int(likes * self.rng.uniform(0, 0.3))
        views = int(reach * self.rng.uniform(1.1, 1.9))
        comments, saves = int(likes * self.rng.uniform(0, 0.2)), int(likes * self.rng.uniform(0, 0.1))
        return {"likes": likes, "comments": comments, "shares": shares, "saves": saves, "views": views, "reach": reach}

    def stories(self, first: date, last: date) -> list[Post]:
        """Instagram stories: without text, each a konten of its own."""
        made = []
        for _ in range(self.habit.stories):
            day = first + timedelta(days=self.rng.randrange((last - first).days + 1))
            self.konten += 1
            made.append(self.post("instagram", datetime.combine(day, self._clock()), ""))
        return made


SCHEDULERS = ("sekretariat-daerah", "dinas-pendidikan-dan-kebudayaan")
"""Only OPD whose Instagram posts no hand-made list repeats: a list without hours could not tell the day."""


def posts() -> list[Post]:
    """Every post of both months, in the order of time."""
    made: list[Post] = []
    for number, agency in enumerate(roster().values()):
        if agency.code.removeprefix("contoh-") not in HABITS:
            continue
        publisher = Publisher(agency, number)
        counts = (publisher.habit.october, publisher.habit.november)
        for (first, last), count in zip(MONTHS.values(), counts, strict=True):
            made += publisher.month(first, last, count)
            made += publisher.stories(first, last)
        made += _by_hand(publisher)
    return sorted(made, key=lambda post: (post.at, post.number))


def _by_hand(publisher: Publisher) -> list[Post]:
    """What chance would not bring: midnight at the borders of days and months, doctors' schedules, doubtful posts."""
    code = publisher.code
    if code in {"sekretariat-daerah", "dinas-pendidikan-dan-kebudayaan", "badan-penanggulangan-bencana-daerah"}:
        late = [p for moment in BORDERS for p in publisher.publish(datetime.fromisoformat(moment))]
        return late + _over_midnight(publisher)
    if code == "rsud-nalasena":
        days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
        open_days = [d for d in days if d.weekday() < 6 and d != captions.ELECTION_DAY]
        return [p for day in open_days for p in _schedule(publisher, day)]
    if code == "dinas-contoh":
        pairs = [(datetime.fromisoformat(m), text) for m, text in zip(DOUBTS, captions.DOUBTFUL, strict=True)]
        return [p for moment, text in pairs for p in publisher.publish(moment, text=text, doubtful=True)]
    return []


BORDERS = ("2024-10-01 05:10", "2024-10-22 23:50", "2024-10-23 06:40", "2024-11-01 00:20", "2024-11-30 23:35")
DOUBTS = (
    "2024-10-09 10:05",
    "2024-10-17 14:20",
    "2024-10-29 09:15",
    "2024-11-06 16:40",
    "2024-11-13 11:00",
    "2024-11-20 08:30",
)


def _over_midnight(publisher: Publisher) -> list[Post]:
    """One konten on two days of two months: Instagram before midnight of 31 October, Facebook after it."""
    text, topic, unit = publisher._new_text(date(2024, 10, 31))
    publisher.konten += 1
    moments = (("instagram", datetime(2024, 10, 31, 23, 48, 5)), ("facebook", datetime(2024, 11, 1, 0, 12, 30)))
    return [publisher.post(platform, at, text, topic, unit) for platform, at in moments]


def _schedule(publisher: Publisher, day: date) -> list[Post]:
    """The same text every day on the same two platforms: each day is another konten."""
    publisher.konten += 1
    at = datetime.combine(day, time(6, publisher.rng.randrange(5, 55), 12))
    return [publisher.post(platform, at, captions.SCHEDULE, "layanan") for platform in ("facebook", "instagram")]
