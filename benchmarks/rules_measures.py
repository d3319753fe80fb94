"""How many texts of tests/rules/recall_texts.csv the rules find, and of a labelled csv if one is given; prints misses.

    python -m benchmarks.rules_measures [--half terbuka|disisihkan] [--labelled FILE.csv]

Groups: penipuan (scam, hoax, provocation, leaked data) and dukungan (tier A) should be found, biasa not. A labelled
csv has caption, neutrality and caution (none, review, either); it is read where it lies and never copied.
"""

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rules import Context, read, seed_lists
from rules.inputs import seed_phases

TEXTS = Path(__file__).resolve().parent.parent / "tests" / "rules" / "recall_texts.csv"
IN_CAMPAIGN = date(2024, 10, 20)


@dataclass(frozen=True)
class Measure:
    """A group: how many texts were read as they should be, of how many, and those that were not."""

    name: str
    right: int
    total: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share of texts read as they should be."""
        return self.right / self.total


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a csv file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def measure_recall(half: str | None = None, day: date | None = None) -> list[Measure]:
    """One measure a group of the recall texts; `half`: only that half; `day`: for texts that name none."""
    rows = [row for row in rows_of(TEXTS) if half is None or row["half"] == half]
    days = [date.fromisoformat(row["posted_at"]) if row["posted_at"] else day for row in rows]
    readings = _readings([row["caption"] for row in rows], days)
    groups = {
        "penipuan": lambda reading: reading["caution"] == "review",
        "dukungan": lambda reading: reading["neutrality"] == "review",
        "biasa": lambda reading: reading["neutrality"] == "none" and reading["caution"] != "review",
    }
    return [
        _measure(
            name,
            [
                (row["caption"], right(reading))
                for row, reading in zip(rows, readings, strict=True)
                if row["group"] == name
            ],
        )
        for name, right in groups.items()
    ]


def measure_labelled(path: Path) -> list[Measure]:
    """False alarms of neutrality and caution on the rows labelled none, read with their own days."""
    rows = rows_of(path)
    days = [date.fromisoformat(row["posted_at"][:10]) if row.get("posted_at") else None for row in rows]
    readings = _readings([row["caption"] for row in rows], days)
    return [
        _measure(
            part,
            [
                (row["caption"], reading[part] != "review")
                for row, reading in zip(rows, readings, strict=True)
                if row[part] == "none"
            ],
        )
        for part in ("neutrality", "caution")
    ]


def _readings(captions: list[str], days: list[date | None]) -> list[Mapping[str, str]]:
    """The reading of each caption."""
    table = read(captions, seed_lists(), Context((), seed_phases(), ()), days)
    return [{"neutrality": row.neutrality, "caution": row.caution} for row in table.itertuples()]


def _measure(name: str, results: Iterable[tuple[str, bool]]) -> Measure:
    """Count what was right and keep what was not."""
    read_as = list(results)
    misses = tuple(caption for caption, right in read_as if not right)
    return Measure(name, len(read_as) - len(misses), len(read_as), misses)


def main() -> None:
    """Print each measure with its misses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("terbuka", "disisihkan"))
    parser.add_argument("--labelled", type=Path)
    given = parser.parse_args()
    measures = {"tanpa tanggal": measure_recall(given.half), "masa kampanye": measure_recall(given.half, IN_CAMPAIGN)}
    if given.labelled:
        measures["berlabel"] = measure_labelled(given.labelled)
    for title, found in measures.items():
        for one in found:
            sys.stdout.write(f"{title}: {one.name} {one.right}/{one.total} = {one.share:.2f}\n")
            sys.stdout.writelines(f"    {' '.join(caption.split())[:150]}\n" for caption in one.misses)


if __name__ == "__main__":
    main()
