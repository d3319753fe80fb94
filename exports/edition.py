"""What every page of a meeting pack prints besides its own words: whose it is, of when, and who made it when."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Edition:
    """The words around a pack.

    `regency` is the name that the office set ("" if none); `made` ("Dibuat … oleh …") is all that differs between two
    packs of the same choice on the same data; `sources` are names of files; `logo` is a PNG as
    intake/logo.py keeps it, empty if none.
    """

    title: str
    regency: str
    period: str
    filters: str
    made: str
    sources: tuple[str, ...] = ()
    logo: bytes = b""


SAMPLE = "DATA CONTOH – REKAAN"
"""Stands on every page and picture that shows the invented months."""
