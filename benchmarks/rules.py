"""How many captions of 300 letters are read in a second on one core, and how that grows with the number of words.

`python benchmarks/rules.py`: the whole reading (topic, subject, bidang, neutrality, caution) of captions that are all
different, in processor time, so that other work on the machine counts little. Goal: 20,000 a second. Beside it stands
how many times longer that takes than to split the same captions into words and look each up in a dict: processor time
of a busy machine still varies by a third, the ratio less.
"""

import csv
import gc
import random
import re
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
_WORD = re.compile(r"\w+")


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


def measured(lists: Lists, context: Context, captions: list[str]) -> tuple[float, float]:
    """Seconds of processor time for reading the captions, and for the plain look-up of their words; the best of some
    rounds, taken in turn. Words are met once before."""
    days = [date(2024, 10, 1 + number % 30) for number in range(len(captions))]
    agencies = [context.units[number % len(context.units)].agency_id for number in range(len(captions))]
    read(captions[:2000], lists, context, days[:2000], agencies[:2000])
    known = {word: len(word) for caption in captions for word in _WORD.findall(caption)}
    gc.collect()
    gc.freeze()
    reading = plain = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        read(captions, lists, context, days, agencies)
        between = time.process_time()
        for caption in captions:
            list(map(known.get, _WORD.findall(caption)))
        reading, plain = min(reading, between - started), min(plain, time.process_time() - between)
    return reading, plain


def main() -> None:
    """Print captions a second, and the ratio to a plain look-up, for the lists as they are and with more words."""
    roster = read_roster(ROOT / "sample_data" / "roster_oku_timur.csv")
    context = Context((), read_phases((SEEDS / "phases.toml").read_text("utf-8")), roster.units)
    captions = made_captions(1)
    for times in (1, 2, 4, 8):
        lists = with_more_words(seed_lists(), times)
        reading, plain = measured(lists, context, captions)
        speed, each = len(captions) / reading, 1e6 * reading / len(captions)
        print(
            f"{len(lists.topics):>7,} topic words: {speed:>8,.0f} captions a second "
            f"({each:.0f} µs each, {reading / plain:.1f} times a plain look-up of their words)"
        )


if __name__ == "__main__":
    main()
