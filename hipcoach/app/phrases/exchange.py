"""Faults of journals that go out and come in, each as one sentence that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hipcoach.app.words import N_

EXCHANGE_USAGE: Final[Mapping[str, str]] = {
    "span-backwards": N_("{first} comes after {last}; --from is the earlier day."),
}
"""Of what is asked for in a command."""
