"""Indonesian affixes: which stems a written word may be built on."""

import re
import unicodedata
from collections.abc import Iterator

_NASAL = {
    # A first letter that melts into the prefix comes back: me-nyalur = salur, me-milih = pilih, me-nari = tari.
    "meny": "s",
    "peny": "s",
    "meng": "k",
    "peng": "k",
    "mem": "p",
    "pem": "p",
    "men": "t",
    "pen": "t",
}
_NASAL_BEFORE = {
    # A first letter that stays behind the prefix: mem-b, mem-f, men-c, men-d, meng-g, me-l, me-r …
    "mem": "bfvp",
    "pem": "bfvp",
    "men": "cdjtzs",
    "pen": "cdjtzs",
    "meng": "ghkqaiueo",
    "peng": "ghkqaiueo",
    "menge": "bcdklprst",
    "penge": "bcdklprst",
    "me": "lmnrwy",
    "pe": "lmnrwytsdgkbj",
}
_PLAIN_PREFIXES = ("di", "ter", "ber", "per", "se", "ke")
_SUFFIXES = ("", "kan", "an", "i")
_CLITICS = ("", "nya", "lah", "kah", "pun")
_SHORTEST = 4
"""Stems of fewer letters take no prefix and no suffix: too many other words would contain them."""

_SHORT = {
    short: word
    for word, shorts in {
        "yang": "yg", "sudah": "sdh udh udah", "belum": "blm blom", "tidak": "tdk gak gk nggak enggak ndak",
        "jangan": "jgn", "dengan": "dgn", "untuk": "utk", "dapat": "dpt dapet", "karena": "krn krna",
        "kalau": "klo kalo",
        "saja": "aja", "bisa": "bs bsa", "orang": "org", "tolong": "tlg", "segera": "sgr", "sekarang": "skrg skrang",
        "sampai": "sampe smpe", "kepada": "kpd", "dalam": "dlm", "bapak": "bpk", "bulan": "bln", "tahun": "thn",
        "langsung": "lgsg lgsung", "semua": "smua", "banyak": "bnyk", "cepat": "cpt cepet", "terima": "trima",
        "benar": "bener", "malam": "malem", "nomor": "nmr nomer", "uang": "duit", "telepon": "tlp telp telpon",
    }.items()
    for short in shorts.split()
}  # fmt: skip
"""Short and spoken spellings of everyday words, regional ones where they are no other word."""

_RUN = re.compile(r"(\w)\1{2,}")
_MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff\u200b-\u200f\u2060\u2063\ufe0e\ufe0f\ufeff\u00ad]")


def plain_word(token: str) -> str:
    """One token as it is compared: NFKC (bold Unicode letters become letters), no accents, lower case."""
    if token.isascii():
        return token.casefold()
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", token))
    return _MARKS.sub("", parts).casefold()


def spellings(word: str) -> tuple[str, ...]:
    """The word; where letters are drawn out ("bantuaaan") also with one and with two of them. III is a number.

    The word itself stays among them: PPPK and DPPPA are written so. A short spelling ("yg") is also the whole word.
    """
    if word in _SHORT:
        return (word, _SHORT[word])
    if not _RUN.search(word) or word.strip("ivx") == "":
        return (word,)
    return tuple(dict.fromkeys((word, _RUN.sub(r"\1", word), _RUN.sub(r"\1\1", word))))


def forms(word: str) -> frozenset[str]:
    """The word and the word without -nya, -lah, -kah, -pun: what an exact word of a phrase is compared with."""
    return frozenset(
        spelling.removesuffix(clitic)
        for spelling in spellings(word)
        for clitic in _CLITICS
        if spelling.endswith(clitic) and len(spelling) > len(clitic) + 1
    ) or frozenset((word,))


def bases(word: str) -> frozenset[str]:
    """All stems that a plain word may be built on, itself among them.

    Prefixes me-/pe- with their nasal forms, di-, ter-, ber-, per-, se-, ke-, also memper- and diper-; suffixes -kan,
    -an, -i; clitics -nya, -lah, -kah, -pun. What is left must have four letters at least.
    """
    found = set(forms(word))
    for form in tuple(found):
        for suffix in _SUFFIXES:
            if not form.endswith(suffix):
                continue
            body = form[: len(form) - len(suffix)]
            found.update(base for base in _without_prefix(body) if len(base) >= _SHORTEST)
    return frozenset(found)


def _without_prefix(body: str) -> Iterator[str]:
    """The body itself and what stands behind each prefix that it may begin with, two deep (mem-per-)."""
    yield body
    for prefix in _PLAIN_PREFIXES:
        if body.startswith(prefix):
            rest = body[len(prefix) :]
            yield rest
            if prefix in ("di", "ter", "se", "ke") and rest.startswith(("per", "ber", "se")):
                yield rest[3:] if not rest.startswith("se") else rest[2:]
    for prefix, following in _NASAL_BEFORE.items():
        rest = body[len(prefix) :]
        if body.startswith(prefix) and rest and rest[0] in following:
            yield rest
            if rest.startswith(("per", "ber")):
                yield rest[3:]
    for prefix, lost in _NASAL.items():
        rest = body[len(prefix) :]
        if body.startswith(prefix) and rest and rest[0] in "aiueo":
            yield lost + rest
