"""The coaching note: every clause tied to a number, none where the data do not suffice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from charts.agency import target_lines, unseen_topics
from charts.coaching import TOO_LITTLE, Facts, coaching_note

GOOD = Facts(
    complete_days=31, days=31, excused_days=0, konten=40, target="3 konten per hari kerja", assumed=False, met=23,
    unmet=0, due=23, gap=0, streak=(4, date(2024, 10, 1), date(2024, 10, 4)),
    silence=(2, date(2024, 10, 5), date(2024, 10, 6)),
    unseen_topics=(), listed_topics=0, told=40, unnamed=10, unseen_units=(), listed_units=4,
    leaders=None, threshold=None,
)  # fmt: skip
"""Completely reported, every target day met, nothing to remark."""


def note(**changes: Any) -> tuple[str, ...]:
    return coaching_note(replace(GOOD, **changes))


def test_all_days_met() -> None:
    assert note() == ("Seluruh 23 hari target yang dapat dinilai mencapai 3 konten per hari kerja.",)


def test_a_gap_is_said_as_what_would_close_it() -> None:
    assert note(met=12, unmet=11, gap=16) == (
        "12 dari 23 hari target yang dapat dinilai mencapai 3 konten per hari kerja; kekurangan 16 konten setara "
        "dengan rata-rata 0,7 konten lagi per hari kerja.",
    )


@pytest.mark.parametrize(("met", "words"), [(23, "Tidak ada"), (9, "Tidak ada pada 9 hari target yang dapat dinilai")])
def test_no_gap_is_said_of_the_days_that_could_be_judged_alone(met: int, words: str) -> None:
    cells = {"kekurangan": 0, "rata_rata": 0.0, "dasar": "SE 1/2024"}
    assert dict(target_lines(cells, "Terpenuhi", replace(GOOD, met=met)))["Kekurangan"] == words


def test_an_assumption_is_called_one() -> None:
    assert note(assumed=True, met=12, unmet=11, gap=16)[0] == (
        "12 dari 23 hari target yang dapat dinilai mencapai asumsi 3 konten per hari kerja (belum ada dasar); selisih "
        "16 konten setara dengan rata-rata 0,7 konten lagi per hari kerja."
    )


def test_several_targets_are_not_averaged_into_one() -> None:
    assert note(target="3 konten per hari kerja; 5 unggahan per hari kerja", met=12, unmet=11, gap=16) == (
        "12 dari 23 hari target yang dapat dinilai mencapai target yang berlaku pada hari itu.",
    )


def test_below_ninety_per_cent_of_the_days_nothing_is_concluded() -> None:
    assert note(complete_days=20, met=12, unmet=8, gap=16) == (
        "Laporan mencakup lengkap 20 dari 31 hari; 3 dari 23 hari target belum dapat dinilai, maka capaian target "
        "belum dapat disimpulkan.",
    )


def test_an_incomplete_report_is_not_asked_for_topics_or_bidang() -> None:
    held = note(complete_days=0, met=2, due=23, unseen_topics=("Prestasi",), listed_topics=3, unseen_units=("PSP",))
    assert held == (
        "Laporan mencakup lengkap 0 dari 31 hari; 21 dari 23 hari target belum dapat dinilai, maka capaian target "
        "belum dapat disimpulkan.",
    )


def test_runs_and_silences_from_a_length_on() -> None:
    run, silence = (6, date(2024, 10, 1), date(2024, 10, 8)), (5, date(2024, 10, 28), date(2024, 11, 1))
    assert note(streak=run, silence=silence)[1:] == (
        "Target tercapai 6 hari target berturut-turut (1–8 Oktober 2024); irama ini dapat dipertahankan.",
        "Jeda terpanjang tanpa unggahan 5 hari kalender (28 Oktober – 1 November 2024); jadwal unggahan dapat "
        "disiapkan lebih dahulu untuk hari-hari seperti itu.",
    )
    assert note(assumed=True, streak=run)[1].startswith("Asumsi tercapai 6 hari target berturut-turut")


def test_topics_and_bidang_not_seen() -> None:
    assert note(unseen_topics=("Bantuan Pemerintah", "Prestasi"), listed_topics=5, unseen_units=("PSP",))[1:] == (
        "2 dari 5 topik yang diharapkan belum terlihat dalam laporan (Bantuan Pemerintah; Prestasi); bila ada "
        "kegiatannya, dapat diangkat pada periode berikutnya.",
        "1 dari 4 bidang belum terlihat dalam laporan (PSP); bila ada kegiatannya, dapat diunggah dengan menyebut nama "
        "bidangnya.",
    )


def test_where_most_konten_name_no_bidang_no_bidang_is_judged() -> None:
    assert note(unnamed=21, unseen_units=("PSP",))[1:] == (
        "21 dari 40 konten berteks tidak menyebut bidang; nama bidang pada keterangan membuat kegiatannya terlihat.",
    )


def test_few_konten_say_nothing_of_topics_and_bidang() -> None:
    assert len(note(told=9, unnamed=9, unseen_topics=("Prestasi",), listed_topics=1)) == 1


@pytest.mark.parametrize(("leaders", "said"), [((0.62, "Di atas ambang"), True), ((0.4, "Di bawah ambang"), False),
                                               ((0.5, "Belum dapat disimpulkan"), False)])  # fmt: skip
def test_leaders_are_remarked_on_above_the_threshold_only(leaders: tuple[float, str], said: bool) -> None:
    sentence = (
        "62% konten hanya tentang pimpinan (ambang 50%); kegiatan bidang dan layanan dapat diberi bagian lebih besar."
    )
    assert note(leaders=leaders, threshold=50)[1:] == ((sentence,) if said else ())


def test_with_nothing_to_say_it_says_so() -> None:
    assert note(due=0, met=0, target="") == (TOO_LITTLE,)


def test_unseen_topics_are_those_that_the_cell_does_not_name() -> None:
    expected = ("layanan", "literasi")
    assert unseen_topics(expected, "Pelayanan Publik, Literasi dan Klarifikasi") == ()
    assert unseen_topics(expected, "Pelayanan Publik") == ("Literasi dan Klarifikasi",)
    assert unseen_topics(expected, "tidak ada") == ("Pelayanan Publik", "Literasi dan Klarifikasi")
