"""Writes the two sample months of the invented regency, their manifest and what a reader should count.

python -m sample_data.make [FOLDER]
"""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sample_data import captions, expected, happenings, write_form, write_logs, write_meta
from sample_data.model import MARK, MONTHS, Agency, Post, Report, Written
from sample_data.plan import FORM, ROUTES, reports

HERE = Path(__file__).parent


def make(folder: Path) -> None:
    """Write 2024-10/, 2024-11/, manifest.json and expected.json into the folder; the same bytes each time."""
    agencies = happenings.roster()
    posts = happenings.posts()
    loaded = []
    for month in MONTHS:
        shutil.rmtree(folder / month, ignore_errors=True)
        (folder / month).mkdir(parents=True)
    for report in reports():
        if chosen := _chosen(report, posts):
            loaded.append((report, _write(folder / report.month / report.name, report, agencies, chosen)))
    _save(folder / "manifest.json", _manifest(loaded))
    _save(folder / "expected.json", expected.compute(loaded, agencies))


def _chosen(report: Report, posts: Sequence[Post]) -> list[Post]:
    """The posts that this file reports; a form chooses among all OPD itself."""
    here = [p for p in posts if report.first_day <= p.at.date() <= report.last_day]
    if report.source == FORM:
        return here
    route = next(r for r in ROUTES if r.source == report.source and f"contoh-{r.opd}" == report.opd)
    stories = report.source == "meta_instagram_stories"
    letters = {"facebook": "f", "instagram": "i", "tiktok": "t", "x": "x", "youtube": "y"}
    return [
        p
        for p in here
        if p.opd == report.opd and letters[p.platform] in route.platforms and (p.kind == "story") == stories
    ]


def _write(path: Path, report: Report, agencies: Mapping[str, Agency], posts: Sequence[Post]) -> Written:
    """One file in the shape of its source."""
    if report.source == FORM:
        known = {f"contoh-{r.opd}" for r in ROUTES if r.source == FORM and r.share < 1}
        return write_form.write(path, report, agencies, posts, known)
    agency = agencies[report.opd]
    if report.source == "meta_facebook":
        return write_meta.write_facebook(path, report, agency, posts)
    if report.source.startswith("meta_instagram"):
        return write_meta.write_instagram(path, report, agency, posts)
    if report.style == "semicolon":
        return write_logs.write_semicolon(path, report, agency, posts)
    head = captions.head_of(agency, list(agencies).index(report.opd))
    return write_logs.write(path, report, agency, head, posts)


def _manifest(loaded: Sequence[tuple[Report, Written]]) -> dict[str, object]:
    """What the person who uploads would answer, file by file."""
    return {
        "notice": MARK,
        "regency": "Kabupaten Nalasena (rekaan)",
        "roster": "roster_contoh.csv",
        "target": {"number": 3, "counts": "konten", "days": "hari kerja", "from_day": "2024-10-23", "basis": None},
        "files": [_answers(report, written) for report, written in loaded],
    }


def _answers(report: Report, written: Written) -> dict[str, object]:
    covers = expected.coverage(report, written)
    return {
        "file": f"{report.month}/{report.name}",
        "month": report.month,
        "agency": report.opd or None,
        "first_day": str(report.first_day),
        "last_day": str(report.last_day),
        "complete": report.opd not in report.incomplete if report.opd else True,
        "incomplete": list(report.incomplete),
        "as_of": str(report.as_of),
        "uploaded_by": f"{report.uploaded_by} (rekaan)",
        "names": dict(written.typed),
        "coverage": [{"agency": c.opd, "platforms": list(c.platforms), "complete": c.complete} for c in covers],
    }


def _save(path: Path, content: object) -> None:
    """Json that a person can read: the outer levels on lines of their own, the inner ones on one line."""
    path.write_text(_lines(content, 3) + "\n", encoding="utf-8", newline="\n")


def _lines(content: object, depth: int, indent: str = "") -> str:
    inner = indent + " "
    if depth and isinstance(content, dict) and content:
        rows = [f"{inner}{json.dumps(k)}: {_lines(v, depth - 1, inner)}" for k, v in content.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    if depth and isinstance(content, list) and content and isinstance(content[0], dict):
        rows = [inner + _lines(v, depth - 2, inner) for v in content]
        return "[\n" + ",\n".join(rows) + f"\n{indent}]"
    return json.dumps(content, ensure_ascii=False)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
