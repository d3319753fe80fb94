"""What an answer says besides its picture, in words: how it is counted, who is missing, how it changed, one cell."""

from collections.abc import Sequence
from datetime import date, datetime

from charts.model import STATES, Answer, Column, Missing, Number, Value
from charts.wording import clean, show_value
from exports.safe import mask_ids
from indonesia import show_date, show_number, show_time

About = tuple[tuple[str, str], ...]
"""Labels and texts of the sheet "Keterangan"."""


def about_words(answer: Answer, made: datetime | None = None) -> About:
    """What every exported file says about itself: labels and texts of its sheet "Keterangan"."""
    return (
        ("Judul", answer.title),
        ("Ringkasan", answer.sentence),
        ("Periode", answer.period),
        ("Saringan", answer.filters),
        ("Keadaan laporan", answer.reporting),
        ("Batas data", answer.cut_off),
        *((f"Cara hitung: {number.label}", number.how) for number in answer.numbers),
        *((f"Istilah: {word}", meaning) for word, meaning in answer.definitions),
        *((f"Tidak ada dalam angka: {words}", names) for words, names in grouped(answer.missing)),
        ("Sumber", "Laporan unggahan media sosial yang diserahkan OPD ke dasbor ini."),
        ("Dibuat", show_time(made) if made else ""),
    )


def change_words(number: Number) -> tuple[str | int | None, str]:
    """The change against the period before ("+12", "-3,5 poin persen", 0) and what it was; None and "" if not known."""
    if number.value is None or number.before is None:
        return None, ""
    change = number.value - number.before
    share = number.number_format == "percent"
    size = show_number(abs(change) * (100 if share else 1), 0 if number.number_format == "int" else 1)
    period = f" ({number.before_label})" if number.before_label else ""
    before = f"sebelumnya {show_value(number.before, number.number_format)}{period}"
    if size == "0":
        return 0, before
    return f"{'+' if change > 0 else '-'}{size}{' poin persen' if share else ''}", before


def grouped(missing: Sequence[Missing]) -> list[tuple[str, str]]:
    """States in their order, each with the number of OPDs, and their names in the order given."""
    groups: dict[str, list[str]] = {code: [] for code in STATES}
    for one in missing:
        groups.setdefault(one.state, []).append(one.agency)
    return [
        (f"{STATES.get(state, state)} ({len(names)})", "; ".join(names)) for state, names in groups.items() if names
    ]


def cell_words(column: Column, value: Value) -> str:
    """A cell of a table as printed words: Indonesian numbers and days, states by name, masked; "–" if not known."""
    if value is None:
        return "–"
    if isinstance(value, str):
        if column.kind in ("date", "datetime"):
            return _day_words(column, value)
        if column.kind in ("link", "code"):
            return clean(value)
        return mask_ids(clean(STATES.get(value, value) if column.kind == "state" else value))
    number_format = column.kind if column.kind in ("int", "decimal", "percent") else "decimal"
    return show_value(value, number_format)


def _day_words(column: Column, value: str) -> str:
    try:
        at = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return clean(value)
    return show_time(at) if column.kind == "datetime" else show_date(date(at.year, at.month, at.day))
