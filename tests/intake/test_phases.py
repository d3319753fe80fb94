"""Election phases: shipped, edited, refused with their row; gaps and overlaps of one election are told."""

import datetime as dt

import pytest

from intake import RefusedError
from intake.phases import (
    Span,
    as_phases,
    phase_notes,
    phase_problems,
    phase_versions,
    phases_of,
    read_phases,
    save_phases,
    shipped_phases,
)
from intake.preview import reading_now
from rules import Phase
from store import Scope, Store
from tests.intake.made import NOW, rows_of

DAY = dt.date
CAMPAIGN = Span("kampanye", DAY(2029, 9, 25), DAY(2029, 11, 20), "Pilkada 2029: masa kampanye")
QUIET = Span("tenang", DAY(2029, 11, 21), DAY(2029, 11, 23), "Pilkada 2029: masa tenang")


def test_a_new_store_holds_the_phases_that_ship_for_the_office_and_for_the_sample(store: Store) -> None:
    assert read_phases(store, Scope()) == shipped_phases()
    assert read_phases(store, Scope(sample=True)) == shipped_phases()
    assert [(each.code, each.first_day, each.last_day) for each in shipped_phases() if "Pilkada" in each.label] == [
        ("pra-calon", DAY(2024, 3, 22), DAY(2024, 9, 21)),
        ("calon", DAY(2024, 9, 22), DAY(2024, 9, 24)),
        ("kampanye", DAY(2024, 9, 25), DAY(2024, 11, 23)),
        ("tenang", DAY(2024, 11, 24), DAY(2024, 11, 26)),
        ("pungut-hitung", DAY(2024, 11, 27), DAY(2024, 12, 16)),
        ("penetapan", DAY(2024, 12, 17), DAY(2025, 2, 19)),
    ]


def test_phases_are_stored_in_order_with_version_and_audit_and_are_in_force(store: Store) -> None:
    save_phases(store, Scope(), [QUIET, CAMPAIGN], 0, "Dewi", NOW)
    assert read_phases(store, Scope()) == (CAMPAIGN, QUIET)
    assert read_phases(store, Scope(sample=True)) == shipped_phases()
    assert reading_now(store, Scope()).context.phases == as_phases([CAMPAIGN, QUIET])
    assert as_phases([QUIET]) == (Phase("tenang", DAY(2029, 11, 21), DAY(2029, 11, 23), "Pilkada 2029: masa tenang"),)
    (version,) = phase_versions(store)
    assert (version.number, version.who, phases_of(version.value)) == (1, "Dewi", (CAMPAIGN, QUIET))
    assert [(row["who"], row["detail"]) for row in rows_of(store, "audit")] == [("Dewi", "versi 1: 2 masa")]


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Span("tenang", DAY(2029, 11, 24), DAY(2029, 11, 23), "Pilkada 2029: masa tenang"),
         "Baris 1 (Pilkada 2029: masa tenang): tanggal mulai 24 November 2029 sesudah tanggal selesai 23 November "
         "2029."),
        (Span("tenang", None, DAY(2029, 11, 23), "Pilkada 2029"),
         "Baris 1 (Pilkada 2029): tanggal mulai atau tanggal selesai kosong."),
        (Span("tenang", DAY(2029, 11, 21), DAY(2029, 11, 23), ""), "Baris 1: nama masa kosong."),
        (Span("libur", DAY(2029, 11, 21), DAY(2029, 11, 23), "Pilkada 2029"),
         "Baris 1 (Pilkada 2029): masa “libur” tidak dikenal. Pilihan: Sebelum penetapan calon, Penetapan calon, Masa "
         "kampanye, Masa tenang, Pemungutan dan penghitungan suara, Penetapan hasil sampai pelantikan."),
    ],
)  # fmt: skip
def test_a_phase_that_cannot_be_stored_is_named_and_nothing_changes(
    duckdb_store: Store, phase: Span, words: str
) -> None:
    assert phase_problems([phase]) == (words,)
    with pytest.raises(RefusedError, match="Tidak ada yang berubah"):
        save_phases(duckdb_store, Scope(), [phase], 0, "Dewi", NOW)
    assert read_phases(duckdb_store, Scope()) == shipped_phases()


def test_gaps_and_overlaps_of_the_same_election_are_told() -> None:
    later = Span("tenang", DAY(2029, 11, 24), DAY(2029, 11, 26), "Pilkada 2029: masa tenang")
    earlier = Span("tenang", DAY(2029, 11, 19), DAY(2029, 11, 26), "Masa tenang Pilkada 2029")
    other = Span("kampanye", DAY(2028, 11, 28), DAY(2029, 2, 10), "Pemilu 2029: masa kampanye")
    assert phase_notes([CAMPAIGN, QUIET, other]) == ()
    assert phase_notes([CAMPAIGN, later]) == (
        "Pilkada 2029, antara “Masa kampanye” dan “Masa tenang”: ada celah 3 hari.",
    )
    assert phase_notes([CAMPAIGN, earlier]) == (
        "Pilkada 2029, antara “Masa kampanye” dan “Masa tenang”: tumpang tindih 2 hari; yang lebih dahulu berlaku.",
    )
    assert phase_notes(shipped_phases()) == ()
