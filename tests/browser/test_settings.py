"""The settings in a real browser: a torn list is refused with its line; lists, people and phases apply after a look."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from store import Scope, Store
from tests.browser.made_files import hand_made_log, instagram_export
from tests.browser.steps import Watched, answer, choose, drop, kept_by, settled, type_into
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]


def hand_in(visitor: Watched, file: Path, stored: str, agency: str = "") -> None:
    """Drop a report, say whose it is if it does not say so itself, answer the questions, see it stored."""
    page = visitor.open("/upload")
    drop(page, file)
    if agency:
        choose(page, "milik OPD mana?", agency)
    else:
        expect(page.get_by_text("OPD dikenali").first).to_be_visible()
    answer(page)
    expect(page.get_by_text(stored)).to_be_visible()


def section(visitor: Watched, name: str) -> Page:
    page = visitor.open(f"/settings?bagian={name}")
    settled(page)
    return page


def apply(page: Page) -> None:
    """Type the name and put in force what was checked."""
    expect(page.get_by_role("button", name="Terapkan")).to_be_disabled()
    page.get_by_label("Nama Bapak/Ibu yang mengubah").fill("Dewi (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengubah").press("Enter")
    settled(page)
    page.get_by_role("button", name="Terapkan").click()


def check(page: Page) -> None:
    settled(page)
    page.get_by_role("button", name="Periksa").click()


def edit_a_list(visitor: Watched) -> None:
    """Tear the list of topics, see the line; mend it, see what would change, apply it."""
    page = section(visitor, "kata")
    area = page.get_by_label("Isi daftar: Topik")
    shipped = area.input_value()
    line = shipped[: shipped.index("[darurat]")].count("\n") + 2
    area.fill(shipped.replace("[darurat]\nstrong = [", '[darurat]\nstrong = ["jadwal posyandu" "kunjungan ke panti",'))
    check(page)
    expect(page.get_by_text(f"Baris {line}: Daftar kata yang dibuka dengan tanda [ belum ditutup")).to_be_visible()
    expect(page.get_by_role("button", name="Terapkan")).to_have_count(0)
    area.fill(shipped.replace("[darurat]\nstrong = [", '[darurat]\nstrong = ["jadwal posyandu", "kunjungan ke panti",'))
    check(page)
    expect(page.get_by_text("Kata baru: “jadwal posyandu”, “kunjungan ke panti”")).to_be_visible()
    expect(page.get_by_text("Akan mengubah pembacaan 3 unggahan dari 3 unggahan tersimpan")).to_be_visible()
    apply(page)
    expect(page.get_by_text("Daftar Topik: versi 1 berlaku bagi unggahan baru mulai sekarang.")).to_be_visible()
    expect(page.get_by_text("Riwayat perubahan (1 versi)")).to_be_visible()
    expect(page.get_by_text("3 unggahan dibaca dengan versi lain.")).to_be_visible()
    expect(page.get_by_role("button", name="Baca ulang")).to_be_disabled()


def bring_in_a_person(visitor: Watched, book: Path) -> None:
    """Load a person in a role from a workbook into the table, and apply it."""
    made = openpyxl.Workbook()
    made.active.append(["Nama", "Jabatan", "Mulai", "Selesai", "Panggilan"])
    made.active.append(["Surya Contoh", "Bupati", dt.datetime(2021, 2, 26), None, "Pak Surya"])
    made.save(book)
    page = section(visitor, "pejabat")
    expect(page.get_by_text("Hubungan keluarga tidak pernah disimpan")).to_be_visible()
    page.get_by_text("Unduh atau muat dari Excel").click()
    drop(page, book)
    page.get_by_role("button", name="Muat ke tabel").click()
    check(page)
    expect(page.get_by_text("Tidak satu pun dari 3 unggahan tersimpan akan terbaca berbeda.")).to_be_visible()
    apply(page)
    expect(page.get_by_text("Pejabat dan calon tersimpan dan berlaku")).to_be_visible()


def rename_a_phase(visitor: Watched) -> None:
    """Type over the first name in the table of phases, and apply it."""
    page = section(visitor, "pemilu")
    type_into(page, 0, "Pemilu 2024: masa coba")
    check(page)
    expect(page.get_by_text("Tidak satu pun dari 3 unggahan tersimpan akan terbaca berbeda.")).to_be_visible()
    apply(page)
    expect(page.get_by_text("Masa pemilu tersimpan dan berlaku")).to_be_visible()
    expect(page.get_by_text("Masa pemilu di sini berbeda dari daftar bawaan aplikasi.")).to_be_visible()


def test_lists_people_and_phases_are_edited_checked_and_apply_to_new_uploads(
    visitor: Watched, own: Dashboard, tmp_path: Path
) -> None:
    hand_in(visitor, instagram_export(tmp_path / "ekspor.csv"), "tersimpan: 3 unggahan baru", "Dinas Kesehatan")
    edit_a_list(visitor)
    bring_in_a_person(visitor, tmp_path / "pejabat.xlsx")
    rename_a_phase(visitor)
    hand_in(visitor, hand_made_log(tmp_path / "Laporan Okt 2024.xlsx"), "tersimpan: 4 unggahan baru")
    with kept_by(visitor, own) as store:
        told(store)


def told(store: Store) -> None:
    """What was stored before stays as it was read; what came after reads by the new list."""
    tables = store.read(Scope())
    posts = store.run(tables.posts.select("caption", "topic")).to_pylist()
    topics = {post["caption"]: post["topic"] for post in posts}
    assert topics["Jadwal posyandu nomor 0"] != "darurat"
    assert topics["Kunjungan ke panti asuhan"] == "darurat"
    assert [row["name"] for row in store.run(tables.people).to_pylist()] == ["Surya Contoh"]
    labels = {row["label"] for row in store.run(tables.election_phases).to_pylist()}
    assert labels >= {"Pemilu 2024: masa coba", "Pilkada 2024: masa tenang"}
    assert "Pemilu 2024: masa kampanye" not in labels
    audit = store.run(tables.audit.filter(tables.audit.action == "setting").order_by("at")).to_pylist()
    assert [(line["who"], line["subject"]) for line in audit] == [
        ("Dewi (uji)", "daftar:topik"),
        ("Dewi (uji)", "pejabat"),
        ("Dewi (uji)", "masa_pemilu"),
    ]
