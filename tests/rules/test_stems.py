"""Affixes: which written words are built on which stems."""

import pytest

from rules.entries import Entry
from rules.matching import Matcher
from rules.split import split_texts
from rules.stems import bases, forms, plain_word

BUILT = [
    ("menyalurkan", "salur"),
    ("penyaluran", "salur"),
    ("disalurkan", "salur"),
    ("tersalurkannya", "salur"),
    ("salurkanlah", "salur"),
    ("memadamkan", "padam"),
    ("pemadaman", "padam"),
    ("mengantre", "antre"),
    ("pengantrean", "antre"),
    ("mengunjungi", "kunjung"),
    ("kunjungannya", "kunjung"),
    ("menambal", "tambal"),
    ("mendaftar", "daftar"),
    ("pendaftaran", "daftar"),
    ("membuka", "buka"),
    ("pembukaan", "buka"),
    ("melantik", "lantik"),
    ("pelantikan", "lantik"),
    ("dilayani", "layan"),
    ("pelayanannya", "layan"),
    ("memperbaiki", "baik"),
    ("diperbaiki", "baik"),
    ("berkunjung", "kunjung"),
    ("seindah", "indah"),
    ("mengucapkan", "ucap"),
    ("layanan", "layanan"),
    ("baaantuaaan", "bantuan"),
    ("saaat", "saat"),
]

NOT_BUILT = [
    ("beras", "as"),
    ("berkah", "kah"),
    ("tanah", "tan"),
    ("kisaran", "kis"),
    ("mendung", "tung"),
    ("perang", "ang"),
    ("banjir", "anjir"),
]


@pytest.mark.parametrize(("word", "stem"), BUILT)
def test_a_word_is_built_on_its_stem(word: str, stem: str) -> None:
    assert stem in bases(word)


@pytest.mark.parametrize(("word", "stem"), NOT_BUILT)
def test_a_word_is_not_built_on_what_it_only_contains(word: str, stem: str) -> None:
    assert stem not in bases(word)


def test_only_clitics_leave_an_exact_word() -> None:
    assert forms("pasarnya") == {"pasarnya", "pasar"}
    assert forms("pasaran") == {"pasaran"}


@pytest.mark.parametrize(
    ("written", "plain"),
    [("𝗟𝗮𝘆𝗮𝗻𝗮𝗻", "layanan"), ("ⓑⓐⓝⓢⓞⓢ", "bansos"), ("B\u200bansos", "bansos"), ("é", "e"), ("KTP", "ktp")],
)
def test_letters_in_disguise_are_plain_letters(written: str, plain: str) -> None:
    assert plain_word(written) == plain


@pytest.mark.parametrize(
    ("short", "word"), [("yg", "yang"), ("udah", "sudah"), ("gak", "tidak"), ("jgn", "jangan"), ("dapet", "dapat")]
)
def test_a_short_spelling_is_also_the_whole_word(short: str, word: str) -> None:
    assert forms(short) == {short, word}
    assert forms("ygx") == {"ygx"}


def test_two_phrases_that_hold_the_same_words_both_speak() -> None:
    # Twenty pairs: which of two spoke hung on the order of a set, anew in each process.
    firsts = [f"{letter}ama" for letter in "bcdfghjklmnpqrstvwyz"]
    endings = (("", "bare"), ("nya", "nya"))
    matcher = Matcher(
        ([Entry(f"{word}{ending} diamankan", label, exact=True) for word in firsts for ending, label in endings],)
    )
    texts = split_texts([f"{word}nya diamankan" for word in firsts], 0)
    found = matcher.by_text(matcher.hits(texts)[0], texts, range(len(firsts)))
    assert [sorted(hit.entry.label for hit in hits) for hits in found] == [["bare", "nya"]] * len(firsts)
