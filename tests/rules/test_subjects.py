"""Subject: who acts, who is only quoted, who stands beside a leader, who writes; with a list of a few words."""

from datetime import date

import pytest

from rules import Context, Lists, parse_lists, read
from rules.context import Person, Role

TOPICS = '[bantuan]\nwords = ["beras"]\n[internal]\nwords = ["apel"]\n[regulasi]\nwords = ["perda"]\n'
SUBJECTS = """
leader = ["bupati"]
head = ["kepala dinas"]
leader_weak = ["pak"]
voice = ["saya"]
act = ["membuka", "diterima"]
quote = ["kata"]
chief = ["kepala"]
folk = ["petani"]
crew = ["petugas"]
department = ["dinas sosial", "RSUD"]
department_weak = ["pegawai", "jajaran"]
service_topics = ["bantuan"]
department_topics = ["bantuan", "regulasi"]
"""
LONG = "Langit cerah dan angin bertiup pelan sampai ke ujung jembatan lama di tepi sungai yang tenang sekali sore itu"
"""A sentence of 109 letters that says nothing."""
LATE = f"{LONG}. {LONG}. {LONG}. "
"""So much that what follows stands behind the part that says who acts."""


CASES = {
    "a leader with an act or at the beginning is the subject": [
        ("Bupati membuka lomba", "pimpinan_daerah", "Bupati; membuka"),
        ("Kepala Dinas membuka lomba", "pimpinan_opd", "Kepala Dinas; membuka"),
        ("Bupati dan Kepala Dinas membuka lomba", "pimpinan_daerah", "Bupati; Kepala Dinas; membuka"),
        ("Kepala RSUD membuka lomba", "pimpinan_opd", "Kepala RSUD; membuka"),
        ("RSUD menyambut, Bupati membuka lomba", "campuran", "RSUD; Bupati; membuka"),
        ("Bupati membuka lomba di RSUD", "pimpinan_daerah", "Bupati; membuka"),
        ("Bupati membawa beras", "campuran", "Bupati; beras"),
        (f"{LONG} bupati lewat.", "belum_jelas", ""),
        (f"{LONG} bupati membuka lomba.", "pimpinan_daerah", "bupati; membuka"),
        ("#Bupati #membuka lomba", "belum_jelas", ""),
    ],
    "people of a department count beside a leader in a post on their work": [
        ("Bupati membuka gudang beras bersama petugas", "campuran", "Bupati; membuka; petugas"),
        ("Bupati membuka gudang beras lalu menyapa petugas", "campuran", "Bupati; membuka; beras"),
        ("Bupati membuka lomba bersama petugas", "pimpinan_daerah", "Bupati; membuka"),
    ],
    "a form of address is a leader with an act unless a trade stands beside it": [
        ("Pak Rahman membuka lahan", "pimpinan_daerah", "Pak; membuka"),
        ("Pak Rahman, petani desa, membuka lahan", "belum_jelas", ""),
        ("pak rahman membuka lahan", "belum_jelas", ""),
        ("Pak Rahman pulang", "belum_jelas", ""),
        (f"{LATE}“Senang,” kata Pak Rahman.", "pimpinan_daerah", "kata; Pak"),
        (f"{LATE}“Senang,” kata Pak Rahman, petani.", "belum_jelas", ""),
    ],
    "a leader further down is a source or the one who speaks": [
        (f"RSUD buka. {LATE}“Silakan,” kata Bupati.", "bidang", "RSUD"),
        (f"{LATE}“Silakan,” kata Bupati.", "pimpinan_daerah", "kata; Bupati"),
        (f"{LATE}“Silakan,” kata Bupati di RSUD.", "campuran", "kata; Bupati; RSUD"),
        (f"{LATE}“Silakan,” kata Kepala Dinas.", "bidang", "kata; Kepala Dinas"),
        ("“Silakan,” kata Kepala RSUD.", "bidang", "kata; Kepala RSUD"),
        (f"{LATE}Piala diterima langsung Bupati.", "pimpinan_daerah", "diterima; Bupati"),
        (f"{LATE}Kami lewat di depan Bupati.", "belum_jelas", ""),
    ],
    "who writes is the subject outside quotation marks": [
        ("Hari ini saya pulang", "pimpinan_daerah", "saya"),
        ("Kata tamu: “Hari ini saya pulang, saya senang”", "belum_jelas", ""),
        ("“Selamat pagi.” saya pulang", "pimpinan_daerah", "saya"),
        (f"{LONG}, angin sepoi, saya pulang", "belum_jelas", ""),
        (f"{LONG}, angin sepoi, saya membuka pintu", "pimpinan_daerah", "saya"),
        (f"{LONG}, angin sepoi, saya pulang, saya tidur", "pimpinan_daerah", "saya"),
        (f"{LONG}, angin sepoi, “saya pulang”, saya tidur", "belum_jelas", ""),
    ],
    "without a leader weak words decide only together": [
        ("Perda baru", "bidang", "Perda"),
        ("Apel pagi", "belum_jelas", ""),
        ("Apel pegawai", "bidang", "pegawai"),
        ("Foto pegawai", "belum_jelas", ""),
        ("Foto pegawai dengan pegawai", "belum_jelas", ""),
        ("Foto pegawai dan jajaran", "bidang", "pegawai; jajaran"),
        ("Foto petugas", "bidang", "petugas"),
    ],
}
"""What is asked → text, finer code, evidence."""


@pytest.fixture(scope="module")
def small() -> Lists:
    return parse_lists({"topics": TOPICS, "subjects": SUBJECTS, "said": "[topic]\n[subject]\n"})


@pytest.mark.parametrize(
    ("text", "detail", "evidence"),
    [
        pytest.param(*case, id=f"{asked}-{number}")
        for asked, cases in CASES.items()
        for number, case in enumerate(cases)
    ],
)
def test_subject_and_evidence(text: str, detail: str, evidence: str, small: Lists) -> None:
    one = read([text], small).iloc[0]
    assert (one["subject_detail"], one["subject_evidence"]) == (detail, evidence)


def test_a_person_is_what_the_roles_of_the_day_say(small: Lists) -> None:
    roles = (Role("bupati", date(2023, 1, 1), date(2023, 12, 31)), Role("kepala_opd", date(2024, 1, 1)))
    context = Context((Person("Rahman Wijaya", (), (), roles),))
    days = [date(2023, 5, 1), date(2024, 5, 1), date(2022, 5, 1)]
    readings = read(["Rahman Wijaya membuka lomba"] * 3, small, context, days)
    assert readings["subject_detail"].tolist() == ["pimpinan_daerah", "pimpinan_opd", "belum_jelas"]
    assert readings["subject_evidence"].tolist() == ["Rahman Wijaya; membuka", "Rahman Wijaya; membuka", ""]


def test_nothing_of_one_caption_is_near_the_next(small: Lists) -> None:
    texts = [f"{LATE}kata", "Bupati", "“saya", "saya”", "Kepala", "RSUD", "Pak Rahman", "petani membuka"]
    together = read(texts, small)["subject_detail"].tolist()
    assert together == [read([text], small)["subject_detail"][0] for text in texts]
    assert together == [
        *("belum_jelas", "pimpinan_daerah", "pimpinan_daerah", "pimpinan_daerah"),
        *("belum_jelas", "bidang", "belum_jelas", "belum_jelas"),
    ]
