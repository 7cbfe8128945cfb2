"""What takes a command line apart."""

from __future__ import annotations

import argparse
from typing import NoReturn

from hipcoach.core.errors import UsageError


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, by raising UsageError."""

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Name the nearest word that is known, where another one was given."""
        if action.choices is not None and value not in action.choices:
            from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

            known = [str(choice) for choice in action.choices]
            near = get_close_matches(str(value), known, n=1, cutoff=0.6)
            raise UsageError(
                "unknown-word", {"name": value, "nearest": near[0] if near else "", "known": known}
            )

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing the whole usage."""
        raise UsageError("usage", {"message": message, "command": self.prog})
