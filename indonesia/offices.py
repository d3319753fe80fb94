"""Kinds of offices and of their units; names of the protocol section (Prokopim), whose work is to show the leaders."""

import re

AGENCY_KINDS = {
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "dinas": "Dinas",
    "badan": "Badan",
    "rumah_sakit": "Rumah Sakit",
    "kecamatan": "Kecamatan",
}
"""Kinds of OPD (agencies.kind) and what the screen calls them, in the order of the roster."""

_PLACES = {code: place for place, code in enumerate(AGENCY_KINDS)}
_CODES = {words: code for code, words in AGENCY_KINDS.items()}

UNIT_KINDS = {
    "sekretariat": "Sekretariat",
    "bidang": "Bidang",
    "bagian": "Bagian",
    "seksi": "Seksi",
    "irban": "Irban",
    "instalasi": "Instalasi",
}
"""Kinds of an OPD's unit (units.kind) and what the screen calls them."""

_PROTOCOL = re.compile(
    r"prokopim|prokompim|porkopim|(?<![a-z])protokol(?:er)?(?![a-z])|komunikasi pimpinan", re.IGNORECASE
)


def office_place(kind: str, name: str) -> tuple[int, str]:
    """Where an OPD stands in every list: by kind (a code or its words) in the order of AGENCY_KINDS, unknown ones last,
    then by name, small and capital letters alike."""
    return _PLACES.get(_CODES.get(kind, kind), len(_PLACES)), name.casefold()


def is_protocol(*names: str) -> bool:
    """Whether a name of an office, a unit or an account is the protocol section's: leaders are its work, so it has its
    own norm and leaves the comparison of leaders and departments (docs/design.md section 2)."""
    return any(_PROTOCOL.search(name) for name in names)
