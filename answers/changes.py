"""Perubahan setelah penutupan: what came, went or changed in a closed month since; none of it is in its numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from answers.changes_rules import Change, Names, ruled
from answers.closed import Closing, standing_closings, world_of
from answers.selection import Selection
from charts.model import Column, Table
from indonesia import show_date, show_month, show_number
from store import Scope, Store, Tables
from store.closed import overlapping, posts_of_month

_FIGURES = ("likes", "comments", "shares", "saves", "views", "reach", "impressions")
_SAID = (
    "agency_id", "platform", "published_at", "day", "content_day", "caption", "link", "is_repost", "topic", "topics",
    "subject", "subject_detail", "bidang", *_FIGURES,
)  # fmt: skip
"""What a post says on some page; where it stands in its file is no change of it."""
_OF_POST = ("post_key", "upload_id", "rules_version", "content_key", *_SAID)
_COVERED = ("upload_id", "agency_id", "platform", "first_day", "last_day", "complete")

MONTH = Column("bulan", "Bulan")
COLUMNS = (
    Column("waktu", "Waktu", "datetime", "kosong bila tidak ada catatan kapan"),
    Column("opd", "OPD"),
    Column("perubahan", "Perubahan"),
    Column("unggahan", "Unggahan", "int", "tayangan pada akun yang disentuh perubahan ini"),
    Column("konten", "Konten", "int", "konten yang disentuh perubahan ini"),
    Column("oleh", "Oleh"),
    Column("sumber", "Berkas"),
)
NOTE = (
    "Angka bulan yang sudah ditutup tidak berubah karenanya. Bulan hanya dapat dibuka kembali oleh kantor pengelola, "
    "dengan alasan yang dicatat."
)
Row = Mapping[str, Any]


@dataclass
class _Touched:
    """Posts and konten of one OPD that one cause touches in one way."""

    unggahan: int = 0
    konten: set[str] = field(default_factory=set)


def changes_table(selection: Selection) -> tuple[Table, ...]:
    """What changed since in the closed months of the period and for its OPDs; no table if nothing did."""
    chosen = {opd.agency_id for opd in selection.opds}
    found = [
        (closing, change)
        for closing in selection.closed
        for change in changes_of(selection.store, selection.live, closing)
        if change.agency_id in chosen or not change.agency_id
    ]
    return (table_of(found),) if found else ()


def table_of(found: Sequence[tuple[Closing, Change]]) -> Table:
    """Changes as a table, each beside its month where there are several."""
    months = list(dict.fromkeys(show_month(closing.first) for closing, _ in found))
    several = len(months) > 1
    rows = tuple(
        (
            change.at.isoformat() if change.at else None, change.opd, change.what, change.unggahan, change.konten,
            change.who or None, change.source or None, *([show_month(closing.first)] if several else []),
        )
        for closing, change in found
    )  # fmt: skip
    which = f" {months[0]}" if len(months) == 1 else ""
    title = f"Perubahan setelah penutupan{which} ({show_number(len(rows))})"
    return Table("perubahan-setelah-penutupan", title, (*COLUMNS, *([MONTH] if several else [])), rows, note=NOTE)


def changes_since(store: Store, scope: Scope, month: date) -> tuple[Change, ...]:
    """What changed in a month since it was closed; nothing if it is open."""
    tables = store.read(scope)
    found = [closing for closing in standing_closings(store, tables) if closing.first == month]
    return changes_of(store, tables, found[0]) if found else ()


def changes_of(store: Store, live: Tables, closing: Closing) -> tuple[Change, ...]:
    """What differs between the rows that a closing keeps and the live ones: those with a date first, oldest first."""
    kept = world_of(live, closing)
    names = Names({row["agency_id"]: row["name"] for table in (kept, live) for row in _rows(store, table.agencies)})
    uploads = {row["upload_id"]: row for row in _rows(store, live.uploads)}
    others = {one.closing_id: dict(one.revised) for one in standing_closings(store, live) if one.first != closing.first}
    told = (_readings(store, live, closing), _verdicts(store, live, closing), _events(store, live, closing))
    causes = _Causes(closing, uploads, *told)
    posts = [
        _rows(store, table.select(*_OF_POST))
        for table in (kept.posts, posts_of_month(live, closing.first, closing.last, others))
    ]
    gone = sorted({row["post_key"] for row in posts[0]} - {row["post_key"] for row in posts[1]})
    if gone:
        posts.append(_rows(store, live.posts.filter(live.posts.post_key.isin(gone)).select(*_OF_POST)))
    reports = [
        _rows(store, overlapping(table.coverage, closing.first, closing.last).select(*_COVERED))
        for table in (kept, live)
    ]
    found = [*_of_posts(posts, reports, causes, names), *ruled(store, kept, live, closing, names)]
    return tuple(
        sorted(found, key=lambda one: (one.at is None, one.at or closing.closed_at, not one.agency_id, one.opd))
    )


def _rows(store: Store, table: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = store.run(table).to_pylist()
    return rows


def _readings(store: Store, live: Tables, closing: Closing) -> tuple[datetime | None, str]:
    """When and by whom history was read again last since the closing."""
    told = live.audit.filter((live.audit.action == "reread") & (live.audit["at"] > closing.closed_at))
    rows = _rows(store, told.order_by("at"))
    return (rows[-1]["at"], rows[-1]["who"]) if rows else (None, "")


def _verdicts(store: Store, live: Tables, closing: Closing) -> dict[str, tuple[datetime, str]]:
    """post_key → when and by whom its reading was decided last since the closing."""
    told = live.decisions.filter(live.decisions.decided_at > closing.closed_at).order_by("decided_at")
    return {row["stands_on"]: (row["decided_at"], row["decided_by"]) for row in _rows(store, told)}


def _events(store: Store, live: Tables, closing: Closing) -> dict[str, tuple[datetime, str, str]]:
    """post_key → when, by whom and by which file last something came or went that tells of the post."""
    uploads = live.uploads.select("upload_id", "file_name", "uploaded_at", "uploaded_by", "undone_at", "undone_by")
    since = (uploads.uploaded_at > closing.closed_at) | (uploads.undone_at > closing.closed_at).fill_null(False)
    told = live.records.select("post_key", "upload_id").inner_join(uploads.filter(since), "upload_id").distinct()
    found = []
    for row in _rows(store, told):
        gone = row["undone_at"] is not None
        event = (row["undone_at"], row["undone_by"]) if gone else (row["uploaded_at"], row["uploaded_by"])
        found.append((row["post_key"], (event[0], event[1] or "", row["file_name"])))
    return dict(sorted(found, key=lambda each: each[1][0]))


@dataclass(frozen=True)
class _Causes:
    """Why a post is other than at the closing: an upload since, one taken back, a decision, another reading."""

    closing: Closing
    uploads: Mapping[str, Row]
    reading: tuple[datetime | None, str]
    verdicts: Mapping[str, tuple[datetime, str]]
    events: Mapping[str, tuple[datetime, str, str]]

    def came(self, upload_id: str, what: str, otherwise: str) -> Change:
        """A change by an upload, if it came since the closing."""
        upload = self.uploads.get(upload_id, {})
        if upload and upload["uploaded_at"] > self.closing.closed_at:
            return Change(upload["uploaded_at"], upload["uploaded_by"], "", "", what, source=upload["file_name"])
        return Change(None, "", "", "", otherwise, source=upload.get("file_name", ""))

    def went(self, upload_id: str) -> Change:
        """A change by the undoing of an upload, if it was undone since the closing."""
        upload = self.uploads.get(upload_id, {})
        if upload and upload["undone_at"] and upload["undone_at"] > self.closing.closed_at:
            told = upload["undone_at"], upload["undone_by"] or ""
            return Change(*told, "", "", "Laporan dibatalkan setelah penutupan", source=upload["file_name"])
        return Change(None, "", "", "", "Tidak lagi tercatat", source=upload.get("file_name", ""))

    def moved(self, before: Row, after: Row) -> Change:
        """A change of a post that stands in another month now."""
        words = f"Tanggal unggahan menjadi {show_date(after['day'])}; tetap dihitung pada bulan yang ditutup"
        return replace(self.changed(before, after), what=words)

    def changed(self, before: Row, after: Row) -> Change:
        """A change of a post that stands in both."""
        what, key = "Isi, pembacaan, atau angka berubah", before["post_key"]
        if key in self.events:
            at, who, source = self.events[key]
            return Change(at, who, "", "", what, source=source)
        if key in self.verdicts:
            return Change(*self.verdicts[key], "", "", "Pembacaan diputuskan orang")
        if before["rules_version"] != after["rules_version"] and self.reading[0]:
            return Change(*self.reading, "", "", "Dibaca ulang dengan aturan lain")
        return self.came(after["upload_id"], what, what)


def _of_posts(
    posts: Sequence[Sequence[Row]], reports: Sequence[Sequence[Row]], causes: _Causes, names: Names
) -> Iterable[Change]:
    kept, now, *more = ({row["post_key"]: row for row in rows} for rows in posts)
    elsewhere = more[0] if more else {}
    keys = [{row["content_key"] for row in rows.values() if row["content_day"]} for rows in (kept, now)]
    touched: dict[tuple[Change, str], _Touched] = {}

    def touch(change: Change, row: Row, others: set[str]) -> None:
        one = touched.setdefault((change, row["agency_id"]), _Touched())
        one.unggahan += row["day"] is not None
        if row["content_day"] and row["content_key"] not in others:
            one.konten.add(row["content_key"])

    whole = _reported(reports[0], reports[1])
    for (agency, upload_id), words in whole.items():
        touched[causes.came(upload_id, words, words), agency] = _Touched()
    for agency, upload_id in _reported(reports[1], reports[0]):
        touched.setdefault((causes.went(upload_id), agency), _Touched())
    for key, row in now.items():
        if key not in kept:
            what = whole.get((row["agency_id"], row["upload_id"]), "Unggahan diterima setelah penutupan")
            touch(causes.came(row["upload_id"], what, "Tercatat kemudian"), row, keys[0])
        elif any(row[name] != kept[key][name] for name in _SAID):
            touch(causes.changed(kept[key], row), row, set())
    for key, row in kept.items():
        if key in elsewhere:
            touch(causes.moved(row, elsewhere[key]), row, keys[1])
        elif key not in now:
            touch(causes.went(row["upload_id"]), row, keys[1])
    for (change, agency), one in touched.items():
        yield replace(change, agency_id=agency, opd=names.of(agency), unggahan=one.unggahan, konten=len(one.konten))


def _reported(before: Sequence[Row], after: Sequence[Row]) -> dict[tuple[str, str], str]:
    """(agency_id, upload_id) of reports that stand only in `after`, and the words for one that came."""
    known = {tuple(row.values()) for row in before}
    found: dict[tuple[str, str], bool] = {}
    for row in after:
        if tuple(row.values()) not in known:
            key = (row["agency_id"], row["upload_id"])
            found[key] = found.get(key, True) and bool(row["complete"])
    return {
        key: f"Laporan {'lengkap' if complete else 'belum lengkap'} diterima setelah penutupan"
        for key, complete in found.items()
    }
