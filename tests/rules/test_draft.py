"""A draft: its three boxes, its phase, numbers that are masked, and what could be added."""

import itertools
from datetime import date

from rules.context import Context, Unit
from rules.draft import LONGEST, advice, draft_rules, read_draft
from rules.inputs import seed_phases
from tests.rules.reading_parts import LISTS

UNITS = (Unit("dinas-sosial/linjamsos", "dinas-sosial", "Linjamsos"),)
RULES = draft_rules(LISTS, Context((), seed_phases(), UNITS))
TODAY = date(2026, 11, 22)
SCAM = "Bantuan cair! Klik https://blt-kemensos.online isi NIK 1608014507850002 dan sebarkan ke 10 grup"


def test_numbers_of_persons_are_masked_everywhere() -> None:
    reading = read_draft(SCAM, TODAY, None, RULES)
    assert reading.numbers == 1
    assert "1608014507850002" not in repr(reading)


def test_notes_stand_where_their_words_stand_in_the_masked_text() -> None:
    reading = read_draft(SCAM, TODAY, None, RULES)
    assert reading.notes
    assert all(reading.text[note.start : note.end] == note.words for note in reading.notes)


def test_the_phase_is_that_of_the_day() -> None:
    text = "Dukung paslon nomor urut 1"
    campaign = read_draft(text, date(2024, 10, 25), None, RULES)
    assert (campaign.phase.code if campaign.phase else "", {note.kind for note in campaign.notes}) == (
        "kampanye",
        {"neutrality"},
    )
    assert read_draft(text, TODAY, None, RULES).phase is None


def test_bidang_is_named_as_the_roster_names_it() -> None:
    reading = read_draft("Bidang Linjamsos menyalurkan BPNT", TODAY, "dinas-sosial", RULES)
    assert reading.bidang == ("Linjamsos",)


def test_aid_posts_are_asked_for_their_parts_and_others_are_not() -> None:
    aid = read_draft("Penyaluran bantuan sosial BPNT bagi KPM", TODAY, None, RULES)
    assert "Tuliskan tempatnya." in advice(aid, False)
    assert read_draft("Selamat Hari Santri 2024", TODAY, None, RULES).parts == ()


def test_advice_names_the_number_first_and_a_missing_bidang_only_for_a_chosen_agency() -> None:
    reading = read_draft(SCAM, TODAY, "dinas-sosial", RULES)
    assert advice(reading, True)[0] == "Hapus nomor NIK atau KK. Nomor itu tidak boleh dipublikasikan."
    assert "Sebutkan bidang, bagian, atau seksi yang bekerja." in advice(reading, True)
    assert "Sebutkan bidang, bagian, atau seksi yang bekerja." not in advice(reading, False)


def test_a_clarification_is_called_so() -> None:
    assert read_draft("HOAKS! Tautan bansos itu tidak benar", TODAY, None, RULES).clarifies


def test_a_draft_longer_than_any_caption_is_cut() -> None:
    assert len(read_draft("a " * LONGEST, TODAY, None, RULES).text) == LONGEST


def test_the_shipped_phases_follow_each_other_without_gap() -> None:
    pilkada = [phase for phase in seed_phases() if phase.label.startswith("Pilkada")]
    assert [phase.code for phase in pilkada] == [
        "pra-calon",
        "calon",
        "kampanye",
        "tenang",
        "pungut-hitung",
        "penetapan",
    ]
    assert all((b.first_day - a.last_day).days == 1 for a, b in itertools.pairwise(pilkada))
    assert (pilkada[2].first_day, pilkada[2].last_day) == (date(2024, 9, 25), date(2024, 11, 23))
