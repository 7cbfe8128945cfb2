"""An entry in `autostart/`, as freedesktop.org describes it.

https://specifications.freedesktop.org/autostart-spec/latest/ and, for quoting,
https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hipcoach.core.autostart import AutostartState
from hipcoach.core.errors import KnownError
from hipcoach.system.paths import PRIVATE_FOLDER, replace_file

NAME: Final = "hipcoach.desktop"
GROUP: Final = "[Desktop Entry]"
TEXT: Final = f"""{GROUP}
Type=Application
Name=HipCoach
Exec={{command}}
Icon=hipcoach
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
"""
HIDDEN: Final = f"{GROUP}\nType=Application\nName=HipCoach\nHidden=true\n"
"""What takes the place of an entry for all users of the machine."""

_SWITCH: Final = re.compile(r"X-\w+-Autostart-enabled", re.IGNORECASE | re.ASCII)
"""A desktop's own switch, as in GNOME's and MATE's settings."""
_RESERVED: Final = re.compile(r"[\s\"'\\><~|&;$*?#()`]")
_IN_QUOTES: Final = re.compile(r"([\"`$\\])")
_PART: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)', re.DOTALL)
_FIELD: Final = re.compile(r"%(.)", re.DOTALL)
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED: Final = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


class DesktopEntry:
    """`hipcoach.ports.Autostart` on Linux and its like.

    `shared` are the folders of entries for all users; `desktops` are the names of the one that
    runs, for entries that are not meant for every desktop.
    """

    def __init__(
        self,
        command: tuple[str, ...],
        folder: Path,
        shared: tuple[Path, ...] = (),
        desktops: tuple[str, ...] = (),
    ) -> None:
        self.path = folder / NAME
        self._command = command
        self._shared = tuple(other / NAME for other in shared)
        self._desktops = desktops

    def state(self) -> AutostartState:
        """What will happen at the next login, looked up now."""
        for path in (self.path, *self._shared):
            try:
                text = path.read_text(encoding="utf-8", errors="surrogateescape")
            except FileNotFoundError:
                continue
            except OSError:
                return AutostartState.BROKEN
            return self._state_of(keys_of(text))
        return AutostartState.OFF

    def switch(self, on: bool) -> None:
        """Turn it on or off; raises KnownError: `unwritable`, `autostart-not-kept`."""
        try:
            # A file that is linked from elsewhere stays linked.
            target = self.path.resolve()
            if on:
                self._write(target, TEXT.format(command=exec_of(self._command)))
            elif any(other.exists() for other in self._shared):
                self._write(target, HIDDEN)
            else:
                self.path.unlink(missing_ok=True)
        except OSError as fault:
            raise KnownError("unwritable", {"path": str(self.path)}) from fault
        if self.state() is not (AutostartState.ON if on else AutostartState.OFF):
            raise KnownError("autostart-not-kept", {"path": str(self.path)})

    def _write(self, target: Path, text: str) -> None:
        target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        replace_file(target, text.encode("utf-8", "surrogateescape"))

    def _state_of(self, keys: Mapping[str, str]) -> AutostartState:
        if keys.get("Hidden") == "true" or not self._is_meant(keys):
            return AutostartState.OFF
        if any(_SWITCH.fullmatch(key) and value == "false" for key, value in keys.items()):
            return AutostartState.OFF
        command = command_of(keys.get("Exec", ""))
        wanted = [keys["TryExec"]] if keys.get("TryExec") else []
        if not command or any(shutil.which(program) is None for program in (command[0], *wanted)):
            return AutostartState.BROKEN
        return AutostartState.ON if command == self._command else AutostartState.ELSEWHERE

    def _is_meant(self, keys: Mapping[str, str]) -> bool:
        """Whether the entry is meant for the desktop that runs."""
        only, never = (_names(keys.get(key)) for key in ("OnlyShowIn", "NotShowIn"))
        ours = set(self._desktops)
        return not ours & never and (not only or bool(ours & only))


def keys_of(text: str) -> dict[str, str]:
    """The keys of an entry, unescaped; none where it is no entry."""
    keys: dict[str, str] = {}
    group = ""
    for line in text.split("\n"):
        if line.startswith("["):
            group = line.rstrip()
        elif group == GROUP and "=" in line and not line.startswith("#"):
            key, _equals, value = line.partition("=")
            keys.setdefault(key.strip(), _unescaped(value.strip()))
    return keys


def exec_of(command: tuple[str, ...]) -> str:
    """A command as the value of `Exec`."""
    quoted = " ".join(_quoted(part) for part in command).replace("%", "%%")
    return "".join(_ESCAPES.get(letter, letter) for letter in quoted)


def command_of(exec_line: str) -> tuple[str, ...]:
    """The command of an `Exec` that was unescaped; empty where it makes no sense."""
    command, at = [], 0
    while at < len(exec_line):
        if exec_line[at].isspace():
            at += 1
            continue
        found = _PART.match(exec_line, at)
        if found is None:
            return ()
        inside, plain = found.groups()
        part = re.sub(r"\\(.)", r"\1", inside, flags=re.DOTALL) if plain is None else plain
        if plain is None or not _FIELD.fullmatch(part) or part == "%%":
            command.append(_FIELD.sub(_field, part))
        at = found.end()
    return tuple(command)


def _quoted(part: str) -> str:
    if part and not _RESERVED.search(part):
        return part
    return '"' + _IN_QUOTES.sub(r"\\\1", part) + '"'


def _field(found: re.Match[str]) -> str:
    """A percent sign; what stands for a file or an address is left out: there is none."""
    return "%" if found[1] == "%" else ""


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPED.get(found[1], found[0]), value)


def _names(value: str | None) -> set[str]:
    return set(filter(None, (value or "").split(";")))
