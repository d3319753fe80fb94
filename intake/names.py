"""Which OPD a name in a log means: certain by its name or alias, otherwise suggestions that a person confirms.

Longest name first: Belitang stands in Belitang II. Below certainty nothing is matched.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from indonesia import plain

SUGGESTED = 65
"""A likeness (0 to 100, rapidfuzz token_sort_ratio) below which a name is not even suggested."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_SHORT = {"kec": "kecamatan", "kab": "kabupaten", "din": "dinas", "bag": "bagian", "kel": "kelurahan"}
_NOISE = frozenset(
    {"admin", "akun", "medsos", "resmi", "official", "laporan", "rekap", "pemkab", "pemerintah", "pemda", "opd"}
    | {"kantor", "nama"}
)
_NOISY = re.compile(r"\bmedia sosial\b")
"""Only together: Dinas Sosial is an OPD, and Media Belitang a paper."""

_ADDRESS = re.compile(r"^(?:https?://)?(?:[a-z]+\.)+com/@?")


@dataclass(frozen=True)
class Suggestion:
    """An OPD that a name may mean, and how alike they are (0 to 100)."""

    agency_id: str
    likeness: int


@dataclass(frozen=True)
class Match:
    """The OPD that a name certainly means, or None with suggestions, the likeliest first."""

    agency_id: str | None
    suggestions: tuple[Suggestion, ...] = ()


def comparable(name: str) -> str:
    """A name as it is compared: lower case, no dots, kec. → kecamatan, II → 2, without "Kabupaten …" behind it."""
    words = re.sub(r"[^\w]+", " ", plain(name)).split()
    words = [
        _SHORT.get(word, _ROMAN.get(word, word)) if index else _SHORT.get(word, word)
        for index, word in enumerate(words)
    ]
    if "kabupaten" in words[1:]:
        words = words[: words.index("kabupaten", 1)]
    return " ".join(words)


class Matcher:
    """Names and aliases of a roster, ready to be compared with what a log says."""

    def __init__(self, agencies: Sequence[Mapping[str, object]], accounts: Sequence[Mapping[str, object]]) -> None:
        """`agencies`: rows with agency_id, name, aliases ("; "-separated); `accounts`: agency_id, platform, handle."""
        self._ids: dict[str, set[str]] = {}
        for agency in agencies:
            for name in (str(agency["name"]), *str(agency["aliases"]).split(";")):
                if comparable(name):
                    self._ids.setdefault(comparable(name), set()).add(str(agency["agency_id"]))
        self._handles: dict[tuple[str, str], set[str]] = {}
        for account in accounts:
            handle = _handle(str(account["handle"]))
            if handle:
                self._handles.setdefault((str(account["platform"]), handle), set()).add(str(account["agency_id"]))

    def of_name(self, name: str) -> Match:
        """The OPD of a name: certain if the name, or what is left of it without filler words, is one we know."""
        wanted = comparable(name)
        lean = " ".join(word for word in _NOISY.sub(" ", wanted).split() if word not in _NOISE)
        for known in (wanted, lean):
            if ids := self._ids.get(known):
                return _certain(ids)
        return Match(None, self._suggest(lean))

    def of_account(self, platform: str, account: str) -> Match:
        """The OPD of an account: certain if the account stands in the roster, else as for a name."""
        ids = self._handles.get((platform, _handle(account)))
        return _certain(ids) if ids else Match(None, self._suggest(comparable(_spaced(account))))

    def _suggest(self, wanted: str) -> tuple[Suggestion, ...]:
        """Up to three OPDs: names that stand whole inside the text, longest first, then the most alike."""
        if not wanted:
            return ()
        inside = [name for name in self._ids if len(name) > 3 and f" {name} " in f" {wanted} "]
        best: dict[str, int] = {}
        for name in sorted(inside, key=len, reverse=True):
            for agency_id in sorted(self._ids[name]):
                best.setdefault(agency_id, 90)
        alike = process.extract(wanted, list(self._ids), scorer=fuzz.token_sort_ratio, limit=8)
        for name, likeness, _ in alike:
            for agency_id in sorted(self._ids[name]):
                if likeness >= SUGGESTED:
                    best[agency_id] = max(best.get(agency_id, 0), min(99, round(likeness)))
        ranked = sorted(best.items(), key=lambda item: -item[1])
        return tuple(Suggestion(agency_id, likeness) for agency_id, likeness in ranked[:3])


def _certain(ids: set[str]) -> Match:
    """The one OPD that bears a name; if several do, none of them, each suggested."""
    if len(ids) == 1:
        return Match(next(iter(ids)))
    return Match(None, tuple(Suggestion(agency_id, 100) for agency_id in sorted(ids)))


def _handle(account: str) -> str:
    """An account's name as it is compared: no @, no address before it and no tracking behind, one kind of space."""
    folded = plain(account)
    bare = _ADDRESS.sub("", folded)
    if bare != folded:
        bare = re.sub(r"[?#](?!id=).*", "", bare)  # profile.php?id=… is a name
    return bare.strip("@/ ")


def _spaced(account: str) -> str:
    """A handle as words: dinkes_okutimur → dinkes okutimur."""
    return re.sub(r"[._@]+", " ", account)
