"""Topics that an agency can be expected to publish, by its kind and name: a table that the office edits."""

import tomllib
from dataclasses import dataclass
from functools import cache

from posts import normal_text
from rules.codes import TOPICS, ListError
from rules.lists import SEEDS

AGENCY_KINDS = ("sekretariat", "inspektorat", "dinas", "badan", "rumah_sakit", "kecamatan")
_KEYS = {"kind", "names", "topics"}


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """Topics expected of agencies of a kind, all of them or those with one of these words in a name."""

    kind: str
    names: tuple[str, ...]
    topics: tuple[str, ...]


def parse_expected(text: str) -> tuple[ExpectedRow, ...]:
    """Rows from TOML text (form: rules/lists/expected_topics.toml); raises ListError that names the row."""
    try:
        rows = tomllib.loads(text).get("rows", [])
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"Daftar topik yang diharapkan tidak dapat dibaca: {error}.") from error
    found = []
    for number, row in enumerate(rows, 1):
        place = f"Daftar topik yang diharapkan, bagian ke-{number}"
        if not isinstance(row, dict) or set(row) - _KEYS or row.get("kind") not in AGENCY_KINDS:
            raise ListError(
                f"{place}: isi kind dengan salah satu dari {', '.join(AGENCY_KINDS)}, lalu names dan topics."
            )
        strangers = [topic for topic in row.get("topics", []) if topic not in TOPICS]
        if strangers or not row.get("topics"):
            raise ListError(f"{place}: topik “{(strangers or [''])[0]}” tidak dikenal.")
        found.append(ExpectedRow(row["kind"], tuple(map(normal_text, row.get("names", []))), tuple(row["topics"])))
    return tuple(found)


@cache
def seed_expected() -> tuple[ExpectedRow, ...]:
    """The table that ships with the software."""
    return parse_expected((SEEDS / "expected_topics.toml").read_text("utf-8"))


def expected_topics(kind: str, names: str, rows: tuple[ExpectedRow, ...] | None = None) -> tuple[str, ...]:
    """Topics expected of an agency; `names`: its name and aliases in one text. () where no row fits."""
    text = normal_text(names)
    for row in seed_expected() if rows is None else rows:
        if row.kind == kind and (not row.names or any(name in text for name in row.names)):
            return row.topics
    return ()
