"""Days and months that a spreadsheet has turned: found by the dates that it could not turn, and turned back."""

import datetime as dt

from indonesia import Moment


def turn_back(
    cells: list[object], moments: list[Moment], period: tuple[dt.date, dt.date] | None, warnings: list[str]
) -> list[object]:
    """Mend days that a spreadsheet of American habits has turned: 05/10 typed, stored as 10 May.

    Such a column holds true dates of days up to 12 beside text of days above 12. Dates are turned back only where that
    brings every one of them into the period or the months of the text.
    """
    stored = [i for i, cell in enumerate(cells) if isinstance(cell, dt.date)]
    texts = [m.at for i, m in enumerate(moments) if m.at and isinstance(cells[i], str)]
    at_home = {(t.year, t.month) for t in texts if t.day > 12} | (
        {(period[0].year, period[0].month)} if period else set()
    )
    dates = [m.at for i in stored if (m := moments[i]).at]
    if not dates or not texts or not at_home or any(d.day > 12 for d in dates):
        return cells
    if all((d.year, d.month) in at_home for d in dates) or not all((d.year, d.day) in at_home for d in dates):
        return cells
    warnings.append(
        f"{len(stored)} tanggal tersimpan terbalik oleh Excel (hari dan bulan tertukar) dan telah dikembalikan; "
        "mohon periksa pada daftar unggahan."
    )
    return [c.replace(month=c.day, day=c.month) if isinstance(c, dt.date) else c for c in cells]
