"""Recaps and chats for the tests of pasted text: how they are pasted, and all that is kept or shown of them."""

import datetime as dt
from pathlib import Path

from loaders import Loaded
from tests.loaders.made import FACEBOOK, INSTAGRAM, code, load_bytes

FB = FACEBOOK + "12210000000000"
IG = INSTAGRAM + code(dt.datetime(2024, 10, 23, 1)) + "/"
NAMES = ("Ani Contoh", "+62 812-3456-7890", "Budi")


def paste(folder: Path, *lines: str, name: str = "tempelan-2025-01-15.txt") -> Loaded:
    return load_bytes(folder, "\n".join(lines).encode(), name)


def said(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Each post as (OPD, day, title)."""
    rows = zip(loaded.posts["opd"], loaded.posts["published_at"], loaded.posts["caption"], strict=True)
    return [(opd, f"{at:%Y-%m-%d}", title) for opd, at, title in rows]


def everything(loaded: Loaded) -> str:
    """All that is kept or shown of a text."""
    rejections = [f"{r.column} {r.value} {r.reason}" for r in loaded.rejections]
    return "\n".join([loaded.cleaned, loaded.posts.to_csv(), *rejections, *loaded.warnings, loaded.clock_proof])


HEADS = {
    "android, Indonesian": ("23/10/24 08.15 - {}: ", "24/10/24 09.30 - {}: "),
    "android, English": ("10/23/24, 8:15 AM - {}: ", "10/24/24, 9:30 PM - {}: "),
    "android, English, narrow space": ("10/23/24, 8:15\u202fAM - {}: ", "10/24/24, 9:30\u202fPM - {}: "),
    "ios, Indonesian": ("[23/10/24, 08.15.32] {}: ", "\u200e[24/10/24 09.30.00] {}: "),
    "ios, English": ("[10/23/24, 8:15:32 AM] ~ {}: ", "[10/24/24, 9:30:01 PM] {}: "),
    "copied on the web": ("[08.15, 23/10/2024] {}: ", "[09.30, 24/10/2024] {}: "),
    "copied on a phone, with year": ("[23/10/2024 08.15] {}: ", "[24/10/2024 09.30] {}: "),
}
