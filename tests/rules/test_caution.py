"""Caution: each rule, its look-alikes, clarifications, and numbers of persons that are never shown."""

import json

import pytest

from rules import Lists, parse_lists, read
from rules.caution import parse_caution
from rules.codes import ListError
from rules.links import links_in, mask_personal
from rules.lists import SEEDS
from tests.rules.reading_parts import LISTS, caution, rules_of


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("otp", "Sebutkan kode OTP yang masuk ke HP Anda"),
        ("otp_isi", "Isi PIN dan nomor kartu di http://verifikasi-nasabah.top"),
        ("uang", "Silakan transfer biaya administrasi ke rekening pribadi"),
        ("apk", "Buka Undangan_Nikah.apk di bawah ini"),
        ("data_kirim", "Kirim foto KTP lewat pesan"),
        ("nomor_induk", "Penerima: Siti, 1608014507850002"),
        ("sebar", "Viralkan!"),
        ("sebar", "Kabari teman teman di kampung"),
        ("berantai", "Awas penculik, sebarkan ke semua grup"),
        ("sangkalan", "100% asli, viralkan"),
        ("hadiah", "Selamat Anda memenangkan mobil"),
        ("bagi_hadiah", "Saldo gratis, viralkan"),
        ("ancaman", "Akun Anda bermasalah, buka http://masuk-bank.top"),
        ("bansos_tautan", "BLT cair, daftar di http://blt-cair.top"),
        ("bansos_klik", "Bansos lansia dibagikan, klik untuk cek nama"),
        ("tautan_tiruan", "Lihat http://kemensos-bansos.com"),
        ("judi", "Situs gacor malam ini, maxwin"),
        ("uang_mudah", "Titip dana, profit besar, gabung sekarang"),
        ("pinjaman", "Pinjaman langsung cair tanpa ribet"),
        ("jalur", "CPNS jalur khusus, hubungi kami"),
        ("lowongan", "Lowongan BUMN di http://rekrutmen-bumn.top"),
        ("rahasia_umum", "Fakta yang disembunyikan, sebarkan"),
        ("kesehatan", "Daun ajaib, sembuh total, sebarkan"),
        ("obat", "Rebusan ini menyembuhkan kanker dalam 3 hari"),
        ("vaksin", "Vaksin itu melemahkan anak kita"),
        ("takut", "Telur palsu beredar"),
        ("bencana", "Tsunami akan datang besok, kata paranormal"),
        ("hasut", "Usir pendatang dari kampung"),
        ("hina", "Antek aseng, mereka semua"),
    ],
)
def test_a_rule_speaks(rule: str, text: str) -> None:
    assert rule in rules_of(caution(text)), caution(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bakar ikan bersama warga Semendawai Timur",
        "Lawan stunting, serbu pasar murah, tolak bala",
        "PIN Polio: imunisasi gratis di posyandu, segera bawa balita",
        "Pelatihan gratis, kuota terbatas, daftar sekarang di bit.ly/latihan atau WA 0812-7000-100",
        "Slot waktu pelayanan dan slot parkir tersedia",
        "Warga serbu kantor Dukcapil untuk mengurus KTP",
        "Hari Pahlawan: mereka mengusir penjajah dengan bambu runcing",
        "Upacara mengenang peristiwa G30S/PKI",
        "Pembayaran retribusi ditransfer ke rekening kas daerah",
        "Seleksi CPNS tidak dipungut biaya, daftar di sscasn.bkn.go.id",
        "Kebakaran di Desa Baru, segera hubungi 113",
        "Jalan rusak yang viral sudah ditambal hari ini!!!",
        "Peringatan dini BMKG: hujan lebat malam ini, warga di bantaran sungai segera mengungsi",
        "Rapat koordinasi membahas hoaks, provokasi, ujaran kebencian, dan penipuan",
        "Nomor surat 1234/5678/2024, telepon 0812 7000 1000, rapat 12 13 14 15",
    ],
)
def test_look_alikes_never_ask_for_a_look(text: str) -> None:
    assert caution(text).code == "none", caution(text).findings


@pytest.mark.parametrize(
    "text",
    [
        "HOAKS: link pendaftaran bansos Rp600.000. Cek resmi cekbansos.kemensos.go.id",
        "Waspada penipuan mengatasnamakan Dukcapil. Kami tidak pernah meminta kode OTP.",
        "Klarifikasi: kabar penculikan anak itu tidak benar.",
        "Akun kami sempat diretas dan memuat iklan slot gacor. Mohon abaikan.",
    ],
)
def test_a_clarification_is_a_service(text: str) -> None:
    assert caution(text).code == "klarifikasi"


@pytest.mark.parametrize(
    "text",
    [
        "Bukan hoaks! Ini bukan penipuan, klik http://bansos-cair.top dan isi NIK",
        "Tidak benar kalau kita diam! Viralkan sebelum dihapus: penculik masuk kampung",
    ],
)
def test_a_denial_of_its_own_does_not_make_a_clarification(text: str) -> None:
    assert caution(text).code == "review"


def test_a_clarification_that_shows_a_number_of_a_person_asks_for_a_look() -> None:
    verdict = caution("Klarifikasi: data NIK 1608014507850002 itu tidak benar")
    assert (verdict.code, rules_of(verdict)) == ("review", {"nomor_induk"})


def test_weak_signs_are_kept_and_never_decide_alone() -> None:
    verdict = caution("SEGERA DAFTAR!!! Gratis, kuota terbatas, bagikan: bit.ly/kelas")
    assert verdict.code == "none"
    assert rules_of(verdict) == {"tautan_pendek", "desak", "manfaat", "gaya", "sebar_ringan"}
    assert {finding.weight for finding in verdict.findings} == {1}


def test_two_strong_signs_ask_for_a_look_and_one_does_not() -> None:
    assert caution("Viralkan!").code == "none"
    assert caution("Viralkan! Telur palsu beredar").code == "review"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIK 1608014507850002 ok", "NIK ••••••••••••••02 ok"),
        ("KK 1608 0145 0785 0002", "KK •••• •••• •••• ••02"),
        ("NIP 198501012010011001", "NIP 198501012010011001"),
        ("https://x.com/a/status/1234567890123456", "https://x.com/a/status/1234567890123456"),
    ],
)
def test_numbers_of_persons_are_masked(text: str, masked: str) -> None:
    assert mask_personal(text) == masked
    assert len(mask_personal(text)) == len(text)


def test_evidence_never_shows_a_number_of_a_person() -> None:
    assert "1608014507850002" not in caution("Penerima NIK 1608014507850002").evidence


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://cekbansos.kemensos.go.id", "tautan_resmi"),
        ("bit.ly/abc", "tautan_pendek"),
        ("wa.me/6281200000000", "nomor_wa"),
        ("http://kemensos-bantuan.com/daftar", "tautan_tiruan"),
        ("https://daftar.online/x", "tautan_tiruan"),
        ("https://www.kompas.com/berita", "tautan_lain"),
        ("Paket.apk", "berkas_apk"),
    ],
)
def test_addresses_have_a_kind(address: str, kind: str) -> None:
    assert [place.kind for place in links_in(f"Lihat {address} ya", LISTS.caution.links)] == [kind]


@pytest.mark.parametrize("text", ["https://instagram.com/p/abc", "Selesai.Kami pulang", "pukul 08.30 s.d. selesai"])
def test_what_is_no_doubtful_address_is_left_out(text: str) -> None:
    assert links_in(text, LISTS.caution.links) == []


def test_a_list_without_hosts_is_refused() -> None:
    text = (SEEDS / "caution.toml").read_text("utf-8").split("[links]")[0]
    with pytest.raises(ListError, match="links"):
        parse_caution(text)


def test_every_rule_explains_itself() -> None:
    for rules in (LISTS.neutrality.rules, LISTS.caution.rules):
        for rule in rules.values():
            assert rule.label and rule.explain.endswith(".") and rule.source, rule.rule


def office_list(cues: dict[str, str], asked: str, unless: str = "") -> Lists:
    """The lists with one of an office for caution: cues of one word each, and one rule."""
    words = "".join(f'[cues.{cue}]\nwords = ["{word}"]\n' for cue, word in cues.items())
    against = f'unless = ["{unless}"]\n' if unless else ""
    rule = f'[rules.coba]\nlabel = "Coba"\nexplain = "Coba."\nweight = 5\ntier = "kuat"\nalone = ["{asked}"]\n{against}'
    links = """
[links]
official = [".go.id"]
short = ["bit.ly"]
chats = ["wa.me"]
platforms = ["instagram.com"]
known = [".go.id"]
doubtful = [".xyz"]
offices = ["dinsos"]
"""
    return parse_lists({"caution": words + rule + links})


def test_an_office_may_use_a_list_without_the_cues_that_the_program_builds_on() -> None:
    texts = ["slot gacor malam ini", "teruskan ke 10 teman, transfer 5 juta!!!"]
    assert read(texts, office_list({"judi": "gacor"}, "judi"))["caution"].tolist() == ["review", "none"]


@pytest.mark.parametrize(
    "written",
    ["1601010101010001", "16 0101 010101 0001", "16010101 01010001", "160101-010101-0001", "16.01.01.010101.0001"],
)
def test_a_number_of_sixteen_digits_is_one_however_it_is_grouped(written: str) -> None:
    verdict = caution(f"Penerima bantuan atas nama Wati, NIK {written}")
    assert (verdict.code, rules_of(verdict)) == ("review", {"nomor_induk"})
    assert "0101" not in verdict.evidence


def test_a_denied_cue_does_not_rule_a_rule_out() -> None:
    lists = office_list({"judi": "gacor", "minta": "minta uang", "jangan": "jangan"}, "judi", unless="minta")
    readings = read(["gacor", "gacor minta uang", "gacor jangan minta uang"], lists)
    assert readings["caution"].tolist() == ["review", "none", "review"]


@pytest.mark.parametrize("link", ["www.bansos-tunai.qq", "Www.bansos-tunai.qq", "bansos-tunai.qq/cek"])
def test_an_address_with_an_unknown_ending_is_told_by_its_form(link: str) -> None:
    assert "tautan_tiruan" in rules_of(caution(f"Pengumuman {link} daftar segera"))


def test_a_telephone_number_counts_beside_whatever_a_rule_names() -> None:
    assert "mustahil_saluran" in rules_of(caution("Ijazah S1 asli terdaftar tanpa kuliah, hub 0852-0000-6666"))
    assert "mustahil_saluran" not in rules_of(caution("Ijazah S1 asli terdaftar tanpa kuliah, hub kantor"))


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("tautan_resmi", "gacor https://dinsos.contoh.go.id/a"),
        ("tautan_pendek", "gacor bit.ly/abc"),
        ("nomor_wa", "gacor wa.me/62812"),
        ("tautan_tiruan", "gacor www.dinsos-cair.xyz/a"),
        ("tautan_lain", "gacor www.apasaja.com/a"),
        ("berkas_apk", "gacor undangan.apk"),
        ("nomor_hp", "gacor 0812-0000-1111"),
        ("nomor_rek", "gacor 123456789012"),
        ("nomor_induk", "gacor 1601010101010001"),
        ("kapital", "GACOR MALAM INI DI KAMPUNG SEBELAH SUNGAI"),
        ("seru", "gacor!!! malam ini"),
        ("judul_hoaks", "HOAKS gacor viralkan"),
        ("uang_jumlah", "gacor 45jt"),
        ("sebar_kuat", "gacor sampaikan ke semua orang"),
    ],
)
def test_a_rule_of_an_office_may_ask_for_any_cue_that_the_program_makes(cue: str, text: str) -> None:
    words = {"judi": "gacor", "hoaks": "hoaks", "terus": "sampaikan", "orang_lain": "semua orang"}
    readings = read([text, "gacor"], office_list({**words, "uang_jumlah": "sejuta", "sebar_kuat": "viralkan"}, cue))
    found = [[one["rule"] for one in json.loads(findings)] for findings in readings["findings"]]
    assert found == [["coba"], []]
