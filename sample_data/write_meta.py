"""Writes exports as Meta Business Suite gives them: Pacific time, month first, columns in another order each time."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from sample_data.ids import pacific
from sample_data.model import Agency, Entry, Post, Report, Written

_FACEBOOK = (
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,Is crosspost,"
    "Is share,Post type,Languages,Custom labels,Funded content status,Data comment,Date,Views,Reach,"
    '"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks,Other Clicks,Link Clicks,Seconds viewed,'
    "Average Seconds viewed"
)
_INSTAGRAM = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Likes,Shares,Comments,Saves,Reach,Follows"
)
_STORIES = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,"
    "Data comment,Date,Views,Reach,Likes,Shares,Profile visits,Replies,Navigation,Sticker taps,Link clicks"
)
_INDONESIAN = {
    "Post ID": "ID Postingan",
    "Account ID": "ID Akun",
    "Account username": "Nama pengguna akun",
    "Account name": "Nama akun",
    "Description": "Deskripsi",
    "Duration (sec)": "Durasi (detik)",
    "Publish time": "Waktu penerbitan",
    "Post type": "Jenis postingan",
    "Data comment": "Komentar data",
    "Date": "Tanggal",
    "Views": "Tayangan",
    "Likes": "Suka",
    "Shares": "Frekuensi dibagikan",
    "Comments": "Komentar",
    "Saves": "Frekuensi Disimpan",
    "Reach": "Jangkauan",
    "Follows": "Mengikuti",
    "Profile visits": "Kunjungan profil",
    "Replies": "Balasan",
    "Navigation": "Navigasi",
    "Sticker taps": "Ketukan stiker",
}
_INSTAGRAM_TYPES = {"image": "IG image", "carousel": "IG carousel", "reel": "IG reel", "story": "IG story"}
_INDONESIAN_TYPES = {"image": "Gambar IG", "carousel": "Carousel IG", "reel": "Reel IG", "story": "Cerita IG"}
_FACEBOOK_TYPES = {"photo": "Photos", "reel": "Reels", "video": "Videos"}
_ERROR = (
    "An error occurred while computing metadata for content with ID contoh. An error occurred while computing metrics."
)
YOUNG = timedelta(days=15)


def write_facebook(path: Path, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """One Facebook export. Styles: title, description, two_views, excel, error_row (see README)."""
    header = _split(_FACEBOOK)
    if report.style == "description":
        header = header[:3] + header[6:9] + header[3:6] + header[9:17] + header[22:] + header[17:22]
    if report.style == "two_views" and report.month == "2024-10":
        header.insert(header.index("Shares"), "Views")
    entries, rows = [], []
    for post in reversed(posts):
        figures = grown(post, report)
        figures.pop("saves")
        if header.count("Views") > 1:
            figures.pop("views")
        entries.append(Entry(post, post.link, figures=figures))
        rows.append(_facebook_row(report, agency, post, figures))
    rejected = _error_row(report, rows)
    _save(path, header, rows, excel=report.style == "excel")
    return Written(tuple(entries), rejected)


def _facebook_row(report: Report, agency: Agency, post: Post, figures: Mapping[str, int]) -> dict[str, str]:
    ruined = report.style == "excel"
    local = pacific(post.at)
    both = post.number % 3 == 0
    title, description = (post.caption, post.caption if both else "")
    if report.style == "description":
        title, description = post.caption[:60] + "...", post.caption
    page = "1000" + str(sum(map(ord, agency.code)) * 987654321)[:11]
    return {
        "Post ID": f"{post.post_id[:6]}{'0' * 9}.00" if ruined else post.post_id,
        "Page ID": "1.00E+14" if ruined else page,
        "Page name": agency.accounts["facebook"],
        "Title": title,
        "Description": description,
        "Duration (sec)": str(10 + post.number % 80) if post.kind == "reel" else "0",
        "Publish time": f"{local.month}/{local.day}/{local:%Y} {local.hour}:{local:%M}"
        if ruined
        else _month_first(post),
        "Caption type": "N/A",
        "Permalink": post.link,
        "Is crosspost": "0",
        "Is share": "0",
        "Post type": _FACEBOOK_TYPES[post.kind],
        "Date": "Lifetime",
        "Views": str(figures.get("views", "")),
        "Reach": str(figures["reach"]),
        "Reactions, Comments and Shares": str(figures["likes"] + figures["comments"] + figures["shares"]),
        "Reactions": str(figures["likes"]),
        "Comments": str(figures["comments"]),
        "Shares": str(figures["shares"]),
        "Total clicks": str(figures["likes"] * 2),
        "Other Clicks": str(figures["likes"]),
    }


def write_instagram(path: Path, report: Report, agency: Agency, posts: Sequence[Post]) -> Written:
    """One Instagram export, posts or stories, with English or Indonesian headers."""
    stories = report.source == "meta_instagram_stories"
    header = _split(_STORIES if stories else _INSTAGRAM)
    if report.month == "2024-11":
        header = header[:11] + header[11:][::-1]
    indonesian = report.style == "indonesian"
    known = (
        ("likes", "shares", "views", "reach") if stories else ("likes", "comments", "shares", "saves", "views", "reach")
    )
    entries, rows = [], []
    for post in reversed(posts):
        figures = {name: count for name, count in grown(post, report).items() if name in known}
        entries.append(Entry(post, post.link, figures=figures))
        rows.append(_instagram_row(agency, post, figures, indonesian))
    rejected = _error_row(report, rows)
    if indonesian:
        rows = [{_INDONESIAN.get(name, name): value for name, value in row.items()} for row in rows]
        # No public source knows the Indonesian header of "Link clicks": such a file goes without it.
        header = [_INDONESIAN.get(name, name) for name in header if name != "Link clicks"]
    _save(path, header, rows)
    return Written(tuple(entries), rejected)


def _instagram_row(agency: Agency, post: Post, figures: Mapping[str, int], indonesian: bool) -> dict[str, str]:
    kinds = _INDONESIAN_TYPES if indonesian else _INSTAGRAM_TYPES
    row = {
        "Post ID": post.post_id,
        "Account ID": "1784" + str(sum(map(ord, agency.code)) * 123456789)[:13].ljust(13, "7"),
        "Account username": agency.accounts["instagram"],
        "Account name": f"{agency.short} Nalasena (Contoh)",
        "Description": post.caption,
        "Duration (sec)": str(8 + post.number % 60) if post.kind in {"reel", "story"} else "0",
        "Publish time": _month_first(post),
        "Permalink": post.link,
        "Post type": kinds[post.kind],
        "Date": "Sepanjang Masa" if indonesian else "Lifetime",
        "Follows": "0",
        "Replies": "0",
        "Navigation": str(figures["reach"] // 3),
    }
    return row | {name.capitalize(): str(count) for name, count in figures.items()}


def grown(post: Post, report: Report) -> dict[str, int]:
    """Lifetime figures up to the day of the export: a young post has not all of them yet."""
    factor = 0.85 if report.as_of - post.at.date() < YOUNG else 1
    return {name: int(count * factor) for name, count in post.figures.items()}


def _month_first(post: Post) -> str:
    return f"{pacific(post.at):%m/%d/%Y %H:%M}"


def _error_row(report: Report, rows: list[dict[str, str]]) -> int:
    """Put in a row that holds nothing but an error text; returns how many were put in."""
    if report.style == "error_row":
        rows.insert(0, {"Data comment": _ERROR, "Date": "-"})
    return int(report.style == "error_row")


def _split(header: str) -> list[str]:
    quoted = '"Reactions, Comments and Shares"'
    return [name if name != "*" else quoted.strip('"') for name in header.replace(quoted, "*").split(",")]


def _save(path: Path, header: list[str], rows: list[dict[str, str]], excel: bool = False) -> None:
    lines = [header, *([row.get(name, "") for name in header] for row in rows)]
    end = "\r\n" if excel else "\n"
    text = end.join(",".join(_cell(cell, excel) for cell in line) for line in lines) + end
    path.write_bytes(text.encode("utf-8-sig"))


def _cell(text: str, excel: bool) -> str:
    """Meta quotes whatever holds a blank; Excel only what it must."""
    marks = '",\n' if excel else '",\n '
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in marks) else text
