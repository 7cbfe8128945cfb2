"""How far a command is, and what of it must not be broken off."""

from __future__ import annotations

import os
import signal

import pytest

from hipcoach.cli.progress import unbroken
from hipcoach.core.errand import STEPS_VARIABLE


def test_what_must_not_be_broken_off_outlives_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STEPS_VARIABLE, "1")
    before = signal.getsignal(signal.SIGTERM)

    with unbroken():
        os.kill(os.getpid(), signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN

    assert before == signal.getsignal(signal.SIGTERM)


def test_in_a_terminal_everything_can_be_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(STEPS_VARIABLE, raising=False)
    before = signal.getsignal(signal.SIGTERM)

    with unbroken():
        assert before == signal.getsignal(signal.SIGTERM)
