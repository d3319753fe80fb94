"""A profile against the one of the period before: only numbers that mean the same in both, of complete reports."""

from dataclasses import replace

from charts.basis import REPORTING
from charts.model import Answer, Number

WHOLE = REPORTING["melapor_lengkap"]
COUNTED = "Konten"
"""The count that is compared; days of target and what is missing to it hang on how many days had a target."""


def against_before(profile: Answer, earlier: Answer | None, label: str) -> Answer:
    """The profile with konten and shares beside those of the period before, whose words are `label`.

    Where one of both was not completely reported nothing is compared, and extra["banding"] says so.
    """
    if profile.empty:
        return profile
    if earlier is None or not all(one.reporting.startswith(f"{WHOLE}.") for one in (profile, earlier)):
        said = f"Belum dibandingkan dengan {label}: laporan salah satu atau kedua periode belum lengkap."
        return replace(profile, extra={**profile.extra, "banding": said})
    values = {number.label: number.value for number in earlier.numbers}
    return replace(profile, numbers=tuple(_compared(number, values, label) for number in profile.numbers))


def _compared(number: Number, values: dict[str, float | None], label: str) -> Number:
    if number.label != COUNTED and number.number_format != "percent":
        return number
    return replace(number, before=values.get(number.label), before_label=label)
