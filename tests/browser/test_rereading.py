"""Reading again in a browser: a changed list is told beforehand, history follows behind a bar, decisions stand."""

import datetime as dt
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from intake import OFFICE, SHIPPED, Ruling, decide, parse_roster, save_roster
from store import Scope, Store, open_store
from tests.browser.steps import Watched, kept_by, settled, watching
from tests.intake.made import NOW, post, take
from tests.running import Dashboard

pytestmark = [pytest.mark.browser, pytest.mark.long]
SCRIPT = "tests/browser/held_rereading.py"
CAPTIONS = (
    "Glorbin hari ini",
    "Glorbin besok",
    "Rapat kerja",
    "Ayo coblos nomor urut 1, menangkan paslon nomor urut 1",
)
DECIDED = "instagram:AAAAAAAAAA1"
SECONDS = 45


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Where re-reading tells how far it is and waits for a word (held_rereading.py)."""
    with socket.create_server(("127.0.0.1", 0)) as waiting:
        waiting.settimeout(SECONDS)
        monkeypatch.setenv("HELD_AT", str(waiting.getsockname()[1]))
        yield waiting


@pytest.fixture
def office(tmp_path: Path, waiting: socket.socket) -> Iterator[Dashboard]:
    """A dashboard with four posts of Dinas Sosial; of the first a person has said that it is about an emergency."""
    store = open_store(f"duckdb:///{tmp_path / 'dasbor.duckdb'}")
    save_roster(store, parse_roster(SHIPPED.read_bytes(), SHIPPED.name), False, "Ani", dt.datetime(2024, 11, 1))
    links = (f"https://www.instagram.com/p/AAAAAAAAAA{number}/" for number in (1, 2, 3, 4))
    rows = [post(28, caption=text, link=link, opd="sosial") for text, link in zip(CAPTIONS, links, strict=True)]
    take(store, *rows, agencies={"sosial": "dinas-sosial"})
    decide(store, Scope(), DECIDED, Ruling("topic", "darurat", "Banjir", "Citra (uji)", OFFICE), NOW)
    store.close()
    running = Dashboard(str(tmp_path / "dasbor.duckdb"), tmp_path / "server.log", SCRIPT)
    running.start()
    yield running
    running.stop()


def words(visitor: Watched) -> Page:
    page = visitor.open("/settings?bagian=kata")
    settled(page)
    return page


def read_by(visitor: Watched) -> str:
    """The version that read the one post of Tinjauan, as its card says."""
    page = visitor.open("/review?periode=2024-10")
    card = page.get_by_text(re.compile(r"^Berkas log\.xlsx, baris 5 · dibaca "))
    expect(card).to_have_count(1)
    return card.inner_text().partition(" · dibaca ")[2]


def versions(page: Page, *lines: str) -> None:
    """Which version read how many posts: these lines and no other."""
    expect(page.get_by_role("listitem").filter(has_text=re.compile(r": \d+ unggahan$"))).to_have_text(list(lines))


def found(visitor: Watched, topic: str, sentence: str) -> None:
    """How many posts the list finds under a topic."""
    page = visitor.open(f"/posts?periode=2024-10&topik={topic}")
    expect(page.get_by_test_id("stMain").get_by_role("heading", name=re.compile(sentence))).to_be_visible()


def change_a_list(page: Page) -> None:
    """Add a word to the list of topics, see what that would change, apply it under a name."""
    area = page.get_by_label("Isi daftar: Topik")
    shipped = area.input_value()
    assert shipped.count("[bantuan]\nstrong = [") == 1
    area.fill(shipped.replace("[bantuan]\nstrong = [", '[bantuan]\nstrong = ["glorbin", '))
    settled(page)
    page.get_by_role("button", name="Periksa").click()
    expect(
        page.get_by_text(
            "Akan mengubah pembacaan 2 unggahan dari 4 unggahan tersimpan (satu tayangan di satu akun): "
            "topik 1; subjek 2."
        )
    ).to_be_visible()
    expect(page.get_by_role("button", name="Terapkan")).to_be_disabled()
    page.get_by_label("Nama Bapak/Ibu yang mengubah").fill("Dewi (uji)")
    page.get_by_label("Nama Bapak/Ibu yang mengubah").press("Enter")
    settled(page)
    page.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_text("Daftar Topik: versi 1 berlaku bagi unggahan baru mulai sekarang.")).to_be_visible()


def start(page: Page) -> None:
    """Count first, then read again under a name."""
    settled(page)
    expect(page.get_by_role("button", name="Baca ulang")).to_be_disabled()
    page.get_by_role("button", name="Hitung dahulu").click()
    expect(page.get_by_text("Pembacaan ulang akan mengubah 2 unggahan; sisanya terbaca sama.")).to_be_visible()
    page.get_by_label("Nama Bapak/Ibu yang memulai").fill("Eka (uji)")
    page.get_by_label("Nama Bapak/Ibu yang memulai").press("Enter")
    settled(page)
    page.get_by_role("button", name="Baca ulang").click()


def heard(line: socket.socket, words: str) -> None:
    """What re-reading tells after two posts; it waits until it is answered."""
    assert line.recv(100).decode() == words


def bar(page: Page, words: str, percent: str) -> None:
    expect(page.get_by_text(f"{words} unggahan dibaca ulang …")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", percent)
    expect(page.get_by_text("Keputusan orang tidak berubah.")).to_be_visible()


def read_again(visitor: Watched, waiting: socket.socket, browser: Browser) -> None:
    """The bar stands half way for whoever opens the page, while the others are open; then it is gone."""
    page = visitor.page
    start(page)
    line, _ = waiting.accept()
    with line:
        line.settimeout(SECONDS)
        heard(line, "2 dari 4")
        bar(page, "2 dari 4", "50")
        with watching(browser, visitor.home) as other:
            found(other, "darurat", "^1 unggahan dan 1 konten pada Oktober 2024")
            bar(words(other), "2 dari 4", "50")
        line.sendall(b".")
        heard(line, "4 dari 4")
        bar(page, "4 dari 4", "100")
        line.sendall(b".")
    expect(page.get_by_text("4 unggahan selesai dibaca ulang.")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)


def test_a_changed_list_reads_history_again_and_leaves_decisions(
    browser: Browser, office: Dashboard, waiting: socket.socket
) -> None:
    with watching(browser, office.url) as visitor:
        before = read_by(visitor)
        page = words(visitor)
        versions(page, f"Versi sekarang ({before}): 4 unggahan")
        expect(page.get_by_role("button", name="Baca ulang")).to_have_count(0)
        change_a_list(page)
        expect(page.get_by_text("4 unggahan dibaca dengan versi lain.")).to_be_visible()
        versions(page, f"Versi terdahulu ({before}): 4 unggahan")
        found(visitor, "bantuan", r"^Tidak ada unggahan yang sesuai pada Oktober 2024\.$")
        words(visitor)
        read_again(visitor, waiting, browser)
        after = read_by(visitor)
        versions(words(visitor), f"Versi sekarang ({after}): 4 unggahan")
    with watching(browser, office.url) as later:
        assert read_by(later) == after != before
        found(later, "bantuan", "^1 unggahan dan 1 konten pada Oktober 2024")
        found(later, "darurat", "^1 unggahan dan 1 konten pada Oktober 2024")
        with kept_by(later, office) as store:
            told(store)


def told(store: Store) -> None:
    """The decision is as it was made; what nobody decided reads by the new list; who did it stands in the audit."""
    tables = store.read(Scope())
    posts = store.run(tables.posts.order_by("link")).to_pylist()
    assert [(one["topic"], one["topic_source"], one["subject_detail"]) for one in posts] == [
        ("darurat", "keputusan", "bidang"),
        ("bantuan", "aturan", "bidang"),
        ("internal", "aturan", "belum_jelas"),
        ("pemilu", "aturan", "bidang"),
    ]
    assert len({one["rules_version"] for one in posts}) == 1
    decisions = store.run(tables.decisions).to_pylist()
    assert [(one["kind"], one["value"], one["note"], one["decided_by"], one["decided_at"]) for one in decisions] == [
        ("topic", "darurat", "Banjir", "Citra (uji)", NOW)
    ]
    acts = store.run(tables.audit.filter(tables.audit.action.isin(["setting", "reread"])).order_by("at")).to_pylist()
    assert [(line["who"], line["action"], line["subject"]) for line in acts] == [
        ("Dewi (uji)", "setting", "daftar:topik"),
        ("Eka (uji)", "reread", "posts"),
    ]
    assert acts[1]["detail"].startswith("4 dari 4 unggahan dibaca ulang, ")
