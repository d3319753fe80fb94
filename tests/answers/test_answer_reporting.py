"""Laporan Masuk: every OPD and platform with its state, what is missing, the deadline, and the reminder to send."""

from datetime import date, datetime

import pytest

from answers.choice import Choice
from answers.reporting import reminders, reporting
from intake import close_month
from store import Scope, Store
from tests.answers.conftest import fill
from tests.store.rows import row

SCOPE = Scope()
TODAY = date(2024, 11, 8)
OCTOBER = Choice(date(2024, 10, 1), date(2024, 10, 31))
CONTACT = "Ibu Sari, 0812-3456-7890"


@pytest.fixture
def asked(office: Store) -> Store:
    """The office, where Dinas Kesehatan also has TikTok, of which nothing came, and somebody to ask."""
    dispensed = {"dispensation_id": "d", "agency_id": "sekretariat-daerah", "platform": "x", "reason": "Akun diretas"}
    dispensed |= {"first_day": date(2024, 10, 1), "last_day": date(2024, 10, 31), "approver": "Sekda"}
    dispensed |= {"entered_by": "Ani", "entered_at": datetime(2024, 11, 1)}
    fill(
        office,
        accounts=[
            row("accounts", agency_id="dinas-kesehatan", platform="tiktok"),
            row("accounts", agency_id="sekretariat-daerah", platform="youtube"),
        ],
        coverage=[row("coverage", agency_id="sekretariat-daerah", platform="youtube")],
        dispensations=[dispensed],
    )
    with office.write() as writer:
        writer.update("agencies", {"contact": CONTACT}, {"agency_id": "dinas-kesehatan"})
        writer.update("agencies", {"contact": "Bapak Budi"}, {"agency_id": "dinas-pupr"})
    return office


def test_every_opd_and_platform_has_its_state(asked: Store) -> None:
    answer = reporting(asked, SCOPE, OCTOBER, TODAY)
    cells = {(row[0], row[2]): row[3] for row in answer.charts[0].table.rows}
    assert cells == {
        ("Sekretariat Daerah", "X"): "Dispensasi",
        ("Sekretariat Daerah", "YouTube"): "Nihil",
        ("Dinas Kesehatan", "Facebook"): "Lengkap",
        ("Dinas Kesehatan", "Instagram"): "Lengkap",
        ("Dinas Kesehatan", "TikTok"): "Belum melapor",
        ("Dinas Pekerjaan Umum", "Instagram"): "Belum lengkap",
        ("Kecamatan Belitang", "Facebook"): "Belum melapor",
    }
    drawn = dict(zip([series.name for series in answer.charts[0].series], answer.charts[0].states, strict=True))
    assert answer.charts[0].categories == ("Facebook", "Instagram", "TikTok", "X", "YouTube")
    assert drawn["Dinas Kesehatan"] == ("", "", "belum_melapor", "tanpa_akun", "tanpa_akun")
    assert drawn["Dinas Pekerjaan Umum"] == ("tanpa_akun", "belum_lengkap", "tanpa_akun", "tanpa_akun", "tanpa_akun")


def test_what_is_missing_is_named_by_its_days(asked: Store) -> None:
    rows = {(row[0], row[2]): row for row in reporting(asked, SCOPE, OCTOBER, TODAY).charts[0].table.rows}
    assert rows["Dinas Kesehatan", "Facebook"][4:8] == (31, 0, None, 2)
    assert rows["Dinas Kesehatan", "TikTok"][4:8] == (0, 31, "1–31 Oktober 2024", None)
    assert rows["Dinas Pekerjaan Umum", "Instagram"][4:8] == (0, 31, "1–31 Oktober 2024", 1)


def test_numbers_and_sentence(asked: Store) -> None:
    answer = reporting(asked, SCOPE, OCTOBER, TODAY)
    assert [(number.label, number.value) for number in answer.numbers] == [
        ("Lengkap", 1), ("Belum lengkap", 2), ("Diterima, belum terbaca", 0), ("Belum melapor", 1),
    ]  # fmt: skip
    assert answer.sentence == (
        "Untuk Oktober 2024, 1 dari 4 OPD melapor lengkap pada semua platformnya, 2 belum lengkap, dan 1 belum "
        "melapor. Batas waktu 5 November 2024 sudah lewat."
    )


def test_a_reminder_names_platform_and_days_and_leads_to_the_person_in_charge(asked: Store) -> None:
    found = {each.opd: each for each in reminders(asked, SCOPE, OCTOBER, TODAY)}
    assert list(found) == ["Dinas Kesehatan", "Dinas Pekerjaan Umum", "Kecamatan Belitang"]
    health = found["Dinas Kesehatan"]
    assert health.text == (
        "Yth. Ibu Sari\nDinas Kesehatan\n\n"
        "Dengan hormat, bersama ini kami sampaikan bahwa laporan unggahan media sosial Dinas Kesehatan untuk Oktober "
        "2024 belum kami terima seluruhnya:\n"
        "- TikTok: belum melapor (1–31 Oktober 2024)\n\n"
        "Batas waktu penyampaian 5 November 2024 telah lewat. Mohon laporan tersebut dapat disampaikan pada kesempatan "
        "pertama. Apabila pada tanggal tersebut memang tidak ada unggahan, mohon dinyatakan nihil.\n\n"
        "Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih."
    )
    assert health.link.startswith("https://wa.me/6281234567890?text=Yth.%20Ibu%20Sari%0ADinas%20Kesehatan")
    assert found["Dinas Pekerjaan Umum"].link == ""
    assert found["Dinas Pekerjaan Umum"].text.startswith("Yth. Bapak Budi\nDinas Pekerjaan Umum\n")
    assert "- Instagram: belum lengkap (1–31 Oktober 2024)" in found["Dinas Pekerjaan Umum"].text
    assert found["Kecamatan Belitang"].text.startswith("Yth. Admin media sosial\nKecamatan Belitang\n")


def test_before_the_deadline_it_is_named_and_of_a_closed_month_nobody_is_reminded(asked: Store) -> None:
    early = reminders(asked, SCOPE, OCTOBER, date(2024, 11, 5))
    assert "Mohon laporan tersebut dapat disampaikan paling lambat 5 November 2024." in early[0].text
    with asked.write() as writer:
        change = {"name": "batas_laporan", "value": "12", "version": 1, "changed_by": "Ani"}
        writer.append("settings", [{**change, "changed_at": datetime(2024, 11, 2)}])
    assert "paling lambat 12 November 2024." in reminders(asked, SCOPE, OCTOBER, TODAY)[0].text
    close_month(asked, SCOPE, OCTOBER.first, "Ani", "", datetime(2024, 11, 20))
    assert reminders(asked, SCOPE, OCTOBER, date(2024, 11, 21)) == ()


def test_days_of_a_closed_month_are_no_longer_asked_for(asked: Store) -> None:
    close_month(asked, SCOPE, OCTOBER.first, "Ani", "", datetime(2024, 11, 20))
    both = Choice(OCTOBER.first, date(2024, 11, 30))
    found = {each.opd: each.text for each in reminders(asked, SCOPE, both, date(2024, 11, 21))}
    assert "- TikTok: belum melapor (1–21 November 2024)" in found["Dinas Kesehatan"]
    assert "Oktober 2024 (" not in found["Dinas Kesehatan"]
