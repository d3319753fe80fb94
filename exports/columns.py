"""How wide the columns of a table are on a slide or a page: no ordinary word is broken, short cells stay on a line."""

from collections.abc import Sequence

from charts.wording import text_width

LONGEST_WORD = 115
"""Points up to which a column is widened for a single word; a longer one (an address) is broken."""


def column_widths(
    labels: Sequence[str], words: Sequence[Sequence[str]], size: float, whole: float, margin: float
) -> list[float]:
    """Points of the columns of a table `whole` points wide, its words of that size with a margin on either side."""
    set_in = round(size * 10)
    least, longest_words = [], []
    for at, label in enumerate(labels):
        names = max((text_width(word, set_in) for word in label.split()), default=0) * 1.15
        cells = max((text_width(word, set_in) for row in words for word in row[at].split()), default=0) * 1.05
        longest_words.append(cells / 10)
        least.append(min(max(names, cells) / 10, LONGEST_WORD) + 2 * margin)
    if not least or sum(least) >= whole:
        return [whole * one / sum(least) for one in least]
    longest = [max((text_width(row[at], set_in) for row in words), default=0) / 10 for at in range(len(labels))]
    wanted = [
        0 if word > LONGEST_WORD and cell < 1.2 * word else max(cell * 1.05 + 2 * margin - few, 0)  # an address: broken
        for word, cell, few in zip(longest_words, longest, least, strict=True)
    ]
    rest, widths = whole - sum(least), list(least)
    for place, at in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given = min(wanted[at], rest / (len(wanted) - place))  # the modest first: what they leave goes to the others
        widths[at], rest = widths[at] + given, rest - given
    return [one * whole / sum(widths) for one in widths]
