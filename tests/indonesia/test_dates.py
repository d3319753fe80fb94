"""Dates as admins type them: what is read, what is refused with which reason, and which order a column has."""

import datetime as dt

import pytest

from indonesia import month_of, read_date, read_dates, read_period, read_time

OCTOBER = (dt.date(2024, 10, 1), dt.date(2024, 10, 31))


def _at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute)


@pytest.mark.parametrize(
    "text",
    [
        "Rabu, 23 Oktober 2024",
        "Rabu/23 Oktober 2024",
        "23 Oktober 2024",
        "23 OKTOBER 2024",
        "23 Okt 2024",
        "23 Okt 24",
        "23 Oct. 2024",
        "23-Okt-2024",
        "23/Okt/2024",
        "23-10-2024",
        "23/10/2024",
        "23/10/24",
        "23.10.2024",
        "23 / 10 / 2024",
        "2024-10-23",
        "2024/10/23",
        "23102024",
        "20241023",
        "45588",
        45588,
        45588.0,
        "Hari/Tgl: Rabu, 23 Oktober 2024",
        "tgl 23 Okt’24",
        "23 s.d. 25 Oktober 2024",
        "23 s/d 25 Oktober 2024",
        "23 – 25 Oktober 2024",
        "23-24 Oktober 2024",
        "23 Oktober - 2 November 2024",
        "October 23, 2024",
        "Oct 23rd, 2024",
        "\ufeff23 Oktober 2024 ",
        "23\u00a0Oktober\u00a02024",
        dt.date(2024, 10, 23),
        dt.datetime(2024, 10, 23),
    ],
    ids=str,
)
def test_all_these_are_23_october_2024(text: object) -> None:
    moment = read_date(text)
    assert (moment.at, moment.has_time, moment.reason) == (_at(2024, 10, 23), False, "")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Jum'at, 25 Oktober 2024", _at(2024, 10, 25)),
        ("Jum’at, 25 Oktober 2024", _at(2024, 10, 25)),
        ("Jumat 25 Oktober 2024", _at(2024, 10, 25)),
        ("Ahad, 3 Nop 2024", _at(2024, 11, 3)),
        ("Minggu, 6 Oktober 2024", _at(2024, 10, 6)),
        ("3 Nopember 2024", _at(2024, 11, 3)),
        ("3 Ags 2024", _at(2024, 8, 3)),
        ("3 Agst 2024", _at(2024, 8, 3)),
        ("3 Agt 2024", _at(2024, 8, 3)),
        ("3 Agu 2024", _at(2024, 8, 3)),
        ("3 Pebruari 2024", _at(2024, 2, 3)),
        ("29 Peb 2024", _at(2024, 2, 29)),
        ("17 Mrt 2024", _at(2024, 3, 17)),
        ("5 Mei 2024", _at(2024, 5, 5)),
        ("30 Sep - 12 Okt 2024", _at(2024, 9, 30)),
        ("28 Oktober s.d. 3 November 2024", _at(2024, 10, 28)),
    ],
)
def test_old_spellings_and_ranges(text: str, at: dt.datetime) -> None:
    assert read_date(text).at == at


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("23 Oktober 2024 08.30 WIB", _at(2024, 10, 23, 8, 30)),
        ("23 Oktober 2024, pukul 08.30 WIB", _at(2024, 10, 23, 8, 30)),
        ("23/10/2024 8:30", _at(2024, 10, 23, 8, 30)),
        ("10/23/2024 8:30", None),
        ("2024-10-23T14:05:09", dt.datetime(2024, 10, 23, 14, 5, 9)),
        ("23 Oktober 2024 jam 9 pagi", _at(2024, 10, 23, 9)),
        ("Pukul 08.30 WIB, 23 Oktober 2024", _at(2024, 10, 23, 8, 30)),
        ("08:30 23/10/2024", _at(2024, 10, 23, 8, 30)),
        ("45588.5", _at(2024, 10, 23, 12)),
        (dt.datetime(2024, 10, 23, 8, 30), _at(2024, 10, 23, 8, 30)),
    ],
    ids=str,
)
def test_an_hour_beside_the_date(text: object, at: dt.datetime | None) -> None:
    moment = read_date(text)
    assert (moment.at, moment.has_time) == (at, at is not None)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("", "tanggal kosong"),
        ("-", "tanggal kosong"),
        (None, "tanggal kosong"),
        (float("nan"), "tanggal kosong"),
        ("31/11/2024", "tanggal tidak mungkin dalam urutan hari/bulan/tahun"),
        ("10/23/2024", "tanggal tidak mungkin dalam urutan hari/bulan/tahun"),
        ("31 November 2024", "tanggal tidak ada di kalender"),
        ("2024-02-30", "tanggal tidak ada di kalender"),
        ("32102024", "tanggal tidak ada di kalender"),
        ("23 Oktober", "tahun tidak tertulis dan tidak diketahui dari judul atau nama berkas"),
        ("23/10", "tahun tidak tertulis dan tidak diketahui dari judul atau nama berkas"),
        ("menyusul", "bukan tanggal yang dikenali"),
        ("Oktober 2024", "bukan tanggal yang dikenali"),
        ("Minggu ke-2 Oktober 2024", "bukan tanggal yang dikenali"),
        ("08.30", "bukan tanggal yang dikenali"),
        (True, "bukan tanggal yang dikenali"),
    ],
    ids=str,
)
def test_what_is_no_date_says_why(cell: object, reason: str) -> None:
    moment = read_date(cell)
    assert (moment.at, moment.reason) == (None, reason)


def test_a_missing_year_is_that_of_the_report_never_of_today() -> None:
    assert read_date("23 Oktober", year=2024).at == _at(2024, 10, 23)
    assert read_date("Rabu, 23 Okt", year=2023).at == _at(2023, 10, 23)
    assert read_date("23/10", year=2024).at == _at(2024, 10, 23)
    assert read_date("10/23", order="month", year=2024).at == _at(2024, 10, 23)
    assert read_date("23 Oktober 08.30", year=2024).at == _at(2024, 10, 23, 8, 30)
    assert read_date("23 Okt 14.00 WIB", year=2024).at == _at(2024, 10, 23, 14)


def test_a_day_above_12_tells_the_order_of_the_column() -> None:
    column = read_dates(["05/10/2024", "06/10/2024", "23/10/2024"])
    assert (column.order, column.proof) == ("day", "1 dari 3 tanggal hanya mungkin dibaca demikian")
    assert [m.at for m in column.moments] == [_at(2024, 10, 5), _at(2024, 10, 6), _at(2024, 10, 23)]
    column = read_dates(["10/05/2024", "10/06/2024", "10/23/2024"])
    assert column.order == "month"
    assert [m.at for m in column.moments] == [_at(2024, 10, 5), _at(2024, 10, 6), _at(2024, 10, 23)]


def test_the_weekday_tells_the_order() -> None:
    assert read_dates(["Sabtu, 05/10/2024"]).order == "day"
    assert read_dates(["Jumat, 05/10/2024"]).order == "month"
    assert read_dates(["Jumat, 05/10/2024"]).moments[0].at == _at(2024, 5, 10)


def test_the_period_tells_the_order_where_the_cells_do_not() -> None:
    column = read_dates(["10/05/2024", "10/06/2024"], OCTOBER)
    assert (column.order, column.proof) == ("month", "2 dari 2 tanggal jatuh pada masa laporan")
    assert read_dates(["05/10/2024", "06/10/2024"], OCTOBER).order == "day"
    assert read_dates(["10/10/2024"], OCTOBER).order == "day"


def test_without_evidence_the_default_stands_and_says_so() -> None:
    assert read_dates(["05/10/2024"]).proof == "anggapan; semua tanggal dapat dibaca dua arah"
    assert read_dates(["05/10/2024"], default="month").moments[0].at == _at(2024, 5, 10)
    assert (read_dates([]).moments, read_dates(["23 Oktober 2024"]).proof) == ([], "")


def test_a_cell_that_contradicts_the_column_is_not_read() -> None:
    column = read_dates(["13/10/2024", "14/10/2024", "10/15/2024", "05/10/2024"])
    assert [m.at for m in column.moments] == [_at(2024, 10, 13), _at(2024, 10, 14), None, _at(2024, 10, 5)]


@pytest.mark.parametrize(
    ("cell", "time"),
    [
        ("08.30 WIB", dt.time(8, 30)),
        ("8.30", dt.time(8, 30)),
        ("pkl. 14.00", dt.time(14)),
        ("pukul 14", dt.time(14)),
        ("jam 9 pagi", dt.time(9)),
        ("jam 7 malam", dt.time(19)),
        ("jam 2 siang", dt.time(14)),
        ("jam 11 siang", dt.time(11)),
        ("jam 12 siang", dt.time(12)),
        ("2:05 PM", dt.time(14, 5)),
        ("12:30 am", dt.time(0, 30)),
        ("14.00 s.d. selesai", dt.time(14)),
        (dt.time(8, 30), dt.time(8, 30)),
        (dt.datetime(1899, 12, 31, 8, 30), dt.time(8, 30)),
        (dt.timedelta(hours=8, minutes=30), dt.time(8, 30)),
        (8.3, dt.time(8, 30)),
        (14.05, dt.time(14, 5)),
        (0.354166666666667, dt.time(8, 30)),
        ("25.00", None),
        ("08.75", None),
        ("selesai", None),
        ("", None),
        (24.5, None),
        (True, None),
    ],
    ids=str,
)
def test_hours(cell: object, time: dt.time | None) -> None:
    assert read_time(cell) == time


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Laporan Medsos Okt 2024 Dinkes (1) REVISI FIX.xlsx", (2024, 10)),
        ("BULAN : NOPEMBER 2024", (2024, 11)),
        ("Periode: 1 s.d. 31 Okt 2024", (2024, 10)),
        ("rekap_agustus_2024.csv", (2024, 8)),
        ("2024-10 rekap", (2024, 10)),
        ("Oktober", None),
        ("Tahun 2024", None),
        ("Nomor 123/456/2024", None),
    ],
)
def test_periods(text: str, month: tuple[int, int] | None) -> None:
    assert read_period(text) == (month_of(dt.date(*month, 1)) if month else None)


def test_months_have_their_last_day() -> None:
    assert month_of(dt.date(2024, 2, 10)) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert month_of(dt.date(2024, 12, 31)) == (dt.date(2024, 12, 1), dt.date(2024, 12, 31))
