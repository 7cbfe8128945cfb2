"""A LaunchAgent of macOS."""

from __future__ import annotations

import plistlib
import shutil
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from hipcoach.core.autostart import AutostartState
from hipcoach.core.errors import KnownError
from hipcoach.system.paths import replace_file

LABEL: Final = "org.hipcoach.HipCoach"


class LaunchAgent:
    """`hipcoach.ports.Autostart` on macOS."""

    def __init__(self, command: tuple[str, ...], folder: Path) -> None:
        self.path = folder / f"{LABEL}.plist"
        self._command = command

    def state(self) -> AutostartState:
        """What will happen at the next login, looked up now."""
        try:
            agent = plistlib.loads(self.path.read_bytes())
        except FileNotFoundError:
            return AutostartState.OFF
        except (OSError, ValueError, ExpatError):
            return AutostartState.BROKEN
        if not isinstance(agent, dict):
            return AutostartState.BROKEN
        if agent.get("Disabled") is True or agent.get("RunAtLoad") is not True:
            return AutostartState.OFF
        command = agent.get("ProgramArguments")
        if not (isinstance(command, list) and command and shutil.which(str(command[0]))):
            return AutostartState.BROKEN
        return AutostartState.ON if command == [*self._command] else AutostartState.ELSEWHERE

    def switch(self, on: bool) -> None:
        """Turn it on or off; raises KnownError: `unwritable`, `autostart-not-kept`."""
        try:
            if on:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(self.path.resolve(), plistlib.dumps(self._agent()))
            else:
                self.path.unlink(missing_ok=True)
        except OSError as fault:
            raise KnownError("unwritable", {"path": str(self.path)}) from fault
        if self.state() is not (AutostartState.ON if on else AutostartState.OFF):
            raise KnownError("autostart-not-kept", {"path": str(self.path)})

    def _agent(self) -> dict[str, object]:
        return {
            "Label": LABEL,
            "ProgramArguments": [*self._command],
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",  # with a desktop, not over SSH
            "ProcessType": "Interactive",
        }
