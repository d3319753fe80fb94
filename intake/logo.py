"""The regency's emblem for slides and reports: a PNG that is checked part by part, written anew, and kept with who."""

import base64
import datetime as dt
import struct
import zlib
from binascii import crc32
from collections.abc import Iterator

from intake.kept import add_version, versions_of
from loaders import RefusedError
from store import Store

LOGO = "lambang_daerah"
"""Name of the setting: the PNG in base64, "" for none."""
MOST_BYTES, LEAST_SIDE, MOST_SIDE = 500_000, 64, 2_000
UNCHANGED = "Tidak ada yang berubah."
_MAGIC = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Colour type → numbers a pixel, and how many bits one may have. Source: PNG, third edition (W3C 2025), table 8."""
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_BROKEN = f"Gambar PNG ini rusak atau tidak utuh. Mohon simpan ulang lambang sebagai PNG, lalu unggah lagi. {UNCHANGED}"


def checked_png(content: bytes) -> bytes:
    """The picture of a PNG and nothing else of it. Raises RefusedError, in Indonesian, if it is none, or not whole.

    No decoder of pictures opens it: sizes and checksums of its parts are held against each other, and what is packed is
    unpacked no further than the size that its head promises. Source: PNG, third edition (W3C 2025).
    """
    if len(content) > MOST_BYTES:
        raise RefusedError(f"Berkas lambang lebih besar dari 500 kB. Mohon perkecil gambarnya. {UNCHANGED}")
    if not content.startswith(_MAGIC):
        raise RefusedError(
            "Berkas ini bukan gambar PNG. Mohon simpan lambang sebagai PNG (bukan SVG, JPG, atau PDF), lalu unggah "
            f"lagi. {UNCHANGED}"
        )
    parts = list(_parts(content))
    if not parts or parts[0][0] != b"IHDR" or len(parts[0][1]) != 13 or parts[-1][0] != b"IEND":
        raise RefusedError(_BROKEN)
    width, height, depth, colour, packing, sieve, woven = struct.unpack(">IIBBBBB", parts[0][1])
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
        raise RefusedError(
            f"Gambar ini berukuran {width} × {height} piksel; lambang perlu {LEAST_SIDE} sampai 2.000 piksel pada "
            f"setiap sisi. {UNCHANGED}"
        )
    if depth not in _DEPTHS.get(colour, ()) or (packing, sieve) != (0, 0) or woven not in (0, 1):
        raise RefusedError(_BROKEN)
    kept = _colours(dict(parts), colour)
    pixels = _pixels(parts, list(_lines(width, height, depth * _CHANNELS[colour], woven)))
    body = [parts[0], *kept, (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return _MAGIC + b"".join(_part(name, data) for name, data in body)


def _colours(parts: dict[bytes, bytes], colour: int) -> list[tuple[bytes, bytes]]:
    """Palette and see-through colours as this colour type may have them. Raises RefusedError if they are none."""
    palette, clear = parts.get(b"PLTE", b""), parts.get(b"tRNS", b"")
    if colour == 3 and (not 3 <= len(palette) <= 768 or len(palette) % 3 or len(clear) > len(palette) // 3):
        raise RefusedError(_BROKEN)
    if colour != 3:
        palette, clear = b"", clear if len(clear) == {0: 2, 2: 6}.get(colour) else b""
    return [(name, data) for name, data in ((b"PLTE", palette), (b"tRNS", clear)) if data]


def _parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and data of each part up to the end mark. Raises RefusedError where a length or checksum is wrong."""
    at = len(_MAGIC)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if len(data) != length or content[at + 8 + length : at + 12 + length] != struct.pack(">I", crc32(name + data)):
            raise RefusedError(_BROKEN)
        yield name, data
        if name == b"IEND":
            return
        at += 12 + length


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))


def _lines(width: int, height: int, bits: int, woven: int) -> Iterator[tuple[int, int]]:
    """Bytes of a line, its filter's one among them, and how many there are; an interlaced picture has several sorts."""
    for left, top, across, down in _ADAM7 if woven else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            yield 1 + (columns * bits + 7) // 8, rows


def _pixels(parts: list[tuple[bytes, bytes]], lines: list[tuple[int, int]]) -> bytes:
    """The unpacked lines, exactly as many bytes as promised, each of a known filter. Raises RefusedError otherwise."""
    promised = sum(size * rows for size, rows in lines)
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(b"".join(data for name, data in parts if name == b"IDAT"), promised + 1)
    except zlib.error as error:
        raise RefusedError(_BROKEN) from error
    if len(pixels) != promised:
        raise RefusedError(_BROKEN)
    at = 0
    for size, rows in lines:
        if max(pixels[at : at + size * rows : size]) > 4:
            raise RefusedError(_BROKEN)
        at += size * rows
    return pixels


def logo(store: Store) -> tuple[bytes, int]:
    """The emblem that the office set, empty if none, and the version of the setting (0: never set)."""
    versions = versions_of(store, LOGO)
    return (base64.b64decode(versions[0].value), versions[0].number) if versions else (b"", 0)


def set_logo(store: Store, content: bytes, seen: int, who: str, now: dt.datetime) -> int:
    """Set the emblem from the bytes of a PNG, empty for none; the number of the version, with a line in the audit.

    Raises RefusedError as checked_png and add_version do.
    """
    kept = checked_png(content) if content else b""
    told = f"PNG {len(kept)} bita" if kept else "tanpa lambang"
    with store.write() as writer:
        return add_version(writer, LOGO, base64.b64encode(kept).decode("ascii"), seen, who, now, told)
