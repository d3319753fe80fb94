"""The README's command lines: one line each per system, only `python -m`, and what .ci/run runs."""

import re

import pytest

from tests.house.house import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
START = "python -m streamlit run dashboard.py"
TEST = "python -m pytest"


def blocks(heading: str, language: str) -> list[str]:
    """The lines of the code blocks of a language below a heading."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    found = re.findall(rf"```{language}\n(.*?)```", section, re.DOTALL)
    return [line for block in found for line in block.splitlines()]


@pytest.mark.parametrize(
    ("heading", "requirements", "last"),
    [("Start", "requirements.txt", START), ("Test", "requirements-dev.txt", TEST)],
)
def test_one_line_for_linux_and_macos(heading: str, requirements: str, last: str) -> None:
    (line,) = blocks(heading, "sh")
    parts = line.split(" && ")
    assert parts == [
        "python3 -m venv .venv",
        f".venv/bin/python -m pip install -r {requirements}",
        f".venv/bin/{last}",
    ]


@pytest.mark.parametrize(
    ("heading", "requirements", "last"),
    [("Start", "requirements.txt", START), ("Test", "requirements-dev.txt", TEST)],
)
def test_one_line_for_powershell_5_which_knows_no_double_ampersand(heading: str, requirements: str, last: str) -> None:
    (line,) = blocks(heading, "powershell")
    assert "&" not in line
    parts = [re.sub(r"^if \(\$\?\) \{ (.*) \}$", r"\1", part) for part in line.split("; ")]
    windows = rf".venv\Scripts\{last}".replace("python", "python.exe", 1)
    assert parts == [
        "python -m venv .venv",
        rf".venv\Scripts\python.exe -m pip install -r {requirements}",
        windows,
    ]


def test_ci_runs_the_test_line_as_it_stands_with_every_program_required() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    (test_line,) = blocks("Test", "sh")
    assert lines.index("export REQUIRE_PROGRAMS=1") < lines.index(test_line)
    assert lines.index(test_line) < lines.index(".venv/bin/python -m pytest -m long")
    assert lines[1].startswith("# ")
    assert "set -euo pipefail" in lines


def test_settings_name_every_variable_that_is_read() -> None:
    read = set(re.findall(r'"(DASBOR_\w+)"', (ROOT / "settings.py").read_text(encoding="utf-8")))
    assert read == set(re.findall(r"`(DASBOR_\w+)`", README))


def test_requirements_were_compiled_by_the_commands_of_the_readme() -> None:
    for line, name in zip(blocks("Dependencies", "sh"), ("requirements.txt", "requirements-dev.txt"), strict=True):
        assert f"#    {line}\n" in (ROOT / name).read_text(encoding="utf-8")
