"""The `Run` key of Windows, and the switch beside it in the Task Manager."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import Final, Protocol

from hipcoach.core.autostart import AutostartState
from hipcoach.core.errors import KnownError

NAME: Final = "HipCoach"
RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""What the Task Manager was told: bytes, the first of them odd where it is switched off."""
LONGEST: Final = 260
"""Characters of a command; a longer one is never run."""

_PROGRAM: Final = re.compile(r'"([^"]+)"|(\S+)')


class Registry(Protocol):
    """The part of the registry that is the person's own; raises OSError."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """A value; `None` where there is none."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Put a text in place of what was there."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Take a value away, if there is one."""
        ...


class RunKey:
    """`hipcoach.ports.Autostart` on Windows."""

    def __init__(self, command: tuple[str, ...], registry: Registry) -> None:
        self._line = subprocess.list2cmdline(command)
        self._registry = registry

    def state(self) -> AutostartState:
        """What will happen at the next login, looked up now."""
        try:
            line = self._registry.read(RUN, NAME)
            approved = self._registry.read(APPROVED, NAME)
        except OSError:
            return AutostartState.BROKEN
        if line is None or (isinstance(approved, bytes) and approved[:1] and approved[0] & 1):
            return AutostartState.OFF
        program = _PROGRAM.match(line) if isinstance(line, str) else None
        if program is None or shutil.which(program[1] or program[2]) is None:
            return AutostartState.BROKEN
        return AutostartState.ON if line == self._line else AutostartState.ELSEWHERE

    def switch(self, on: bool) -> None:
        """Turn it on or off; raises KnownError: `unwritable`, `autostart-not-kept`."""
        try:
            if on and len(self._line) <= LONGEST:
                self._registry.write(RUN, NAME, self._line)
            else:
                self._registry.delete(RUN, NAME)
            self._registry.delete(APPROVED, NAME)
        except OSError as fault:
            raise KnownError("unwritable", {"path": RUN}) from fault
        if self.state() is not (AutostartState.ON if on else AutostartState.OFF):
            raise KnownError("autostart-not-kept", {"path": RUN})


class UserRegistry:
    """`HKEY_CURRENT_USER`."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """A value; `None` where there is none."""
        if sys.platform != "win32":
            return None
        import winreg  # noqa: PLC0415 - only Windows has it

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                found = winreg.QueryValueEx(opened, name)[0]
        except FileNotFoundError:
            return None
        return found if isinstance(found, str | bytes) else None

    def write(self, key: str, name: str, text: str) -> None:
        """Put a text in place of what was there."""
        if sys.platform != "win32":
            return
        import winreg  # noqa: PLC0415 - the same

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

    def delete(self, key: str, name: str) -> None:
        """Take a value away, if there is one."""
        if sys.platform != "win32":
            return
        import winreg  # noqa: PLC0415 - the same

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, name)
        except FileNotFoundError:
            return
