"""Neutrality: each rule, its look-alikes, the phases, and people whose roles change with the day."""

import json
from datetime import date

import pytest

from rules import parse_lists, read, seed_texts
from rules.codes import ListError
from rules.context import Person, Role
from rules.neutrality import NOT_IN_A_LOG, parse_neutrality
from tests.rules.reading_parts import neutrality, rules_of

CAMPAIGN = date(2024, 10, 25)
SILENCE = date(2024, 11, 25)
DARWIS = Person(
    "Darwis Palasari",
    roles=(
        Role("bupati", date(2021, 2, 26), date(2024, 9, 24)),
        Role("paslon", date(2024, 9, 22), date(2025, 1, 9)),
        Role("bupati", date(2024, 11, 24), None),
    ),
)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("A1", "Ayo coblos nomor urut 1!"),
        ("A1", "Payo milih nomor duo yo lur"),
        ("A1", "#PilihNomor2"),
        ("A1", "Nomor 3 pilihan rakyat"),
        ("A2", "Warga sepakat mendukung Hj. Sari sebagai calon bupati"),
        ("A3", "Tim pemenangan sudah terbentuk di tiap desa"),
        ("A4", "Lanjutkan dua periode!"),
        ("A4", "Palasari for Bupati"),
        ("A4", "Semoga terpilih kembali sebagai bupati"),
        ("A5", "Salam dua jari untuk paslon kita"),
        ("A6", "Survei terbaru: paslon nomor 1 unggul jauh"),
        ("A8", "Coblos kumisnya, coblos Pak Darwis"),
        ("A9", "Ayo pilih Golkar"),
        ("A10", "Kalau mau bantuan lanjut terus, pilih petahana"),
        ("B3", "Rombongan memakai jas kuning"),
        ("B4", "Warga kompak acungkan jempol"),
        ("B6", "Calon bupati itu cuma janji manis"),
    ],
)
def test_a_rule_speaks_in_the_campaign(rule: str, text: str) -> None:
    assert rule in rules_of(neutrality(text, CAMPAIGN))


@pytest.mark.parametrize(
    "text",
    [
        "Ayo ke TPS 27 November, gunakan hak pilihmu! – Kesbangpol",
        "ASN wajib netral, dilarang like dan share akun paslon",
        "Debat publik tiga pasangan calon: nomor urut 1, nomor urut 2, dan nomor urut 3",
        "Coblos satu kali pada kolom nomor, foto, atau nama pasangan calon",
        "KPU menetapkan paslon nomor urut 1 unggul dalam rapat pleno",
        "Buang sampah ke TPS sebelum pukul 06.00",
        "Penandatanganan PKS dengan Kejari tentang PBB-P2, didukung PKB dan PPK",
        "Calon pengantin ikuti elsimil; salam dua jari, dua anak sehat – DPPKB",
        "Calon jemaah haji mengambil nomor urut antrean",
        "Kampanye imunisasi: mari dukung anak sehat",
        "Pemilihan Duta GenRe, dukung finalis nomor urut 1",
        "Lomba debat dimenangkan regu nomor 2",
        "Pjs Bupati mencoblos di TPS 03 Kelurahan Paku Sengkunyit",
        "Pemilihan Ketua OSIS: calon nomor urut 2 unggul di bilik suara",
        "Pilih menu sehat, pilih benih unggul, lanjutkan hidup sehat",
        "Relawan PMI memenangkan penghargaan donor darah",
        "Jl. Merdeka No. 1, RT 01 RW 02",
    ],
)
@pytest.mark.parametrize("day", [None, CAMPAIGN])
def test_what_is_legitimate_or_only_looks_alike_stays_quiet(text: str, day: date | None) -> None:
    assert neutrality(text, day).code == "none", neutrality(text, day).findings


def test_the_meeting_that_speaks_of_neutrality_is_clean() -> None:
    text = (
        "Pjs Bupati mengumpulkan admin media sosial OPD menjelang Pilkada 2024. Setiap admin dan ASN harus menjaga "
        "netralitas pada masa kampanye. Hindari hoax, provokasi, dan konten yang terindikasi penipuan."
    )
    assert neutrality(text, CAMPAIGN).code == "none"


def test_a_reminder_does_not_excuse_an_appeal_elsewhere_in_the_text() -> None:
    text = "Netral itu kewajiban. " + "Kegiatan berjalan lancar dan warga hadir. " * 4 + "Coblos nomor urut 2!"
    assert neutrality(text, CAMPAIGN).code == "review"


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2024, 10, 25), "review"), (date(2025, 2, 19), "review"), (date(2025, 8, 1), "none"), (None, "review")],
)
def test_jilid_two_is_a_matter_of_the_date(day: date | None, code: str) -> None:
    assert neutrality("OKU Timur Maju Lebih Mulia Jilid II", day).code == code


def test_outside_every_phase_the_part_is_quiet_and_says_so() -> None:
    verdict = neutrality("Coblos nomor urut 1!", date(2026, 11, 22))
    assert (verdict.code, verdict.findings, verdict.evidence) == ("none", (), "di luar masa pemilihan")


def test_tier_b_needs_a_phase() -> None:
    assert rules_of(neutrality("Warga memakai jas kuning", None)) == set()
    assert rules_of(neutrality("Warga memakai jas kuning", SILENCE)) == {"B3"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paslon nomor, 2", "review"),
        ("nomor urutnya 2", "review"),
        ("nomor antrean di loket 2", "none"),
        ("Lahir 02 Oktober", "none"),
        ("01 saja", "review"),
        ("no a b c d urutnya 2", "review"),
        ("pileh putra daerah, RT 01", "review"),
    ],
)
def test_a_number_asks_for_a_look_where_one_follows_the_word_for_it(text: str, code: str) -> None:
    assert neutrality(text, CAMPAIGN).code == code


def test_a_pose_alone_is_kept_without_asking_for_a_look() -> None:
    verdict = neutrality("Siswa acungkan jempol", CAMPAIGN)
    assert (verdict.code, [finding.weight for finding in verdict.findings]) == ("none", [1])


@pytest.mark.parametrize(
    ("day", "text", "rules"),
    [
        (date(2023, 10, 25), "Bantuan dari Bupati Darwis Palasari", set()),
        (CAMPAIGN, "Bantuan dari Bapak Darwis Palasari", {"B1", "B2"}),
        (CAMPAIGN, "Semangat, Darwis Palasari! Doa restu untuk kita", {"A7", "B1"}),
        (SILENCE, "Bupati Darwis Palasari meninjau jembatan", set()),
        (SILENCE, "Darwis Palasari meninjau jembatan", {"B1"}),
        (date(2025, 6, 1), "Bantuan dari Bupati Darwis Palasari", set()),
    ],
)
def test_the_same_name_is_leader_candidate_and_leader_again(day: date, text: str, rules: set[str]) -> None:
    assert rules_of(neutrality(text, day, DARWIS)) == rules


def test_a_finding_tells_place_words_weight_and_phase() -> None:
    text = "Bapak/Ibu, coblos nomor urut 1 ya"
    found = next(one for one in neutrality(text, CAMPAIGN).findings if one.rule == "A1")
    assert (found.kind, found.start, found.end, found.words) == ("neutrality", 11, 30, "coblos nomor urut 1")
    assert (found.weight, found.phase) == (5, "kampanye")


def test_the_page_can_say_what_a_log_never_shows() -> None:
    for word in ("suka", "komentar", "bagikan", "ikuti", "akun pribadi", "foto"):
        assert word in NOT_IN_A_LOG


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[cues.a]\nwords = kata\n", "line 2"),
        ("[cues.a]\nkata = []\n", "“a”"),
        ('[cues.a]\nwords = ["x"]\n[rules.R]\nweight = 1\nalone = ["a"]\n', "label"),
        ('[rules.R]\nlabel = "L"\nexplain = "E"\nweight = 1\nalone = ["b"]\n', "“b”"),
        ('[rules.R]\nlabel = "L"\nexplain = "E"\nweight = 0\n', "1 sampai 9"),
        ("[lain]\na = 1\n", "“lain”"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(ListError) as error:
        parse_neutrality(text)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("urut", "nomor urut 2"),
        ("nomor", "nomor 2"),
        ("nol", "02 saja"),
        ("seimbang", "paslon nomor 1 dan paslon nomor 2"),
        ("tagar_nomor", "#BudiSitiNomor1"),
        ("periode_tagar", "#DuaPeriode"),
        ("jabatan_tahun", "Selamat Rahman Bupati 2024-2029"),
        ("nama_daerah", "Maju! Budi untuk OKU Timur, lanjutkan"),
        ("nama_pasangan", "ayo dukung Budi-Siti"),
        ("nama_dekat", "ayo Budi dua periode"),
        ("nama_pilih", "pilih Budi"),
        ("orang", "menangkan Pak Darwis"),
        ("nama_sesudah", "coblos Budi"),
        ("nama_ganda", "coblos Budi-Siti"),
        ("calon", "pilkada: pasangan Budi"),
    ],
)
def test_a_rule_of_an_office_may_ask_for_any_cue_that_the_program_makes(cue: str, text: str) -> None:
    rule = f'[rules.coba]\nlabel = "Coba"\nexplain = "Coba."\nweight = 5\ntier = "A"\nalone = ["{cue}"]\n'
    cues = seed_texts()["neutrality"].split("\n[rules.")[0]
    lists = parse_lists({"neutrality": f"{cues}\n{rule}"})
    readings = read([text, "senja"], lists)
    found = [{one["rule"] for one in json.loads(findings)} for findings in readings["findings"]]
    assert ("coba" in found[0], found[1]) == (True, set())
