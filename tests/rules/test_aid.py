"""What a post about aid tells, and what counts as naming a source."""

import pytest

from rules.aid import parse_aid, read_aid, read_source
from rules.codes import ListError
from rules.lists import SEEDS
from tests.rules.reading_parts import LISTS

AID = parse_aid((SEEDS / "aid.toml").read_text("utf-8"))
LINKS = LISTS.caution.links
FULL = (
    "Penyaluran BPNT tahap III bagi 412 KPM, Senin 14 Oktober 2024 pukul 08.00 WIB di Balai Desa Tanjung Raya. "
    "Bawa KTP asli. Narahubung 0811-7000-100, cek di cekbansos.kemensos.go.id"
)


def test_a_full_post_tells_all_seven_parts_with_their_places() -> None:
    found = {part.name: FULL[slice(*part.place)] for part in read_aid(FULL, AID, LINKS) if part.place}
    assert found == {
        "program": "BPNT",
        "penerima": "KPM",
        "waktu": "14 Oktober",
        "tempat": "Balai Desa",
        "syarat": "Bawa",
        "kontak": "0811-7000-100",
        "tautan": "cekbansos.kemensos.go.id",
    }


def test_a_bare_post_lacks_what_it_lacks() -> None:
    missing = [part.name for part in read_aid("Bansos cair hari ini", AID, LINKS) if part.place is None]
    assert missing == ["penerima", "tempat", "syarat", "kontak", "tautan"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Waspada banjir. Sumber: BMKG", "Sumber"),
        ("Berdasarkan Perbup Nomor 5 Tahun 2024, tarif berubah", "Berdasarkan"),
        ("Rapat 14 Oktober 2024 di aula", "kegiatan sendiri: tanggal dan tempat disebut"),
        ("Kuota 500 orang, paling lambat besok", ""),
    ],
)
def test_a_source_is_a_name_a_paper_or_the_own_event(text: str, source: str) -> None:
    assert read_source(text, AID, LINKS)[0] == source


@pytest.mark.parametrize(("text", "needs"), [("Kuota 500 orang", True), ("Selamat Hari Santri", False)])
def test_claims_need_a_source_and_greetings_do_not(text: str, needs: bool) -> None:
    assert read_source(text, AID, LINKS)[1] is needs


def test_a_list_with_an_unknown_cue_is_refused() -> None:
    with pytest.raises(ListError, match="tidak ada"):
        parse_aid('[parts.x]\nlabel = "L"\nask = "A"\ncues = ["tidak_dikenal"]\n')
