"""How long a page takes over the raw websocket with the sample months loaded, beside the plain way of writing one.

`python benchmarks/rerun.py [--rounds N]`. Per page, medians in milliseconds: the first view in a session, a choice of
OPD that nobody asked for yet, a change of month whose answer is kept. Ratios are to the plain page of the same run:
they travel from machine to machine, milliseconds do not.
"""

import argparse
import datetime as dt
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from intake import load_sample, reading_lists
from store import Scope, open_store
from tests.running import Dashboard
from tests.wire import Session
from ui.places import DEFAULT, PLACES

MONTHS = ("Oktober 2024", "November 2024")


@dataclass(frozen=True)
class Timing:
    """Seconds of the three ways to ask for a page, and bytes of its first view."""

    first: float
    new: float
    kept: float
    size: int


def fill(database: Path) -> list[str]:
    """Load the sample months; the names of its OPDs."""
    store = open_store(f"duckdb:///{database}")
    load_sample(store, reading_lists(store), "Asia/Jakarta", dt.datetime(2026, 1, 5, 8), lambda *_: None)
    names = sorted(store.run(store.read(Scope(sample=True)).agencies)["name"].to_pylist())
    store.close()
    return names


def time_page(url: str, page: str, agencies: list[str], rounds: int) -> Timing:
    """The medians of one page. Each round opens a session of its own."""
    first, new, kept, size = [], [], [], 0
    for number in range(rounds):
        with Session(url) as session:
            opened = session.open(page)
            first.append(opened.seconds)
            size = opened.size
            period, agency = opened.widget("selectbox", "Periode"), opened.widget("multiselect", "OPD")
            for month in MONTHS:
                session.choose(page, "", period, month)
            kept += [session.choose(page, "", period, month).seconds for month in MONTHS]
            new.append(session.choose(page, "", agency, [agencies[number % len(agencies)]]).seconds)
    return Timing(statistics.median(first), statistics.median(new), statistics.median(kept), size)


def show(name: str, timing: Timing, plain: Timing) -> None:
    """Print one line of the result."""
    pairs = ((timing.first, plain.first), (timing.new, plain.new), (timing.kept, plain.kept))
    cells = "".join(f"{own * 1e3:9.0f} {own / other:5.2f}×" for own, other in pairs)
    print(f"{name:10}{cells}{timing.size / 1e3:9.0f}")


def main() -> None:
    """Fill a store, time the plain page, then each of ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "dasbor.duckdb"
        agencies = fill(database)
        plain = Dashboard(
            str(database), Path(folder) / "plain.log", "benchmarks/plain_page.py", "--runner.postScriptGC=true"
        )
        started = plain.start()
        with Session(plain.url) as session:
            ids = session.open("").options("multiselect", "OPD")
        reference = time_page(plain.url, "", ids, rounds)
        plain.stop()
        ours = Dashboard(str(database), Path(folder) / "ours.log")
        print(f"start to health: plain {started:.1f} s, ours {ours.start():.1f} s")
        print(f"{'page':10}{'first ms':>9}{'ratio':>7}{'new ms':>9}{'ratio':>7}{'kept ms':>9}{'ratio':>7}{'kB':>8}")
        show("plain", reference, reference)
        for place in PLACES:
            if place.filtered:
                page = "" if place.name == DEFAULT else place.name
                show(place.name, time_page(ours.url, page, agencies, rounds), reference)
        ours.stop()


if __name__ == "__main__":
    main()
