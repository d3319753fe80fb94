"""What the headers of hand-made tables mean: words that admins write, in Indonesian, and the column they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.rows import platforms_in

_WORDS: Mapping[str, str] = {
    "date": "hari tanggal|tanggal|tgl|hari tgl|hari dan tanggal|waktu posting|waktu publikasi|waktu tayang|hari waktu",
    "time": "jam|pukul|jam posting|jam tayang|waktu",
    "stamp": "timestamp|cap waktu|stempel waktu",
    "opd": "nama opd|opd|perangkat daerah|nama perangkat daerah|unit kerja|instansi|nama instansi|skpd|dinas|nama dinas"
    "|organisasi perangkat daerah|dinas instansi|asal opd|asal instansi|nama unit kerja",
    "bidang": "bidang|bagian|seksi|sub unit|subunit|bidang bagian|bidang seksi|nama bidang",
    "account": "nama akun|akun|username|akun medsos|nama pengguna",
    "platform": "platform|media|media sosial|medsos|kanal|jenis medsos|jenis media|jenis media sosial|saluran",
    "title": "judul|kegiatan|nama kegiatan|uraian|materi|tema|konten|judul konten|isi konten|isi informasi",
    "caption": "caption|narasi|isi|keterangan foto|teks|deskripsi|isi postingan|isi unggahan|isi caption",
    "note": "ket|keterangan|catatan",
    "format": "jenis konten|jenis postingan|jenis unggahan|format|bentuk konten|tipe konten|tipe",
    "topic": "kategori|topik|jenis informasi|rubrik|klasifikasi",
    "subject": "subjek|pelaku|liputan|subyek",
    "link": "link|tautan|url|alamat|bukti|bukti tayang|bukti posting|link bukti|alamat link|alamat tautan",
    "likes": "like|likes|suka|disukai|jml like|jumlah like|jumlah suka|jml suka",
    "comments": "komentar|komen|coment|comment|comments|jumlah komentar|jml komentar|jumlah komen",
    "shares": "share|shares|bagikan|dibagikan|jumlah share|jumlah dibagikan|jml share",
    "saves": "simpan|save|saves|disimpan",
    "reach": "jangkauan|reach",
    "views": "tayangan|views|view|penayangan|ditonton|dilihat|jumlah tayangan|jumlah views|jumlah penayangan|jml views",
    "impressions": "impresi|impressions",
}
_ROLE = {word: role for role, words in _WORDS.items() for word in words.split("|")}
_PHRASES = sorted(_ROLE, key=len, reverse=True)
_BESIDE_PLATFORM = frozenset(
    {
        "link",
        "tautan",
        "url",
        "posting",
        "postingan",
        "unggahan",
        "bukti",
        "alamat",
        "akun",
        "media",
        "medsos",
        "jika",
        "ada",
    }
)
_WHOLE_ONLY = frozenset(
    {"waktu", "isi", "konten", "media", "medsos", "akun", "dinas", "tipe", "teks", "tema", "alamat"}
)
"""Words that name a column only when they are the whole header."""
_NO_COLUMN = frozenset(
    {"klik", "click", "clicks", "ketukan", "durasi", "duration", "rasio", "persen", "lahir", "nip", "id"}
)
"""Words that make a header something else: "Klik tautan" counts, it holds no address."""
MOST_WORDS = 9
"""A header of more words is not read by its beginning or end: it is more likely a sentence of the log."""
_ONCE = ("time", "caption", "platform", "opd", "bidang", "account")
_POSTED = frozenset({"posting", "postingan", "unggah", "unggahan", "upload", "publikasi", "tayang", "terbit"})
"""Words that tell the day of the post from the day of what it speaks of."""


@dataclass(frozen=True)
class Columns:
    """Places of a hand-made table: role → places in the row, and platform → place of its own column of links."""

    roles: Mapping[str, tuple[int, ...]]
    wide: Mapping[str, int]

    def at(self, role: str) -> int | None:
        """The first place of a role."""
        return self.roles.get(role, (None,))[0]


def read_columns(names: Sequence[str]) -> Columns:
    """Say what each normalised header means. Headers of no known meaning are left out."""
    roles: dict[str, tuple[int, ...]] = {}
    wide: dict[str, int] = {}
    for place, name in enumerate(names):
        platform = _own_column(name)
        if platform and platform not in wide:
            wide[platform] = place
            continue
        role = _role_of(name)
        if role and not (role in _ONCE and role in roles):
            roles[role] = (*roles.get(role, ()), place)
    if "time" in roles and "date" not in roles:
        roles["date"] = roles.pop("time")
    return Columns({**roles, **_one_day(roles, names)}, wide)


def _one_day(roles: Mapping[str, tuple[int, ...]], names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Of several date columns the day of the post; "Waktu Posting" beside a day is its hour."""
    places = roles.get("date", ())
    if len(places) < 2:
        return {}
    hours = [place for place in places if names[place].startswith("waktu")]
    days = [place for place in places if place not in hours] or hours
    posted = [place for place in days if _POSTED & set(names[place].split())]
    found: dict[str, tuple[int, ...]] = {"date": ((posted or days)[0],)}
    return {"time": (hours[0],), **found} if hours and days != hours and "time" not in roles else found


def _own_column(name: str) -> str:
    """The platform whose links a column holds ("Link Instagram", "IG"), or the empty string."""
    platforms = platforms_in(name, formats=False)
    words = [word for word in name.replace("tik tok", "tiktok").split() if word not in _BESIDE_PLATFORM]
    only = bool(words) and all(platforms_in(word, formats=False) == platforms for word in words)
    return platforms[0] if only and len(platforms) == 1 else ""


def _role_of(name: str) -> str:
    """The role of a header: the whole header, else the longest phrase that it begins with, else that it ends with."""
    if name in _ROLE or len(name.split()) > MOST_WORDS:
        return _ROLE.get(name, "")
    if any(word in _NO_COLUMN for word in name.split()):
        return ""
    phrases = [phrase for phrase in _PHRASES if phrase not in _WHOLE_ONLY]
    begins = (_ROLE[phrase] for phrase in phrases if name.startswith(phrase + " "))
    ends = (_ROLE[phrase] for phrase in phrases if name.endswith(" " + phrase))
    return next(begins, "") or next(ends, "")


def has_meaning(name: str) -> bool:
    """Whether a normalised header names a column that we know."""
    return bool(_own_column(name) or _role_of(name))
