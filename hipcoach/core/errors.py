"""Faults of the world, as codes; `app.phrases` makes one sentence of each."""

from __future__ import annotations

from collections.abc import Mapping


class KnownError(Exception):
    """A fault of the world, not of the program: a code, and what it is about.

    `details` holds what the sentence names: a path, a field, a number.
    """

    def __init__(self, code: str, details: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.details = dict(details or {})
        about = ", ".join(f"{key}={value}" for key, value in self.details.items())
        super().__init__(f"{code} ({about})" if about else code)


class ContentError(KnownError):
    """A library or routine file that can't be used; names the file, the entry and the field."""

    def __init__(
        self, code: str, *, file: str, entry: str = "", field: str = "", **details: object
    ) -> None:
        super().__init__(code, {"file": file, "entry": entry, "field": field, **details})


class StoreError(KnownError):
    """A journal that can't be opened, read or written."""


class SettingsError(KnownError):
    """A settings file that can't be read or written."""


class UsageError(KnownError):
    """A command or name that HipCoach doesn't know."""
