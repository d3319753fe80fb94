"""Tempelan teks: a pasted recap or an exported chat, each link one row; nobody's name or number is kept.

The text is first brought into a table of links, titles and days (`cleaned`). That table is what is read, what is stored
in place of the text, and what comes back for mending: names of senders and telephone numbers end here.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

import posts
from indonesia import Moment, plain, read_dates
from loaders import clock
from loaders.chat import Chat, Message, is_chat, read_chat
from loaders.columns import has_meaning
from loaders.containers import even_lines, sheet_of_text
from loaders.headers import HEADER_ROWS, Source, Table, find_table, normal_header
from loaders.recap import ADDRESS, IS_RANGE, day_in, read_line
from loaders.result import Loaded, Options, RefusedError, Rejection
from loaders.rows import cell_text, in_reach, links_in

TOP = "Tempelan teks; nama dan nomor pengirim tidak disimpan"
HEADER = ("OPD", "Tanggal", "Dasar Tanggal", "Judul", "Tautan")
WRITTEN, FIRST_OF_RANGE, OF_MESSAGE, IN_TITLE = "tertulis", "rentang", "pesan", "judul"
"""Where the day of a row comes from: the text, the first day of a range in it, the message's own day, the title."""

LONGEST_HEADER = 80
_NAMES = frozenset({"opd", "tanggal", "dasar tanggal", "judul", "tautan"})
_KNOWN = ", ".join(posts.PLATFORMS.values())
_NAME_OF_CHAT = re.compile(
    r"^(?:chat whatsapp|whatsapp chat|_chat|obrolan whatsapp|percakapan whatsapp)", re.IGNORECASE
)


def name_kept(file_name: str) -> str:
    """The name under which a file is kept: that of an exported chat names a person or bears a number."""
    return "Percakapan WhatsApp.txt" if _NAME_OF_CHAT.match(file_name) else file_name


def may_be_kept(content: bytes) -> bool:
    """Whether a file that was refused may be kept as it is: a text that is no table may hold names and numbers."""
    if b"\x00" in content[:1000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if content.startswith((b"PK", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"<")):
        return True
    text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "replace")
    return not is_chat(text) and _is_table(text)


def is_recap(text: str) -> bool:
    """Whether a text is a chat, or holds addresses and no table with headers."""
    return not text.startswith(TOP) and (is_chat(text) or (bool(links_in(text)) and not _is_table(text)))


def read_text(text: str, options: Options) -> Loaded:
    """Read a recap or chat by way of the table that is stored of it. Raises RefusedError if it holds no link."""
    table_text = cleaned(text)
    table = find_table(sheet_of_text(table_text, options.file_name), SOURCE)
    loaded = _read([table] if table else [], options)
    if loaded.posts.empty and not loaded.rejections:
        raise RefusedError(
            f"Teks “{options.file_name}” tidak memuat tautan unggahan {_KNOWN}. "
            "Mohon tempelkan rekap yang berisi tautannya."
        )
    return replace(loaded, cleaned=table_text)


def _is_table(text: str) -> bool:
    """Whether most lines fall into equally many cells, the first of them into headers."""
    for row in even_lines(text)[:HEADER_ROWS]:
        texts = [cell.strip() for cell in row if cell.strip()]
        if any(links_in(cell) for cell in texts):
            return False
        words = [cell for cell in texts if len(cell) <= LONGEST_HEADER and any(letter.isalpha() for letter in cell)]
        if len(texts) >= 2 and len(words) * 3 >= len(texts) * 2:
            return len(texts) > 2 or all(has_meaning(normal_header(cell)) for cell in texts)
    return False


@dataclass
class _Part:
    """Where the reader of a message stands: what was said above the next link."""

    opd: str = ""
    day: str = ""
    titles: list[str] = field(default_factory=list)
    inline: bool = False
    used: set[str] = field(default_factory=set)

    def begin(self, title: str = "", inline: bool = False) -> None:
        """Leave the titles above behind."""
        self.titles, self.inline, self.used = [title] if title else [], inline, set()

    def title_for(self, platform: str) -> str:
        """The title above; a second link of one platform is another post, whose title nobody wrote."""
        if platform in self.used:
            self.begin()
        self.used.add(platform)
        return " ".join(self.titles)


@dataclass(frozen=True)
class _Link:
    """A link with what the text says of it; `sender` is 0 where nobody's name stands over it."""

    link: str
    title: str
    opd: str
    day: str
    message: dt.date | None
    sender: int


def cleaned(text: str) -> str:
    """The links of a text with titles and days as a csv table: all that is read and stored of it.

    `cleaned` of what it gave is the same text again. Columns: OPD, Tanggal (ISO, or as written where it is no day),
    Dasar Tanggal, Judul, Tautan; above them lines on what was left out.
    """
    if text.startswith(TOP):
        return text
    chat = read_chat(text)
    links, others = [], 0
    for message in chat.messages:
        found, left = _links_of(message, chat)
        links += found
        others += left
    offices = _offices(links)
    notes = [f"{others} tautan bukan unggahan {_KNOWN} (situs, WhatsApp, peta) dilewati."] if others else []
    year = _year_in(text, links)
    rows = [_row(link, offices, year) for link in links]
    if chat.order and any(row[2] == OF_MESSAGE for row in rows):
        notes.append(f"Tanggal pesan dibaca {chat.order}.")
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([[TOP], *([note] for note in notes), HEADER, *rows])
    return out.getvalue()


def _links_of(message: Message, chat: Chat) -> tuple[list[_Link], int]:
    """The links of one message, and how many others it holds."""
    part, links, others = _Part(), [], 0
    without = chat.people.without
    for written in message.lines:
        line = read_line(written)
        title = "" if chat.people.is_name(line.title) else without(line.title)
        part.opd, part.day = without(line.opd) or part.opd, without(line.day) or part.day
        if line.is_heading or (line.names_platform and part.inline):
            part.begin()
        elif title and (part.used or part.inline):
            part.begin(title, inline=bool(line.links))
        elif title:
            part.inline = bool(line.links) and not part.titles
            part.titles.append(title)
        for address in line.links:
            platform = posts.read_link(address).platform
            if platform:
                links.append(_Link(address, part.title_for(platform), part.opd, part.day, message.day, message.sender))
            others += not platform
    return links, others


def _offices(links: Sequence[_Link]) -> dict[int, str]:
    """Sender → what stands for the OPD where a message names none: the only one that the sender ever names.

    Of several senders the nameless stay apart under a number: their posts must not be taken for one OPD's.
    """
    named: dict[int, set[str]] = {link.sender: set() for link in links}
    for link in links:
        named[link.sender] |= {link.opd} if link.opd else set()
    alone = len(named) < 2
    return {
        sender: next(iter(opds)) if len(opds) == 1 and sender else "" if alone else f"Pengirim {number}"
        for number, (sender, opds) in enumerate(named.items(), 1)
    }


def _year_in(text: str, links: Sequence[_Link]) -> int | None:
    """The year of days written without one: the only one in the text, else the only one in the ids of its links."""
    years = {int(year) for year in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", ADDRESS.sub(" ", text))}
    made = {at.year for link in links if (at := clock.moment_in_id(link.link))}
    return min(years) if len(years) == 1 else min(made) if len(made) == 1 and not years else None


def _row(link: _Link, offices: dict[int, str], year: int | None) -> tuple[str, ...]:
    """A link as a row of the table."""
    opd = link.opd or offices[link.sender]
    in_title = "" if link.day or link.message else day_in(link.title)
    written = link.day or in_title
    if not written:
        day = link.message.isoformat() if link.message else ""
        return opd, day, OF_MESSAGE if day else "", link.title, link.link
    at = _day(written, link.message, year)
    basis = FIRST_OF_RANGE if IS_RANGE.search(plain(written)) else IN_TITLE if in_title else WRITTEN
    return opd, at.isoformat() if at else written, basis, link.title, link.link


def _day(written: str, message: dt.date | None, year: int | None) -> dt.date | None:
    """A written day; without a year the last such day before its message, else that of the year of the text."""
    if message:
        for near in (message.year, message.year - 1):
            at = _in_year(written, near)
            if at and at <= message + dt.timedelta(days=1):
                return at
    return _in_year(written, year)


def _in_year(written: str, year: int | None) -> dt.date | None:
    period = (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else None
    at = read_dates([written], period).moments[0].at
    return at.date() if at else None


def _read(tables: Sequence[Table], options: Options) -> Loaded:
    rows: list[dict[str, object]] = []
    rejections: list[Rejection] = []
    counts = dict.fromkeys(("proven", "elsewhere", WRITTEN, FIRST_OF_RANGE, OF_MESSAGE, IN_TITLE, ""), 0)
    for table in tables:
        at = {name: table.names.index(name) for name in _NAMES}
        for number, row in enumerate(table.sheet.rows[table.first :], table.first + 1):
            cells = {name: cell_text(row[place]) if place < len(row) else "" for name, place in at.items()}
            if any(cells.values()):
                one = _post(cells, table.sheet.name, number, options, counts)
                (rejections if isinstance(one, Rejection) else rows).append(one)  # type: ignore[arg-type]
    warnings = [line for table in tables for line in table.above if line != TOP and not line.startswith(TOP)]
    home = clock.zone_word(options.zone)
    proof = (
        f"waktu berkas: {home}; hari dan jam dari penanda waktu pada {counts['proven']} dari {len(rows)} tautan, "
        "selebihnya hari menurut teks"
    )
    frame = posts.conform(pd.DataFrame(rows)) if rows else posts.empty()
    return Loaded("pasted", frame, rejections, options.zone, proof, None, [*warnings, *_told(counts)])


def _post(
    cells: dict[str, str], sheet: str, number: int, options: Options, counts: dict[str, int]
) -> dict[str, object] | Rejection:
    """One row as a post, or why it is none."""
    link = posts.read_link(cells["tautan"])
    if not link.platform:
        return Rejection(sheet, number, "Tautan", cells["tautan"], f"bukan tautan {_KNOWN}")
    if not link.post:
        reason = "tautan menuju akun atau halaman, bukan sebuah unggahan; mohon salin tautan dari unggahannya"
        return Rejection(sheet, number, "Tautan", cells["tautan"], reason)
    stated = read_dates([cells["tanggal"]]).moments[0]
    made = clock.moment_in_id(link.url)
    at = clock.to_local(made, "UTC", options.zone) if made else None
    moment = Moment(at, True) if at else Moment(stated.at, False, stated.reason)
    if moment.at is None and not cells["tanggal"]:
        moment = Moment(None, reason="tanggal tidak tertulis pada teks dan tidak termuat dalam tautan")
    if reason := (moment.reason if moment.at is None else in_reach(moment.at, options)):
        return Rejection(sheet, number, "Tanggal", cells["tanggal"], reason)
    counts["proven" if at else cells["dasar tanggal"] if cells["dasar tanggal"] in counts else WRITTEN] += 1
    written = cells["dasar tanggal"] in (WRITTEN, IN_TITLE)
    counts["elsewhere"] += bool(at and stated.at and written and at.date() != stated.at.date())
    return {
        "sheet": sheet, "row": number, "platform": link.platform, "opd": cells["opd"], "published_at": moment.at,
        "has_time": moment.has_time, "caption": cells["judul"], "link": link.url,
    }  # fmt: skip


def _told(counts: dict[str, int]) -> list[str]:
    """What the sender should know of the days."""
    sentences = {
        OF_MESSAGE: "tanpa tanggal tertulis memakai tanggal pesan percakapan; unggahannya dapat terbit lebih awal.",
        FIRST_OF_RANGE: "memakai hari pertama dari rentang tanggal yang tertulis.",
        IN_TITLE: "memakai tanggal yang disebut judulnya; mohon diperiksa.",
        "elsewhere": "bertanggal lain pada teks daripada penanda waktu tautannya; penanda waktu yang dipakai.",
    }
    return [f"{counts[basis]} unggahan {sentence}" for basis, sentence in sentences.items() if counts[basis]]


SOURCE = Source(
    name="pasted",
    label="Tempelan teks",
    looked_for="teks rekap atau percakapan WhatsApp yang memuat tautan",
    claims=_NAMES.issubset,
    read=_read,
)
