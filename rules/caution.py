"""Caution: signs of scam, hoax, provocation and leaked personal data; a clarification that quotes them is a service.

Every rule adds its weight (domain rule: indicators, two ask for a look, a request for money or a code at once). Strong
rules count in full, weak ones (urgency, a short link, exclamation marks) together 3 at most: offices use them daily.
`review` from a sum of 4, of which strong rules give 3; what stays below is kept as findings and the code is `none`.
`klarifikasi`: the text itself says that a message is false, or warns of a scam, and is quoted signs or a verdict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

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
    parse_cues,
    spots_of,
    take_denied,
)
from rules.gates import Gate
from rules.links import (
    LINK_CUES,
    NUMBER_CUES,
    NUMBER_LEAST,
    LinkWords,
    Place,
    links_in,
    mask_personal,
    numbers_in,
    parse_links,
    personal_numbers,
)
from rules.matching import Entry, Hit, Hits
from rules.sums import SUM_CUE, sums_in
from rules.words import Texts, Words


@dataclass(frozen=True, eq=False)
class CautionList(CueList):
    """The list of caution: cues and rules, and the hosts of addresses."""

    links: LinkWords

    @cached_property
    def numbering(self) -> frozenset[str]:
        """The rules that speak of telephone and account numbers."""
        return frozenset(rule.rule for rule in self.rules.values() if rule.names(NUMBER_CUES))


ENOUGH = 4
"""Sum from which the code is `review`."""
STRONG_LEAST = 3
"""Sum of the strong rules without which a caption is never `review`."""
WEAK_MOST = 3
"""What all weak rules together may count."""
_MADE = (*LINK_CUES, *NUMBER_CUES, "nomor_induk", "kapital", "seru", "judul_hoaks")
_GUESSED = ("kapital", "seru", "judul_hoaks", *NUMBER_CUES)
"""Cues that the gate sets from a count of letters or another cue: whether they stand there is seen in reading."""
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
_KEPT = frozenset(("nomor_induk",))
_KEPT_UNQUOTED = _KEPT | {"hasut", "hina"}
_CLARIFYING = frozenset(("verdik", "hoaks"))
"""Cues by which a text may correct a message or warn of one, whatever else it holds."""
_SUSPECT = frozenset(LINK_CUES) - {"tautan_resmi"} | {"nomor_induk"}
_CAPITALS = 0.6
_CALLS = 2
_SMALL = bytes(range(ord("a"), ord("z") + 1))
_LETTERS = 25


def parse_caution(text: str) -> CautionList:
    """Read the list of caution; raises ListError with a sentence in Indonesian."""
    cues, more = parse_cues("kewaspadaan", text, _MADE, inner=True)
    links = parse_links("kewaspadaan", more.pop("links", {}))
    if more:
        raise ListError(f"Daftar kewaspadaan: bagian “{min(more)}” tidak dikenal.")
    return CautionList(cues.entries, cues.late, cues.rules, cues.starters, links)


def caution_gate(lists: CautionList, entries: Sequence[Entry]) -> Gate:
    """The gate of a list, for entries numbered as a Matcher numbers them."""
    # What cues are made from too: a list of an office need not hold them.
    made = (*_MADE, "terus", "sebar_kuat", SUM_CUE)
    return Gate(lists, entries, made, _CLARIFYING, (*_DENIABLE, *_GUESSED, "sebar_kuat"))


class Looked(NamedTuple):
    """The rules that may speak of a text, and its links, numbers and sums of money."""

    rules: Sequence[Rule]
    places: Sequence[Place]


def looked_caution(texts: Texts, hits: Hits, late: Hits, gate: Gate, lists: CautionList) -> dict[int, Looked]:
    """The texts that hold anything this part may speak of: most hold nothing. hits, late: those of `lists.entries` and
    `lists.late`."""
    cues = gate.cues(texts, (hits, late))
    concerned = texts.calls > _CALLS
    concerned[texts.owner[hits.firsts]] = True
    places = _places(texts, lists)
    for text, found in places.items():
        cues[text, gate.columns(place.kind for place in found)] = True
        concerned[text] |= not _SUSPECT.isdisjoint(place.kind for place in found)
    made = {
        "seru": texts.calls > _CALLS,
        "kapital": texts.small <= np.fromiter(map(len, texts.raws), np.int64, len(texts.raws)) * (1 - _CAPITALS),
        "sebar_kuat": cues[:, gate.columns(["terus"])[0]],
        "judul_hoaks": cues[:, gate.columns(["hoaks"])[0]],
        **dict.fromkeys(NUMBER_CUES, texts.digits >= NUMBER_LEAST),
    }
    for column, truths in zip(gate.columns(made), made.values(), strict=True):
        cues[:, column] |= truths
    looked = {}
    for text, rules in gate.passing(cues, concerned).items():
        found = places.get(text, [])
        if texts.digits[text] >= NUMBER_LEAST and any(rule.rule in lists.numbering for rule in rules):
            found = [*found, *numbers_in(texts.raws[text])]
        looked[text] = Looked(rules, found)
    return looked


def _places(texts: Texts, lists: CautionList) -> dict[int, list[Place]]:
    """The links, the sums of money and the numbers of persons of each text that holds any."""
    found = sums_in(texts)
    for text in np.flatnonzero(texts.numbered).tolist():
        found.setdefault(text, []).extend(personal_numbers(texts.raws[text]))
    for text in _linked(texts, lists):
        found.setdefault(text, []).extend(links_in(texts.raws[text], lists.links))
    return {text: places for text, places in found.items() if places}


def _linked(texts: Texts, lists: CautionList) -> list[int]:
    """The texts that may hold an address of a kind that the list names."""
    owner = np.searchsorted(texts.offsets, texts.dots, side="right") - 1
    hints = lists.links.hints
    linked = {text for text in set(owner.tolist()) if "/" in texts.raws[text] or "www" in texts.raws[text].casefold()}
    for text, dot in zip(owner.tolist(), (texts.dots - texts.offsets[owner]).tolist(), strict=True):
        if texts.raws[text][dot + 1 : dot + 3].casefold() in hints:
            linked.add(text)
    return sorted(linked)


def read_caution(words: Words, hits: Sequence[Hit], late: Sequence[Hit], looked: Looked) -> Verdict:
    """Say whether a caption asks for a look, or is a clarification; findings of low weight are kept (module docstring).

    late: the hits of the list's `late`. looked: what `looked_caution` says of the text.
    """
    spots = spots_of(words, [*hits, *late])
    _add_made(spots, words, looked.places)
    clarifies = _clarifies(spots, words)
    take_denied(spots, _denials(spots, words), _DENIABLE, words.raw)
    found = [(rule, place) for rule in looked.rules if (place := found_by(rule, spots))]
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


def _add_made(spots: Spots, words: Words, places: Sequence[Place]) -> None:
    """Add the cues that are more than a word: links, numbers of persons, capitals, exclamation marks, a headline."""
    raw = words.raw
    for place in places:
        token = words.token_at(place.start)
        spots.setdefault(place.kind, []).append(Spot(token, token + 1, place.start, place.end))
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


def _add_spread(spots: Spots, words: Words) -> None:
    """Add to `sebar_kuat` what asks to pass the text on to others ("kabari keluarga", "ke 10 teman")."""
    for ask in spots.get("terus", ()):
        after = [words.token(number) for number in range(ask.behind, min(ask.behind + 3, len(words.starts)))]
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
            one.behind < len(words.starts) and words.token(one.behind).casefold() in ("lupa", "sampai", "ragu", "takut")
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
