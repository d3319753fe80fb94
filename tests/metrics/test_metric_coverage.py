"""Whom the konten show: shares per OPD, OPDs without konten in the list."""

from metrics.content import contents
from metrics.coverage import (
    agency_subjects,
    repost_counts,
    senders,
    sent,
    subject_totals,
    with_parts,
    with_protocol,
)
from tests.metrics.tables import Run, agencies, post, posts, table

SUBJECTS = ("pimpinan", "perangkat", "tidak_jelas")
THREE = (
    post("a", "x", 1, "k1", subject="pimpinan"),
    post("a", "x", 2, "k2", subject="perangkat"),
    post("a", "facebook", 2, "k2", subject="perangkat"),
    post("a", "x", 3, "k3", subject="pimpinan"),
    post("a", "x", 4, "k4", subject="pimpinan"),
)


def test_shares_of_konten_per_agency(run: Run) -> None:
    rows = run(agency_subjects(contents(posts(*THREE)), agencies("a", "b"), SUBJECTS))
    assert {(r["agency_id"], r["subject"]): (r["konten"], r["whole"], r["share"]) for r in rows} == {
        ("a", "pimpinan"): (3, 4, 0.75),
        ("a", "perangkat"): (1, 4, 0.25),
        ("a", "tidak_jelas"): (0, 4, 0.0),
        ("b", "pimpinan"): (0, 0, None),
        ("b", "perangkat"): (0, 0, None),
        ("b", "tidak_jelas"): (0, 0, None),
    }


def test_totals_over_all_agencies(run: Run) -> None:
    rows = run(subject_totals(agency_subjects(contents(posts(*THREE)), agencies("a", "b"), SUBJECTS)))
    assert {r["subject"]: (r["konten"], r["share"]) for r in rows} == {
        "pimpinan": (3, 0.75),
        "perangkat": (1, 0.25),
        "tidak_jelas": (0, 0.0),
    }


SENT = {
    "post_key": "string", "record_id": "string", "agency_id": "string", "account": "string", "bidang": "string",
    "is_repost": "boolean",
}  # fmt: skip
FOUR = table(
    SENT,
    [
        ("1", "r1", "setda", "prokopim.contoh", "", False),
        ("2", "r2", "setda", "", None, True),
        ("3", "r3", "setda", "", "setda/hukum", True),
        ("4", "r4", "dinas", "", "", False),
    ],
)
WROTE = table(
    {"record_id": "string", "agency_text": "string"},
    [("r1", "Setda"), ("r2", "Bagian Prokopim"), ("r3", "Setda"), ("r9", "Prokopim")],
)


def test_senders_are_told_by_account_report_and_bidang(run: Run) -> None:
    found = {tuple(row.values()) for row in run(senders(sent(FOUR, WROTE)))}
    assert found == {
        ("setda", "prokopim.contoh", "Setda", ""),
        ("setda", "", "Bagian Prokopim", ""),
        ("setda", "", "Setda", "setda/hukum"),
        ("dinas", "", "", ""),
    }


def test_posts_of_the_protocol_section_are_marked_and_no_post_is_lost(run: Run) -> None:
    sender = dict.fromkeys(("agency_id", "account", "agency_text", "bidang"), "string")
    protocol = table(sender, [("setda", "", "Bagian Prokopim", ""), ("setda", "prokopim.contoh", "Setda", "")])
    rows = run(with_protocol(sent(FOUR, WROTE), protocol))
    assert {row["post_key"]: row["protocol"] for row in rows} == {"1": True, "2": True, "3": False, "4": False}
    none = run(with_protocol(sent(FOUR, WROTE), table(sender, [])))
    assert [row["protocol"] for row in none] == [False] * 4


def test_leaders_of_the_regency_and_of_the_opd_are_told_apart(run: Run) -> None:
    told = {"content_key": "string", "subject": "string", "subject_detail": "string"}
    konten = table(
        told,
        [
            ("1", "pimpinan", "pimpinan_daerah"), ("2", "pimpinan", "pimpinan_opd"), ("3", "pimpinan", ""),
            ("4", "pimpinan", None), ("5", "perangkat", "pimpinan_opd"), ("6", "campuran", "campuran"),
        ],
    )  # fmt: skip
    rows = run(with_parts(konten, ("pimpinan_daerah", "pimpinan_opd")))
    assert {row["content_key"]: row["subject"] for row in rows} == {
        "1": "pimpinan_daerah", "2": "pimpinan_opd", "3": "pimpinan", "4": "pimpinan", "5": "perangkat",
        "6": "campuran",
    }  # fmt: skip


def test_reposts_are_counted_as_unggahan(run: Run) -> None:
    assert run(repost_counts(FOUR)) == [{"agency_id": "setda", "unggahan": 2}]
