"""Liputan Pimpinan dan Perangkat Daerah: whom the konten of each OPD show, against the office's own threshold."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import ibis.expr.types as ir

from answers.choice import Choice, trend_start
from answers.frame import KONTEN, MELAPOR, Frame
from answers.head import answer_to
from answers.legible import TERSEDIA, read_legible
from answers.protocol import told_apart
from answers.selection import Selection, select
from charts.coverage import DETAILS, PARTS, PROTOCOL, SUBJECT_HOW, lines_of, subject_chart
from charts.coverage_verdict import (
    FEWEST,
    LEADERS,
    MARGIN,
    VERDICT_HOW,
    Limit,
    trend_chart,
    verdict_sentence,
    verdict_table,
)
from charts.labels import SUBJECTS
from charts.model import Answer, Number
from indonesia import show_number, show_share
from metrics.content import begun_within, contents, legible
from metrics.coverage import SENDER, agency_subjects, repost_counts, with_parts
from metrics.coverage_verdict import leader_verdicts, monthly_parts
from store import Scope, Store

NAME, TITLE = "coverage", "Liputan Pimpinan dan Perangkat Daerah"

LIPUTAN = ("Liputan", SUBJECT_HOW)
PIMPINAN = (
    "Pimpinan daerah dan pimpinan OPD",
    "Pimpinan daerah: bupati, wakil bupati, sekretaris daerah, dan pejabat setingkat provinsi. Pimpinan OPD: kepala "
    "dinas, kepala badan, camat, direktur, dan sejenisnya. Keduanya bersama-sama disebut Pimpinan. Jabatan dibaca "
    "menurut tanggal unggahan (Pengaturan, Pejabat dan Calon).",
)
PROKOPIM = (
    PROTOCOL,
    "Bagian Protokol dan Komunikasi Pimpinan. Meliput pimpinan adalah tugasnya, sehingga kontennya ditampilkan "
    "terpisah dan tidak ikut dalam bagian seluruh OPD. Dikenali dari nama OPD, nama akun, nama pada laporan, atau "
    "bidang yang disebut.",
)
ULANG = (
    "Unggahan ulang",
    "Unggahan milik pihak lain yang dibagikan kembali, menurut laporan atau keterangannya, sering kali atas arahan. "
    "Tidak ikut dalam pembagi di halaman ini; dalam aktivitas tetap dihitung.",
)
BATAS = (
    "Batas",
    "Yang dihitung ialah bagian dari konten yang dilaporkan, bukan bagian kegiatan yang dipublikasikan: daftar "
    "kegiatan tidak ada dalam laporan.",
)

Totals = Mapping[str, int]
COLUMNS = ("post_key", "published_at", "content_key", "content_day", "topic", "subject", "subject_detail", *SENDER)
"""What of a post tells whom it shows and who speaks in it."""


def coverage(store: Store, scope: Scope, choice: Choice, today: date, limit: Limit | None = None) -> Answer:
    """How the konten of the period divide between leaders and departments. `limit`: the office's own threshold.

    Without one nobody is judged.
    """
    selection = select(store, scope, choice, today)
    return answer_to(selection, NAME, TITLE, lambda words: _answered(selection, words, limit))


def _answered(selection: Selection, words: Frame, limit: Limit | None) -> dict[str, Any]:
    read = read_legible(selection, words, "subject_source")
    basis = read.words.basis
    konten = _konten(selection)
    reposts = {row["agency_id"]: row["unggahan"] for row in selection.rows(repost_counts(read.posts))}
    office = selection.kept(_parts(selection, konten, False))
    lines = lines_of(basis, selection.rows(office), selection.rows(_parts(selection, konten, True)), reposts)
    totals = {code: sum(line.konten[code] for line in lines if not line.protocol) for code in PARTS}
    left_out, apart = sum(reposts.values()), sum(line.whole for line in lines if line.protocol)
    months = selection.rows(monthly_parts(konten.filter(~konten.protocol)))
    said = _verdicts(selection, office, limit)
    judged = verdict_sentence(basis, lines, said, limit.percent) if limit and sum(totals.values()) else ""
    sentence = _sentence(read.words, totals, left_out + apart)
    return {
        "sentence": f"{sentence}{judged}{_remarks(left_out, apart)}{read.remark}",
        "numbers": _numbers(read.words, totals, {"prokopim": "tidak"} if apart else {}),
        "charts": (
            subject_chart(basis, lines, left_out, limit.percent if limit else None),
            trend_chart(basis, months, selection.last),
        ),
        "tables": (verdict_table(basis, lines, said, limit),) if limit else (),
        "definitions": (
            KONTEN, LIPUTAN, PIMPINAN, PROKOPIM, *([ULANG] if left_out else []), _threshold_words(limit), BATAS,
            *([TERSEDIA] if read.remark else []), MELAPOR,
        ),
    }  # fmt: skip


def _konten(selection: Selection) -> ir.Table:
    """The konten of the last twelve months, reposts left out, with protocol: whether it is the protocol section's."""
    first = min(selection.first, trend_start(selection.last))
    posts = legible(begun_within(selection.posts, first, selection.last), "subject_source")
    posts = told_apart(selection, posts.filter(~posts.is_repost), *COLUMNS)
    return selection.kept(contents(posts, "subject_detail", "protocol"))


def _parts(selection: Selection, konten: ir.Table, protocol: bool) -> ir.Table:
    """The konten of the period per OPD and part: those of the protocol section, or the others."""
    own = konten.filter(konten.protocol == protocol, konten.content_day >= selection.first)
    return agency_subjects(with_parts(own, DETAILS), selection.roster, PARTS)


def _verdicts(selection: Selection, office: ir.Table, limit: Limit | None) -> Mapping[str, Mapping[str, Any]]:
    if not limit:
        return {}
    verdicts = leader_verdicts(office, LEADERS, limit.percent, margin=MARGIN, fewest=FEWEST)
    return selection.by_agency(verdicts)


def _threshold_words(limit: Limit | None) -> tuple[str, str]:
    """What the threshold is and how it is used; that none is set."""
    if limit:
        return "Ambang", f"{limit.words} {VERDICT_HOW}"
    return (
        "Ambang",
        "Kantor belum menetapkan ambang bagian pimpinan yang berlaku pada hari pertama periode ini; tidak ada OPD "
        "yang dinilai. Ambang ditetapkan pada Pengaturan.",
    )


def _by_subject(totals: Totals) -> dict[str, int]:
    """Konten per subject: the leaders of both kinds together."""
    return {code: totals[code] + (sum(totals[d] for d in DETAILS) if code == "pimpinan" else 0) for code in SUBJECTS}


def _numbers(words: Frame, totals: Totals, others: Mapping[str, str]) -> tuple[Number, ...]:
    """`others`: the filter that leaves the protocol section out of the posts behind, where it published."""
    whole = sum(totals.values())
    return tuple(
        Number(
            label,
            konten / whole if whole else None,
            f"dari konten ({show_number(konten)} konten)",
            SUBJECT_HOW,
            number_format="percent",
            posts={**words.basis.mark(subjek=code), **others},
        )
        for (code, label), konten in zip(SUBJECTS.items(), _by_subject(totals).values(), strict=True)
    )


def _sentence(words: Frame, totals: Totals, others: int) -> str:
    """`others`: how much is set apart, in whichever unit: it decides what may be said where no konten is left."""
    whole = sum(totals.values())
    if not words.reporting_opds:
        return f"Belum ada OPD yang melapor untuk {words.period}; liputan belum dapat dihitung."
    if not whole and others:
        return f"Pada {words.period} tidak ada konten di luar Prokopim dan unggahan ulang."
    if not whole:
        return f"Pada {words.period}, {show_number(words.reporting_opds)} OPD melapor tanpa satu konten pun."
    told = {code: show_share(konten / whole) for code, konten in _by_subject(totals).items()}
    leaders = [f"{show_share(totals[code] / whole)} {_small(DETAILS[code])}" for code in DETAILS if totals[code]]
    finer = f" ({', '.join(leaders)})" if leaders else ""
    parts = [f"{told[code]} {label.lower()}{finer if code == 'pimpinan' else ''}" for code, label in SUBJECTS.items()]
    return f"Dari {show_number(whole)} konten pada {words.period}: {', '.join(parts)}."


def _small(label: str) -> str:
    """A label inside a sentence: "Pimpinan OPD" becomes "pimpinan OPD"."""
    return label[:1].lower() + label[1:]


def _remarks(reposts: int, protocol: int) -> str:
    """What is not in the shares: reposts (unggahan) and what the protocol section published (konten)."""
    told: Sequence[str] = [
        *([f" {show_number(reposts)} unggahan ulang tidak ikut dihitung."] if reposts else []),
        *([f" {show_number(protocol)} konten Prokopim ditampilkan terpisah."] if protocol else []),
    ]
    return "".join(told)
