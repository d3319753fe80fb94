"""Topics that an agency can be expected to publish, by its kind and name: a table that the office edits."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from indonesia import AGENCY_KINDS
from posts import normal_text
from rules.codes import TOPICS, ListError
from rules.lists import SEEDS

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
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ListError(f"Daftar topik yang diharapkan tidak dapat dibaca: {error}.") from error
    strangers = [key for key in data if key != "rows"]
    if strangers or not isinstance(data.get("rows", []), list):
        raise ListError(f"Bagian “{(strangers or ['rows'])[0]}” tidak dikenal: setiap baris diawali dengan [[rows]].")
    found: list[ExpectedRow] = []
    for number, row in enumerate(data.get("rows", []), 1):
        place = f"Daftar topik yang diharapkan, bagian ke-{number}"
        made = _row(place, row)
        above = next((n for n, one in enumerate(found, 1) if one.kind == made.kind and not one.names), 0)
        if above:
            raise ListError(f"{place}: tidak pernah berlaku, sebab bagian ke-{above} sudah untuk semua {made.kind}.")
        found.append(made)
    return tuple(found)


def _row(place: str, row: Any) -> ExpectedRow:
    """One row, checked."""
    if not isinstance(row, dict) or set(row) - _KEYS or row.get("kind") not in AGENCY_KINDS:
        raise ListError(f"{place}: isi kind dengan salah satu dari {', '.join(AGENCY_KINDS)}, lalu names dan topics.")
    names, topics = row.get("names", []), row.get("topics", [])
    for key, texts in (("names", names), ("topics", topics)):
        if not isinstance(texts, list) or not all(isinstance(one, str) and normal_text(one) for one in texts):
            raise ListError(f"{place}: {key} harus berupa daftar teks yang tidak kosong.")
    if not topics:
        raise ListError(f"{place}: topics memerlukan sekurangnya satu topik.")
    strangers = [topic for topic in topics if topic not in TOPICS or topic == "lainnya"]
    if strangers:
        raise ListError(f"{place}: topik “{strangers[0]}” tidak dikenal.")
    return ExpectedRow(row["kind"], tuple(map(normal_text, names)), tuple(dict.fromkeys(topics)))


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
