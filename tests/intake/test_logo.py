"""The regency's emblem: only a whole PNG of a sensible size is taken, stripped to its picture, and kept with who."""

import base64
import io
import struct
import zlib
from binascii import crc32
from datetime import datetime

import pytest
from PIL import Image

from intake.logo import checked_png, logo, set_logo
from loaders import RefusedError
from store import Scope, Store

NOW = datetime(2024, 11, 4, 9)


def png(mode: str = "RGBA", size: tuple[int, int] = (80, 100), **options: object) -> bytes:
    buffer = io.BytesIO()
    picture = Image.effect_mandelbrot(size, (-2, -1, 1, 1), 20).convert(mode)
    picture.save(buffer, "PNG", **options)
    return buffer.getvalue()


def part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))


def crafted(head: bytes, packed: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", packed) + part(b"IEND", b"")


def head(width: int, height: int, colour: int = 6, woven: int = 0) -> bytes:
    return struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, woven)


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "LA", "P", "1"])
def test_the_picture_stays_point_by_point(mode: str) -> None:
    content = png(mode)
    before, after = Image.open(io.BytesIO(content)), Image.open(io.BytesIO(checked_png(content)))
    assert (after.mode, after.size) == (before.mode, before.size)
    assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_an_interlaced_picture_is_taken() -> None:
    sorts = [(10, 10), (10, 10), (20, 10), (20, 20), (40, 20), (40, 40), (80, 40)]  # columns and rows of each round
    lines = sum((1 + columns * 4) * rows for columns, rows in sorts)
    content = checked_png(crafted(head(80, 80, woven=1), zlib.compress(b"\0" * lines)))
    assert Image.open(io.BytesIO(content)).convert("RGBA").getpixel((79, 79)) == (0, 0, 0, 0)


def test_what_is_no_picture_goes() -> None:
    content = png()
    hidden = content[:-12] + part(b"tEXt", b"Author\0Sari, 1608010101900001") + part(b"IEND", b"") + b"<script>"
    assert checked_png(hidden) == checked_png(content)
    assert b"Sari" not in checked_png(hidden)


LINES = b"\0" * (100 * (1 + 100 * 4))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan gambar PNG"),
        (b"\xff\xd8\xff\xe0 JFIF", "bukan gambar PNG"),
        (b"x" * 500_001, "lebih besar dari 500 kB"),
        (png(size=(63, 100)), "63 × 100 piksel"),
        (crafted(head(100_000, 100_000), zlib.compress(b"\0" * 9)), "100000 × 100000 piksel"),
        (crafted(head(100, 100), zlib.compress(LINES + b"\0" * 10_000_000)), "rusak"),
        (crafted(head(100, 100), zlib.compress(LINES[:-1])), "rusak"),
        (crafted(head(100, 100), b"nothing packed"), "rusak"),
        (crafted(head(100, 100), zlib.compress(b"\x05" + LINES[1:])), "rusak"),
        (crafted(head(100, 100, colour=3), zlib.compress(b"\0" * 100 * 101)), "rusak"),
        (png("P").replace(b"PLTE", b"PLTF"), "rusak"),
        (crafted(head(100, 100, colour=5), zlib.compress(LINES)), "rusak"),
        (png()[:-20], "rusak"),
        (png().replace(b"IDAT", b"IDAU"), "rusak"),
        (b"\x89PNG\r\n\x1a\n", "rusak"),
    ],
)
def test_all_else_is_refused_in_plain_words(content: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=words) as refused:
        checked_png(content)
    assert str(refused.value).endswith("Tidak ada yang berubah.")


def test_it_is_kept_with_who_and_taken_away_again(duckdb_store: Store) -> None:
    assert logo(duckdb_store) == (b"", 0)
    set_logo(duckdb_store, png(), 0, "Sari", NOW)
    assert logo(duckdb_store) == (checked_png(png()), 1)
    with pytest.raises(RefusedError, match="bukan gambar PNG"):
        set_logo(duckdb_store, b"<svg/>", 1, "Sari", NOW)
    with pytest.raises(RefusedError, match="mengisi nama"):
        set_logo(duckdb_store, b"", 1, " ", NOW)
    with pytest.raises(RefusedError, match="sudah diubah oleh Sari"):
        set_logo(duckdb_store, b"", 0, "Budi", NOW)
    set_logo(duckdb_store, b"", 1, "Budi", NOW)
    assert logo(duckdb_store) == (b"", 2)
    kept = duckdb_store.run(duckdb_store.read(Scope()).settings.filter(lambda row: row.version == 1)).to_pylist()
    assert base64.b64decode(kept[0]["value"]) == checked_png(png())
    audit = duckdb_store.run(duckdb_store.read(Scope()).audit.order_by("at")).to_pylist()
    assert {(row["who"], row["subject"], row["detail"].split(": ")[0]) for row in audit} == {
        ("Sari", "lambang_daerah", "versi 1"), ("Budi", "lambang_daerah", "versi 2")
    }  # fmt: skip
