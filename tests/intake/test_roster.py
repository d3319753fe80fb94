"""The roster: what a file of OPDs must hold, and that it is put in place whole or not at all."""

import datetime as dt
from dataclasses import replace

import pytest

from intake import SHIPPED, RefusedError, Roster, parse_roster, read_roster, save_roster
from store import Scope, Store
from tests.intake.made import everything, post, rows_of, take

NOW = dt.datetime(2024, 11, 5, 9)
HEAD = "kode,nama,jenis,induk,alias,bidang,akun"
REAL, SAMPLE = Scope(), Scope(sample=True)


def parsed(*lines: str) -> Roster:
    return parse_roster("\n".join((HEAD, *lines)).encode(), "opd.csv")


def test_row_becomes_opd_units_and_accounts() -> None:
    roster = parsed(
        "dinas-a,Dinas A,dinas,,DA; Din A,Umum; seksi:Data=Dt|Olah Data,facebook=Dinas A; instagram=dinas.a"
    )
    assert roster.agencies == (
        {
            "agency_id": "dinas-a", "name": "Dinas A", "kind": "dinas", "parent_id": None, "aliases": "DA; Din A",
            "contact": "", "active": True, "no_account": False, "from_day": None, "to_day": None,
        },
    )  # fmt: skip
    assert [(u["unit_id"], u["name"], u["kind"], u["aliases"]) for u in roster.units] == [
        ("dinas-a/umum", "Umum", "bidang", ""),
        ("dinas-a/data", "Data", "seksi", "Dt; Olah Data"),
    ]
    assert [(a["platform"], a["handle"]) for a in roster.accounts] == [
        ("facebook", "Dinas A"),
        ("instagram", "dinas.a"),
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["dinas-a,Dinas A,dinas,,,,", "Dinas B,Dinas B,dinas,,,,"], "baris 3: kode “Dinas B”"),
        (["dinas-a,Dinas A,dinas,,,,", ",Dinas B,dinas,,,,"], "baris 3: kode “”"),
        (["dinas-a,,dinas,,,,"], "baris 2: nama OPD kosong"),
        (["dinas-a,Dinas A,kantor,,,,"], "baris 2 (Dinas A): jenis “kantor” tidak dikenal"),
        (["dinas-a,Dinas A,,,,,"], "baris 2 (Dinas A): jenis “” tidak dikenal"),
        (["dinas-a,A,dinas,,,,", ",,,,,,", "dinas-a,B,dinas,,,,"], "baris 4 (B): kode “dinas-a” sudah dipakai pada"),
        (["dinas-a,Dinas A,dinas,dinas-z,,,"], "baris 2 (Dinas A): induk “dinas-z” tidak ada"),
        (["dinas-a,Dinas A,dinas,,,,ig=dinas.a"], "baris 2 (Dinas A): platform “ig” tidak dikenal"),
    ],
)  # fmt: skip
def test_wrong_row_is_named(lines: list[str], told: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        parsed(*lines)
    assert told in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "bukan daftar OPD"),
        (HEAD.encode(), "bukan daftar OPD"),
        (b"nama,alamat\nDinas A,Jl. A\n", "Kolom yang dicari: kode, nama, jenis"),
        (b"PK\x03\x04\xff\xfe", "bukan CSV UTF-8"),
        (b"kode,nama,jenis\n" + 200_000 * b"a", "bukan CSV UTF-8"),
    ],
)
def test_file_that_is_no_roster_is_refused_by_name(content: bytes, told: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        parse_roster(content, "opd.csv")
    assert told in str(refusal.value)
    assert "opd.csv" in str(refusal.value)


def test_roster_saved_by_indonesian_excel_is_read() -> None:
    content = '\ufeffkode;nama;jenis;induk;alias\r\ndinas-a;Dinas A;dinas;;"DA; Din A"\r\n;;;;\r\n'.encode()
    assert [(a["agency_id"], a["aliases"]) for a in parse_roster(content, "opd.csv").agencies] == [
        ("dinas-a", "DA; Din A")
    ]


@pytest.mark.parametrize(("name", "agencies"), [("roster_oku_timur.csv", 54), ("roster_contoh.csv", 33)])
def test_shipped_rosters_are_kept_as_they_are_read(store: Store, name: str, agencies: int) -> None:
    roster = parse_roster(SHIPPED.with_name(name).read_bytes(), name)
    save_roster(store, roster, False, "Ani", NOW)
    kept = read_roster(store, REAL)
    assert len(kept.agencies) == agencies
    for rows, own in ((roster.agencies, kept.agencies), (roster.units, kept.units), (roster.accounts, kept.accounts)):
        assert sorted(map(repr, rows)) == sorted(map(repr, own))
    assert read_roster(store, SAMPLE) == Roster((), (), ())


def test_saving_replaces_and_tells_who(store: Store) -> None:
    save_roster(store, parsed("dinas-a,Dinas A,dinas,,,Umum,x=a", "dinas-b,Dinas B,dinas,,,,"), False, "Ani", NOW)
    save_roster(store, parsed("dinas-c,Dinas C,dinas,,,,"), False, "Budi", NOW + dt.timedelta(minutes=1))
    kept = read_roster(store, REAL)
    assert [a["agency_id"] for a in kept.agencies] == ["dinas-c"]
    assert (kept.units, kept.accounts) == ((), ())
    told = [(row["who"], row["action"], row["detail"]) for row in rows_of(store, "audit")]
    assert told == [
        ("Ani", "roster", "2 OPD, 1 bidang, 1 akun"),
        ("Budi", "roster", "1 OPD, 0 bidang, 0 akun"),
    ]


def test_real_roster_and_that_of_the_sample_do_not_mix(store: Store) -> None:
    save_roster(store, parsed("dinas-a,Dinas A,dinas,,,,"), False, "Ani", NOW)
    save_roster(store, parsed("dinas-a,Dinas A (contoh),dinas,,,Umum,x=a"), True, "Ani", NOW)
    assert [a["name"] for a in read_roster(store, REAL).agencies] == ["Dinas A"]
    assert [a["name"] for a in read_roster(store, SAMPLE).agencies] == ["Dinas A (contoh)"]
    assert (len(read_roster(store, REAL).units), len(read_roster(store, SAMPLE).units)) == (0, 1)


def test_opd_with_posts_stays(store: Store) -> None:
    both = parsed("dinas-a,Dinas A,dinas,,,,", "dinas-b,Dinas B,dinas,,,,")
    save_roster(store, both, False, "Ani", NOW)
    take(store, post(caption="Rapat"))
    before = everything(store)
    with pytest.raises(RefusedError, match="dinas-a"):
        save_roster(store, parsed("dinas-b,Dinas B,dinas,,,,"), False, "Ani", NOW)
    assert everything(store) == before
    save_roster(store, parsed("dinas-a,Dinas A,dinas,,,,"), False, "Ani", NOW)
    assert [a["agency_id"] for a in read_roster(store, REAL).agencies] == ["dinas-a"]


def test_units_of_an_unknown_opd_are_refused(store: Store) -> None:
    roster = parsed("dinas-a,Dinas A,dinas,,,Umum,x=a")
    before = everything(store)
    strange = replace(roster, units=({**roster.units[0], "agency_id": "dinas-z"},))
    with pytest.raises(RefusedError, match="dinas-z"):
        save_roster(store, strange, False, "Ani", NOW)
    assert everything(store) == before


def test_failure_in_the_middle_keeps_the_old_roster(store: Store) -> None:
    roster = parsed("dinas-a,Dinas A,dinas,,,Umum,x=a")
    save_roster(store, roster, False, "Ani", NOW)
    before = everything(store)
    broken = replace(roster, accounts=({"agency_id": "dinas-a", "platform": "x", "no_such_column": "a"},))
    with pytest.raises(ValueError, match="no_such_column"):
        save_roster(store, broken, False, "Ani", NOW)
    assert everything(store) == before


def test_tidak_ada_says_that_an_opd_has_no_account_and_an_empty_cell_says_nothing() -> None:
    made = parse_roster(
        b"kode,nama,jenis,akun\nkec-a,Kecamatan A,kecamatan,Tidak ada\nkec-b,Kecamatan B,kecamatan,\n", "r.csv"
    )
    assert [(agency["agency_id"], agency["no_account"]) for agency in made.agencies] == [
        ("kec-a", True),
        ("kec-b", False),
    ]
    assert made.accounts == ()
