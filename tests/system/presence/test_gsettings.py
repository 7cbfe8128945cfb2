"""One setting, asked of the desktop's own program."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from pathlib import Path

import pytest

from hipcoach.core.presence import Blind
from hipcoach.system.presence.gsettings import LATE, Key, Switch
from tests.system.presence.stand import until

PATIENT = 100_000
"""Polls that a test has time for; they follow one another faster than seconds."""
BANNERS = Key("org.gnome.desktop.notifications", "show-banners")


class Desk:
    """A folder with the settings' file, and a program that notes that it ran."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "user"
        self.said = folder / "said"
        self.runs = folder / "runs"
        self.program = folder / "gsettings"
        self.program.write_text(f'#!/bin/sh\necho "$@" >>{self.runs}\ncat {self.said}\n')
        self.program.chmod(0o755)
        self.stored = 0

    def store(self, said: str) -> None:
        """Have the program say this from now on, as after a change of the settings."""
        self.said.write_text(said)
        self.stored += 1
        self.file.write_text("x" * self.stored)
        os.utime(self.file, ns=(self.stored, self.stored))

    def runs_so_far(self) -> list[str]:
        return self.runs.read_text().splitlines() if self.runs.exists() else []


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def polled(switch: Switch) -> None:
    """As a second later, again and again, until the answer is there."""
    until(lambda: switch.blind is not Blind.ASKING, switch.poll)


@pytest.mark.parametrize(("said", "value"), [("true\n", True), ("false\n", False)])
def test_a_setting_is_read_once_while_nothing_changes(desk: Desk, said: str, value: bool) -> None:
    desk.store(said)
    switch = Switch(desk.file, str(desk.program), PATIENT)
    switch.watch(BANNERS)
    polled(switch)
    for _ in range(20):
        switch.poll()
    assert (value, None) == (switch.value, switch.blind)
    assert ["get org.gnome.desktop.notifications show-banners"] == desk.runs_so_far()


def test_it_is_read_again_after_a_change(desk: Desk) -> None:
    desk.store("true")
    switch = Switch(desk.file, str(desk.program), PATIENT)
    switch.watch(BANNERS)
    polled(switch)
    desk.store("false")
    until(lambda: switch.value is False, switch.poll)
    assert 2 == len(desk.runs_so_far())


def test_what_the_program_says_is_there_to_be_read(desk: Desk) -> None:
    desk.store("true")
    switch = Switch(desk.file, str(desk.program), PATIENT)
    switch.watch(BANNERS)
    assert -1 == switch.fileno()
    switch.poll()
    assert [switch.fileno()] == select.select([switch.fileno()], [], [], 5)[0]
    until(lambda: switch.value is True, switch.poll)
    assert -1 == switch.fileno()


@pytest.mark.parametrize("said", ["", "uint32 5", "No such schema"])
def test_what_is_neither_true_nor_false_isn_t_told(desk: Desk, said: str) -> None:
    desk.store(said)
    switch = Switch(desk.file, str(desk.program), PATIENT)
    switch.watch(BANNERS)
    polled(switch)
    assert (Blind.NOT_TOLD, None) == (switch.blind, switch.value)


def test_without_the_program_it_can_t_be_known(tmp_path: Path) -> None:
    switch = Switch(tmp_path / "user", str(tmp_path / "gsettings"))
    switch.watch(BANNERS)
    switch.poll()
    assert Blind.NO_LIBRARY is switch.blind


def test_a_program_that_hangs_is_given_up_and_left_behind_by_nobody(desk: Desk) -> None:
    desk.program.write_text(f"#!/bin/sh\necho $$ >{desk.runs}\nexec sleep 600\n")
    desk.store("")
    switch = Switch(desk.file, str(desk.program))
    switch.watch(BANNERS)
    switch.poll()
    until(lambda: bool(desk.runs_so_far()))
    told = [switch.blind]
    for _ in range(LATE):
        switch.poll()
    told.append(switch.blind)
    assert [Blind.ASKING, Blind.NO_ANSWER] == told
    with pytest.raises(ProcessLookupError):
        os.kill(int(desk.runs_so_far()[0]), 0)
    desk.program.write_text("#!/bin/sh\necho true\n")
    until(lambda: switch.value is True, switch.poll)


def test_nothing_runs_once_it_is_stopped(desk: Desk) -> None:
    desk.program.write_text(f"#!/bin/sh\necho $$ >{desk.runs}\nexec sleep 600\n")
    desk.store("")
    switch = Switch(desk.file, str(desk.program), PATIENT)
    switch.poll()
    assert [] == desk.runs_so_far()
    switch.watch(BANNERS)
    switch.poll()
    until(lambda: bool(desk.runs_so_far()))
    switch.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int(desk.runs_so_far()[0]), 0)
    switch.poll()


@pytest.mark.skipif(
    not shutil.which("gsettings") or not shutil.which("dconf") or not shutil.which("dbus-daemon"),
    reason="needs gsettings, dconf and a bus",
)
def test_the_real_program_tells_of_a_real_change(
    address: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = subprocess.run(["gsettings", "get", *BANNERS], capture_output=True, check=False)
    if known.stdout.strip() not in {b"true", b"false"}:
        pytest.skip("GNOME's schemas are not installed")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("GSETTINGS_BACKEND", "dconf")
    switch = Switch(home / ".config" / "dconf" / "user", late=PATIENT)
    switch.watch(BANNERS)
    until(lambda: switch.value is True, switch.poll)
    subprocess.run(["gsettings", "set", *BANNERS, "false"], check=True)
    until(lambda: switch.value is False, switch.poll)
    switch.close()
