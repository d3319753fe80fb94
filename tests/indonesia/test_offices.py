"""The protocol section by its names, as rosters, logs and accounts write them."""

import pytest

from indonesia import is_protocol


@pytest.mark.parametrize(
    "name",
    [
        "Bagian Protokol dan Komunikasi Pimpinan",
        "PROKOPIM Kabupaten",
        "Porkopim",
        "setdaprokopim",
        "Sub Bag Protokoler",
    ],
)
def test_names_of_the_protocol_section(name: str) -> None:
    assert is_protocol("Sekretariat Daerah", name)


@pytest.mark.parametrize("name", ["Dinas Komunikasi dan Informatika", "Sekretariat Daerah", "Protokolisasi", ""])
def test_other_names(name: str) -> None:
    assert not is_protocol(name)
