"""Liputan: shares of konten per OPD, the unclear kept in the whole."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from answers.choice import Choice
from answers.coverage import coverage
from store import Scope, Store
from tests.answers.conftest import AGENCIES, fill, post
from tests.store.rows import ROWS, row

WEEK = Choice(date(2024, 10, 1), date(2024, 10, 6))
TODAY = date(2026, 11, 22)


def test_sentence_and_shares(office: Store) -> None:
    answer = coverage(office, Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 5 konten pada 1–6 Oktober 2024: 40% pimpinan, 0% pimpinan bersama layanan, "
        "40% perangkat daerah/bidang, 20% belum jelas."
    )
    assert (answer.numbers[0].label, answer.numbers[0].value, answer.numbers[0].unit) == (
        "Pimpinan",
        0.4,
        "dari konten (2 konten)",
    )
    assert answer.numbers[3].posts == {"dari": "2024-10-01", "sampai": "2024-10-06", "subjek": "tidak_jelas"}


def test_each_agency_once_in_the_order_of_the_list(office: Store) -> None:
    chart = coverage(office, Scope(), WEEK, TODAY).charts[0]
    assert chart.name == "liputan-pimpinan"
    assert {series.role: series.values for series in chart.series} == {
        "pimpinan_daerah": (None, 0.0, 0.0, None),
        "pimpinan_opd": (None, 0.0, 0.0, None),
        "pimpinan": (None, 0.5, 0.0, None),
        "campuran": (None, 0.0, 0.0, None),
        "perangkat": (None, 0.25, 1.0, None),
        "tidak_jelas": (None, 0.25, 0.0, None),
    }
    assert chart.states[0] == ("nihil", "", "", "belum_melapor")
    assert chart.table.rows[1] == (
        "Dinas Kesehatan", "Dinas", 4, 0, 0, 2, 0, 1, 1, 0.0, 0.0, 0.5, 0.0, 0.25, 0.25, "Melapor lengkap",
    )  # fmt: skip


def test_without_konten_there_is_no_share(store: Store) -> None:
    answer = coverage(fill(store, agencies=AGENCIES), Scope(), WEEK, TODAY)
    assert [n.value for n in answer.numbers] == [None, None, None, None]


def told(key: str, agency: str, subject: str, detail: str, **more: Any) -> dict[str, Any]:
    """A konten of one post on Instagram, on 2 October; `more`: account, is_repost, caption, bidang."""
    columns = {"subject_detail": detail, "bidang": more.pop("bidang", "")}
    return post(key, agency, "instagram", "2024-10-02", key, subject=subject, **more) | columns


def reported(store: Store, posts: list[dict[str, Any]], units: Sequence[dict[str, Any]] = ()) -> Store:
    """Sekretariat Daerah (which answers to Prokopim too) and Dinas Pertanian, both reported completely on Instagram."""
    ids = ("dinas-pertanian", "sekretariat-daerah")
    names = {"dinas-pertanian": "Dinas Pertanian", "sekretariat-daerah": "Sekretariat Daerah"}
    agencies = [row("agencies", agency_id=each, name=names[each], aliases="Setda; Prokopim") for each in ids]
    accounts = [row("accounts", agency_id=each, platform="instagram") for each in ids]
    covered = [row("coverage", agency_id=each, platform="instagram") for each in ids]
    tables = {"agencies": agencies, "accounts": accounts, "coverage": covered, "posts": posts, "units": list(units)}
    return fill(store, False, uploads=[row("uploads")], **tables)


def test_prokopim_stands_apart_and_its_office_stays(store: Store) -> None:
    posts = [
        told("1", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", account="prokopim.contoh"),
        told("2", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", bidang="setda/prokopim"),
        told("3", "sekretariat-daerah", "perangkat", "bidang", bidang="setda/hukum;setda/prokopim"),
        told("4", "dinas-pertanian", "pimpinan", "pimpinan_opd"),
    ]
    units = [
        row("units", unit_id="setda/prokopim", agency_id="sekretariat-daerah", name="Bagian A", aliases="Prokopim"),
        row("units", unit_id="setda/hukum", agency_id="sekretariat-daerah", name="Hukum"),
    ]
    answer = coverage(reported(store, posts, units), Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 2 konten pada 1–6 Oktober 2024: 50% pimpinan (50% pimpinan OPD), 0% pimpinan bersama layanan, "
        "50% perangkat daerah/bidang, 0% belum jelas. 2 konten Prokopim ditampilkan terpisah."
    )
    chart = answer.charts[0]
    assert chart.categories == ("Dinas Pertanian", "Sekretariat Daerah", "Prokopim (Sekretariat Daerah)")
    assert {series.role: series.values for series in chart.series} == {
        "pimpinan_daerah": (0.0, 0.0, 1.0),
        "pimpinan_opd": (1.0, 0.0, 0.0),
        "campuran": (0.0, 0.0, 0.0),
        "perangkat": (0.0, 1.0, 0.0),
        "tidak_jelas": (0.0, 0.0, 0.0),
    }
    assert chart.marks[1][0] == {
        "dari": "2024-10-01", "sampai": "2024-10-06", "opd": "dinas-pertanian", "subjek": "pimpinan",
    }  # fmt: skip
    assert [chart.marks[1][1], chart.marks[1][2]] == [None, None]


def test_an_office_that_is_prokopim_alone_has_one_bar_and_no_share(store: Store) -> None:
    store = reported(store, [told("1", "sekretariat-daerah", "pimpinan", "pimpinan_daerah")])
    record = ROWS["records"] | {"record_id": "1", "agency_id": "sekretariat-daerah", "agency_text": "Bag. Prokompim"}
    fill(store, records=[record])
    answer = coverage(store, Scope(), Choice(WEEK.first, WEEK.last, ("sekretariat-daerah",)), TODAY)
    assert answer.charts[0].categories == ("Prokopim (Sekretariat Daerah)",)
    assert [number.value for number in answer.numbers] == [None] * 4
    assert answer.sentence == (
        "Pada 1–6 Oktober 2024 tidak ada konten di luar Prokopim dan unggahan ulang. "
        "1 konten Prokopim ditampilkan terpisah."
    )


def test_reposts_leave_the_shares_and_nobody_is_nihil_by_them(store: Store) -> None:
    posts = [
        told("1", "dinas-pertanian", "pimpinan", "pimpinan_daerah", is_repost=True),
        told("2", "dinas-pertanian", "perangkat", "bidang"),
        told("3", "sekretariat-daerah", "pimpinan", "pimpinan_daerah", is_repost=True),
    ]
    answer = coverage(reported(store, posts), Scope(), WEEK, TODAY)
    assert answer.sentence == (
        "Dari 1 konten pada 1–6 Oktober 2024: 0% pimpinan, 0% pimpinan bersama layanan, "
        "100% perangkat daerah/bidang, 0% belum jelas. 2 unggahan ulang tidak ikut dihitung."
    )
    rows = {line[0]: (line[2], line[-1]) for line in answer.charts[0].table.rows}
    assert rows == {"Dinas Pertanian": (1, "Melapor lengkap"), "Sekretariat Daerah": (0, "Hanya unggahan ulang")}
    assert answer.charts[0].states[0] == ("", "")


def test_bidang_named_and_when_they_cannot_be_judged(store: Store) -> None:
    units = [
        row("units", unit_id=f"{each}/{unit}", agency_id=each, name=unit.upper(), kind="bidang")
        for each in ("dinas-pertanian", "sekretariat-daerah")
        for unit in ("psp", "kebun")
    ]
    posts = [
        told("1", "dinas-pertanian", "perangkat", "bidang", bidang="dinas-pertanian/psp"),
        told("2", "dinas-pertanian", "perangkat", "bidang"),
        told("3", "dinas-pertanian", "perangkat", "bidang", bidang="dinas-pertanian/kebun", is_repost=True),
        told("4", "dinas-pertanian", "tidak_jelas", "belum_jelas", caption=""),
        *(told(key, "sekretariat-daerah", "perangkat", "bidang") for key in ("5", "6")),
        told("7", "sekretariat-daerah", "perangkat", "bidang", bidang="Bagian Baru"),
    ]
    naming, units_seen = coverage(reported(store, posts, units), Scope(), WEEK, TODAY).tables
    assert naming.rows == (
        ("Dinas Pertanian", "Dinas", 2, 1, 1, 0.5, 2, "Dapat dinilai"),
        ("Sekretariat Daerah", "Dinas", 3, 1, 2, 2 / 3, 2, "Belum dapat dinilai"),
    )
    assert units_seen.rows == (
        ("Dinas Pertanian", "KEBUN", "Bidang", 0, "Belum terlihat dalam laporan"),
        ("Dinas Pertanian", "PSP", "Bidang", 1, "Terlihat dalam laporan"),
        ("Sekretariat Daerah", "KEBUN", "Bidang", None, "Belum dapat dinilai"),
        ("Sekretariat Daerah", "PSP", "Bidang", None, "Belum dapat dinilai"),
        ("Sekretariat Daerah", "Bagian Baru", "Tidak terdaftar", 1, "Belum dapat dinilai"),
    )
    assert "bukan kegiatan yang diadakan" in units_seen.note


def test_bidang_of_those_who_did_not_report_are_not_judged(office: Store) -> None:
    fill(office, units=[row("units", unit_id="k/pem", agency_id="kecamatan-belitang", name="Pemerintahan")])
    naming, units_seen = coverage(office, Scope(), WEEK, TODAY).tables
    assert naming.rows[0] == (
        "Sekretariat Daerah",
        "Sekretariat",
        None,
        None,
        None,
        None,
        0,
        "Tidak ada konten berteks",
    )
    assert units_seen.rows[0] == ("Sekretariat Daerah", None, None, None, "Bidang belum terdaftar")
    assert units_seen.rows[-1] == ("Kecamatan Belitang", "Pemerintahan", "Bidang", None, "Belum melapor")
