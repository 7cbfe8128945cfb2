"""The way from a clone to a running program, on machines that lack this or that."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems lack nothing")

SCRIPT = Path(__file__).parents[1] / "packaging" / "setup.sh"

TOOLS = ("sh", "env", "awk", "cat", "dirname", "basename", "find", "head", "sed", "sort", "touch")
"""What the script may use of any system; all else it must look for."""

DISPLAY = {"DISPLAY": ":0"}
ELSEWHERE = {"XDG_DATA_DIRS": "/nowhere"}
"""This machine's own fonts are not seen."""


@dataclass
class Machine:
    """A machine with hardly anything on it; programs are put there one by one."""

    root: Path

    def __post_init__(self) -> None:
        self.programs.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found, tool
            (self.programs / tool).symlink_to(found)
        self.has("uname", "echo Linux")
        self.has("id", "echo 1000")
        self.has("sudo", "exit 1")
        (self.root / "packaging").mkdir()
        shutil.copy(SCRIPT, self.root / "packaging")
        (self.root / ".venv" / "bin").mkdir(parents=True)
        self.lacks("libxcb-cursor.so.0", "libglib-2.0.so.0")
        self.has_font()

    @property
    def programs(self) -> Path:
        return self.root / "bin"

    def has(self, name: str, does: str = "exit 0") -> None:
        """Put a program there that does this and notes how it was called."""
        program = self.programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.root}/calls"\n{does}\n')
        program.chmod(0o755)

    def has_font(self) -> None:
        fonts = self.root / ".fonts"
        fonts.mkdir()
        (fonts / "any.ttf").touch()

    def lacks(self, *libraries: str) -> None:
        """The loader finds every library but these."""
        python = self.root / ".venv" / "bin" / "python"
        (self.root / "missing").write_text("".join(f"{name}\n" for name in libraries))
        python.write_text(
            f'#!/bin/sh\n[ "$1" != - ] || exec cat "{self.root}/missing"\necho "python $*"\n'
        )
        python.chmod(0o755)

    def runs(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """What the script says and how it ends."""
        return subprocess.run(
            ["/bin/sh", self.root / "packaging" / "setup.sh", *command],
            env={"PATH": str(self.programs), "HOME": str(self.root), **ELSEWHERE, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, name: str) -> list[str]:
        """How a program was called."""
        notes = self.root / "calls"
        lines = notes.read_text().splitlines() if notes.exists() else []
        return [line for line in lines if line.split()[0] == name]

    @property
    def done(self) -> bool:
        """Whether the next `make run` may skip the check."""
        return (self.root / ".venv" / ".system").exists()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.has("paplay")
    return made


@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("apt-get", "sudo apt-get install --no-install-recommends libglib2.0-0 libxcb-cursor0"),
        ("dnf", "sudo dnf install glib2 xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed glib2 xcb-util-cursor"),
        ("zypper", "sudo zypper install libglib-2_0-0 libxcb-cursor0"),
    ],
)
def test_each_distribution_gets_its_own_command(machine: Machine, tool: str, command: str) -> None:
    machine.has(tool)
    ended = machine.runs("system", **DISPLAY)
    assert 1 == ended.returncode
    assert f"    {command}\n" in ended.stderr
    assert not machine.done
    assert [] == machine.calls(tool)


def test_the_command_is_for_those_who_type_it(machine: Machine) -> None:
    machine.has("dnf")
    (machine.programs / "sudo").unlink()
    said = machine.runs("system", **DISPLAY).stderr
    assert "    su -c 'dnf install glib2 xcb-util-cursor'\n" in said
    machine.has("id", "echo 0")
    assert "    dnf install glib2 xcb-util-cursor\n" in machine.runs("system", **DISPLAY).stderr


def test_on_an_unknown_system_the_packages_are_named_all_the_same(machine: Machine) -> None:
    ended = machine.runs("system", **DISPLAY)
    assert 1 == ended.returncode
    assert "libglib2.0-0 libxcb-cursor0\n" in ended.stderr


def test_libraries_renamed_for_64_bit_time_are_named_as_they_are_called_here(
    machine: Machine,
) -> None:
    machine.has("apt-get")
    machine.has("apt-cache", '[ "$2" = libglib2.0-0t64 ]')
    said = machine.runs("system", **DISPLAY).stderr
    assert "libglib2.0-0t64 libxcb-cursor0\n" in said


def test_a_machine_that_lacks_nothing_is_told_nothing(machine: Machine) -> None:
    machine.lacks()
    ended = machine.runs("system", **DISPLAY)
    assert (0, "", "") == (ended.returncode, ended.stdout, ended.stderr)
    assert machine.done


def test_without_a_display_a_missing_library_stops_nothing_but_is_looked_for_again(
    machine: Machine,
) -> None:
    machine.has("dnf")
    ended = machine.runs("system")
    assert 0 == ended.returncode
    assert "sudo dnf install glib2 xcb-util-cursor" in ended.stderr
    assert not machine.done


def test_a_missing_sound_player_stops_nothing(machine: Machine) -> None:
    machine.lacks()
    machine.has("dnf")
    (machine.programs / "paplay").unlink()
    ended = machine.runs("system", **DISPLAY)
    assert 0 == ended.returncode
    assert "sudo dnf install alsa-utils" in ended.stderr
    assert machine.done


def test_a_machine_without_any_font_gets_one(machine: Machine) -> None:
    machine.lacks()
    machine.has("dnf")
    shutil.rmtree(machine.root / ".fonts")
    assert "sudo dnf install dejavu-sans-fonts" in machine.runs("system", **DISPLAY).stderr


@pytest.mark.parametrize(("user", "before"), [("0", "env"), ("1000", "sudo")])
def test_apt_installs_where_it_may(machine: Machine, user: str, before: str) -> None:
    machine.has("id", f"echo {user}")
    machine.has("sudo", '[ "$1" = -n ] || exec "$@"')
    machine.has("apt-get", f': >"{machine.root}/missing"')
    ended = machine.runs("system", **DISPLAY)
    assert 0 == ended.returncode
    assert [
        "apt-get install -qq --no-install-recommends -y libglib2.0-0 libxcb-cursor0"
    ] == machine.calls("apt-get")
    assert (before == "sudo") == bool(machine.calls("sudo"))
    assert machine.done


def test_stale_package_lists_are_fetched_and_tried_again(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has(
        "apt-get",
        f'[ "$1" = update ] && : >"{machine.root}/fresh"\n'
        f'[ -e "{machine.root}/fresh" ] && : >"{machine.root}/missing"',
    )
    assert 0 == machine.runs("system", **DISPLAY).returncode
    assert ["install", "update", "install"] == [
        call.split()[1] for call in machine.calls("apt-get")
    ]


def test_what_is_still_missing_after_installing_is_named(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    ended = machine.runs("system", **DISPLAY)
    assert 1 == ended.returncode
    assert "Still missing after that: libxcb-cursor.so.0 libglib-2.0.so.0\n" in ended.stderr
    assert not machine.done


def test_a_system_that_is_to_be_left_alone_is_left_alone(machine: Machine) -> None:
    machine.has("id", "echo 0")
    machine.has("apt-get")
    ended = machine.runs("system", HIPCOACH_SYSTEM_PACKAGES="no", **DISPLAY)
    assert 1 == ended.returncode
    assert [] == machine.calls("apt-get")


def test_the_tests_want_a_display_and_a_bus_too(machine: Machine) -> None:
    machine.lacks()
    machine.has("dnf")
    said = machine.runs("system-tests").stderr
    assert "sudo dnf install xorg-x11-server-Xvfb xdotool dbus-daemon" in said


@pytest.mark.parametrize("python", [None, "exit 1"], ids=["none at all", "one that is too old"])
def test_without_a_new_python_it_says_what_to_do(machine: Machine, python: str | None) -> None:
    shutil.rmtree(machine.root / ".venv")
    if python:
        machine.has("python3", python)
    ended = machine.runs("app")
    assert 1 == ended.returncode
    assert ended.stderr.startswith("HipCoach needs Python 3.11 or newer")
    assert not (machine.root / ".venv").exists()


def test_a_python_without_venv_is_named(machine: Machine) -> None:
    shutil.rmtree(machine.root / ".venv")
    machine.has("apt-get")
    machine.has(
        "python3", f'case $2 in *version_info*) exec {sys.executable} "$@" ;; *) exit 1 ;; esac'
    )
    ended = machine.runs("app")
    assert 1 == ended.returncode
    assert "sudo apt-get install --no-install-recommends python3-venv\n" in ended.stderr


def test_with_a_display_the_window_opens(machine: Machine) -> None:
    ended = machine.runs("run", "play", "gentle-start", **DISPLAY)
    assert ("python -m hipcoach play gentle-start\n", "") == (ended.stdout, ended.stderr)


def test_without_a_display_the_terminal_leads(machine: Machine) -> None:
    ended = machine.runs("run")
    assert "python -m hipcoach play desk-reset --terminal\n" == ended.stdout
    assert "no display" in ended.stderr


def test_what_was_asked_for_needs_no_display(machine: Machine) -> None:
    ended = machine.runs("run", "list")
    assert ("python -m hipcoach list\n", "") == (ended.stdout, ended.stderr)
