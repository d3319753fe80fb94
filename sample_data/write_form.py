"""Writes the answers to the office's form: many OPD in one sheet, one column of links per platform."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from openpyxl import Workbook

from sample_data import ids, workbook
from sample_data.model import MARK, Agency, Entry, Post, Report, Written
from sample_data.plan import FORM, ROUTES

_PLATFORMS = ("facebook", "instagram", "tiktok", "x", "youtube")
_HEADER = (
    "Timestamp", "Nama OPD", "Tanggal Posting", "Judul/Keterangan", "Link Facebook", "Link Instagram", "Link TikTok",
    "Link X", "Link YouTube",
)  # fmt: skip
_TYPOS = {
    "dinas-sosial": ("Dinas Sosail", "DINSOS"),
    "dinas-lingkungan-hidup": ("Dinas Lingkugan Hidup", "DLH"),
    "dinas-pemberdayaan-masyarakat-dan-desa": ("Dinas PMD", "dpmd"),
    "badan-perencanaan-pembangunan-daerah": ("Bapeda", "Bappeda"),
    "dinas-pemadam-kebakaran": ("Damkar", "Dinas Pemadam Kebakaran & Penyelamatan"),
    "satuan-polisi-pamong-praja": ("Sat Pol-PP", "Satpol PP"),
    "kecamatan-rimbanala": ("Kec. Rimbanala", "Kecamatan Rimbanala"),
    "kecamatan-rimbanala-ii": ("Kec. Rimbanala 2", "Kecamatan Rimbanala II"),
    "kecamatan-rimbanala-timur": ("Kec Rimbanala Tmur", "Camat Rimbanala Timur"),
    "kecamatan-muara-lurasena": ("Ma. Lurasena", "Kantor Camat Muara Lurasena"),
    "kecamatan-lurasena-hulu": ("Lurasena Hulu", "Lurasena Hulu"),
    "rsud-rimbanala": ("RSUD Rimbanala", "RSUD Rbn"),
    "dinas-contoh": ("Dinas Contoh", "Discontoh"),
    "badan-penanggulangan-bencana-daerah": ("BPBD", "BPBD "),
}
_TWICE = ("dinas-sosial", "kecamatan-rimbanala")
_DASHES = ("dinas-sosial", "dinas-lingkungan-hidup", "kecamatan-rimbanala-ii", "badan-pendapatan-daerah")


def write(
    path: Path, report: Report, agencies: Mapping[str, Agency], posts: Sequence[Post], known: set[str]
) -> Written:
    """One month of answers. `known` gives the OPD whose Facebook or Instagram posts another report holds as well."""
    rng = Random(f"form-{report.month}")
    book = Workbook()
    sheet = book.active
    sheet.title = MARK
    sheet.append(
        list(_HEADER) if report.month == "2024-10" else [h.replace("Link X", "Link X (Twitter)") for h in _HEADER]
    )
    entries: list[Entry] = []
    typed: dict[str, str] = {}
    rows = []
    for code, day, group in _groups(report, posts):
        agency = agencies[code]
        name = _name(agency, report, rng)
        typed[name] = code
        links = {p.platform: _link(p, code in known, rng) for p in group}
        row_entries = [Entry(p, links[p.platform]) for p in group]
        stamp = group[-1].at.replace(second=0) + timedelta(minutes=rng.randrange(20, 1500))
        for copy in range(1 + (code.removeprefix("contoh-") in _TWICE and rng.random() < 0.12)):
            rows.append((stamp + timedelta(minutes=3 * copy), name, day, group[0].caption, links, row_entries))
    for stamp, name, day, caption, links, row_entries in sorted(rows, key=lambda row: (row[0], row[1], row[3])):
        sheet.append(_row(report, typed[name], (stamp, name, day), caption, links))
        entries += row_entries
    last = posts[-1].at.replace(second=0)
    for name in ("Dinas Sosial", "DLH"):
        # An answer without any link names no platform: nothing could be counted.
        sheet.append([last, name, _day(report, last.date()), "Kegiatan menyusul, tautan belum ada", *[None] * 5])
    workbook.save(book, path)
    return Written(tuple(entries), 2, _uncertain(typed, agencies))


def _groups(report: Report, posts: Sequence[Post]) -> Iterator[tuple[str, date, list[Post]]]:
    """One answer each: the posts of one konten of one OPD on one day that its admin enters in the form."""
    routes = {f"contoh-{r.opd}": r for r in ROUTES if r.source == FORM}
    rng = Random(f"share-{report.month}")
    ours = []
    for post in posts:
        route = routes.get(post.opd)
        letter = "x" if post.platform == "x" else post.platform[0]
        doubled = (
            route is not None
            and route.share < 1
            and letter in "fi"
            and (post.opd != "contoh-dinas-contoh" or letter == "f")
        )
        if route and letter in route.platforms and post.kind != "story" and (not doubled or rng.random() < route.share):
            ours.append(post)
    ours.sort(key=lambda p: (p.konten, p.at.date(), p.at, p.number))
    for (_, day), group in groupby(ours, key=lambda p: (p.konten, p.at.date())):
        members = list(group)
        yield members[0].opd, day, members


def _name(agency: Agency, report: Report, rng: Random) -> str:
    code = agency.code.removeprefix("contoh-")
    if code == "rsud-rimbanala" and report.month == "2024-11" and rng.random() < 0.2:
        return "RSUD"
    return rng.choice(_TYPOS.get(code, (agency.name, agency.short, agency.aliases[0].upper())))


def _link(post: Post, known: bool, rng: Random) -> str:
    """The address as an admin copies it from the telephone: with a tail, or as a share link."""
    chance = rng.random()
    if post.opd == "contoh-dinas-contoh" and post.platform == "facebook" and chance < 0.3:
        return f"https://www.facebook.com/share/p/{ids.letters(rng, 12)}/"
    if chance < 0.45 and post.platform == "instagram":
        return f"{post.link}?igsh={ids.letters(rng, 16)}"
    if chance < 0.45 and post.platform == "facebook":
        return f"{post.link}?mibextid={ids.letters(rng, 6)}"
    return post.link.replace("https://www.", "https://m.") if known and post.platform == "facebook" else post.link


def _row(report: Report, code: str, stamp: tuple, caption: str, links: Mapping[str, str]) -> list[object]:
    empty = "-" if code.removeprefix("contoh-") in _DASHES else None
    cells = [links.get(platform, empty) for platform in _PLATFORMS]
    return [stamp[0], stamp[1], _day(report, stamp[2]), " ".join(caption.split()), *cells]


def _day(report: Report, day: date) -> object:
    """October's dates are dates, November's are text, day first."""
    return workbook.day_cell(day) if report.month == "2024-10" else f"{day:%d/%m/%Y}"


def _uncertain(typed: Mapping[str, str], agencies: Mapping[str, Agency]) -> dict[str, str]:
    """The names that neither a name nor one unambiguous alias of the roster settles: a person must answer."""
    owners: dict[str, set[str]] = {}
    for agency in agencies.values():
        for name in (agency.name, *agency.aliases):
            owners.setdefault(name.casefold(), set()).add(agency.code)
    return {name: code for name, code in sorted(typed.items()) if len(owners.get(name.strip().casefold(), ())) != 1}
