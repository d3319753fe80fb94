"""Unggahan: every post of the selection with its reading, evidence, link and the row of the file that it came from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from answers.choice import Choice
from answers.frame import KONTEN, UNGGAHAN, Frame, frame, nothing_to_show
from answers.protocol import told_apart
from answers.selection import Selection, select
from charts.labels import SUBJECTS, TOPICS
from charts.model import Answer, Column, Number, Value
from indonesia import show_number
from metrics.content import within
from posts import PLATFORMS
from store import Scope, Store

NAME, TITLE = "posts", "Unggahan"

COLUMNS = (
    Column("tanggal", "Tanggal", "date"),
    Column("jam", "Jam", "text", "kosong bila laporan tidak menyebut jam"),
    Column("opd", "OPD"),
    Column("platform", "Platform"),
    Column("akun", "Akun"),
    Column("teks", "Teks"),
    Column("topik", "Topik"),
    Column("asal_topik", "Asal topik"),
    Column("bukti_topik", "Bukti topik", "text", "kata yang menentukan"),
    Column("subjek", "Subjek"),
    Column("asal_subjek", "Asal subjek"),
    Column("bukti_subjek", "Bukti subjek", "text", "kata yang menentukan"),
    Column("bidang", "Bidang", "text", "kosong bila tidak menyebut bidang"),
    Column("asal_bidang", "Asal bidang"),
    Column("bukti_bidang", "Bukti bidang", "text", "kata yang menentukan"),
    Column("tautan", "Tautan", "link"),
    Column("suka", "Suka", "int"),
    Column("komentar", "Komentar", "int"),
    Column("dibagikan", "Dibagikan", "int"),
    Column("tayangan", "Tayangan", "int"),
    Column("berkas", "Berkas"),
    Column("lembar", "Lembar"),
    Column("baris", "Baris", "int"),
    Column("catatan", "Jumlah catatan", "int", "baris laporan yang menyebut unggahan ini"),
)
SOURCES = {"log": "Tertulis dalam laporan", "aturan": "Dibaca dari kata", "keputusan": "Ditetapkan orang"}
ANGKA = (
    "Suka, komentar, dibagikan, tayangan",
    "Angka platform seumur unggahan sampai hari ekspor, kosong bila tidak diketahui; tidak dijumlahkan antarunggahan.",
)

BEGUN = "Konten yang hari pertamanya sebelum periode ini tidak ikut terhitung, sama seperti pada halaman lain."


@dataclass(frozen=True)
class PostsChoice:
    """What the page of posts asks beyond the choice: every word of `text`, a topic, a subject ("" for any), a slice.

    `upload`: only posts that a row of this upload tells of, "" for those of all; `unit`: only posts that name this
    bidang (a unit_id, or the name as a report wrote it); `protocol`: only those of the protocol section (ya), or only
    others (tidak).
    """

    text: str = ""
    topic: str = ""
    subject: str = ""
    limit: int = 100
    offset: int = 0
    upload: str = ""
    unit: str = ""
    protocol: str = ""


def posts(store: Store, scope: Scope, choice: Choice, today: date, asked: PostsChoice = PostsChoice()) -> Answer:
    """The posts whose own day lies in the period, newest first: one table, the slice that `asked` names.

    `extra["total"]` is the number of posts found, `extra["keys"]` the post_keys of the slice as a JSON list; numbers
    holds the total and the konten that these posts belong to.
    """
    selection = select(store, scope, choice, today)
    empty = nothing_to_show(selection, NAME, TITLE)
    if empty:
        return empty
    words = frame(selection, _asked_words(selection, asked))
    found = _found(selection, asked)
    begun = found.content_day.between(selection.first, selection.last)
    sums = selection.rows(found.aggregate(unggahan=found.count(), konten=found.content_key.nunique(where=begun)))[0]
    offset = max(asked.offset, 0)
    rows, keys = _rows(selection, found, max(asked.limit, 0), offset)
    return words.answer(
        selection,
        NAME,
        TITLE,
        _sentence(words, sums, offset, len(rows)),
        numbers=(
            Number("Unggahan", sums["unggahan"], "unggahan", UNGGAHAN[1]),
            Number("Konten", sums["konten"], "konten", f"{KONTEN[1]} {BEGUN}"),
        ),
        tables=(words.basis.table("unggahan", "Daftar unggahan", COLUMNS, rows),),
        definitions=(UNGGAHAN, KONTEN, ANGKA),
        extra={"total": str(sums["unggahan"]), "keys": json.dumps(keys)},
    )


def _found(selection: Selection, asked: PostsChoice) -> ir.Table:
    """The posts of the period that hold every word asked for, in text, account or link, and the reading asked for."""
    found = within(selection.posts, selection.first, selection.last)
    searched = (found.caption + " " + found.account + " " + found.link).lower()
    for word in asked.text.lower().split():
        found = found.filter(searched.contains(word))
    if asked.topic:
        found = found.filter(found.topic == asked.topic)
    if asked.subject:
        found = found.filter(found.subject == asked.subject)
    if asked.unit:
        bidang = ibis.literal(";") + found.bidang.fill_null("").replace("; ", ";") + ibis.literal(";")
        found = found.filter(bidang.contains(f";{asked.unit};"))
    if asked.protocol:
        found = told_apart(selection, found)
        found = found.filter(found.protocol == (asked.protocol == "ya"))
    if asked.upload:
        standing = _upload(selection, asked)
        told = selection.tables.records.filter(selection.tables.records.upload_id == asked.upload)
        told = told.filter(told.upload_id.isin(standing.upload_id))
        found = found.filter(found.post_key.isin(told.post_key))
    return found


def _upload(selection: Selection, asked: PostsChoice) -> ir.Table:
    """The row of the upload asked for; none if it is undone."""
    uploads = selection.tables.uploads
    return uploads.filter(uploads.upload_id == asked.upload, uploads.undone_at.isnull())


def _rows(
    selection: Selection, found: ir.Table, limit: int, offset: int
) -> tuple[tuple[tuple[Value, ...], ...], list[str]]:
    """The rows of the slice, and the post_key of each."""
    uploads = selection.tables.uploads.select("upload_id", "file_name")
    page = found.order_by(ibis.desc("published_at"), "post_key").limit(limit, offset=offset)
    page = page.left_join(uploads, "upload_id", rname="{name}_of_file").order_by(ibis.desc("published_at"), "post_key")
    names = {opd.agency_id: opd.name for opd in selection.opds}
    units = {unit["unit_id"]: unit["name"] for unit in selection.rows(selection.tables.units)}
    shown = selection.rows(page)
    return tuple(_row(post, names, units) for post in shown), [post["post_key"] for post in shown]


def _row(post: Mapping[str, Any], names: Mapping[str, str], units: Mapping[str, str]) -> tuple[Value, ...]:
    bidang = [units.get(unit, unit) for unit in (post["bidang"] or "").split(";") if unit]
    return (
        post["day"].isoformat(),
        f"{post['published_at']:%H.%M}" if post["has_time"] else None,
        names.get(post["agency_id"], post["agency_id"]),
        PLATFORMS.get(post["platform"], post["platform"]),
        post["account"],
        post["caption"],
        TOPICS.get(post["topic"], post["topic"]),
        SOURCES.get(post["topic_source"], post["topic_source"]),
        post["topic_evidence"],
        SUBJECTS.get(post["subject"], post["subject"]),
        SOURCES.get(post["subject_source"], post["subject_source"]),
        post["subject_evidence"],
        "; ".join(bidang) or None,
        SOURCES.get(post["bidang_source"], post["bidang_source"]) if bidang else None,
        post["bidang_evidence"] or None,
        post["link"] or None,
        post["likes"],
        post["comments"],
        post["shares"],
        post["views"],
        post["file_name"],
        post["sheet"] or None,
        post["row_number"],
        post["records"],
    )


def _asked_words(selection: Selection, asked: PostsChoice) -> str:
    """The search, the reading and the file asked for, in words."""
    parts = [f"memuat “{asked.text.strip()}”"] if asked.text.strip() else []
    parts += [f"topik {TOPICS.get(asked.topic, asked.topic)}"] if asked.topic else []
    parts += [f"subjek {SUBJECTS.get(asked.subject, asked.subject)}"] if asked.subject else []
    if asked.unit:
        units = selection.tables.units
        known = [row["name"] for row in selection.rows(units.filter(units.unit_id == asked.unit).select("name"))]
        parts += [f"bidang {known[0] if known else asked.unit}"]
    if asked.protocol:
        parts += ["hanya Prokopim" if asked.protocol == "ya" else "tanpa Prokopim"]
    if asked.upload:
        names = [row["file_name"] for row in selection.rows(_upload(selection, asked).select("file_name"))]
        parts += [f"berkas “{names[0]}”" if names else "berkas yang tidak ada atau dibatalkan"]
    return "; ".join(parts)


def _sentence(words: Frame, sums: Mapping[str, int], offset: int, shown: int) -> str:
    if not sums["unggahan"]:
        return f"Tidak ada unggahan yang sesuai pada {words.period}."
    sentence = f"{show_number(sums['unggahan'])} unggahan dan {show_number(sums['konten'])} konten pada {words.period}"
    if not shown:
        return f"{sentence}."
    return (
        f"{sentence}; ditampilkan nomor {show_number(offset + 1)} sampai {show_number(offset + shown)}, terbaru dahulu."
    )
