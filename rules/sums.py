"""Sums of money written as one word ("45jt", "Rp350.000"), those of public budgets (miliar) left out."""

from rules.links import Place
from rules.words import Texts

SUM_CUE = "uang_jumlah"
_ENDS = ("jt", "juta", "rb", "ribu")
_BUDGET = frozenset(("miliar", "milyar", "triliun", "m", "t"))


def sums_in(texts: Texts) -> dict[int, list[Place]]:
    """The sums of each text that holds any, in their order."""
    found: dict[int, list[Place]] = {}
    for number in texts.sums.tolist():
        if _is_sum(texts, number):
            text = int(texts.owner[number])
            place = Place(SUM_CUE, int(texts.starts[number]), int(texts.ends[number]))
            found.setdefault(text, []).append(place)
    return found


def _is_sum(texts: Texts, number: int) -> bool:
    """Whether a token is a sum; of rupiah, the next words say whether it is one of a budget."""
    token = texts.token(number)
    if token[0].isdigit() and token.casefold().endswith(_ENDS):
        return True
    if token[:2].casefold() != "rp" or not token[2:3].isdigit():
        return False
    behind = min(number + 4, int(texts.bounds[texts.owner[number] + 1]))
    return _BUDGET.isdisjoint(texts.token(after).casefold() for after in range(number + 1, behind))
