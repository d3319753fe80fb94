"""A correction in a browser: topic, subject, bidang of a post; it counts, bears a name, outlives the file, ends."""

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from store import Scope, Store
from tests.browser.made_files import hand_made_log
from tests.browser.steps import Watched, answer, choose, drop, kept_by, settled, watching
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]
ORPHANAGE = "/posts?periode=2024-10&cari=panti"
TOPIC_READ = "Topik: Kegiatan Langsung Masyarakat (Dibaca dari kata"
SUBJECT_READ = "Subjek: Perangkat daerah/bidang (Dibaca dari kata"
TOPIC_SAID = "Topik: Pelayanan Publik (ditetapkan oleh Citra (uji)"
SUBJECT_SAID = "Subjek: Pimpinan OPD (ditetapkan oleh Citra (uji)"
UNIT_SAID = "Bidang/Bagian/Seksi: Rehabilitasi Sosial (ditetapkan oleh Citra (uji)"
LINES = {
    "topic": r"^Topik ditetapkan sebagai Pelayanan Publik oleh Citra \(uji\), .* \(identitas tidak diverifikasi\): "
    r"Isinya jadwal layanan$",
    "subject": r"^Subjek ditetapkan sebagai Pimpinan OPD oleh Citra \(uji\), .* \(identitas tidak diverifikasi\): "
    r"Kepala dinas yang hadir$",
    "bidang": r"^Bidang/Bagian/Seksi ditetapkan sebagai Rehabilitasi Sosial oleh Citra \(uji\), .* "
    r"\(identitas tidak diverifikasi\)$",
}


def hand_in(page: Page, file: Path, stored: str) -> None:
    """Store a report of Dinas Sosial."""
    drop(page, file)
    expect(page.get_by_text("DINAS SOSIAL → Dinas Sosial")).to_be_visible()
    answer(page)
    expect(page.get_by_text(stored)).to_be_visible()


def revised(log: Path) -> Path:
    """The same list with one post more, which asks for a look."""
    book = openpyxl.load_workbook(log)
    book.active.append([4, "Kamis, 24 Oktober 2024", "Ayo coblos nomor urut 2", "Facebook", ""])
    path = log.with_name("Laporan Okt 2024 REVISI.xlsx")
    book.save(path)
    return path


def heading(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_role("heading", name=re.compile(words))).to_be_visible()


def tick(page: Page) -> None:
    """Tick the box at the left edge of the first row of the list, so that the reading of its post opens below."""
    settled(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place
    page.mouse.click(place["x"] + 18, place["y"] + 52)
    expect(page.get_by_text("Pembacaan satu unggahan · Dinas Sosial")).to_be_visible()
    settled(page)


def sign(page: Page, name: str) -> None:
    """Say who one is, of the office."""
    page.get_by_label("Nama Bapak/Ibu", exact=True).fill(name)
    page.get_by_label("Nama Bapak/Ibu", exact=True).press("Enter")
    choose(page, "Instansi Bapak/Ibu", "Kantor")
    expect(page.get_by_text(re.compile(rf"^Dicatat sebagai {re.escape(name)}, .*tidak diverifikasi"))).to_be_visible()


def read_as(page: Page, *lines: str) -> None:
    """How the chosen post is read now."""
    for line in lines:
        expect(page.get_by_role("listitem").filter(has_text=line)).to_be_visible()


def correct(page: Page, what: str, value: str, reason: str) -> None:
    """Say what a post is about, and why."""
    choose(page, "Yang dibetulkan", what.partition("/")[0])
    choose(page, "Menjadi", value)
    page.keyboard.press("Escape")  # a list of several choices stays open
    page.get_by_label("Alasan").fill(reason)
    page.get_by_role("button", name="Tetapkan").click()
    expect(
        page.get_by_text(f"{what} ditetapkan oleh Citra (uji) dan langsung dihitung di semua halaman.")
    ).to_be_visible()


def correct_all(visitor: Watched) -> None:
    """Topic, subject and bidang, each with the name of who said so; without a name nothing can be said."""
    page = visitor.open("/posts?periode=2024-10&topik=masyarakat")
    heading(page, "^1 unggahan dan 1 konten pada Oktober 2024")
    tick(page)
    read_as(page, TOPIC_READ, SUBJECT_READ, "Bidang/Bagian/Seksi: tidak disebut")
    expect(page.get_by_role("button", name="Tetapkan")).to_be_disabled()
    sign(page, "Citra (uji)")
    correct(page, "Topik", "Pelayanan Publik", "Isinya jadwal layanan")
    # The post has left the list of that topic; what is being put right stays the same post.
    expect(page.get_by_text("Unggahan yang baru dibetulkan ini tidak lagi termasuk baris di atas.")).to_be_visible()
    expect(page.locator(".naskah")).to_have_text("Kunjungan ke panti asuhan")
    read_as(page, TOPIC_SAID, SUBJECT_READ)
    expect(page.get_by_role("button", name="Tetapkan")).to_be_disabled()
    correct(page, "Subjek", "Pimpinan OPD", "Kepala dinas yang hadir")
    correct(page, "Bidang/Bagian/Seksi", "Rehabilitasi Sosial", "")
    read_as(page, TOPIC_SAID, SUBJECT_SAID, UNIT_SAID)


def numbers_follow(visitor: Watched) -> None:
    """Shares of topics and subjects count it, and the list finds it under what was said."""
    page = visitor.open("/topics?periode=2024-10&opd=dinas-sosial")
    heading(page, r"^Dari 2 konten .* terbanyak Bantuan Pemerintah dan Pelayanan Publik \(1 konten\)")
    page = visitor.open("/coverage?periode=2024-10&opd=dinas-sosial")
    heading(page, r"^Dari 2 konten .* 50% pimpinan \(50% pimpinan OPD\), 0% pimpinan bersama layanan, 50% perangkat")
    page = visitor.open("/posts?periode=2024-10&topik=layanan&subjek=pimpinan")
    heading(page, "^1 unggahan dan 1 konten pada Oktober 2024")


def stands(visitor: Watched) -> Page:
    """Another session reads the post as was said of it, and who said it."""
    page = visitor.open(ORPHANAGE)
    tick(page)
    expect(page.locator(".naskah")).to_have_text("Kunjungan ke panti asuhan")
    read_as(page, TOPIC_SAID, SUBJECT_SAID, UNIT_SAID)
    for line in LINES.values():
        expect(page.get_by_text(re.compile(line))).to_be_visible()
    return page


def hand_in_again(visitor: Watched, log: Path) -> None:
    """The very file is known; the same posts in another file are repeated rows."""
    page = visitor.open("/upload")
    drop(page, log)
    expect(page.get_by_text("Berkas yang sama persis sudah diunggah")).to_be_visible()
    page = visitor.open("/upload")
    hand_in(page, revised(log), "tersimpan: 1 unggahan baru, 4 baris berulang")


def take_topic_back(page: Page) -> None:
    """The topic is what the words say again, the others stand; the line stays, struck out."""
    expect(page.get_by_role("button", name="Tarik kembali")).to_have_count(3)
    expect(page.get_by_role("button", name="Tarik kembali").first).to_be_disabled()
    sign(page, "Dewi (uji)")
    page.get_by_role("button", name="Tarik kembali").first.click()
    expect(page.get_by_text("Ketetapan Citra (uji) ditarik kembali oleh Dewi (uji).")).to_be_visible()


def only_topic_is_back(visitor: Watched) -> None:
    page = visitor.open(ORPHANAGE)
    tick(page)
    read_as(page, TOPIC_READ, SUBJECT_SAID, UNIT_SAID)
    gone = page.locator("p").filter(has_text="(ditarik kembali)")
    expect(gone).to_have_count(1)
    expect(gone.locator("del")).to_have_text(re.compile(LINES["topic"]))
    expect(page.get_by_role("button", name="Tarik kembali")).to_have_count(2)


def from_review(visitor: Watched) -> None:
    """A post is put right where it is looked into, under the name given there."""
    page = visitor.open("/review?periode=2024-10")
    sign(page, "Eka (uji)")
    page.get_by_role("button", name="Betulkan topik, subjek, atau bidang").click()
    choose(page, "Yang dibetulkan", "Topik")
    choose(page, "Menjadi", "Pemilih dan Pemilu")
    page.get_by_role("button", name="Tetapkan").click()
    expect(page.get_by_text("Topik ditetapkan oleh Eka (uji) dan langsung dihitung di semua halaman.")).to_be_visible()
    page.get_by_role("button", name="Tutup pembetulan").click()
    expect(page.get_by_role("button", name="Tetapkan")).to_have_count(0)


def test_a_correction_counts_bears_a_name_and_outlives_the_file_until_it_is_taken_back(
    browser: Browser, own: Dashboard, tmp_path: Path
) -> None:
    log = hand_made_log(tmp_path / "Laporan Okt 2024.xlsx")
    with watching(browser, own.url) as first:
        hand_in(first.open("/upload"), log, "tersimpan: 4 unggahan baru")
        correct_all(first)
    with watching(browser, own.url) as second:
        numbers_follow(second)
        stands(second)
        hand_in_again(second, log)
    with watching(browser, own.url) as third:
        take_topic_back(stands(third))
    with watching(browser, own.url) as last:
        only_topic_is_back(last)
        from_review(last)
        with kept_by(last, own) as store:
            told(store)


def told(store: Store) -> None:
    """Every word of it is kept, with who said it; the post bears what stands."""
    tables = store.read(Scope())
    rows = store.run(tables.decisions.order_by("decided_at", "decision_id")).to_pylist()
    assert [(row["kind"], row["value"], row["decided_by"], row["by_agency"], row["note"]) for row in rows] == [
        ("topic", "layanan", "Citra (uji)", "kantor", "Isinya jadwal layanan"),
        ("subject", "pimpinan_opd", "Citra (uji)", "kantor", "Kepala dinas yang hadir"),
        ("bidang", "dinas-sosial/rehabilitasi-sosial", "Citra (uji)", "kantor", ""),
        ("topic", "layanan", "Dewi (uji)", "kantor", "ditarik kembali"),
        ("topic", "pemilu", "Eka (uji)", "kantor", ""),
    ]
    assert [row["takes_back"] for row in rows] == ["", "", "", rows[0]["decision_id"], ""]
    posts = store.run(tables.posts.filter(tables.posts.caption == "Kunjungan ke panti asuhan")).to_pylist()
    assert [(post["topic"], post["topic_source"], post["records"]) for post in posts] == [("masyarakat", "aturan", 2)]
    assert [(post["subject_detail"], post["bidang"]) for post in posts] == [
        ("pimpinan_opd", "dinas-sosial/rehabilitasi-sosial")
    ]
    acts = store.run(tables.audit.filter(tables.audit.action.isin(["decide", "take_back"])).order_by("at")).to_pylist()
    assert [(line["who"], line["action"]) for line in acts] == [
        ("Citra (uji)", "decide"),
        ("Citra (uji)", "decide"),
        ("Citra (uji)", "decide"),
        ("Dewi (uji)", "take_back"),
        ("Eka (uji)", "decide"),
    ]
