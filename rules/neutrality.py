"""Neutrality: words that favour one candidate, in tiers, by the phase of the post's day and the roles held that day.

Tiers (domain rule on evidence): A, candidate or number with an appeal; B, doubtful only while a phase runs; C, what is
legitimate (voter education, stages, reminders of neutrality, posts that name all pairs) and rules the others out. The
code is `review` ("perlu ditinjau"), never a judgement.

With a day outside every phase the part is quiet and its evidence says so. Without a day tier A speaks as in a phase: an
appeal such as "coblos nomor urut 1" has no innocent day on an official account; tier B, which only a running phase
makes doubtful, stays quiet.
"""

from collections.abc import Sequence

import numpy as np

from rules.candidates import add_names, add_numbered_tags, add_pairs, add_slogans, is_name
from rules.codes import ListError
from rules.context import CANDIDATE, LEADER_ROLES, QUIET, Moment, Named, Verdict
from rules.cues import CueList, Spot, Spots, finding, found_by, parse_cues, spot, spots_of, take_denied
from rules.gates import Gate
from rules.matching import Entry, Hit, Hits
from rules.words import Texts, Truths, Words

NeutralityList = CueList

OUTSIDE = Verdict(evidence="di luar masa pemilihan")
"""What is said of every post whose day lies outside all phases."""

NOT_IN_A_LOG = (
    "Catatan unggahan hanya memuat unggahan akun resmi. Yang tidak terlihat di dalamnya: suka, komentar, bagikan, dan "
    "ikuti dari akun mana pun; unggahan akun pribadi; isi foto dan video, termasuk pose dan atribut. Hal-hal itu tetap "
    "diatur oleh SKB netralitas dan perlu diperiksa langsung oleh petugas."
)
"""What the page prints beside every reading of neutrality (domain rule: a log never shows that somebody is neutral)."""

ENOUGH = 2
"""Weight of one finding from which the code is `review`."""
_NAMES = ("orang", "nama_sesudah", "nama_ganda", "tokoh_calon", "tokoh_jabatan")
_MADE = (*_NAMES, "urut", "nomor", "seimbang", "periode_tagar", "jabatan_tahun", "nama_daerah", "tagar_nomor",
         "nama_pasangan", "nama_dekat", "nama_pilih", "nol")  # fmt: skip
_NUMBERS = {
    **{str(n): n for n in range(1, 7)}, **{f"0{n}": n for n in range(1, 7)},
    "satu": 1, "siji": 1, "sikok": 1, "sighi": 1, "dua": 2, "duo": 2, "loro": 2, "tiga": 3, "tigo": 3, "telu": 3,
    "empat": 4, "papat": 4, "ampek": 4, "lima": 5, "limo": 5,
}  # fmt: skip
_NUMBER_WORDS = {"angka", "nomor", "nomer", "no", "nmr", "nomornyo", "nomornya"}
_ORDER_WORDS = {"urut", "urutnya", "urutan"}
_BALLOT = {"01", "02", "03", "04"}
_NUMBERED = frozenset(
    {"rt", "rw", "tps", "sdn", "sd", "smp", "smpn", "sma", "sman", "smk", "tanggal", "tgl", "no", "nomor", "jalan",
     "jl", "gang", "blok", "km", "dusun", "pukul", "jam", "tahap", "paket"}
)  # fmt: skip
_MONTHS = frozenset(
    {"januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november"}
    | {"desember"}
)
_TO = frozenset(("sampai", "hingga", "sd", "dst", "seterusnya"))
_PAIR_WORDS = {"paslon", "calon"}
_SIGNS = frozenset(
    form
    for word in ("angka", "nomor", "nomer", "nmr", "urut", "paslon")
    for form in (word, word.upper(), word.capitalize())
) | frozenset(("no", "No", "NO", "01", "02", "03", "04"))
"""Words without which no number of a candidate stands in a text, as they are written."""
SIGNS = tuple(
    Entry(word, "tanda", exact=True)
    for word in sorted({sign.casefold() for sign in _SIGNS} | _NUMBER_WORDS | _ORDER_WORDS | _PAIR_WORDS)
)
"""The same as a list of words: to be looked for together with all others, for most texts hold none."""
_APPEALS = ("coblos", "mencoblos", "pilih", "dukung", "menang", "lanjut")
_NAMING = (
    *("coblos", "menang", "satu_suara", "tahun_tetap", "pilih_langsung", "solid", "beri_suara"),
    *("lagi", "idaman", "yakin", "pilih_beliau", "pilkada"),
)
_PAIRING = (
    *("menang", "yakin", "lagi", "idaman", "pilihan_itu", "kampanye_biasa", "solid", "survei", "tim"),
    *("massa", "sosok", "pilkada", "dukung", "pilih", "pilih_mereka", "foto_profil", "maju_bersama"),
)
"""Words beside which two names with a hyphen are a pair of candidates."""
_NAME_CUES = ("orang", "nama_sesudah", "nama_ganda", "nama_pilih", "nama_pasangan", "nama_dekat")
"""Cues that stand only beside words of _NAMING or _PAIRING."""
_NUMBER_CUES = ("urut", "nomor", "nol", "seimbang", "tagar_nomor")
"""Cues that stand only in texts with the number of a candidate."""
_BUILT = {"periode": "periode_tagar", "seruan": "nama_daerah", "pilkada": "calon", "atasan": "jabatan_tahun"}
"""Cue → the one that may be built on it."""
_NOT = frozenset(("bukan", "dudu", "tidak", "jangan"))
_SERIOUS = ("calon", "calon_kita", "petahana", "partai", "tokoh_calon", "tim")


def parse_neutrality(text: str) -> NeutralityList:
    """Read the list of neutrality; raises ListError with a sentence in Indonesian."""
    cues, more = parse_cues("netralitas", text, _MADE)
    if more:
        raise ListError(f"Daftar netralitas: bagian “{min(more)}” tidak dikenal.")
    return cues


def neutrality_gate(lists: NeutralityList, entries: Sequence[Entry]) -> Gate:
    """The gate of a list, for entries numbered as a Matcher numbers them. Which cues a text really has is seen when it
    is read: none rules a rule out before."""
    made = {*_MADE, *_NAMING, *_PAIRING, *_BUILT, *_BUILT.values()}
    every = made.union(entry.label for part in (lists.entries, lists.late) for entry in part)
    return Gate(lists, entries, made, (), every)


def concern_neutrality(texts: Texts, hits: Hits, late: Hits, signs: Hits, gate: Gate) -> Truths:
    """Of which texts a rule may speak, people beside: most hold nothing of it.

    hits, late, signs: those of `entries` and `late` of the list, and of SIGNS. A sign alone is nothing: a number must
    follow, or a word of `late` stand in the text.
    """
    found, signed, numbers = (np.zeros(len(texts.raws), bool) for _ in range(3))
    found[texts.owner[hits.firsts]] = True
    signed[texts.owner[[sign for sign in signs.firsts.tolist() if texts.token(sign) in _SIGNS]]] = True
    asked = signs.firsts[signed[texts.owner[signs.firsts]]]
    numbers[texts.owner[[sign for sign in asked.tolist() if _may_number(texts, sign)]]] = True
    cues = gate.cues(texts, (hits, late))
    for cue, built in _BUILT.items():
        cues[:, gate.columns([built])] |= cues[:, gate.columns([cue])]
    cues[:, gate.columns(_NAME_CUES)] |= cues[:, gate.columns((*_NAMING, *_PAIRING))].any(axis=1, keepdims=True)
    cues[:, gate.columns(_NUMBER_CUES)] |= numbers[:, None]
    concerned = np.zeros(len(texts.raws), bool)
    concerned[list(gate.passing(cues, found | signed))] = True
    return concerned


def _may_number(texts: Texts, sign: int) -> bool:
    """Whether a number of a candidate may stand at a sign, as `_add_numbers` looks for it."""
    written = texts.token(sign)
    first, behind = (int(bound) for bound in texts.bounds[texts.owner[sign] : texts.owner[sign] + 2])
    begin = max(sign - 1, first)
    tokens = [texts.token(number).casefold() for number in range(begin, min(sign + 4, behind))]
    if written in _BALLOT:
        return _alone(tokens, sign - begin)
    return not _NUMBERS.keys().isdisjoint(tokens[sign - begin + 1 :])


def read_neutrality(
    words: Words, hits: Sequence[Hit], late: Sequence[Hit], lists: NeutralityList, moment: Moment
) -> Verdict:
    """Say whether a caption asks for a look, by tier and phase (module docstring). late: the hits of `lists.late`."""
    if moment.day is not None and moment.phase is None:
        return OUTSIDE
    spots = spots_of(words, [*hits, *late])
    _add_people(spots, words, moment.named)
    _add_made(spots, words)
    if lists.starters.isdisjoint(spots):
        return QUIET
    take_denied(spots, spots.get("sangkal", []), (*_APPEALS, "tim", "jari", "unggul"), words.raw)
    phase = moment.phase.code if moment.phase else ""
    found = []
    for rule in lists.started(spots):
        if rule.tier == "B" and moment.phase is None:
            continue
        place = found_by(rule, spots)
        if place:
            found.append(finding("neutrality", rule, place, words.raw, phase))
    if not found:
        return QUIET
    code = "review" if max(one.weight for one in found) >= ENOUGH else "none"
    return Verdict(code, tuple(found), "; ".join(dict.fromkeys(one.words for one in found)))


def _add_people(spots: Spots, words: Words, named: Sequence[Named]) -> None:
    """Add the places of people who are candidates that day; several candidates make a text balanced.

    A candidate who also holds an office, named with it, is `tokoh_jabatan`: in masa tenang both are true at once.
    """
    candidates = [one for one in named if any(role.role == CANDIDATE for role in one.roles)]
    for one in candidates:
        first = words.token_at(one.start)
        place = Spot(first, words.token_at(one.end - 1) + 1, one.start, one.end)
        office = any(role.role in LEADER_ROLES for role in one.roles)
        titled = any(0 <= place.first - title.behind <= 3 for title in spots.get("atasan", ()))
        spots.setdefault("tokoh_jabatan" if office and titled else "tokoh_calon", []).append(place)


def _add_made(spots: Spots, words: Words) -> None:
    """Add the cues that are more than a word: numbers, names behind an appeal, periods in hashtags."""
    if not _SIGNS.isdisjoint(words.tokens):
        _add_numbers(spots, words)
    if any(cue in spots for cue in _NAMING):
        add_names(spots, words)
    if any(cue in spots for cue in _PAIRING):
        add_pairs(spots, words)
    if "periode" in spots:
        tagged = [one for one in spots["periode"] if one.first in words.tags]
        if tagged:
            spots["periode_tagar"] = tagged
    if "seruan" in spots:
        add_slogans(spots, words)
    if words.tags and "nomor" in spots:
        add_numbered_tags(spots, words)
    if "pilkada" in spots and "pasangan" in spots:
        spots.setdefault("calon", []).extend(spots["pasangan"])
    if "atasan" in spots:
        _add_term(spots, words)
    # Words of a contest mean nothing beside a candidate: village heads may declare support too.
    if any(cue in spots for cue in _SERIOUS):
        spots.pop("lomba", None)


def _add_numbers(spots: Spots, words: Words) -> None:
    """Add `urut` (nomor urut 1, paslon 2) and `nomor` (nomor 1); several different numbers are `seimbang`."""
    tokens = [token.casefold() for token in words.tokens]
    seen: set[int] = set()
    for place, token in enumerate(tokens):
        if token in _BALLOT and _alone(tokens, place):
            if place and tokens[place - 1] in _NOT:
                continue
            seen.add(_NUMBERS[token])
            spots.setdefault("nomor", []).append(spot(words, place, place + 1))
            spots.setdefault("nol", []).append(spot(words, place, place + 1))
        if token not in _NUMBER_WORDS and token not in _PAIR_WORDS and token not in _ORDER_WORDS:
            continue
        behind = place + 1
        ordered = token in _PAIR_WORDS or token in _ORDER_WORDS
        while behind < len(tokens) and behind - place < 3 and tokens[behind] in (_NUMBER_WORDS | _ORDER_WORDS):
            ordered = ordered or tokens[behind] in _ORDER_WORDS
            behind += 1
        number = _NUMBERS.get(tokens[behind]) if behind < len(tokens) else None
        if behind + 1 < len(tokens) and tokens[behind + 1] in _TO:
            continue
        if number is None or (not ordered and token in _PAIR_WORDS):
            continue
        seen.add(number)
        spots.setdefault("urut" if ordered else "nomor", []).append(spot(words, place, behind + 1))
    if len(seen) > 1 and "jelek" not in spots:
        spots["seimbang"] = spots.get("urut", []) + spots.get("nomor", [])


def _alone(tokens: list[str], place: int) -> bool:
    """Whether "01" stands for a pair, not for a day, a neighbourhood, a school or a polling place."""
    before = tokens[place - 1] if place else ""
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return (
        before not in _NUMBERED
        and before not in _NUMBER_WORDS | _ORDER_WORDS
        and not after[:1].isdigit()
        and not (before[-1:].isdigit() or after in _MONTHS)
    )


def _add_term(spots: Spots, words: Words) -> None:
    """Add `jabatan_tahun`: a name, an office and its next term ("Nama Bupati 2024-2029")."""
    for one in spots["atasan"]:
        years = words.tokens[one.behind : one.behind + 2]
        if len(years) == 2 and one.first and is_name(words.tokens[one.first - 1]) and _term(years):
            spots.setdefault("jabatan_tahun", []).append(spot(words, one.first - 1, one.behind + 2))


def _term(years: list[str]) -> bool:
    """Whether two tokens are the first and the last year of a term."""
    return all(year.isdigit() and len(year) == 4 for year in years) and int(years[1]) - int(years[0]) in (5, 6)
