"""The sample's own ground truth: ids that carry a time, Pacific time, konten and target days, on posts made by hand."""

from datetime import date, datetime
from random import Random

from sample_data.expected import Cover, _konten, _targets
from sample_data.ids import instagram_number, pacific, shortcode, shortcode_time
from sample_data.model import Agency, Post


def _post(number: int, platform: str, day: int, caption: str) -> Post:
    at = datetime(2024, 10, day, 9)
    return Post(number, number, "dinas", platform, at, caption, "", "", "photo", "lainnya", "", {})


def test_a_shortcode_carries_its_time() -> None:
    assert shortcode_time("AAAAAAAAAAA") == datetime(2011, 8, 25, 4, 7, 1, 721000)
    code = shortcode(instagram_number(datetime(2024, 10, 23, 8, 0, 5), Random(1)))
    assert len(code) == 11
    assert shortcode_time(code) == datetime(2024, 10, 23, 8, 0, 5)


def test_meta_writes_the_day_before() -> None:
    assert pacific(datetime(2024, 10, 23, 8, 0)) == datetime(2024, 10, 22, 18, 0)
    assert pacific(datetime(2024, 11, 20, 8, 0)) == datetime(2024, 11, 19, 17, 0)


def test_konten_joins_platforms_but_neither_repeats_nor_empty_texts() -> None:
    posts = [
        _post(1, "instagram", 1, "Jadwal KTP keliling"),
        _post(2, "facebook", 3, "JADWAL  KTP keliling"),
        _post(3, "instagram", 3, "Jadwal KTP keliling"),
        _post(4, "facebook", 20, "Jadwal KTP keliling"),
        _post(5, "instagram", 21, ""),
        _post(6, "facebook", 21, ""),
    ]
    konten = _konten(posts)
    assert konten[1] == konten[2] == ("dinas", 0, date(2024, 10, 1))
    assert len(set(konten.values())) == 5


def test_a_day_is_unmet_only_if_every_account_is_covered_completely() -> None:
    agencies = {"dinas": Agency("dinas", "Dinas", "dinas", (), (), {"facebook": "a", "instagram": "b"})}
    posts = [_post(n, "facebook", 23, f"Kegiatan {n}") for n in range(3)] + [_post(9, "facebook", 24, "Satu saja")]
    facebook = Cover("dinas", ("facebook",), date(2024, 10, 1), date(2024, 10, 31), True)
    instagram = Cover("dinas", ("instagram",), date(2024, 10, 1), date(2024, 10, 25), True)
    konten = _konten(posts)
    alone = _targets(posts, konten, [facebook], agencies)["dinas"]
    assert alone["2024-10"] == {"met": 1, "unmet": 0, "unknown": 6, "gap": 0, "days": "m??????"}
    both = _targets(posts, konten, [facebook, instagram], agencies)["dinas"]
    assert both["2024-10"] == {"met": 1, "unmet": 2, "unknown": 4, "gap": 5, "days": "muu????"}
