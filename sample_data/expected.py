"""Counts what a reader should find in the files, from the script's own list of entries and no code of the dashboard.

The rules are those of docs/design.md, section 2, written down a second time and as simply as possible.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sample_data.model import MONTHS, Agency, Entry, Post, Report, Written

TARGET = 3
TARGET_FROM = date(2024, 10, 23)
HOLIDAYS = {date(2024, 11, 27)}
Loaded = Sequence[tuple[Report, Written]]


@dataclass(frozen=True)
class Cover:
    """One file covers one OPD on some platforms for some days."""

    opd: str
    platforms: tuple[str, ...]
    first_day: date
    last_day: date
    complete: bool


def coverage(report: Report, written: Written) -> list[Cover]:
    """What a file covers: each OPD in it, on the platforms that it names there."""
    platforms: dict[str, set[str]] = defaultdict(set)
    for entry in written.entries:
        platforms[entry.post.opd].add(entry.post.platform)
    days = (report.first_day, report.last_day)
    return [Cover(o, tuple(sorted(p)), *days, o not in report.incomplete) for o, p in sorted(platforms.items())]


def compute(loaded: Loaded, agencies: Mapping[str, Agency]) -> dict[str, object]:
    """Everything that expected.json says; README.md explains each key."""
    posts = _distinct(entry for _, written in loaded for entry in written.entries)
    konten = _konten(posts)
    covers = [cover for report, written in loaded for cover in coverage(report, written)]
    months = {month: _month(month, posts, konten, loaded, covers, agencies) for month in MONTHS}
    return {
        "files": _files(loaded),
        "total": {"unggahan": len(posts), "konten": len(set(konten.values()))},
        "months": months,
        "last_post_day": _last_days(posts),
        "targets": _targets(posts, konten, covers, agencies),
    }


def _distinct(entries: Iterable[Entry]) -> list[Post]:
    """Every post that some file holds, once, in the order of time."""
    found = {entry.post.number: entry.post for entry in entries}
    return sorted(found.values(), key=lambda post: (post.at, post.number))


def _konten(posts: Sequence[Post]) -> dict[int, tuple[str, int, date]]:
    """The konten of each post: its OPD, a number and its first day.

    Same OPD, same non-empty text, at most one post a platform, within three days of the first.
    """
    open_groups: dict[tuple[str, str], list[tuple[tuple[str, int, date], set[str]]]] = defaultdict(list)
    found = {}
    for number, post in enumerate(posts):
        text = " ".join(unicodedata.normalize("NFKC", post.caption).casefold().split())
        day = post.at.date()
        fitting = [
            group
            for group in open_groups[post.opd, text]
            if text and post.platform not in group[1] and day - group[0][2] <= timedelta(days=3)
        ]
        if fitting and day - fitting[0][0][2] > timedelta(days=2):
            raise ValueError(f"the sample must not depend on how three days are counted: {post}")
        group = fitting[0] if fitting else ((post.opd, number, day), set())
        if not fitting:
            open_groups[post.opd, text].append(group)
        group[1].add(post.platform)
        found[post.number] = group[0]
    return found


def _files(loaded: Loaded) -> dict[str, dict[str, object]]:
    seen: set[int] = set()
    files = {}
    for report, written in loaded:
        numbers = {entry.post.number for entry in written.entries}
        repeated = len(written.entries) - len(numbers)
        days = sorted(entry.post.at.date() for entry in written.entries)
        meta = report.source.startswith("meta")
        said = {
            "source": report.source,
            "records": len(written.entries),
            "posts": len(numbers),
            "repeated": repeated,
            "rejected": written.rejected,
            "new_posts": len(numbers - seen),
            "clock": "America/Los_Angeles" if meta else "Asia/Jakarta",
            "first_day": str(days[0]),
            "last_day": str(days[-1]),
        }
        if report.source.startswith("meta_instagram"):
            timed = [entry.post for entry in written.entries if entry.link]
            said["clock_proof"] = {"agree": sum(not post.scheduled for post in timed), "of": len(timed)}
        sums: Counter[str] = Counter()
        for entry in written.entries:
            # Reach counts persons: it is never added up.
            sums.update({name: count for name, count in entry.figures.items() if name != "reach"})
        if sums and not repeated:
            said["sums"] = dict(sums)
        files[f"{report.month}/{report.name}"] = said
        seen |= numbers
    return files


def _month(
    month: str,
    posts: Sequence[Post],
    konten: Mapping[int, tuple[str, int, date]],
    loaded: Loaded,
    covers: Sequence[Cover],
    agencies: Mapping[str, Agency],
) -> dict[str, object]:
    first, last = MONTHS[month]
    here = [post for post in posts if first <= post.at.date() <= last]
    begun = {k for k in konten.values() if first <= k[2] <= last}
    reporting = {c.opd for c in covers if c.first_day <= last and c.last_day >= first}
    incomplete = {o for report, _ in loaded if report.month == month for o in report.incomplete}
    partly = {o for o in reporting if any(not _covered(o, day, posts, covers, agencies) for day in _days(first, last))}
    return {
        "unggahan": len(here),
        "konten": len(begun),
        "konten_with_text": len(begun & {konten[post.number] for post in posts if post.caption.strip()}),
        "konten_prokopim": len(
            begun & {konten[p.number] for p in posts if p.caption.strip() and _prokopim(p, agencies)}
        ),
        "by_platform": dict(sorted(Counter(post.platform for post in here).items())),
        "by_kind": _pairs([agencies[p.opd].kind for p in here], [agencies[k[0]].kind for k in begun]),
        "by_opd": _pairs([p.opd for p in here], [k[0] for k in begun]),
        "by_opd_platform": _nested((p.opd, p.platform) for p in here),
        "by_day": _pairs([str(p.at.date()) for p in here], [str(k[2]) for k in begun]),
        "by_opd_day": _by_opd_day(here, begun),
        "reporting": sorted(reporting),
        "not_reporting": sorted(set(agencies) - reporting),
        "declared_incomplete": sorted(incomplete),
        "partly_covered": sorted(partly),
        **_said(month, loaded),
    }


def _prokopim(post: Post, agencies: Mapping[str, Agency]) -> bool:
    """Whether it stands on an account of the protocol section, which has its own norm in the shares of leaders."""
    return "prokopim" in agencies[post.opd].accounts.get(post.platform, "").casefold()


def _pairs(unggahan: Sequence[str], konten: Sequence[str]) -> dict[str, list[int]]:
    """Per name: [unggahan, konten]."""
    posts, contents = Counter(unggahan), Counter(konten)
    return {name: [posts[name], contents[name]] for name in sorted({*posts, *contents})}


def _nested(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for (outer, inner), count in sorted(Counter(pairs).items()):
        counts[outer][inner] = count
    return counts


def _by_opd_day(here: Sequence[Post], begun: set[tuple[str, int, date]]) -> dict[str, dict[str, list[int]]]:
    opds = sorted({post.opd for post in here} | {k[0] for k in begun})
    return {
        opd: _pairs([str(p.at.date()) for p in here if p.opd == opd], [str(k[2]) for k in begun if k[0] == opd])
        for opd in opds
    }


def _said(month: str, loaded: Loaded) -> dict[str, object]:
    """What the logs themselves say of topic and bidang, in unggahan; the subject no log says."""
    entries = {e.post.number: e for report, written in loaded if report.month == month for e in written.entries}
    said = [e for e in entries.values() if e.topic_said or e.bidang_said]
    return {
        "topic_said": dict(sorted(Counter(e.topic_said for e in said if e.topic_said).items())),
        "subject_said": {},
        "bidang_said": _nested((e.post.opd, e.bidang_said) for e in said if e.bidang_said),
    }


def _last_days(posts: Sequence[Post]) -> dict[str, str]:
    return {opd: str(max(p.at.date() for p in posts if p.opd == opd)) for opd in sorted({p.opd for p in posts})}


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _needed(opd: str, posts: Sequence[Post], covers: Sequence[Cover], agencies: Mapping[str, Agency]) -> set[str]:
    """The platforms of an OPD: where it has an account, ever posted or ever reported."""
    reported = {platform for c in covers if c.opd == opd for platform in c.platforms}
    return set(agencies[opd].accounts) | {p.platform for p in posts if p.opd == opd} | reported


def _covered(
    opd: str, day: date, posts: Sequence[Post], covers: Sequence[Cover], agencies: Mapping[str, Agency]
) -> bool:
    """Whether complete reports cover every platform of the OPD on this day."""
    done = {p for c in covers if c.opd == opd and c.complete and c.first_day <= day <= c.last_day for p in c.platforms}
    needed = _needed(opd, posts, covers, agencies)
    return bool(needed) and needed <= done


def _targets(
    posts: Sequence[Post],
    konten: Mapping[int, tuple[str, int, date]],
    covers: Sequence[Cover],
    agencies: Mapping[str, Agency],
) -> dict[str, object]:
    """Working days met (m), unmet (u), unknown (?) at three konten a day from 23 October 2024 on, per OPD and month."""
    counts = Counter((k[0], k[2]) for k in set(konten.values()))
    result: dict[str, object] = {}
    for opd in agencies:
        months = {}
        for month, (first, last) in MONTHS.items():
            letters, gap = "", 0
            for day in _days(max(first, TARGET_FROM), last):
                if day.weekday() >= 5 or day in HOLIDAYS:
                    continue
                met = counts[opd, day] >= TARGET
                unmet = not met and _covered(opd, day, posts, covers, agencies)
                letters += "m" if met else "u" if unmet else "?"
                gap += TARGET - counts[opd, day] if unmet else 0
            number = {"met": letters.count("m"), "unmet": letters.count("u"), "unknown": letters.count("?")}
            months[month] = {**number, "gap": gap, "days": letters}
        result[opd] = months
    return result
