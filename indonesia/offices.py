"""Names of the protocol section (Prokopim), the office whose very work is to show the leaders."""

import re

_PROTOCOL = re.compile(
    r"prokopim|prokompim|porkopim|(?<![a-z])protokol(?:er)?(?![a-z])|komunikasi pimpinan", re.IGNORECASE
)


def is_protocol(*names: str) -> bool:
    """Whether a name of an office, a unit or an account is the protocol section's: leaders are its work, so it has its
    own norm and leaves the comparison of leaders and departments (docs/design.md section 2)."""
    return any(_PROTOCOL.search(name) for name in names)
