"""What a person may do: roles as the gate writes them, and the check that each page makes for itself."""

from collections.abc import Mapping
from dataclasses import dataclass

ROLES = ("pembaca", "pengunggah", "pengelola")
"""Reads the pages; hands in reports; keeps the roster and the settings. A person may bear several."""


class NotAllowed(PermissionError):
    """The person lacks the role; the message is in Indonesian and may be shown."""


@dataclass(frozen=True)
class Person:
    """Who asks: the name that the gate wrote and the roles that it gave."""

    name: str
    roles: frozenset[str]


def require_role(user: Mapping[str, object], role: str) -> Person:
    """Return the person behind the identity `user` (keys `email` and `roles`, comma-separated) or raise NotAllowed.

    Both keys come from the gate (access/gate.py); without them nobody is known and nothing is shown.
    """
    name = str(user.get("email") or "")
    held = {part.strip() for part in str(user.get("roles") or "").split(",")}
    roles = frozenset(held & set(ROLES))
    if not name or role not in roles:
        raise NotAllowed("Bapak/Ibu belum memiliki hak untuk membuka halaman ini. Silakan hubungi pengelola dasbor.")
    return Person(name, roles)
