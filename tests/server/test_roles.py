"""Roles: nobody without the gate's word, nobody above his role."""

import pytest

from access.roles import NotAllowed, Person, require_role


def test_the_gate_names_a_person_and_roles() -> None:
    person = require_role({"email": "lokal", "roles": "pembaca, pengunggah"}, "pengunggah")
    assert person == Person("lokal", frozenset({"pembaca", "pengunggah"}))


@pytest.mark.parametrize(
    "user",
    [
        {},
        {"email": None, "roles": None},
        {"email": "", "roles": "pengelola"},
        {"email": "lokal"},
        {"email": "lokal", "roles": ""},
        {"email": "lokal", "roles": "pembaca"},
        {"email": "lokal", "roles": "pengelola-lain"},
    ],
    ids=str,
)
def test_others_are_refused(user: dict[str, str]) -> None:
    with pytest.raises(NotAllowed, match="hubungi pengelola"):
        require_role(user, "pengelola")


def test_a_role_nobody_defined_is_not_given() -> None:
    with pytest.raises(NotAllowed):
        require_role({"email": "lokal", "roles": "admin"}, "admin")
