"""Bidang in the reports: named, not named and since when, and never judged where most konten name none."""

from datetime import date, datetime
from typing import Any

from answers.choice import Choice
from answers.coverage_units import coverage_units
from store import Scope, Store
from tests.answers.conftest import fill, post
from tests.store.rows import row

WEEKS = Choice(date(2024, 10, 1), date(2024, 10, 14))
TODAY = date(2026, 11, 22)
DAYS = {"first_day": date(2024, 9, 23), "last_day": date(2024, 10, 14)}
TANI, SETDA = "dinas-pertanian", "sekretariat-daerah"


def named(key: str, agency: str, day: int, bidang: str = "", **more: Any) -> dict[str, Any]:
    """A konten of one post on Instagram on a day of October."""
    columns = {"caption": "Kegiatan hari ini", "bidang": bidang} | more
    return post(key, agency, "instagram", f"2024-10-{day:02d}", key) | columns


def plenty(agency: str, unit: str, number: int = 8) -> list[dict[str, Any]]:
    """So many konten on 2 October that name a bidang: with fewer than 10 in all nothing is said of the others."""
    return [named(f"plenty-{agency}-{each}", agency, 2, f"{agency}/{unit}") for each in range(number)]


def reported(store: Store, *posts: dict[str, Any], **more: list[dict[str, Any]]) -> Store:
    """Dinas Pertanian (7 bidang) and Sekretariat Daerah (2 bagian), completely reported 1-14 October on Instagram."""
    names = {TANI: ("Dinas Pertanian", "dinas"), SETDA: ("Sekretariat Daerah", "sekretariat")}
    units = [(TANI, "psp", "PSP", "bidang"), (TANI, "kebun", "Perkebunan", "bidang"),
             (TANI, "sek", "Sekretariat", "sekretariat"), (SETDA, "hukum", "Hukum", "bagian"),
             (SETDA, "umum", "Bagian Umum", "bagian")]  # fmt: skip
    tables = {
        "agencies": [row("agencies", agency_id=one, name=name, kind=kind) for one, (name, kind) in names.items()],
        "accounts": [row("accounts", agency_id=one, platform="instagram") for one in names],
        "coverage": [
            row("coverage", agency_id=one, platform="instagram", last_day=date(2024, 10, 14)) for one in names
        ],
        "units": [row("units", unit_id=f"{a}/{u}", agency_id=a, name=name, kind=kind) for a, u, name, kind in units],
        "posts": list(posts),
        "uploads": [row("uploads")],
    }
    return fill(store, False, **tables, **more)


def test_bidang_named_not_named_and_not_to_be_judged(store: Store) -> None:
    store = reported(
        store,
        named("1", TANI, 2, f"{TANI}/psp"),
        named("2", TANI, 8, f"{TANI}/psp;{TANI}/kebun"),
        named("3", TANI, 9),
        named("4", TANI, 9, f"{TANI}/sek", is_repost=True),
        named("5", TANI, 9, caption=""),
        *plenty(TANI, "psp"),
        *(named(key, SETDA, 3) for key in ("6", "7", "11", "12", "13", "14")),
        named("8", SETDA, 3, "Bagian Baru"),
        named("9", SETDA, 3, f"{SETDA}/hukum"),
        named("10", SETDA, 4),
    )
    answer = coverage_units(store, Scope(), WEEKS, TODAY)
    assert answer.sentence == (
        "Pada 1–14 Oktober 2024, 2 dari 3 bidang pada 1 OPD yang dapat dinilai terlihat dalam laporan dan 1 belum; "
        "1 OPD belum dapat dinilai karena lebih dari separuh kontennya tidak menyebut bidang."
    )
    listed, unseen = answer.tables
    assert listed.rows == (
        ("Sekretariat Daerah", "Belum dapat dinilai", "Bagian Hukum (1)", None, "Bagian Baru (1)", 9, 7 / 9),
        ("Dinas Pertanian", "Dapat dinilai", "Bidang PSP (10); Bidang Perkebunan (1)", "Sekretariat", None, 11, 1 / 11),
    )
    assert unseen.rows == (("Dinas Pertanian", "Sekretariat", "Belum pernah disebut dalam laporan", None, None, None),)
    assert "bukan kegiatan yang diadakan" in listed.note
    assert [number.value for number in answer.numbers] == [2, 1, 0.4, 1]


def test_of_few_konten_no_bidang_is_said_to_be_unseen(store: Store) -> None:
    """Nine konten are too few, ten suffice; with eleven bidang eleven are needed, for ten cannot name them all."""
    only = Choice(WEEKS.first, WEEKS.last, (TANI,))
    store = reported(store, *plenty(TANI, "psp", 9))
    answer = coverage_units(store, Scope(), only, TODAY)
    assert answer.sentence == (
        "Pada 1–14 Oktober 2024, bidang Dinas Pertanian: belum dapat dinilai (konten terlalu sedikit): 9 konten "
        "berteks, diperlukan sekurangnya 10."
    )
    assert answer.tables[0].rows[0][1:4] == ("Belum dapat dinilai (konten terlalu sedikit)", "Bidang PSP (9)", None)
    assert answer.tables[1].rows == ()
    assert coverage_units(store, Scope(), WEEKS, TODAY).sentence == (
        "Pada 1–14 Oktober 2024 bidang belum dapat dinilai pada satu OPD pun; 1 OPD belum dapat dinilai karena "
        "kontennya terlalu sedikit."
    )
    fill(store, posts=[named("10", TANI, 3, f"{TANI}/psp")])
    assert coverage_units(store, Scope(), only, TODAY).tables[0].rows[0][3] == "Bidang Perkebunan; Sekretariat"
    more = [row("units", unit_id=f"{TANI}/u{n}", agency_id=TANI, name=f"Urusan {n}", kind="bidang") for n in range(8)]
    fill(store, units=more)
    assert coverage_units(store, Scope(), only, TODAY).tables[0].rows[0][1:4] == (
        "Belum dapat dinilai (konten terlalu sedikit)", "Bidang PSP (10)", None,
    )  # fmt: skip


def test_the_map_never_says_nought_where_bidang_cannot_be_judged(store: Store) -> None:
    store = reported(
        store,
        named("1", TANI, 2, f"{TANI}/psp"),
        named("2", TANI, 8, f"{TANI}/psp;{TANI}/kebun"),
        *plenty(TANI, "psp"),
        named("3", SETDA, 8, f"{SETDA}/hukum"),
        named("4", SETDA, 8),
        named("5", SETDA, 9),
    )
    chart = coverage_units(store, Scope(), WEEKS, TODAY).charts[0]
    assert chart.categories == ("2024-09-30", "2024-10-07", "2024-10-14")
    shown = {line.name: (line.values, states) for line, states in zip(chart.series, chart.states, strict=True)}
    assert shown == {
        "Bagian Umum · Sekretariat Daerah": ((None, None, None), ("nihil", "belum_dinilai", "nihil")),
        "Bagian Hukum · Sekretariat Daerah": ((None, 1.0, None), ("nihil", "", "nihil")),
        "Bidang PSP · Dinas Pertanian": ((9.0, 1.0, None), ("", "", "nihil")),
        "Bidang Perkebunan · Dinas Pertanian": ((0.0, 1.0, None), ("", "", "nihil")),
        "Sekretariat · Dinas Pertanian": ((0.0, 0.0, None), ("", "", "nihil")),
    }
    place = list(shown).index("Bidang PSP · Dinas Pertanian")
    assert chart.marks[place] == (
        {"dari": "2024-10-01", "sampai": "2024-10-06", "opd": TANI, "bidang": f"{TANI}/psp"},
        {"dari": "2024-10-07", "sampai": "2024-10-13", "opd": TANI, "bidang": f"{TANI}/psp"},
        None,
    )


def test_working_days_since_the_last_mention_before_the_period(store: Store) -> None:
    """Named on Monday 30 September; until Monday 14 October ten working days went by, with seven a week fourteen."""
    before = post("0", TANI, "instagram", "2024-09-30", "0") | {"bidang": f"{TANI}/kebun", "caption": "a"}
    store = reported(store, before, *plenty(TANI, "psp", 10))
    only = Choice(WEEKS.first, WEEKS.last, (TANI,))
    answer = coverage_units(store, Scope(), only, TODAY)
    assert answer.sentence == (
        "Pada 1–14 Oktober 2024, 1 dari 3 bidang Dinas Pertanian terlihat dalam laporan; "
        "belum terlihat: Bidang Perkebunan, Sekretariat."
    )
    rows = {line[1]: line[2:] for line in answer.tables[1].rows}
    assert rows["Bidang Perkebunan"] == ("Belum terlihat dalam laporan", "2024-09-30", 10, 10)
    week = {
        "entry_id": "e1", "day": date(2024, 1, 1), "name": "Tujuh hari", "kind": "tujuh_hari", "agency_id": TANI,
        "agency_kind": None, "entered_by": "Sari", "entered_at": datetime(2024, 1, 1), "sample": False,
    }  # fmt: skip
    fill(store, calendar_days=[week])
    answer = coverage_units(store, Scope(), only, TODAY)
    rows = {line[1]: line[2:] for line in answer.tables[1].rows}
    assert rows["Bidang Perkebunan"] == ("Belum terlihat dalam laporan", "2024-09-30", 14, 14)


def test_who_did_not_report_is_not_judged(store: Store) -> None:
    silent = [row("agencies", agency_id="k", name="Kecamatan Belitang", kind="kecamatan")]
    seksi = [row("units", unit_id="k/pem", agency_id="k", name="Pemerintahan", kind="seksi")]
    store = reported(store, named("1", TANI, 2, f"{TANI}/psp"))
    fill(store, agencies=silent, units=seksi)
    answer = coverage_units(store, Scope(), WEEKS, TODAY)
    states = {line[0]: line[1:4] for line in answer.tables[0].rows}
    assert states["Kecamatan Belitang"] == ("Belum melapor", None, None)
    assert states["Sekretariat Daerah"] == ("Tidak ada konten berteks", None, None)
    chart = answer.charts[0]
    place = [line.name for line in chart.series].index("Seksi Pemerintahan · Kecamatan Belitang")
    assert chart.states[place] == ("belum_melapor",) * 3
    one = coverage_units(store, Scope(), Choice(WEEKS.first, WEEKS.last, (SETDA,)), TODAY)
    assert one.sentence == "Pada 1–14 Oktober 2024, bidang Sekretariat Daerah: tidak ada konten berteks."


def test_a_bidang_that_ended_before_the_period_is_not_missed(store: Store) -> None:
    store = reported(store, *plenty(TANI, "psp", 9), named("2", TANI, 3, f"{TANI}/tua"))
    dates = {"lama": (None, date(2024, 9, 30)), "baru": (date(2024, 10, 15), None), "tua": (None, date(2024, 9, 1)),
             "akhir": (None, date(2024, 10, 1))}  # fmt: skip
    units = [
        row("units", unit_id=f"{TANI}/{unit}", agency_id=TANI, name=unit, kind="bidang")
        | {"from_day": first, "to_day": last}
        for unit, (first, last) in dates.items()
    ]
    fill(store, units=units)
    only = Choice(WEEKS.first, WEEKS.last, (TANI,))
    listed = coverage_units(store, Scope(), only, TODAY).tables[0].rows[0]
    assert listed[2:4] == (
        "Bidang PSP (9); Bidang tua (1)",
        "Bidang Perkebunan; Sekretariat; Bidang akhir",
    )
