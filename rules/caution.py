"""Caution: signs of scam, hoax, provocation and leaked personal data; a clarification that quotes them is a service.

Every rule adds its weight (domain rule: indicators, two ask for a look, a request for money or a code at once). Strong
rules count in full, weak ones (urgency, a short link, exclamation marks) together 3 at most: offices use them daily.
`review` from a sum of 4, of which strong rules give 3; what stays below is kept as findings and the code is `none`.
`klarifikasi`: the text itself says that a message is false, or warns of a scam, and is quoted signs or a verdict.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rules.codes import ListError
from rules.context import QUIET, Finding, Verdict
from rules.cues import (
    DENIED,
    CueList,
    Rule,
    Spot,
    Spots,
    finding,
    found_by,
    may_speak,
    parse_cues,
    spots_of,
    take_denied,
)
from rules.links import (
    LINK_CUES,
    NUMBER_CUES,
    LinkWords,
    Place,
    links_in,
    mask_personal,
    numbers_in,
    parse_links,
    personal_numbers,
)
from rules.matching import Hit
from rules.words import Words


@dataclass(frozen=True, eq=False)
class CautionList(CueList):
    """The list of caution: cues and rules, and the hosts of addresses."""

    links: LinkWords


ENOUGH = 4
"""Sum from which the code is `review`."""
STRONG_LEAST = 3
"""Sum of the strong rules without which a caption is never `review`."""
WEAK_MOST = 3
"""What all weak rules together may count."""
_MADE = (*LINK_CUES, *NUMBER_CUES, "nomor_induk", "kapital", "seru", "judul_hoaks")
_DENIABLE = (
    "minta", "rahasia", "bayar", "pungutan", "sebar_kuat", "sebar_lemah", "sehat_palsu", "takut", "judi", "jalur",
    "hasut", "lawan", "uang_mudah", "minta_langsung", "judi_lemah", "menang_undian",
    "umpatan", "lengser", "curang", "akan_gempa", "beri_uang", "pulsa", "mengaku", "dalih",
)  # fmt: skip
_CHAIN = (
    "sebelum di",
    "grup sebelah",
    "copas",
    "ke semua",
    "viral",
    "sebanyak",
    "sebarkan",
    "teruskan",
    "jangan berhenti",
)
_SUMS = ("jt", "juta", "rb", "ribu")
"""Ends of a sum written as one word ("45jt")."""
_SUM_STARTS = frozenset("rR0123456789")
_BUDGET = frozenset(("miliar", "milyar", "triliun", "m", "t"))
_ASKING = (
    "pulsa",
    "rek",
    "alih_bayar",
    "dana_tunai",
    "dapat_singkat",
    "dapat_hadiah",
    "menang_undian",
    "akun_terancam",
    "nasabah",
)
_KEPT = frozenset(("nomor_induk",))
_KEPT_UNQUOTED = _KEPT | {"hasut", "hina"}
_LONG_NUMBER = 16
_GROUPS = 4
_CLARIFYING = frozenset(("verdik", "hoaks"))
"""Cues by which a text may correct a message or warn of one, whatever else it holds."""
_DOUBTFUL = frozenset(LINK_CUES) - {"tautan_resmi"}
_CAPITALS = 0.6
_CALLS = 2
_DOTTED = re.compile(r"\.(?<=[\w)]\.)[A-Za-z]{2}")
_LONG_RUN = re.compile(r"\d[\d .-]{15}")
_SMALL = bytes(range(ord("a"), ord("z") + 1))
_LETTERS = 25


def parse_caution(text: str) -> CautionList:
    """Read the list of caution; raises ListError with a sentence in Indonesian."""
    cues, more = parse_cues("kewaspadaan", text, _MADE, inner=True)
    links = parse_links("kewaspadaan", more.pop("links", {}))
    if more:
        raise ListError(f"Daftar kewaspadaan: bagian “{min(more)}” tidak dikenal.")
    return CautionList(cues.entries, cues.late, cues.rules, cues.starters, links)


def concerns_caution(words: Words, hits: Sequence[Hit], lists: CautionList) -> bool:
    """Whether a caption holds anything that this part speaks of: most hold nothing."""
    raw = words.raw
    return (
        bool(hits)
        or raw.count("!") > _CALLS
        or (_may_hold_number(words) and bool(personal_numbers(raw)))
        or (bool(_DOTTED.search(raw)) and _doubtful(raw, lists))
    )


def read_caution(words: Words, hits: Sequence[Hit], late: Sequence[Hit], lists: CautionList) -> Verdict:
    """Say whether a caption asks for a look, or is a clarification; findings of low weight are kept (module docstring).

    late: the hits of `lists.late`.
    """
    numbers = personal_numbers(words.raw) if _may_hold_number(words) else []
    linked = links_in(words.raw, lists.links) if _DOTTED.search(words.raw) else []
    cues = {hit[0].label for hit in [*hits, *late]}.union([place.kind for place in numbers + linked])
    if _CLARIFYING.isdisjoint(cues) and not may_speak(lists, _with_made(cues, words)):
        return QUIET
    spots = spots_of(words, [*hits, *late])
    _add_made(spots, words, numbers + linked)
    clarifies = _clarifies(spots, words)
    take_denied(spots, _denials(spots, words), _DENIABLE, words.raw)
    found = [(rule, place) for rule in lists.started(spots) if (place := found_by(rule, spots))]
    doubtful = _sum(found)
    if clarifies is None and doubtful and "sebar_kuat" not in spots and not _pressed(spots, words):
        clarifies = next(iter([*spots.get("hoaks", ()), *spots.get("literasi", ())]), None)
    if clarifies:
        quoting = "hoaks" in spots or "judul_hoaks" in spots
        kept_rules = _KEPT if quoting else _KEPT_UNQUOTED
        kept = [finding("caution", rule, place, words.raw) for rule, place in found if rule.rule in kept_rules]
        if kept:
            return Verdict("review", tuple(kept), _evidence(kept))
        return Verdict("klarifikasi", (), words.raw[clarifies.start : clarifies.end])
    if not found:
        return QUIET
    findings = [finding("caution", rule, place, words.raw) for rule, place in found]
    return Verdict("review" if doubtful else "none", tuple(findings), _evidence(findings) if doubtful else "")


def _sum(found: Sequence[tuple[Rule, tuple[int, int]]]) -> bool:
    """Whether the rules that spoke are enough for `review`."""
    strong = sum(rule.weight for rule, _ in found if rule.tier == "kuat")
    weak = sum(rule.weight for rule, _ in found if rule.tier != "kuat")
    return strong >= STRONG_LEAST and strong + min(weak, WEAK_MOST) >= ENOUGH


def _evidence(findings: Sequence[Finding]) -> str:
    """The words that spoke, each once, numbers of persons masked."""
    return "; ".join(dict.fromkeys(mask_personal(one.words) for one in findings))


def _may_hold_number(words: Words) -> bool:
    """A cheap look for 16 digits, in one run or in groups."""
    if words.digits < _LONG_NUMBER or not _LONG_RUN.search(words.raw):
        return False
    tokens = words.tokens
    return max(map(len, tokens), default=0) >= _LONG_NUMBER or sum(map(str.isdigit, tokens)) >= _GROUPS


def _doubtful(raw: str, lists: CautionList) -> bool:
    """Whether a text holds an address that is not an office's."""
    return not _DOUBTFUL.isdisjoint(place.kind for place in links_in(raw, lists.links))


def _with_made(cues: set[str], words: Words) -> frozenset[str]:
    """The cues of a text and those that `_add_made` might add to them."""
    raw = words.raw
    made = (("seru", raw.count("!") > _CALLS), ("kapital", _in_capitals(raw)), ("uang_jumlah", words.digits),
            ("sebar_kuat", "terus" in cues))  # fmt: skip
    asked = () if cues.isdisjoint(_ASKING) else NUMBER_CUES
    return frozenset(cues.union([cue for cue, true in made if true], asked))


def _add_made(spots: Spots, words: Words, places: list[Place]) -> None:
    """Add the cues that are more than a word: links, numbers of persons, capitals, exclamation marks, a headline."""
    raw = words.raw
    for place in places:
        token = words.token_at(place.start)
        spots.setdefault(place.kind, []).append(Spot(token, token + 1, place.start, place.end))
    # Numbers mean something only beside what asks for an answer; most captions hold none of it.
    if any(cue in spots for cue in _ASKING):
        for place in numbers_in(raw):
            token = words.token_at(place.start)
            spots.setdefault(place.kind, []).append(Spot(token, token + 1, place.start, place.end))
    _add_sums(spots, words)
    _add_spread(spots, words)
    if raw.count("!") > _CALLS and ("!!" in raw or raw.count("!") > 4):
        start = raw.find("!")
        spots["seru"] = [Spot(0, 1, start, start + 1)]
    if _in_capitals(raw):
        spots["kapital"] = [Spot(0, 1, 0, min(len(raw), 60))]
    head = [one for one in spots.get("hoaks", ()) if one.first < 3 and raw[one.start : one.end].isupper()]
    if head:
        spots["judul_hoaks"] = head


def _in_capitals(raw: str) -> bool:
    """Whether most letters are capitals; a text of many small ones is known at once."""
    plain = raw.encode("ascii", "ignore")
    if len(plain) - len(plain.translate(None, _SMALL)) > len(raw) * (1 - _CAPITALS):
        return False
    letters = sum(map(str.isalpha, raw))
    return letters >= _LETTERS and sum(map(str.isupper, raw)) > letters * _CAPITALS


def _add_sums(spots: Spots, words: Words) -> None:
    """Add to `uang_jumlah` sums written as one word ("45jt", "Rp350.000"), but those of public budgets (miliar)."""
    if not words.digits:
        return
    tokens = words.tokens
    for place in [place for place, token in enumerate(tokens) if token[0] in _SUM_STARTS or not token.isascii()]:
        token = tokens[place]
        small = token[0].isdigit() and token.casefold().endswith(_SUMS)
        rupiah = token[:2].casefold() == "rp" and token[2:3].isdigit()
        if small or (rupiah and _BUDGET.isdisjoint(map(str.casefold, tokens[place + 1 : place + 4]))):
            spots.setdefault("uang_jumlah", []).append(Spot(place, place + 1, words.starts[place], words.end(place)))


def _add_spread(spots: Spots, words: Words) -> None:
    """Add to `sebar_kuat` what asks to pass the text on to others ("kabari keluarga", "ke 10 teman")."""
    for ask in spots.get("terus", ()):
        after = words.tokens[ask.behind : ask.behind + 3]
        others = [one for one in spots.get("orang_lain", ()) if 0 <= one.first - ask.behind < 3]
        counted = [
            one
            for one in spots.get("jumlah_orang", ())
            if 0 < one.first - ask.behind < 4 and any(token.isdigit() for token in after)
        ]
        for one in (others + counted)[:1]:
            spots.setdefault("sebar_kuat", []).append(Spot(ask.first, one.behind, ask.start, one.end))


def _denials(spots: Spots, words: Words) -> list[Spot]:
    """The denials of a text; "jangan lupa" and "jangan sampai" ask for the thing itself."""
    return [
        one
        for one in spots.get("jangan", ())
        if not (
            one.behind < len(words.tokens)
            and words.tokens[one.behind].casefold() in ("lupa", "sampai", "ragu", "takut")
        )
    ]


def _clarifies(spots: Spots, words: Words) -> Spot | None:
    """The words by which a text corrects a message or warns of a scam; None beside the pressure of a chain message."""
    verdict = [*spots.get("judul_hoaks", ()), *spots.get("verdik", ())]
    if not verdict or _pressed(spots, words):
        return None
    return min(verdict, key=lambda one: one.start)


def _pressed(spots: Spots, words: Words) -> bool:
    """Whether the text itself presses its readers to pass it on, or swears that it is true."""
    if "penyangkalan" in spots:
        return True
    chain = [one for one in spots.get("sebar_kuat", ()) if words.raw[one.start : one.end].casefold().startswith(_CHAIN)]
    denials = _denials(spots, words)
    return any(not any(0 < one.first - no.first <= DENIED for no in denials) for one in chain)
