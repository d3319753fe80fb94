"""The lists beside the reading: expected topics and parts of aid posts. They change no reading of any post."""

from collections.abc import Mapping
from functools import cache

from rules.aid import AidList, parse_aid, read_aid, read_source
from rules.codes import ListError
from rules.expected import ExpectedRow, parse_expected
from rules.lists import SEEDS, seed_lists

BESIDE_NAMES = ("expected_topics", "aid")
"""Files of rules/lists, each one setting."""

_TRIED = "Penyaluran BPNT bagi 10 KPM di Balai Desa. Sumber: dinas.go.id"


@cache
def beside_texts() -> Mapping[str, str]:
    """The lists that ship with the software as TOML text, by name."""
    return {name: (SEEDS / f"{name}.toml").read_text("utf-8") for name in BESIDE_NAMES}


def usable_expected(text: str) -> tuple[ExpectedRow, ...]:
    """The expected topics of a text. Raises ListError, in Indonesian, for whatever cannot be used."""
    return parse_expected(text.replace("\r\n", "\n"))


def usable_aid(text: str) -> AidList:
    """The list of aid posts of a text, tried on a draft. Raises ListError for whatever cannot be used."""
    try:
        found = parse_aid(text.replace("\r\n", "\n"))
        links = seed_lists().caution.links
        read_aid(_TRIED, found, links)
        read_source(_TRIED, found, links)
    except (TypeError, AttributeError, KeyError, IndexError, ValueError, RecursionError) as error:
        if isinstance(error, ListError):
            raise
        raise ListError("Susunan daftar tidak dikenali: mohon bandingkan dengan daftar bawaan.") from error
    return found


USABLE = {"expected_topics": usable_expected, "aid": usable_aid}
