"""Writes the lists that single OPD keep by hand: titles above the header, merged dates, `sda`, totals, signatures."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sample_data import captions, workbook
from sample_data.log_words import SHORT_MONTHS, TOPIC_LABELS, day_words, indonesian_number, media_words, week_heading
from sample_data.model import MARK, MONTHS, Agency, Entry, Post, Report, Written

_MONTH_TITLES = {"2024-10": "OKTOBER 2024", "2024-11": "NOPEMBER 2024"}


def groups(posts: Sequence[Post]) -> Iterator[tuple[date, list[Post]]]:
    """The posts of one konten on one day: one row of most lists."""
    ordered = sorted(posts, key=lambda p: (p.at.date(), p.konten, p.at, p.number))
    for (day, _), members in groupby(ordered, key=lambda p: (p.at.date(), p.konten)):
        yield day, list(members)


def plain(post: Post) -> str:
    """A caption as a cell holds it: one line."""
    return " ".join(post.caption.split())


def titles(sheet: Worksheet, report: Report, agency: Agency, width: int) -> None:
    """The lines above the header, each merged across the table, then an empty line."""
    first, last = report.first_day, report.last_day
    lines = (
        MARK,
        f"LAPORAN PUBLIKASI MEDIA SOSIAL {agency.name.upper()}",
        f"BULAN {_MONTH_TITLES[report.month]}",
        f"Periode: {first.day} s.d. {last.day} {SHORT_MONTHS[last.month]} 2024",
    )
    for line in lines:
        sheet.append([line])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=width)
    sheet.append([None])
    sheet.append([None])


def signature(sheet: Worksheet, report: Report, agency: Agency, head: str, column: int) -> None:
    """Place, date, title and name of the head, with a number of 18 digits that is no one's."""
    name = " ".join(head.split()[-2:])
    title = head.removesuffix(name).strip()
    day = report.as_of
    pad = [None] * (column - 1)
    lines = (f"Rimbanala, {captions.long_date(day)}", "Mengetahui,", title, None, None, name, "NIP 190001011900019001")
    sheet.append([None])
    for line in lines:
        sheet.append([*pad, line])


def write(path: Path, report: Report, agency: Agency, head: str, posts: Sequence[Post]) -> Written:
    """One hand-made list in the style of its OPD."""
    book = Workbook()
    if report.style == "sheets":
        written = _sheets(book, report, agency, posts)
    else:
        sheet = book.active
        sheet.title = "LAPORAN " + SHORT_MONTHS[MONTHS[report.month][0].month].upper()
        writers = {"merged": _merged, "weeks": _weeks, "ditto": _ditto, "bidang": _bidang}
        written = writers[report.style](sheet, report, agency, posts)
        signature(sheet, report, agency, head, 5)
    workbook.save(book, path)
    return written


def _merged(sheet: Worksheet, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """Dates in words, merged over the rows of a day; several platforms and links in a cell; some links missing."""
    rng = Random(f"merged-{report.name}")
    titles(sheet, report, agency, 7)
    sheet.append(["No", "Hari/Tanggal", "Jam", "Judul Konten", "Media", "Link", "Keterangan"])
    entries: list[Entry] = []
    number = 0
    for day, rows in groupby(groups(posts), key=lambda pair: pair[0]):
        first = sheet.max_row + 1
        for place, (_, members) in enumerate(rows):
            number += 1
            kept = [p for p in members if rng.random() > 0.12]
            cells = _merged_row(number, day if place == 0 else None, members, kept)
            copies = (
                2 if "Pekerjaan" in agency.name and report.month == "2024-11" and number == 9 and kept == members else 1
            )
            for _ in range(copies):
                sheet.append(cells)
                entries += [Entry(p, p.link if p in kept else "") for p in members]
        if sheet.max_row > first:
            sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=2, end_column=2)
        if day.weekday() == 4:
            sheet.append([None])
    rejected = 0
    if "Pekerjaan" in agency.name and report.month == "2024-10":
        link = "https://www.facebook.com/putrnalasenacontoh/posts/900000000000001"
        sheet.append([number + 1, "menyusul", None, "Dokumentasi pekerjaan menyusul", "FB", link])
        rejected = 1
    return Written(tuple(entries), rejected)


def _merged_row(number: int, day: date | None, members: list[Post], kept: list[Post]) -> list[object]:
    words = day_words(day, number) if day else None
    links = "\n".join(p.link for p in kept) or None
    clock = f"{members[0].at:%H.%M} WIB"
    return [number, words, clock, plain(members[0]), ", ".join(media_words(p, number) for p in members), links, None]


def _weeks(sheet: Worksheet, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """One row a post under headings per week, `sda` for the same date, Indonesian numbers, a total; says the topic."""
    titles(sheet, report, agency, 11)
    header = "No. Tanggal Kegiatan Bidang Jenis_Konten Platform Link_Postingan Suka Komentar Dibagikan Tayangan"
    sheet.append([name.replace("_", " ") for name in header.split()])
    entries: list[Entry] = []
    week, last_day, number = 0, None, 0
    for day, members in groups(posts):
        if (day.day - 1) // 7 + 1 != week:
            week, last_day, number = (day.day - 1) // 7 + 1, None, 0
            sheet.append([week_heading(week, day)])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=11)
        for post in members:
            number += 1
            when = "sda" if day == last_day else f"{day.day} {SHORT_MONTHS[day.month]} {day.year}"
            last_day = day
            topic = "" if post.topic == "lainnya" else post.topic
            shown = {
                name: indonesian_number(name, post.figures[name], number)
                for name in ("likes", "comments", "shares", "views")
            }
            numbers = [text for text, _ in shown.values()]
            cells = [
                number,
                when,
                plain(post),
                post.unit or None,
                TOPIC_LABELS.get(topic),
                media_words(post, 1),
                post.link,
            ]
            sheet.append(cells + numbers)
            figures = {name: count for name, (_, count) in shown.items() if count is not None}
            entries.append(Entry(post, post.link, topic, post.unit, figures))
    sums = [sum(e.figures.get(name, 0) for e in entries) for name in ("likes", "comments", "shares", "views")]
    sheet.append(["JUMLAH", *[None] * 6, *[f"{total:,}".replace(",", ".") for total in sums]])
    return Written(tuple(entries))


def _ditto(sheet: Worksheet, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """One row a post, day first, `sda` for the same date and the same title; the kind of content is only its format."""
    titles(sheet, report, agency, 7)
    sheet.append(["No", "Tgl Posting", "Nama Kegiatan", "Jenis Konten", "Platform", "Link Postingan", "Ket."])
    formats = {"photo": "Foto", "image": "Foto", "carousel": "Infografis", "reel": "Reels"}
    entries: list[Entry] = []
    last_day = None
    for day, members in groups(posts):
        for place, post in enumerate(members):
            when = "sda" if day == last_day else f"{day:%d/%m/%Y}"
            title = "sda" if place else plain(post)
            last_day = day
            kind = formats.get(post.kind, "Video")
            sheet.append([len(entries) + 1, when, title, kind, media_words(post, 0), post.link, None])
            entries.append(Entry(post, post.link))
    rejected = 0
    if report.month == "2024-11":
        link = "https://www.facebook.com/dpmptspnalasenacontoh/posts/900000000000002"
        sheet.append([len(entries) + 1, "31/11/2024", "Tanggal yang tidak ada", "Foto", "Facebook", link, "cek lagi"])
        rejected = 1
    return Written(tuple(entries), rejected)


def _bidang(sheet: Worksheet, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """Day and date in two columns, the date a real one and merged; names the bidang; links below each other."""
    titles(sheet, report, agency, 6)
    sheet.append(["Hari", "Tanggal", "Uraian Kegiatan", "Bidang", "Media Sosial", "Bukti Tayang"])
    entries: list[Entry] = []
    for day, rows in groupby(groups(posts), key=lambda pair: pair[0]):
        first = sheet.max_row + 1
        for place, (_, members) in enumerate(rows):
            names = [captions.DAY_NAMES[day.weekday()], workbook.day_cell(day)] if place == 0 else [None, None]
            media = " & ".join(media_words(p, 1) for p in members)
            links = "\n".join(p.link for p in members)
            sheet.append([*names, plain(members[0]), members[0].unit or None, media, links])
            entries += [Entry(p, p.link, bidang_said=p.unit) for p in members]
        for column in (1, 2):
            if sheet.max_row > first:
                sheet.merge_cells(start_row=first, end_row=sheet.max_row, start_column=column, end_column=column)
            sheet.cell(first, 2).number_format = "dd/mm/yyyy"
    return Written(tuple(entries))


def _sheets(book: Workbook, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """One sheet a platform, the platform named only by the sheet; some links missing; one sheet without a table."""
    rng = Random(f"sheets-{report.name}")
    entries: list[Entry] = []
    book.remove(book.active)
    for platform, name in (("instagram", "Instagram"), ("facebook", "Facebook"), ("tiktok", "TikTok")):
        sheet = book.create_sheet(name)
        titles(sheet, report, agency, 6)
        sheet.append(["Tanggal", "Caption", "Tautan", "Like", "Komentar", "Tayangan"])
        for day, members in groups([p for p in posts if p.platform == platform]):
            for post in members:
                link = post.link if rng.random() > 0.1 else ""
                figures = {name: post.figures[name] for name in ("likes", "comments", "views")}
                sheet.append([workbook.day_cell(day), plain(post), link or None, *figures.values()])
                sheet.cell(sheet.max_row, 1).number_format = "dd/mm/yyyy"
                entries.append(Entry(post, link, figures=figures))
    notes = book.create_sheet("Catatan")
    notes.append([MARK])
    notes.append(["Rekap disusun admin; mohon maaf atas keterlambatan."])
    return Written(tuple(entries))


def write_semicolon(path: Path, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """A list saved as csv by Excel in the Indonesian locale: semicolons, a mark at the start, titles above."""
    lines = [MARK + ";;;;;;;", f"LAPORAN MEDIA SOSIAL {agency.name.upper()};;;;;;;", ";;;;;;;"]
    lines.append("No;Tanggal;Judul;Bidang;Platform;Link;Suka;Komentar")
    entries: list[Entry] = []
    for day, members in groups(posts):
        for post in members:
            title = plain(post)
            cell = '"' + title.replace('"', '""') + '"' if ";" in title or '"' in title else title
            likes, comments = post.figures["likes"] * 7, post.figures["comments"]
            shown = f"{likes:,}".replace(",", ".")
            row = (
                len(entries) + 1,
                f"{day:%d/%m/%Y}",
                cell,
                post.unit,
                media_words(post, 0),
                post.link,
                shown,
                comments,
            )
            lines.append(";".join(str(value) for value in row))
            figures = {"likes": likes, "comments": comments}
            entries.append(Entry(post, post.link, bidang_said=post.unit, figures=figures))
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
    return Written(tuple(entries))
