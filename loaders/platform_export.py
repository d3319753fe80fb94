"""What exports of platforms have in common: columns by header, one clock, one order of dates, figures by column."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

import posts
from indonesia import Dates, Moment, read_date, read_dates, read_numbers
from loaders import clock
from loaders.guesses import guess
from loaders.headers import Table
from loaders.not_posts import repeats_header
from loaders.result import Loaded, Options, Rejection
from loaders.rows import OLDEST, cell_text, in_reach
from loaders.turned import turn_back

Cells = dict[str, object]
"""A row by our column names, and under `error` what an export says where it could not tell about a post."""

_A_DAY_OR_SO = dt.timedelta(days=2)
"""How far an id may lie from the start of the day that the file writes and still be that post's: zones differ."""


@dataclass(frozen=True)
class Export:
    """An export as data: our columns by their headers, its clock, and the little that is odd about it."""

    source: str
    platform: str
    columns: Mapping[str, str]
    zone: str = clock.PACIFIC
    """The zone of its times where no id tells; "" for the office's own."""
    order: str = "month"
    """What comes first in a date of numbers where nothing tells: "day" or "month"."""
    hours: bool = True
    """Whether its times have an hour. A day without hour is never moved to another zone; the link's id may know."""
    own_account: bool = False
    """Whether rows of another account are kept apart: Instagram lists collaborations, a Facebook file holds pages."""
    derive: Callable[[Cells], Cells] | None = None
    """Fills in what the export says in its own way: a link from an id, a year from the day of the snapshot."""
    no_post: Callable[[Cells], bool] | None = None
    """Whether a row is no post: a total, a draft without address."""


def reader(export: Export) -> Callable[[Sequence[Table], Options], Loaded]:
    """The function that reads tables of this export."""

    def read(tables: Sequence[Table], options: Options) -> Loaded:
        return _read(export, tables, options)

    return read


@dataclass
class _Reading:
    """Rows on their way: cells by our names, where they stand, and what was noticed."""

    cells: list[Cells]
    places: list[tuple[str, int]]
    rejections: list[Rejection]
    warnings: list[str]
    labels: dict[str, str] = field(default_factory=dict)
    """Our column → the header that the sender sees."""


def _read(export: Export, tables: Sequence[Table], options: Options) -> Loaded:
    reading = _Reading([], [], [], [])
    for table in tables:
        _take_rows(export, table, reading)
    times = _times(export, reading, options.order)
    links = [cell_text(cells.get("link", "")) for cells in reading.cells]
    settled = _clock(export, times.moments, links, options)
    kept: list[int] = []
    local: list[Moment] = []
    for index, moment in enumerate(times.moments):
        at = _local(export, moment, settled.zone, links[index], options.zone)
        reason = at.reason or in_reach(at.at, options)
        if reason:
            reading.rejections.append(_rejected(reading, index, reason))
        elif not _traceable(reading.cells[index]):
            reading.rejections.append(_untraceable(reading, index))
        else:
            kept.append(index)
            local.append(at)
    kept, local = _own_rows(export, reading, kept, local)
    frame = _frame(export, reading, kept, local, links, options.decimal)
    if times.proof and times.order != export.order and not options.order:
        order = {"month": "bulan/hari/tahun", "day": "hari/bulan/tahun"}[times.order]
        reading.warnings.append(f"Urutan tanggal dibaca {order}: {times.proof}.")
    reading.rejections.sort(key=lambda r: (r.sheet, r.row))
    guesses = guess(
        [cells.get("published_at", "") for cells in reading.cells],
        (times.order, times.proof),
        [[cells.get(figure, "") for cells in reading.cells] for figure in posts.FIGURES if figure in reading.labels],
        [row for _, row in reading.places],
        (options.order, options.decimal),
    )
    return Loaded(
        export.source, frame, reading.rejections, settled.zone, settled.proof, None, reading.warnings, "", guesses,
        clock_state=settled.state,
    )  # fmt: skip


def _clock(export: Export, moments: Sequence[Moment], links: Sequence[str], options: Options) -> clock.Clock:
    """The clock of the file: by ids against its times, or, where it writes days only, by ids alone."""
    default = export.zone or options.zone
    if export.hours and options.clock:
        told = f"waktu berkas: {clock.zone_word(options.clock)} → {clock.zone_word(options.zone)}"
        return clock.Clock(options.clock, f"{told}, {clock.STATE_WORDS[clock.TOLD]}", clock.TOLD)
    if export.hours:
        return clock.settle([m.at for m in moments], links, default, options.zone)
    stamped = sum(1 for m, link in zip(moments, links, strict=True) if m.at and clock.moment_in_id(link))
    home = clock.zone_word(options.zone)
    if stamped:
        known = f"hari dan jam {home} dari penanda waktu pada {stamped} dari {len(links)} tautan"
        return clock.Clock(options.zone, f"tanggal berkas tanpa jam; {known}", clock.PROVEN)
    proof = f"tanggal berkas tanpa jam, dibaca sebagai hari {home}; tidak dapat dibuktikan"
    return clock.Clock(options.zone, proof, "")


def _local(export: Export, moment: Moment, zone: str, link: str, home: str) -> Moment:
    """The moment in local time. A day without hour takes the time of its link's id, if that is of about that day."""
    if moment.at is None:
        return moment
    if export.hours:
        return Moment(clock.to_local(moment.at, zone, home, link), True)
    stamped = clock.moment_in_id(link)
    at = clock.to_local(stamped, "UTC", home) if stamped else None
    return Moment(at, True) if at and abs(at - moment.at) <= _A_DAY_OR_SO else moment


def _times(export: Export, reading: _Reading, told: str) -> Dates:
    """The column of times, read with one order; a day that no export can hold is not read."""
    cells = [cells.get("published_at", "") for cells in reading.cells]
    times = read_dates(cells, default=export.order, told=told)
    turned = turn_back(cells, times.moments, None, reading.warnings)
    moments = times.moments if turned is cells else [read_date(cell, times.order) for cell in turned]
    moments = [
        Moment(None, reason="tahun tidak mungkin") if m.at and not OLDEST.year <= m.at.year < 2100 else m
        for m in moments
    ]
    return Dates(moments, times.order, times.proof)


def _traceable(cells: Cells) -> bool:
    """Whether anything names the post: its link, its id or its text (posts.REQUIRED)."""
    return bool(whole_id(cells.get("post_id", ""))) or any(
        cell_text(cells.get(name, "")) for name in ("link", "title", "description")
    )


def _untraceable(reading: _Reading, index: int) -> Rejection:
    sheet, row = reading.places[index]
    written = cell_text(reading.cells[index].get("post_id", ""))
    reason = "ID rusak atau kosong, tanpa tautan dan keterangan, sehingga unggahan tidak dapat ditelusuri"
    return Rejection(sheet, row, reading.labels.get("post_id", "Post ID"), written, reason)


def _take_rows(export: Export, table: Table, reading: _Reading) -> None:
    """Map cells by header name. A row of another width keeps its date, text and link and loses its figures."""
    places = _places(export, table, reading.warnings)
    width, odd, others = len(table.header), 0, 0
    for number, row in enumerate(table.sheet.rows[table.first :], table.first + 1):
        if all(cell_text(cell) == "" for cell in row) or repeats_header(row, table):
            continue
        cells = {ours: row[at] for ours, at in places.items() if at < len(row)}
        if len(row) != width and any(cell_text(cell) for cell in row[width:]) | (len(row) < width):
            odd += 1
            cells = {ours: value for ours, value in cells.items() if ours not in posts.FIGURES}
        cells |= export.derive(cells) if export.derive else {}
        if export.no_post and export.no_post(cells):
            others += 1
            continue
        reading.cells.append(cells)
        reading.places.append((table.sheet.name, number))
    if odd:
        reading.warnings.append(
            f"{odd} baris memiliki jumlah sel yang berbeda dari judul kolom ({width}); "
            "angka pada baris itu tidak dibaca karena letaknya tidak pasti."
        )
    if others:
        reading.warnings.append(f"{others} baris bukan unggahan (jumlah keseluruhan atau tanpa alamat) dilewati.")
    reading.labels.update({ours: table.header[at] for ours, at in places.items()})


def _places(export: Export, table: Table, warnings: list[str]) -> dict[str, int]:
    """Our column → place in the row. Of a header that stands twice, the place that holds numbers is taken."""
    places: dict[str, int] = {}
    for ours in dict.fromkeys(export.columns.values()):
        at = [i for i, name in enumerate(table.names) if export.columns.get(name) == ours]
        if not at:
            continue
        rows = table.sheet.rows[table.first :]
        filled = [i for i in at if any(i < len(row) and cell_text(row[i]) not in ("", "0") for row in rows)]
        names = [table.header[i] for i in at]
        if len(at) > 1 and len(set(names)) < len(names):
            kept = "yang berisi angka dipakai" if filled else "semuanya kosong atau nol sehingga tidak dipakai"
            warnings.append(f"Kolom “{names[0]}” tertulis {len(at)} kali; {kept}.")
        if len(at) > 1 and not filled and ours in posts.FIGURES:
            continue
        places[ours] = filled[0] if filled else at[0]
    return places


def _rejected(reading: _Reading, index: int, reason: str) -> Rejection:
    sheet, row = reading.places[index]
    cells = reading.cells[index]
    error, written = cell_text(cells.get("error", "")), cell_text(cells.get("published_at", ""))
    if error and not written:
        return Rejection(sheet, row, "Data comment", error, "Meta tidak menyertakan data unggahan ini pada ekspor")
    column = reading.labels.get("published_at", "Publish time")
    return Rejection(sheet, row, column, written, f"waktu terbit tidak terbaca: {reason}")


def _own_rows(
    export: Export, reading: _Reading, kept: list[int], local: list[Moment]
) -> tuple[list[int], list[Moment]]:
    """Keep rows of the file's own account (the most frequent one); list the others as kept apart."""
    accounts = Counter(cell_text(reading.cells[i].get("account", "")) for i in kept)
    if not export.own_account or len(accounts) < 2:
        if len(accounts) > 1:
            reading.warnings.append(
                f"Berkas memuat {len(accounts)} halaman: {', '.join(a for a, _ in accounts.most_common(5))}."
            )
        return kept, local
    own = accounts.most_common(1)[0][0]
    pairs = [
        (i, at) for i, at in zip(kept, local, strict=True) if cell_text(reading.cells[i].get("account", "")) == own
    ]
    apart = [i for i in kept if cell_text(reading.cells[i].get("account", "")) != own]
    for i in apart:
        sheet, row = reading.places[i]
        account = cell_text(reading.cells[i].get("account", ""))
        reason = f"unggahan akun lain (kolaborasi), tidak dihitung sebagai unggahan akun {own}"
        reading.rejections.append(Rejection(sheet, row, reading.labels.get("account", "Akun"), account, reason))
    reading.warnings.append(f"{len(apart)} baris milik akun lain (kolaborasi) dipisahkan dari akun {own}.")
    return [i for i, _ in pairs], [at for _, at in pairs]


def _frame(
    export: Export, reading: _Reading, kept: list[int], local: list[Moment], links: list[str], decimal: str
) -> pd.DataFrame:
    """The posts of the kept rows."""
    cells = [reading.cells[i] for i in kept]
    columns: dict[str, object] = {
        "sheet": [reading.places[i][0] for i in kept],
        "row": [reading.places[i][1] for i in kept],
        "platform": [export.platform] * len(kept),
        "account": [cell_text(c.get("account", "")) or cell_text(c.get("account_name", "")) for c in cells],
        "published_at": [moment.at for moment in local],
        "has_time": [moment.has_time for moment in local],
        "caption": [max(cell_text(c.get("title", "")), cell_text(c.get("description", "")), key=len) for c in cells],
        "link": [links[i] for i in kept],
        "post_id": [whole_id(c.get("post_id", "")) for c in cells],
        "post_type": [cell_text(c.get("post_type", "")) for c in cells],
        "is_repost": [cell_text(c.get("is_repost", "")) in ("1", "true", "TRUE") for c in cells],
    }
    for figure in posts.FIGURES:
        counts, reasons = read_numbers([c.get(figure, "") for c in cells], decimal)
        wrong = [i for i, reason in enumerate(reasons) if reason]
        if wrong:
            rows = ", ".join(str(columns["row"][i]) for i in wrong[:5])  # type: ignore[index]
            reading.warnings.append(
                f"{len(wrong)} angka pada kolom “{reading.labels[figure]}” tidak terbaca (baris {rows}) dan dibiarkan "
                "kosong."
            )
        columns[figure] = pd.array(counts, dtype="Int64")
    frame = posts.conform(pd.DataFrame(columns))
    return _without_dead_columns(frame, reading)


def _without_dead_columns(frame: pd.DataFrame, reading: _Reading) -> pd.DataFrame:
    """Take out views, reach or impressions that are 0 in every row although people reacted: they were not exported."""
    alive = frame[["likes", "comments", "shares", "reach", "views"]].sum().gt(0).any()
    dead = [
        c
        for c in ("views", "reach", "impressions")
        if alive and frame[c].notna().any() and frame[c].fillna(0).eq(0).all()
    ]
    for column in dead:
        told = f"Kolom “{reading.labels[column]}” bernilai nol pada semua baris; dianggap tidak diketahui, bukan nol."
        reading.warnings.append(told)
    return frame.assign(**{column: pd.array([pd.NA] * len(frame), dtype="Int64") for column in dead})


def whole_id(cell: object) -> str:
    """A post id as text; an id that a spreadsheet has rounded (1.12E+15, ends in a row of zeros) is no id: ""."""
    text = cell_text(cell)
    if isinstance(cell, float) and cell >= 1e15:
        return ""
    if not text.isdigit() or (len(text) > 15 and text.endswith("00000")):
        return ""
    return text
