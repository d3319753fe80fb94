"""Identity numbers are hidden, and what a spreadsheet would act on is known."""

import pytest

from exports.safe import acts, cell_text, mask_ids


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIK 1608010101900001.", "NIK 1608**********01."),
        ("KK:1608-0101-0190-0001", "KK:1608**********01"),
        ("1608 0101 0190 0001", "1608**********01"),
        ("0812-3456-7890", "0812-3456-7890"),
        ("17841400123456789", "17841400123456789"),
        ("https://facebook.com/1234567890123456", "https://facebook.com/1234567890123456"),
        ("https://x.id/?nik=1608014101900001", "https://x.id/?nik=1608**********01"),
        ("lihat https://x.id/p dan 1608010101900001", "lihat https://x.id/p dan 1608**********01"),
        ("", ""),
    ],
)
def test_identity_numbers_are_masked(text, masked):
    assert mask_ids(text) == masked


def test_cells_hold_no_control_characters_and_no_more_than_fits():
    assert cell_text("a\x00\x1b\r\nb\ud800") == "a\nb"
    assert len(cell_text("x" * 40_000)) == 32_767


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "＝1", " =1", "'=1", "\n=1", "\0=1"])
def test_formulas_are_known(text):
    assert acts(text) is True


@pytest.mark.parametrize("text", ["Dinas", "1-2", "'kutip'", "", "a=b"])
def test_ordinary_text_is_left_alone(text):
    assert acts(text) is False
