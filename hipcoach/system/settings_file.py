"""The settings as a TOML file that people may read and edit."""

from __future__ import annotations

import contextlib
import os
import tomllib
from pathlib import Path
from typing import Final

from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import Repair, Settings, repair
from hipcoach.core.value import value
from hipcoach.system.paths import PRIVATE_FOLDER, replace_file

HEADER: Final = "# Settings of HipCoach; an option that is left out has its default.\n\n"

_MOST_KEPT: Final = 999


@value
class SettingsRead:
    """The settings that hold, and what was found on the way."""

    settings: Settings
    repairs: tuple[Repair, ...] = ()
    garbled: bool = False
    """Whether the file could not be understood at all: then the defaults hold."""
    kept_aside: Path | None = None
    """Where the file as it was found has been kept; `None`: nothing had to be mended."""


class SettingsFile:
    """One file of settings, its owner's alone."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> SettingsRead:
        """The settings; without a file the defaults.

        What can't be used is mended in memory; the file as it was found is kept aside.
        Raises `SettingsError` (`unreadable`) where the file is there but can't be opened.
        """
        try:
            found = self.path.read_bytes()
        except FileNotFoundError:
            return SettingsRead(Settings())
        except OSError as fault:
            raise self._error("unreadable", fault) from fault
        try:
            tables = tomllib.loads(found.decode())
        except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
            return SettingsRead(Settings(), garbled=True, kept_aside=self._keep_aside(found))
        settings, repairs = repair(tables)
        kept = self._keep_aside(found) if repairs else None
        return SettingsRead(settings, repairs, kept_aside=kept)

    def write(self, settings: Settings) -> None:
        """Put the settings in place of what was there, all or nothing.

        Raises `SettingsError` (`unwritable`): a read-only folder, a full disk.
        """
        import tomli_w  # noqa: PLC0415 - settings are mostly read

        text = HEADER + tomli_w.dumps(settings.tables())
        try:
            # A file that is linked from elsewhere stays linked.
            target = self.path.resolve()
            target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            replace_file(target, text.encode())
        except OSError as fault:
            raise self._error("unwritable", fault) from fault

    def _keep_aside(self, found: bytes) -> Path | None:
        """The first free name beside the file, with what was found; `None` where that fails.

        The same content is kept once, however often it is read.
        """
        for number in range(1, _MOST_KEPT + 1):
            aside = self.path.with_name(f"{self.path.name}.bad-{number}")
            try:
                descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                if _holds(aside, found):
                    return aside
                continue
            except OSError:
                return None
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(found)
            except OSError:
                # Half of it would look like the whole.
                with contextlib.suppress(OSError):
                    aside.unlink()
                return None
            return aside
        return None

    def _error(self, code: str, fault: OSError) -> SettingsError:
        return SettingsError(code, {"path": str(self.path), "reason": fault.strerror or ""})


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
