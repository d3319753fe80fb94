"""A profile beside the month before: konten and shares of complete reports alone."""

from dataclasses import replace

from answers.agency_before import against_before
from charts.model import Answer, Number

NUMBERS = (
    Number("Konten", 12.0, "melalui 20 unggahan", ""),
    Number("Hari terpenuhi", 5.0, "dari 7 hari target", ""),
    Number("Informatif", 0.5, "dari konten berteks", "", number_format="percent"),
)
OCTOBER = Answer("agency", "Profil", "Kalimat.", "Oktober 2024", "Dinas A", "Melapor lengkap. Sementara", "Data per",
                 NUMBERS, extra={"peruntukan": "Bahan pembinaan."})  # fmt: skip
EARLIER = (replace(NUMBERS[0], value=9.0), NUMBERS[1], replace(NUMBERS[2], value=None))
SEPTEMBER = replace(OCTOBER, numbers=EARLIER, period="September 2024")


def compared(earlier: Answer | None, profile: Answer = OCTOBER) -> list[float | None]:
    return [number.before for number in against_before(profile, earlier, "September 2024").numbers]


def test_konten_and_shares_stand_beside_those_before_and_days_of_target_do_not() -> None:
    assert compared(SEPTEMBER) == [9.0, None, None]
    assert compared(replace(SEPTEMBER, numbers=NUMBERS)) == [12.0, None, 0.5]
    assert against_before(OCTOBER, SEPTEMBER, "September 2024").numbers[0].before_label == "September 2024"
    assert "banding" not in against_before(OCTOBER, SEPTEMBER, "September 2024").extra


def test_an_incomplete_report_is_compared_with_nothing() -> None:
    partly = "Melapor sebagian. Sementara"
    then, now = replace(SEPTEMBER, reporting=partly), replace(OCTOBER, reporting=partly)
    for earlier, profile in ((None, OCTOBER), (then, OCTOBER), (SEPTEMBER, now)):
        assert compared(earlier, profile) == [None, None, None]
        said = against_before(profile, earlier, "September 2024").extra
        assert said["banding"] == (
            "Belum dibandingkan dengan September 2024: laporan salah satu atau kedua periode belum lengkap."
        )
        assert said["peruntukan"] == "Bahan pembinaan."


def test_a_profile_without_a_report_stays_as_it_is() -> None:
    empty = replace(OCTOBER, empty="Belum ada laporan.")
    assert against_before(empty, SEPTEMBER, "September 2024") == empty
