"""Names in a text about an election: behind an appeal, as a pair with a hyphen, in a slogan or a hashtag."""

from rules.cues import Spots, spot
from rules.words import Words

_NO_NAMES = frozenset(
    [
        "bapak",
        "ibu",
        "saudara",
        "surat",
        "suara",
        "tanggal",
        "hari",
        "desa",
        "kelurahan",
        "tps",
        "satu",
        "sesuai",
        "rabu",
        "pada",
        "anda",
        "kita",
        "kami",
        "kalian",
        "warga",
        "dan",
        "yang",
        "untuk",
        "kandung",
        "hamil",
        "kota",
        "menyusui",
        "guru",
    ]
)
_MOST_NAMES = 400
"""Words looked at for pairs of names: hostile text must not cost more."""
_BESIDE = ("lagi", "pilihan_itu")
"""Words that a name stands right before or behind ("Nama dua periode")."""
_THINGS = ("an", "si", "gi", "tas", "at", "ya")
"""Endings of things that stand where a name may ("Bantuan untuk OKU Timur, lanjutkan!")."""
_NO_TAG_NAMES = frozenset(
    {"pelayanan", "prima", "juara", "timur", "dinas", "desa", "kabupaten", "kecamatan", "puskesmas",
     "sekolah", "indonesia", "kesehatan", "keselamatan", "integritas", "disiplin", "kualitas", "prioritas",
     "rakyat", "warga", "masyarakat"}
)  # fmt: skip


def add_slogans(spots: Spots, words: Words) -> None:
    """Add `nama_daerah`: a name that begins a sentence, "untuk", a place, and "lanjutkan"."""
    tokens = words.tokens
    for one in spots["seruan"]:
        for place in range(max(one.first - 5, 1), one.first - 1):
            if tokens[place].casefold() != "untuk" or not tokens[place + 1][0].isupper():
                continue
            name = tokens[place - 1]
            if (
                is_name(name)
                and not name.endswith(_THINGS)
                and words.raw[: words.starts[place - 1]].strip()[-1:] in "!.?"
            ):
                spots.setdefault("nama_daerah", []).append(spot(words, place - 1, one.behind))


def add_numbered_tags(spots: Spots, words: Words) -> None:
    """Add `tagar_nomor`: a hashtag of two names and a number (#NamaNamaNomor1)."""
    for one in spots["nomor"]:
        tag = words.tags.get(one.first)
        before = words.tokens[tag[0] : one.first] if tag else []
        if len(before) > 1 and all(is_name(token) and token.casefold() not in _NO_TAG_NAMES for token in before):
            spots.setdefault("tagar_nomor", []).append(spot(words, tag[0] if tag else one.first, one.behind))


def add_names(spots: Spots, words: Words) -> None:
    """Add names beside an appeal: `nama_sesudah` (right behind it), `nama_ganda` (Nama-Nama), `orang` (Pak Nama)."""
    tokens = words.tokens
    for cue in ("coblos", "tahun_tetap", "menang", "solid", "beri_suara"):
        for one in spots.get(cue, ()):
            place = one.behind
            tagged = one.first in words.tags and cue != "tahun_tetap"
            if place >= len(tokens) or tagged or not (is_name(tokens[place]) or tokens[place].isupper()):
                continue
            if is_name(tokens[place]):
                spots.setdefault("nama_sesudah", []).append(spot(words, place, place + 1))
            behind = words.end(place)
            if place + 1 < len(tokens) and words.text[behind : words.starts[place + 1]].strip() in ("-", "–", "&"):
                spots.setdefault("nama_ganda", []).append(spot(words, place, place + 2))
    for one in spots.get("pilih_langsung", ()):
        if one.behind < len(tokens) and one.first not in words.tags and is_name(tokens[one.behind]):
            spots.setdefault("nama_pilih", []).append(spot(words, one.first, one.behind + 1))
    for one in spots.get("sapaan", ()):
        if one.behind < len(tokens) and is_name(tokens[one.behind]):
            spots.setdefault("orang", []).append(spot(words, one.first, one.behind + 1))


def add_pairs(spots: Spots, words: Words) -> None:
    """Add `nama_pasangan` (Nama-Nama) and `nama_dekat` (a name right beside "dua periode" or "pilihan itu")."""
    tokens = words.tokens
    for place in range(min(len(tokens) - 1, _MOST_NAMES)):
        between = words.text[words.end(place) : words.starts[place + 1]]
        if between in ("-", "–", "&", " & ", " - ") and is_name(tokens[place]) and is_name(tokens[place + 1]):
            spots.setdefault("nama_pasangan", []).append(spot(words, place, place + 2))
    for one in [one for cue in _BESIDE for one in spots.get(cue, ())]:
        for place in (one.first - 1, one.behind):
            if 0 < place < len(tokens) and is_name(tokens[place]) and not _begins(words, place):
                spots.setdefault("nama_dekat", []).append(spot(words, place, place + 1))


def _begins(words: Words, place: int) -> bool:
    """Whether a token begins a sentence: its capital then says nothing."""
    return words.raw[: words.starts[place]].rstrip()[-1:] in "!.?:"


def is_name(token: str) -> bool:
    """Whether a token is written as a name and is none of the words that begin with a capital beside one."""
    return len(token) > 2 and token[0].isupper() and token[1:].islower() and token.casefold() not in _NO_NAMES
