"""Tinjauan: which posts ask for a look, in which order, what is told of them, and what a rule is worth."""

import datetime as dt
import json
from typing import Any

import pytest

from answers.choice import Choice
from answers.decided import Worth, worth_of_rules
from answers.review import CLOSED, Finding, ReviewChoice, review
from answers.review_table import evidence_table
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill, post
from tests.store.rows import row

OCTOBER = Choice(dt.date(2024, 10, 1), dt.date(2024, 10, 31))
TODAY = dt.date(2026, 11, 22)
AID = {"kind": "caution", "rule": "P2", "weight": 4, "start": 0, "end": 6, "words": "Kirim!", "phase": ""}
VOTE = {"kind": "neutrality", "rule": "A10", "weight": 5, "start": 8, "end": 13, "words": "pilih", "phase": "kampanye"}


def doubtful(key: str, day: str, neutrality: str = "", caution: str = "", **changes: Any) -> dict[str, Any]:
    found = [each for each, state in ((VOTE, neutrality), (AID, caution)) if state]
    made = post(key, "dinas-kesehatan", "facebook", day, key, caption="Kirim!, pilih")
    states = {"neutrality_review": neutrality, "caution_review": caution, "findings": json.dumps(found)}
    return made | states | {"weight": sum(each["weight"] for each in found)} | changes


def said(number: int, post_key: str, value: str, rules: str = "A10", **changes: Any) -> dict[str, Any]:
    return {
        "decision_id": f"d{number}", "kind": "neutrality", "value": value, "note": "", "decided_by": "Ani",
        "by_agency": "kantor", "decided_at": dt.datetime(2024, 11, 1, 8, number), "rules": rules, "rules_version": "1",
        "takes_back": "", "agency_id": "dinas-kesehatan", "platform": "facebook", "post_key": post_key,
        "published_at": dt.datetime(2024, 10, 1), "caption": "", **changes,
    }  # fmt: skip


@pytest.fixture
def doubts(store: Store) -> Store:
    posts = [
        doubtful("a", "2024-10-01", caution="terbuka"),
        doubtful("b", "2024-10-02", neutrality="menunggu", caution="selesai"),
        doubtful("c", "2024-10-03", neutrality="selesai"),
        doubtful("d", "2024-09-03", neutrality="terbuka"),
        post("e", "dinas-kesehatan", "facebook", "2024-10-01", "e"),
    ]
    rows = [said(1, "b", "mohon_penjelasan"), said(2, "c", "tidak_ada_catatan")]
    places = [{"decision_id": f"d{number}", "post_key": key} for number, key in ((1, "b"), (2, "c"))]
    uploads = [row("uploads", file_name="log oktober.xlsx")]
    return fill(store, agencies=AGENCIES, uploads=uploads, posts=posts, decisions=rows, decision_posts=places)


def keys(store: Store, **asked: Any) -> list[str]:
    return [item.post_key for item in review(store, Scope(), OCTOBER, TODAY, ReviewChoice(**asked)).items]


def test_open_doubts_of_the_period_by_weight(doubts: Store) -> None:
    queue = review(doubts, Scope(), OCTOBER, TODAY)
    assert [item.post_key for item in queue.items] == ["b", "a"]
    assert (queue.total, queue.elsewhere, queue.rules) == (2, 1, ("A10", "P2"))
    assert queue.states == {"terbuka": 1, "menunggu": 1, "selesai": 2}


def test_the_filters_narrow(doubts: Store) -> None:
    assert keys(doubts, states=CLOSED) == ["b", "c"]
    assert keys(doubts, states=CLOSED, doubt="caution") == ["b"]
    assert keys(doubts, doubt="caution") == ["a"]
    assert keys(doubts, rule="A10") == ["b"]
    assert keys(doubts, limit=1, offset=1) == ["a"]
    assert review(doubts, Scope(frozenset({"dinas-pupr"})), OCTOBER, TODAY).total == 0
    assert review(doubts, Scope(sample=True), OCTOBER, TODAY).total == 0


def test_an_item_tells_its_row_its_findings_and_what_was_said(doubts: Store) -> None:
    item = review(doubts, Scope(), OCTOBER, TODAY).items[0]
    assert (item.opd, item.file_name, item.row, item.weight) == ("Dinas Kesehatan", "log oktober.xlsx", 2, 9)
    neutrality, caution = item.doubts
    assert neutrality.findings == (Finding("A10", 5, 8, 13, "pilih", "kampanye"),)
    assert [(one.value, one.who, one.gone) for one in neutrality.said] == [("mohon_penjelasan", "Ani", False)]
    assert (caution.state, caution.said) == ("selesai", ())


def test_the_list_to_hand_on_is_marked_and_tells_rule_phase_and_decision(doubts: Store) -> None:
    queue = review(doubts, Scope(), OCTOBER, TODAY)
    table = evidence_table(queue, {"A10": "Ajakan"}, {"kampanye": "masa kampanye"})
    assert table.title == "TERBATAS – belum diverifikasi: daftar tinjauan"
    found = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert found["kaidah"] == "A10 Ajakan"
    assert (found["hal"], found["keadaan"], found["bobot"]) == ("Netralitas", "Menunggu penjelasan OPD", 5)
    assert (found["kata"], found["masa"], found["baris"]) == ("pilih", "masa kampanye", 2)
    assert found["keputusan"] == "Mohon penjelasan OPD (Ani, 01/11/2024 08.01)"
    assert len(table.rows) == 3


def test_the_worth_of_a_rule_comes_from_the_newest_verdicts_that_close(store: Store) -> None:
    rows = [said(number, f"p{number}", "tidak_ada_catatan") for number in range(8)]
    rows += [said(number, f"p{number}", "perlu_tindak_lanjut", "A10; B2") for number in range(8, 12)]
    rows += [said(20, "p0", "perlu_tindak_lanjut"), said(21, "p20", "mohon_penjelasan")]
    rows += [said(22, "p22", "tidak_ada_catatan"), said(23, "p22", "tidak_ada_catatan", takes_back="d22")]
    worth = worth_of_rules(fill(store, decisions=rows), Scope())
    assert worth == {"A10": Worth(12, 7), "B2": Worth(4, 0)}
    assert worth["A10"].words == "dari 12 yang ditinjau, 7 tanpa catatan"
    assert worth["B2"].words == "ketepatan: belum cukup ditinjau (4)"


@pytest.fixture
def read_anew(doubts: Store) -> Store:
    """Closed doubts; other rules mark their posts since: `f` by one more, `g` by the same, `h` before October."""
    more = {"findings": json.dumps([VOTE, {**VOTE, "rule": "B7"}, {**AID, "rule": "P9"}])}
    posts = [
        doubtful("f", "2024-10-04", neutrality="selesai", **more),
        doubtful("g", "2024-10-05", neutrality="tindak_lanjut"),
        doubtful("h", "2024-09-04", neutrality="tindak_lanjut", **more),
        doubtful("i", "2024-10-06", neutrality="menunggu", **more),
    ]
    rows = [
        said(3, "f", "perlu_tindak_lanjut", "B7"),
        said(4, "f", "tidak_ada_catatan", "A10; A1"),
        said(5, "f", "tidak_ada_catatan", "A10; B7"),
        said(6, "f", "tidak_ada_catatan", "A10; B7", takes_back="d5"),
        said(7, "g", "perlu_tindak_lanjut"),
        said(8, "h", "perlu_tindak_lanjut"),
        said(9, "i", "mohon_penjelasan"),
    ]
    places = [{"decision_id": row["decision_id"], "post_key": row["post_key"]} for row in rows]
    return fill(doubts, posts=posts, decisions=rows, decision_posts=places)


def test_rules_that_speak_since_a_doubt_was_closed_are_told_and_the_decision_stands(read_anew: Store) -> None:
    queue = review(read_anew, Scope(), OCTOBER, TODAY, ReviewChoice(states=CLOSED))
    told = {item.post_key: [(doubt.kind, doubt.state, doubt.since) for doubt in item.doubts] for item in queue.items}
    assert told["f"] == [("neutrality", "selesai", ("B7",))]
    assert told["g"] == [("neutrality", "tindak_lanjut", ())]
    assert (queue.marked_since, queue.marked_since_elsewhere) == (1, 1)
    (waiting,) = [item for item in review(read_anew, Scope(), OCTOBER, TODAY).items if item.post_key == "i"]
    assert waiting.doubts[0].since == ()


def test_closed_posts_that_were_marked_since_can_be_asked_for(read_anew: Store) -> None:
    assert keys(read_anew, states=CLOSED, since=True) == ["f"]
    assert keys(read_anew, states=CLOSED, since=True, doubt="caution") == []
    assert keys(read_anew, states=CLOSED, since=True, rule="P2") == []
    queue = review(read_anew, Scope(frozenset({"dinas-pupr"})), OCTOBER, TODAY)
    assert (queue.marked_since, queue.marked_since_elsewhere) == (0, 0)


def test_the_list_to_hand_on_tells_the_rules_since_the_decision(read_anew: Store) -> None:
    queue = review(read_anew, Scope(), OCTOBER, TODAY, ReviewChoice(states=CLOSED, since=True))
    table = evidence_table(queue, {"B7": "Nomor urut"}, {})
    found = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert found["sejak"] == "B7 Nomor urut"
