"""A table of no known source, read as a person mapped it: by the reader of exports or by that of hand-made lists."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

import posts
from indonesia import read_date, read_time
from loaders.clock import PACIFIC
from loaders.headers import Source, Table
from loaders.lists import read_lists
from loaders.meanings import REPEATABLE, ROLES
from loaders.platform_export import Cells, Export, reader
from loaders.result import Loaded, Options, RefusedError, Rejection, TableMapping
from loaders.rows import cell_text, links_in, platforms_in

EXPORT, LIST = "mapped", "mapped_list"
"""Names of the source of a mapped file: rows of a tool's export, rows of a list kept by hand."""
NAMES = (EXPORT, LIST)
LABEL = "Berkas yang dipetakan"

_EXPORT_COLUMNS = {
    "date": "published_at",
    "caption": "description",
    "format": "post_type",
    **{role: role for role in ("time", "platform", "account", "title", "link", "post_id", *posts.FIGURES)},
}
_SAID = {"opd": "opd", "bidang": "bidang_said", "topic": "topic_said", "subject": "subject_said"}
"""Roles that an export never has and that a mapped one may → the column of posts."""
_LIST_WORDS = {
    "date": "tanggal", "time": "jam", "platform": "platform", "account": "nama akun", "opd": "nama opd",
    "bidang": "bidang", "title": "judul", "caption": "caption", "note": "keterangan", "link": "tautan",
    "format": "jenis konten", "topic": "topik", "subject": "subjek", "likes": "suka", "comments": "komentar",
    "shares": "dibagikan", "saves": "disimpan", "views": "penayangan", "reach": "jangkauan", "impressions": "impresi",
    **{f"link_{code}": f"link {code}" for code in posts.PLATFORMS},
}  # fmt: skip
"""The header by which the reader of lists knows a role (loaders/columns.py)."""
_ZONES = {
    "utc": "UTC", "gmt": "UTC", "+0000": "UTC", "+00:00": "UTC", "z": "UTC", "wib": "Asia/Jakarta",
    "+0700": "Asia/Jakarta", "+07:00": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura",
    "pst": PACIFIC, "pdt": PACIFIC, "est": "America/New_York", "edt": "America/New_York",
    "brt": "America/Sao_Paulo", "sgt": "Asia/Singapore",
}  # fmt: skip
"""Words behind a time or in its header, and their zone."""


def lack(mapping: TableMapping) -> str:
    """What a mapping still lacks before a file can be read by it, as a sentence; "" if nothing."""
    counts = Counter(role for _, role in mapping.roles if role)
    if strange := sorted(role for role in counts if role not in ROLES):
        return f"Arti kolom tidak dikenal: {', '.join(strange)}."
    single = [role for role in counts if mapping.rows == "export" or role not in REPEATABLE]
    if twice := next((role for role in single if counts[role] > 1), ""):
        headers = " dan ".join(f"“{key}”" for key, role in mapping.roles if role == twice)
        return f"“{ROLES[twice]}” dipilih untuk lebih dari satu kolom ({headers}). Mohon sisakan satu."
    if "date" not in counts:
        return "Belum ada kolom tanggal. Mohon tunjukkan kolom yang berisi hari unggahan."
    return _lack_of_trace(mapping, frozenset(counts))


def _lack_of_trace(mapping: TableMapping, roles: frozenset[str]) -> str:
    """What is missing to trace a post and to know its platform."""
    wide = any(role.startswith("link_") for role in roles)
    if mapping.rows == "export" and wide:
        return "Kolom tautan per platform hanya ada pada daftar kegiatan. Mohon pilih “satu baris satu kegiatan”."
    traces = ("link", "caption", "title", "note") if mapping.rows == "list" else ("link", "caption", "title", "post_id")
    if not wide and not roles & {*traces}:
        return "Belum ada yang menelusuri unggahan. Mohon tunjukkan kolom tautan, ID, judul, atau teks unggahan."
    if not (wide or mapping.platform or roles & {"platform", "link"}):
        return "Platform belum diketahui. Mohon tunjukkan kolom platform, atau pilih satu platform untuk semua baris."
    return ""


def source_of(mapping: TableMapping) -> Source:
    """A mapping as a source of its own, whose tables `prepared` has made."""
    read = _read_list if mapping.rows == "list" else _read_export
    name = LIST if mapping.rows == "list" else EXPORT
    return Source(name, LABEL, "", lambda _: False, lambda tables, options: read(mapping, tables, options))


def prepared(mapping: TableMapping, tables: Sequence[Table]) -> list[Table]:
    """The tables with the names of columns that the readers know. Raises RefusedError for a mapping that lacks."""
    if told := lack(mapping):
        raise RefusedError(f"Pemetaan kolom belum lengkap. {told}")
    roles = dict(mapping.roles)
    words: Mapping[str, str] = _LIST_WORDS if mapping.rows == "list" else {role: role for role in ROLES}
    return [
        replace(
            table,
            names=tuple(words.get(roles.get(key, ""), "") for key in table.names),
            sheet=replace(table.sheet, rows=_without_repeats(table)),
        )
        for table in tables
    ]


def _without_repeats(table: Table) -> list[list[object]]:
    """The rows, emptied where they say the headers once more (on every printed page)."""
    told = [cell for cell in table.header if cell]
    rows = table.sheet.rows
    again = [i for i in range(table.first, len(rows)) if [c for c in map(cell_text, rows[i]) if c] == told]
    return [[] if i in set(again) else row for i, row in enumerate(rows)] if again else rows


def _read_list(mapping: TableMapping, tables: Sequence[Table], options: Options) -> Loaded:
    return read_lists(LIST, _with_platform(mapping, tables), options, carry=True)


def _with_platform(mapping: TableMapping, tables: Sequence[Table]) -> list[Table]:
    """The platform of all rows stands above the table, where the reader of lists looks last."""
    name = posts.PLATFORMS.get(mapping.platform, "")
    return [replace(table, above=(*table.above, name)) if name else table for table in tables]


def _read_export(mapping: TableMapping, tables: Sequence[Table], options: Options) -> Loaded:
    dates = [cell for table in tables for cell in _cells(table, "date")]
    moments = [moment for cell in dates if (moment := read_date(cell, options.order or mapping.order)).at]
    timed = any(True for table in tables for cell in _cells(table, "time") if read_time(cell))
    export = Export(
        source=EXPORT,
        platform=mapping.platform,
        columns=_EXPORT_COLUMNS,
        zone=_zone(dates, tables) or mapping.zone or _zone_of_maker(mapping, tables),
        order=mapping.order,
        hours=timed or sum(moment.has_time for moment in moments) * 2 > len(moments),
        derive=_derive,
    )
    loaded = reader(export)(tables, options)
    return _with_said(mapping, tables, loaded)


def _cells(table: Table, role: str) -> Iterator[object]:
    """The filled cells of a role's column."""
    for place in (place for place, name in enumerate(table.names) if name == role):
        for row in table.sheet.rows[table.first :]:
            if place < len(row) and cell_text(row[place]):
                yield row[place]


def _zone(dates: Sequence[object], tables: Sequence[Table]) -> str:
    """The zone that most cells of the day name behind their hour, else that its header names; "" if neither does."""
    words = Counter(cell.split()[-1].casefold().strip("()") for cell in dates if isinstance(cell, str) and cell.split())
    told = [(count, word) for word, count in words.items() if word in _ZONES]
    if told and max(told)[0] * 2 > len(dates):
        return _ZONES[max(told)[1]]
    headers = [t.header[at].casefold() for t in tables for at, name in enumerate(t.names) if name in ("date", "time")]
    words_of_headers = (word for header in headers for word in header.replace("(", " ").replace(")", " ").split())
    return next((_ZONES[word] for word in words_of_headers if word in _ZONES), "")


def _zone_of_maker(mapping: TableMapping, tables: Sequence[Table]) -> str:
    """Meta's own tools write Pacific time (formats.md, the clock): the old Insights is known by "Lifetime Post …"."""
    meta = any("lifetime" in header.casefold() for table in tables for header in table.header)
    return PACIFIC if meta and mapping.platform in ("", "facebook", "instagram") else ""


def _derive(cells: Cells) -> Cells:
    """Bring day and hour together, and take the post's own part of an id that bears the page's before it."""
    found: Cells = {"published_at": _with_hour(cells.get("published_at", ""), cells.get("time", ""))}
    page, _, post = cell_text(cells.get("post_id", "")).rpartition("_")
    if page.isdigit() and post.isdigit():
        found["post_id"] = post
    links = links_in(cell_text(cells.get("link", "")))
    return {**found, "link": links[0] if links else cells.get("link", "")}


def _with_hour(day: object, hour: object) -> object:
    """The day with the hour of its own column. A day in words or numbers stays text: the whole column settles it."""
    time = read_time(hour) if cell_text(hour) else None
    if time is None:
        return day
    if isinstance(day, str):
        return f"{day} {time:%H:%M:%S}" if not read_time(day) else day
    at = read_date(day)
    return dt.datetime.combine(at.at.date(), time) if at.at and not at.has_time else day


def _with_said(mapping: TableMapping, tables: Sequence[Table], loaded: Loaded) -> Loaded:
    """The platform of each row, what it says of OPD, bidang, topic and subject; a row without platform is rejected."""
    frame, rejections = loaded.posts, list(loaded.rejections)
    sheets = {table.sheet.name: table for table in tables}
    rows = [_told(sheets[sheet], int(row)) for sheet, row in zip(frame["sheet"], frame["row"], strict=True)]
    platforms = [_platform(told, link, mapping) for told, link in zip(rows, frame["link"], strict=True)]
    frame = frame.assign(
        platform=platforms,
        **{ours: [cell_text(told.get(role, "")) for told in rows] for role, ours in _SAID.items()},
    )
    for sheet, row, told in ((s, r, t) for s, r, t, p in zip(frame["sheet"], frame["row"], rows, platforms, strict=True)
                             if not p):  # fmt: skip
        known = ", ".join(posts.PLATFORMS.values())
        written = cell_text(told.get("platform", "")) or cell_text(told.get("link", ""))
        rejections.append(Rejection(sheet, int(row), "Platform", written[:200], f"platform tidak dikenal ({known})"))
    kept = posts.conform(pd.DataFrame(frame[frame["platform"] != ""]).reset_index(drop=True))
    return replace(loaded, posts=kept, rejections=sorted(rejections, key=lambda r: (r.sheet, r.row)))


def _told(table: Table, row: int) -> dict[str, object]:
    """The cells of a row by role."""
    cells = table.sheet.rows[row - 1]
    return {name: cells[place] for place, name in enumerate(table.names) if name and place < len(cells)}


def _platform(told: dict[str, object], link: str, mapping: TableMapping) -> str:
    """The platform of a row: its link knows it best, then its own cell, then what holds for all rows."""
    named = platforms_in(cell_text(told.get("platform", "")))
    written = bool(cell_text(told.get("platform", "")))
    return posts.read_link(link).platform or (named[0] if named else "" if written else mapping.platform)
