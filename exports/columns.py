"""How wide the columns of a table are on a slide or a page: no ordinary word is broken, short cells stay on a line."""

from collections.abc import Sequence

from charts.wording import text_width

LONGEST_WORD = 115
"""Points up to which a column is widened for a single word; a longer one (an address) is broken."""
WIDEST = 230
"""Points beyond which a column that holds sentences is not widened: they break into lines."""


def column_widths(
    labels: Sequence[str], words: Sequence[Sequence[str]], size: float, whole: float, margin: float
) -> list[float]:
    """Points of the columns of a table `whole` points wide, its words of that size with a margin on either side."""
    set_in = round(size * 10)
    least, addresses = [], set()
    for at, label in enumerate(labels):
        names = max((text_width(word, set_in) for word in label.split()), default=0) * 1.15
        cells = max((text_width(word, set_in) for row in words for word in row[at].split()), default=0) * 1.05
        if cells / 10 > LONGEST_WORD:
            addresses.add(at)  # it is broken anyway
        least.append(min(max(names, cells) / 10, LONGEST_WORD) + 2 * margin)
    if not least or sum(least) >= whole:
        return [whole * one / sum(least) for one in least]
    longest = [max((text_width(row[at], set_in) for row in words), default=0) / 10 for at in range(len(labels))]
    wanted = [min(max(one * 1.05 + 2 * margin - few, 0), WIDEST) for one, few in zip(longest, least, strict=True)]
    wanted = [0 if at in addresses else one for at, one in enumerate(wanted)]
    rest, widths = whole - sum(least), list(least)
    for place, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given = min(wanted[at], rest / (len(wanted) - place))  # the modest first: what they leave goes to the others
        widths[at], rest = widths[at] + given, rest - given
    return [one * whole / sum(widths) for one in widths]
