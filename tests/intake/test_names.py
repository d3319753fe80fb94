"""Which OPD a name means: exactly its own by name, alias or account; a likeness is only ever a suggestion."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake import SHIPPED, Matcher, parse_roster
from intake.names import comparable
from intake.roster import Roster

SAMPLE = SHIPPED.with_name("roster_contoh.csv")
BELITANG, BELITANG_2, BELITANG_3 = "kecamatan-belitang", "kecamatan-belitang-ii", "kecamatan-belitang-iii"


@cache
def roster(path: Path) -> Roster:
    return parse_roster(path.read_bytes(), path.name)


@cache
def shipped(path: Path = SHIPPED) -> Matcher:
    return Matcher(roster(path).agencies, roster(path).accounts)


def names_of(path: Path) -> dict[str, set[str]]:
    """Each name and alias as it is written, with the OPDs that bear it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for agency in roster(path).agencies:
        for name in (str(agency["name"]), *str(agency["aliases"]).split("; ")):
            bearers[name].add(str(agency["agency_id"]))
    return bearers


@pytest.mark.parametrize(
    ("written", "agency_id"),
    [
        ("Dinkes", "dinas-kesehatan"),
        ("DINAS KESEHATAN", "dinas-kesehatan"),
        ("  dinas   kesehatan ", "dinas-kesehatan"),
        ("Dinas Kesehatan Kabupaten OKU Timur", "dinas-kesehatan"),
        ("Dinas Kesehatan Kab. OKU Timur", "dinas-kesehatan"),
        ("Admin Dinkes", "dinas-kesehatan"),
        ("Laporan Medsos Dinkes", "dinas-kesehatan"),
        ("Akun resmi Dinas Sosial", "dinas-sosial"),
        ("Laporan Media Sosial Dinas Sosial", "dinas-sosial"),
        ("Belitang", BELITANG),
        ("Kec. Belitang", BELITANG),
        ("KECAMATAN BELITANG", BELITANG),
        ("Kantor Camat Belitang", BELITANG),
        ("Kantor Kecamatan Belitang", BELITANG),
        ("Camat Belitang", BELITANG),
        ("Kecamatan Belitang Kab. OKU Timur", BELITANG),
        ("Belitang II", BELITANG_2),
        ("Kec. Belitang 2", BELITANG_2),
        ("kecamatan belitang-ii", BELITANG_2),
        ("Kantor Camat Belitang 2", BELITANG_2),
        ("Belitang 3", BELITANG_3),
        ("Kecamatan Belitang II Kab", BELITANG_2),
        ("Kecamatan Belitang III", BELITANG_3),
        ("Belitang Jaya", "kecamatan-belitang-jaya"),
        ("RSUD Martapura", "rsud-martapura"),
        ("RSUD OKU Timur", "rsud-oku-timur"),
    ],
)
def test_names_and_aliases_are_certain(written: str, agency_id: str) -> None:
    assert shipped().of_name(written).agency_id == agency_id


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Dinas Kesehtan", "dinas-kesehatan"),
        ("Dinsa Kesehatan", "dinas-kesehatan"),
        ("Diskes OKU Timur", "dinas-kesehatan"),
        ("Kec. Belitng II", BELITANG_2),
        ("UPTD Puskesmas Belitang", BELITANG),
        ("Puskesmas Belitang Kab. OKU Timur", BELITANG),
        ("UPTD Puskesmas Belitang II", BELITANG_2),
        ("SMP Negeri 1 Belitang II", BELITANG_2),
        ("Media Belitang", BELITANG),
        ("Rekap dinas sosail", "dinas-sosial"),
    ],
)
def test_likeness_is_a_suggestion_never_a_match(written: str, meant: str) -> None:
    match = shipped().of_name(written)
    assert match.agency_id is None
    assert meant == match.suggestions[0].agency_id
    assert all(suggestion.likeness < 100 for suggestion in match.suggestions)


@pytest.mark.parametrize("written", ["", " ", "-", "Kabupaten OKU Timur", "Laporan Medsos", "xyz", "Pemerintah"])
def test_what_names_no_opd_suggests_none(written: str) -> None:
    match = shipped().of_name(written)
    assert (match.agency_id, match.suggestions) == (None, ())


@pytest.mark.parametrize(
    ("path", "hospitals"),
    [(SHIPPED, {"rsud-martapura", "rsud-oku-timur"}), (SAMPLE, {"contoh-rsud-nalasena", "contoh-rsud-rimbanala"})],
)
@pytest.mark.parametrize("written", ["RSUD", "rsud", "RSUD Kabupaten OKU Timur", "Admin RSUD"])
def test_rsud_alone_means_two_hospitals(path: Path, hospitals: set[str], written: str) -> None:
    match = shipped(path).of_name(written)
    assert match.agency_id is None
    assert {(s.agency_id, s.likeness) for s in match.suggestions} == {(h, 100) for h in hospitals}


@pytest.mark.parametrize("path", [SHIPPED, SAMPLE], ids=lambda path: path.name)
def test_each_name_of_a_shipped_roster_means_its_own_opd(path: Path) -> None:
    wrong = {
        name: (found, bearers)
        for name, bearers in names_of(path).items()
        if (found := shipped(path).of_name(name).agency_id) != (next(iter(bearers)) if len(bearers) == 1 else None)
    }
    assert wrong == {}
    assert {name for name, bearers in names_of(path).items() if len(bearers) > 1} == {"RSUD"}


WORDS = ["Belitang", "II", "2", "Kec.", "RSUD", "Dinas", "Sosial", "UPTD", "Kantor", "Media", "Martapura", "Kabupaten"]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)))
def test_match_is_always_a_name_of_that_opd(written: str) -> None:
    """What is matched is a name or alias of that OPD once the words that name nothing are taken away."""
    found = shipped().of_name(written).agency_id
    if found is None:
        return
    own = {comparable(name) for name, bearers in names_of(SHIPPED).items() if bearers == {found}}
    text = comparable(written)
    idle = set(
        re.findall(r"\w+", "admin akun medsos resmi official laporan rekap pemkab pemerintah pemda opd kantor nama")
    )
    lean = " ".join(word for word in text.replace("media sosial", "").split() if word not in idle)
    assert own & {text, lean}


@pytest.mark.parametrize(
    ("platform", "account", "agency_id"),
    [
        ("instagram", "dinkes.nalasena.contoh", "contoh-dinas-kesehatan"),
        ("instagram", "@Dinkes.Nalasena.Contoh", "contoh-dinas-kesehatan"),
        ("instagram", "https://www.instagram.com/dinkes.nalasena.contoh/", "contoh-dinas-kesehatan"),
        ("instagram", "https://www.instagram.com/dinkes.nalasena.contoh/?hl=id", "contoh-dinas-kesehatan"),
        ("tiktok", "tiktok.com/@dinkes.nalasena.contoh", "contoh-dinas-kesehatan"),
        ("facebook", "Dinkes  Nalasena (Contoh)", "contoh-dinas-kesehatan"),
        ("x", "dinkes.nalasena.contoh", None),
        ("instagram", "dinkes.nalasena", None),
        ("instagram", "dinkes", None),
        ("instagram", "@", None),
        ("instagram", "", None),
    ],
)
def test_account_is_certain_by_its_handle_on_its_platform(platform: str, account: str, agency_id: str | None) -> None:
    assert shipped(SAMPLE).of_account(platform, account).agency_id == agency_id


def test_account_that_is_not_in_the_roster_is_suggested_by_its_words() -> None:
    match = shipped().of_account("instagram", "dinkes_okutimur")
    assert (match.agency_id, match.suggestions[0].agency_id) == (None, "dinas-kesehatan")


def test_account_of_two_opd_or_without_handle_is_nobodys() -> None:
    agencies = [{"agency_id": code, "name": f"Dinas {code.upper()}", "aliases": ""} for code in "ab"]
    shared = [{"agency_id": code, "platform": "x", "handle": "bersama"} for code in "ab"]
    empty = {"agency_id": "a", "platform": "facebook", "handle": "@"}
    matcher = Matcher(agencies, [*shared, empty])
    match = matcher.of_account("x", "@bersama")
    assert (match.agency_id, {s.agency_id for s in match.suggestions}) == (None, {"a", "b"})
    assert matcher.of_account("facebook", "").agency_id is None


def test_longest_name_inside_a_text_is_suggested_first() -> None:
    suggestions = shipped().of_name("Berita Kecamatan Buay Madang Timur hari ini").suggestions
    assert [s.agency_id for s in suggestions][:2] == ["kecamatan-buay-madang-timur", "kecamatan-buay-madang"]
