"""Post ids and links in the platforms' own shapes; those that carry a time carry the time of publication."""

from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")
PACIFIC = ZoneInfo("America/Los_Angeles")
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_INSTAGRAM_EPOCH = 1314220021721
_X_EPOCH = 1288834974657


def milliseconds(at: datetime) -> int:
    """Local time (WIB, without zone) as milliseconds since 1970, UTC."""
    return round(at.replace(tzinfo=JAKARTA).timestamp() * 1000)


def pacific(at: datetime) -> datetime:
    """Local time (WIB, without zone) as Meta's exports write it: in Los Angeles, without zone."""
    return at.replace(tzinfo=JAKARTA).astimezone(PACIFIC).replace(tzinfo=None)


def instagram_number(at: datetime, rng: Random) -> int:
    """A media id: 41 bits of milliseconds, 23 bits of chance. Source: (id >> 23) + 1314220021721 = ms, UTC."""
    return ((milliseconds(at) - _INSTAGRAM_EPOCH) << 23) | rng.getrandbits(23)


def shortcode(number: int) -> str:
    """A media id in Instagram's base 64, eleven characters."""
    code = ""
    for _ in range(11):
        number, digit = divmod(number, 64)
        code = _BASE64[digit] + code
    return code


def shortcode_time(code: str) -> datetime:
    """The local time (WIB) that a shortcode carries."""
    number = 0
    for letter in code[:11]:
        number = number * 64 + _BASE64.index(letter)
    utc = datetime(1970, 1, 1) + timedelta(milliseconds=(number >> 23) + _INSTAGRAM_EPOCH)
    return utc + timedelta(hours=7)


def letters(rng: Random, length: int) -> str:
    """Letters and digits as short links have them."""
    return "".join(rng.choice(_LETTERS) for _ in range(length))


def digits(rng: Random, length: int) -> str:
    """A number of that many digits that does not begin with 0."""
    return str(rng.randrange(10 ** (length - 1), 10**length))


def link_and_id(platform: str, kind: str, at: datetime, account: str, rng: Random) -> tuple[str, str]:
    """The permalink of a new post and the id that an export gives it ("" where exports are not part of the sample)."""
    if platform == "instagram":
        return _instagram(kind, at, account, rng), "18" + digits(rng, 15)
    if platform == "facebook":
        # Fifteen digits: real ids may have sixteen, but those would look like a NIK.
        post_id = "9" + digits(rng, 14)
        return _facebook(kind, post_id, account, rng), post_id
    if platform == "tiktok":
        return _tiktok(at, account, rng), ""
    if platform == "x":
        number = ((milliseconds(at) - _X_EPOCH) << 22) | rng.getrandbits(22)
        return f"https://{rng.choice(('x.com', 'twitter.com'))}/{account}/status/{number}", ""
    code = "".join(rng.choice(_BASE64) for _ in range(11))
    return (f"https://youtu.be/{code}" if rng.random() < 0.5 else f"https://www.youtube.com/watch?v={code}"), ""


def _instagram(kind: str, at: datetime, account: str, rng: Random) -> str:
    """Posts and reels by shortcode; stories by number, and four in ten without any link."""
    number = instagram_number(at, rng)
    if kind == "story":
        return f"https://instagram.com/stories/{account}/{number}" if rng.random() < 0.6 else ""
    return f"https://www.instagram.com/{'reel' if kind == 'reel' else 'p'}/{shortcode(number)}/"


def _facebook(kind: str, post_id: str, account: str, rng: Random) -> str:
    """Reels by a number of their own; posts by their id or by a scrambled one."""
    if kind == "reel":
        return f"https://www.facebook.com/reel/{digits(rng, 15)}/"
    slug = "".join(letter for letter in account.casefold() if letter.isalnum())
    name = f"pfbid0{letters(rng, 58)}" if rng.random() < 0.3 else post_id
    return f"https://www.facebook.com/{slug}/posts/{name}"


def _tiktok(at: datetime, account: str, rng: Random) -> str:
    """By number, which holds the second; some by a short link, which holds nothing."""
    if rng.random() < 0.2:
        return f"https://vt.tiktok.com/ZS{letters(rng, 7)}/"
    return f"https://www.tiktok.com/@{account}/video/{(milliseconds(at) // 1000 << 32) | rng.getrandbits(32)}"
