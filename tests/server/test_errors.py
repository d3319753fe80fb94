"""An error of a page: the screen shows a number and no traceback, the log shows both."""

import logging
import re

import pytest

import dashboard


def test_screen_and_log_name_the_same_reference(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(dashboard.st, "error", lambda words, icon: shown.append(words))
    with caplog.at_level(logging.ERROR):
        assert dashboard.report_error(ValueError("rahasia dalam data")) is True
    (reference,) = re.findall(r"\*\*([0-9A-F]{8})\*\*", shown[0])
    assert "rahasia" not in shown[0]
    assert caplog.records[0].getMessage() == f"reference {reference}"
    assert "rahasia dalam data" in caplog.text


def test_each_error_has_a_number_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(dashboard.st, "error", lambda words, icon: shown.append(words))
    for _ in range(2):
        dashboard.report_error(ValueError())
    assert shown[0] != shown[1]
