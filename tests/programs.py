"""Programs that pip cannot bring: a test skips and names the missing one, or fails under REQUIRE_PROGRAMS=1."""

import os
import shutil
from pathlib import Path

import pytest


def require_program(name: str, *candidates: str) -> Path:
    """The program's path: `name` on PATH, else the newest match of the candidates (paths, `*` allowed from the root).

    Skips the running test if there is none; with REQUIRE_PROGRAMS=1 in the environment, as in .ci/run, fails it.
    """
    if found := shutil.which(name):
        return Path(found)
    for candidate in candidates:
        pattern = Path(candidate)
        matches = sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))))
        if matches:
            return matches[-1]
    miss(f"{name} tidak terpasang")
    raise AssertionError("unreachable: miss() never returns")


def miss(what: str) -> None:
    """Skip the running test for want of something, or fail it under REQUIRE_PROGRAMS=1."""
    if os.environ.get("REQUIRE_PROGRAMS") == "1":
        pytest.fail(what)
    pytest.skip(what)
