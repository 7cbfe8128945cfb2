"""Starting at login: what is switched is really there."""

from __future__ import annotations

import plistlib
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from hipcoach.core.autostart import AutostartState
from hipcoach.core.errors import KnownError
from hipcoach.ports import Autostart
from hipcoach.system.autostart.choice import autostart, own_command
from hipcoach.system.autostart.macos import LaunchAgent
from hipcoach.system.autostart.windows import APPROVED, NAME, RUN, RunKey, UserRegistry
from hipcoach.system.autostart.xdg import DesktopEntry, command_of, exec_of, keys_of
from tests.fakes import FakeAutostart

ON, OFF = AutostartState.ON, AutostartState.OFF
COMMAND = (sys.executable, "-m", "hipcoach", "tray")


class MemoryRegistry:
    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}
        self.fault: OSError | None = None

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        if self.fault:
            raise self.fault
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        if self.fault:
            raise self.fault
        self.values.pop((key, name), None)


class Computer(Protocol):
    """A switch, and somebody who makes it fail."""

    @property
    def switch(self) -> Autostart: ...
    def refuse(self) -> None: ...


class FakeComputer:
    def __init__(self, _folder: Path) -> None:
        self.switch = FakeAutostart()

    def refuse(self) -> None:
        self.switch.keeps = False


class Linux:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.switch = DesktopEntry(COMMAND, folder / "autostart")

    def refuse(self) -> None:
        shutil.rmtree(self._folder / "autostart", ignore_errors=True)
        (self._folder / "autostart").touch()


class Mac(Linux):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.switch = LaunchAgent(COMMAND, folder / "autostart")  # type: ignore[assignment]


class Windows:
    def __init__(self, _folder: Path) -> None:
        self.registry = MemoryRegistry()
        self.switch = RunKey(COMMAND, self.registry)

    def refuse(self) -> None:
        self.registry.fault = PermissionError()


@pytest.fixture(params=[FakeComputer, Linux, Mac, Windows])
def computer(request: pytest.FixtureRequest, tmp_path: Path) -> Computer:
    made: Computer = request.param(tmp_path)
    return made


# What holds for every system and the fake.


def test_it_is_off_until_it_is_switched_on_and_off_again(computer: Computer) -> None:
    assert OFF == computer.switch.state()
    for on in (False, True, True, False, True):
        computer.switch.switch(on)
        assert (ON if on else OFF) == computer.switch.state()


def test_a_switch_that_cannot_be_kept_says_so(computer: Computer) -> None:
    computer.refuse()
    with pytest.raises(KnownError, match="unwritable"):
        computer.switch.switch(True)


# Linux and its like.


@pytest.fixture
def entry(tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(COMMAND, tmp_path / "autostart", (tmp_path / "etc",), ("GNOME", "ubuntu"))


def put(entry: DesktopEntry, *lines: str) -> None:
    entry.path.parent.mkdir(exist_ok=True)
    entry.path.write_text("\n".join(["[Desktop Entry]", "Type=Application", *lines, ""]))


def test_the_entry_is_its_owners_and_understood_by_others(entry: DesktopEntry) -> None:
    entry.switch(True)
    assert 0o600 == stat.S_IMODE(entry.path.stat().st_mode)
    assert [entry.path.name] == [path.name for path in entry.path.parent.iterdir()]
    if shutil.which("desktop-file-validate"):
        command = ["desktop-file-validate", str(entry.path)]
        assert b"" == subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (["Hidden=true"], OFF),
        (["Hidden=false"], ON),
        (["X-GNOME-Autostart-enabled=false"], OFF),
        (["X-GNOME-Autostart-enabled=true"], ON),
        (["X-MATE-Autostart-enabled=false"], OFF),
        (["OnlyShowIn=KDE;"], OFF),
        (["OnlyShowIn=KDE;GNOME;"], ON),
        (["NotShowIn=ubuntu;"], OFF),
        (["NotShowIn=KDE"], ON),
        (["TryExec=no-such-program"], AutostartState.BROKEN),
        (["TryExec=sh"], ON),
        (["[Other]", "Hidden=true"], ON),
    ],
)
def test_a_desktops_own_switches_count(
    entry: DesktopEntry, lines: list[str], state: AutostartState
) -> None:
    put(entry, f"Exec={exec_of(COMMAND)} %u", *lines)
    assert state == entry.state()
    entry.switch(True)
    assert ON == entry.state()


@pytest.mark.parametrize(
    ("command", "state"),
    [
        ("sh tray", AutostartState.ELSEWHERE),
        (f"{exec_of(COMMAND)} --data-dir /tmp/x", AutostartState.ELSEWHERE),
        ("/no/such/hipcoach tray", AutostartState.BROKEN),
        ('"unfinished', AutostartState.BROKEN),
        ("", AutostartState.BROKEN),
    ],
)
def test_what_starts_something_else_or_nothing_is_told(
    entry: DesktopEntry, command: str, state: AutostartState
) -> None:
    put(entry, f"Exec={command}")
    assert state == entry.state()


def test_a_file_that_is_no_entry_is_broken_and_mended(entry: DesktopEntry) -> None:
    entry.path.parent.mkdir()
    entry.path.write_bytes(b"\xff\xfe\0garbage")
    assert AutostartState.BROKEN == entry.state()
    entry.switch(True)
    assert ON == entry.state()


def test_an_entry_for_all_users_is_seen_and_overruled(entry: DesktopEntry, tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    shared = tmp_path / "etc" / "hipcoach.desktop"
    shared.write_text(f"[Desktop Entry]\nExec={exec_of(COMMAND)}\n")
    assert ON == entry.state()
    entry.switch(False)
    assert "true" == keys_of(entry.path.read_text())["Hidden"]
    assert OFF == entry.state()
    entry.switch(True)
    assert ON == entry.state()


def test_an_entry_that_is_a_link_stays_one(entry: DesktopEntry, tmp_path: Path) -> None:
    entry.path.parent.mkdir()
    entry.path.symlink_to(tmp_path / "dotfiles.desktop")
    entry.switch(True)
    assert entry.path.is_symlink()
    assert ON == entry.state()


def test_a_program_that_is_gone_is_not_said_to_be_on(tmp_path: Path) -> None:
    entry = DesktopEntry(("/no/such/hipcoach", "tray"), tmp_path)
    with pytest.raises(KnownError, match="autostart-not-kept"):
        entry.switch(True)
    assert AutostartState.BROKEN == entry.state()


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=1))
def test_any_command_is_read_as_it_was_written(command: list[str]) -> None:
    text = f"[Desktop Entry]\nExec={exec_of(tuple(command))}\n"
    assert 2 == text.count("\n")
    assert tuple(command) == command_of(keys_of(text)["Exec"])


def test_what_stands_for_files_is_left_out() -> None:
    assert ("sh", "ab", "100%", "%u") == command_of('sh a%Ub %u %F 100%% "%%u"')


def test_the_desktop_starts_what_was_written(tmp_path: Path, qtbot: QtBot) -> None:
    if shutil.which("gio") is None:
        pytest.skip("there is no gio")
    said = tmp_path / "said"
    odd = tmp_path / "a 'b' \"c\" $d `e` \\f & ;#~*?()<>|"
    odd.mkdir()
    program = odd / "hip coach"
    program.write_text(
        f'#!/bin/sh\nprintf "%s|" "$0" "$@" >"{said}.new"\nmv "{said}.new" "{said}"\n'
    )
    program.chmod(0o700)
    command = (str(program), "--data-dir", f"{odd} %d %%u 100%", "", "tray")
    entry = DesktopEntry(command, tmp_path / "autostart")
    entry.switch(True)
    subprocess.run(["gio", "launch", entry.path], check=True, timeout=20)
    qtbot.waitUntil(said.exists, timeout=10_000)
    assert "".join(f"{part}|" for part in command) == said.read_text()


# Windows.


def test_windows_quotes_what_has_to_be() -> None:
    registry = MemoryRegistry()
    RunKey((sys.executable, "--data-dir", "C:\\my data", "tray"), registry).switch(True)
    assert f'{sys.executable} --data-dir "C:\\my data" tray' == registry.values[RUN, NAME]


@pytest.mark.parametrize(
    ("approved", "state"), [(b"\x02" + bytes(11), ON), (b"\x03" + bytes(11), OFF), (b"", ON)]
)
def test_the_task_managers_switch_counts(approved: bytes, state: AutostartState) -> None:
    registry = MemoryRegistry()
    key = RunKey(COMMAND, registry)
    key.switch(True)
    registry.values[APPROVED, NAME] = approved
    assert state == key.state()
    key.switch(True)
    assert ON == key.state()


@pytest.mark.parametrize(
    ("line", "state"),
    [
        (f'"{sys.executable}" other', AutostartState.ELSEWHERE),
        ('"C:\\gone\\hipcoach.exe" tray', AutostartState.BROKEN),
        ("", AutostartState.BROKEN),
        (b"bytes", AutostartState.BROKEN),
    ],
)
def test_windows_tells_what_starts_something_else(line: str | bytes, state: AutostartState) -> None:
    registry = MemoryRegistry()
    registry.values[RUN, NAME] = line
    assert state == RunKey(COMMAND, registry).state()


def test_a_command_that_windows_would_not_run_is_not_kept() -> None:
    registry = MemoryRegistry()
    with pytest.raises(KnownError, match="autostart-not-kept"):
        RunKey((sys.executable, "x" * 260), registry).switch(True)
    assert {} == registry.values


def test_elsewhere_there_is_no_registry() -> None:
    assert UserRegistry().read(RUN, NAME) is None


# macOS.


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, ON),
        ({"Disabled": True}, OFF),
        ({"RunAtLoad": False}, OFF),
        ({"ProgramArguments": [sys.executable, "other"]}, AutostartState.ELSEWHERE),
        ({"ProgramArguments": ["/no/such/hipcoach"]}, AutostartState.BROKEN),
        ({"ProgramArguments": []}, AutostartState.BROKEN),
        ({"ProgramArguments": "tray"}, AutostartState.BROKEN),
    ],
)
def test_an_agent_is_told_as_it_is(
    tmp_path: Path, change: dict[str, Any], state: AutostartState
) -> None:
    agent = LaunchAgent(COMMAND, tmp_path)
    agent.switch(True)
    found = plistlib.loads(agent.path.read_bytes())
    agent.path.write_bytes(plistlib.dumps(found | change))
    assert state == agent.state()


@pytest.mark.parametrize("content", [b"garbage", b"", b"<plist>", plistlib.dumps([1])])
def test_a_file_that_is_no_agent_is_broken(tmp_path: Path, content: bytes) -> None:
    agent = LaunchAgent(COMMAND, tmp_path)
    agent.path.write_bytes(content)
    assert AutostartState.BROKEN == agent.state()


# The choice.


def test_each_system_has_its_way(tmp_path: Path, home: Path) -> None:
    where = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_CONFIG_DIRS": "relative"}
    linux = autostart(COMMAND, where, "linux")
    linux.switch(True)
    assert (tmp_path / "autostart" / "hipcoach.desktop").exists()
    autostart(COMMAND, {"XDG_CONFIG_HOME": "relative"}, "linux").switch(True)
    assert (home / ".config" / "autostart" / "hipcoach.desktop").exists()
    autostart(COMMAND, {}, "darwin").switch(True)
    assert (home / "Library/LaunchAgents/org.hipcoach.HipCoach.plist").exists()
    assert isinstance(autostart(COMMAND, {}, "win32"), RunKey)


def test_this_very_hipcoach_is_started(tmp_path: Path) -> None:
    assert (sys.executable, "-m", "hipcoach") == own_command(environment={})
    assert ("/opt/hipcoach",) == own_command(None, {}, "/opt/hipcoach", frozen=True)
    assert ("/x/H.AppImage",) == own_command(None, {"APPIMAGE": "/x/H.AppImage"})
    quiet = tmp_path / "pythonw.exe"
    quiet.touch()
    expected = (str(quiet), "-m", "hipcoach", "--data-dir", str(tmp_path / "d"))
    assert expected == own_command(tmp_path / "d", {}, str(tmp_path / "python.exe"))
