"""How many captions of 300 letters are read in a second on one core, and how that grows with the number of words.

`python benchmarks/rules.py`: the whole reading (topic, subject, bidang, neutrality, caution) of captions that are all
different, in processor time, so that other work on the machine counts little. Goal: 20,000 a second. Beside it stands
how many times longer that takes than to split the same captions into words and look each up in a dict: processor time
of a busy machine still varies by a half, the ratio less. Last, how reading one text grows with its length.
"""

import csv
import gc
import random
import re
import statistics
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from rules import Context, Lists, read, seed_lists
from rules.entries import Entry
from rules.inputs import read_roster, seed_phases

ROOT = Path(__file__).parent.parent
CAPTIONS = 20_000
LETTERS = 300
NAMES = 4_000
ROUNDS = 5
LONG = ('"saya" ', "TPS sampah ", "Senja camat hari ini kata ", "a-@.id/", "#aA", "&amp;x", "ab.qqé ")
_WORD = re.compile(r"\w+")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SYLLABLES = ("ba", "ci", "da", "gu", "ha", "jo", "ka", "lu", "ma", "no", "pa", "ri", "sa", "tu", "wa", "yu")


def made_captions(seed: int) -> list[str]:
    """Different captions of 300 letters: our own test captions, one behind the other, with what real posts have.

    Each names a person, a village, a day and an hour that it does not share with its neighbours; half end with
    hashtags, a third hold an emoji, a fifth a mention, a tenth an address.
    """
    texts = []
    for name in ("captions", "fresh"):
        with (ROOT / "tests" / "rules" / f"{name}.csv").open(encoding="utf-8") as file:
            texts += [row["caption"] for row in csv.DictReader(file)]
    chance = random.Random(seed)
    names = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize() for _ in range(NAMES)]
    captions = []
    for _ in range(CAPTIONS):
        person, surname, village = chance.choices(names, k=3)
        when = f"{chance.choice(_DAYS)}, {chance.randint(1, 28)} Oktober 2024 pukul {chance.randint(7, 16):02}.00 WIB"
        tail = f" {chance.choice('😀🙏📌')}" if chance.random() < 1 / 3 else ""
        tail += f" @desa.{village.lower()}" if chance.random() < 1 / 5 else ""
        tail += f" https://{village.lower()}.contoh.go.id/berita" if chance.random() < 1 / 10 else ""
        tail += f"\n\n#{village} #Desa{village} #OKUTimurMaju" if chance.random() < 1 / 2 else ""
        text = f"{chance.choice(texts)[:200]} {person} {surname} dari Desa {village} hadir {when}."
        while len(text) + len(tail) < LETTERS:
            text += " " + chance.choice(texts)
        captions.append(text[: LETTERS - len(tail)] + tail)
    return list(dict.fromkeys(captions))


def with_more_words(lists: Lists, times: int) -> Lists:
    """The lists with so many times the topic words; the new ones are made up of two known ones."""
    chance = random.Random(times)
    known = [entry.written for entry in lists.topics]
    more = [
        Entry(f"{chance.choice(known)} {chance.choice(known)}", entry.label)
        for entry in lists.topics
        for _ in range(times - 1)
        if entry.label
    ]
    return replace(lists, topics=(*lists.topics, *more))


def measured(lists: Lists, context: Context, captions: list[str]) -> list[tuple[float, float]]:
    """Seconds of processor time for reading the captions, and for the plain look-up of their words, some rounds taken
    in turn. Words are met once before."""
    days = [date(2024, 10, 1 + number % 30) for number in range(len(captions))]
    agencies = [context.units[number % len(context.units)].agency_id for number in range(len(captions))]
    read(captions[:2000], lists, context, days[:2000], agencies[:2000])
    known = {word: len(word) for caption in captions for word in _WORD.findall(caption)}
    gc.collect()
    gc.freeze()
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        read(captions, lists, context, days, agencies)
        between = time.process_time()
        for caption in captions:
            list(map(known.get, _WORD.findall(caption)))
        rounds.append((between - started, time.process_time() - between))
    return rounds


def growth(piece: str, lists: Lists) -> float:
    """How many times longer a text of ten times as many pieces takes to read; hostile texts must not cost more."""

    def seconds(times: int) -> float:
        text = f"{'senja ' * 60}. {piece * times}"
        started = time.process_time()
        read([text], lists)
        return time.process_time() - started

    return min(seconds(20_000) for _ in range(3)) / min(seconds(2000) for _ in range(3))


def told(count: int, rounds: list[tuple[float, float]]) -> str:
    """Captions a second, best and median round, and the ratio of the best to the best plain look-up."""
    reading, plain = ([one[part] for one in rounds] for part in (0, 1))
    best, usual = min(reading), statistics.median(reading)
    return (
        f"{count / best:>8,.0f} captions a second at best, {count / usual:,.0f} in the middle "
        f"({1e6 * best / count:.0f} µs each, {best / min(plain):.1f} times a plain look-up of their words)"
    )


def main() -> None:
    """Print what the captions hold, and the speed for the lists as they are and with more words."""
    roster = read_roster(ROOT / "sample_data" / "roster_oku_timur.csv")
    context = Context((), seed_phases(), roster.units)
    captions = made_captions(1)
    readings = read(captions[:2000], seed_lists(), context, [date(2024, 10, 20)] * 2000)
    doubtful = (readings["neutrality"] != "none") | (readings["caution"] != "none") | (readings["findings"] != "[]")
    print(
        f"{len(captions):,} different captions of {LETTERS} letters: {(readings['topic'] != 'lainnya').mean():.0%} "
        f"with a topic, {(readings['subject'] != 'tidak_jelas').mean():.0%} with a subject, {doubtful.mean():.0%} with "
        "a finding of neutrality or caution"
    )
    for times in (1, 2, 4, 8):
        lists = with_more_words(seed_lists(), times)
        print(
            f"{len(lists.topics):>7,} topic words: {told(len(captions), measured(lists, context, captions))}",
            flush=True,
        )
    for piece in LONG:
        print(f"a text of 20,000 times {piece!r}: {growth(piece, seed_lists()):.1f} times as long as of 2,000")


if __name__ == "__main__":
    main()
