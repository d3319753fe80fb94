"""Entries of hand-made tables → posts: the day, the platforms and links of each row, the period that the file names."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

import posts
from indonesia import Dates, Moment, plain, read_date, read_dates, read_numbers, read_period, read_time, show_month
from loaders import clock
from loaders.entries import Entry, read_entries
from loaders.guesses import guess
from loaders.headers import Table
from loaders.meanings import ROLES
from loaders.result import Loaded, Options, Rejection
from loaders.rows import cell_text, in_reach, is_tick, links_in, other_medium, pair, platforms_in
from loaders.silences import find_silences, told_none
from loaders.turned import turn_back

Period = tuple[dt.date, dt.date]
Unggahan = dict[str, object]

_OPD_LINE = re.compile(
    r"^(?:nama\s+)?(?:opd|perangkat daerah|unit kerja|instansi|skpd|dinas|organisasi perangkat daerah)\s*:\s*(.+)$",
    re.I,
)
_OPD_IN_TITLE = re.compile(
    r"\b((?:dinas|badan|kecamatan|kantor camat|inspektorat|sekretariat|satuan polisi|rsud|rumah sakit|bagian)\b.*?)"
    r"(?=\s*(?:\bkabupaten\b|\bkab\.|\bbulan\b|\btahun\b|\bperiode\b|\bper\b|[-–—,|(]|$))",
    re.I,
)
_FORMATS = re.compile(
    r"\b(foto|video|reels?|story|carousel|flyer|poster|infografis|grafis|gambar|teks|berita|live|feed)\b"
)


def read_lists(source: str, tables: Sequence[Table], options: Options, carry: bool) -> Loaded:
    """Read the tables of one file kept by hand; `carry` as in `read_entries`."""
    readings = [read_entries(table, carry) for table in tables]
    entries = [entry for reading in readings for entry in reading.entries]
    rejections = [rejection for reading in readings for rejection in reading.rejections]
    warnings = [*told_none(readings), *_side_by_side(tables)]
    periods = {table.sheet.name: _period_of(table, options) for table in tables}
    moments, dates = _moments(entries, periods, warnings, options.order)
    period = options.period or _trusted(periods, moments, warnings)
    bounds = replace(options, period=period)
    opd = {table.sheet.name: _opd_of(table) for table in tables}
    above = {table.sheet.name: [*table.above, table.sheet.name] for table in tables}
    rows: list[Unggahan] = []
    for entry, moment in zip(entries, moments, strict=True):
        found, reason = _unggahan(entry, moment, above[entry.sheet], bounds, warnings)
        said_already = entry.unclear and reason is not None and reason.column == "Platform"
        rejections += [reason] if reason and not said_already else []
        rows += [{**one, "opd": entry.text("opd") or opd[entry.sheet]} for one in found]
    frame = _frame(rows, warnings, options.decimal)
    rejections.sort(key=lambda r: (r.sheet, r.row))
    home = clock.zone_word(options.zone)
    words = f"; urutan tanggal {_ORDERS[dates.order]} ({dates.proof})" if dates.proof else ""
    proof = f"waktu berkas: {home}, seperti semua daftar buatan tangan{words}"
    guesses = guess(
        [entry.cells.get("date", "") for entry in entries],
        (dates.order, dates.proof),
        [[entry.cells.get(figure, "") for entry in entries] for figure in posts.FIGURES],
        [entry.row for entry in entries],
        (options.order, options.decimal),
    )
    silent = [entry for reading in readings for entry in reading.silent]
    silences = find_silences(silent, _days(silent, periods, dates.order), opd, set(frame["opd"]))
    return Loaded(source, frame, rejections, options.zone, proof, period, warnings, guesses=guesses, silences=silences)


_ORDERS = {"day": "hari/bulan/tahun", "month": "bulan/hari/tahun"}


def _side_by_side(tables: Sequence[Table]) -> list[str]:
    """A warning for each sheet whose headers stand twice beside each other: only the first table of them is read."""
    return [
        f"Judul kolom pada lembar “{table.sheet.name}” tertulis berulang ke samping; hanya tabel pertama yang dibaca. "
        "Mohon letakkan tabel yang lain di bawahnya atau pada lembar tersendiri."
        for table in tables
        if sum(count > 1 for name, count in Counter(table.names).items() if name) >= 3
    ]


def _period_of(table: Table, options: Options) -> Period | None:
    """The month that the lines above a table, its sheet's name or the file's name speak of."""
    if options.period:
        return options.period
    year = re.search(r"20\d{2}", " ".join([*table.above, options.file_name]))
    for text in (
        *table.above,
        table.sheet.name,
        f"{table.sheet.name} {year.group(0) if year else ''}",
        options.file_name,
    ):
        if period := read_period(text):
            return period
    return None


def _moments(
    entries: Sequence[Entry], periods: dict[str, Period | None], warnings: list[str], told: str
) -> tuple[list[Moment], Dates]:
    """The moment of each entry: one order of day and month for the file, the year from the sheet's period."""
    cells = [_day_of_month(entry.cells.get("date", ""), periods[entry.sheet]) for entry in entries]
    known = [p for p in periods.values() if p]
    whole = (min(p[0] for p in known), max(p[1] for p in known)) if known else None
    column = read_dates(cells, whole, told=told)
    cells = turn_back(cells, column.moments, whole, warnings)
    moments = []
    for entry, cell in zip(entries, cells, strict=True):
        period = periods[entry.sheet]
        moment = read_date(cell, column.order, period[0].year if period and period[0].year == period[1].year else None)
        moments.append(_with_hour(entry, moment))
    return moments, column


def _days(silent: Sequence[Entry], periods: dict[str, Period | None], order: str) -> list[dt.date | None]:
    """The day of each row that says that nothing was posted."""
    cells = [_day_of_month(entry.cells.get("date", ""), periods[entry.sheet]) for entry in silent]
    return [at.date() if (at := read_date(cell, order).at) else None for cell in cells]


def _day_of_month(cell: object, period: Period | None) -> object:
    """A bare 5 in the column of days is the 5th where the sheet speaks of one month; any other cell stays as it is."""
    text = cell_text(cell)
    one_month = period and (period[0].year, period[0].month) == (period[1].year, period[1].month)
    if not period or not one_month or not text.isdecimal() or not 1 <= int(text[:3]) <= period[1].day:
        return cell
    return period[0].replace(day=int(text[:3])).strftime("%Y-%m-%d")


def _with_hour(entry: Entry, moment: Moment) -> Moment:
    """Add the hour of its own column, or the one in the id of a link of that day."""
    if moment.at is None or moment.has_time:
        return moment
    cell = entry.cells.get("time", "")
    whole = read_date(cell) if isinstance(cell, str) else Moment(None)
    time = read_time(cell) if whole.at is None else whole.at.time() if whole.has_time else None
    return Moment(dt.datetime.combine(moment.at.date(), time), True) if time else moment


def _trusted(periods: dict[str, Period | None], moments: Sequence[Moment], warnings: list[str]) -> Period | None:
    """The period of the whole file, unless most of its days lie elsewhere: then the title is not believed."""
    known = [p for p in periods.values() if p]
    if not known or len(known) < len(periods):
        return None
    first, last = min(p[0] for p in known), max(p[1] for p in known)
    days = [m.at.date() for m in moments if m.at]
    if days and sum(first <= day <= last for day in days) * 2 < len(days):
        warnings.append(
            f"Judul atau nama berkas menyebut {show_month(first)}, "
            "tetapi sebagian besar tanggal berada di luar bulan itu."
        )
        return None
    return first, last


def _opd_of(table: Table) -> str:
    """The OPD that the lines above a table name, or the empty string."""
    for line in table.above:
        if found := _OPD_LINE.match(line.strip()):
            return found.group(1).strip()
    for line in table.above:
        if found := _OPD_IN_TITLE.search(line):
            return found.group(1).strip(" .:")
    return ""


def _unggahan(
    entry: Entry, moment: Moment, above: Sequence[str], options: Options, warnings: list[str]
) -> tuple[list[Unggahan], Rejection | None]:
    """The posts of one row, or why it gives none."""

    def refuse(column: str, value: str, reason: str) -> tuple[list[Unggahan], Rejection]:
        return [], Rejection(entry.sheet, entry.row, column, value[:200], reason)

    pairs, note = _pairs(entry, above)
    if note:
        warnings.append(f"{_place(entry)}: {note}; tautan yang dipakai.")
    if not pairs:
        medium = other_medium(entry.text("platform") + " " + entry.text("link"))
        known = ", ".join(posts.PLATFORMS.values())
        reason = f"{medium} tidak termasuk yang dihitung ({known})" if medium else f"platform tidak tertulis ({known})"
        return refuse("Platform", entry.text("platform") or entry.text("link"), reason)
    written = moment.has_time
    moment = _dated(moment, [link for _, link in pairs], options)
    if reason := moment.reason or in_reach(moment.at, options):
        return refuse("Tanggal", entry.text("date"), reason)
    caption = _caption(entry)
    if not caption and not any(link for _, link in pairs):
        return refuse("Judul", "", "judul, keterangan, dan tautan kosong sehingga unggahan tidak dapat ditelusuri")
    return [
        _one(entry, moment if written else _hour_of(link, moment, options), platform, link, caption, len(pairs))
        for platform, link in pairs
    ], None


def _pairs(entry: Entry, above: Sequence[str]) -> tuple[list[tuple[str, str]], str]:
    """Platform and link of each post of a row, from its own columns, its cells, its heading, the sheet's name."""
    wide = [(platform, link) for platform, text in entry.wide.items() for link in (links_in(text) or [""])]
    links = next((found for role in ("link", "platform", "note") if (found := links_in(entry.text(role)))), [])
    pairs, note = pair(platforms_in(entry.text("platform")), links)
    own = [(posts.read_link(link).platform or platform, link) for platform, link in wide]
    pairs = [
        (platform, link)
        for platform, link in pairs
        if (platform, link) not in own and (link or platform not in entry.wide)
    ]
    if own or pairs:
        return own + pairs, note
    if other_medium(entry.text("platform")) or (other_medium(entry.heading) and not platforms_in(entry.heading)):
        return [], ""
    for text in (entry.text("account"), entry.heading, *reversed(above)):
        if len(named := platforms_in(text)) == 1:
            return [(named[0], link) for link in links or [""]], ""
    return [], ""


def _dated(moment: Moment, links: Sequence[str], options: Options) -> Moment:
    """A row without a date takes the day of its links' ids; a row without an hour the hour of an id of that day."""
    ids = [m for link in links if link and (m := clock.moment_in_id(link))]
    local = [clock.to_local(m, "UTC", options.zone) for m in ids]
    if moment.at is None and moment.reason == "tanggal kosong" and local:
        return Moment(min(local), True)
    same_day = [m for m in local if moment.at and m.date() == moment.at.date()]
    return Moment(same_day[0], True) if same_day and not moment.has_time else moment


def _caption(entry: Entry) -> str:
    """Title and caption as one text; a remark only where there is neither."""
    title, caption = entry.text("title"), entry.text("caption")
    if title and caption and not plain(caption).startswith(plain(title)):
        return f"{title}\n{caption}"
    note = entry.text("note")
    return caption or title or ("" if links_in(note) or is_tick(note) else note)


def _hour_of(link: str, moment: Moment, options: Options) -> Moment:
    """The moment in the id of this link, if it lies on the day of the row."""
    made = clock.moment_in_id(link) if link else None
    at = clock.to_local(made, "UTC", options.zone) if made else None
    return Moment(at, True) if at and moment.at and at.date() == moment.at.date() else moment


def _one(entry: Entry, own: Moment, platform: str, link: str, caption: str, of: int) -> Unggahan:
    """One post as a row of the frame; figures stay text until the whole column is seen."""
    figures = {figure: entry.cells.get(figure, "") for figure in posts.FIGURES} if of == 1 else {}
    kind = entry.text("format")
    is_format = not kind or bool(_FORMATS.search(plain(kind)))
    return {
        "sheet": entry.sheet,
        "row": entry.row,
        "platform": platform,
        "account": entry.text("account"),
        "published_at": own.at,
        "has_time": own.has_time,
        "caption": caption,
        "link": posts.read_link(link).url if link else "",
        "post_type": kind if is_format else "",
        "topic_said": entry.text("topic") or ("" if is_format else kind),
        "subject_said": entry.text("subject"),
        "bidang_said": entry.text("bidang"),
        "shared": of > 1 and any(cell_text(entry.cells.get(figure, "")) for figure in posts.FIGURES),
        **figures,
    }


def _frame(rows: list[Unggahan], warnings: list[str], decimal: str) -> pd.DataFrame:
    """The posts; figures read by column."""
    if not rows:
        return posts.empty()
    table: dict[str, object] = {
        name: [row.get(name, "") for row in rows] for name in posts.COLUMNS if name not in posts.FIGURES
    }
    table["is_repost"] = [False] * len(rows)
    table["post_id"] = [""] * len(rows)
    for figure in posts.FIGURES:
        counts, reasons = read_numbers([row.get(figure, "") for row in rows], decimal)
        wrong = [str(row["row"]) for row, reason in zip(rows, reasons, strict=True) if reason]
        if wrong:
            warnings.append(
                f"{len(wrong)} angka {ROLES[figure].lower()} tidak terbaca (baris {', '.join(wrong[:5])}) dan "
                "dibiarkan kosong."
            )
        table[figure] = pd.array(counts, dtype="Int64")
    shared = len({(row["sheet"], row["row"]) for row in rows if row["shared"]})
    if shared:
        warnings.append(
            f"{shared} baris memuat satu angka untuk beberapa platform; angka itu tidak dapat dibagi dan tidak dipakai."
        )
    return posts.conform(pd.DataFrame(table))


def _place(entry: Entry) -> str:
    return f"Lembar “{entry.sheet}”, baris {entry.row}" if entry.sheet else f"Baris {entry.row}"
