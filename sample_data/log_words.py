"""How admins write days, platforms, numbers and topics in their own lists."""

from datetime import date

from sample_data.captions import MONTH_NAMES
from sample_data.model import Post

SHORT_MONTHS = {10: "Okt", 11: "Nop", 12: "Des"}
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
_OLD_MONTHS = {10: "Oktober", 11: "Nopember"}
_MEDIA = {
    "facebook": ("Facebook", "FB"),
    "instagram": ("Instagram", "IG"),
    "tiktok": ("TikTok", "Tiktok"),
    "x": ("X", "Twitter"),
    "youtube": ("YouTube", "YT"),
}
TOPIC_LABELS = {
    "bantuan": "Bantuan Pemerintah",
    "masyarakat": "Kegiatan Masyarakat",
    "layanan": "Pelayanan Publik",
    "pembangunan": "Program Pembangunan",
    "darurat": "Informasi Darurat",
    "akuntabilitas": "Akuntabilitas",
    "regulasi": "Regulasi",
    "internal": "Internal Kelembagaan",
    "seremonial": "Seremonial/Ucapan",
    "pemilu": "Pilkada/Pemilu",
    "literasi": "Literasi/Klarifikasi",
    "prestasi": "Prestasi",
}


def day_words(day: date, number: int) -> str:
    """Jum'at, 25 Oktober 2024: with the weekday; Sundays are Ahad for some, November is Nopember for some."""
    name = "Ahad" if day.weekday() == 6 and number % 2 else _DAYS[day.weekday()]
    month = _OLD_MONTHS[day.month] if number % 3 else MONTH_NAMES[day.month]
    if name == "Jum'at" and number % 2:
        name = "Jum’at"
    return f"{name}, {day.day} {month} {day.year}"


def media_words(post: Post, number: int) -> str:
    """The platform as typed: Facebook or FB, Instagram or IG."""
    return _MEDIA[post.platform][number % 2]


def week_heading(week: int, day: date) -> str:
    """MINGGU II (8 – 14 Oktober 2024); the last week is longer."""
    first = 7 * (week - 1) + 1
    last = first + 6 if week < 5 else (31 if day.month == 10 else 30)
    return f"MINGGU {('I', 'II', 'III', 'IV', 'V')[week - 1]} ({first} – {last} {MONTH_NAMES[day.month]} {day.year})"


def indonesian_number(figure: str, count: int, number: int) -> tuple[str, int | None]:
    """A count as typed and what it says: 1.234, 1,2 rb, or a dash for unknown. Empty is not zero."""
    if figure == "shares" and number % 4 == 0:
        return "-", None
    if figure == "views" and count >= 1000:
        tenths = round(count / 100)
        whole, rest = divmod(tenths, 10)
        return (f"{whole},{rest} rb" if rest else f"{whole} rb"), tenths * 100
    if figure == "likes":
        return f"{count * 9:,}".replace(",", "."), count * 9
    return str(count), count
