"""Roles of series and states, and how each looks: colour, and what tells it apart where there is no colour."""

from dataclasses import dataclass

INK = "#1B2733"
MUTED = "#55616E"
GRID = "#D9DFE5"
PAPER = "#FFFFFF"
ACCENT = "#0B5CAD"
FONT = "Arial, 'Liberation Sans', 'Noto Sans', 'Helvetica Neue', sans-serif"
"""A font of the system, not of the page: the downloaded picture is drawn without the page's web fonts."""

SCALE: list[list[float | str]] = [
    [0.0, "#FFFFFF"],
    [0.0001, "#DCE9F6"],
    [0.35, "#8DBCE6"],
    [0.7, "#2F7DC4"],
    [1.0, "#083D77"],
]
"""Few to many in a heat map: one hue that also orders in grey; exactly 0 is white."""


@dataclass(frozen=True)
class Look:
    """How a series looks: colour; pattern of a shape and the square that names it in the legend; line and point."""

    colour: str
    pattern: str = ""
    square: str = "■"
    dash: str = "solid"
    symbol: str = "circle"
    point: str = "●"


_SOLID, _RISING, _CROSSED, _DOTTED, _LEVEL, _UPRIGHT, _FALLING, _NET = (
    ("", "■"),
    ("/", "▨"),
    ("x", "▩"),
    (".", "▣"),
    ("-", "▤"),
    ("|", "▥"),
    ("\\", "▧"),
    ("+", "▦"),
)
_FILLS = (_SOLID, _RISING, _DOTTED, _LEVEL, _FALLING, _CROSSED, _UPRIGHT, _NET)
_LINES = (
    ("solid", "circle", "●"),
    ("dash", "square", "■"),
    ("dot", "diamond", "◆"),
    ("dashdot", "triangle-up", "▲"),
    ("longdash", "cross", "✚"),
    ("longdashdot", "triangle-down", "▼"),
)

CATEGORICAL = (ACCENT, "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#B3541E", "#6F5AA8", "#7C8793")
"""Told apart with any common colour vision. Source: Okabe and Ito, Color Universal Design (2008); some deepened."""


def _look(colour: str, fill: tuple[str, str] = _SOLID, line: int = 0) -> Look:
    return Look(colour, *fill, *_LINES[line])


ROLES: dict[str, Look] = {
    "": _look(ACCENT),
    "utama": _look(ACCENT),
    "sebelum": _look("#A7B0BA", _RISING, 1),
    "pembanding": _look("#7C8793", _RISING, 1),
    "unggahan": _look(ACCENT),
    "konten": _look("#56B4E9", _RISING, 1),
    # what a target asks for
    "terpenuhi": _look(ACCENT),
    "kurang": _look("#7C8793", _RISING, 1),
    "lebih": _look("#8DBCE6", _DOTTED, 2),
    "target": _look("#AEB7C0", _RISING, 1),
    # who a post is about
    "pimpinan": _look("#E69F00", _RISING, 1),
    "pimpinan_daerah": _look("#E69F00", _RISING, 1),
    "pimpinan_opd": _look("#F2CF7E", _LEVEL, 4),
    "campuran": _look("#B58BC4", _CROSSED, 2),
    "perangkat": _look(ACCENT),
    "tidak_jelas": _look("#C3CAD1", _DOTTED, 3),
    # what a post is about: useful to the public in blues and greens, the office itself in warm tones, unread in grey
    "bantuan": _look(ACCENT),
    "masyarakat": _look("#56B4E9", _RISING, 1),
    "layanan": _look("#009E73", _SOLID, 2),
    "pembangunan": _look("#7FCBB2", _FALLING, 3),
    "darurat": _look("#004E73", _CROSSED, 4),
    "akuntabilitas": _look("#9FC5E8", _LEVEL, 5),
    "regulasi": _look("#5E7FB1", _UPRIGHT),
    "pemilu": _look("#2B7A78", _DOTTED, 1),
    "literasi": _look("#A6D8DC", _NET, 2),
    "internal": _look("#E6B566", _RISING, 3),
    "seremonial": _look("#CC79A7", _SOLID, 4),
    "prestasi": _look("#B3541E", _LEVEL, 5),
    "lainnya": _look("#C3CAD1", _DOTTED),
    # where a post stands; not the brands' own colours
    "facebook": _look(ACCENT),
    "instagram": _look("#CC79A7", _RISING, 1),
    "tiktok": _look("#E69F00", _DOTTED, 2),
    "x": _look("#7C8793", _LEVEL, 3),
    "youtube": _look("#009E73", _FALLING, 4),
}
"""Roles that a series may name: a topic, a subject, a platform, or its part in a comparison."""


def look(role: str, position: int, series: int) -> Look:
    """How the series at `position` of so many looks; a role that has no look takes its turn in the categorical set."""
    if role in ROLES and (role or series == 1):
        return ROLES[role]
    colour = CATEGORICAL[position % len(CATEGORICAL)]
    return _look(colour, _FILLS[position % len(_FILLS)], position % len(_LINES))


@dataclass(frozen=True)
class StateLook:
    """How a cell without a number looks: its short mark and its grey."""

    mark: str
    colour: str


STATE_LOOKS: dict[str, StateLook] = {
    "nihil": StateLook("N", PAPER),
    "belum_melapor": StateLook("–", "#7C8793"),
    "belum_terbaca": StateLook("!", "#98A2AD"),
    "belum_lengkap": StateLook("?", "#B9C1C9"),
    "libur": StateLook("L", "#EEF1F4"),
    "dispensasi": StateLook("D", "#D7DDE3"),
    "tanpa_akun": StateLook("×", "#F1F1F1"),
    "di_luar_data": StateLook("", "#F7F8FA"),
    "belum_dinilai": StateLook("~", "#E3E8ED"),
}
"""Looks of the keys of charts.model.STATES: greys that never carry a judgement, each with a mark for print.
Marks are letters and signs, so that none reads as a number: a day with posts can hold 0 konten."""
