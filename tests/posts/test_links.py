"""Addresses of posts: their platform, the id that they carry, and what is no post at all."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import posts


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://www.instagram.com/p/DBcQ3VhSx9a/", "instagram:DBcQ3VhSx9a"),
        ("https://www.instagram.com/p/DBcQ3VhSx9a/?img_index=1", "instagram:DBcQ3VhSx9a"),
        ("instagram.com/reel/DBcQ3VhSx9a", "instagram:DBcQ3VhSx9a"),
        ("https://instagram.com/dinkes.contoh/reel/DBcQ3VhSx9a/?igsh=abc==", "instagram:DBcQ3VhSx9a"),
        ("https://www.instagram.com/tv/DBcQ3VhSx9a/.", "instagram:DBcQ3VhSx9a"),
        ("https://www.instagram.com/p/DBcQ3VhSx9aXXXXXXXXXXXXXXXXXXXXXXXXXXXX/", "instagram:DBcQ3VhSx9a"),
        ("https://instagram.com/stories/dinkes/3484391234567890123", "instagram:3484391234567890123"),
        ("https://www.tiktok.com/@dinkes/video/7428912345678901234?is_from=x", "tiktok:7428912345678901234"),
        ("https://vt.tiktok.com/ZSjAbCdEf/", "tiktok:~ZSjAbCdEf"),
        ("https://twitter.com/dinkes/status/1848900000000000000", "x:1848900000000000000"),
        ("https://x.com/dinkes/status/1848900000000000000?s=20", "x:1848900000000000000"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s", "youtube:dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?si=zzz", "youtube:dQw4w9WgXcQ"),
        ("https://youtube.com/shorts/dQw4w9WgXcQ", "youtube:dQw4w9WgXcQ"),
        ("https://www.facebook.com/dinkes/posts/122101234567890", "facebook:122101234567890"),
        ("https://web.facebook.com/dinkes/posts/judul-berita/122101234567890/", "facebook:122101234567890"),
        ("https://m.facebook.com/story.php?story_fbid=122101234567890&id=1", "facebook:122101234567890"),
        ("https://www.facebook.com/photo.php?fbid=122101234567890&set=a.1", "facebook:122101234567890"),
        ("https://www.facebook.com/photo/?fbid=122101234567890", "facebook:122101234567890"),
        ("https://www.facebook.com/watch/?v=122101234567890", "facebook:122101234567890"),
        ("https://www.facebook.com/reel/122101234567890", "facebook:122101234567890"),
        ("https://www.facebook.com/groups/55/permalink/122101234567890/", "facebook:122101234567890"),
        ("https://www.facebook.com/dinkes/posts/pfbid0abcDEF", "facebook:~pfbid0abcDEF"),
        ("https://www.facebook.com/share/p/1AbCdEfGh/", "facebook:~1AbCdEfGh"),
        ("https://fb.watch/abcDEF123/", "facebook:~abcDEF123"),
    ],
)
def test_an_address_names_its_post(address: str, key: str) -> None:
    assert posts.read_link(address).key == key


@pytest.mark.parametrize(
    ("address", "platform"),
    [
        ("https://www.instagram.com/dinkes.contoh/", "instagram"),
        ("https://x.com/dinkes", "x"),
        ("https://www.facebook.com/dinkes", "facebook"),
        ("https://twitter.com/dinkes/status/undefined", "x"),
        ("https://netflix.com/title/123456", ""),
        ("https://notinstagram.com/p/DBcQ3VhSx9a/", ""),
        ("https://instagram.com.jahat.id/p/DBcQ3VhSx9a/", ""),
        ("https://okutimurkab.example/berita/1", ""),
        ("https://[buruk/p/1", ""),
        ("", ""),
    ],
)
def test_an_address_without_a_post_has_no_key(address: str, platform: str) -> None:
    link = posts.read_link(address)
    assert (link.platform, link.key) == (platform, "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vaksinasi Gratis", "  vaksinasi\n gratis "),
        ("𝗩𝗮𝗸𝘀𝗶𝗻𝗮𝘀𝗶 Gratis", "Vaksinasi Gratis"),
        ("Ibu &amp; Anak", "Ibu & Anak"),
        ("Vaksinasi\u200b Gratis\ufe0f", "Vaksinasi Gratis"),
        ("Vaksinasi gratis https://bit.ly/abc", "Vaksinasi gratis"),
    ],
)
def test_texts_that_are_the_same_to_a_reader(one: str, other: str) -> None:
    assert posts.normal_text(one) == posts.normal_text(other) != ""
    assert posts.text_digest(one) == posts.text_digest(other)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=80), st.text("htps:/[]@.instagramxcom?=&#%٣９½", max_size=60)))
def test_no_text_makes_the_reading_of_links_fail(text: str) -> None:
    posts.read_link(text)
    frame = posts.conform(pd.DataFrame({"row": [2], "platform": ["x"], "published_at": ["2024-10-23"], "link": [text]}))
    keys = posts.keys_of(frame, ["dinkes"])
    assert posts.same_post(keys) == [keys["link_key"][0]]
