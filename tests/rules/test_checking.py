"""A list that cannot be used is refused with its line and what is wrong, in Indonesian."""

import pytest

from rules import seed_texts
from rules.checking import Problem, problems_of

TOPICS = """[layanan]
words = ["antrean", "loket"]
weak = ["poli"]
exact = ["loket"]
"""


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("topics", TOPICS.replace('"loket"]\nweak', '"loket]\nweak'), 2, "Tanda kutip belum ditutup."),
        (
            "topics",
            TOPICS.replace('"antrean", ', '"antrean" '),
            2,
            "Daftar kata yang dibuka dengan tanda [ belum ditutup, atau sebuah koma atau tanda kutip kurang.",
        ),
        ("topics", TOPICS.replace("words =", "words"), 2, "Setelah nama bagian harus ada tanda =."),
        ("topics", TOPICS + '[layanan]\nwords = ["x"]\n', 5, "Bagian ini sudah ada di atasnya."),
        ("topics", TOPICS.replace('["poli"]', "poli"), 3,
         "Nilai tidak dikenali: setiap kata diapit tanda kutip, di antara [ dan ], dipisahkan koma."),
        ("topics", TOPICS + '[pelayanan]\nwords = ["x"]\n', 5, "Daftar kata topik: topik “pelayanan” tidak dikenal."),
        ("topics", TOPICS.replace('exact = ["loket"]', 'exact = ["lokat"]'), 4,
         "Daftar kata topik: “lokat” pada “layanan” tidak ada dalam strong, words, atau weak."),
        ("topics", TOPICS.replace('["poli"]', '["poli", ""]'), 1,
         "Daftar kata topik: “layanan” harus berupa daftar teks yang tidak kosong."),
        ("topics", TOPICS + '[weights]\ntitle = "dua"\n', 6, "Bobot “title” harus berupa angka lebih dari 0."),
        ("subjects", 'leader = ["bupati"]\nservice_topics = ["bansos"]\n', 2,
         "Topik “bansos” pada “service_topics” tidak dikenal. Pilihan: bantuan, masyarakat, layanan, pembangunan, "
         "darurat, akuntabilitas, regulasi, internal, seremonial, pemilu, literasi, prestasi, lainnya."),
        ("subjects", 'leader = ["bupati"]\nlurah = ["lurah"]\n', 2,
         "Daftar kata subjek: bagian “lurah” tidak dikenal."),
        ("said", '[topic]\nlayanan = ["loket"]\nbansos = ["hibah"]\n', 3,
         "Kode “bansos” pada [topic] tidak dikenal. Pilihan: bantuan, masyarakat, layanan, pembangunan, darurat, "
         "akuntabilitas, regulasi, internal, seremonial, pemilu, literasi, prestasi, lainnya."),
        ("said", '[topic]\nlayanan = ["loket"]\nbantuan = ["loket"]\n', 2,
         "Daftar kata isian log: “loket” tercantum untuk dua kode."),
        ("names", 'marks = ["kabid"]\ngelar = ["ir"]\n', 2,
         "Bagian “gelar” tidak dikenal. Pilihan: marks, common, titles."),
        ("names", "marks = 5\n", 1, "Daftar kata nama: “marks” harus berupa daftar teks yang tidak kosong."),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named(name: str, text: str, line: int, words: str) -> None:
    assert problems_of(name, text, {}) == (Problem(line, words),)


@pytest.mark.parametrize("name", sorted(seed_texts()))
def test_what_ships_can_be_used_and_so_can_a_text_of_another_system(name: str) -> None:
    assert problems_of(name, seed_texts()[name], {}) == ()
    assert problems_of(name, seed_texts()[name].replace("\n", "\r\n"), {}) == ()


def test_a_list_may_be_long_but_not_endless() -> None:
    (problem,) = problems_of("topics", "#" * 300_001, {})
    assert problem == Problem(0, "Daftar terlalu panjang: 300001 huruf, paling banyak 300000.")


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        pytest.param(name, sign, marks=() if (name, sign) == ("topics", '"') else pytest.mark.long)
        for name in sorted(seed_texts())
        for sign in ('"', "[", "=", "\\", "{")
    ],
)
def test_a_stray_sign_anywhere_is_a_problem_or_none_but_never_a_failure(name: str, sign: str) -> None:
    text = seed_texts()[name]
    for at in range(3, len(text), len(text) // 2 + 1):
        for torn in (text[:at] + sign + text[at:], text[:at] + text[at + 1 :]):
            for problem in problems_of(name, torn, {}):
                assert 0 <= problem.line <= torn.count("\n") + 1
                assert problem.words.endswith(".")
