"""How many captions of 300 letters are read in a second on one core, and how that grows with the number of words.

`python benchmarks/rules.py`: the whole reading (topic, subject, bidang, neutrality, caution) of captions that are all
different, in processor time, so that other work on the machine counts little. Goal: 20,000 a second.
"""

import csv
import gc
import random
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from rules import Context, Lists, read, seed_lists
from rules.inputs import read_phases, read_roster
from rules.lists import SEEDS
from rules.matching import Entry

ROOT = Path(__file__).parent.parent
CAPTIONS = 20_000
LETTERS = 300
ROUNDS = 3


def made_captions(seed: int) -> list[str]:
    """Different captions of 300 letters, put together from the sentences of our own test captions."""
    table = csv.DictReader((ROOT / "tests" / "rules" / "captions.csv").open(encoding="utf-8"))
    texts = [row["caption"] for row in table]
    chance = random.Random(seed)
    captions = []
    for _ in range(CAPTIONS):
        text = chance.choice(texts)
        while len(text) < LETTERS:
            text += " " + chance.choice(texts)
        captions.append(text[:LETTERS])
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


def per_second(lists: Lists, context: Context, captions: list[str]) -> float:
    """Captions a second of processor time, the best of some rounds; words are met once before."""
    days = [date(2024, 10, 1 + number % 30) for number in range(len(captions))]
    agencies = [context.units[number % len(context.units)].agency_id for number in range(len(captions))]
    read(captions[:2000], lists, context, days[:2000], agencies[:2000])
    gc.collect()
    gc.freeze()
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        read(captions, lists, context, days, agencies)
        best = min(best, time.process_time() - started)
    return len(captions) / best


def main() -> None:
    """Print captions a second for the lists as they are, and with more words."""
    roster = read_roster(ROOT / "sample_data" / "roster_oku_timur.csv")
    context = Context((), read_phases((SEEDS / "phases.toml").read_text("utf-8")), roster.units)
    captions = made_captions(1)
    for times in (1, 2, 4, 8):
        lists = with_more_words(seed_lists(), times)
        speed = per_second(lists, context, captions)
        print(f"{len(lists.topics):>7,} topic words: {speed:>8,.0f} captions a second ({1e6 / speed:.0f} µs each)")


if __name__ == "__main__":
    main()
