"""The sheet of days: each state has its mark, also beside a number, and no colour is needed to tell them apart."""

from datetime import date
from typing import Any

from charts.basis import Basis, Opd
from charts.screen import figure
from charts.target_days import sheet_chart

DAYS = tuple(date(2024, 10, day) for day in range(1, 10))
RULE = {"number": 3, "counts": "konten", "days": "hari_kerja", "basis": "SE 1"}
RULE |= {"without_reposts": False, "without_greetings": False}


def cell(state: str, verdict: str, covered: str, count: int = 0, gap: int = 0) -> dict[str, Any]:
    return {**RULE, "state": state, "verdict": verdict, "covered": covered, "count": count, "gap": gap, "apart": 0}


CELLS = (
    cell("ada", "met", "lengkap", 3),
    cell("ada", "unknown", "sebagian", 2),
    cell("nihil", "unmet", "lengkap", 0, 3),
    cell("libur", "none", "lengkap"),
    cell("libur", "none", "lengkap", 1),
    cell("dispensasi", "none", "dispensasi", 4),
    cell("belum_lengkap", "unknown", "sebagian"),
    cell("belum_terbaca", "unknown", "belum_terbaca"),
    cell("belum_melapor", "unknown", "belum_melapor"),
)


def chart() -> Any:
    basis = Basis(
        "Oktober 2024", "Sumber.", DAYS[0], DAYS[-1], {}, (Opd("a", "Dinas A", "Dinas"), Opd("b", "B", "B")), {}
    )
    cells = {(opd, day): one for opd in ("a", "b") for day, one in zip(DAYS, CELLS, strict=True)}
    return sheet_chart(basis, cells, DAYS)


def test_each_state_has_a_mark_also_beside_a_number() -> None:
    layers = [trace["text"][0] for trace in figure(chart())["data"] if trace["type"] == "heatmap"]
    assert ["".join(texts) for texts in zip(*layers, strict=True)] == ["3", "2?", "N", "L", "1L", "4D", "?", "!", "–"]


def test_numbers_lead_to_their_posts_and_states_do_not() -> None:
    led = [bool(mark) for mark in chart().marks[0]]
    assert led == [True, True, False, False, True, True, False, False, False]
    assert chart().marks[0][0] == {"dari": "2024-10-01", "sampai": "2024-10-01", "opd": "a"}


def test_the_words_of_every_day() -> None:
    rows = [(row[3], row[6], row[8], row[9]) for row in chart().table.rows[:9]]
    assert rows == [
        ("Ada unggahan", 3, 0, "Terpenuhi"),
        ("Minimal 2, belum lengkap", 2, None, "Belum dapat dinilai"),
        ("Nihil", 0, 3, "Di bawah target"),
        ("Libur", 0, None, "Bukan hari target"),
        ("Libur", 1, None, "Bukan hari target"),
        ("Dispensasi", 4, None, "Bukan hari target"),
        ("Belum lengkap", 0, None, "Belum dapat dinilai"),
        ("Diterima, belum terbaca", None, None, "Belum dapat dinilai"),
        ("Belum melapor", None, None, "Belum dapat dinilai"),
    ]
