"""What an answer consists of: numbers, charts and tables as frozen data that screen, sheet and slide draw alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["bar", "stacked", "line", "heatmap", "calendar", "scatter"]
NumberFormat = Literal["int", "decimal", "percent"]
ColumnKind = Literal["text", "int", "decimal", "percent", "date", "datetime", "link", "state", "code"]
"""What a column holds; a code is text that is never masked as an identity number, such as the id of a post."""
Value = str | int | float | None
"""A cell: text, a number, or None where nothing is known. Dates travel as ISO text; a share is 0 to 1."""

Filter = Mapping[str, str]
"""Names and values of the address that lead to the posts behind a mark: opd, dari, sampai, platform, topik, subjek."""

STATES: dict[str, str] = {
    "nihil": "Nihil",
    "belum_melapor": "Belum melapor",
    "belum_terbaca": "Diterima, belum terbaca",
    "belum_lengkap": "Belum lengkap",
    "libur": "Libur",
    "dispensasi": "Dispensasi",
    "tanpa_akun": "Tidak punya akun",
    "di_luar_data": "Di luar masa data",
    "belum_dinilai": "Belum dapat dinilai",
}
"""States of a day, or of a bidang in a week, that hold no number, and the word that every output shows for them."""


@dataclass(frozen=True)
class Series:
    """One row of a heat map, one line, one colour of a stack. `role` picks the colour (see charts/palette.py)."""

    name: str
    values: tuple[float | None, ...]
    role: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: key in code, label on screen, kind for format; `note` says how it is counted."""

    key: str
    label: str
    kind: ColumnKind = "text"
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of values under labelled columns; `name` gives the file name of an export.

    `prose`: cells are sentences or lists of names, which wrap on a page instead of being cut in a grid.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    subtitle: str = ""
    note: str = ""
    prose: bool = False


@dataclass(frozen=True)
class TargetLine:
    """A level to compare with."""

    label: str
    value: float


@dataclass(frozen=True)
class Event:
    """A dated event, drawn on charts whose categories are ISO days."""

    day: str
    label: str


@dataclass(frozen=True)
class Chart:
    """A picture as data.

    `categories` stand on the axis of things compared: ISO days, hours, OPDs. Each series holds one value a category.
    Points have two series: along, then up. A calendar has one series and ISO days.
    In a heat map a series is a row and `states` (same shape) names why a cell holds no number (a key of STATES) or "".
    `marks` (same shape) leads from a mark to its posts. `how` is the text of "Cara hitung"; `table` is the data behind.
    """

    name: str
    kind: Kind
    title: str
    subtitle: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table: Table
    how: str
    note: str
    alt: str
    number_format: NumberFormat = "int"
    horizontal: bool = False
    states: tuple[tuple[str, ...], ...] = ()
    marks: tuple[tuple[Filter | None, ...], ...] = ()
    lines: tuple[TargetLine, ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Number:
    """One figure of an answer; `before` is the same figure of the period before, None if it is not known."""

    label: str
    value: float | None
    unit: str
    how: str
    before: float | None = None
    before_label: str = ""
    number_format: NumberFormat = "int"
    posts: Filter | None = None


@dataclass(frozen=True)
class Missing:
    """An OPD that is not in the numbers, and why (a key of STATES)."""

    agency: str
    state: str


@dataclass(frozen=True)
class Answer:
    """The answer to one question, ready to be shown, printed or sent.

    `period` and `filters` are words for the subtitle; `reporting` is "sementara, 31 dari 54 OPD melapor" or its closed
    form; `cut_off` says until when data came in; `sample` prints DATA CONTOH – REKAAN on every output.
    """

    name: str
    title: str
    sentence: str
    period: str
    filters: str
    reporting: str
    cut_off: str
    numbers: tuple[Number, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    missing: tuple[Missing, ...] = ()
    sample: bool = False
    empty: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
