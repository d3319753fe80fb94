"""Where an OPD stands in a list; the protocol section by its names, as rosters, logs and accounts write them."""

import pytest

from indonesia import is_protocol, office_place


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


def test_offices_stand_by_kind_then_by_name_whatever_the_size_of_letters() -> None:
    offices = [("kecamatan", "Kecamatan B"), ("Dinas", "Dinas Sosial"), ("sekretariat", "Sekretariat DPRD"),
               ("Sekretariat", "Sekretariat Daerah"), ("lain", "Kantor Lain")]  # fmt: skip
    assert [name for _, name in sorted(offices, key=lambda one: office_place(*one))] == [
        "Sekretariat Daerah", "Sekretariat DPRD", "Dinas Sosial", "Kecamatan B", "Kantor Lain"
    ]  # fmt: skip
